"""The import: what it makes, what it leaves alone, what it refuses."""

import re
from io import StringIO

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from colleagues.models import ColleagueProfile, StaffRecord
from gufu.outbox.models import OutboxEntry
from tests.colleagues.staff.conftest import HEADER, person
from tests.factories import ColleagueFactory, UserFactory

pytestmark = pytest.mark.usefixtures("centre")


def counted(out):
    """Return the summary table as {label: number}."""
    pairs = (line.rsplit(None, 1) for line in out.splitlines() if "  " in line.strip())
    return {label.strip(): int(number) for label, number in pairs if number.isdigit()}


def test_a_new_colleague_gets_an_account_and_a_profile_that_is_not_shown(run, staff_file, centre):
    assert run(staff_file(person(1))).code == 0

    user = User.objects.get(username="aase1@kommune.example")
    assert (user.first_name, user.last_name) == ("Åse Ærø", "Nummer1")
    assert user.is_active
    assert not user.has_usable_password()
    profile = user.profile
    assert (profile.name, profile.slug) == ("Åse Ærø Nummer1", "aase-aeroe-nummer1")
    assert (profile.job_title, profile.centre, profile.place) == ("Pædagog", centre, "Nykøbing F.")
    assert (profile.email, profile.phone) == ("aase1@kommune.example", "54731000")
    assert profile.teams_upn == "aase1@kommune.example"
    assert not profile.opted_in
    assert user.staff_record.external_id == "00001"
    assert not OutboxEntry.objects.exists()


def test_the_same_file_again_writes_nothing(run, staff_file, django_assert_num_queries):
    path = staff_file(*map(person, range(1, 30)))
    first = run(path)
    before = list(StaffRecord.objects.values_list("changed_at", flat=True))
    with django_assert_num_queries(8) as queries:
        second = run(path)
    assert counted(first.out)["Nye"] == 29
    assert counted(second.out)["Uændrede"] == 29
    assert "Intet er ændret" in second.out
    assert not [q for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert before == list(StaffRecord.objects.values_list("changed_at", flat=True))
    assert not OutboxEntry.objects.exists()


def test_a_dry_run_says_what_would_happen_and_saves_nothing(run, staff_file):
    result = run(staff_file(person(1), person(2)), "--dry-run")
    assert result.code == 0
    assert counted(result.out)["Nye"] == 2
    assert "Intet er gemt" in result.out
    assert not StaffRecord.objects.exists()


def test_what_the_colleague_wrote_stays_until_the_register_says_something_new(run, staff_file):
    run(staff_file(person(1)))
    ColleagueProfile.objects.update(
        phone="11223344", ask_me_about="Brobygning", opted_in=True, offers=["sparring"]
    )
    run(staff_file(person(1, title="Leder")))
    profile = ColleagueProfile.objects.get()
    assert profile.job_title == "Leder"
    assert (profile.phone, profile.ask_me_about) == ("11223344", "Brobygning")
    assert (profile.opted_in, profile.offers) == (True, ["sparring"])

    run(staff_file(person(1, title="Leder", phone="99887766")))
    assert ColleagueProfile.objects.get().phone == "99887766"


def test_a_change_to_a_listed_colleague_is_noted_for_search(run, staff_file):
    run(staff_file(person(1), person(2)))
    profile = ColleagueProfile.objects.order_by("pk")[0]
    ColleagueProfile.objects.filter(pk=profile.pk).update(opted_in=True)
    run(staff_file(person(1, title="Leder"), person(2, title="Leder")))
    assert [entry.key for entry in OutboxEntry.objects.all()] == [f"write:colleague:{profile.pk}"]


def test_a_profile_that_waited_for_its_account_is_taken_over(run, staff_file):
    waiting = ColleagueFactory(name="Åse", email="Aase1@kommune.example", ask_me_about="Leg")
    run(staff_file(person(1)))
    waiting.refresh_from_db()
    assert ColleagueProfile.objects.count() == 1
    assert waiting.user.username == "aase1@kommune.example"
    assert (waiting.name, waiting.ask_me_about) == ("Åse Ærø Nummer1", "Leg")


def test_two_who_swap_addresses_do_not_collide(run, staff_file):
    run(staff_file(person(1), person(2)))
    one, two = "aase2@kommune.example", "aase1@kommune.example"
    result = run(staff_file(person(1, email=one, upn=one), person(2, email=two, upn=two)))
    assert result.code == 0, result.err
    assert StaffRecord.objects.get(external_id="00001").user.username == one
    assert StaffRecord.objects.get(external_id="00002").user.profile.email == two


def test_an_address_that_passed_on_is_not_an_inheritance(run, staff_file):
    run(staff_file(person(1)))
    result = run(staff_file(person(1, number="77777", name="Bo Holm")))
    assert result.code == 2
    assert "har tilhørt Åse Ærø Nummer1" in result.err
    assert run(staff_file(person(1, number="77777"))).code == 0  # the same person, a new number
    assert StaffRecord.objects.get().external_id == "77777"


def test_the_administrator_is_not_the_registers(run, staff_file):
    """They work here too and stand in the file, which must not be refused for it."""
    chief = UserFactory(
        username="aase1@kommune.example", email="it@kommune.example", is_superuser=True
    )
    result = run(staff_file(person(1), person(2)))
    assert result.code == 0, result.err
    assert counted(result.out)["Administratorer, som ikke røres"] == 1
    assert counted(result.out)["Nye"] == 1
    before = dict(vars(chief))
    chief.refresh_from_db()
    assert {name: vars(chief)[name] for name in before if name[0] != "_"} == {
        name: value for name, value in before.items() if name[0] != "_"
    }
    assert not StaffRecord.objects.filter(user=chief).exists()
    assert run(staff_file(person(2))).code == 0
    chief.refresh_from_db()
    assert chief.is_active


def test_whom_scim_keeps_a_file_leaves_alone(run, staff_file):
    run(staff_file(person(1), person(2)))
    StaffRecord.objects.filter(external_id="00001").update(source="scim")
    result = run(staff_file(person(1, title="Leder"), person(2)))
    assert counted(result.out)["Styres af SCIM"] == 1
    assert not ColleagueProfile.objects.filter(job_title="Leder").exists()


def test_who_is_missing_has_left_and_comes_back(run, staff_file):
    everybody = [person(number) for number in range(1, 21)]
    run(staff_file(*everybody))
    result = run(staff_file(*everybody[1:]))
    assert counted(result.out)["Fratrådte"] == 1
    assert "Åse Ærø Nummer1" in result.out
    record = StaffRecord.objects.get(external_id="00001")
    assert not record.user.is_active
    assert record.left_on
    assert counted(run(staff_file(*everybody[1:])).out)["Fratrådte"] == 0

    assert counted(run(staff_file(*everybody)).out)["Tilbage igen"] == 1
    record = StaffRecord.objects.get(external_id="00001")
    assert record.user.is_active
    assert record.left_on is None


def test_a_file_that_is_a_part_lets_nobody_go(run, staff_file):
    run(staff_file(*map(person, range(1, 21))))
    assert run(staff_file(person(1)), "--keep-missing").code == 0
    assert not User.objects.filter(is_active=False).exists()


def test_the_brake(run, staff_file):
    run(staff_file(*map(person, range(1, 21))))
    most = staff_file(*map(person, range(1, 18)))
    result = run(most)
    assert result.code == 3
    assert "3 af 20" in result.err
    assert not User.objects.filter(is_active=False).exists()
    assert run(most, "--allow-many-leavers").code == 0
    assert User.objects.filter(is_active=False).count() == 3


def test_closed_by_hand_stays_closed(run, staff_file):
    run(staff_file(person(1), person(2)))
    user = User.objects.get(username="aase1@kommune.example")
    user.is_active = False
    user.save()
    run(staff_file(person(1, title="Leder"), person(2)))
    user.refresh_from_db()
    assert not user.is_active


def test_the_files_own_word_for_leavers(run, staff_file):
    header = f"{HEADER};Aktiv"
    run(staff_file(person(1, on="ja"), person(2, on="ja"), header=header))
    run(staff_file(person(1, on="ja"), person(2, on="nej"), header=header))
    assert not User.objects.get(username="aase2@kommune.example").is_active


class Screen(StringIO):
    """Somebody looks."""

    def isatty(self):
        return True


def test_a_bar_tells_how_far_it_has_come_where_somebody_looks(run, staff_file):
    path, screen = staff_file(*map(person, range(1, 501))), Screen()
    call_command("import_staff", path, stdout=screen)
    drawn = re.findall(r"\r([█░]{40}) (\d+)/500", screen.getvalue())
    assert [(bar.count("█"), done) for bar, done in drawn] == [
        (16, "200"),
        (32, "400"),
        (40, "500"),
    ]
    assert "█" not in run(path).out
    quiet = Screen()
    call_command("import_staff", path, stdout=quiet, verbosity=0)
    assert quiet.getvalue() == ""


def test_who_came_by_the_provider_first_is_the_same_person(run, staff_file):
    """An account from the day before the file: its profile, roles and tie to the provider stay."""
    user = UserFactory(username="aahol", email="aase1@kommune.example")
    user.set_unusable_password()
    user.save()
    user.groups.add(Group.objects.get_or_create(name="Redaktører")[0])
    SocialAccount.objects.create(user=user, provider="https://login.example", uid="x-1")
    profile = ColleagueFactory(
        user=user, email="Aase1@kommune.example", ask_me_about="Leg", opted_in=True
    )
    assert run(staff_file(person(1))).code == 0
    user.refresh_from_db()
    profile.refresh_from_db()
    assert User.objects.count() == ColleagueProfile.objects.count() == 1
    assert user.username == "aase1@kommune.example"
    assert (profile.name, profile.ask_me_about, profile.opted_in) == (
        "Åse Ærø Nummer1",
        "Leg",
        True,
    )
    assert user.groups.get().name == "Redaktører"
    assert SocialAccount.objects.get().user == user
    assert "Intet er ændret" in run(staff_file(person(1))).out
