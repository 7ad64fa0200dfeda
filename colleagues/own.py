"""What colleagues decide about themselves: photo, traces, whether they stand in the directory."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.core.files.base import File
from django.http import Http404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Collection as Folder

from colleagues.evidence import experience_of
from colleagues.experience import Line
from colleagues.models import ColleagueProfile, HiddenEvidence
from colleagues.people import profile_of
from consent.models import Consent, Photo

#: What a profile is made of: its field, and what it is called.
PIECES: tuple[tuple[str, str | Promise], ...] = (
    ("job_title", gettext_lazy("Din stilling")),
    ("centre", gettext_lazy("Dit center")),
    ("place", gettext_lazy("Dit arbejdssted")),
    ("phone", gettext_lazy("Et telefonnummer")),
    ("ask_me_about", gettext_lazy("Det, kolleger må spørge dig om")),
    ("subject_areas", gettext_lazy("Dine fagområder")),
    ("offers", gettext_lazy("Det, du gerne hjælper med")),
    ("photo", gettext_lazy("Et foto, hvis du har lyst")),
)
#: What a colleague says yes to; it stands beside the check box and in the consent.
PHOTO_CONSENT = gettext_lazy(
    "Jeg siger ja til, at mit foto vises på min profil, i kollegaoversigten og ved sider, "
    "hvor jeg er kontakt. Kun kolleger, der er logget ind, kan se det."
)


@dataclass(frozen=True)
class Completeness:
    """How much of a profile is there: for its owner's eyes alone."""

    done: int
    total: int
    missing: list[tuple[str, str | Promise]]  # id on the page, what it is called


@dataclass(frozen=True)
class OwnGroup:
    """One's own traces of a kind, each with whether one has hidden it."""

    heading: str | Promise
    lines: list[tuple[Line, bool]]


def saved_profile(user: User) -> ColleagueProfile:
    """Return the user's profile. Raises Http404 where there is none yet."""
    profile = profile_of(user)
    if profile is None:
        raise Http404
    return profile


def completeness(profile: ColleagueProfile) -> Completeness:
    """Return what is there and what is missing; one query."""
    there = {name for name, _label in PIECES if name != "subject_areas" and getattr(profile, name)}
    if profile.pk and profile.subject_areas.exists():
        there.add("subject_areas")
    missing = [
        ("foto" if name == "photo" else f"id_{name}", label)
        for name, label in PIECES
        if name not in there
    ]
    return Completeness(len(there), len(PIECES), missing)


def year_before(day: date) -> date:
    """Return the same day a year earlier; the 28th of February for a leap day."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def is_stale(profile: ColleagueProfile) -> bool:
    """Return whether it is more than a year since the profile was said to be right."""
    confirmed = profile.confirmed_at
    return bool(confirmed and confirmed < year_before(timezone.localdate()))


def take_photo(profile: ColleagueProfile, file: File, user: User) -> None:
    """Make `file` the portrait, under a consent that says what was said yes to, when and where."""
    drop_photo(profile)
    consent = Consent.objects.create(
        subject=_("Portræt af %(name)s") % {"name": profile.name},
        scope=str(PHOTO_CONSENT),
        given_on=timezone.localdate(),
        proof=_("Givet af personen selv på »Din profil« i GUFU"),
    )
    profile.photo = Photo.objects.create(
        title=consent.subject,
        description=consent.subject,
        file=file,
        shows_people=True,
        consent=consent,
        uploaded_by_user=user,
        collection=Folder.get_first_root_node(),
    )
    profile.photo_consent = consent
    profile.save(update_fields=["photo", "photo_consent"])


def drop_photo(profile: ColleagueProfile) -> bool:
    """Take the portrait off and its consent back; return whether there was one.

    A picture that came with the same consent has no other use, and is deleted with all its sizes;
    the note that there was a consent stays, as withdrawn.
    """
    photo, consent = profile.photo, profile.photo_consent
    if photo is None and consent is None:
        return False
    profile.photo = profile.photo_consent = None
    profile.save(update_fields=["photo", "photo_consent"])
    if consent:
        consent.status = Consent.Status.WITHDRAWN
        consent.archive_decision = Consent.ArchiveDecision.DELETE
        consent.save()
    if photo and consent and photo.consent_id == consent.pk:
        photo.delete()
    return True


def evidence_of(profile: ColleagueProfile, user: User) -> list[OwnGroup]:
    """Return all traces of a colleague for their own eyes, what they have hidden too: two
    queries."""
    hidden = {row.key for row in profile.hidden_evidence.all()}
    done = experience_of([profile.pk], user, with_hidden=True)[profile.pk]
    return [
        OwnGroup(group.heading, [(line, hidden.issuperset(line.keys)) for line in group.lines])
        for group in done.groups
    ]


def hide_evidence(profile: ColleagueProfile, keys: Collection[str], user: User) -> int:
    """Hide those of `keys` that are traces of this colleague; return how many."""
    done = experience_of([profile.pk], user)[profile.pk]
    traces = [trace for trace in done.traces if trace.key in keys]
    for trace in traces:
        kind, _colon, thing = trace.key.partition(":")
        HiddenEvidence.objects.get_or_create(
            profile=profile, kind=kind, thing=int(thing), defaults={"page_id": trace.page}
        )
    return len(traces)


def show_evidence(profile: ColleagueProfile, keys: Collection[str]) -> None:
    """Show those of `keys` that this colleague has hidden."""
    for row in profile.hidden_evidence.all():
        if row.key in keys:
            row.delete()


def leave(profile: ColleagueProfile) -> None:
    """Leave the directory; what was written stays, for its owner alone."""
    profile.opted_in = False
    profile.confirmed_at = profile.confirmed_at or timezone.localdate()  # the answer was no
    profile.save(update_fields=["opted_in", "confirmed_at"])


def come_back(profile: ColleagueProfile) -> None:
    """Stand in the directory again; saying so is saying that the profile is right."""
    profile.opted_in, profile.confirmed_at = True, timezone.localdate()
    profile.save(update_fields=["opted_in", "confirmed_at"])
