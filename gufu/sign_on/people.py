"""Who is it that the provider sends? An account that we know, one that waits for its owner, a new
one; or somebody who does not get in.

An account is tied to the pair of issuer and subject, which the provider never gives to another.
An address may be given to a new person, and some providers let people write it themselves; so it
ties an account once, under conditions, and never opens one that others have kept (decision 6).
"""

from typing import Any

from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpRequest

from gufu.sign_on import arrivals, groups
from gufu.sign_on.backends import is_break_glass
from gufu.sign_on.browsers import digest
from gufu.sign_on.events import tell

CMS = "wagtailadmin.access_admin"


class Refused(Exception):  # noqa: N818 - said of a person
    """Somebody does not get in. `reason` names the text; `reference` helps an administrator."""

    def __init__(self, reason: str, reference: str = "") -> None:
        super().__init__(reason)
        self.reason, self.reference = reason, reference


def welcome(request: HttpRequest, sociallogin: SocialLogin) -> None:
    """Give `sociallogin` its account, with today's roles. Raises Refused."""
    claims: dict[str, Any] = sociallogin.claims
    check_belongs_here(claims)
    try:
        with transaction.atomic():
            is_new = False
            if not sociallogin.is_existing:
                user = find(claims)
                is_new = user is None
                sociallogin.connect(request, user or create(claims))
                tell("tied", request, user=sociallogin.user, new=is_new)
            if not sociallogin.user.is_active:
                raise Refused("closed")
            changed = groups.bring_up_to_date(sociallogin.user, claims)
            if changed:
                tell("roles_changed", request, user=sociallogin.user, changed=changed)
            arrivals.arrived.send(
                sender=User,
                request=request,
                user=sociallogin.user,
                person=arrivals.person_of(claims, trusted_email(claims)),
            )
    except IntegrityError as error:  # two windows at once, on somebody's first day
        raise Refused("again") from error


def check_belongs_here(claims: dict[str, Any]) -> None:
    """Raise Refused for who has an account at the provider without working here."""
    name, _equals, wanted = settings.OIDC_REQUIRED_CLAIM.partition("=")
    if name and wanted not in groups.values_of(claims, name):
        raise Refused("foreign")
    domain = trusted_email(claims).rpartition("@")[2]
    if settings.OIDC_ALLOWED_DOMAINS and domain not in settings.OIDC_ALLOWED_DOMAINS:
        raise Refused("foreign")


def trusted_email(claims: dict[str, Any]) -> str:
    """Return the address in small letters if the provider vouches for it, else ""."""
    email = str(claims.get("email") or "").strip().lower()
    verified = claims.get("email_verified") in (True, "true")
    try:
        validate_email(email)
    except ValidationError:
        return ""
    return email if verified or settings.OIDC_TRUST_EMAIL else ""


def find(claims: dict[str, Any]) -> User | None:
    """Return the account that waits for whom `claims` tell of; None where there is none.

    Raises Refused where there is one that they must not get.
    """
    condition = Q(pk__in=[])
    if email := trusted_email(claims):
        condition |= Q(email__iexact=email)
    if settings.OIDC_MATCH_CLAIM and (name := claims.get(settings.OIDC_MATCH_CLAIM)):
        condition |= Q(username__iexact=str(name))
    found = list(User.objects.filter(condition)[:2])
    if not found:
        return None
    user, subject = found[0], str(claims["sub"])
    if (
        len(found) > 1
        or SocialAccount.objects.filter(user=user, provider=settings.OIDC_ISSUER).exists()
    ):
        raise Refused("taken", subject)
    if not user.is_active:
        raise Refused("closed")
    if is_protected(user):
        raise Refused("protected", subject)
    if user.has_usable_password():
        # Whoever made the account and knows its password must not share it with its owner.
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def is_protected(user: User) -> bool:
    """Return whether an address alone must not open the account: it may do more than read and
    has an owner with a password, or nobody has said which addresses are the municipality's."""
    if user.is_superuser or user.is_staff or is_break_glass(user):
        return True
    if not settings.OIDC_ALLOWED_DOMAINS:
        return True
    return user.has_usable_password() and user.has_perm(CMS)


def create(claims: dict[str, Any]) -> User:
    """Make the account of a new colleague, without a password and without roles."""
    person = arrivals.person_of(claims, trusted_email(claims))
    user = User(
        username=free_username(claims),
        first_name=person.first_name[:150],
        last_name=person.last_name[:150],
        email=person.email,
    )
    user.set_unusable_password()
    user.save()
    return user


def free_username(claims: dict[str, Any]) -> str:
    """Return a name that nobody has: the provider's, with a mark where it is taken."""
    told = arrivals.plain(claims.get("preferred_username")) or arrivals.plain(claims.get("upn"))
    name = told[:120] or "kollega"
    if told and not User.objects.filter(username__iexact=name).exists():
        return name
    return f"{name}-{digest(settings.OIDC_ISSUER + claims['sub'])[:12]}"
