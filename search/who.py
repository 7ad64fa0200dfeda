"""Questions that somebody is asked for by: a colleague answers them better than a text."""

import re

WHO = re.compile(
    r"""(?ix) ^ \s* (?:
    (?:hvem | hvilken \s kollega | hvilke \s kolleger) \s (?:(?:i|hos|af) \s \w+ \s){0,2} (?:
        ved | kender | arbejder | sidder \s med | står \s for | tager \s sig \s af | koordinerer
        | underviser \s i | faciliterer | kan \s (?:hjælpe|rådgive|fortælle|svare|undervise)
        | er \s (?:god \s til | ekspert \s i | kontakt\w* \s (?:for|til) | ansvarlig \s for)
        | har \s (?:
            prøvet|afprøvet|erfaring(?:er)?|arbejdet|lavet|brugt|styr\s på|været\s (?:med|på|til)
            |stået\s for|stået\s med|haft|holdt|kørt|arrangeret|ansvaret?\s for|siddet\s med
            |deltaget|forstand\s på|viden\s om|kendskab\s til
        )
        | (?:kan|skal|må) \s (?:jeg|vi|man) \s (?:
            spørge|tale|snakke|ringe|kontakte|skrive|gå|få\s hjælp|henvende
        )
    )
    | (?:find \s | jeg \s søger \s)? (?:en \s)? (?:nogen|kollega|kolleger) \s (?:med|der|som) \s
        (?:erfaring(?:er)? | har \s (?:prøvet|erfaring|arbejdet|lavet|brugt) | ved | kender)
    | er \s der \s nogen ,? \s (?:der|som) \s (?:har|ved|kender|kan)
    | har \s nogen \s (?:prøvet|erfaring(?:er)?|arbejdet|lavet|brugt|været)
    | (?:kender|ved) \s nogen
    | who \s (?:knows|has|can)
    ) \b"""
)
