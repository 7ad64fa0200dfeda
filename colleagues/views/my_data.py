"""What GUFU knows about the one who asks."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from colleagues.people import member
from colleagues.personal_data.exporting import as_zip, sections, subject_of


@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Everything that is held about one, kind by kind, and what erasure does to it."""
    subject = subject_of(member(request))
    kinds: dict[str, dict[str, object]] = {}
    for section in sections(subject):
        kind = kinds.setdefault(
            str(section.title), {"title": section.title, "count": 0, "rule": section.rule}
        )
        kind["count"] = int(str(kind["count"])) + len(section.rows)
    context = {
        "user": subject.user,
        "profile": subject.profile,
        "record": getattr(subject.user, "staff_record", None),
        "kinds": list(kinds.values()),
        "contact": settings.DATA_CONTACT_EMAIL,
    }
    return render(request, "colleagues/my_data.html", context)


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The same, whole, as a ZIP file."""
    data = as_zip(subject_of(member(request)))
    response = HttpResponse(data, content_type="application/zip")
    name = f"mine-oplysninger-{timezone.localdate():%Y-%m-%d}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
