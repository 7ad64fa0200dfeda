"""The directory and the profile."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from colleagues.directory import colleagues_for
from colleagues.evidence import experience_of
from colleagues.models import ColleagueProfile
from colleagues.origin import clean_path
from colleagues.vcard import vcard
from colleagues.words import passage
from consent.presets import prefetch_photos
from gufu.templatetags.ui import query_url
from gufu.visibility import Viewer


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """All colleagues in the directory, narrowed by what was chosen; with ?q, each with the reason
    that has to do with the words."""
    found = colleagues_for(request.GET, request.user)
    page, words = found["page_obj"], found["words"]
    prefetch_photos([person.shown_photo for person in page], "avatar")
    done = experience_of([person.pk for person in page], request.user, words=words)
    context = {
        **found,
        "people": [
            {
                "person": person,
                "reason": done[person.pk].summary,
                "asks": passage(person.ask_me_about, words),
            }
            for person in page
        ],
        "query": " ".join(words),
        "without_query": query_url(request.GET, q=None, path=request.path) if words else "",
        "without_filters": query_url(
            request.GET, path=request.path, **dict.fromkeys(found["chosen"], None)
        ),
        "kept": [
            {"name": name, "value": value}
            for name, values in found["chosen"].items()
            for value in values
        ],
    }
    return render(request, "colleagues/directory.html", context)


@require_safe
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """One colleague: what to ask about, what they have done, and how to reach them."""
    person = visible_colleague(request.user, slug)
    contact_url = reverse("colleague_contact", args=[person.slug])
    if came_from := clean_path(request.GET.get("fra", "")):
        contact_url += "?" + urlencode({"fra": came_from})
    prefetch_photos([person.shown_photo], "portrait")
    context = {
        "person": person,
        "experience": experience_of([person.pk], request.user)[person.pk],
        "subjects": person.subject_areas.all(),
        "contact_url": contact_url,
        "is_me": person.user_id == request.user.pk,
        "deputy": person.recipient if person.recipient != person else None,
    }
    return render(request, "colleagues/profile.html", context)


@require_safe
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The colleague's vCard, as a file."""
    person = visible_colleague(request.user, slug)
    response = HttpResponse(
        vcard(person, request.build_absolute_uri(person.get_absolute_url())),
        content_type="text/vcard; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="{person.slug}.vcf"'
    return response


def visible_colleague(viewer: Viewer, slug: str) -> ColleagueProfile:
    """Return the colleague, if the viewer may see them. Raises Http404."""
    visible = ColleagueProfile.objects.visible_to(viewer).for_contact()
    return get_object_or_404(
        visible.select_related("centre", "user", "deputy__user", "photo__consent", "photo_consent"),
        slug=slug,
    )
