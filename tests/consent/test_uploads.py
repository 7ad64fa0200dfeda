"""Pictures that people upload: checked before they are decoded, cleaned before they are kept."""

import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from consent.models import Photo
from consent.pictures import MAX_SIDE, cleaned
from consent.presets import specs
from tests.factories import ConsentFactory, PhotoFactory, UserFactory

ROOT = Path(__file__).resolve().parents[2]
GPS_IFD, LATITUDE, ORIENTATION, MAKER = 0x8825, 2, 0x0112, 0x010F
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">HEMMELIG-XMP</x:xmpmeta>'


def picture(kind="JPEG", size=(60, 40), name=None, **options):
    """Return an upload whose left half is red and right half blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.save(out, kind, **options)
    suffix = {"JPEG": "jpg"}.get(kind, kind.lower())
    return SimpleUploadedFile(name or f"foto.{suffix}", out.getvalue())


def camera_exif(orientation=1):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = "HEMMELIGT-KAMERA"
    exif.get_ifd(GPS_IFD)[LATITUDE] = (54.0, 46.0, 12.3)
    return exif


def bomb(width=11_000, height=11_000):
    """Return a PNG of a few kB that unfolds to `width` × `height` pixels."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + (width + 7) // 8)) for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            chunk(b"IHDR", header),
            chunk(b"IDAT", rows + packer.flush()),
            chunk(b"IEND", b""),
        ]
    )


@pytest.fixture
def editor(client, site):
    """A browser in which somebody who may do everything in the CMS is signed in."""
    client.force_login(UserFactory(is_superuser=True))
    return client


def upload(client, file, **fields):
    data = {"title": "Billede", "description": "Et træ", "collection": 1, "file": file, **fields}
    return client.post(reverse("wagtailimages:add"), data)


# --- What is refused ---------------------------------------------------------------------------
BROKEN = "beskadiget"


def moving_gif(frames=3):
    first, *rest = [Image.new("RGB", (20, 20), (number * 80, 0, 0)) for number in range(frames)]
    out = io.BytesIO()
    first.save(out, "GIF", save_all=True, append_images=rest)
    return SimpleUploadedFile("film.gif", out.getvalue())


def moving(kind):
    first, *rest = [Image.new("RGB", (20, 20), (number * 80, 0, 0)) for number in range(3)]
    out = io.BytesIO()
    first.save(out, kind, save_all=True, append_images=rest)
    return SimpleUploadedFile(f"film.{kind.lower()}", out.getvalue())


REFUSED = {
    "121 megapixels in 15 kB": (
        lambda: SimpleUploadedFile("bombe.png", bomb()),
        "over 80 megapixel",
    ),
    "48 megapixels": (
        lambda: SimpleUploadedFile("stor.png", bomb(8000, 6000)),
        "har 48 megapixel. Det må højst have 40.",
    ),
    "a text called .png": (lambda: SimpleUploadedFile("tekst.png", b"hej"), BROKEN),
    "an empty picture": (lambda: SimpleUploadedFile("tom.png", b"\x89PNG\r\n\x1a\n"), BROKEN),
    "a JPEG called .png": (lambda: picture("JPEG", name="foto.png"), BROKEN),
    "a PNG called .jpg": (lambda: picture("PNG", name="foto.jpg"), BROKEN),
    "a GIF called .webp": (lambda: picture("GIF", name="foto.webp"), BROKEN),
    "a truncated JPEG": (
        lambda: SimpleUploadedFile("halv.jpg", picture(size=(900, 900)).read()[:2500]),
        BROKEN,
    ),
    "a truncated PNG": (
        lambda: SimpleUploadedFile("halv.png", picture("PNG", (900, 900)).read()[:700]),
        BROKEN,
    ),
    "a truncated WebP": (
        lambda: SimpleUploadedFile("halv.webp", picture("WEBP", (900, 900)).read()[:400]),
        BROKEN,
    ),
    "a truncated AVIF": (
        lambda: SimpleUploadedFile("halv.avif", picture("AVIF", (900, 900)).read()[:300]),
        BROKEN,
    ),
    "SVG with a script": (
        lambda: SimpleUploadedFile("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/>"),
        "Brug et billede",
    ),
    "SVG called .png": (
        lambda: SimpleUploadedFile("x.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        BROKEN,
    ),
    "a program": (lambda: SimpleUploadedFile("billede.exe", b"MZ"), "Brug et billede"),
    "no extension": (lambda: SimpleUploadedFile("billede", picture().read()), "Brug et billede"),
    "a GIF that moves": (moving_gif, "stillbillede"),
    "a WebP that moves": (lambda: moving("WEBP"), "stillbillede"),
    "a PNG that moves": (lambda: moving("PNG"), "stillbillede"),
    "more than 20 MB": (
        lambda: SimpleUploadedFile("stor.png", picture("PNG").read() + bytes(20 * 1024 * 1024)),
        "Det må højst fylde 20",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_fit_picture_is_a_message_in_the_form(editor, case):
    make, words = REFUSED[case]

    response = upload(editor, make())

    assert response.status_code == 200
    [message] = response.context["form"].errors["file"]
    assert words in message
    assert not Photo.objects.exists()


def test_the_multi_upload_refuses_the_same_with_the_same_words(editor):
    response = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "x", "collection": 1, "files[]": SimpleUploadedFile("bombe.png", bomb())},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    answer = response.json()
    assert answer["success"] is False
    assert "over 80 megapixel" in answer["error_message"]
    assert not UploadedFile.objects.exists()


def test_a_gif_of_a_hundred_thousand_frames_is_refused_before_they_are_counted(editor):
    frame = moving_gif(2).read()
    second = frame.rindex(b"\x21\xf9\x04")  # the second frame's control block
    data = frame[:second] + frame[second:-1] * 100_000 + b";"
    assert len(data) < 20 * 1024 * 1024
    script = MEASURE.format(name="film.gif")
    seconds, megabytes, message = run_measured(script, data)
    assert "stillbillede" in message
    assert seconds < 2
    assert megabytes < 400


MEASURE = f"""
import io, re, sys, time
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "gufu.settings.test"
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from consent.forms import PhotoForm
from wagtail.images.forms import get_image_form
from consent.models import Photo
data = sys.stdin.buffer.read()
form_class = get_image_form(Photo)
field = form_class.base_fields  # the class is built before the clock starts
started = time.monotonic()
from consent.fields import PhotoFormField
from django.core.exceptions import ValidationError
try:
    PhotoFormField().to_python(SimpleUploadedFile({{name!r}}, data))
    message = "accepted"
except ValidationError as error:
    message = error.messages[0]
seconds = time.monotonic() - started
print(seconds)
# Not ru_maxrss: that one begins with the peak of the process that started this one.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
print(message)
"""


def run_measured(script, data):
    """Return (seconds, peak memory in MB, message) of checking `data` in a process of its own."""
    # What measures the suite's coverage would follow into the process and be weighed with it.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=data,
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=plain,
    )
    seconds, megabytes, message = done.stdout.decode().splitlines()[-3:]
    return float(seconds), float(megabytes), message


def test_a_pixel_bomb_costs_neither_time_nor_memory():
    data = bomb()
    assert len(data) < 40_000
    seconds, megabytes, message = run_measured(MEASURE.format(name="bombe.png"), data)
    assert message == (
        "Billedet har over 80 megapixel. Det må højst have 40. Gør det mindre, og prøv igen."
    )
    assert seconds < 2
    assert megabytes < 400


def test_the_largest_allowed_picture_stays_within_the_workers_memory():
    """40 megapixels with transparency, turned on its side: the dearest picture there is."""
    image = Image.new("RGBA", (8000, 5000), (0, 120, 60, 200))
    out = io.BytesIO()
    image.save(out, "PNG", exif=camera_exif(6))
    _seconds, megabytes, message = run_measured(MEASURE.format(name="stor.png"), out.getvalue())
    assert message == "accepted"
    assert megabytes < 400


# --- What is kept ------------------------------------------------------------------------------
def everything_kept(photo):
    """Yield the bytes of the original and of every size of the site's pages."""
    yield Path(photo.file.path).read_bytes()
    for spec in (*specs("card"), *specs("hero"), *specs("story"), "max-165x165"):
        yield Path(photo.get_rendition(spec).file.path).read_bytes()


def assert_clean(photo):
    for data in everything_kept(photo):
        for secret in (b"Exif\x00\x00", b"HEMMELIG", b"xmpmeta", b"PK\x03\x04", b"<script"):
            assert secret not in data
        with Image.open(io.BytesIO(data)) as kept:
            assert not kept.getexif()
            assert "comment" not in kept.info


WITH_SECRETS = {
    "JPEG": {"exif": camera_exif(), "comment": b"HEMMELIG", "xmp": XMP},
    "PNG": {"exif": camera_exif()},
    "WEBP": {"exif": camera_exif(), "xmp": XMP},
    "AVIF": {"exif": camera_exif(), "xmp": XMP},
    "GIF": {"comment": b"HEMMELIG"},
}


@pytest.mark.parametrize("kind", WITH_SECRETS)
def test_position_camera_and_comments_are_gone_from_original_and_every_size(editor, kind):
    file = picture(kind, (1800, 1200), **WITH_SECRETS[kind])
    assert b"HEMMELIG" in file.read()  # the test's own picture does carry them
    file.seek(0)

    assert upload(editor, file).status_code == 302

    photo = Photo.objects.get()
    assert_clean(photo)
    assert photo.file_size == photo.file.size
    photo_hash = photo.file_hash
    photo._set_file_hash()
    assert photo.file_hash == photo_hash


def test_what_hides_behind_a_picture_is_not_kept(editor):
    file = SimpleUploadedFile(
        "foto.jpg", picture(size=(900, 600)).read() + b"PK\x03\x04<script>alert(1)</script>"
    )
    assert upload(editor, file).status_code == 302
    assert_clean(Photo.objects.get())


@pytest.mark.parametrize("way", ["form", "multi-upload", "code"])
def test_whichever_way_it_comes_in_it_is_cleaned_and_upright(editor, way):
    """The picture lies on its side (orientation 6): red must come out on top, blue below."""
    file = picture("JPEG", (800, 400), exif=camera_exif(6), comment=b"HEMMELIG")
    if way == "form":
        upload(editor, file)
    elif way == "multi-upload":
        multi_upload(editor, file, description="Et træ")
    else:
        Photo.objects.create(title="x", description="y", file=file)

    photo = Photo.objects.get()
    assert_clean(photo)
    assert (photo.width, photo.height) == (400, 800)
    assert photo.file_size == photo.file.size
    for spec in ("max-300x300|format-png", "fill-100x100|format-png"):
        with Image.open(photo.get_rendition(spec).file.path) as shown:
            shown = shown.convert("RGB")
            red, _, blue = shown.getpixel((shown.width // 2, 2))
            assert red > 200 > 60 > blue


def multi_upload(client, file, **fields):
    """Go through Wagtail's two steps; return the answer to the second."""
    first = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Fra telefonen", "collection": 1, "files[]": file},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    number = first["uploaded_file_id"]
    prefix = f"uploaded-image-{number}"
    return client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number]),
        {
            f"{prefix}-title": "Fra telefonen",
            f"{prefix}-collection": 1,
            f"{prefix}-description": "",
            **{f"{prefix}-{name}": value for name, value in fields.items()},
        },
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()


def test_the_multi_upload_asks_for_a_description_in_danish(editor):
    answer = multi_upload(editor, picture())
    assert answer["success"] is False
    assert "Beskriv billedet for den, der ikke kan se det." in answer["form"]
    assert not Photo.objects.exists()


def test_a_picture_that_waits_for_its_form_has_lost_its_position_already(editor):
    multi_upload(editor, picture("JPEG", exif=camera_exif(6), comment=b"HEMMELIG"))
    waiting = UploadedFile.objects.get()
    data = Path(waiting.file.path).read_bytes()
    assert b"HEMMELIG" not in data
    assert b"Exif" not in data


def test_the_form_asks_for_a_description_in_danish(editor):
    response = upload(editor, picture(), description="  ")
    assert response.context["form"].errors["description"] == [
        "Beskriv billedet for den, der ikke kan se det."
    ]


def test_a_new_file_for_an_old_photo_takes_its_sizes_with_it(editor):
    photo = PhotoFactory()
    old = photo.get_rendition(specs("card")[0])
    fields = {"title": "x", "description": "y", "collection": 1}
    url = reverse("wagtailimages:edit", args=[photo.pk])
    response = editor.post(url, {**fields, "file": picture("PNG", (700, 300), name="ny.png")})
    assert response.status_code == 302
    photo.refresh_from_db()
    assert (photo.width, photo.height) == (700, 300)
    assert not photo.renditions.filter(pk=old.pk).exists()


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd.png", "..\\..\\x.png", "/etc/x.png", "a\x00b.png", "x" * 300 + ".png"],
)
def test_names_that_climb_stay_in_the_folder_of_originals(editor, name):
    response = upload(editor, picture("PNG", name=name))
    assert response.status_code in {200, 302}
    for photo in Photo.objects.all():
        assert Path(photo.file.name).parent == Path("original_images")
        assert (
            Path(photo.file.path)
            .resolve()
            .is_relative_to(Path(photo.file.storage.location).resolve() / "original_images")
        )


def test_code_cannot_keep_what_is_no_picture(db):
    with pytest.raises(ValidationError, match="beskadiget"):
        Photo.objects.create(
            title="x", description="y", file=SimpleUploadedFile("x.png", b"<svg/>")
        )


def test_large_pictures_are_kept_no_larger_than_anybody_needs():
    clean = cleaned(picture("JPEG", (6000, 3000)), "foto.jpg")
    with Image.open(clean) as kept:
        assert kept.size == (MAX_SIDE, MAX_SIDE // 2)


def test_a_transparent_picture_stays_transparent():
    image = Image.new("P", (10, 10), 0)
    image.info["transparency"] = 0
    out = io.BytesIO()
    image.save(out, "PNG", transparency=0)
    with Image.open(cleaned(SimpleUploadedFile("x.png", out.getvalue()), "x.png")) as kept:
        assert kept.convert("RGBA").getpixel((5, 5))[3] == 0


def test_the_colour_profile_stays():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with Image.open(cleaned(picture("JPEG", icc_profile=profile), "x.jpg")) as kept:
        assert kept.info["icc_profile"] == profile


def test_a_consent_chosen_at_upload_is_kept(editor):
    consent = ConsentFactory()
    upload(editor, picture(), shows_people="on", consent=consent.pk)
    assert Photo.objects.get().consent == consent
