"""The log of what happens at the door: who, when, from where. Ids and addresses, never names."""

import logging
from typing import Any

from axes.helpers import get_client_ip_address
from django.contrib.auth import BACKEND_SESSION_KEY, get_user_model
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

logger = logging.getLogger(__name__)

#: What must be seen by whoever watches the log.
LOUD = {
    "locked_out": logging.WARNING,
    "failed": logging.WARNING,
    "refused": logging.WARNING,
    "provider_failed": logging.ERROR,
    "break_glass": logging.CRITICAL,
}


def tell(
    event: str,
    request: HttpRequest,
    *,
    user: User | None = None,
    username: str = "",
    **details: Any,
) -> None:
    """Write one line; an account that was only typed is told by its id, if there is one."""
    actor = user.pk if user else _id_of(username)
    logger.log(
        LOUD.get(event, logging.INFO),
        "sign_on.%s",
        event,
        extra={"actor": actor, "address": get_client_ip_address(request), **details},
    )


def _id_of(username: str) -> int | None:
    if not username:
        return None
    return get_user_model().objects.filter(username=username).values_list("pk", flat=True).first()


@receiver(user_logged_in)
def signed_on(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Log that a session begins, and by which of the two ways."""
    way = request.session[BACKEND_SESSION_KEY].rpartition(".")[2]
    tell("signed_on", request, user=user, way=way)


@receiver(user_logged_out)
def signed_off(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    """Log that somebody ends their session."""
    if user:
        tell("signed_off", request, user=user)
