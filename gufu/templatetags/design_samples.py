"""Samples for the living catalogue at /udvikling/design/: what each include is shown with."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms, template
from django.core.paginator import Paginator
from django.utils import timezone

register = template.Library()


class SampleForm(forms.Form):
    """Every sort of field once, with an error in two of them."""

    subject = forms.CharField(label="Emne", max_length=80)
    email = forms.EmailField(
        label="Din e-mail", help_text="Vi svarer til denne adresse inden for tre hverdage."
    )
    wanted_by = forms.DateField(
        label="Hvornår skal det bruges?",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    kind = forms.ChoiceField(
        label="Hvad har du brug for?",
        choices=[("sparring", "Sparring"), ("facilitering", "Facilitering af et møde")],
        widget=forms.RadioSelect,
        initial="sparring",
    )
    centre = forms.ChoiceField(
        label="Center", choices=[("", "Vælg …"), ("tm", "Teknik & Miljø")], required=False
    )
    situation = forms.CharField(label="Fortæl kort om situationen", widget=forms.Textarea)
    agree = forms.BooleanField(
        label="Andre må gerne kontakte mig om det",
        required=False,
        help_text="Du kan altid ombestemme dig.",
    )


def _icon_names() -> list[str]:
    sprite = Path(__file__).parents[1] / "static" / "gufu" / "icons.svg"
    return re.findall(r'<symbol id="([^"]+)"', sprite.read_text())


def _facet(name: str, label: str, *options: tuple[str, str, int, bool]) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "options": [
            {"value": v, "label": text, "count": n, "selected": on, "url": f"?{name}={v}"}
            for v, text, n, on in options
        ],
    }


def _page(**values: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"url": "#", "slug": "proeve", "is_illustrative": False, **values})


@register.simple_tag
def design_samples() -> dict[str, Any]:
    """Return the sample values by name; nothing here comes from the database."""
    today = timezone.localdate()
    form = SampleForm({"subject": "Dialogmøde i Horbelev", "email": "mette", "kind": "sparring"})
    form.is_valid()
    return {
        "today": today,
        "last_year": today - dt.timedelta(days=400),
        "next_year": today + dt.timedelta(days=200),
        "crumbs": [{"label": "Cases", "url": "#"}, {"label": "Find og forstør", "url": "#"}],
        "page_facts": [
            {"icon": "place", "label": "Horbelev"},
            {"icon": "building", "label": "Teknik & Miljø"},
            {"icon": "calendar", "label": "Efterår 2016"},
        ],
        "cases": [
            _page(
                title="Park & Vej ser verden fra borgernes stol",
                summary="Når en borger klager over lyset fra et skilt, tager Gitte på besøg klokken 21 og ser selv efter.",
                location="Nykøbing F.",
                centre="Teknik & Miljø",
                get_track_display="Find og forstør",
                slug="b",
            ),
            _page(
                title="Brobygning mellem børnehave og skole på Nordbyskolen",
                summary="Pædagoger, lærere og forældre tegner overgangen sammen, før sommerferien begynder.",
                location="Nørre Alslev",
                centre="Børn & Læring",
                get_track_display="Træningsbane",
                is_illustrative=True,
                slug="a",
            ),
            _page(
                title="Frivillige fra Ældre Sagen på Bakkehuset",
                summary="Onsdag er blevet den dag, hvor huset er fuldt, og hvor personalet lærer af gæsterne.",
                location="Bakkehuset",
                centre="Sundhed & Omsorg",
                get_track_display="Facilitering",
                is_illustrative=True,
                slug="d",
            ),
        ],
        "tools": [
            _page(
                title="Gå-tur-mødet",
                summary="Gå en tur dér, hvor problemet er, og lad den, der bor der, vise vej.",
                minutes_min=30,
                minutes_max=60,
                group_min=2,
                group_max=8,
                get_difficulty_display="Let",
                get_phase_display="Forstå",
            ),
            _page(
                title="En, to, fire, alle",
                summary="Alle når at tænke selv, før nogen tager ordet. Godt, når de samme altid svarer først.",
                minutes_min=15,
                minutes_max=15,
                group_min=4,
                group_max=40,
                get_difficulty_display="Let",
                get_phase_display="Skab",
                is_illustrative=True,
            ),
            _page(
                title="Forventningsafstemning",
                summary="Hvem gør hvad, og hvad gør vi, hvis det ikke går? Ti minutter, der sparer en konflikt.",
                minutes_min=10,
                minutes_max=20,
                group_min=2,
                group_max=12,
                get_difficulty_display="Øvet",
                get_phase_display="Invitér",
            ),
        ],
        "questions": [
            _page(
                text="Hvad ville du gøre, hvis kommunen ikke fandtes?",
                get_phase_display="Forstå",
                purpose="Flytter blikket fra ydelser til det, folk selv kan og vil.",
            ),
            _page(
                text="Hvem mangler ved bordet?",
                get_phase_display="Invitér",
                purpose="Stilles, før dagsordenen er skrevet.",
            ),
            _page(
                text="Hvad er det mindste, vi kan prøve i næste uge?",
                get_phase_display="Afprøv",
                purpose="",
            ),
        ],
        "people": [
            SimpleNamespace(
                name="Karen-Marie Toft",
                job_title="Udviklingskonsulent",
                centre="Borger & Branding",
                get_absolute_url="#",
            ),
            SimpleNamespace(
                name="Torben Ågesen",
                job_title="Driftsleder",
                centre="Teknik & Miljø",
                get_absolute_url="#",
            ),
            SimpleNamespace(
                name="Fatma Yildirim",
                job_title="Pædagogisk leder",
                centre="Børn & Læring",
                get_absolute_url="#",
            ),
        ],
        "quotes": [
            SimpleNamespace(
                text="Det er utroligt, hvad Ældre Sagen skaber af aktiviteter.",
                attribution="",
                role="Mandlig pensionist",
                get_theme_display="Aktivt medborgerskab",
            ),
            SimpleNamespace(
                text="Som tilflytter er det svært at blive en del af fællesskabet.",
                attribution="",
                role="Flygtning",
                get_theme_display="Aktivt medborgerskab",
            ),
        ],
        "principles": [
            SimpleNamespace(
                number=1,
                statement="I samskabelse er der flere om at skabe noget nyt",
                get_origin_display="Frivilligrådet",
            ),
            SimpleNamespace(
                number=4,
                statement="Opgiv initiativretten – gød jorden, til andre gør det",
                get_origin_display="Resonans",
            ),
        ],
        "advice": [
            SimpleNamespace(
                kind="do",
                advice="Sig højt, hvad du er i tvivl om",
                rationale="Tvivl åbner for andres viden. Skråsikkerhed lukker den.",
                instead="",
            ),
            SimpleNamespace(
                kind="dont",
                advice="Kom med en færdig plan og kald det inddragelse",
                rationale="Folk mærker det med det samme.",
                instead="Kom med problemet og to tomme stole.",
            ),
        ],
        "business": _page(
            title="Fælles oprydning i landsbyerne",
            summary="Kommunen stiller med gear og henter affaldet; borgerne gør arbejdet.",
            is_illustrative=True,
        ),
        "arena": _page(
            title="Unge i mellemrummet",
            summary="For unge, der hverken er i skole, i job eller i en forening – og for dem, der møder dem.",
            get_stage_display="I gang",
        ),
        "facets": [
            _facet(
                "fase",
                "Fase",
                ("forstaa", "Forstå", 8, False),
                ("inviter", "Invitér", 5, True),
                ("skab", "Skab", 7, False),
                ("forankr", "Forankr", 3, False),
            ),
            _facet(
                "tid",
                "Tid",
                ("15", "Højst 15 min.", 6, False),
                ("30", "Højst 30 min.", 14, True),
                ("60", "Højst en time", 22, False),
            ),
        ],
        "sorts": [{"label": "Nyeste", "url": "#", "selected": True}, {"label": "A–Å", "url": "#"}],
        "tabs": [
            {"label": "Alt", "url": "#", "count": 86, "current": True},
            {"label": "Cases", "url": "#", "count": 14},
            {"label": "Værktøjer", "url": "#", "count": 26},
            {"label": "Kolleger", "url": "#", "count": 5},
        ],
        "page_obj": Paginator(range(240), 20).page(4),
        "fact_rows": [
            {"label": "Center", "value": "Teknik & Miljø"},
            {"label": "Spor", "value": "Find og forstør"},
            {"label": "Partnere", "value": "Borgere i lokalområderne"},
            {
                "label": "Greb, de brugte",
                "links": [
                    {"label": "Læg tvivlen på bordet", "url": "#"},
                    {"label": "Gå-tur-mødet", "url": "#"},
                ],
            },
        ],
        "steps": [
            {
                "title": "Vælg ruten sammen",
                "text": "Spørg den, der har henvendt sig, hvor I skal gå hen. Tag ikke selv et kort med.",
                "minutes": 5,
            },
            {
                "title": "Gå, og ti stille",
                "text": "Lad dem vise vej og fortælle. Stil kun spørgsmål, der begynder med »hvordan« eller »hvornår«.",
                "minutes": 25,
            },
            {
                "title": "Stop, og aftal ét skridt",
                "text": "Hvad gør I hver især inden fredag? Skriv det ned på ét ark.",
                "minutes": 10,
            },
        ],
        "from_to": [
            {"before": "Silotænkning", "after": "Helheder og koordination"},
            {"before": "Kontrol", "after": "Tillid"},
            {"before": "Monologer og envejsinformation", "after": "Ægte dialog og deltagelse"},
        ],
        "dos": ["Ring i stedet for at skrive", "Fortæl, hvad I ikke kan love"],
        "donts": ["Holde mødet på rådhuset af vane", "Tælle fremmødet som eneste mål"],
        "bars": [
            {"label": "Investering, år 0", "value": -120, "display": "−120.000 kr."},
            {"label": "Sparet drift om året", "value": 86, "display": "86.000 kr.", "kind": "ok"},
            {
                "label": "Nutidsværdi over fem år",
                "value": 268,
                "display": "268.000 kr.",
                "kind": "ok",
            },
        ],
        "columns": [
            {"label": "Post"},
            {"label": "Lav", "number": True},
            {"label": "Forventet", "number": True},
            {"label": "Høj", "number": True},
        ],
        "rows": [
            ["Gear og poser", "30.000", "40.000", "55.000"],
            ["Kørsel", "60.000", "80.000", "95.000"],
        ],
        "total": ["I alt", "90.000", "120.000", "150.000"],
        "ways": [
            {"label": "Find et værktøj", "url": "#", "icon": "tool"},
            {"label": "Er det samskabelse?", "url": "#", "icon": "compass", "quiet": True},
        ],
        "form": form,
        "icons": _icon_names(),
    }
