"""Form and model fields that editors meet in several rooms."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _


class LinesFormField(forms.Field):
    """A list of short texts, written one a line."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Skriv én på hver linje."))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show the list as lines; what was typed and refused comes back as it was."""
        return value if isinstance(value, str) else "\n".join(value or [])

    def to_python(self, value: Any) -> list[str]:
        """Return the lines that hold something, trimmed."""
        lines: Iterable[str] = value.splitlines() if isinstance(value, str) else value or []
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != self.to_python(initial)


class LinesField(models.JSONField):
    """A list of short texts in one column; written one a line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        return LinesFormField(
            required=not self.blank,
            label=self.verbose_name,
            widget=forms.Textarea(attrs={"rows": 4}),
        )


class FilteredChoices(forms.CheckboxSelectMultiple):
    """Checkboxes in a box that scrolls, with a field that narrows them (by script only)."""

    template_name = "gufu/widgets/filtered_choices.html"

    class Media:
        js = ("gufu/js/filtered-choices.js",)
        css = {"all": ("gufu/css/admin.css",)}
