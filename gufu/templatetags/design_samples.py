"""Samples for the living catalogue at /udvikling/design/: what each include is shown with."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml
from django import forms, template
from django.core.paginator import Paginator
from django.utils import timezone

register = template.Library()

HERE = Path(__file__).parent


class SampleForm(forms.Form):
    """Every sort of field once, with an error in two of them."""

    subject = forms.CharField(label="Emne", max_length=80)
    email = forms.EmailField(
        label="Din e-mail", help_text="Vi svarer til denne adresse inden for tre hverdage."
    )
    wanted_by = forms.DateField(
        label="Hvornår skal det bruges?",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    kind = forms.ChoiceField(
        label="Hvad har du brug for?",
        choices=[("sparring", "Sparring"), ("facilitering", "Facilitering af et møde")],
        widget=forms.RadioSelect,
    )
    centre = forms.ChoiceField(
        label="Center",
        choices=[("", "Vælg …"), ("teknik-miljoe", "Teknik & Miljø")],
        required=False,
    )
    situation = forms.CharField(label="Fortæl kort om situationen", widget=forms.Textarea)
    agree = forms.BooleanField(
        label="Andre må gerne kontakte mig om det",
        required=False,
        help_text="Du kan altid ombestemme dig.",
    )


def _icon_names() -> list[str]:
    sprite = HERE.parent / "static" / "gufu" / "icons.svg"
    return re.findall(r'<symbol id="([^"]+)"', sprite.read_text())


@register.simple_tag
def design_samples() -> dict[str, Any]:
    """Return the sample values by name; nothing here comes from the database."""
    samples: dict[str, Any] = yaml.safe_load((HERE / "design_samples.yaml").read_text())
    for facet in samples["facets"]:
        for option in facet["options"]:
            option["url"] = f"?{facet['name']}={option['value']}"
    today = timezone.localdate()
    form = SampleForm({"subject": "Dialogmøde i Horbelev", "email": "mette", "kind": "sparring"})
    form.is_valid()
    return samples | {
        "today": today,
        "last_year": today - dt.timedelta(days=400),
        "next_year": today + dt.timedelta(days=200),
        "page_obj": Paginator(range(240), 20).page(4),
        "form": form,
        "icons": _icon_names(),
    }
