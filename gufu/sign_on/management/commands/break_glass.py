"""`manage.py break_glass create|revoke|list`: the emergency administrators."""

import secrets
import sys
from argparse import ArgumentParser
from typing import Any

import qrcode
from allauth.mfa.adapter import get_adapter
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from gufu.sign_on import second_factor
from gufu.sign_on.models import BreakGlassAccount

DOOR = "/konto/noedadgang/"


class Command(BaseCommand):
    help = "Emergency administrators: they sign on with password and code at " + DOOR

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        create = verbs.add_parser("create", help="make one, or give one new secrets")
        create.add_argument("username")
        create.add_argument("--email", required=True)
        revoke = verbs.add_parser("revoke", help="close one at once")
        revoke.add_argument("username")
        verbs.add_parser("list", help="who they are, and when they were used")

    def handle(self, *args: Any, **options: Any) -> None:
        verb = options["verb"]
        if verb == "create":
            self.create(options["username"], options["email"])
        elif verb == "revoke":
            self.revoke(options["username"])
        else:
            self.list()

    @transaction.atomic
    def create(self, username: str, email: str) -> None:
        """Make the account and print its secrets, which cannot be shown again."""
        user = User.objects.filter(username=username).first()
        if user and not BreakGlassAccount.objects.filter(user=user).exists():
            raise CommandError(
                f"{username} is an ordinary account; give the emergency administrator another name."
            )
        user = user or User(username=username)
        password, secret = secrets.token_urlsafe(24), second_factor.new_secret()
        user.email, user.is_superuser, user.is_active = email, True, True
        user.set_password(password)
        user.save()
        BreakGlassAccount.objects.get_or_create(user=user)
        codes = second_factor.enable(user, secret)
        address = get_adapter().build_totp_url(user, secret)
        self.stdout.write(f"Account:  {username}")
        self.stdout.write(f"Door:     {DOOR}")
        self.stdout.write(f"Password: {password}")
        self.stdout.write(f"Secret of the code app: {secret}")
        self.stdout.write(f"  {address}")
        if sys.stdout.isatty():
            picture = qrcode.QRCode()
            picture.add_data(address)
            picture.print_ascii(out=self.stdout)
        self.stdout.write("Recovery codes, each opens once:")
        for code in codes:
            self.stdout.write(f"  {code}")
        self.stdout.write("Nothing of this can be shown again: seal it, and keep it off the net.")

    @transaction.atomic
    def revoke(self, username: str) -> None:
        """Close the account: its sessions end with their next request."""
        found = BreakGlassAccount.objects.filter(user__username=username).first()
        if found is None:
            raise CommandError(f"{username} is no emergency administrator.")
        second_factor.disable(found.user)
        found.user.is_active = found.user.is_superuser = False
        found.user.set_unusable_password()
        found.user.save()
        found.delete()
        self.stdout.write(f"{username} is closed.")

    def list(self) -> None:
        """Print a line for each."""
        for account in BreakGlassAccount.objects.select_related("user").order_by("user__username"):
            used = account.last_used_at
            said = f"last used {used:%Y-%m-%d %H:%M} UTC" if used else "never used"
            self.stdout.write(f"{account}: made {account.created_at:%Y-%m-%d}, {said}")
