"""`manage.py demo`: the whole demo content, built through the models, once."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from gufu.demo import accounts, cards, pages, phrases, sections, support, words
from gufu.demo.drawing import Album
from gufu.demo.render import WIDTH
from gufu.demo.texts import read
from gufu.models import HomePage, KnowledgePage

T = TypeVar("T")


class Command(BaseCommand):
    help = "Bygger demoens indhold. Det, der allerede er der, bliver, som det er."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--width", type=int, default=WIDTH, help="billedernes bredde i pixel (tests: små)"
        )

    def handle(self, *args: object, width: int, **options: object) -> None:
        with transaction.atomic():
            cards.build_terms()
            consents = cards.build_consents()
            cards.build_quotes(consents)
            cards.build_questions()
        album = Album(consents, width)
        faces = [("portrait", row["slug"]) for row in read("colleagues") if row["portrait"]]
        keys = sorted({*pages.picture_keys(), *faces})
        for _key in self.progress("tegner billeder", album.prepare(keys), len(keys)):
            pass
        with transaction.atomic():
            sections.build_sections(album)
            call_command("setup_roles", stdout=self.stdout)
            accounts.build_accounts()
            accounts.build_colleagues(album)
        builder = pages.Builder(album)
        rows = pages.all_rows()
        for section, row in self.progress("skriver sider", rows, len(rows)):
            with transaction.atomic():
                builder.build(section, row)
        with transaction.atomic():
            pages.link_related()
            cards.build_advice()
            phrases.build_phrases()
            cards.build_trials()
            support.build_support()
            words.build_words()
            home = HomePage.objects.get()
            if home.featured is None:
                slug = read("site")["home"]["featured_case"]
                home.featured = KnowledgePage.objects.filter(slug=slug).first()
                home.save_revision().publish()
        self.stdout.write("demoen er klar")

    def progress(self, text: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield the items and draw how far it has come; one line an end where nobody watches."""
        started, number = monotonic(), 0
        live = sys.stdout.isatty()
        for number, item in enumerate(items, 1):
            yield item
            if live:
                filled = round(30 * number / max(total, 1))
                bar = "█" * filled + "·" * (30 - filled)
                self.stdout.write(f"\r{text:<16}{bar} {number}/{total}", ending="")
        if number:
            end = "\n" if live else ""
            self.stdout.write(f"{end}{text}: {number} på {monotonic() - started:.0f} s")
