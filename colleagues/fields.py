"""Form fields: texts are cleaned where they come in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from colleagues.mail import header_safe

DATE_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y"]


TOO_LONG = _("Der er plads til %(limit_value)d tegn. Du har skrevet %(show_value)d.")


class LineField(forms.CharField):
    """A text of one line: line breaks and control characters become spaces."""

    default_error_messages = {"max_length": TOO_LONG}

    def to_python(self, value: Any) -> str:
        return header_safe(super().to_python(value) or "")


class TextField(forms.CharField):
    """A text of several lines: one kind of line break, no other control characters."""

    widget = forms.Textarea
    default_error_messages = {"max_length": TOO_LONG}

    def to_python(self, value: Any) -> str:
        text = "\n".join((super().to_python(value) or "").splitlines())
        return "".join(c for c in text if c.isprintable() or c in "\n\t").strip()


class DayField(forms.DateField):
    """A date: the browser's calendar where there is one, else as Danes write it."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(
            widget=widget,
            input_formats=DATE_FORMATS,
            error_messages={"invalid": _("Skriv datoen som dag, måned og år, fx 31.12.2026.")},
            **options,
        )
