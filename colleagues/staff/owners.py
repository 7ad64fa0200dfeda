"""The CMS report "Sider uden ejer": pages whose owner has left, and giving them to another."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.widgets import AdminSnippetChooser

from colleagues.models import ColleagueProfile
from colleagues.people import member
from colleagues.staff.leavers import ownerless_pages
from gufu.models import KnowledgePage
from gufu.taxonomy import Centre

A_PAGE = 50


class FilterForm(forms.Form):
    """Which of the pages: those of leavers alone, or of one centre."""

    centre = forms.ModelChoiceField(
        Centre.objects.all(),
        required=False,
        label=gettext_lazy("Center"),
        empty_label=gettext_lazy("Alle centre"),
    )
    who = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Ejer"),
        choices=[
            ("", gettext_lazy("Fratrådt eller ingen")),
            ("left", gettext_lazy("Fratrådt")),
            ("none", gettext_lazy("Ingen")),
        ],
    )

    def narrow(self, pages: QuerySet[KnowledgePage]) -> QuerySet[KnowledgePage]:
        chosen = self.cleaned_data if self.is_valid() else {}
        if chosen.get("centre"):
            pages = pages.filter(centre=chosen["centre"])
        if chosen.get("who"):
            pages = pages.filter(colleague_owner__isnull=chosen["who"] == "none")
        return pages


class NewOwnerForm(forms.Form):
    """To whom the ticked pages are given."""

    owner = forms.ModelChoiceField(
        ColleagueProfile.objects.filter(Q(user=None) | Q(user__is_active=True)),
        widget=AdminSnippetChooser(model=ColleagueProfile),
        label=gettext_lazy("Giv de valgte sider til"),
        error_messages={
            "required": gettext_lazy("Vælg en kollega."),
            "invalid_choice": gettext_lazy("Kollegaen er fratrådt. Vælg en anden."),
        },
    )
    page = forms.ModelMultipleChoiceField(
        KnowledgePage.objects.none(),
        error_messages={"required": gettext_lazy("Vælg mindst én side.")},
    )

    def __init__(self, pages: QuerySet[KnowledgePage], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].queryset = pages  # type: ignore[attr-defined]


def report(request: HttpRequest) -> HttpResponse:
    """The list, and a form that gives the ticked ones to a colleague."""
    user = member(request)
    policy = PagePermissionPolicy()
    if not policy.user_has_any_permission(user, ["change", "publish"]):
        raise PermissionDenied
    mine = policy.instances_user_has_permission_for(user, "change")
    pages = ownerless_pages().filter(pk__in=mine.values("pk"))
    filters = FilterForm(request.GET)
    chosen = filters.narrow(pages)
    form = NewOwnerForm(pages, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _give_all(request, form.cleaned_data["page"], form.cleaned_data["owner"])
        return redirect(request.get_full_path())
    shown = chosen.select_related("centre", "colleague_owner", "content_type").order_by("title")
    context = {
        "filters": filters,
        "form": form,
        "page_obj": Paginator(shown, A_PAGE).get_page(request.GET.get("side")),
    }
    return render(
        request,
        "colleagues/cms/ownerless_pages.html",
        context,
        status=422 if form.is_bound else 200,
    )


def _give_all(
    request: HttpRequest, pages: QuerySet[KnowledgePage], owner: ColleagueProfile
) -> None:
    given = 0
    for page in pages:
        try:
            give(page.specific, owner, member(request))
        except (PermissionDenied, ValidationError):
            messages.error(
                request,
                _("»%(title)s« kan ikke gives videre herfra. Åbn siden, og ret den der.")
                % {"title": page.title},
            )
        else:
            given += 1
    if given:
        text = ngettext(
            "%(count)d side har fået en ny ejer: %(name)s.",
            "%(count)d sider har fået en ny ejer: %(name)s.",
            given,
        )
        messages.success(request, text % {"count": given, "name": owner.name})


def give(page: KnowledgePage, owner: ColleagueProfile, user: User) -> None:
    """Make `owner` the owner of the page as it is read, and of its draft where there is one.

    Raises PermissionDenied where `user` may not change it now (locked, or not theirs to publish).
    """
    may = page.permissions_for_user(user)
    if not may.can_edit() or may.page_locked() or (page.live and not may.can_publish()):
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    publishes = page.live and not page.has_unpublished_changes
    if not publishes:
        page.colleague_owner = owner
        page.save(user=user)
    draft.colleague_owner = owner
    revision = draft.save_revision(user=user, log_action=True)
    if publishes:
        revision.publish(user=user)
