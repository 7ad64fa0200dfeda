"""One's own profile."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from colleagues.fields import DayField, TextField
from colleagues.models import ColleagueProfile
from colleagues.own import PHOTO_CONSENT
from consent.fields import PhotoFormField

MAX_SUGGESTIONS = 200
#: How the page parts the form.
SECTIONS = (
    (_("Hvem du er"), ("name", "email", "job_title", "centre", "place")),
    (_("Sådan får man fat i dig"), ("phone", "teams_upn")),
    (_("Det kan du hjælpe med"), ("ask_me_about", "subject_areas", "offers")),
    (_("Pause fra beskeder"), ("paused_until", "deputy_email")),
    (_("Må kolleger finde dig?"), ("opted_in",)),
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
            "opted_in",
        )
        labels = {
            "opted_in": _("Ja, vis mig i kollegaoversigten"),
            "teams_upn": _("Teams-adresse"),
            "subject_areas": _("Mine fagområder"),
            "offers": _("Det tilbyder jeg"),
        }
        help_texts = {
            "opted_in": _(
                "Så kan kolleger finde dig og se, hvad du har været med til. Du kan altid fortryde."
            ),
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
        self.is_listed = bool(self.instance.pk and self.instance.opted_in)
        if self.is_listed:  # leaving is a step of its own
            del self.fields["opted_in"]
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
        if deputy.is_paused and deputy.paused_until:
            raise ValidationError(
                __("%(name)s holder selv pause til og med %(day)s. Vælg en anden.")
                % {"name": deputy.name, "day": date_format(deputy.paused_until, "DATE_FORMAT")}
            )
        return deputy

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day = cleaned.get("paused_until")
        if day and day < timezone.localdate() and "paused_until" in self.changed_data:
            self.add_error("paused_until", __("Datoen er passeret. Lad feltet stå tomt."))
        if (self.is_listed or cleaned.get("opted_in")) and not cleaned.get("centre"):
            self.add_error("centre", __("Vælg dit center, så kolleger kan finde dig."))
        return cleaned

    def sections(self) -> list[dict[str, Any]]:
        """Return the fields as the page shows them: [{"heading", "fields"}]."""
        return [
            {"heading": heading, "fields": [self[name] for name in names if name in self.fields]}
            for heading, names in SECTIONS
        ]

    def save(self, commit: bool = True) -> ColleagueProfile:
        """Save the profile; saying that it is right is saving it."""
        self.instance.deputy = self.cleaned_data["deputy_email"]
        self.instance.confirmed_at = timezone.localdate()
        return super().save(commit)


class PhotoForm(forms.Form):
    """A portrait, and the word that it may be shown."""

    file = PhotoFormField(
        label=_("Vælg et billede af dig"),
        help_text=_("Helst et, hvor man kan se dit ansigt. Tid og sted fjernes fra billedet."),
        error_messages={"required": _("Vælg et billede, før du gemmer.")},
    )
    consent = forms.BooleanField(
        label=PHOTO_CONSENT,
        help_text=_("Du kan trække det tilbage med ét klik. Så er fotoet væk med det samme."),
        error_messages={"required": _("Sæt kryds, hvis dit foto må vises.")},
    )
