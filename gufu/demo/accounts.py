"""The demo's accounts and colleagues. Production settings do not even have this app."""

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import CommandError

from colleagues.models import ColleagueProfile, Commitment
from gufu import roles
from gufu.demo.drawing import Album
from gufu.demo.texts import plain, read
from gufu.taxonomy import Centre, SubjectArea

PASSWORD = "gufu-demo"  # noqa: S105 - printed by `make demo`, refused by production settings

#: username → (colleague in colleagues.yaml, groups, superuser)
ACCOUNTS: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "medarbejder": ("signe-rosenvang", (), False),
    "redaktoer": ("line-skovbakke", (roles.EDITORS,), False),
    "fagredaktoer": ("anders-holmegaard", (roles.SUBJECT_EDITORS,), False),
    "konsulent": ("mette-lindgaard", (roles.CONSULTANTS,), False),
    "administrator": ("julie-thorsager", (roles.ADMINISTRATORS,), True),
}


def build_accounts() -> None:
    """Make the five accounts; leave those that are there as they are.

    Raises CommandError where the settings are not the demo's.
    """
    if not settings.DEMO_MAILBOX:
        raise CommandError("demokonti findes kun med udviklingsindstillinger")
    people = {row["slug"]: row for row in read("colleagues")}
    for username, (slug, groups, superuser) in ACCOUNTS.items():
        row = people[slug]
        first, last = row["name"].rsplit(" ", 1)
        user, new = User.objects.get_or_create(
            username=username,
            defaults={
                "first_name": first,
                "last_name": last,
                "email": email_of(row),
                "is_superuser": superuser,
                "is_staff": superuser,
            },
        )
        if new:
            user.set_password(PASSWORD)
            user.save()
            user.groups.set(Group.objects.filter(name__in=groups))


def email_of(row: dict) -> str:
    """Return the colleague's address under the reserved example domain."""
    return row.get("teams_upn") or row["slug"].replace("-", ".") + "@gufu.example"


def build_colleagues(album: Album) -> None:
    """Make the fictional colleagues, their portraits and the centres' commitments."""
    centres = {centre.slug: centre for centre in Centre.objects.all()}
    users = {
        ACCOUNTS[user.username][0]: user for user in User.objects.all() if user.username in ACCOUNTS
    }
    rows = read("colleagues")
    for row in rows:
        if ColleagueProfile.objects.filter(slug=row["slug"]).exists():
            continue
        photo = album.portrait(row["slug"], row["name"]) if row["portrait"] else None
        profile = ColleagueProfile.objects.create(
            slug=row["slug"],
            user=users.get(row["slug"]),
            name=row["name"],
            job_title=row["job_title"],
            centre=centres[row["centre"]],
            place=row["place"],
            email=email_of(row),
            phone=row["phone"],
            teams_upn=row["teams_upn"],
            ask_me_about=plain(row["ask_me_about"]),
            offers=row["offers"],
            is_consultant=row.get("is_consultant", False),
            opted_in=row["opted_in"],
            paused_until=row["paused_until"],
            confirmed_at=row["confirmed_at"],
            photo=photo,
            photo_consent=photo.consent if photo else None,
        )
        profile.subject_areas.set(SubjectArea.objects.filter(slug__in=row["subject_areas"]))
    people = {person.slug: person for person in ColleagueProfile.objects.all()}
    for row in rows:
        person = people[row["slug"]]
        if row["deputy"] and not person.deputy_id:
            person.deputy = people[row["deputy"]]
            person.save()
    if not Commitment.objects.exists():
        for row in read("commitments"):
            Commitment.objects.create(
                centre=centres[row["centre"]],
                strategic_goal=row["strategic_goal"],
                task=plain(row["task"]),
                owner=people.get(row["owner"]),
                status=row["status"],
            )
