"""Feedback by the model: saved once, told by mail, answered once, seen by who may see the page."""

import uuid

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client

from colleagues.personal_data.registry import Subject, holdings
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from tests import factories
from toolbox.models import Feedback

TEXT = "I spurgte <naboerne> & ventede på svaret."


@pytest.fixture
def author(member):
    return factories.ColleagueFactory(user=member, name="Inger Skaarup")


@pytest.fixture
def owner(site):
    return factories.ColleagueFactory(user=factories.UserFactory(), name="Bent Holm")


@pytest.fixture(params=["case", "tool"])
def page(request, owner):
    kinds = {"case": factories.CasePortraitPageFactory, "tool": factories.ToolPageFactory}
    return kinds[request.param](title="Bænken", slug="baenken", colleague_owner=owner)


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def theirs(owner):
    """The browser of the page's owner."""
    return browser_of(owner.user)


def form(**changes):
    given = {"token": str(uuid.uuid4()), "worked": TEXT, "suggestion": "Gå en runde til."}
    return {**given, **changes}


def address(page):
    return f"/feedback/giv/{page.pk}/"


def letters():
    """Return the letters that the worker sends of what waits."""
    mail.outbox.clear()
    drain()
    return [letter for letter in mail.outbox if "Kvittering" not in letter.subject]


def test_the_page_leads_to_the_form_and_shows_what_was_given(reader, author, page):
    assert f'href="{address(page)}"' in reader.get(page.url).content.decode()
    assert "Bent får den på mail" in reader.get(address(page)).content.decode()
    response = reader.post(address(page), form())
    row = Feedback.objects.get()
    assert response.url == row.get_absolute_url()
    assert (row.target_id, row.author, row.recipient.name) == (page.pk, author, "Bent Holm")
    html = reader.get(page.url).content.decode()
    assert "I spurgte &lt;naboerne&gt; &amp; ventede på svaret." in html
    assert "Inger Skaarup" in html
    assert "Eksempeltekst" not in html, "what a colleague writes is no example"


def test_a_double_click_is_one_row_and_one_mail(reader, author, page):
    sent = form()
    for _click in range(2):
        assert reader.post(address(page), sent).status_code == 302
    assert Feedback.objects.count() == 1
    [letter] = letters()
    assert letter.to == [f"Bent Holm <{page.colleague_owner.email}>"]
    assert letter.subject == "Feedback på »Bænken«"
    assert TEXT in letter.body
    assert "&lt;naboerne&gt;" in letter.alternatives[0].content
    assert Feedback.objects.get().get_absolute_url() in letter.body
    assert not letters()


def test_another_text_from_the_same_form_is_another_feedback(reader, author, page):
    token = str(uuid.uuid4())
    reader.post(address(page), form(token=token))
    reader.post(address(page), form(token=token, worked="Noget andet."))
    assert Feedback.objects.count() == 2


def test_the_owner_answers_once_and_the_author_is_told(reader, theirs, author, page):
    reader.post(address(page), form())
    [told] = letters()
    row = Feedback.objects.get()
    assert (
        "Inger Skaarup har givet dig feedback"
        in theirs.get(row.get_absolute_url()).content.decode()
    )
    for text in ("Tak. Vi går en runde til.", "Sendt igen"):
        assert theirs.post(f"{row.get_absolute_url()}svar/", {"reply": text}).status_code == 302
    row.refresh_from_db()
    assert (row.reply, row.status) == ("Tak. Vi går en runde til.", Feedback.Status.ANSWERED)
    [answer] = letters()
    assert answer.to == [f"Inger Skaarup <{author.email}>"]
    assert answer.extra_headers["In-Reply-To"] == told.extra_headers["Message-ID"]
    assert "Vi går en runde til." in answer.body
    assert "Vi går en runde til." in reader.get(page.url).content.decode()


def test_an_empty_reply_is_asked_for_again_and_its_author_cannot_reply(
    reader, theirs, author, page
):
    reader.post(address(page), form())
    row = Feedback.objects.get()
    response = theirs.post(f"{row.get_absolute_url()}svar/", {"reply": " "})
    assert response.status_code == 422
    assert "Skriv et svar, før du sender." in response.content.decode()
    assert reader.post(f"{row.get_absolute_url()}svar/", {"reply": "Tak"}).status_code == 404
    row.refresh_from_db()
    assert row.status == Feedback.Status.NEW


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"worked": " "}, "Skriv, hvad der virkede. Én sætning er nok."),
        ({"suggestion": "x" * 2001}, "Der er plads til 2000 tegn. Du har skrevet 2001."),
    ],
)
def test_errors_are_danish_and_nothing_typed_is_lost(reader, author, page, change, message):
    response = reader.post(address(page), form(wondered="Hvem <kom> ikke?", **change))
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert "Hvem &lt;kom&gt; ikke?" in html
    assert not Feedback.objects.exists()
    assert not OutboxEntry.objects.filter(topic="mail").exists()


def test_only_cases_and_tools_that_one_may_see_take_feedback(reader, author, owner, site):
    arena = factories.ArenaPageFactory()
    closed = factories.ToolPageFactory(colleague_owner=owner)
    factories.restrict(closed)
    for page in (arena, closed):
        assert reader.get(address(page)).status_code == 404
        assert reader.post(address(page), form()).status_code == 404
    assert not Feedback.objects.exists()


def test_a_page_that_is_closed_later_hides_the_feedback_and_stops_the_mail(
    reader, theirs, author, page
):
    reader.post(address(page), form())
    factories.restrict(page)
    row = Feedback.objects.get()
    for browser in (reader, theirs):
        assert browser.get(row.get_absolute_url()).status_code == 404
        for view in ("givet", "modtaget"):
            assert "Bænken" not in browser.get(f"/feedback/?vis={view}").content.decode()
    assert not letters(), "nobody is told the title of a page that they may not see"


def test_nobody_else_sees_the_receipt(reader, author, page):
    reader.post(address(page), form())
    stranger = browser_of(factories.UserFactory())
    assert stranger.get(Feedback.objects.get().get_absolute_url()).status_code == 404


def test_ones_own_page_takes_no_feedback_of_oneself(theirs, page):
    assert "Giv feedback" not in theirs.get(page.url).content.decode()
    response = theirs.post(address(page), form(), follow=True)
    assert "Det er din egen side." in response.content.decode()
    assert not Feedback.objects.exists()


def test_who_has_no_profile_is_led_to_make_one(reader, page):
    response = reader.get(address(page))
    assert response.url == "/kolleger/mig/"


def test_a_page_without_owner_takes_feedback_and_tells_nobody(reader, author, site):
    page = factories.CasePortraitPageFactory(colleague_owner=None)
    assert "ingen ejer lige nu" in reader.get(address(page)).content.decode()
    reader.post(address(page), form())
    assert Feedback.objects.get().recipient is None
    assert not letters()


def test_a_leaver_gets_no_mail(reader, author, page):
    reader.post(address(page), form())
    page.colleague_owner.user.is_active = False
    page.colleague_owner.user.save()
    assert not letters()


def test_who_left_the_directory_is_not_named_on_the_page(reader, author, page):
    author.opted_in = False
    author.save()
    assert "På siden står der »En kollega«" in reader.get(address(page)).content.decode()
    reader.post(address(page), form())
    html = reader.get(page.url).content.decode()
    assert "En kollega" in html
    assert "Inger Skaarup" not in html


def test_more_than_ten_an_hour_have_to_wait_and_keep_their_text(reader, author, page):
    factories.FeedbackFactory.create_batch(10, target=page, author=author)
    response = reader.post(address(page), form())
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "3600"
    assert "I spurgte &lt;naboerne&gt;" in response.content.decode()
    assert Feedback.objects.count() == 10


def test_given_and_received_each_have_their_list(reader, theirs, author, page):
    reader.post(address(page), form())
    given = reader.get("/feedback/").content.decode()
    assert "Til Bent Holm" in given
    assert "Ikke besvaret endnu" in given
    assert (
        "Ingen har givet dig feedback endnu"
        in reader.get("/feedback/?vis=modtaget").content.decode()
    )
    received = theirs.get("/feedback/?vis=modtaget").content.decode()
    assert "Fra Inger Skaarup" in received
    assert "Venter på dit svar" in received
    assert "Du har ikke givet feedback endnu" in theirs.get("/feedback/?vis=x").content.decode()


def test_the_lists_cost_as_many_queries_for_thirty_as_for_two(
    reader, author, page, django_assert_max_num_queries
):
    factories.FeedbackFactory.create_batch(30, target=page, author=author)
    with django_assert_max_num_queries(10):
        reader.get("/feedback/")


def test_the_register_of_personal_data_hands_out_ones_own_words(author, owner, page):
    row = factories.FeedbackFactory(
        target=page, author=author, recipient=owner, worked=TEXT, reply="Tak for det."
    )
    told = {h.link: h.written(row) for h in holdings() if h.model == "toolbox.Feedback"}
    assert told["author"]["worked"] == TEXT
    assert told["recipient"]["reply"] == "Tak for det."
    assert "worked" not in told["recipient"], "what somebody else wrote is theirs"
    mine = [h for h in holdings() if h.key == "toolbox.Feedback.author"]
    assert list(mine[0].rows(Subject(author.user, author))) == [row]


def test_examples_say_so_where_they_are_shown(reader, member, owner, site):
    tool = factories.ToolPageFactory(slug="runden")
    factories.FeedbackFactory(target=tool, is_illustrative=True)
    factories.ToolTrialFactory(tool=tool, adaptation="Gå ud.", is_illustrative=True)
    html = reader.get(tool.url).content.decode()
    assert html.count("Eksempeltekst") == 3, "the figures, the advice and the feedback"
    assert "Tallene og rådene er opdigtede." in html
    factories.ToolTrialFactory(tool=tool)
    html = reader.get(tool.url).content.decode()
    assert "1 af de 2 gange er opdigtet." in html


@pytest.mark.parametrize("change", [{"status": "besvaret"}, {"recipient": "the author"}])
def test_the_cms_refuses_what_cannot_be(author, page, change):
    row = factories.FeedbackFactory.build(target=page, author=author)
    for name, value in change.items():
        setattr(row, name, author if name == "recipient" else value)
    with pytest.raises(ValidationError) as found:
        row.full_clean()
    assert set(found.value.message_dict) == {"reply" if "status" in change else "recipient"}
