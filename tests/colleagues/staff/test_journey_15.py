"""Journey 15: 5,000 staff from CSV, twice, with errors in it."""

import time

from django.contrib.auth.models import User

from colleagues.models import ColleagueProfile, StaffRecord
from gufu.outbox.models import OutboxEntry
from tests.colleagues.staff.conftest import person
from tests.factories import CasePortraitPageFactory

MANY = 5000


def test_5000_staff_twice_with_errors(run, staff_file, centre):
    good = [person(number) for number in range(1, MANY + 1)]
    bad = [*good]
    bad[997] = person(998, email="aase998(at)kommune.example")  # the header is line 1
    bad[2999] = person(3000, centre="Findes Ikke")

    refused = run(staff_file(*bad, encoding="cp1252"))
    assert refused.code == 2
    assert "Linje 999: E-mail er ikke en e-mailadresse" in refused.err
    assert "Linje 3001: Centret »Findes Ikke« findes ikke." in refused.err
    assert refused.err.count("Linje ") == 2
    assert not User.objects.exists()

    begun = time.monotonic()
    assert run(staff_file(*good, encoding="utf-8-sig")).code == 0
    assert time.monotonic() - begun < 60, "seconds, on a machine that others use too"
    assert ColleagueProfile.objects.filter(opted_in=False).count() == MANY

    before = set(StaffRecord.objects.values_list("pk", "user__username", "changed_at"))
    assert "Intet er ændret" in run(staff_file(*good)).out
    assert before == set(StaffRecord.objects.values_list("pk", "user__username", "changed_at"))
    assert not OutboxEntry.objects.exists()

    owner = ColleagueProfile.objects.get(email="aase5000@kommune.example")
    CasePortraitPageFactory(title="Fælles have", colleague_owner=owner)
    last = run(staff_file(*good[:-100]))
    assert last.code == 0
    assert "Fælles have (Åse Ærø Nummer5000)" in last.out
    assert User.objects.filter(is_active=False).count() == 100
    assert OutboxEntry.objects.filter(topic="mail", key__startswith="ownerless:").count() == 1
