"""What colleagues offer each other."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _


class Offer(models.TextChoices):
    SPARRING = "sparring", _("Sparring")
    TALK = "oplaeg", _("Oplæg")
    FACILITATION = "facilitering", _("Facilitering")


class OffersField(models.JSONField):
    """A list of offers. Every form asks with check boxes, the CMS's too."""

    def formfield(self, **options: Any) -> forms.Field:
        chosen = {"label": self.verbose_name, "help_text": self.help_text, **options}
        return forms.MultipleChoiceField(
            choices=Offer.choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=chosen["label"],
            help_text=chosen["help_text"],
        )
