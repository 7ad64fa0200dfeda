"""Forms of the toolbox."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.fields import TextField
from colleagues.forms.once import OnceForm
from toolbox.models import ToolTrial

MAX_GROUP = 5000
MAX_MINUTES = 24 * 60
MAX_FEEDBACK = 2000  #: characters of each answer


class TrialForm(forms.ModelForm):
    """'Jeg har prøvet det': one answer is enough; three more may be given.

    `token` makes a form count once, however often it is sent.
    """

    token = forms.UUIDField(widget=forms.HiddenInput)
    worked = forms.TypedChoiceField(
        label=_("Hvordan gik det?"),
        choices=ToolTrial.Worked.choices[::-1],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Vælg, hvordan det gik."),
            "invalid_choice": _("Vælg et af de fire svar."),
        },
    )
    group_size = forms.IntegerField(
        label=_("Hvor mange var I?"),
        required=False,
        min_value=1,
        max_value=MAX_GROUP,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Skriv antallet som et tal, fx 12.")},
    )
    adaptation = forms.CharField(
        label=_("Dit råd til den næste"),
        help_text=_("Hvad gjorde I anderledes, og hvad ville du gøre igen?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "max_length": _("Rådet må højst fylde 1.000 tegn. Dit fylder %(show_value)d.")
        },
    )
    contactable = forms.BooleanField(
        label=_("Kolleger må spørge mig om det"),
        help_text=_("Så står dit navn ved rådet, og du kan findes som en, der har prøvet det."),
        required=False,
    )

    class Meta:
        model = ToolTrial
        fields = ["worked", "group_size", "adaptation", "contactable"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "proevet")
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid.uuid4

    def record(self, tool: Any, colleague: Any) -> ToolTrial:
        """Return the trial, saved once for this form's token."""
        answers = {name: self.cleaned_data[name] for name in self.Meta.fields}
        trial, _made = ToolTrial.objects.get_or_create(
            token=self.cleaned_data["token"],
            defaults={**answers, "tool": tool, "colleague": colleague}
            | {"date": timezone.localdate()},
        )
        return trial


class NoteForm(forms.Form):
    """A note to a page in one's own toolbox."""

    note = forms.CharField(label=_("Note"), required=False, max_length=300)


class FeedbackForm(OnceForm):
    """Feedback by the model: what worked, what made one wonder, what one would try."""

    worked = TextField(
        label=_("Det virkede"),
        help_text=_("Nævn noget bestemt, du læste eller prøvede, og hvad det førte til."),
        max_length=MAX_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv, hvad der virkede. Én sætning er nok.")},
    )
    wondered = TextField(
        label=_("Det undrede mig"),
        help_text=_("Spørg, før du vurderer."),
        required=False,
        max_length=MAX_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    suggestion = TextField(
        label=_("Jeg foreslår"),
        help_text=_("Hvad ville du selv prøve? Ét forslag er nemmere at bruge end fem."),
        required=False,
        max_length=MAX_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReplyForm(forms.Form):
    """A reply to feedback."""

    reply = TextField(
        label=_("Dit svar"),
        help_text=_("Sig tak, svar på undringen, og fortæl, hvad du tager med."),
        max_length=MAX_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv et svar, før du sender.")},
    )
