"""What changes with the date alone: nobody saves anything on that day, so the worker looks."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.models import Quote
from consent.models import Attachment, Consent
from search.indexing import note_many, note_pages_of

RECENT = timedelta(days=31)  #: so long the worker may have stood still


def note_turned() -> None:
    """Note what depends on a consent that has ended, or has begun to hold lately. Run each day."""
    consents = turned()
    note_many(Quote, [*Quote.objects.filter(consent__in=consents).values_list("pk", flat=True)])
    note_pages_of(Attachment.objects.filter(consent__in=consents))


def turned() -> QuerySet[Consent]:
    """Return the consents that have ended, or have begun within RECENT."""
    today = timezone.localdate()
    begun = Q(given_on__gt=today - RECENT, given_on__lte=today)
    return Consent.objects.filter(Q(expires_on__lt=today) | begun)
