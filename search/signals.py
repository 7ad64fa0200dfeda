"""What changes a search result, and the note it leaves. Imported when the app is ready."""

from typing import Any

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Collection, CollectionViewRestriction, Page
from wagtail.signals import post_page_move

from cases.models import Quote
from colleagues.models import (
    ColleagueProfile,
    ContactMessage,
    HiddenEvidence,
    SupportRequest,
)
from colleagues.staff.writing import profiles_changed
from consent.models import Attachment, AttachmentText, Consent
from gufu.models import KnowledgePage
from gufu.taxonomy import Centre, SubjectArea, TargetGroup
from search.indexing import (
    note,
    note_gone,
    note_hidden,
    note_many,
    note_pages,
    note_pages_of,
    note_tree,
)
from search.kinds import KINDS
from search.kinds.links import pages_for, pages_helped
from toolbox.models import Feedback, ToolTrial

TERMS = (Centre, SubjectArea, TargetGroup)


def changed(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A searched thing was saved."""
    if not raw:
        note(instance)


def gone(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A searched thing was deleted."""
    note_gone(instance)


def areas_changed(sender: type[Model], instance: Any, action: str, **kwargs: Any) -> None:
    """The subject areas of a card or a colleague were set."""
    if action.startswith("post_"):
        note(instance)


for _kind in KINDS.values():
    post_save.connect(changed, sender=_kind.model, dispatch_uid=f"search-{_kind.name}-saved")
    post_delete.connect(gone, sender=_kind.model, dispatch_uid=f"search-{_kind.name}-gone")
    if _kind.space != "page" and hasattr(_kind.model, "subject_areas"):
        m2m_changed.connect(
            areas_changed,
            sender=_kind.model.subject_areas.through,
            dispatch_uid=f"search-{_kind.name}-areas",
        )


@receiver(post_page_move)
def moved(
    sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any
) -> None:
    """A page and all below it stand elsewhere."""
    if url_path_before != url_path_after:
        note_tree(instance)


@receiver(pre_save)
def readdressed(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A page and all below it get new addresses. Wagtail's own signal comes after the commit,
    when a note can be lost."""
    is_parent = isinstance(instance, Page) and instance.pk and instance.numchild and not raw
    if is_parent and not Page.objects.filter(pk=instance.pk, slug=instance.slug).exists():
        note_tree(instance)


@receiver(post_save, sender=Consent)
def consent_changed(sender: type[Model], instance: Consent, **kwargs: Any) -> None:
    """What may be quoted, or attached, has changed."""
    for quote in instance.quotes.all():
        note(quote)
    note_pages_of(Attachment.objects.filter(consent=instance.pk))


@receiver(pre_save, sender=Quote)
def unnamed(sender: type[Model], instance: Quote, raw: bool = False, **kwargs: Any) -> None:
    """Who said something is told otherwise now, or not at all: the old name is gone at once."""
    before = None if raw else Quote.objects.filter(pk=instance.pk).first()
    if before and before.speaker and before.speaker != instance.speaker:
        note_gone(instance)


@receiver(post_save, sender=Attachment)
@receiver(pre_delete, sender=Attachment)
def attachment_changed(sender: type[Model], instance: Attachment, **kwargs: Any) -> None:
    """A document has another name or consent, or goes."""
    note_pages_of(Attachment.objects.filter(pk=instance.pk))


@receiver(post_save, sender=AttachmentText)
def attachment_read(sender: type[Model], instance: AttachmentText, **kwargs: Any) -> None:
    """The text of a file is known now."""
    note_pages_of(Attachment.objects.filter(file_hash=instance.file_hash))


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def folder_closed(sender: type[Model], instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """A folder of documents, and all below it, was closed or opened."""
    note_folder(instance.collection)


@receiver(post_save, sender=Collection)
def folder_changed(sender: type[Model], instance: Collection, created: bool, **kwargs: Any) -> None:
    """A folder may be moved below a closed one, or out of it: the CMS saves it first."""
    if not created:
        note_folder(instance)


def note_folder(folder: Collection) -> None:
    """Note the pages that attach a document of `folder` or of one below it."""
    note_pages_of(Attachment.objects.filter(collection__path__startswith=folder.path))


@receiver(post_save, sender=ToolTrial)
@receiver(post_delete, sender=ToolTrial)
def tried(sender: type[Model], instance: ToolTrial, **kwargs: Any) -> None:
    """A tool has one more or one less who can tell about it; a word that was taken back holds from
    the next search."""
    note(instance.tool)
    if instance.colleague_id and not instance.contactable:
        note_hidden(instance.colleague_id, f"trial:{instance.pk}", instance.tool_id)


@receiver(post_save, sender=HiddenEvidence)
def hidden(sender: type[Model], instance: HiddenEvidence, **kwargs: Any) -> None:
    """A colleague does not want to be found by something: it holds from the next search."""
    if instance.page_id:
        note_hidden(instance.profile_id, instance.key, instance.page_id)


@receiver(post_delete, sender=HiddenEvidence)
@receiver(post_save, sender=SupportRequest)
@receiver(post_delete, sender=SupportRequest)
@receiver(post_delete, sender=ContactMessage)
def experienced(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A page has one more or one less who can tell about it."""
    note_pages(KnowledgePage.objects.filter(pk=instance.page_id))


@receiver(post_save, sender=ContactMessage)
def answered(sender: type[Model], instance: ContactMessage, **kwargs: Any) -> None:
    """A question that came from a page has got its answer."""
    if instance.status == ContactMessage.Status.ANSWERED:
        experienced(sender, instance)


@receiver(post_save, sender=Feedback)
@receiver(post_delete, sender=Feedback)
def given(sender: type[Model], instance: Feedback, **kwargs: Any) -> None:
    """A page has one more or one less who has looked at it closely."""
    note_pages(KnowledgePage.objects.filter(pk=instance.target_id))


@receiver(post_save, sender=SupportRequest)
def unshared(sender: type[Model], instance: SupportRequest, **kwargs: Any) -> None:
    """Who had help does not want to be found by it (any more): it holds from the next search."""
    if instance.is_experience is False and instance.page_id:
        for profile in ColleagueProfile.objects.filter(user=instance.requester_id):
            note_hidden(profile.pk, f"helped:{instance.pk}", instance.page_id)


@receiver(post_save, sender=settings.AUTH_USER_MODEL)
def account_changed(sender: type[Model], instance: Any, created: bool, **kwargs: Any) -> None:
    """An account was closed or opened: its colleague leaves the directory or comes back."""
    if not created and kwargs.get("update_fields") != frozenset({"last_login"}):
        for colleague in ColleagueProfile.objects.filter(user=instance):
            note(colleague)


@receiver(pre_delete, sender=Consent)
def consent_goes(sender: type[Model], instance: Consent, **kwargs: Any) -> None:
    """Asked before: afterwards nobody knows what it was about. A quote is nothing without it."""
    for quote in instance.quotes.all():
        note_gone(quote)
    note_pages_of(Attachment.objects.filter(consent=instance.pk))


@receiver(pre_delete, sender=ColleagueProfile)
def colleague_goes(sender: type[Model], instance: ColleagueProfile, **kwargs: Any) -> None:
    """Asked before: afterwards nobody knows which pages speak for the colleague."""
    note_pages(pages_for(instance))


@receiver(pre_save, sender=ColleagueProfile)
def account_tied(sender: type[Model], instance: ColleagueProfile, **kwargs: Any) -> None:
    """A colleague has another account, and with it other requests that speak for them."""
    before = ColleagueProfile.objects.filter(pk=instance.pk).exclude(user=instance.user_id)
    if instance.pk and (accounts := [*before.values_list("user", flat=True)]):
        note_pages(pages_helped([*accounts, instance.user_id]))


@receiver(profiles_changed)
def colleagues_saved(sender: type[Model], ids: list[int], **kwargs: Any) -> None:
    """Many colleagues were saved at once, from a staff file."""
    note_many(ColleagueProfile, ids)


def term_changed(sender: type[Model], instance: Any, created: bool = False, **kwargs: Any) -> None:
    """A centre, subject area or target group has another name, or goes."""
    if not created:
        for relation in ("pages", "colleagues", "questions", "advice"):
            for thing in getattr(instance, relation).all() if hasattr(instance, relation) else ():
                note(getattr(thing, "specific", thing))


for _term in TERMS:
    post_save.connect(term_changed, sender=_term, dispatch_uid=f"search-{_term.__name__}")
    pre_delete.connect(term_changed, sender=_term, dispatch_uid=f"search-{_term.__name__}-gone")
