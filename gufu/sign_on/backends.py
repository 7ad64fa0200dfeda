"""The two ways of being somebody: a password that is kept here, or the provider's word.

A session remembers which of them it began with. Both look the account up at every request, so
that a closed account is out at once.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend, ModelBackend
from django.contrib.auth.models import User
from django.http import HttpRequest

from gufu.sign_on import second_factor
from gufu.sign_on.models import BreakGlassAccount


class LocalBackend(ModelBackend):
    """Name and password. Emergency accounts open at their own door alone, others where local
    accounts are on."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        if password in settings.REFUSED_PASSWORDS:
            return None
        user = super().authenticate(request, username=username, password=password, **kwargs)
        if user is None:
            return None
        at_own_door = getattr(request, "is_break_glass_door", False)
        if is_break_glass(user):
            return user if at_own_door and second_factor.is_enabled(user) else None
        return user if settings.LOCAL_ACCOUNTS and not at_own_door else None


class ProviderBackend(BaseBackend):
    """Who comes from the provider of identities; takes no password and grants nothing itself."""

    def get_user(self, user_id: int) -> User | None:
        return LocalBackend().get_user(user_id)


def is_break_glass(user: User) -> bool:
    """Return whether `user` is an emergency administrator."""
    return BreakGlassAccount.objects.filter(user=user).exists()
