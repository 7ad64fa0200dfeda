"""SCIM's users: an account, a profile and a StaffRecord each."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from scim2_models import (
    Context,
    InvalidValueException,
    PatchOp,
    SearchRequest,
    UniquenessException,
)

from colleagues.models import StaffRecord
from colleagues.staff.documents import Document, said_by
from colleagues.staff.plan import Clash, Known, Person, clashes
from colleagues.staff.scim.resources import POLICY, EnterpriseUser, User
from colleagues.staff.scim.searching import Column, Page, meta, search
from colleagues.staff.writing import save

Resource = User[EnterpriseUser]  # type: ignore[type-arg]
SCIM = StaffRecord.Source.SCIM
MOST_LETTERS = {"userName": 150, "externalId": 200}

COLUMNS = {
    "id": Column("scim_id", "id"),
    "externalid": Column("external_id", "exact"),
    "username": Column("user__username", "lower"),
    "active": Column("user__is_active", "flag"),
    "name.familyname": Column("user__last_name"),
    "name.givenname": Column("user__first_name"),
    "displayname": Column("document__displayName"),
    "title": Column("document__title"),
    "meta.created": Column("created_at", "time"),
    "meta.lastmodified": Column("changed_at", "time"),
}


class Users:
    """The endpoint /Users; `base` is its address with a slash."""

    model = Resource

    def __init__(self, base: str) -> None:
        self.base = base

    def rows(self) -> QuerySet[StaffRecord]:
        return StaffRecord.objects.select_related("user")

    def resource(self, row: StaffRecord) -> Any:
        """Return the record as SCIM shows it: what the register said, and the account's state."""
        document = row.document | {
            "id": str(row.scim_id),
            "userName": row.document.get("userName") or row.user.username,
            "meta": meta(row, "User", f"{self.base}{row.scim_id}"),
        }
        if "active" in row.document or not row.user.is_active:
            document["active"] = row.user.is_active
        with POLICY:
            return Resource.model_validate(document)

    def page(self, request: SearchRequest[Any]) -> Page:
        return search(
            request, self.rows(), COLUMNS, lambda rows: [self.resource(row) for row in rows]
        )

    def create(self, body: Any) -> StaffRecord:
        """Make an account, or take over one that no register has. Raises UniquenessException."""
        with POLICY:
            resource = Resource.model_validate(body, scim_ctx=Context.RESOURCE_CREATION_REQUEST)
        document = document_of(resource)
        said = said_by(document)
        known = Known.about(said)
        person = known.find(said)
        if person and person.record:
            raise UniquenessException(detail="There is a user with this userName or externalId.")
        return self._save(known, person, document)

    def replace(self, row: StaffRecord, body: Any) -> StaffRecord:
        with POLICY:
            resource = Resource.model_validate(body, scim_ctx=Context.RESOURCE_REPLACEMENT_REQUEST)
            resource.replace(self.resource(row))
        return self._change(row, document_of(resource))

    def patch(self, row: StaffRecord, body: Any) -> StaffRecord:
        resource = self.resource(row)
        with POLICY:
            operations = PatchOp[Resource].model_validate(
                body, scim_ctx=Context.RESOURCE_PATCH_REQUEST
            )
            operations.patch(resource)
        return self._change(row, document_of(resource))

    def delete(self, row: StaffRecord) -> None:
        """Close the account and let go of the register's tie to it.

        What the colleague has made stays: `manage.py person erase` is a decision of its own.
        """
        self._change(row, row.document | {"active": False})
        row.delete()

    def _change(self, row: StaffRecord, document: Document) -> StaffRecord:
        said = said_by(document)
        known = Known.about(said, row)
        person = next(each for each in known.people if each.user.pk == row.user_id)
        before = said_by(row.document | {"active": row.user.is_active})
        return self._save(known, person, document, before)

    def _save(
        self, known: Known, person: Person | None, document: Document, before: Any = None
    ) -> StaffRecord:
        person = known.settle(person, document, SCIM, before)
        if faults := clashes(known, [person]):
            raise Clash(faults[0][1])
        save([person])
        assert person.record is not None  # noqa: S101 - settle has given one
        return person.record


def document_of(resource: Any) -> Document:
    """Return what is kept of a resource. Raises InvalidValueException for what cannot be one."""
    document = resource.model_dump(scim_ctx=Context.DEFAULT, exclude={"id", "meta"})
    for name, most in MOST_LETTERS.items():
        if len(document.get(name) or "") > most:
            raise InvalidValueException(detail=f"{name} is longer than {most} characters.")
    if not (document.get("userName") or "").strip():
        raise InvalidValueException(detail="userName is empty.")
    if email := said_by(document).email:
        try:
            validate_email(email)
        except ValidationError:
            raise InvalidValueException(detail=f"{email} is not an e-mail address.") from None
    return document
