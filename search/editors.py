"""The views behind the editors' part of search. Each reads only: trying saves nothing."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.permission_policies.pages import PagePermissionPolicy

from gufu.outbox.models import OutboxEntry
from search import queries, words
from search.addresses import document_at
from search.contract import (
    LONGEST_TEXT,
    Ask,
    Engine,
    Node,
    Row,
    SearchRequest,
    SearchUnavailableError,
)
from search.documents import document
from search.effects import effect
from search.engines import at_hand
from search.explain import Explanation, rarity
from search.kinds import BY_SPACE
from search.labels import place
from search.models import EmptySearch, LexiconWord, PinnedResult, SynonymGroup
from search.phrases import phrase_tokens
from search.ranking import aged
from search.service import search
from search.sight import allowed, sight_of
from search.vocabulary import Guesser
from search.word_changes import TOPIC as REBUILD

MODELS: dict[str, Any] = {
    str(model._meta.model_name): model for model in (SynonymGroup, LexiconWord, PinnedResult)
}
View = Callable[..., HttpResponse]


def may_look(user: Any) -> bool:
    """Whether somebody may see why a page is found and what is looked for in vain."""
    return PagePermissionPolicy().user_has_any_permission(user, ["change", "publish"])


def for_editors(view: View) -> View:
    """Let in those who may change pages."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_look(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_POST
def try_out(request: HttpRequest, model: str, pk: int) -> HttpResponse:
    """Show what a search gives now, and what it gives with the form that was sent."""
    if model not in MODELS:
        raise Http404
    verb = "change" if pk else "add"
    if not request.user.has_perm(f"search.{verb}_{model}"):
        raise PermissionDenied
    kept = get_object_or_404(MODELS[model], pk=pk) if pk else MODELS[model]()
    form = form_of(MODELS[model])(request.POST, instance=kept, for_user=request.user)
    text = request.POST.get("proev", "").strip()[:LONGEST_TEXT] or example(form)
    context: dict[str, Any] = {"form": form, "text": text}
    if form.is_valid() and text:
        try:
            context["effect"] = effect(form.instance, text, request.user)
        except SearchUnavailableError:
            context["unavailable"] = True
    part = request.headers.get("X-Part") == "1"
    return render(request, f"search/cms/effect{'_part' if part else ''}.html", context)


def form_of(model: Any) -> Any:
    """Return the form with which the CMS edits `model`."""
    return model.snippet_viewset.get_form_class()


def example(form: Any) -> str:
    """Return a search that the change is about."""
    for name in ("query", "word", "words"):
        if value := str(form.data.get(name, "")).strip():
            return value.splitlines()[0]
    return ""


@for_editors
def empty(request: HttpRequest) -> HttpResponse:
    """List the searches that found nothing."""
    rows = Paginator(EmptySearch.objects.all(), 50).get_page(request.GET.get("p"))
    return render(request, "search/cms/empty.html", {"rows": rows, "status": status()})


def status() -> dict[str, Any]:
    """Return {"rebuild_needed"}: some index was not read with the editors' words yet."""
    words.refresh()
    waits = OutboxEntry.objects.waiting().filter(topic=REBUILD).exists()
    return {"rebuild_needed": waits or at_hand().status()["rebuild_needed"]}


@for_editors
def explain(request: HttpRequest) -> HttpResponse:
    """Show how a search is read, what it finds, and why one of them is found."""
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    address = request.GET.get("adresse", "").strip()
    context: dict[str, Any] = {"text": text, "address": address, "status": status()}
    if text:
        engine = at_hand()
        try:
            found = search(SearchRequest(text=text, viewer=request.user, size=10), engine)
            context |= {"found": found, "reading": reading(request, text, engine, found.widened)}
            if address:
                context |= about(request, text, address, engine, found.widened)
        except SearchUnavailableError:
            context["unavailable"] = True
    return render(request, "search/cms/explain.html", context)


def planned(request: HttpRequest, text: str, engine: Engine) -> tuple[queries.Plan, Node]:
    """Return (how search reads `text`, what the viewer may see)."""
    sight = sight_of(request.user, engine)
    visible = queries.visible(sight)
    book = words.current(sight.words)
    return queries.plan(text, Guesser(engine, visible).words, book.synonyms), visible


def reading(request: HttpRequest, text: str, engine: Engine, widened: bool) -> list[dict[str, Any]]:
    """Return a row for each word of the search: token, stem, parts, other words, those of the
    thesaurus where little was found, guesses."""
    plan, _visible = planned(request, text, engine)
    plan = queries.widened(plan) if widened else plan
    return [
        {
            "word": plan.text[term.token.start : term.token.end],
            "token": term.token,
            "others": [
                " ".join(word.exact for word in other)
                for span in plan.spans
                if span.first <= at < span.last
                for other in span.others
            ],
            "near": term.near,
            "guesses": [guess.exact for guess in term.guesses],
        }
        for at, term in enumerate(plan.terms)
    ]


def about(
    request: HttpRequest, text: str, address: str, engine: Engine, widened: bool
) -> dict[str, Any]:
    """Return why what stands at `address` is found by `text`, or that it is not there."""
    found = document_at(address)
    if not found or not allowed(request.user, [found])[0]:
        return {"missing": True}
    space, _, key = found.partition(":")
    kind, thing = next((kind, thing) for kind in BY_SPACE[space] for thing in kind.read([int(key)]))
    made = document(kind, thing)
    plan, visible = planned(request, text, engine)

    @lru_cache(maxsize=500)
    def having(field: str, word: str) -> float:
        asked = Ask(query={"term": [field, word]}, filter=visible, limit=1)
        return rarity(everything, engine.ask(asked).total)

    everything = engine.ask(Ask(query={"every": True}, filter=visible, limit=1)).total
    explanation = Explanation(made["tokens"], having)
    plan = queries.widened(plan) if widened else plan
    told = Explanation(phrase_tokens(made["source"]["phrases"]))
    score = explanation.score(queries.text_query(plan, relaxed=widened))
    return {
        "about": made["source"],
        "matched": score > 0,
        "matches": [
            (place(match.field, match.count, told.count(match.field, match.word.split())), match)
            for match in explanation.matches[:40]
        ],
        "age": round(100 * age(made["numbers"])),
        "pinned": found in words.refresh().pinned(text, timezone.localdate()),
    }


def age(numbers: dict[str, int]) -> float:
    """Return the share of its score that a document keeps at its age."""
    row = Row("", 1.0, numbers["dated"], numbers["half_life"], numbers["review_due"])
    return aged(row, timezone.localdate().toordinal())
