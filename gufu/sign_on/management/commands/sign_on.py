"""`manage.py sign_on link|unlink|show|open`: which account belongs to whom at the provider, and
the doors that guessing has closed."""

from argparse import ArgumentParser
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

from gufu.sign_on.models import FailedAttempt


class Command(BaseCommand):
    help = "Tie an account to somebody at the provider of identities, or untie it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        link = verbs.add_parser("link", help="tie an account that addresses alone do not open")
        link.add_argument("username")
        link.add_argument("subject", help="the code that the page shows whoever is turned away")
        for verb, text in (
            ("unlink", "untie it; the account stays"),
            ("show", "what it is tied to"),
        ):
            verbs.add_parser(verb, help=text).add_argument("username")

        verbs.add_parser("open", help="forget bad attempts, so that every door is open at once")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["verb"] == "open":
            FailedAttempt.objects.all().delete()
            self.stdout.write("Bad attempts are forgotten; every door is open.")
            return
        if not settings.OIDC_ENABLED:
            raise CommandError("There is no provider: set OIDC_ISSUER.")
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']}.")
        ties = SocialAccount.objects.filter(user=user)
        if options["verb"] == "link":
            self.link(user, options["subject"])
        elif options["verb"] == "unlink":
            count, _kinds = ties.delete()
            self.stdout.write(f"{user}: {count} ties cut.")
        for tie in ties:
            self.stdout.write(f"{user}: {tie.uid} at {tie.provider}")

    def link(self, user: User, subject: str) -> None:
        """Tie `user` to `subject` at the provider of the environment."""
        try:
            with transaction.atomic():
                SocialAccount.objects.create(user=user, provider=settings.OIDC_ISSUER, uid=subject)
        except IntegrityError as error:
            raise CommandError(f"{subject} already belongs to another account.") from error
