"""Builders for everything the tests need. `make_site()` first: the pages hang below it.

Pages are published at once under their section; quotes and people's photos get a valid consent;
colleagues have said yes to the directory. Pass the field that your test is about, nothing else.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import factory
import wagtail_factories
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from wagtail.models import Collection as Folder
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cases.models import (
    ArenaIndexPage,
    ArenaPage,
    BusinessCaseActual,
    BusinessCaseIndexPage,
    BusinessCaseLine,
    BusinessCasePage,
    BusinessCaseRisk,
    CaseIndexPage,
    CasePortraitPage,
    CasePortraitPicture,
    Quote,
)
from colleagues.models import ColleagueProfile, Commitment, ContactMessage, SupportRequest
from consent.models import Attachment, Consent, Photo
from gufu.models import Centre, Criterion, HomePage, SubjectArea, TargetGroup
from toolbox.models import (
    Collection,
    CollectionItem,
    DoDont,
    Feedback,
    FeedbackModelPage,
    Principle,
    QuestionCard,
    ToolIndexPage,
    ToolPage,
    ToolTrial,
)

PASSWORD = "gufu-test-2026"
SECTIONS = {
    "cases": (CaseIndexPage, "Cases", "cases"),
    "tools": (ToolIndexPage, "Værktøjskasse", "vaerktoejer"),
    "business_cases": (BusinessCaseIndexPage, "Business cases", "business-cases"),
    "arenas": (ArenaIndexPage, "Arenaer", "arenaer"),
}


def make_site() -> SimpleNamespace:
    """Return the site's frame, made where it is missing: .home and one attribute a section."""
    home = HomePage.objects.first()
    if home is None:
        # What Wagtail's migrations make, and a flushed database has no longer.
        Locale.objects.get_or_create(language_code="da")
        Folder.get_first_root_node() or Folder.add_root(name="Root")
        root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
        Page.objects.filter(depth=2).delete()
        root = Page.objects.get(pk=root.pk)
        home = root.add_child(instance=HomePage(title="Forside", slug="forside", lead="Sammen."))
        Site.objects.all().delete()
        Site.objects.create(
            hostname="localhost", root_page=home, is_default_site=True, site_name="GUFU"
        )
    sections = {}
    for name, (model, title, slug) in SECTIONS.items():
        sections[name] = model.objects.first() or home.add_child(
            instance=model(title=title, slug=slug, intro="En indledning.")
        )
    return SimpleNamespace(home=home, **sections)


def restrict(page: Page, *groups: Any) -> PageViewRestriction:
    """Close `page` and what lies below it to everybody but the members of `groups`."""
    closed = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    closed.groups.set(groups)
    return closed


class UserFactory(DjangoModelFactory):
    """A member of staff, signed in with PASSWORD."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"medarbejder{n}")
    first_name = "Inger"
    last_name = factory.Sequence(lambda n: f"Nielsen{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@gufu.example")
    password = factory.django.Password(PASSWORD)


class TermFactory(DjangoModelFactory):
    class Meta:
        abstract = True
        django_get_or_create = ("slug",)

    slug = factory.LazyAttribute(lambda term: slugify(term.name))


class CentreFactory(TermFactory):
    class Meta:
        model = Centre

    name = factory.Sequence(lambda n: f"Center {n}")


class SubjectAreaFactory(TermFactory):
    class Meta:
        model = SubjectArea

    name = factory.Sequence(lambda n: f"Fagområde {n}")


class TargetGroupFactory(TermFactory):
    class Meta:
        model = TargetGroup

    name = factory.Sequence(lambda n: f"Målgruppe {n}")


class CriterionFactory(DjangoModelFactory):
    class Meta:
        model = Criterion
        django_get_or_create = ("number",)

    number = factory.Sequence(lambda n: n + 1)
    title = factory.LazyAttribute(lambda criterion: f"Kriterium {criterion.number}")
    explanation = "Det betyder noget."


class ConsentFactory(DjangoModelFactory):
    """A consent that holds today. `expired=True` or `withdrawn=True` for the others."""

    class Meta:
        model = Consent

    class Params:
        expired = factory.Trait(expires_on=factory.LazyFunction(lambda: days_from_now(-1)))
        withdrawn = factory.Trait(status=Consent.Status.WITHDRAWN)

    subject = factory.Sequence(lambda n: f"Borger {n}")
    scope = "Må vises på intranettet."
    given_on = factory.LazyFunction(lambda: days_from_now(-30))


def days_from_now(days: int) -> date:
    """Return the date `days` from today."""
    return timezone.localdate() + timedelta(days=days)


class PhotoFactory(wagtail_factories.ImageFactory):
    """A photo of nobody. `with_people=True` for one that needs its (valid) consent."""

    class Meta:
        model = Photo

    class Params:
        with_people = factory.Trait(shows_people=True, consent=factory.SubFactory(ConsentFactory))

    title = factory.Sequence(lambda n: f"Billede {n}")
    description = factory.LazyAttribute(lambda photo: f"{photo.title}: et træ på en gade")
    shows_people = False
    collection = factory.LazyFunction(Folder.get_first_root_node)
    file = factory.django.ImageField(width=120, height=80, color="green")


class AttachmentFactory(wagtail_factories.DocumentFactory):
    class Meta:
        model = Attachment

    title = factory.Sequence(lambda n: f"Skabelon {n}")
    collection = factory.LazyFunction(Folder.get_first_root_node)
    file = factory.django.FileField(filename="skabelon.pdf", data=b"%PDF-1.4")


class ColleagueFactory(DjangoModelFactory):
    class Meta:
        model = ColleagueProfile
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Kollega Nummer{n}")
    slug = factory.LazyAttribute(lambda person: slugify(person.name))
    job_title = "Pædagog"
    centre = factory.SubFactory(CentreFactory, name="Børn & Læring", slug="boern-laering")
    email = factory.LazyAttribute(lambda person: f"{person.slug}@gufu.example")
    phone = "05473001"
    opted_in = True

    @factory.post_generation
    def subject_areas(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.subject_areas.set(extracted)


class CommitmentFactory(DjangoModelFactory):
    class Meta:
        model = Commitment

    centre = factory.SubFactory(CentreFactory)
    strategic_goal = factory.Sequence(lambda n: f"Mål {n}")
    task = "En opgave, som vi løser sammen med andre."


class ContactMessageFactory(DjangoModelFactory):
    class Meta:
        model = ContactMessage

    sender = factory.SubFactory(UserFactory)
    recipient = factory.SubFactory(ColleagueFactory)
    delivered_to = factory.SelfAttribute("recipient")
    subject = "Må jeg spørge om noget?"
    body = "Hvordan fik I folk til at komme?"


class SupportRequestFactory(DjangoModelFactory):
    class Meta:
        model = SupportRequest

    requester = factory.SubFactory(UserFactory)
    topic = "Borgermøde i Horbelev"
    situation = "Vi vil gerne begynde rigtigt."
    support_type = SupportRequest.SupportType.SPARRING


class KnowledgePageFactory(wagtail_factories.PageFactory):
    """Publishes below its section; many-to-many fields take lists."""

    class Meta:
        abstract = True

    summary = factory.LazyAttribute(lambda page: f"Kort om {page.title}.")
    confirmed_at = factory.LazyFunction(lambda: days_from_now(-10))

    @classmethod
    def _create_instance(cls, model_class: type, parent: Any, kwargs: dict[str, Any]) -> Any:
        tags = kwargs.pop("tags", ())
        many = {
            field.name: kwargs.pop(field.name)
            for field in model_class._meta.get_fields()
            if field.many_to_many and field.concrete and field.name in kwargs
        }
        page = model_class(**kwargs)
        for name, values in many.items():
            setattr(page, name, values)
        make_site()
        section = parent or model_class.allowed_parent_page_models()[0].objects.get()
        section.add_child(instance=page)
        if tags:
            page.tags.add(*tags)
            page.save()
        return page


class ToolPageFactory(KnowledgePageFactory):
    class Meta:
        model = ToolPage

    title = factory.Sequence(lambda n: f"Værktøj {n}")
    purpose = "At få alle med."
    phase = "forstaa"
    minutes_min = 20
    minutes_max = 30
    group_min = 4
    group_max = 20
    steps = factory.LazyFunction(
        lambda: [
            ("step", {"text": "Alle skriver én idé.", "minutes": 5}),
            ("step", {"text": "Del med din nabo.", "minutes": 15}),
        ]
    )


class FeedbackModelPageFactory(KnowledgePageFactory):
    class Meta:
        model = FeedbackModelPage

    title = factory.Sequence(lambda n: f"Model for feedback {n}")
    steps = factory.LazyFunction(
        lambda: [("step", {"title": "Det virkede", "text": "Begynd med det gode."})]
    )


class CasePortraitPageFactory(KnowledgePageFactory):
    class Meta:
        model = CasePortraitPage

    title = factory.Sequence(lambda n: f"Case {n}")
    problem = "Ingen mødte op."
    location = "Horbelev"


class CasePortraitPictureFactory(DjangoModelFactory):
    class Meta:
        model = CasePortraitPicture

    page = factory.SubFactory(CasePortraitPageFactory)
    image = factory.SubFactory(PhotoFactory)
    caption = "En billedtekst."


class ArenaPageFactory(KnowledgePageFactory):
    class Meta:
        model = ArenaPage

    title = factory.Sequence(lambda n: f"Arena {n}")
    challenge = "Ingen kan løse det alene."


class BusinessCasePageFactory(KnowledgePageFactory):
    class Meta:
        model = BusinessCasePage

    title = factory.Sequence(lambda n: f"Business case {n}")
    baseline = "I dag gør vi det hver for sig."
    change = "Vi gør det sammen."
    price_year = 2026
    horizon_years = 3


class BusinessCaseLineFactory(DjangoModelFactory):
    class Meta:
        model = BusinessCaseLine

    page = factory.SubFactory(BusinessCasePageFactory)
    text = "Opstart"
    kind = BusinessCaseLine.Kind.INVESTMENT
    year = 0
    low = -120_000
    expected = -100_000
    high = -80_000


class BusinessCaseRiskFactory(DjangoModelFactory):
    class Meta:
        model = BusinessCaseRisk

    page = factory.SubFactory(BusinessCasePageFactory)
    text = "Ingen melder sig"
    probability = Decimal("0.25")
    amount = 40_000


class BusinessCaseActualFactory(DjangoModelFactory):
    class Meta:
        model = BusinessCaseActual

    page = factory.SubFactory(BusinessCasePageFactory)
    year = 0
    amount = -110_000


class QuoteFactory(DjangoModelFactory):
    class Meta:
        model = Quote

    slug = factory.Sequence(lambda n: f"citat-{n}")
    text = factory.Sequence(lambda n: f"Vi prøver det og ser, nummer {n}.")
    role = "Beboer"
    theme = Quote.Theme.CITIZENSHIP
    consent = factory.SubFactory(ConsentFactory)


class CardFactory(DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def subject_areas(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.subject_areas.set(extracted)


class QuestionCardFactory(CardFactory):
    class Meta:
        model = QuestionCard

    slug = factory.Sequence(lambda n: f"spoergsmaal-{n}")
    text = factory.Sequence(lambda n: f"Hvad ville du gøre, nummer {n}?")
    purpose = "Åbner samtalen."
    phase = "forstaa"
    follow_ups = factory.LazyFunction(lambda: ["Hvem ville du ringe til?"])


class PrincipleFactory(DjangoModelFactory):
    class Meta:
        model = Principle

    number = factory.Sequence(lambda n: n + 1)
    origin = Principle.Origin.RESONANS
    slug = factory.LazyAttribute(lambda rule: f"{rule.origin}-{rule.number}")
    statement = factory.LazyAttribute(lambda rule: f"Princip {rule.number}")
    explanation = "Det betyder noget i hverdagen."
    practice_signs = factory.LazyFunction(lambda: ["Nøglen er lånt ud."])


class DoDontFactory(CardFactory):
    class Meta:
        model = DoDont

    kind = DoDont.Kind.DO
    slug = factory.Sequence(lambda n: f"raad-{n}")
    advice = factory.Sequence(lambda n: f"Råd nummer {n}.")
    rationale = "Det virker."


class ToolTrialFactory(DjangoModelFactory):
    class Meta:
        model = ToolTrial

    tool = factory.SubFactory(ToolPageFactory)
    colleague = factory.SubFactory(ColleagueFactory)
    worked = ToolTrial.Worked.WELL


class FeedbackFactory(DjangoModelFactory):
    class Meta:
        model = Feedback

    target = factory.SubFactory(CasePortraitPageFactory)
    author = factory.SubFactory(ColleagueFactory)
    worked = "I gik ud og så efter."


class CollectionFactory(DjangoModelFactory):
    class Meta:
        model = Collection

    owner = factory.SubFactory(UserFactory)


class CollectionItemFactory(DjangoModelFactory):
    class Meta:
        model = CollectionItem

    collection = factory.SubFactory(CollectionFactory)
    page = factory.SubFactory(ToolPageFactory)
    position = factory.Sequence(int)
