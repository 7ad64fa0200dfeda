"""Two editors press at the same moment, on a database that lets two requests in at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from cases.models import CaseIndexPage
from tests.factories import UserFactory
from tests.security.test_two_editors import CONFLICT, Editor, history

ROUNDS = 5


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_the_same_moment_one_is_told_and_loses_nothing(site):
    page = CaseIndexPage.objects.get(pk=site.cases.pk)
    page.save_revision(user=UserFactory()).publish()
    anna, bo = Editor(page, "Anna"), Editor(page, "Bo")
    together = Barrier(2)

    def press(editor, text):
        try:
            together.wait(10)
            return editor.write(text).press()
        finally:
            connection.close()

    for number in range(ROUNDS):
        texts = [f"Annas tekst {number}", f"Bos tekst {number}"]
        before = len(history(page))
        with ThreadPoolExecutor(2) as both:
            answers = list(both.map(press, (anna.open(), bo.open()), texts))
        assert sorted(answer.status_code for answer in answers) == [200, 302]
        (lost,) = (
            text for text, answer in zip(texts, answers, strict=True) if answer.status_code == 200
        )
        (saved,) = set(texts) - {lost}
        refused = next(answer for answer in answers if answer.status_code == 200)
        html = refused.content.decode()
        assert CONFLICT in html
        assert lost in html
        assert history(page)[before:] == [saved]
