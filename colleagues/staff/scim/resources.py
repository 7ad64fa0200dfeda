"""What GUFU keeps of SCIM's users and groups. The rest is accepted and left out: no addresses of
homes, no birthdays, no passwords."""

from typing import Annotated, Any, ClassVar

from pydantic import Field
from scim2_models import (
    URN,
    CaseExact,
    ComplexAttribute,
    ExtensibleStringEnum,
    Extension,
    Mutability,
    Reference,
    Required,
    Resource,
    ScimPolicy,
    ServiceProviderConfig,
    Uniqueness,
)

from colleagues.staff.documents import CORE, ENTERPRISE

MOST_RESULTS = 200  #: resources in one answer

#: Microsoft's client departs from the RFC in what it removes and where it writes; that is known
#: and harmless, so it is understood.
POLICY = ScimPolicy(
    unknown=ScimPolicy.Unknown.ignore,
    remove_value_as_filter=ScimPolicy.RemoveValue.apply,
    unmatched_path_filter=ScimPolicy.UnmatchedPathFilter.create,
)


class Name(ComplexAttribute):
    formatted: str | None = None
    family_name: str | None = None
    given_name: str | None = None


class Email(ComplexAttribute):
    class Type(ExtensibleStringEnum):
        work = "work"
        home = "home"
        other = "other"

    value: str | None = None
    type: Type | None = None
    primary: bool | None = None


class PhoneNumber(ComplexAttribute):
    class Type(ExtensibleStringEnum):
        work = "work"
        mobile = "mobile"
        other = "other"

    value: str | None = None
    type: Type | None = None
    primary: bool | None = None


class Address(ComplexAttribute):
    """Where somebody works."""

    class Type(ExtensibleStringEnum):
        work = "work"
        other = "other"

    formatted: str | None = None
    locality: str | None = None
    type: Type | None = None
    primary: bool | None = None


class EnterpriseUser(Extension):
    __schema__ = URN(ENTERPRISE)

    employee_number: str | None = None
    organization: str | None = None
    division: str | None = None
    department: str | None = None


class User(Resource[Any]):
    __schema__ = URN(CORE)

    user_name: Annotated[str | None, Uniqueness.server, Required.true] = None
    name: Name | None = None
    display_name: str | None = None
    title: str | None = None
    active: bool | None = None
    emails: list[Email] | None = None
    phone_numbers: list[PhoneNumber] | None = None
    addresses: list[Address] | None = None

    Emails: ClassVar[type[ComplexAttribute]] = Email
    PhoneNumbers: ClassVar[type[ComplexAttribute]] = PhoneNumber
    Addresses: ClassVar[type[ComplexAttribute]] = Address


class GroupMember(ComplexAttribute):
    value: Annotated[str | None, Mutability.immutable, CaseExact.true] = None
    ref: Annotated[Reference["User"] | None, Mutability.immutable] = Field(
        None, serialization_alias="$ref", validation_alias="$ref"
    )
    type: Annotated[str | None, Mutability.immutable] = Field(None, examples=["User"])


class Group(Resource[Any]):
    __schema__ = URN("urn:ietf:params:scim:schemas:core:2.0:Group")

    display_name: Annotated[str | None, Required.true] = None
    members: list[GroupMember] | None = None

    Members: ClassVar[type[ComplexAttribute]] = GroupMember


def service_provider_config() -> ServiceProviderConfig:
    """Return what this service can do."""
    return ServiceProviderConfig.model_validate(
        {
            "schemas": [str(ServiceProviderConfig.__schema__)],
            "patch": {"supported": True},
            "bulk": {"supported": False, "maxOperations": 0, "maxPayloadSize": 0},
            "filter": {"supported": True, "maxResults": MOST_RESULTS},
            "changePassword": {"supported": False},
            "sort": {"supported": True},
            "etag": {"supported": False},
            "authenticationSchemes": [
                {
                    "type": "oauthbearertoken",
                    "name": "Bearer token",
                    "description": "The token of SCIM_TOKEN in the header Authorization.",
                    "primary": True,
                }
            ],
        }
    )
