"""Users as people: the name and the address that others see."""

from dataclasses import dataclass
from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.text import slugify

from colleagues.models import ColleagueProfile
from colleagues.models.profile import RESERVED_SLUGS
from gufu.slugs import FOLDED

LONGEST = 120  #: characters of a name and of a Teams address


@dataclass(frozen=True)
class Person:
    """Who somebody is in a mail."""

    name: str
    email: str
    job_title: str = ""
    centre: str = ""

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name


def member(request: HttpRequest) -> User:
    """Return who asks. Nobody comes this far without signing in (LoginRequiredMiddleware)."""
    return cast(User, request.user)


def profile_of(user: User) -> ColleagueProfile | None:
    """Return the user's own profile, if there is one; it need not be in the directory."""
    return ColleagueProfile.objects.filter(user=user).select_related("centre", "deputy").first()


def person_of(user: User) -> Person:
    """Return the user as others see them: the profile first, then the account."""
    profile = getattr(user, "profile", None)
    name = user.get_full_name() or user.get_username()
    if profile is None:
        return Person(name, user.email)
    centre = profile.centre.name if profile.centre else ""
    return Person(profile.name or name, profile.email or user.email, profile.job_title, centre)


def free_slug(name: str) -> str:
    """Return an address that no profile has: "aase-noergaard", then "aase-noergaard-2"."""
    base = slugify(name.translate(FOLDED))[:100] or "kollega"
    taken = set(
        ColleagueProfile.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    )
    taken |= RESERVED_SLUGS
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def new_profile(user: User) -> ColleagueProfile:
    """Return a profile for a user who has none, not saved: from the account, not in the directory.

    A profile that somebody else wrote for the same address, and that no account has, is theirs.
    """
    if user.email:
        waiting = ColleagueProfile.objects.filter(user=None, email__iexact=user.email).first()
        if waiting:
            waiting.user = user
            return waiting
    # An account's texts may be longer than a profile's, and PostgreSQL counts.
    return ColleagueProfile(
        user=user,
        name=user.get_full_name()[:LONGEST],
        email=user.email,
        teams_upn=user.email[:LONGEST],
    )
