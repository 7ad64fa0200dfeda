"""The page one came from follows along, if both who write and who read may see it."""

import uuid

import pytest

from colleagues.models import ContactMessage
from tests.factories import (
    CasePortraitPageFactory,
    PrincipleFactory,
    QuestionCardFactory,
    UserFactory,
    restrict,
)

pytestmark = pytest.mark.django_db

FORM = "/kolleger/mette-aegidius/kontakt/"


def send(client, **changes):
    data = {"token": str(uuid.uuid4()), "fra": "", "subject": "Borgermøde", "body": "Hvordan?"}
    return client.post(FORM, data | changes)


def initial(response, name):
    return response.context["form"].initial[name]


def test_the_form_knows_the_page_one_came_from(reader, people):
    CasePortraitPageFactory(title="Vejen til Horbelev", slug="horbelev")
    response = reader.get(FORM + "?fra=/cases/horbelev/")
    html = response.content.decode()
    assert initial(response, "subject") == "Om »Vejen til Horbelev«"
    assert '<a href="/cases/horbelev/">Vejen til Horbelev</a>' in html
    assert 'name="fra" value="/cases/horbelev/"' in html


def test_the_context_may_be_a_card_or_a_profile(reader, people):
    QuestionCardFactory(slug="hvem", text="Hvem mangler?")
    PrincipleFactory(slug="frivilligraadet-1", statement="Vær nysgerrig")
    found = {
        address: initial(reader.get(f"{FORM}?fra={address}"), "subject")
        for address in (
            "/spoergsmaal/hvem/",
            "/principper/frivilligraadet-1/",
            "/kolleger/bo-oestergaard/",
        )
    }
    assert list(found.values()) == ["Om »Hvem mangler?«", "Om »Vær nysgerrig«", "Om »Bo Østergård«"]


@pytest.mark.parametrize(
    "address",
    [
        "https://ond.example/cases/horbelev/",
        "//ond.example/cases/horbelev/",
        "javascript:alert(1)",
        "/cases/findesikke/",
        "/cases/horbelev/%0d%0aBcc: x@y.dk",
        "/cases/horbelev/\r\nBcc: x@y.dk",
        "/\\ond.example/",
        "/cases/" + "x" * 400,
        "http://[",
        "/[//x",
        "/",
        "",
        "\x00",
    ],
)
def test_other_addresses_are_ignored(reader, people, address):
    CasePortraitPageFactory(title="Vejen til Horbelev", slug="horbelev")
    response = reader.get(FORM, {"fra": address})
    assert response.status_code == 200
    assert response.context["origin"] is None
    assert initial(response, "fra") == ""
    assert "ond.example" not in response.content.decode()
    assert send(reader, fra=address).status_code == 302
    assert ContactMessage.objects.get().context_url == ""


def test_a_page_that_the_sender_may_not_see_is_no_context(reader, people):
    restrict(CasePortraitPageFactory(title="Hemmelig", slug="hemmelig"))
    assert reader.get(FORM + "?fra=/cases/hemmelig/").context["origin"] is None
    send(reader, fra="/cases/hemmelig/")
    assert ContactMessage.objects.get().context_title == ""


def test_a_page_that_the_recipient_may_not_see_is_no_context(reader, people, member):
    """Else the mail would tell the title of a closed page."""
    from django.contrib.auth.models import Group

    group = Group.objects.create(name="Indviede")
    member.groups.add(group)
    restrict(CasePortraitPageFactory(title="Hemmelig", slug="hemmelig"), group)
    assert reader.get("/cases/hemmelig/").status_code == 200
    assert reader.get(FORM + "?fra=/cases/hemmelig/").context["origin"] is None

    insider = UserFactory()
    insider.groups.add(group)
    people.mette.user = insider
    people.mette.save()
    assert reader.get(FORM + "?fra=/cases/hemmelig/").context["origin"].title == "Hemmelig"
