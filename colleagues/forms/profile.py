"""One's own profile."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from colleagues.fields import DayField, TextField
from colleagues.models import ColleagueProfile
from colleagues.models.offers import Offer

MAX_SUGGESTIONS = 200


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
