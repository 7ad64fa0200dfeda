"""The guide as the place one came from: its answers and reasons follow a request for support."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from colleagues.origin import Origin
from gufu.visibility import Viewer
from guide.questions import Grade, Outcome, assess, given

VERDICTS = {
    Grade.CLEARLY: gettext_lazy("Ja, opgaven kalder på samskabelse"),
    Grade.PARTLY: gettext_lazy("Delvist – der er noget at bygge på"),
}


def guide_origin(path: str, query: str, viewer: Viewer) -> Origin | None:
    """Answer for /guide/?…: with the answers in the address, what they led to comes along."""
    if path != reverse("guide"):
        return None
    answers = given(QueryDict(query).dict())
    title, outcome = _("Guiden »Er det samskabelse?«"), assess(answers)
    if outcome.grade not in VERDICTS:
        return Origin(path, title)
    return Origin(
        f"{path}?{urlencode(answers)}", title, situation=in_words(outcome), answers=answers
    )


def in_words(outcome: Outcome) -> str:
    """Return what the guide says, as text that a person can go on writing on."""
    lines = [_("Guiden siger: %(verdict)s.") % {"verdict": VERDICTS[outcome.grade]}]
    for heading, reasons in (
        (_("Det taler for:"), outcome.speaks_for),
        (_("Det taler delvist for:"), outcome.partly),
    ):
        if reasons:
            lines += ["", heading, *(f"– {question.yes}" for question in reasons)]
    return "\n".join([*lines, "", ""])
