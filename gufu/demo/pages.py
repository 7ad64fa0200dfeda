"""The demo's pages: front page, sections, portraits, tools, arenas, business cases."""

from collections.abc import Callable, Iterator
from typing import Any

from wagtail.models import Page

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
from colleagues.models import ColleagueProfile
from gufu.demo.documents import template_for
from gufu.demo.drawing import Album, Key
from gufu.demo.sections import HOME_PICTURE
from gufu.demo.texts import plain, read, read_folder, rich_text
from gufu.models import Centre, Criterion, KnowledgePage, SubjectArea, TargetGroup
from toolbox.models import FeedbackModelPage, Principle, QuestionCard, ToolIndexPage, ToolPage

Row = dict[str, Any]
Story = list[tuple[str, Any]]


def all_rows() -> list[tuple[str, Row]]:
    """Return (section, content) of every knowledge page, in the order they are made."""
    return [
        *(("tools", row) for row in read_folder("tools")),
        ("feedback", read("feedback")["model"]),
        *(("business_cases", row) for row in read_folder("business_cases")),
        *(("cases", row) for row in read_folder("cases")),
        *(("arenas", row) for row in read_folder("arenas")),
    ]


def picture_keys() -> Iterator[Key]:
    """Yield every picture the pages need."""
    yield HOME_PICTURE["scene"], "forside"
    for _section, row in all_rows():
        if row.get("picture"):
            yield row["picture"]["scene"], row["slug"]
        for number, spec in enumerate(row.get("gallery") or []):
            yield spec["scene"], f"{row['slug']}-galleri-{number}"
        for number, block in enumerate(row.get("story") or []):
            if "picture" in block:
                yield block["picture"]["scene"], f"{row['slug']}-historie-{number}"


class Builder:
    """Makes knowledge pages from rows; looks everything up once."""

    def __init__(self, album: Album) -> None:
        self.album = album
        self.people = {row.slug: row for row in ColleagueProfile.objects.all()}
        self.centres = {row.slug: row for row in Centre.objects.all()}
        self.quotes = {row.slug: row for row in Quote.objects.all()}
        self.existing = set(KnowledgePage.objects.values_list("slug", flat=True))
        self.makers: dict[str, tuple[type[Page], Callable[[Row], KnowledgePage]]] = {
            "tools": (ToolIndexPage, self.tool),
            "feedback": (ToolIndexPage, self.feedback_model),
            "business_cases": (BusinessCaseIndexPage, self.business_case),
            "cases": (CaseIndexPage, self.case),
            "arenas": (ArenaIndexPage, self.arena),
        }

    def build(self, section: str, row: Row) -> None:
        """Make and publish one page, unless a page of its slug is there."""
        if row["slug"] in self.existing:
            return
        index, make = self.makers[section]
        page = make(row)
        index.objects.get().add_child(instance=page)
        self.many(page, row)
        page.save_revision().publish()

    def shared(self, row: Row) -> Row:
        """Return what every knowledge page has."""
        return {
            "slug": row["slug"],
            "title": row["title"],
            "summary": plain(row["summary"]),
            "centre": self.centres.get(row["centre"]),
            "colleague_owner": self.people.get(row["owner"]),
            "confirmed_at": row["confirmed_at"],
            "review_due": row["review_due"],
            "source": row["source"] or "",
            "is_illustrative": row["is_illustrative"],
            "picture": self.album.picture(row.get("picture"), row["slug"]),
        }

    def many(self, page: KnowledgePage, row: Row) -> None:
        """Set what refers to many others; the page is saved by the caller."""
        page.subject_areas.set(SubjectArea.objects.filter(slug__in=row["subject_areas"]))
        page.target_groups.set(TargetGroup.objects.filter(slug__in=row["target_groups"]))
        page.principles.set(Principle.objects.filter(slug__in=row["principles"]))
        page.criteria.set(Criterion.objects.filter(number__in=row["criteria"]))
        page.tags.add(*row["tags"])
        if isinstance(page, ToolPage):
            page.questions.set(QuestionCard.objects.filter(slug__in=row["questions"]))
        if isinstance(page, CasePortraitPage):
            page.tools_used.set(ToolPage.objects.filter(slug__in=row["tools_used"]))
            page.quotes.set([self.quotes[slug] for slug in row["quotes"]])
            page.contacts.set([self.people[slug] for slug in row["contacts"]])
            for number, spec in enumerate(row["gallery"] or []):
                page.gallery.add(
                    CasePortraitPicture(
                        image=self.album.picture(spec, f"{row['slug']}-galleri-{number}"),
                        caption=spec.get("caption") or "",
                    )
                )

    def tool(self, row: Row) -> ToolPage:
        names = ("purpose", "when_to_use", "when_not", "preparation", "variations", "follow_up")
        same = ("phase", "minutes_min", "minutes_max", "group_min", "group_max", "difficulty")
        return ToolPage(
            **self.shared(row),
            **{name: plain(row[name]) for name in names},
            **{name: row[name] for name in same},
            format=row["format"],
            licence=row["licence"],
            template_file=template_for(row["slug"]),
            materials=as_lines(row["materials"]),
            tips=as_lines(row["tips"]),
            pitfalls=as_lines(row["pitfalls"]),
            steps=[
                ("step", {"text": plain(s["text"]), "minutes": s["minutes"]}) for s in row["steps"]
            ],
        )

    def feedback_model(self, row: Row) -> FeedbackModelPage:
        return FeedbackModelPage(
            **self.shared(row),
            steps=[("step", {"title": s["title"], "text": plain(s["text"])}) for s in row["steps"]],
            good_phrases=as_lines(row["good_phrases"]),
        )

    def business_case(self, row: Row) -> BusinessCasePage:
        page = BusinessCasePage(
            **self.shared(row),
            baseline=plain(row["baseline"]),
            change=plain(row["change"]),
            price_year=row["price_year"],
            horizon_years=row["horizon_years"],
            discount_rate=row["discount_rate"],
            perspective=row["perspective"],
            volunteer_hours=row["volunteer_hours"],
            nonfinancial=as_lines([plain(item["text"]) for item in row["nonfinancial"]]),
            benefit_owner=self.people.get(row["benefit_owner"]),
            decision=plain(row["decision"]),
        )
        for relation, model in (
            ("lines", BusinessCaseLine),
            ("risks", BusinessCaseRisk),
            ("actuals", BusinessCaseActual),
        ):
            for item in row[relation] or []:
                getattr(page, relation).add(model(**item))
        return page

    def case(self, row: Row) -> CasePortraitPage:
        texts = (
            "problem",
            "citizen_view",
            "municipal_role",
            "resources",
            "outcomes",
            "evidence",
            "challenges",
            "conditions",
            "lessons",
            "replicability",
        )
        same = ("track", "stage", "start_date", "end_date", "participation_level")
        return CasePortraitPage(
            **self.shared(row),
            **{name: plain(row[name]) for name in texts},
            **{name: row[name] for name in same},
            location=row["location"] or "",
            participant_count=row["participant_count"],
            mindset_elements=as_lines(row["mindset_elements"]),
            three_tips=as_lines(row["three_tips"]),
            partners=as_partners(row["partners"]),
            story=self.story(row),
            business_case=BusinessCasePage.objects.filter(slug=row["business_case"] or "").first(),
        )

    def arena(self, row: Row) -> ArenaPage:
        texts = ("challenge", "why_together", "next_step", "how_to_join")
        return ArenaPage(
            **self.shared(row),
            **{name: plain(row[name]) for name in texts},
            partners=as_partners(row["partners"]),
            coordinator=self.people.get(row["coordinator"]),
            track=str(row["track"]),
            stage=row["stage"],
        )

    def story(self, row: Row) -> Story:
        """Return the blocks of a portrait."""
        blocks: Story = []
        for number, block in enumerate(row["story"]):
            ((kind, value),) = block.items()
            if kind == "text":
                blocks.append(("text", rich_text(value)))
            elif kind == "picture":
                image = self.album.picture(value, f"{row['slug']}-historie-{number}")
                caption = value.get("caption") or ""
                blocks.append(("picture", {"image": image, "caption": caption}))
            elif kind == "quote":
                blocks.append(("quote", {"quote": self.quotes[value]}))
            elif kind == "callout":
                callout = {"title": value["title"], "text": plain(value["text"])}
                blocks.append(("callout", callout))
            elif kind == "from_to":
                blocks.append(("from_to", {"before": value["from"], "after": value["to"]}))
            elif kind in ("steps", "facts"):
                blocks.append((kind, {kind: value}))
            else:
                blocks.append((kind, value))
        return blocks


def link_related() -> None:
    """Set the related pages, now that all exist; pages that have some are left alone."""
    pages = {page.slug: page for page in KnowledgePage.objects.specific()}
    for _section, row in all_rows():
        page = pages.get(row["slug"])
        others = [pages[slug] for slug in row["related"] if slug in pages]
        if page and others and not page.related.exists():
            page.related.set([other.knowledgepage_ptr for other in others])
            page.save_revision().publish()


def as_lines(texts: list[str] | None) -> Story:
    """Return short texts as blocks."""
    return [("line", text) for text in texts or []]


def as_partners(rows: list[Row] | None) -> Story:
    """Return the parties as blocks."""
    return [("partner", dict(row)) for row in rows or []]
