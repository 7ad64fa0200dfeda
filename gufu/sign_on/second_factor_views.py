"""One's own second step: switched on, new recovery codes, switched off."""

import base64
from typing import Any

from allauth.mfa.adapter import get_adapter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView

from gufu.sign_on import second_factor
from gufu.sign_on.backends import is_break_glass
from gufu.sign_on.events import tell
from gufu.sign_on.forms import WRONG_CODE, EnableForm, OwnPasswordForm
from gufu.sign_on.views import demand_local

#: Where a session keeps a secret until its first code has been shown.
SECRET_KEY = "sign_on_new_secret"  # noqa: S105 - the name of a place


class OwnSecondStepView(FormView):
    """What the pages of one's own second step share: who they are for, and the password."""

    success_url = reverse_lazy("second_factor")
    form_class: Any = OwnPasswordForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        demand_local(request)
        user: Any = request.user
        if is_break_glass(user):
            raise PermissionDenied  # its second step is the command's: manage.py break_glass
        self.user, self.is_enabled = user, second_factor.is_enabled(user)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def show_codes(self, codes: list[str]) -> HttpResponse:
        """Show recovery codes, this once."""
        return render(self.request, "konto/recovery_codes.html", {"codes": codes})


class SecondFactorView(OwnSecondStepView):
    """Whether there is a second step; where there is none, how to switch it on."""

    form_class = EnableForm
    template_name = "konto/second_factor.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.is_enabled:
            left = second_factor.recovery_codes_left(self.user)
            return {**context, "is_enabled": True, "codes_left": left}
        secret = self.request.session.setdefault(SECRET_KEY, second_factor.new_secret())
        address = get_adapter().build_totp_url(self.user, secret)
        picture = base64.b64encode(get_adapter().build_totp_svg(address).encode()).decode()
        return {**context, "secret": secret, "address": address, "picture": picture}

    def form_valid(self, form: Any) -> HttpResponse:
        secret = self.request.session.get(SECRET_KEY, "")
        counter = secret and second_factor.matching_counter(secret, form.cleaned_data["code"])
        if self.is_enabled or not counter:
            form.add_error("code", WRONG_CODE)
            return self.form_invalid(form)
        codes = second_factor.enable(self.user, secret, counter)
        del self.request.session[SECRET_KEY]
        self.request.session.cycle_key()
        tell("second_step_on", self.request, user=self.user)
        return self.show_codes(codes)


class NewRecoveryCodesView(OwnSecondStepView):
    """New recovery codes; the old ones open nothing any more."""

    template_name = "konto/new_recovery_codes.html"

    def form_valid(self, form: Any) -> HttpResponse:
        if not self.is_enabled:
            return redirect(self.success_url)
        tell("recovery_codes_new", self.request, user=self.user)
        return self.show_codes(second_factor.new_recovery_codes(self.user))


class SecondFactorOffView(OwnSecondStepView):
    template_name = "konto/second_factor_off.html"

    def form_valid(self, form: Any) -> HttpResponse:
        second_factor.disable(self.user)
        self.request.session.cycle_key()
        tell("second_step_off", self.request, user=self.user)
        messages.success(self.request, _("Totrinslogin er slået fra."))
        return super().form_valid(form)
