"""A colleague as a vCard 3.0 (RFC 2426): the version that Outlook and telephones read."""

from colleagues.models import ColleagueProfile

ORGANISATION = "Guldborgsund Kommune"
LINE_OCTETS = 75


def vcard(profile: ColleagueProfile, url: str) -> bytes:
    """Return the card as UTF-8 with CR/LF line ends; `url` is the profile's full address.

    No text of the profile can begin a line of its own: line breaks are escaped.
    """
    first, _space, last = profile.name.rpartition(" ")
    centre = profile.centre.name if profile.centre else ""
    rows = [
        ("VERSION", "3.0"),
        ("FN", _text(profile.name)),
        ("N", f"{_text(last)};{_text(first)};;;"),
        ("ORG", ";".join(_text(part) for part in (ORGANISATION, centre) if part)),
        ("TITLE", _text(profile.job_title)),
        ("EMAIL;TYPE=INTERNET,WORK", _text(profile.email)),
        ("TEL;TYPE=WORK,VOICE", _text(profile.phone)),
        ("ADR;TYPE=WORK", f";;{_text(profile.place)};;;;" if profile.place else ""),
        ("NOTE", _text(profile.ask_me_about)),
        ("URL", _text(url)),
    ]
    lines = ["BEGIN:VCARD", *(f"{name}:{value}" for name, value in rows if value), "END:VCARD"]
    return b"".join(_fold(line) for line in lines)


def _text(value: str) -> str:
    """Escape a value; control characters other than line breaks have no place in a card."""
    value = "\n".join(value.splitlines())
    for character, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(character, escaped)
    return "".join(character for character in value if character.isprintable())


def _fold(line: str) -> bytes:
    """Break a line into pieces of at most 75 octets, never inside a character."""
    pieces, piece = [], b""
    for character in line:
        encoded = character.encode()
        if len(piece) + len(encoded) > LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
