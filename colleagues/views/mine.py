"""One's own profile."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colleagues.forms import ProfileForm
from colleagues.people import free_slug, member, new_profile, profile_of


@require_http_methods(["GET", "HEAD", "POST"])
def my_profile(request: HttpRequest) -> HttpResponse:
    """See and change one's own profile; the first visit begins with what the account knows.

    Nothing is saved before the colleague says so.
    """
    known = profile_of(member(request))
    profile = known or new_profile(member(request))
    form = ProfileForm(request.POST or None, instance=profile, viewer=member(request))
    if request.method == "POST" and form.is_valid():
        if not profile.slug:
            profile.slug = free_slug(profile.name)
        form.save()
        if profile.opted_in:
            messages.success(request, _("Din profil er gemt og kan ses i kollegaoversigten."))
            return redirect(profile)
        messages.success(request, _("Din profil er gemt. Den er ikke synlig for andre."))
        return redirect("my_profile")
    context = {"form": form, "profile": profile, "is_new": known is None}
    status = 422 if form.is_bound else 200
    return render(request, "colleagues/my_profile.html", context, status=status)
