"""Questions that somebody is asked for by: a colleague answers them better than a text."""

import re

WHO = re.compile(
    r"""(?ix) ^ \s* (?:
    hvem \s (?:
        ved | kender | arbejder | kan \s (?:hjælpe|rådgive|fortælle) | er \s god \s til
        | har \s (?:prøvet|erfaring(?:er)?|arbejdet|lavet|brugt|styr\s på|været\s med|stået\s for)
        | (?:kan|skal) \s (?:jeg|vi|man) \s (?:spørge|tale|ringe|kontakte|skrive)
    )
    | (?:find \s | jeg \s søger \s)? (?:en \s)? (?:nogen|kollega|kolleger) \s (?:med|der|som) \s
        (?:erfaring(?:er)? | har \s (?:prøvet|erfaring|arbejdet|lavet|brugt) | ved | kender)
    | who \s (?:knows|has|can)
    ) \b"""
)
