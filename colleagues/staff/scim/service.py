"""Answering SCIM's requests: which endpoint, which method, and errors in its words."""

import json
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from pydantic import ValidationError
from scim2_models import (
    ConflictException,
    Context,
    Error,
    InvalidFilterException,
    InvalidSyntaxException,
    NotFoundException,
    NotImplementedException,
    PayloadTooLargeException,
    ResourceType,
    ResponseParameters,
    Schema,
    SCIMException,
    ScimProvider,
    SearchRequest,
    ServiceProviderConfig,
    UniquenessException,
)

from colleagues.staff.plan import Clash
from colleagues.staff.scim.door import CONTENT_TYPE, refusal
from colleagues.staff.scim.groups import Groups
from colleagues.staff.scim.resources import EnterpriseUser, Group, User, service_provider_config
from colleagues.staff.scim.searching import MOST_LETTERS, answer_of
from colleagues.staff.scim.users import Resource as UserResource
from colleagues.staff.scim.users import Users

PROVIDER = ScimProvider(
    models=[User, EnterpriseUser, Group],
    resource_types=[ResourceType.from_resource(UserResource), ResourceType.from_resource(Group)],
    config=service_provider_config(),
)
DISCOVERY: dict[str, list[Any]] = {
    "ResourceTypes": list(PROVIDER.resource_types),
    "Schemas": [
        *PROVIDER.schemas,
        *(model.to_schema() for model in (ResourceType, ServiceProviderConfig, Schema)),
    ],
}
#: Of the protocol, and not of this service.
NOT_HERE = frozenset({"Bulk", "Me", ".search"})

MOST_OPERATIONS = 1000  #: of one PATCH, which takes a second for them

Endpoint = Users | Groups


def answer(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer a request to /scim/v2/`rest`; what is refused leaves nothing behind."""
    base = request.build_absolute_uri("/scim/v2/")
    kind, *more = rest.strip("/").split("/")
    try:
        with transaction.atomic():
            if kind in DISCOVERY or kind == "ServiceProviderConfig":
                return _discovery(request, base, kind, more)
            users = Users(f"{base}Users/")
            if kind in ("Users", "Groups"):
                endpoint = users if kind == "Users" else Groups(f"{base}Groups/", users.base)
                return _resource(request, endpoint, more)
            if kind in NOT_HERE and not more:
                raise NotImplementedException(detail=f"{kind} is not supported.")
            raise NotFoundException(detail=f"There is nothing at {rest[:100]}.")
    except ValidationError as error:
        return _error(Error.from_validation_errors(error)[0])
    except Clash as clash:
        return _error(UniquenessException(detail=str(clash)).to_error())
    except IntegrityError:
        return _error(ConflictException(detail="Somebody else was quicker. Try again.").to_error())
    except SCIMException as error:
        return _error(error.to_error())


def _error(error: Error) -> HttpResponse:
    return JsonResponse(error.model_dump(), status=error.status or 400, content_type=CONTENT_TYPE)


def _answer(data: Any, status: int = 200) -> HttpResponse:
    return JsonResponse(data, status=status, content_type=CONTENT_TYPE)


def _not_allowed(*methods: str) -> HttpResponse:
    response = refusal(405, f"Only {', '.join(methods)} here.")
    response["Allow"] = ", ".join(methods)
    return response


def _discovery(request: HttpRequest, base: str, kind: str, more: list[str]) -> HttpResponse:
    if request.method != "GET":
        return _not_allowed("GET")
    if kind == "ServiceProviderConfig":
        return _answer(_described(PROVIDER.config, base, kind, ""))
    if not more:
        found = [_described(each, base, kind, each.id) for each in DISCOVERY[kind]]
        return _answer(
            {
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
                "totalResults": len(found),
                "startIndex": 1,
                "itemsPerPage": len(found),
                "Resources": found,
            }
        )
    for each in DISCOVERY[kind]:
        if str(each.id) == "/".join(more):
            return _answer(_described(each, base, kind, each.id))
    raise NotFoundException(detail=f"There is no such thing among {kind}.")


def _described(thing: Any, base: str, kind: str, ident: Any) -> dict[str, Any]:
    """Return a description of the service with its own address."""
    data = thing.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE)
    location = f"{base}{kind}/{ident}".rstrip("/")
    return data | {"meta": {"resourceType": kind.removesuffix("s"), "location": location}}


def _resource(request: HttpRequest, endpoint: Endpoint, more: list[str]) -> HttpResponse:
    if not more:
        if request.method == "GET":
            return _search(endpoint, request.GET.dict())
        if request.method == "POST":
            return _one(request, endpoint, endpoint.create(_body(request)), status=201)
        return _not_allowed("GET", "POST")
    if more == [".search"]:
        return (
            _search(endpoint, _body(request)) if request.method == "POST" else _not_allowed("POST")
        )
    row = _row(endpoint, more)
    if request.method == "GET":
        return _one(request, endpoint, row)
    if request.method == "PUT":
        return _one(request, endpoint, endpoint.replace(row, _body(request)))
    if request.method == "PATCH":
        return _one(request, endpoint, endpoint.patch(row, _body(request)))
    if request.method == "DELETE":
        endpoint.delete(row)
        return HttpResponse(status=204)
    return _not_allowed("GET", "PUT", "PATCH", "DELETE")


def _row(endpoint: Any, more: list[str]) -> Any:
    """Return the row that an address names. Raises NotFoundException."""
    try:
        row = endpoint.rows().filter(scim_id=UUID("/".join(more))).first()
    except ValueError:
        row = None
    if row is None:
        raise NotFoundException(detail="There is no such resource.")
    return row


def _body(request: HttpRequest) -> Any:
    """Return the JSON of a request. Raises InvalidSyntaxException."""
    try:
        body = json.loads(request.body)
        text = json.dumps(body, ensure_ascii=False)
        text.encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise InvalidSyntaxException(detail="The body is not JSON.") from error
    if not isinstance(body, dict) or "\\u0000" in text:
        raise InvalidSyntaxException(detail="The body is not an object that can be kept.")
    operations = body.get("Operations")
    if isinstance(operations, list) and len(operations) > MOST_OPERATIONS:
        raise PayloadTooLargeException(detail=f"At most {MOST_OPERATIONS} operations at a time.")
    return body


def _search(endpoint: Any, values: dict[str, Any]) -> HttpResponse:
    text = str(values.get("filter", ""))
    if len(text) > MOST_LETTERS or "\0" in text:
        raise InvalidFilterException(detail=f"A filter is text of at most {MOST_LETTERS} letters.")
    request = SearchRequest[endpoint.model].model_validate(values)
    return _answer(answer_of(endpoint.page(request), request))


def _one(request: HttpRequest, endpoint: Any, row: Any, status: int = 200) -> HttpResponse:
    names = {
        key: request.GET[key] for key in ("attributes", "excludedAttributes") if key in request.GET
    }
    wanted = ResponseParameters[endpoint.model].model_validate(names)
    resource = endpoint.resource(row)
    data = resource.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE, response_parameters=wanted)
    response = _answer(data, status)
    response["Location"] = resource.meta.location
    return response
