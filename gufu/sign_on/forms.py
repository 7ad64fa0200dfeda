"""The forms at the door. All passwords go through Django's `authenticate`, and so past the
throttle."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gufu.sign_on.backends import is_break_glass

WRONG_PASSWORD = _("Adgangskoden er forkert. Skriv den igen.")
WRONG_CODE = _("Koden er forkert eller brugt. Vent på den næste, og prøv igen.")


class CodeForm(forms.Form):
    """A code from the phone, or a recovery code."""

    code = forms.CharField(
        label=_("Engangskode"),
        help_text=_("Seks cifre fra din app, eller en af dine gendannelseskoder på otte cifre."),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class CurrentPassword:
    """Asks for the current password once more, as if one signed on; the throttle counts it."""

    request: HttpRequest
    user: User

    def is_current(self, password: str) -> bool:
        name = self.user.get_username()
        self.request.is_break_glass_door = is_break_glass(self.user)  # type: ignore[attr-defined]
        return authenticate(self.request, username=name, password=password) is not None


class OwnPasswordForm(CurrentPassword, forms.Form):
    """The current password, before the second step is changed."""

    password = forms.CharField(
        label=_("Din adgangskode"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request, self.user = request, request.user  # type: ignore[assignment]
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        if not self.is_current(self.cleaned_data["password"]):
            raise forms.ValidationError(WRONG_PASSWORD)
        return self.cleaned_data["password"]


class EnableForm(OwnPasswordForm):
    """The first code, to show that the phone has got the secret; and the password."""

    code = forms.CharField(
        label=_("Engangskode"),
        help_text=_("De seks cifre, som appen viser nu."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    field_order = ["code", "password"]


class NewPasswordForm(CurrentPassword, PasswordChangeForm):
    """A new password; the old one is tried through the throttle."""

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_old_password(self) -> str:
        if not self.is_current(self.cleaned_data["old_password"]):
            raise forms.ValidationError(self.error_messages["password_incorrect"])
        return self.cleaned_data["old_password"]
