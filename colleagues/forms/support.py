"""Asking a consultant."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.fields import DayField, LineField, TextField
from colleagues.forms.once import OnceForm
from colleagues.models import SupportRequest
from gufu.taxonomy import SubjectArea


class SupportForm(OnceForm):
    """A request for a consultant: three fields to write in, one to choose from."""

    support_type = forms.ChoiceField(
        label=_("Støtte"),
        choices=SupportRequest.SupportType.choices,
        widget=forms.RadioSelect,
        initial=SupportRequest.SupportType.SPARRING,
        error_messages={"required": _("Vælg, hvad du har brug for.")},
    )
    topic = LineField(
        label=_("Emne"),
        max_length=150,
        help_text=_("Hvad handler det om? Et par ord er nok."),
        error_messages={"required": _("Skriv med et par ord, hvad det handler om.")},
    )
    situation = TextField(
        label=_("Situationen"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Hvem er med, hvad vil I gerne opnå, og hvor driller det?"),
        error_messages={"required": _("Fortæl kort om situationen.")},
    )
    subject_area = forms.ModelChoiceField(
        label=_("Fagområde"),
        queryset=SubjectArea.objects.all(),
        required=False,
        empty_label=_("Vælg, hvis du kan"),
    )
    wanted_by = DayField(
        label=_("Ønskes senest"),
        help_text=_("Hvornår har du senest brug for hjælpen?"),
        required=False,
    )

    def clean_wanted_by(self) -> Any:
        day = self.cleaned_data["wanted_by"]
        if day and day < timezone.localdate():
            raise ValidationError(_("Datoen er passeret. Vælg en dag, der ikke er gået endnu."))
        return day
