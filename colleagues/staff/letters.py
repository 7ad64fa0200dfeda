"""The letter about pages whose owner has left."""

from django.contrib.auth.models import User
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from colleagues.mail import Letter, compose, full_url
from colleagues.staff.leavers import ownerless_pages
from gufu.roles import SUBJECT_EDITORS
from gufu.taxonomy import Centre

SHOWN = 20  #: pages that the letter lists; the CMS has them all


def ownerless_letter(ident: str) -> Letter | None:
    """Tell of the pages of leavers in the centre whose key is `ident` ("0" for no centre).

    It goes to the centre's shared mailbox, or to the editors of the site; None where there is
    nobody to tell, or nothing any more.
    """
    centre = Centre.objects.filter(pk=ident).first()
    pages = ownerless_pages().exclude(colleague_owner=None).filter(centre=centre)
    count = pages.count()
    recipients = _recipients(centre)
    if not count or not recipients:
        return None
    message = compose(
        "ownerless",
        {
            "centre": centre,
            "count": count,
            "pages": pages.order_by("title").annotate(owner_name=F("colleague_owner__name"))[
                :SHOWN
            ],
            "more": max(0, count - SHOWN),
            "url": full_url(reverse("ownerless_pages")),
        },
        message_id=f"ejer.{ident}.{timezone.now():%Y%m%d%H%M}",
        subject=ngettext("%(count)d side mangler en ejer", "%(count)d sider mangler en ejer", count)
        % {"count": count},
        to=recipients[0],
    )
    message.to = recipients
    return Letter(message)


def _recipients(centre: Centre | None) -> list[str]:
    """Return the addresses of those who find a new owner."""
    if centre and centre.contact_email:
        return [centre.contact_email]
    editors = User.objects.filter(groups__name=SUBJECT_EDITORS, is_active=True)
    return list(editors.exclude(email="").values_list("email", flat=True)[:20])
