"""Danish is the house's language; English is there for whoever chooses it."""

from django.urls import reverse


def test_an_english_browser_still_meets_danish(reader):
    response = reader.get("/", headers={"accept-language": "en-GB,en"})
    assert '<html lang="da">' in response.content.decode()
    assert response.headers["Content-Language"] == "da"


def test_choosing_english_changes_the_interface_and_is_remembered(reader):
    reader.post(reverse("set_language"), {"language": "en", "next": "/"})
    response = reader.get("/")
    assert '<html lang="en">' in response.content.decode()
    reader.post(reverse("set_language"), {"language": "da", "next": "/"})
    assert '<html lang="da">' in reader.get("/").content.decode()


def test_a_language_that_is_none_is_danish(reader):
    reader.cookies["django_language"] = "../../x"
    assert '<html lang="da">' in reader.get("/").content.decode()
