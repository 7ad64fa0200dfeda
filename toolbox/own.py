"""Min værktøjskasse: what a colleague saved, in order, with notes and the minutes added up."""

from typing import Any

from django.contrib import messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consent.presets import prefetch_photos
from gufu.models import KnowledgePage
from gufu.reading import pages_by_relation
from toolbox.forms import NoteForm
from toolbox.models import Collection, CollectionItem


def own_items(request: HttpRequest) -> Any:
    """Return what the reader saved, in order."""
    return CollectionItem.objects.filter(collection__owner_id=request.user.pk)


@require_safe
def my_toolbox(request: HttpRequest) -> HttpResponse:
    """The reader's own toolbox. What they may no longer see is left out, and comes back with it."""
    saved = own_items(request)
    found = pages_by_relation(request.user, {"saved": saved.values("page")})["saved"]
    pages = {page.pk: page for page in found}
    items = [item for item in saved if item.page_id in pages]
    for item in items:
        item.shown_page = pages[item.page_id]
    prefetch_photos([page.picture for page in found], "card")
    tools = [item.shown_page for item in items if item.shown_page.kind == "tool"]
    context = {
        "items": items,
        "tools": len(tools),
        "minutes_min": sum(tool.minutes_min for tool in tools),
        "minutes_max": sum(tool.minutes_max for tool in tools),
    }
    return render(request, "toolbox/my_toolbox.html", context)


@require_POST
def save_page(request: Any) -> HttpResponse:
    """Put a page at the end of the reader's toolbox; once is enough."""
    number = request.POST.get("side", "")
    visible = KnowledgePage.objects.visible_to(request.user)
    page = get_object_or_404(visible, pk=number if number.isdecimal() and len(number) < 10 else 0)
    collection = Collection.objects.filter(owner=request.user).first()
    if collection is None:
        collection = Collection.objects.create(owner=request.user)
    last = collection.items.aggregate(last=Max("position"))["last"]
    collection.items.get_or_create(
        page=page, defaults={"position": 0 if last is None else last + 1}
    )
    messages.success(request, _("Gemt i din værktøjskasse."))
    return redirect(back(request, page.url))


@require_POST
def remove_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a page (its key, not the item's) out of the reader's toolbox; twice does no harm."""
    own_items(request).filter(page_id=pk).delete()
    messages.success(request, _("Fjernet fra din værktøjskasse."))
    return redirect(back(request, "my_toolbox"))


@require_POST
def move_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Move an item one place up or down, past what the reader sees next to it."""
    items = list(own_items(request))
    place = next((i for i, item in enumerate(items) if item.page_id == pk), None)
    if place is not None:
        other = place + (-1 if request.POST.get("retning") == "op" else 1)
        if 0 <= other < len(items):
            items[place], items[other] = items[other], items[place]
            for position, item in enumerate(items):
                item.position = position
            CollectionItem.objects.bulk_update(items, ["position"])
    return redirect("my_toolbox")


@require_POST
def write_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a note to an item; a note that is too long is shown again, with what was typed."""
    item = get_object_or_404(own_items(request), page_id=pk)
    form = NoteForm(request.POST)
    if form.is_valid():
        item.note = form.cleaned_data["note"]
        item.save(update_fields=["note"])
        messages.success(request, _("Noten er gemt."))
        return redirect("my_toolbox")
    visible = KnowledgePage.objects.visible_to(request.user)
    page = get_object_or_404(visible, pk=pk)
    context = {"form": form, "page": page}
    return render(request, "toolbox/note.html", context, status=422)


def back(request: HttpRequest, otherwise: str) -> str:
    """Return the address of this house that the form names, or `otherwise`."""
    address = request.POST.get("tilbage", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        return address
    return otherwise
