"""One's own profile: what others see, whether they see it, and what they see it by."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colleagues import own
from colleagues.evidence import experience_of
from colleagues.first_visit import FLAG
from colleagues.forms import PhotoForm, ProfileForm
from colleagues.origin import clean_path, ordinary_member
from colleagues.people import free_slug, member, new_profile, profile_of
from consent.presets import prefetch_photos


@require_http_methods(["GET", "HEAD", "POST"])
def my_profile(request: HttpRequest) -> HttpResponse:
    """See and change one's own profile; the first visit begins with what the account knows.

    Nothing is saved before the colleague says so.
    """
    is_first_visit = request.session.pop(FLAG, False)
    known = profile_of(member(request))
    profile = known or new_profile(member(request))
    sent = request.POST if request.method == "POST" else None
    form = ProfileForm(sent, instance=profile, viewer=member(request))
    if request.method == "POST" and form.is_valid():
        if not profile.slug:
            profile.slug = free_slug(profile.name)
        form.save()
        if profile.opted_in and not form.is_listed:
            messages.success(request, _("Velkommen i kollegaoversigten. Sådan ser din profil ud."))
            return redirect(profile)
        messages.success(request, _("Din profil er gemt."))
        return redirect("my_profile")
    status = 422 if form.is_bound else 200
    return show(request, form, PhotoForm(), status, is_first_visit=is_first_visit)


@require_POST
def my_photo(request: HttpRequest) -> HttpResponse:
    """Take a portrait, with the word that it may be shown."""
    profile = own.saved_profile(member(request))
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        blank = ProfileForm(None, instance=profile, viewer=member(request))
        return show(request, blank, form, status=422)
    own.take_photo(profile, form.cleaned_data["file"], member(request))
    messages.success(request, _("Dit foto er gemt, og dit samtykke er noteret."))
    return back("foto")


@require_POST
def drop_photo(request: HttpRequest) -> HttpResponse:
    """Take the consent back: the portrait is gone at once."""
    profile = own.saved_profile(member(request))
    if own.drop_photo(profile):
        messages.success(request, _("Dit samtykke er trukket tilbage, og fotoet er væk."))
    return back("foto")


@require_POST
def my_evidence(request: HttpRequest) -> HttpResponse:
    """Hide traces of oneself, or show them again; it holds from the next request."""
    profile = own.saved_profile(member(request))
    keys = set(request.POST.getlist("spor"))
    if request.POST.get("vis"):
        own.show_evidence(profile, keys)
        messages.success(request, _("Kolleger kan se det igen."))
    elif own.hide_evidence(profile, keys, member(request)):
        messages.success(request, _("Det er skjult. Kun du kan se det her."))
    return back("erfaring")


@require_POST
def my_visibility(request: HttpRequest) -> HttpResponse:
    """Leave the directory, or come back; one step each."""
    profile = own.saved_profile(member(request))
    if not request.POST.get("vis"):
        own.leave(profile)
        messages.success(request, _("Du er ude af kollegaoversigten. Din profil er gemt til dig."))
    elif profile.centre_id is None:
        messages.error(request, _("Vælg først dit center, så kolleger kan finde dig."))
        return back("id_centre")
    else:
        own.come_back(profile)
        messages.success(request, _("Du står i kollegaoversigten igen."))
    return back()


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask whether the profile is still right, where the yearly mail leads, and take the yes."""
    profile = profile_of(member(request))
    if profile is None:
        return redirect("my_profile")
    if request.method == "POST":
        profile.confirmed_at = timezone.localdate()
        profile.save(update_fields=["confirmed_at"])
        messages.success(request, _("Tak. Nu kan dine kolleger regne med det."))
        return redirect("my_profile")
    prefetch_photos([profile.shown_photo], "portrait")
    context = {"person": profile, "subjects": profile.subject_areas.all()}
    return render(request, "colleagues/confirm.html", context)


@require_safe
def as_others_see_me(request: HttpRequest) -> HttpResponse:
    """One's own profile as any other member of staff sees it, or would."""
    profile = profile_of(member(request))
    if profile is None:
        return redirect("my_profile")
    prefetch_photos([profile.shown_photo], "portrait")
    context = {
        "person": profile,
        "experience": experience_of([profile.pk], ordinary_member())[profile.pk],
        "subjects": profile.subject_areas.all(),
        "contact_url": "",
        "is_me": True,
        "is_preview": True,
        "deputy": profile.recipient if profile.recipient != profile else None,
    }
    return render(request, "colleagues/profile.html", context)


def show(
    request: HttpRequest,
    form: ProfileForm,
    photo_form: PhotoForm,
    status: int,
    *,
    is_first_visit: bool = False,
) -> HttpResponse:
    """Show the page with both forms and everything that one decides about oneself."""
    profile = form.instance
    known = profile.pk is not None
    prefetch_photos([profile.shown_photo] if known else [], "portrait")
    go_on = clean_path(request.GET.get("videre", ""))
    context = {
        "form": form,
        "photo_form": photo_form,
        "person": profile,
        "go_on": go_on,
        "is_first_visit": is_first_visit or bool(go_on),
        "is_listed": form.is_listed,
        "is_new": not known or (not form.is_listed and profile.confirmed_at is None),
        "is_stale": known and own.is_stale(profile),
        "completeness": own.completeness(profile),
        "evidence": own.evidence_of(profile, member(request)) if known else [],
    }
    return render(request, "colleagues/my_profile.html", context, status=status)


def back(place: str = "") -> HttpResponse:
    """Lead back to the page, to the place on it where one was."""
    return redirect(reverse("my_profile") + (f"#{place}" if place else ""))
