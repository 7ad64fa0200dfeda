"""The forms of this room. Every text is cleaned where it comes in; nothing typed is lost."""

import uuid
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from colleagues.fields import DayField, LineField, TextField
from colleagues.models import ColleagueProfile, SupportRequest
from colleagues.models.profile import Offer

MAX_SUGGESTIONS = 200


class OnceForm(forms.Form):
    """A form that carries a token, so that sending it twice is sending it once."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    fra = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_token(self) -> uuid.UUID:
        """Return the form's token; a new one where it was lost, since that is nobody's fault."""
        return self.cleaned_data.get("token") or uuid.uuid4()

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        # What the colleague does not see is mended, not complained about.
        if self.errors.pop("token", None):
            self.cleaned_data["token"] = uuid.uuid4()
        self.errors.pop("fra", None)


class ContactForm(OnceForm):
    """A message to a colleague."""

    subject = LineField(
        label=_("Emne"),
        max_length=150,
        error_messages={"required": _("Skriv, hvad beskeden handler om.")},
    )
    body = TextField(
        label=_("Besked"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("Fortæl, hvad du står med, og hvad du gerne vil have hjælp til."),
        error_messages={"required": _("Skriv en besked, før du sender.")},
    )


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


class ProfileForm(forms.ModelForm):
    """One's own profile. Name and address come from the account where it has them."""

    ask_me_about = TextField(
        label=_("Spørg mig om"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Hvad har du prøvet, som andre kan have glæde af? Skriv, som du taler."),
    )
    offers = forms.MultipleChoiceField(
        label=_("Det vil jeg gerne hjælpe med"),
        choices=Offer.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    paused_until = DayField(
        label=_("Jeg holder pause til og med"),
        required=False,
        help_text=_("Beskeder går imens til din stedfortræder."),
    )
    deputy_email = forms.EmailField(
        label=_("Stedfortræderens e-mail"),
        required=False,
        help_text=_("En kollega, der står i oversigten."),
        widget=forms.EmailInput(attrs={"list": "kolleger", "autocomplete": "off"}),
    )

    class Meta:
        model = ColleagueProfile
        fields = (
            "opted_in",
            "name",
            "email",
            "job_title",
            "centre",
            "place",
            "phone",
            "teams_upn",
            "ask_me_about",
            "subject_areas",
            "offers",
            "paused_until",
        )
        labels = {
            "opted_in": _("Vis mig i kollegaoversigten"),
            "teams_upn": _("Teams-adresse"),
            "subject_areas": _("Mine fagområder"),
        }
        help_texts = {
            "opted_in": _("Du kan altid fortryde. Så er du væk fra oversigten med det samme."),
            "teams_upn": _("Som regel den samme som din e-mail."),
            "place": _("Fx Rådhuset, Parkvej."),
        }
        widgets = {
            "subject_areas": forms.CheckboxSelectMultiple,
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        }

    def __init__(self, *args: Any, viewer: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.viewer = viewer
        self.fields["centre"].empty_label = __("Vælg center")  # type: ignore[attr-defined]
        if self.instance.name and viewer.get_full_name():
            del self.fields["name"]
        if self.instance.email and viewer.email:
            del self.fields["email"]
        deputy = self.instance.deputy
        self.fields["deputy_email"].initial = deputy.email if deputy else ""

    def suggestions(self) -> list[ColleagueProfile]:
        """Return colleagues of the same centre, to choose a deputy from."""
        same = ColleagueProfile.objects.visible_to(self.viewer).exclude(pk=self.instance.pk)
        return list(same.filter(centre=self.instance.centre)[:MAX_SUGGESTIONS])

    def clean_deputy_email(self) -> ColleagueProfile | None:
        """Return the deputy of that address."""
        email = self.cleaned_data["deputy_email"]
        if not email:
            return None
        visible = ColleagueProfile.objects.visible_to(self.viewer)
        deputy = visible.filter(email__iexact=email).first()
        if deputy is None:
            raise ValidationError(
                __("Ingen i kollegaoversigten har adressen %(email)s.") % {"email": email}
            )
        if deputy.pk == self.instance.pk:
            raise ValidationError(__("Du kan ikke være din egen stedfortræder."))
        return deputy

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day = cleaned.get("paused_until")
        if day and day < timezone.localdate() and "paused_until" in self.changed_data:
            self.add_error("paused_until", __("Datoen er passeret. Lad feltet stå tomt."))
        if cleaned.get("opted_in") and not cleaned.get("centre"):
            self.add_error("centre", __("Vælg dit center, så kolleger kan finde dig."))
        return cleaned

    def save(self, commit: bool = True) -> ColleagueProfile:
        """Save the profile; saying that it is right is saving it."""
        self.instance.deputy = self.cleaned_data["deputy_email"]
        self.instance.confirmed_at = timezone.localdate()
        return super().save(commit)
