"""The words pages are sorted by, and the short cards: consents, quotes, questions, principles …"""

from django.utils import timezone

from cases.models import CasePortraitPage, Quote
from colleagues.models import ColleagueProfile
from consent.models import Consent
from gufu.demo.texts import plain, read
from gufu.models import KnowledgePage
from gufu.taxonomy import Centre, Criterion, SubjectArea, TargetGroup
from toolbox.models import DoDont, Feedback, Principle, QuestionCard, ToolPage, ToolTrial


def build_terms() -> None:
    """Make centres, subject areas, target groups, criteria and principles."""
    site, principles = read("site"), read("principles")
    for model, rows in (
        (Centre, site["centres"]),
        (SubjectArea, site["subject_areas"]),
        (TargetGroup, site["target_groups"]),
    ):
        for row in rows:
            model.objects.get_or_create(slug=row["slug"], defaults={"name": row["name"]})
    for row in principles["criteria"]:
        Criterion.objects.get_or_create(
            number=row["number"],
            defaults={"title": row["title"], "explanation": plain(row["explanation"])},
        )
    for row in principles["principles"]:
        Principle.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "number": row["number"],
                "origin": row["origin"],
                "statement": row["statement"],
                "explanation": plain(row["explanation"]),
                "away_from": (row["from_to"] or {}).get("from", ""),
                "towards": (row["from_to"] or {}).get("to", ""),
                "practice_signs": row["practice_signs"],
            },
        )


def build_consents() -> dict[str, Consent]:
    """Make the consents; return them by the slug of the content file."""
    made = {}
    for row in read("consents"):
        withdrawn = row["status"] == Consent.Status.WITHDRAWN
        made[row["slug"]], _new = Consent.objects.get_or_create(
            subject=row["subject"],
            defaults={
                "legal_basis": row["legal_basis"],
                "scope": plain(row["scope"]),
                "given_on": row["given_on"],
                "expires_on": row["expires_on"],
                "proof": row["proof"],
                "status": row["status"],
                "withdrawn_at": timezone.now() if withdrawn else None,
                "archive_decision": Consent.ArchiveDecision.PENDING if withdrawn else "",
            },
        )
    return made


def build_quotes(consents: dict[str, Consent]) -> None:
    """Make the quotes; those without a valid consent are there too, and stay unseen."""
    for row in read("quotes"):
        Quote.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "text": plain(row["text"]),
                "attribution": row["attribution"] or "",
                "role": row["role"] or "",
                "anonymity": row["anonymity"],
                "theme": row["theme"],
                "context": plain(row["context"]),
                "said_on": row["said_on"],
                "source": row["source"] or "",
                "consent": consents.get(row["consent"]),
                "is_illustrative": row["is_illustrative"],
            },
        )


def build_questions() -> None:
    """Make the good questions."""
    groups = {group.slug: group for group in TargetGroup.objects.all()}
    centres = {centre.slug: centre for centre in Centre.objects.all()}
    for row in read("questions"):
        card, new = QuestionCard.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "text": row["text"],
                "purpose": plain(row["purpose"]),
                "audience": groups.get(row["audience"]),
                "phase": row["phase"],
                "follow_ups": row["follow_ups"],
                "avoid": plain(row["avoid"]),
                "centre": centres.get(row["centre"]),
                "is_illustrative": row["is_illustrative"],
            },
        )
        if new:
            card.subject_areas.set(SubjectArea.objects.filter(slug__in=row["subject_areas"]))


def build_advice() -> None:
    """Make the do's and don'ts."""
    for row in read("dos_donts"):
        advice, new = DoDont.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "kind": row["kind"],
                "advice": row["advice"],
                "rationale": plain(row["rationale"]),
                "instead": plain(row["instead"]),
                "evidence_case": CasePortraitPage.objects.filter(
                    slug=row["evidence_case"] or ""
                ).first(),
                "is_illustrative": row["is_illustrative"],
            },
        )
        if new:
            advice.subject_areas.set(SubjectArea.objects.filter(slug__in=row["subject_areas"]))


def build_trials() -> None:
    """Make the trials and the feedback, once."""
    people = {person.slug: person for person in ColleagueProfile.objects.all()}
    if not ToolTrial.objects.exists():
        tools = {page.slug: page for page in ToolPage.objects.all()}
        cases = {page.slug: page for page in CasePortraitPage.objects.all()}
        for row in read("trials"):
            ToolTrial.objects.create(
                tool=tools[row["tool"]],
                case=cases.get(row["case"]),
                colleague=people[row["colleague"]],
                date=min(row["date"], timezone.localdate()),
                group_size=row["group_size"],
                actual_minutes=row["actual_minutes"],
                worked=row["worked"],
                adaptation=plain(row["adaptation"]),
                contactable=row["contactable"],
                is_illustrative=True,
            )
    if not Feedback.objects.exists():
        for row in read("feedback")["feedback"]:
            target = KnowledgePage.objects.get(slug=row["target"])
            Feedback.objects.create(
                target=target,
                author=people[row["author"]],
                recipient=target.colleague_owner,
                worked=plain(row["worked"]),
                wondered=plain(row["wondered"]),
                suggestion=plain(row["suggestion"]),
                reply=plain(row["reply"]),
                status=row["status"],
                is_illustrative=True,
            )
