"""What this room, and the libraries below it, hold about a person."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, ReferenceIndex

from colleagues.models import ColleagueProfile, SupportEvent
from colleagues.personal_data.registry import Rule, Source, Subject, register, register_source
from colleagues.staff.leavers import end_sessions
from consent.models import Consent, Photo
from gufu.sign_on.browsers import digest
from gufu.sign_on.models import FailedAttempt

ERASED = "Slettet person"
DELETE, UNLINK, KEEP = Rule.DELETE, Rule.UNLINK, Rule.KEEP


def register_all() -> None:
    """Register the room's own models, and those of Django, Wagtail and allauth."""
    _colleagues()
    _accounts()
    _cms()
    # The log and the history are asked while portrait and profile are there.
    for source in (LOG, HISTORY, PHOTO, ATTEMPTS, SESSIONS):
        register_source(source)


def _colleagues() -> None:
    profile = _("Din profil")
    register("colleagues.ColleagueProfile", "user", profile, DELETE)
    register("colleagues.ColleagueProfile", "deputy", _("Du er stedfortræder for"), UNLINK,
             fields=("name",), searched=True)  # fmt: skip
    register("colleagues.HiddenEvidence", "profile", _("Erfaringer, du har skjult"), DELETE)
    register("colleagues.StaffRecord", "user", _("Fra medarbejderregistret"), DELETE)
    register("colleagues.ContactMessage", "sender", _("Beskeder, du har sendt"), DELETE)
    # What others wrote to somebody is theirs too: the person gets to know of it, not its text.
    about = ("subject", "status", "created_at", "sent_at")
    register("colleagues.ContactMessage", "recipient", _("Beskeder til dig"), DELETE, fields=about)
    register("colleagues.ContactMessage", "delivered_to", _("Beskeder, du har fået leveret"),
             DELETE, fields=about)  # fmt: skip
    register("colleagues.ContactMessage", "answered_by", _("Beskeder, du har svaret på"), UNLINK,
             fields=about)  # fmt: skip
    register("colleagues.SupportRequest", "requester", _("Støtte, du har bedt om"), DELETE)
    register("colleagues.SupportRequest", "assigned_to", _("Støtteanmodninger, du har taget"),
             UNLINK, fields=("topic", "status", "created_at", "answer", "outcome"))  # fmt: skip
    register("colleagues.SupportNote", "author", _("Noter, du har skrevet i køen"), UNLINK)
    register("colleagues.SupportEvent", "by", _("Trin i anmodninger om støtte"), UNLINK)
    register("colleagues.Commitment", "owner", _("Forpligtelser, du står for"), UNLINK,
             fields=("strategic_goal", "task", "status"))  # fmt: skip
    register("gufu.KnowledgePage", "colleague_owner", _("Sider, du ejer"), UNLINK,
             fields=("title", "url_path", "confirmed_at"), searched=True)  # fmt: skip


def _accounts() -> None:
    register("sign_on.BreakGlassAccount", "user", _("Nødadgang"), DELETE)
    register("account.EmailAddress", "user", _("E-mailadresser til login"), DELETE)
    register("mfa.Authenticator", "user", _("Totrinslogin"), DELETE, secret=("data",))
    register("socialaccount.SocialAccount", "user", _("Login hos kommunens udbyder"), DELETE)


def _cms() -> None:
    uploads = _("Billeder og filer, du har lagt op")
    shown = ("title", "created_at")
    for model in ("consent.Photo", "consent.Attachment", "wagtaildocs.Document",
                  "wagtailimages.Image"):  # fmt: skip
        register(model, "uploaded_by_user", uploads, UNLINK, fields=shown)
    register("wagtailcore.UploadedFile", "uploaded_by_user", uploads, DELETE, fields=("id", "file"))
    register("wagtailcore.Page", "owner", _("Sider, du har oprettet"), UNLINK,
             fields=("title", "url_path", "first_published_at"))  # fmt: skip
    register("wagtailcore.Page", "locked_by", _("Sider, du har låst"), UNLINK, fields=("title",))
    register("wagtailcore.Revision", "user", _("Udgaver af sider, du har skrevet"), UNLINK,
             fields=("object_str", "created_at"))  # fmt: skip
    register("wagtailcore.WorkflowState", "requested_by", _("Sider, du har sendt til godkendelse"),
             UNLINK, fields=("status", "created_at"))  # fmt: skip
    register("wagtailcore.TaskState", "finished_by", _("Sider, du har godkendt eller afvist"),
             UNLINK, fields=("status", "comment", "finished_at"))  # fmt: skip
    register("wagtailcore.Comment", "user", _("Kommentarer i CMS'et"), DELETE)
    register("wagtailcore.Comment", "resolved_by", _("Kommentarer, du har lukket"), UNLINK,
             fields=("resolved_at",))  # fmt: skip
    register("wagtailcore.CommentReply", "user", _("Svar på kommentarer i CMS'et"), DELETE)
    register("wagtailcore.PageSubscription", "user", _("Sider, du følger i CMS'et"), DELETE)
    register("wagtailcore.APIToken", "user", _("Adgang for programmer"), DELETE,
             fields=("name",))  # fmt: skip
    log = _("Det, du har gjort i CMS'et")
    for model in ("wagtailcore.PageLogEntry", "wagtailcore.ModelLogEntry"):
        register(model, "user", log, KEEP, fields=("action", "label", "timestamp"))
    register("wagtailusers.UserProfile", "user", _("Dine valg i CMS'et"), DELETE)
    register("wagtailadmin.EditingSession", "user", _("Åbne redigeringer"), DELETE)
    register("wagtailadmin.FormState", "user", _("Halvfærdige formularer"), DELETE)


# --- What no link leads to


def _photo(subject: Subject) -> Photo | None:
    return subject.profile.photo if subject.profile else None


def _consents(subject: Subject) -> QuerySet[Consent]:
    """Return the consents to the person's portrait."""
    photo, profile = _photo(subject), subject.profile
    keys = [photo and photo.consent_id, profile and profile.photo_consent_id]
    return Consent.objects.filter(pk__in=filter(None, keys))


def _read_photo(subject: Subject) -> list[dict[str, Any]]:
    photo = _photo(subject)
    rows: list[dict[str, Any]] = [{"title": photo.title, "file": photo.file.name}] if photo else []
    fields = ("subject", "scope", "given_on", "expires_on", "proof", "status", "withdrawn_at")
    return rows + list(_consents(subject).values(*fields))


def _erase_photo(subject: Subject) -> None:
    """Delete the portrait with its sizes, and the consents that nothing else rests on."""
    photo, consents = _photo(subject), list(_consents(subject))
    if photo and not _used_elsewhere(photo, subject):
        photo.delete()  # its files go when the transaction is through
    if subject.profile:
        subject.profile.photo = subject.profile.photo_consent = None
        subject.profile.save(update_fields=["photo", "photo_consent"])
    for consent in consents:
        names = (relation.get_accessor_name() for relation in consent._meta.related_objects)
        if not any(getattr(consent, name).exists() for name in names if name):
            consent.delete()


def _used_elsewhere(photo: Photo, subject: Subject) -> bool:
    mine = ContentType.objects.get_for_model(ColleagueProfile)
    own = Q(base_content_type=mine, object_id=str(subject.profile.pk if subject.profile else 0))
    return ReferenceIndex.get_references_to(photo).exclude(own).exists()


def _attempts(subject: Subject) -> QuerySet[FailedAttempt]:
    return FailedAttempt.objects.filter(account__in=map(digest, subject.names))


def _read_attempts(subject: Subject) -> list[dict[str, Any]]:
    return [dict(row) for row in _attempts(subject).values("address", "step", "at")]


def _erase_attempts(subject: Subject) -> None:
    _attempts(subject).delete()


def _log_about(subject: Subject) -> QuerySet[ModelLogEntry]:
    """Return what was done to the account, the profile, the portrait and the consents to it: each
    entry repeats the name that the thing had."""
    photo = _photo(subject)
    things: list[tuple[type[Model], Any]] = [*subject.keys().items()]
    things += [(Photo, photo and photo.pk)]
    things += [(Consent, consent.pk) for consent in _consents(subject)]
    condition = Q(pk__in=[])
    for model, key in things:
        if key:
            kind = ContentType.objects.get_for_model(model)
            condition |= Q(content_type=kind, object_id=str(key))
    return ModelLogEntry.objects.filter(condition)


def _erase_log(subject: Subject) -> None:
    """Take the name out of the log; that something was done, when and by whom stays."""
    _log_about(subject).update(label=ERASED, data={})


def _history(subject: Subject) -> QuerySet[SupportEvent]:
    """Return the lines that tell by name to whom a request for support was given."""
    if subject.profile is None:
        return SupportEvent.objects.none()
    return SupportEvent.objects.filter(
        kind__in=SupportEvent.NAMING, detail__contains=subject.profile.name
    )


def _erase_history(subject: Subject) -> None:
    """Take the name out of the history; a namesake's goes with it, since a line knows no more."""
    for event in _history(subject):
        assert subject.profile is not None  # noqa: S101 - _history has asked
        event.detail = event.detail.replace(subject.profile.name, ERASED)
        event.save(update_fields=["detail"])


def _sessions(subject: Subject) -> list[dict[str, Any]]:
    if subject.user is None:
        return []
    key = str(subject.user.pk)
    rows = Session.objects.filter(expire_date__gt=timezone.now())
    mine = (row for row in rows.iterator() if row.get_decoded().get("_auth_user_id") == key)
    return [{"expires": row.expire_date} for row in mine]


def _erase_sessions(subject: Subject) -> None:
    if subject.user:
        end_sessions({subject.user.pk})


PHOTO = Source("photo", _("Dit foto og samtykker til det"), DELETE, _read_photo, _erase_photo)
ATTEMPTS = Source("attempts", _("Forsøg på at logge ind"), DELETE, _read_attempts, _erase_attempts)
LOG = Source(
    "log",
    _("Ændringer af din konto og profil"),
    KEEP,
    lambda subject: list(_log_about(subject).values("action", "label", "timestamp")),
    _erase_log,
)
HISTORY = Source(
    "history",
    _("Historik for anmodninger om støtte, der nævner dig"),
    UNLINK,
    lambda subject: [dict(row) for row in _history(subject).values("kind", "detail", "at")],
    _erase_history,
)
SESSIONS = Source(
    "sessions", _("Steder, hvor du er logget ind"), DELETE, _sessions, _erase_sessions
)
