"""What the pages of the toolbox show: a tool with what colleagues learnt, a model for feedback."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext as _

from consent.presets import prefetch_photos
from gufu.models import KnowledgePage
from gufu.reading import Keys, crumbs, keys, pages_by_relation, people_by_relation, words
from toolbox.forms import TrialForm
from toolbox.models import (
    CollectionItem,
    Feedback,
    FeedbackModelPage,
    Principle,
    QuestionCard,
    ToolPage,
    ToolTrial,
)

#: Pieces of advice and of feedback on a page; the newest say most.
MAX_ADVICE = 8


def shared_context(
    page: KnowledgePage,
    request: HttpRequest,
    section: str,
    *,
    pages: dict[str, Keys] | None = None,
    people: dict[str, Keys] | None = None,
    more: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return what every knowledge page shows: words, linked pages, people, whether it is saved.

    `pages` and `people` name further relations, `more` further short rows (`gufu.reading.words`);
    each comes back as `linked[name]`, `people[name]` and `words[name]`.
    """
    viewer = request.user
    saved = CollectionItem.objects.filter(collection__owner_id=viewer.pk, page_id=page.pk)
    found = words(page, {"saved": (saved, "pk", "note"), **(more or {})})
    linked = pages_by_relation(
        viewer, {"itself": [page.pk], "related": keys(page, "related"), **(pages or {})}
    )
    for itself in linked.pop("itself"):
        # The page as the list shows it came with its picture and centre: no query for those.
        if itself.picture_id == page.picture_id:
            page._state.fields_cache["picture"] = itself.picture
        if itself.centre_id == page.centre_id:
            page._state.fields_cache["centre"] = itself.centre
    shown = people_by_relation(viewer, {"owner": [page.colleague_owner_id], **(people or {})})
    return {
        "words": found,
        "is_saved": bool(found.pop("saved")),
        "linked": linked,
        "people": shown,
        "owner": next(iter(shown.pop("owner")), None),
        "crumbs": crumbs(page, section),
    }


def faces(context: dict[str, Any]) -> list[Any]:
    """Return the photos of the people in a `shared_context` that may be shown."""
    people = [context["owner"], *(person for row in context["people"].values() for person in row)]
    return [person.shown_photo for person in people if person is not None]


def tool_context(page: ToolPage, request: HttpRequest) -> dict[str, Any]:
    """Return a tool's questions, trials, advice, cases, and the form for another trial."""
    trials = ToolTrial.objects.filter(tool_id=page.pk)
    feedback = feedback_on(page, request)
    outcomes = trials.order_by().values("worked").annotate(n=Count("pk"))
    invented = trials.filter(is_illustrative=True).values("tool").annotate(n=Count("pk"))
    questions = QuestionCard.objects.visible_to(request.user).filter(pk__in=keys(page, "questions"))
    context = shared_context(
        page,
        request,
        _("Værktøjskasse"),
        pages={"cases": page.cases.values("pk")} if page.pk else {},
        people={
            "advisers": trials.filter(contactable=True).values("colleague"),
            "authors": [item.author_id for item in feedback],
        },
        more={
            "questions": (questions, "slug", "text"),
            "outcomes": (outcomes, "worked", "n"),
            "invented": (invented, "tool", "n"),
        },
    )
    known = context["people"].pop("advisers")
    name_authors(feedback, context["people"].pop("authors"))
    linked = context["linked"]
    prefetch_photos(
        [
            page.picture,
            *(other.picture for name in linked for other in linked[name]),
            *faces(context),
        ],
        "card",
        "avatar",
    )
    return context | {
        "questions": context["words"].pop("questions"),
        "trials": trial_figures(context["words"].pop("outcomes"))
        | {"invented": sum(int(row["label"]) for row in context["words"].pop("invented"))},
        "feedback": feedback,
        "advice": advice(trials, {person.pk: person for person in known}),
        "template_file": template_file(page),
        "trial_form": getattr(request, "trial_form", None) or TrialForm(),
    }


def template_file(page: ToolPage) -> Any:
    """Return the tool's template, if it has one and its consent (if any) holds."""
    if not page.template_file_id:
        return None
    documents = page._meta.get_field("template_file").related_model.objects
    found = documents.select_related("consent").filter(pk=page.template_file_id).first()
    return found if found and found.is_showable else None


def trial_figures(outcomes: list[dict[str, str]]) -> dict[str, Any]:
    """Return how often a tool was tried and how well it worked: {count, good, rows}.

    `outcomes` are {"slug": answer, "label": how many}; `rows` are for a bar chart, best first, and
    `good` is how many said that it worked well or very well.
    """
    numbers = {int(row["slug"]): int(row["label"]) for row in outcomes}
    rows = [
        {
            "label": answer.label,
            "value": numbers.get(answer.value, 0),
            "kind": "ok" if answer >= ToolTrial.Worked.WELL else "soft",
        }
        for answer in sorted(ToolTrial.Worked, reverse=True)
    ]
    return {
        "count": sum(numbers.values()),
        "good": sum(n for answer, n in numbers.items() if answer >= ToolTrial.Worked.WELL),
        "rows": rows,
        "table": [[row["label"], row["value"]] for row in rows],
    }


def advice(trials: Any, known: dict[int, Any]) -> list[ToolTrial]:
    """Return the newest trials that give advice, each with `.adviser`: a colleague who may be
    shown and said that others may ask, else None."""
    rows = list(trials.exclude(adaptation="")[:MAX_ADVICE])
    for trial in rows:
        trial.adviser = known.get(trial.colleague_id) if trial.contactable else None
    return rows


def feedback_model_context(page: FeedbackModelPage, request: HttpRequest) -> dict[str, Any]:
    """Return what a model for feedback shows, with feedback that was given by it."""
    given = Feedback.objects.visible_to(request.user).select_related("target")[:MAX_ADVICE]
    context = shared_context(
        page,
        request,
        _("Værktøjskasse"),
        people={"authors": [item.author_id for item in given]},
    )
    name_authors(given, context["people"]["authors"])
    photos = [page.picture, *(other.picture for other in context["linked"]["related"])]
    prefetch_photos([*photos, *faces(context)], "card", "avatar")
    return context | {"feedback": given}


def feedback_on(page: KnowledgePage, request: HttpRequest) -> list[Feedback]:
    """Return the newest feedback on a page; none on one that is not saved yet (a preview)."""
    return list(Feedback.objects.visible_to(request.user).filter(target=page.pk)[:MAX_ADVICE])


def name_authors(feedback: Any, people: list[Any]) -> None:
    """Give each feedback its `.shown_author`: the author if they may be shown, else None."""
    known = {person.pk: person for person in people}
    for item in feedback:
        item.shown_author = known.get(item.author_id)


def question_context(question: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the tools that use a question, and other questions of its phase."""
    linked = pages_by_relation(request.user, {"tools": question.tools.values("pk")})
    prefetch_photos([page.picture for page in linked["tools"]], "card")
    others = QuestionCard.objects.visible_to(request.user).filter(phase=question.phase)
    return {
        "question": question,
        "tools": linked["tools"],
        "others": others.exclude(pk=question.pk)[:3],
    }


def principle_context(principle: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the pages in which a principle shows, and its neighbours."""
    linked = pages_by_relation(request.user, {"pages": principle.pages.values("pk")})["pages"]
    prefetch_photos([page.picture for page in linked], "card")
    siblings = list(Principle.objects.visible_to(request.user).filter(origin=principle.origin))
    place = next(i for i, other in enumerate(siblings) if other.pk == principle.pk)
    return {
        "principle": principle,
        "cases": [page for page in linked if page.kind == "case"],
        "tools": [page for page in linked if page.kind == "tool"],
        "previous": siblings[place - 1] if place else None,
        "next": siblings[place + 1] if place + 1 < len(siblings) else None,
    }
