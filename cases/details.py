"""What a portrait, an arena and a business case show."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases import figures
from cases.lists import commitments
from cases.models import ArenaPage, BusinessCasePage, CasePortraitPage, CasePortraitPicture, Quote
from cases.models.business import Account
from consent.models import Photo
from consent.presets import prefetch_photos
from gufu.reading import keys
from toolbox.details import faces, feedback_on, name_authors, shared_context


def portrait_context(page: CasePortraitPage, request: HttpRequest) -> dict[str, Any]:
    """Return a portrait's story with its pictures and quotes, and everything it links to."""
    feedback = feedback_on(page, request)
    context = shared_context(
        page,
        request,
        _("Cases"),
        pages={
            "tools": keys(page, "tools_used"),
            "business_case": [page.business_case_id],
        },
        people={
            "contacts": keys(page, "contacts"),
            "authors": [item.author_id for item in feedback],
        },
    )
    linked, people = context["linked"], context["people"]
    name_authors(feedback, people.pop("authors"))
    photos = photos_of(page)
    quotes = quotes_of(page, request)
    gallery = gallery_of(page, photos)
    prefetch_photos(
        [
            page.picture,
            *photos.values(),
            *(other.picture for name in linked for other in linked[name]),
            *faces(context),
        ],
        "hero",
        "story",
        "card",
        "avatar",
    )
    story = story_of(page, photos, quotes)
    told = {item["quote"].pk for item in story if item.get("quote")}
    return context | {
        "story": story,
        "quotes": [q for pk, q in quotes.items() if pk not in told and pk in quotes],
        "gallery": [item for item in gallery if item["photo"].is_showable],
        "feedback": feedback,
        "contacts": people["contacts"],
        "tools": linked["tools"],
        "business_case": next(iter(linked["business_case"]), None),
        "period": period(page),
        "facts": portrait_facts(page, context["words"], period(page)),
    }


def blocks_of(page: CasePortraitPage, kind: str) -> list[dict[str, Any]]:
    """Return the stored values of the story's blocks of one kind; nothing they name is fetched."""
    return [block["value"] for block in page.story.raw_data if block["type"] == kind]


def photos_of(page: CasePortraitPage) -> dict[int, Photo]:
    """Return the photos of story and gallery by primary key: one query.

    Those of the gallery say so (`in_gallery`), with their `place` and `caption`.
    """
    told = [value.get("image") for value in blocks_of(page, "picture")]
    rows = CasePortraitPicture.objects.filter(page=page.pk)
    mine = rows.filter(image=OuterRef("pk")).order_by("sort_order")
    wanted = Q(pk__in=[pk for pk in told if pk]) | Q(pk__in=rows.values("image"))
    if edited := edited_gallery(page):
        wanted |= Q(pk__in=[row.image_id for row in edited])
    photos = Photo.objects.filter(wanted).annotate(
        in_gallery=Exists(mine),
        place=Subquery(mine.values("sort_order")[:1]),
        caption=Subquery(mine.values("caption")[:1]),
    )
    return {photo.pk: photo for photo in photos}


def edited_gallery(page: CasePortraitPage) -> list[CasePortraitPicture]:
    """Return the gallery of a page that is being edited (a preview), else nothing."""
    return list(getattr(page, "_cluster_related_objects", {}).get("gallery", ()))


def gallery_of(page: CasePortraitPage, photos: dict[int, Photo]) -> list[dict[str, Any]]:
    """Return the gallery in order: [{photo, caption}]."""
    if "gallery" in getattr(page, "_cluster_related_objects", {}):
        rows = [(row.image_id, row.caption) for row in edited_gallery(page)]
        return [{"photo": photos[pk], "caption": text} for pk, text in rows if pk in photos]
    shown = [photo for photo in photos.values() if photo.in_gallery]
    shown.sort(key=lambda photo: (photo.place or 0, photo.pk))
    return [{"photo": photo, "caption": photo.caption} for photo in shown]


def quotes_of(page: CasePortraitPage, request: HttpRequest) -> dict[int, Quote]:
    """Return the portrait's quotes whose consent holds, by primary key, the story's included."""
    told = [value.get("quote") for value in blocks_of(page, "quote")]
    wanted = Q(pk__in=keys(page, "quotes")) | Q(pk__in=[pk for pk in told if pk])
    return {quote.pk: quote for quote in Quote.objects.visible_to(request.user).filter(wanted)}


def story_of(
    page: CasePortraitPage, photos: dict[int, Photo], quotes: dict[int, Quote]
) -> list[dict[str, Any]]:
    """Return the story's blocks: {kind, block}, or {kind, photo, caption}, or {kind, quote}.

    Pictures and quotes that may not be shown are left out, with their captions.
    """
    story: list[dict[str, Any]] = []
    for place, raw in enumerate(page.story.raw_data):
        kind, value = raw["type"], raw["value"]
        if kind == "picture":
            photo = photos.get(value.get("image"))
            if photo and photo.is_showable:
                story.append({"kind": kind, "photo": photo, "caption": value.get("caption", "")})
        elif kind == "quote":
            if quote := quotes.get(value.get("quote")):
                story.append({"kind": kind, "quote": quote})
        else:
            story.append({"kind": kind, "block": page.story[place]})
    return story


def period(page: CasePortraitPage) -> str:
    """Return "marts 2025 – juni 2026", or as much of it as is known."""
    begun = date_format(page.start_date, "F Y") if page.start_date else ""
    ended = date_format(page.end_date, "F Y") if page.end_date else ""
    if begun and ended:
        return begun if begun == ended else f"{begun} – {ended}"
    if begun:
        return _("Siden %(month)s") % {"month": begun}
    return _("Indtil %(month)s") % {"month": ended} if ended else ""


def portrait_facts(
    page: CasePortraitPage, words: dict[str, Any], when: str
) -> list[dict[str, Any]]:
    """Return the rows of the facts box; the words lead to the list with that choice made."""

    def links(name: str, parameter: str) -> list[dict[str, str]]:
        return [
            {"label": word["label"], "url": f"/cases/?{parameter}={word['slug']}"}
            for word in words[name]
        ]

    centre = page.centre
    return [
        {"label": _("Spor"), "value": page.get_track_display()},
        {"label": _("Hvor langt?"), "value": page.get_stage_display()},
        {"label": _("Hvornår"), "value": when},
        {"label": _("Sted"), "value": page.location},
        {
            "label": _("Center"),
            "links": [{"label": centre.name, "url": f"/cases/?center={centre.slug}"}]
            if centre
            else [],
        },
        {"label": _("Deltagelse"), "value": page.get_participation_level_display()},
        {"label": _("Deltagere"), "value": page.participant_count},
        {"label": _("Fagområder"), "links": links("subject_areas", "emne")},
        {"label": _("Målgrupper"), "links": links("target_groups", "maalgruppe")},
    ]


def arena_context(page: ArenaPage, request: HttpRequest) -> dict[str, Any]:
    """Return an arena's partners and coordinator, and what its centre has bound itself to."""
    context = shared_context(
        page, request, _("Arenaer"), people={"coordinator": [page.coordinator_id]}
    )
    related = context["linked"]["related"]
    photos = [page.picture, *(other.picture for other in related), *faces(context)]
    prefetch_photos(photos, "hero", "card", "avatar")
    bound = commitments(request.user, centre=page.centre_id) if page.centre_id else []
    return context | {
        "coordinator": next(iter(context["people"].pop("coordinator")), None),
        "commitments": bound,
        "facts": [
            {"label": _("Spor"), "value": page.get_track_display()},
            {"label": _("Hvor langt?"), "value": page.get_stage_display()},
            {"label": _("Center"), "value": page.centre.name if page.centre else ""},
            {"label": _("Fagområder"), "links": context["words"]["subject_areas"]},
            {"label": _("Målgrupper"), "links": context["words"]["target_groups"]},
        ],
    }


def business_case_context(page: BusinessCasePage, request: HttpRequest) -> dict[str, Any]:
    """Return a business case's figures for the municipality and for society, apart."""
    context = shared_context(
        page,
        request,
        _("Business cases"),
        pages={"cases": page.cases.values("pk")} if page.pk else {},
        people={"benefit_owner": [page.benefit_owner_id]},
    )
    linked = context["linked"]
    photos = [other.picture for name in linked for other in linked[name]]
    prefetch_photos([page.picture, *photos, *faces(context)], "card", "avatar")
    lines = figures.lines_of(page)
    views = [figures.view_of(page, account, lines) for account in Account.values]
    views.sort(key=lambda view: view["account"] != page.perspective)
    municipality = next(view for view in views if view["account"] == Account.MUNICIPALITY)
    return context | {
        "views": views,
        "line_groups": figures.line_table(page),
        "risks": figures.risk_view(page, views[0]["result"].npv),
        "year_heads": [_("År"), _("Netto"), _("Samlet"), _("Nutidsværdi")],
        "estimate_heads": [_("Tal"), _("Lavt skøn"), _("Forventet"), _("Højt skøn")],
        "line_heads": [_("År"), _("Lavt skøn"), _("Forventet"), _("Højt skøn")],
        "risk_heads": [_("Risiko"), _("Sandsynlighed"), _("Beløb"), _("I gennemsnit")],
        "actual_heads": [_("År"), _("Planlagt"), _("Realiseret"), _("Forskel")],
        "actuals": figures.actual_view(page, municipality["result"].yearly),
        "benefit_owner": next(iter(context["people"].pop("benefit_owner")), None),
    }
