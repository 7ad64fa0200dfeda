"""The tag that draws a photo: responsive, described, and nothing where it may not be shown."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import RequestFactory

from consent.models import Photo
from consent.presets import PRESETS, specs, with_renditions
from consent.renditions import renditions_of
from consent.templatetags import consent_tags
from gufu.outbox.worker import drain
from tests.consent.test_uploads import picture
from tests.factories import (
    CasePortraitPageFactory,
    ConsentFactory,
    PhotoFactory,
    days_from_now,
)


def draw(photo, tag='{% photo image "card" %}', request=None):
    context = {"image": photo, "request": request or RequestFactory().get("/")}
    html = Template("{% load consent_tags %}" + tag).render(Context(context))
    return BeautifulSoup(html, "html.parser")


@pytest.fixture
def photo(db):
    photo = PhotoFactory(description="Tre naboer i en have", file=picture("JPEG", (1800, 1200)))
    drain("renditions")
    return photo


def test_a_picture_in_three_formats_with_its_size_and_words(photo):
    html = draw(photo, '{% photo image "card" class="card__photo" %}')
    assert html.picture["class"] == ["card__photo"]
    assert [source["type"] for source in html.select("source")] == ["image/avif", "image/webp"]
    for source in html.select("source"):
        assert [part.split()[1] for part in source["srcset"].split(", ")] == ["480w", "800w"]
        assert source["sizes"] == PRESETS["card"].width
    image = html.img
    assert image["src"].endswith(".jpg")
    assert (image["width"], image["height"]) == ("800", "500")
    assert image["alt"] == "Tre naboer i en have"
    assert image["loading"] == "lazy"
    assert not image.has_attr("style")


def test_the_first_picture_does_not_wait(photo):
    assert not draw(photo, '{% photo image "hero" %}').img.has_attr("loading")
    assert draw(photo, '{% photo image "hero" %}').img["fetchpriority"] == "high"
    assert not draw(photo, '{% photo image "card" eager=True %}').img.has_attr("loading")


def test_a_text_of_ones_own_and_none(photo):
    assert draw(photo, '{% photo image "card" alt="Haven" %}').img["alt"] == "Haven"
    assert draw(photo, '{% photo image "card" alt="" %}').img["alt"] == ""


def test_words_are_escaped(photo):
    photo.description = '"><script>alert(1)</script>'
    html = draw(photo)
    assert not html.select("script")
    assert html.img["alt"] == photo.description


def test_who_made_it_can_be_told(photo):
    photo.credit = "Foto: Inger"
    assert draw(photo, "{% photo_credit image %}").text == "Foto: Inger"
    assert draw(None, "{% photo_credit image %}").text == ""


@pytest.mark.parametrize(
    "fields",
    [
        {"shows_people": True, "consent": None},
        {"shows_people": True, "expired": True},
        {"shows_people": True, "withdrawn": True},
    ],
    ids=["none", "expired", "withdrawn"],
)
def test_nothing_without_consent_neither_picture_nor_credit(db, fields):
    states = {key: fields.pop(key) for key in ("expired", "withdrawn") if key in fields}
    if states:
        fields["consent"] = ConsentFactory(given_on=days_from_now(-60), **states)
    photo = PhotoFactory(credit="Foto: Inger", **fields)
    assert str(draw(photo)) == ""
    assert str(draw(photo, "{% photo_credit image %}")) == ""


def test_nothing_for_no_photo_and_for_a_lost_file(db):
    assert str(draw(None)) == ""
    lost = Photo.objects.get(pk=PhotoFactory().pk)
    Path(lost.file.path).unlink()
    assert str(draw(lost)) == ""


def test_a_small_photo_is_not_enlarged_and_named_once(db):
    photo = PhotoFactory(file=picture("PNG", (300, 200)))
    html = draw(photo)
    assert (html.img["width"], html.img["height"]) == ("300", "188")
    assert "," not in html.select_one("source")["srcset"]


def test_missing_sizes_are_made_once(db, django_assert_num_queries):
    photo = PhotoFactory()
    assert not photo.renditions.exists()
    draw(photo)
    made = set(photo.renditions.values_list("pk", flat=True))
    assert len(made) == len(specs("card"))
    with django_assert_num_queries(1):
        draw(photo)
    assert set(photo.renditions.values_list("pk", flat=True)) == made


def test_a_request_loses_patience_and_the_worker_makes_the_rest(db, monkeypatch):
    monkeypatch.setattr(consent_tags, "PATIENCE", -1)
    request = RequestFactory().get("/")
    photos = [PhotoFactory() for _ in range(3)]
    for photo in photos:
        assert draw(photo, request=request).img["src"]
    assert [photo.renditions.count() for photo in photos] == [1, 1, 1]
    drain("renditions")
    assert len(draw(photos[0]).select("source")) == 2


def test_an_unknown_preset_is_a_mistake_of_ours(photo):
    with pytest.raises(KeyError):
        draw(photo, '{% photo image "enormous" %}')


@pytest.mark.parametrize("shape", ["queryset", "list", "pages"])
def test_lists_take_the_same_queries_however_long(db, django_assert_max_num_queries, shape):
    consent = ConsentFactory()
    counts = []
    for number in (2, 8):
        while Photo.objects.count() < number:
            photo = PhotoFactory(shows_people=True, consent=consent)
            CasePortraitPageFactory(picture=photo)
        drain("renditions")
        with django_assert_max_num_queries(4) as captured:
            if shape == "pages":
                from cases.models import CasePortraitPage

                pages = with_renditions(CasePortraitPage.objects.all(), "card", of="picture")
                photos = [page.picture for page in pages]
            elif shape == "list":
                photos = with_renditions([*Photo.objects.all(), None], "card", "hero")
            else:
                photos = with_renditions(Photo.objects.all(), "card")
            for photo in photos:
                draw(photo)
        assert len(photos) >= number
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_many_at_once_make_a_picture_once(db, monkeypatch):
    """A second process that waited for the lock finds what the first has made."""
    photo = PhotoFactory()
    renditions_of(photo, specs("card"))
    made = []
    monkeypatch.setattr(Photo, "create_rendition", lambda self, spec: made.append(spec))
    stale = Photo.objects.get(pk=photo.pk)
    stale.prefetched_renditions = []  # what the second had read before it waited
    found = renditions_of(stale, specs("card"))
    assert set(found) == set(specs("card"))
    assert made == []
