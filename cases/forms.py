"""The editor's form for a business case."""

from typing import Any

from django.utils.translation import gettext as _

from gufu.forms import KnowledgePageForm


class BusinessCaseForm(KnowledgePageForm):
    """Refuses two figures of what happened in one year: readers would see one of them."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        seen: set[int] = set()
        for form in self.formsets["actuals"].forms if "actuals" in self.formsets else ():
            year = form.cleaned_data.get("year") if form.is_valid() else None
            if year is None or form.cleaned_data.get("DELETE"):
                continue
            if year in seen:
                form.add_error("year", _("Året står her to gange. Ret det, eller slet linjen."))
            seen.add(year)
        return cleaned
