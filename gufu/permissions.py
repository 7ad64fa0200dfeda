"""Who may do what: one table, written into the database by `setup_roles`, again and again."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from gufu import roles

PAGES_EDIT = ("add_page", "change_page", "publish_page")
PAGES_ALL = (*PAGES_EDIT, "bulk_delete_page", "lock_page", "unlock_page")
FILES = tuple(
    f"{verb}_{what}" for what in ("image", "document") for verb in ("add", "change", "choose")
)

#: (app, model) of what each group may add, change and view among the snippets.
EDITOR_SNIPPETS = (
    ("toolbox", "questioncard"),
    ("toolbox", "dodont"),
    ("toolbox", "tooltrial"),
    ("toolbox", "feedback"),
    ("cases", "quote"),
    ("consent", "consent"),
)
SUBJECT_EDITOR_SNIPPETS = (
    *EDITOR_SNIPPETS,
    ("toolbox", "principle"),
    ("search", "synonymgroup"),
    ("search", "lexiconword"),
    ("search", "pinnedresult"),
    ("gufu", "criterion"),
    ("gufu", "subjectarea"),
    ("gufu", "targetgroup"),
    ("colleagues", "commitment"),
)
CONSULTANT_SNIPPETS = (("colleagues", "commitment"),)
ADMINISTRATOR_SNIPPETS = (
    *SUBJECT_EDITOR_SNIPPETS,
    *CONSULTANT_SNIPPETS,
    ("gufu", "centre"),
    ("colleagues", "colleagueprofile"),
)

#: group → (pages, files, snippets, also delete snippets)
TABLE: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...], bool]] = {
    roles.EDITORS: (PAGES_EDIT, FILES, EDITOR_SNIPPETS, False),
    roles.SUBJECT_EDITORS: (PAGES_ALL, FILES, SUBJECT_EDITOR_SNIPPETS, True),
    roles.CONSULTANTS: ((), (), CONSULTANT_SNIPPETS, False),
    roles.ADMINISTRATORS: (PAGES_ALL, FILES, ADMINISTRATOR_SNIPPETS, True),
}
USER_ADMINISTRATION = ("add_user", "change_user", "delete_user")


def write_permissions(root: Page) -> None:
    """Give every group its rights on the pages below `root`, on files and on snippets.

    Running it again changes nothing; rights that an administrator added by hand stay.
    """
    collection = Collection.get_first_root_node()
    for name, (pages, files, snippets, may_delete) in TABLE.items():
        group, _new = Group.objects.get_or_create(name=name)
        verbs = ("add", "change", "view", "delete") if may_delete else ("add", "change", "view")
        for app, model in snippets:
            group.permissions.add(
                *Permission.objects.filter(
                    content_type__app_label=app,
                    content_type__model=model,
                    codename__in=[f"{verb}_{model}" for verb in verbs],
                )
            )
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
        )
        if name == roles.ADMINISTRATORS:
            group.permissions.add(
                *Permission.objects.filter(
                    content_type__app_label="auth", codename__in=USER_ADMINISTRATION
                )
            )
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=pages
        ):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        for permission in Permission.objects.filter(
            content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=files
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )
