"""The table: every address of the house × who asks → what they get. Deny by default.

A row stands under the route as it is written in the URLconf. `LETTERS` says what each letter of
a row's answers means; the order of people is that of `PEOPLE`.
"""

from dataclasses import dataclass, field
from typing import Any

PEOPLE = (
    "anonymous",
    "staff",
    "wrong group",
    "right group",
    "other editor",
    "consultant",
    "deactivated",
)

#: What a letter of a row means: the status codes that it stands for.
LETTERS = {
    "y": {200},  # gets it
    "r": {302, 303},  # is led on, after doing it
    "i": {302},  # is sent to the sign-in form
    "f": {403},  # may not
    "n": {404},  # is told that there is no such thing
    "m": {405},  # not in this way
    "u": {422},  # may try, but what was sent is wanting
}

EVERYBODY = "yyyyyyy"
STAFF = "iyyyyyi"
DOES = "irrrrri"  # staff, and is led on afterwards
CLOSED = "innynni"  # only the group that it is restricted to
OWN = CLOSED  # only the one whose it is (who is in the right group)
OWN_DOES = "innrnni"
CONSULTANTS = "iffffyi"
CONSULTANTS_DO = "iffffri"
CMS = "ifffyyi"
EDITORS = "ifffyri"  # the CMS leads a consultant back to its front page
NOBODY = "innnnni"
NOWHERE = "nnnnnnn"
METHOD = "immmmmi"


@dataclass(frozen=True)
class Row:
    """One request: to `address` (with {slots} of the world), and who gets what."""

    address: str
    answers: str
    method: str = "get"
    data: dict[str, Any] = field(default_factory=dict)


def post(address: str, answers: str, **data: Any) -> Row:
    return Row(address, answers, "post", data)


#: Prefixes that are one entry each; their rows are samples of what lies below.
PREFIXES = ("cms/",)

TABLE: dict[str, list[Row]] = {
    # The house itself
    "health/live": [Row("/health/live", EVERYBODY)],
    "health/ready": [Row("/health/ready", EVERYBODY)],
    "metrics": [Row("/metrics", "fffffff")],
    "konto/login/": [Row("/konto/login/", "yrrrrry")],
    "konto/login/kode/": [Row("/konto/login/kode/", "rrrrrrr")],  # without a password before
    "konto/login/kommunen/": [Row("/konto/login/kommunen/", NOWHERE)],  # no provider in the tests
    "konto/login/kommunen/tilbage/": [Row("/konto/login/kommunen/tilbage/", NOWHERE)],
    "konto/noedadgang/": [Row("/konto/noedadgang/", "yrrrrry")],
    "konto/totrin/": [Row("/konto/totrin/", STAFF)],
    "konto/totrin/koder/": [Row("/konto/totrin/koder/", STAFF)],
    "konto/totrin/slaa-fra/": [Row("/konto/totrin/slaa-fra/", STAFF)],
    "konto/logud/": [post("/konto/logud/", DOES), Row("/konto/logud/", METHOD)],
    "konto/adgangskode/": [Row("/konto/adgangskode/", STAFF)],
    "konto/adgangskode/skiftet/": [Row("/konto/adgangskode/skiftet/", STAFF)],
    "sprog/setlang/": [post("/sprog/setlang/", DOES, language="en")],
    # Wagtail's ways that the house does not use
    "_util/login/": [Row("/_util/login/", NOBODY), post("/_util/login/", NOBODY)],
    "_util/authenticate_with_password/<path:rest>": [
        Row("/_util/authenticate_with_password/1/1/", NOBODY),
    ],
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": [
        post("/_util/authenticate_with_password/1/1/", NOBODY, password="x"),
    ],
    "dokumenter/authenticate_with_password/<path:rest>": [
        Row("/dokumenter/authenticate_with_password/1/", NOBODY),
    ],
    "dokumenter/authenticate_with_password/<int:restriction_id>/": [
        post("/dokumenter/authenticate_with_password/1/", NOBODY, password="x"),
    ],
    # The CMS
    "cms/login/": [Row("/cms/login/", "rfffrrr")],
    "cms/": [
        Row("/cms/", CMS),
        Row("/cms/pages/{closed_page}/edit/", EDITORS),
        Row("/cms/images/", EDITORS),
        Row("/cms/images/{photo}/", EDITORS),
        Row("/cms/images/{photo}/preview/original/", EDITORS),
        Row("/cms/documents/", EDITORS),
        Row("/cms/snippets/consent/consent/", EDITORS),
        Row("/cms/soegning/hvorfor/", EDITORS),
        Row("/cms/soegning/uden-resultat/", EDITORS),
        Row("/cms/users/", "ifffrri"),
        Row("/cms/groups/", "ifffrri"),
        Row("/cms/collections/", "ifffrri"),
        Row("/cms/workflows/list/", "ifffrri"),
        Row("/cms/rapporter/sider-uden-ejer/", EDITORS),
        Row("/cms/sprite/", CMS),
        # Who is not signed in is led to the CMS's front page, and from there to the sign-in form.
        Row("/cms/password_reset/", "rfffnnr"),
        Row("/cms/findes-ikke/", "rfffnnr"),
    ],
    # Files
    "billeder/<int:pk>/<str:name>": [
        Row("{open_photo}", STAFF),
        Row("{closed_photo}", "innyyni"),  # an editor sees it in the CMS too
        Row("{ended_photo}", NOBODY),
        Row("/billeder/1/andet.jpg", NOBODY),
        post("{open_photo}", METHOD),
    ],
    r"dokumenter/^(\d+)/(.*)$": [
        Row("{open_file}", STAFF),
        Row("{closed_file}", "innyyni"),
        Row("{ended_file}", NOBODY),
    ],
    # Colleagues
    "kolleger/": [Row("/kolleger/", STAFF)],
    "kolleger/mig/": [Row("/kolleger/mig/", STAFF)],
    # Of these only the consultant has a profile.
    "kolleger/mig/foto/": [
        post("/kolleger/mig/foto/", "innnnui"),
        Row("/kolleger/mig/foto/", METHOD),
    ],
    "kolleger/mig/foto/fjern/": [post("/kolleger/mig/foto/fjern/", "innnnri")],
    "kolleger/mig/erfaring/": [post("/kolleger/mig/erfaring/", "innnnri", spor="case:1")],
    "kolleger/mig/synlig/": [post("/kolleger/mig/synlig/", "innnnri", vis="ja")],
    "kolleger/mig/bekraeft/": [Row("/kolleger/mig/bekraeft/", "irrrryi")],
    "kolleger/mig/som-andre-ser-dig/": [Row("/kolleger/mig/som-andre-ser-dig/", "irrrryi")],
    "kolleger/mine-data/": [Row("/kolleger/mine-data/", STAFF)],
    "kolleger/mine-data/hent/": [Row("/kolleger/mine-data/hent/", STAFF)],
    "kolleger/mine-beskeder/": [Row("/kolleger/mine-beskeder/", STAFF)],
    "kolleger/mine-beskeder/<uuid:token>/": [Row("/kolleger/mine-beskeder/{message}/", OWN)],
    "kolleger/mine-beskeder/<uuid:token>/besvaret/": [
        post("/kolleger/mine-beskeder/{message}/besvaret/", OWN_DOES),
    ],
    "kolleger/mine-beskeder/<uuid:token>/igen/": [
        post("/kolleger/mine-beskeder/{message}/igen/", OWN_DOES),
    ],
    "kolleger/<slug:slug>/": [
        Row("/kolleger/{person}/", STAFF),
        Row("/kolleger/{hidden_person}/", NOBODY),
    ],
    "kolleger/<slug:slug>/kort.vcf": [
        Row("/kolleger/{person}/kort.vcf", STAFF),
        Row("/kolleger/{hidden_person}/kort.vcf", NOBODY),
    ],
    "kolleger/<slug:slug>/kontakt/": [
        Row("/kolleger/{person}/kontakt/", STAFF),
        Row("/kolleger/{hidden_person}/kontakt/", NOBODY),
    ],
    # Staff data: off without a token (tests/colleagues/staff/test_scim.py has one)
    "scim/v2/<path:rest>": [Row("/scim/v2/Users", "nnnnnnn"), post("/scim/v2/Users", "nnnnnnn")],
    # Support
    "stoette/": [Row("/stoette/", STAFF)],
    "stoette/mine/": [Row("/stoette/mine/", STAFF)],
    "stoette/mine/<uuid:token>/": [Row("/stoette/mine/{support_token}/", OWN)],
    "stoette/mine/<uuid:token>/erfaring/": [
        post("/stoette/mine/{support_token}/erfaring/", OWN_DOES, ja="1"),
    ],
    "stoette/koe/": [Row("/stoette/koe/", CONSULTANTS)],
    "stoette/koe/<int:pk>/": [Row("/stoette/koe/{support}/", CONSULTANTS)],
    "stoette/koe/<int:pk>/tag/": [post("/stoette/koe/{support}/tag/", CONSULTANTS_DO)],
    "stoette/koe/<int:pk>/giv/": [post("/stoette/koe/{support}/giv/", "iffffui")],
    "stoette/koe/<int:pk>/laeg-tilbage/": [
        post("/stoette/koe/{support}/laeg-tilbage/", CONSULTANTS_DO),
    ],
    "stoette/koe/<int:pk>/note/": [post("/stoette/koe/{support}/note/", "iffffui")],
    "stoette/koe/<int:pk>/genaabn/": [
        post("/stoette/koe/{support}/genaabn/", CONSULTANTS_DO),
    ],
    "stoette/koe/<int:pk>/caseudkast/": [
        post("/stoette/koe/{support}/caseudkast/", CONSULTANTS_DO),
    ],
    "stoette/tal/": [Row("/stoette/tal/", CONSULTANTS)],
    "stoette/tal/stoette.csv": [Row("/stoette/tal/stoette.csv", CONSULTANTS)],
    "stoette/koe/<int:pk>/svar/": [post("/stoette/koe/{support}/svar/", "iffffui")],
    "stoette/koe/<int:pk>/luk/": [post("/stoette/koe/{support}/luk/", "iffffui")],
    # Search and guide
    "soeg/": [Row("/soeg/?q=have", STAFF)],
    "soeg/forslag/": [Row("/soeg/forslag/?q=have", STAFF)],
    "guide/": [Row("/guide/", STAFF)],
    # The toolbox
    "vaerktoejer/<slug:slug>/proevet/": [
        post("/vaerktoejer/{tool}/proevet/", "iuuuuui"),
        post("/vaerktoejer/{closed_tool}/proevet/", "innunni"),
    ],
    # Of these only the consultant has a profile, which one needs to give feedback.
    "feedback/": [Row("/feedback/", STAFF)],
    "feedback/giv/<int:pk>/": [
        Row("/feedback/giv/{open_page}/", "irrrryi"),
        Row("/feedback/giv/{closed_page}/", "innrnni"),
        post("/feedback/giv/{open_page}/", "irrrrui"),
    ],
    "feedback/<uuid:token>/": [Row("/feedback/{feedback}/", "innnnyi")],
    "feedback/<uuid:token>/svar/": [
        post("/feedback/{feedback}/svar/", "innnnni", reply="Tak"),  # it was given, not got
        post("/feedback/{received}/svar/", "innnnri", reply="Tak"),
    ],
    "spoergsmaal/": [Row("/spoergsmaal/", STAFF)],
    "spoergsmaal/<slug:slug>/": [
        Row("/spoergsmaal/{question}/", STAFF),
        Row("/spoergsmaal/{hidden_question}/", NOBODY),
    ],
    "principper/": [Row("/principper/", STAFF)],
    "principper/<slug:slug>/": [
        Row("/principper/{principle}/", STAFF),
        Row("/principper/{hidden_principle}/", NOBODY),
    ],
    "goer-og-undgaa/": [Row("/goer-og-undgaa/", STAFF)],
    "min-vaerktoejskasse/": [Row("/min-vaerktoejskasse/", STAFF)],
    "min-vaerktoejskasse/gem/": [
        post("/min-vaerktoejskasse/gem/", DOES, side="{open_page}"),
        post("/min-vaerktoejskasse/gem/", "innrnni", side="{closed_page}"),
    ],
    # Taking away and moving what one has not got changes nothing; a note needs the thing itself.
    "min-vaerktoejskasse/<int:pk>/fjern/": [post("/min-vaerktoejskasse/{open_page}/fjern/", DOES)],
    "min-vaerktoejskasse/<int:pk>/flyt/": [post("/min-vaerktoejskasse/{open_page}/flyt/", DOES)],
    "min-vaerktoejskasse/<int:pk>/note/": [
        post("/min-vaerktoejskasse/{open_page}/note/", OWN_DOES, note="Husk"),
    ],
    # Cases
    "borgernes-stemmer/": [Row("/borgernes-stemmer/", STAFF)],
    # The tree of pages
    r"^((?:[\w\-]+/)*)$": [
        Row("/", STAFF),
        Row("/cases/", STAFF),
        Row("/vaerktoejer/", STAFF),
        Row("/arenaer/", STAFF),
        Row("/business-cases/", STAFF),
        Row("{open_address}", STAFF),
        Row("{closed_address}", CLOSED),
        Row("{unpublished_address}", NOBODY),
        Row("/findes-ikke/", NOBODY),
    ],
    # One's own machine only; production has neither (tests/security/test_production_settings.py)
    "udvikling/post/": [Row("/udvikling/post/", STAFF)],
    "udvikling/post/<str:name>": [Row("/udvikling/post/findes-ikke.eml", NOBODY)],
    "udvikling/design/": [Row("/udvikling/design/", STAFF)],
}
