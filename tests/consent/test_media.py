"""Photos and documents are sent only to who may see what uses them, while consent holds."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images.utils import generate_signature
from wagtail.models import Collection, CollectionViewRestriction

from consent.models import Consent
from consent.presets import PRESETS, specs
from gufu import roles
from gufu.outbox.models import OutboxEntry
from gufu.permissions import write_permissions
from tests.factories import (
    AttachmentFactory,
    CasePortraitPageFactory,
    CasePortraitPictureFactory,
    ColleagueFactory,
    ConsentFactory,
    PhotoFactory,
    ToolPageFactory,
    UserFactory,
    days_from_now,
    restrict,
)

CARD = specs("card")[0]


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(site):
    """A browser of somebody in the group Redaktører."""
    write_permissions(site.home.get_parent())
    user = UserFactory()
    user.groups.add(Group.objects.get(name=roles.EDITORS))
    return signed_in(user)


def url_of(photo, spec=CARD):
    return photo.get_rendition(spec).url


def story_with(photo):
    return [("picture", {"image": photo, "caption": "Se her"})]


# --- Used where the viewer may see it ----------------------------------------------------------
USES = {
    "the picture of a page": lambda photo: CasePortraitPageFactory(picture=photo),
    "a block of a story": lambda photo: CasePortraitPageFactory(story=story_with(photo)),
    "a portrait's gallery": lambda photo: CasePortraitPictureFactory(image=photo).page,
    "the picture of a tool": lambda photo: ToolPageFactory(picture=photo),
}


@pytest.mark.parametrize("use", USES)
def test_a_used_photo_is_sent_and_a_closed_page_closes_it(reader, use):
    photo = PhotoFactory()
    page = USES[use](photo)
    url = url_of(photo)
    assert reader.get(url).status_code == 200

    restrict(page, Group.objects.create(name="Ledelsen"))
    assert reader.get(url).status_code == 404


def test_a_photo_of_a_closed_page_is_for_its_group_alone(site):
    group = Group.objects.create(name="Ledelsen")
    page = CasePortraitPageFactory(story=story_with(photo := PhotoFactory()))
    restrict(page.get_parent(), group)  # closed from above
    inside, outside, other = UserFactory(), UserFactory(), UserFactory()
    inside.groups.add(group)
    other.groups.add(Group.objects.create(name="Naboerne"))
    url = url_of(photo)
    assert signed_in(inside).get(url).status_code == 200
    assert signed_in(outside).get(url).status_code == 404
    assert signed_in(other).get(url).status_code == 404
    assert Client().get(url).status_code == 302

    # A change of group holds from the next request.
    inside.groups.clear()
    assert signed_in(inside).get(url).status_code == 404


def test_one_open_page_is_enough(reader):
    photo = PhotoFactory()
    restrict(CasePortraitPageFactory(picture=photo), Group.objects.create(name="Ledelsen"))
    assert reader.get(url_of(photo)).status_code == 404
    ToolPageFactory(picture=photo)
    assert reader.get(url_of(photo)).status_code == 200


def test_an_unpublished_page_shows_no_photo(reader):
    photo = PhotoFactory()
    page = CasePortraitPageFactory(picture=photo)
    page.unpublish()
    assert reader.get(url_of(photo)).status_code == 404


def test_a_photo_that_only_a_draft_uses_waits_for_it(reader):
    page = CasePortraitPageFactory()
    page.picture = photo = PhotoFactory()
    draft = page.save_revision()
    assert reader.get(url_of(photo)).status_code == 404
    draft.publish()
    assert reader.get(url_of(photo)).status_code == 200


def test_a_photo_used_by_nothing_is_for_the_cms(reader, editor):
    url = url_of(PhotoFactory())
    assert reader.get(url).status_code == 404
    assert editor.get(url).status_code == 200


@pytest.mark.parametrize(
    "change",
    [{"opted_in": False}, {"photo_consent": None}],
    ids=["left the directory", "no consent for the portrait"],
)
def test_a_colleagues_portrait_needs_the_directory_and_its_own_consent(reader, change):
    photo = PhotoFactory(with_people=True)
    person = ColleagueFactory(photo=photo, photo_consent=ConsentFactory())
    url = url_of(photo, specs("portrait")[0])
    assert reader.get(url).status_code == 200
    for field, value in change.items():
        setattr(person, field, value)
    person.save()
    assert reader.get(url).status_code == 404


# --- Consent is asked at every read ------------------------------------------------------------
ENDS = {
    "expired": {"expires_on": days_from_now(-1)},
    "withdrawn": {"status": Consent.Status.WITHDRAWN},
    "not begun": {"given_on": days_from_now(1)},
}


@pytest.mark.parametrize("end", ENDS)
def test_when_consent_ends_every_size_is_gone_for_everybody_on_the_next_request(
    reader, editor, end
):
    """No worker runs in this test; nothing but the consent's row is written."""
    photo = PhotoFactory(with_people=True)
    CasePortraitPageFactory(picture=photo)
    urls = [url_of(photo, spec) for name in PRESETS for spec in specs(name)]
    administrator = signed_in(UserFactory(is_superuser=True))
    browsers = (reader, editor, administrator)
    assert {browser.get(url).status_code for browser in browsers for url in urls} == {200}

    Consent.objects.filter(pk=photo.consent_id).update(**ENDS[end])

    assert {browser.get(url).status_code for browser in browsers for url in urls} == {404}
    # Not even a browser that has the picture and only asks whether it changed.
    seen = reader.get(urls[0], headers={"If-None-Match": "*"})
    assert seen.status_code == 404


def test_no_consent_at_all_hides_people(reader):
    photo = PhotoFactory(shows_people=True, consent=None)
    CasePortraitPageFactory(picture=photo)
    assert reader.get(url_of(photo)).status_code == 404


def test_the_cms_keeps_its_thumbnail_for_who_may_mend_the_photo(reader, editor):
    photo = PhotoFactory(with_people=True)
    CasePortraitPageFactory(picture=photo)
    Consent.objects.update(status=Consent.Status.WITHDRAWN)
    thumbnail = url_of(photo, "max-165x165")
    assert editor.get(thumbnail).status_code == 200
    assert reader.get(thumbnail).status_code == 404


# --- How it is sent ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("spec", "content_type"),
    [
        ("width-50|format-avif", "image/avif"),
        ("width-50|format-webp", "image/webp"),
        ("width-50|format-jpeg", "image/jpeg"),
        ("width-50|format-png", "image/png"),
    ],
)
def test_headers(reader, spec, content_type):
    photo = PhotoFactory()
    CasePortraitPageFactory(picture=photo)
    response = reader.get(url_of(photo, spec))
    assert response.headers["Content-Type"] == content_type
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"].startswith("inline; filename=")
    assert set(response.headers["Cache-Control"].split(", ")) == {"private", "no-cache"}
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert not response.cookies
    body = b"".join(response.streaming_content)
    assert len(body) == int(response.headers["Content-Length"])


def test_an_unchanged_photo_costs_a_question_and_is_asked_for_again(reader):
    photo = PhotoFactory()
    page = CasePortraitPageFactory(picture=photo)
    url = url_of(photo)
    etag = reader.get(url).headers["ETag"]
    again = reader.get(url, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert set(again.headers["Cache-Control"].split(", ")) == {"private", "no-cache"}
    assert reader.get(url, headers={"If-None-Match": '"andet"'}).status_code == 200
    restrict(page, Group.objects.create(name="Ledelsen"))
    assert reader.get(url, headers={"If-None-Match": etag}).status_code == 404


def test_another_name_another_number_and_a_lost_file_are_404(reader):
    photo = PhotoFactory()
    CasePortraitPageFactory(picture=photo)
    rendition = photo.get_rendition(CARD)
    assert reader.get(reverse("photo", args=[rendition.pk, "andet.jpg"])).status_code == 404
    assert reader.get(reverse("photo", args=[10**18, "andet.jpg"])).status_code == 404
    assert reader.get(reverse("photo", args=[10**30, "andet.jpg"])).status_code == 404
    assert reader.post(rendition.url).status_code == 405
    Path(rendition.file.path).unlink()
    assert reader.get(rendition.url).status_code == 404


# --- No other way to the bytes -----------------------------------------------------------------
def test_originals_and_files_on_disk_have_no_address(reader, editor):
    photo = PhotoFactory()
    CasePortraitPageFactory(picture=photo)
    rendition = photo.get_rendition(CARD)
    attachment = AttachmentFactory()
    for browser in (reader, editor, signed_in(UserFactory(is_superuser=True))):
        for file in (photo.file, rendition.file, attachment.file):
            assert browser.get(file.url).status_code == 404
            assert browser.get(f"/static/{file.name}").status_code == 404
            assert browser.get(f"/static/../media/{file.name}").status_code == 404


def test_wagtails_own_image_addresses_are_for_who_may_change_the_photo(reader, editor):
    photo = PhotoFactory()
    CasePortraitPageFactory(picture=photo)
    preview = reverse("wagtailimages:preview", args=[photo.pk, "original"])
    assert editor.get(preview).status_code == 200
    assert reader.get(preview).status_code == 403
    consultant = UserFactory()
    consultant.groups.add(Group.objects.get(name=roles.CONSULTANTS))
    # Into the CMS they may come, to the photos not.
    assert signed_in(consultant).get("/cms/").status_code == 200
    assert signed_in(consultant).get(preview).status_code == 302
    assert signed_in(consultant).get(reverse("wagtailimages:index")).status_code == 302


def test_there_is_no_signed_address_that_makes_any_size(reader, editor):
    photo = PhotoFactory()
    signature = generate_signature(photo.pk, "original")
    for prefix in ("", "billeder/", "images/", "cms/images/"):
        url = f"/{prefix}{signature}/{photo.pk}/original/"
        assert editor.get(url).status_code == 404
    assert editor.get(reverse("wagtailimages:url_generator", args=[photo.pk])).status_code == 404


# --- Documents ---------------------------------------------------------------------------------
def test_a_document_follows_the_pages_that_use_it(reader, editor):
    attachment = AttachmentFactory()
    assert reader.get(attachment.url).status_code == 404
    assert editor.get(attachment.url).status_code == 200
    page = ToolPageFactory(template_file=attachment)
    response = reader.get(attachment.url)
    assert response.status_code == 200
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in response.headers["Cache-Control"]
    restrict(page, Group.objects.create(name="Ledelsen"))
    assert reader.get(attachment.url).status_code == 404
    assert Client().get(attachment.url).status_code == 302


def test_a_document_linked_from_the_text_of_a_closed_page_is_closed(reader):
    attachment = AttachmentFactory()
    link = f'<p><a linktype="document" id="{attachment.pk}">Skabelon</a></p>'
    page = CasePortraitPageFactory(story=[("text", link)])
    assert reader.get(attachment.url).status_code == 200
    restrict(page, Group.objects.create(name="Ledelsen"))
    assert reader.get(attachment.url).status_code == 404


def test_a_document_whose_consent_ended_is_gone_for_everybody(reader, editor):
    attachment = AttachmentFactory(consent=ConsentFactory())
    ToolPageFactory(template_file=attachment)
    assert reader.get(attachment.url).status_code == 200
    Consent.objects.update(status=Consent.Status.WITHDRAWN)
    assert reader.get(attachment.url).status_code == 404
    assert editor.get(attachment.url).status_code == 404


def test_a_document_whose_consent_was_deleted_stays_closed(reader, editor):
    attachment = AttachmentFactory(consent=ConsentFactory())
    ToolPageFactory(template_file=attachment)
    assert reader.get(attachment.url).status_code == 200
    attachment.consent.delete()
    for browser in (reader, editor):
        assert browser.get(attachment.url).status_code == 404


def test_a_closed_folder_of_documents_is_404_not_a_circle(reader):
    folder = Collection.get_first_root_node().add_child(name="Ledelsens")
    attachment = AttachmentFactory(collection=folder)
    ToolPageFactory(template_file=attachment)
    CollectionViewRestriction.objects.create(
        collection=folder, restriction_type=CollectionViewRestriction.GROUPS
    )
    assert reader.get(attachment.url).status_code == 404


# --- The renditions' worker --------------------------------------------------------------------
def drain():
    from gufu.outbox.worker import drain

    return drain("renditions")


def test_the_worker_makes_every_size_and_the_page_none(reader, django_assert_num_queries):
    photo = PhotoFactory()
    assert drain() == 1
    assert set(photo.renditions.values_list("filter_spec", flat=True)) == {
        spec for name in PRESETS for spec in specs(name)
    }
    assert OutboxEntry.objects.waiting().filter(topic="renditions").count() == 0


def test_a_moved_focal_point_makes_the_crops_anew_and_drops_the_old(site):
    photo = PhotoFactory()
    drain()
    before = set(photo.renditions.values_list("pk", flat=True))
    photo.focal_point_x, photo.focal_point_y = 20, 20
    photo.focal_point_width, photo.focal_point_height = 10, 10
    photo.save()
    assert drain() == 1
    crops = photo.renditions.filter(filter_spec__startswith="fill-")
    assert crops.count() == len([s for n in PRESETS for s in specs(n) if s.startswith("fill-")])
    assert not before & set(crops.values_list("pk", flat=True))


def test_saving_a_small_thing_makes_nothing(site):
    photo = PhotoFactory()
    OutboxEntry.objects.all().delete()
    photo.file_size = None
    photo.get_file_size()
    assert not OutboxEntry.objects.filter(topic="renditions").exists()


def test_a_photo_whose_file_is_gone_does_not_hold_up_the_worker(site):
    lost, fine = PhotoFactory(), PhotoFactory()
    Path(lost.file.path).unlink()
    Path(PhotoFactory().file.path).write_bytes(b"no picture")
    drain()
    assert fine.renditions.exists()
    assert not lost.renditions.exists()


def test_a_deleted_photo_does_not_come_back(site):
    photo = PhotoFactory()
    photo.delete()
    assert drain() == 1


def test_crops_keep_the_focal_point(site):
    from tests.consent.test_uploads import picture

    photo = PhotoFactory(file=picture("PNG", (1000, 200)))  # left half red
    photo.focal_point_x, photo.focal_point_y = 50, 100
    photo.focal_point_width, photo.focal_point_height = 10, 10
    photo.save()
    with Image.open(photo.get_rendition("fill-100x100|format-png").file.path) as crop:
        assert crop.convert("RGB").getpixel((50, 50))[0] > 200
