"""The doors: name and password, the second step, the emergency door, and the way out."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_login_failed
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView

from gufu.sign_on import alarm, browsers, second_factor
from gufu.sign_on.adapters import TOKEN_KEY
from gufu.sign_on.addresses import redirect_safely
from gufu.sign_on.backends import is_break_glass
from gufu.sign_on.events import tell
from gufu.sign_on.forms import WRONG_CODE, CodeForm, NewPasswordForm
from gufu.sign_on.models import BreakGlassAccount, FailedAttempt
from gufu.sign_on.pages import refusal
from gufu.sign_on.people import Refused
from gufu.sign_on.provider import end_address
from gufu.sign_on.throttle import check_code_allowed

LOCAL_BACKEND = "gufu.sign_on.backends.LocalBackend"
#: Where a session keeps who has shown the password and not yet the code.
PENDING_KEY = "sign_on_pending"
PENDING_SECONDS = 10 * 60


@method_decorator(login_not_required, name="dispatch")
class SignInView(LoginView):
    """The sign-in page of the site and of the CMS."""

    template_name = "registration/login.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.LOCAL_ACCOUNTS:
            return refusal(request, Refused("local_off"))
        return super().post(request, *args, **kwargs)

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        if settings.OIDC_ENABLED:  # whose button comes first, for the keyboard too
            form.fields["username"].widget.attrs.pop("autofocus", None)
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            local=settings.LOCAL_ACCOUNTS,
            provider=settings.OIDC_NAME if settings.OIDC_ENABLED else "",
            **kwargs,
        )

    def form_valid(self, form: Any) -> HttpResponse:
        """Let in who has no second step; ask the others for their code."""
        user = form.get_user()
        if second_factor.is_enabled(user):
            return ask_for_code(self.request, user, self.get_redirect_url())
        return let_in(self.request, user, self.get_success_url())


@method_decorator(login_not_required, name="dispatch")
class BreakGlassView(LoginView):
    """The emergency administrators' own door; a code is always asked for."""

    template_name = "konto/break_glass.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.is_break_glass_door = True  # type: ignore[attr-defined]
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        return ask_for_code(self.request, form.get_user(), self.get_redirect_url())


def ask_for_code(request: HttpRequest, user: User, place: str) -> HttpResponse:
    """Remember who has shown the password, in a session of a new name, and ask for the code."""
    request.session.cycle_key()
    request.session[PENDING_KEY] = {
        "user": user.pk,
        "password": user.get_session_auth_hash(),
        "next": place,
        "until": time.time() + PENDING_SECONDS,
    }
    return redirect("second_step")


def let_in(request: HttpRequest, user: User, place: str) -> HttpResponse:
    """Begin the session of a local account; the browser is known to it from now on."""
    login(request, user, backend=LOCAL_BACKEND)
    response = redirect_safely(request, place)
    browsers.remember(request, response, user.get_username())
    return response


@method_decorator(login_not_required, name="dispatch")
class SecondStepView(FormView):
    """The code after the password."""

    form_class = CodeForm
    template_name = "konto/code.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = pending_user(request)
        if user is None:
            return redirect("login")
        self.user = user
        if request.method == "POST" and not check_code_allowed(request, user):
            # The middleware of the throttle writes the answer.
            return HttpResponse(status=429)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        factor = second_factor.accept(self.user, form.cleaned_data["code"])
        if not factor:
            user_login_failed.send(
                sender=__name__,
                credentials={
                    "username": self.user.get_username(),
                    "step": FailedAttempt.Step.CODE,
                },
                request=self.request,
            )
            form.add_error("code", WRONG_CODE)
            return self.form_invalid(form)
        place = self.request.session.pop(PENDING_KEY)["next"]
        tell("second_step", self.request, user=self.user, factor=factor)
        response = let_in(self.request, self.user, place)
        note_break_glass(self.request, self.user)
        return response


def pending_user(request: HttpRequest) -> User | None:
    """Return who has shown the password in the last ten minutes and is still welcome."""
    pending = request.session.get(PENDING_KEY)
    if not pending or pending["until"] < time.time():
        return None
    user = User.objects.filter(pk=pending["user"], is_active=True).first()
    if user is None or not constant_time_compare(user.get_session_auth_hash(), pending["password"]):
        return None
    return user


def note_break_glass(request: Any, user: User) -> None:
    """Log loudly, and tell the administrators, that an emergency account is in use."""
    if is_break_glass(user):
        BreakGlassAccount.objects.filter(user=user).update(last_used_at=user.last_login)
        tell("break_glass", request, user=user)
        alarm.raise_alarm("used", user, request.axes_ip_address)


class SignOutView(LogoutView):
    """Ends the session here, and leads who came by the provider to the end of theirs there."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        token = request.session.get(TOKEN_KEY, "")
        place = end_address(request, token) if token and settings.OIDC_ENABLED else ""
        if not place:
            return super().post(request, *args, **kwargs)
        logout(request)
        # A page of our own in between: browsers hold a form, and where it is led on to, to the
        # addresses that the policy allows forms to go to, which is this site alone.
        return render(request, "konto/signing_out.html", {"place": place})


class NewPasswordView(PasswordChangeView):
    """A new password for who has one that opens something."""

    form_class = NewPasswordForm
    success_url = reverse_lazy("password_changed")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        demand_local(request)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}


class NewPasswordSetView(TemplateView):
    template_name = "registration/password_change_done.html"


def demand_local(request: HttpRequest) -> None:
    """Raise Http404 for who signs on by the provider and has no password here."""
    user: Any = request.user
    if not user.has_usable_password() or not (settings.LOCAL_ACCOUNTS or is_break_glass(user)):
        raise Http404
