"""What consultants write about a request."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from colleagues.fields import LineField, TextField
from colleagues.forms.once import OnceForm
from colleagues.models import ColleagueProfile, SupportRequest


class AnswerForm(forms.Form):
    """A consultant's answer."""

    answer = TextField(
        label=_("Dit svar"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Den, der spurgte, får svaret som mail og kan se det på sin anmodning."),
        error_messages={"required": _("Skriv et svar, før du sender.")},
    )


class OutcomeForm(forms.Form):
    """What came of a request, said when it is closed."""

    outcome_type = forms.ChoiceField(
        label=_("Hvordan endte det?"),
        choices=SupportRequest.OutcomeType.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan det endte.")},
    )
    outcome = TextField(
        label=_("Udbytte"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Hvad kom der ud af det? Et par sætninger, som andre kan lære af."),
        error_messages={"required": _("Skriv kort, hvad der kom ud af det.")},
    )


class NoteForm(OnceForm):
    """A note between consultants."""

    text = TextField(
        label=_("Note til kollegerne"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kun konsulenter kan læse noten."),
        error_messages={"required": _("Skriv noget i noten, før du gemmer den.")},
    )


class AssignForm(forms.Form):
    """Giving a request to a consultant."""

    consultant = forms.ModelChoiceField(
        label=_("Giv den til"),
        queryset=ColleagueProfile.objects.none(),
        empty_label=_("Vælg konsulent"),
        error_messages={
            "required": _("Vælg en konsulent."),
            "invalid_choice": _("Vælg en konsulent på listen."),
        },
    )
    seen = LineField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        consultants = ColleagueProfile.objects.filter(is_consultant=True).in_directory()
        self.fields["consultant"].queryset = consultants  # type: ignore[attr-defined]
