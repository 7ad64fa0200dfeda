"""The editor's form: the second of two editors is told, and loses nothing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


class KnowledgePageForm(WagtailAdminPageForm):
    """Refuses to save over a version that the editor has not seen.

    Wagtail's edit view sends the revision that was loaded; its autosave heeds it, but a plain
    "save" or "publish" does not. After the refusal the form holds the editor's own text and the
    newest revision's id, so that saving once more is a deliberate choice; the other's text stays
    in the history either way.
    """

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.is_out_of_date():
            other = self.instance.latest_revision.user
            raise ValidationError(
                _(
                    "%(who)s har gemt en nyere version af siden, mens du skrev. Din tekst står "
                    "stadig her og er ikke gemt endnu. Se den andens version under Historik, og "
                    "gem igen, hvis din tekst skal gælde. Den andens version bliver i historikken."
                )
                % {"who": (other and other.get_full_name()) or _("En anden redaktør")},
                code="conflict",
            )
        return cleaned

    def is_out_of_date(self) -> bool:
        """Return whether somebody saved a revision after this form was loaded."""
        newest = self.instance.latest_revision if self.instance.pk else None
        if newest is None:
            return False
        if overwrite := self.data.get("overwrite_revision_id"):
            return overwrite != str(newest.pk)
        loaded = self.data.get("loaded_revision_id")
        if not loaded:
            return False
        return loaded != str(newest.pk) or (
            self.data.get("loaded_revision_created_at", "") != newest.created_at.isoformat()
        )
