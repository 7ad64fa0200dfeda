"""The provider's groups become roles, at every sign-on.

A role that the map names is the provider's to give and to take; other roles, and groups that
restrict pages, are left as the administrators have set them.
"""

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User

from gufu import roles

logger = logging.getLogger(__name__)


def parse(text: str) -> dict[str, str]:
    """Return {value of the claim: name of the role} of "value=role,value=role".

    Values with commas in them (CN=…,OU=…) are told apart by semicolons. Raises ValueError with
    what cannot be read.
    """
    found = {}
    for item in filter(str.strip, text.split(";" if ";" in text else ",")):
        value, _equals, key = item.rpartition("=")
        if not value.strip() or key.strip() not in roles.BY_KEY:
            raise ValueError(item.strip())
        found[value.strip()] = roles.BY_KEY[key.strip()]
    return found


def values_of(claims: dict[str, Any], name: str) -> set[str]:
    """Return the claim's values: of a list, of a single text, of a path ("realm_access.roles")."""
    found: Any = claims
    for step in [name] if name in claims else name.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    if isinstance(found, list):
        return {str(value) for value in found}
    return {str(found)} if isinstance(found, str | int) else set()


def bring_up_to_date(user: User, claims: dict[str, Any]) -> dict[str, list[str]]:
    """Give and take the roles that the provider decides on; return what changed."""
    table = parse(settings.OIDC_GROUP_MAP)
    told = values_of(claims, settings.OIDC_GROUPS_CLAIM)
    if settings.OIDC_GROUPS_CLAIM in (claims.get("_claim_names") or {}):
        # Entra ID does so above 200 groups. What is not told is not given.
        logger.error("sign_on.groups_not_told: assign groups to the application, or use app roles")
    wanted = {role for value, role in table.items() if value in told}
    has = set(user.groups.filter(name__in=table.values()).values_list("name", flat=True))
    if wanted == has:
        return {}
    user.groups.add(*Group.objects.filter(name__in=wanted - has))
    user.groups.remove(*Group.objects.filter(name__in=has - wanted))
    return {"given": sorted(wanted - has), "taken": sorted(has - wanted)}
