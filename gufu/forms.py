"""The editor's form: the second of two editors is told, and loses nothing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, Revision

from gufu.slugs import danish_slug, is_made_by_browser


class KnowledgePageForm(WagtailAdminPageForm):
    """Refuses to save over a version that the editor has not seen.

    Wagtail's edit view sends the revision that was loaded; its autosave heeds it, but a plain
    "save" or "publish" does not. After the refusal the form holds the editor's own text and the
    newest revision's id, so that saving once more is a deliberate choice; the other's text stays
    in the history either way.
    """

    def clean_slug(self) -> str:
        """Spell the proposed address of a new page in Danish; a chosen one stays as it is."""
        slug, title = self.cleaned_data["slug"], self.cleaned_data.get("title", "")
        if self.instance.first_published_at is None and is_made_by_browser(slug, title):
            return danish_slug(title)
        return slug

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        # Marked by the hook in gufu.wagtail_hooks; a preview saves nothing and may be behind.
        if getattr(self.instance, "heeds_other_editors", False):
            self._refuse_when_out_of_date()
        return cleaned

    def _refuse_when_out_of_date(self) -> None:
        newest = self._newest_revision()
        if newest is None or self._has_seen(newest):
            return
        raise ValidationError(
            _(
                "%(who)s har gemt en nyere version af siden, mens du skrev. Din tekst står "
                "stadig her og er ikke gemt endnu. Se den andens version under Historik, og "
                "gem igen, hvis din tekst skal gælde. Den andens version bliver i historikken."
            )
            % {"who": (newest.user and newest.user.get_full_name()) or _("En anden redaktør")},
            code="conflict",
        )

    def _has_seen(self, newest: Revision) -> bool:
        """Return whether the form was loaded with `newest`, or autosaved as it."""
        if overwrite := self.data.get("overwrite_revision_id"):
            return overwrite == str(newest.pk)
        # A page without revisions has no such field; one that has come since was not seen.
        return (
            self.data.get("loaded_revision_id") == str(newest.pk)
            # An autosave writes over its own revision and leaves only the time to tell by.
            and self.data.get("loaded_revision_created_at") == newest.created_at.isoformat()
        )

    def _newest_revision(self) -> Revision | None:
        """Read the newest revision, and let nobody else save the page until we have.

        PostgreSQL would let two requests pass the check at once; the lock on the row makes the
        second wait and see the first. SQLite has one writer anyway.
        """
        pages = Page.objects.filter(pk=self.instance.pk)
        if connection.in_atomic_block:
            pages = pages.select_for_update()
        newest = pages.values_list("latest_revision", flat=True).first()
        return newest and Revision.objects.select_related("user").get(pk=newest)
