"""What consultants write about a request."""

from django import forms
from django.utils.translation import gettext_lazy as _

from colleagues.fields import TextField


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

    outcome = TextField(
        label=_("Udbytte"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Hvad kom der ud af det? Et par sætninger, som andre kan lære af."),
        error_messages={"required": _("Skriv kort, hvad der kom ud af det.")},
    )
