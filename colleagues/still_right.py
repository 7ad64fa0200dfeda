"""Once a year: is your profile still right?"""

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from colleagues.mail import Letter, address, compose, full_url, post_letter
from colleagues.models import ColleagueProfile
from colleagues.own import is_stale, year_before

LETTER = "still_right"


def remind() -> int:
    """Ask those in the directory who have not looked at their profile for a year; return how many.

    Nobody is asked twice within a year, however often this runs, and by however many workers.
    """
    today = timezone.localdate()
    limit = year_before(today)
    unasked = ColleagueProfile.objects.filter(Q(reminded_at=None) | Q(reminded_at__lte=limit))
    due = unasked.in_directory().filter(confirmed_at__lt=limit)
    asked = 0
    for pk in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            # Who else runs now finds nothing left to update.
            if unasked.filter(pk=pk).update(reminded_at=today):
                post_letter(LETTER, pk)
                asked += 1
    return asked


def letter(ident: str) -> Letter | None:
    """Write to the colleague with the key `ident`; None when they have answered, or are gone."""
    profile = ColleagueProfile.objects.in_directory().filter(pk=ident).first()
    if profile is None or not is_stale(profile):
        return None
    message = compose(
        LETTER,
        {"person": profile, "url": full_url(reverse("my_confirm"))},
        message_id=f"bekraeft.{profile.pk}.{profile.reminded_at:%Y%m%d}",
        subject=_("Er din profil stadig rigtig?"),
        to=address(profile.name, profile.email),
    )
    return Letter(message)
