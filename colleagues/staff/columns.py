"""The columns of a staff file, under the names that Danish registers give them."""

import unicodedata

#: Our column → the headers it goes by, folded (see `fold`).
HEADERS: dict[str, tuple[str, ...]] = {
    "name": ("navn", "fulde navn", "fuldt navn", "medarbejder", "medarbejdernavn", "name",
             "full name", "visningsnavn", "display name", "displayname"),
    "first_name": ("fornavn", "fornavne", "first name", "given name", "givenname", "firstname"),
    "last_name": ("efternavn", "last name", "surname", "family name", "lastname"),
    "job_title": ("stilling", "stillingsbetegnelse", "titel", "jobtitel", "title", "job title",
                  "jobtitle", "stillingstitel"),
    "centre": ("center", "centre", "centernavn", "direktoromraade", "direktorat", "forvaltning",
               "division"),
    "department": ("afdeling", "afdelingsnavn", "enhed", "organisationsenhed", "team",
                   "department"),
    "place": ("arbejdssted", "arbejdsplads", "lokation", "kontor", "adresse", "place", "office",
              "location"),
    "email": ("email", "mail", "emailadresse", "mailadresse", "email address", "epost",
              "arbejdsmail", "arbejdsemail"),
    "phone": ("telefon", "telefonnummer", "telefonnr", "tlf", "tlfnr", "arbejdstelefon", "phone",
              "telephone", "direkte telefon", "fastnet"),
    "mobile": ("mobil", "mobiltelefon", "mobilnummer", "mobilnr", "arbejdsmobil", "mobile"),
    "upn": ("teams", "upn", "teamsupn", "teamsadresse", "brugernavn", "bruger", "username",
            "userprincipalname", "user principal name", "login", "logon"),
    "number": ("medarbejdernr", "medarbejdernummer", "loennummer", "loennr", "tjenestenummer",
               "tjenestenr", "ansaettelsesnummer", "employee number", "employee id", "employeeid",
               "external id", "externalid", "id", "nr"),
    "active": ("aktiv", "status", "ansaettelsesstatus", "active"),
}  # fmt: skip
#: Columns that registers have and GUFU has no use for: read over, not kept.
UNUSED = frozenset({"leder", "naermeste leder", "manager", "lederens email", "ansaettelsesdato"})

TITLES = {
    "name": "Navn", "first_name": "Fornavn", "last_name": "Efternavn", "job_title": "Stilling",
    "centre": "Center", "department": "Afdeling", "place": "Arbejdssted", "email": "E-mail",
    "phone": "Telefon", "mobile": "Mobil", "upn": "Teams/UPN", "number": "Medarbejdernr.",
    "active": "Aktiv",
}  # fmt: skip
_BY_HEADER = {header: name for name, headers in HEADERS.items() for header in headers}
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def fold(header: str) -> str:
    """Return a header for comparing: "E-mail adresse:" and "e_mailadresse" are the same word."""
    text = unicodedata.normalize("NFC", header).casefold().translate(_LETTERS)
    text = text.replace("direktoer", "direktor")
    for sign in "/_":
        text = text.replace(sign, " ")
    return " ".join("".join(c for c in text if c.isalnum() or c.isspace()).split())


def column_of(header: str) -> str | None:
    """Return the name of our column for `header`; None when it is none of ours."""
    folded = fold(header)
    return _BY_HEADER.get(folded) or _BY_HEADER.get(folded.replace(" ", ""))


def is_known(header: str) -> bool:
    """Whether a header is a column of ours, or one that is read over knowingly."""
    return column_of(header) is not None or fold(header) in UNUSED
