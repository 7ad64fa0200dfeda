"""Writing to a colleague."""

from django import forms
from django.utils.translation import gettext_lazy as _

from colleagues.fields import LineField, TextField
from colleagues.forms.once import OnceForm


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
