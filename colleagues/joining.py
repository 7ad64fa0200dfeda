"""A colleague comes through the provider for the first time: their profile is begun for them.

Nobody else sees it before they say yes; what they or the register have written stays.
"""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from colleagues.models import ColleagueProfile
from colleagues.people import LONGEST, free_slug, new_profile
from gufu.sign_on.arrivals import Person
from gufu.taxonomy import Centre


def begin_profile(
    sender: Any, request: HttpRequest, user: User, person: Person, **kwargs: Any
) -> None:
    """Save a profile for who has none, from what the provider tells."""
    if not user.email or ColleagueProfile.objects.filter(user=user).exists():
        return
    profile = new_profile(user)
    if profile._state.adding and ColleagueProfile.objects.filter(email__iexact=user.email).exists():
        return  # another account has it; an administrator has to look
    for field, value in told(person).items():
        if not getattr(profile, field):
            setattr(profile, field, value)
    profile.name = profile.name or user.get_username()[:LONGEST]
    profile.slug = profile.slug or free_slug(profile.name)
    profile.save()


def told(person: Person) -> dict[str, Any]:
    """Return what the provider tells that fits into a profile; what does not fit is left out."""
    found: dict[str, Any] = {
        "name": person.name,
        "job_title": person.job_title,
        "phone": person.phone,
        "teams_upn": person.upn,
    }
    kept = {}
    for field, value in found.items():
        try:
            column: Any = ColleagueProfile._meta.get_field(field)
            kept[field] = column.clean(value, None)
        except ValidationError:
            continue
    centre = person.department and Centre.objects.filter(name__iexact=person.department).first()
    return {**kept, "centre": centre} if centre else kept
