"""SCIM's groups: groups of the house, the roles among them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth.models import Group as HouseGroup
from django.contrib.auth.models import User as Account
from django.db.models import QuerySet
from django.utils import timezone
from scim2_models import (
    Context,
    InvalidValueException,
    MutabilityException,
    PatchOp,
    SearchRequest,
    UniquenessException,
)
from wagtail.models import PageViewRestriction

from colleagues.models import StaffGroup, StaffRecord
from colleagues.staff.scim.resources import POLICY, Group
from colleagues.staff.scim.searching import Column, Page, meta, search
from gufu import roles

COLUMNS = {
    "id": Column("scim_id", "id"),
    "externalid": Column("external_id", "exact"),
    "displayname": Column("group__name"),
    "meta.created": Column("created_at", "time"),
    "meta.lastmodified": Column("changed_at", "time"),
}


class Groups:
    """The endpoint /Groups; `base` is its address with a slash, `users` that of /Users."""

    model = Group

    def __init__(self, base: str, users: str) -> None:
        self.base, self.users = base, users

    def rows(self) -> QuerySet[StaffGroup]:
        return StaffGroup.objects.select_related("group")

    def resource(self, row: StaffGroup) -> Any:
        return self.resources([row])[0]

    def resources(self, rows: list[StaffGroup]) -> list[Any]:
        """Return the groups with their members: one query for all of them."""
        members: dict[int, list[dict[str, str]]] = {}
        found = StaffRecord.objects.filter(user__groups__in=[row.group_id for row in rows])
        for group, scim_id in found.values_list("user__groups", "scim_id").order_by("pk"):
            ref = f"{self.users}{scim_id}"
            entry = {"value": str(scim_id), "$ref": ref, "type": "User"}
            members.setdefault(group, []).append(entry)
        return [
            Group.model_validate(
                {
                    "schemas": [str(Group.__schema__)],
                    "id": str(row.scim_id),
                    "externalId": row.external_id or None,
                    "displayName": row.group.name,
                    "members": members.get(row.group_id) or None,
                    "meta": meta(row, "Group", f"{self.base}{row.scim_id}"),
                }
            )
            for row in rows
        ]

    def page(self, request: SearchRequest[Any]) -> Page:
        return search(request, self.rows(), COLUMNS, self.resources)

    def create(self, body: Any) -> StaffGroup:
        """Make a group, or begin to keep one of the house's. Raises UniquenessException."""
        with POLICY:
            wanted = Group.model_validate(body, scim_ctx=Context.RESOURCE_CREATION_REQUEST)
        name = _name(wanted)
        if StaffGroup.objects.filter(group__name=name).exists():
            raise UniquenessException(detail="There is a group with this displayName.")
        group, _new = HouseGroup.objects.get_or_create(name=name)
        row = StaffGroup.objects.create(group=group, external_id=wanted.external_id or "")
        self._set_members(row, wanted)
        return row

    def replace(self, row: StaffGroup, body: Any) -> StaffGroup:
        with POLICY:
            wanted = Group.model_validate(body, scim_ctx=Context.RESOURCE_REPLACEMENT_REQUEST)
            wanted.replace(self.resource(row))
        return self._change(row, wanted)

    def patch(self, row: StaffGroup, body: Any) -> StaffGroup:
        wanted = self.resource(row)
        with POLICY:
            operations = PatchOp[Group].model_validate(
                body, scim_ctx=Context.RESOURCE_PATCH_REQUEST
            )
            operations.patch(wanted)
        return self._change(row, wanted)

    def delete(self, row: StaffGroup) -> None:
        """Let go of the group. A role, or a group that pages are closed to, stays, empty."""
        self._set_members(row, Group())
        group = row.group
        row.delete()
        in_use = PageViewRestriction.objects.filter(groups=group).exists()
        if group.name not in roles.ALL and not in_use and not group.user_set.exists():
            group.delete()

    def _change(self, row: StaffGroup, wanted: Any) -> StaffGroup:
        name = _name(wanted)
        if name != row.group.name:
            if row.group.name in roles.ALL:
                raise MutabilityException(detail="The name of a role cannot change.")
            if HouseGroup.objects.filter(name=name).exists():
                raise UniquenessException(detail="There is a group with this displayName.")
            row.group.name = name
            row.group.save(update_fields=["name"])
        row.external_id = wanted.external_id or ""
        row.changed_at = timezone.now()
        row.save(update_fields=["external_id", "changed_at"])
        self._set_members(row, wanted)
        return row

    def _set_members(self, row: StaffGroup, wanted: Any) -> None:
        """Let exactly the wanted be members, of those whom a register keeps. Four queries."""
        ids = _uuids(member.value for member in wanted.members or ())
        found = dict(StaffRecord.objects.filter(scim_id__in=ids).values_list("scim_id", "user_id"))
        if missing := ids - found.keys():
            raise InvalidValueException(detail=f"There is no user {min(missing)}.")
        before = set(
            Account.objects.filter(groups=row.group, staff_record__isnull=False).values_list(
                "pk", flat=True
            )
        )
        after = set(found.values())
        row.group.user_set.remove(*before - after)
        row.group.user_set.add(*after - before)


def _name(wanted: Any) -> str:
    name = (wanted.display_name or "").strip()
    if not 0 < len(name) <= 150:
        raise InvalidValueException(detail="displayName has 1 to 150 characters.")
    return name


def _uuids(values: Iterable[str | None]) -> set[UUID]:
    """Return the ids as UUIDs. Raises InvalidValueException."""
    try:
        return {UUID(value or "") for value in values}
    except ValueError as error:
        raise InvalidValueException(detail="A member's value is the id of a user.") from error
