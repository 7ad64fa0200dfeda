# ruff: noqa: SIM905 - word lists read better as text
"""What the dictionary does not say of compounds: reviewed lists for building the lexicon."""

#: Prefixes and particles: what they begin is a word of its own, not a compound.
NEVER_FIRST = frozenset(
    """ad af al alt an and at be bi bort da de den der di din dis du e efter ek eks em en end er et
    ex for fore forbi foran fra frem få gen gennem hen her hid hin hjem hvad hver hvor i ild im imod
    in ind inden inter is ja jo kan ko kom kon lig man med mellem men mil min mis mod ned nej non nu
    ny od om omkring ond op os over pa par per po pro på ra re ri ro sam sammen se si sin so som sub
    sur så ta te til tilbage to trans tro u ud uden un und under ur ve ved vi vor å år ør øl
    bo by dy fe fi fy gi gå gø hi hø hy ky la le li lo lu ly lå mi mo mu må ni no ny næ nå pi ra
    ro ru ry rå sa se si sk sl sp st su sy sø ti tu ty tå va vi vo vy vå æg ær ø ås
    forud bagud oven neden igen imod mel
    kul per pol sta stat kar tar mar bar par far for fat for mat ter tre vir dom lig lov el hel
    """.split()
) - frozenset(["by", "bo", "hjem", "sø", "rå", "ø", "å", "år", "is", "sy", "stat", "sammen", "æg"])
#: Endings that make words rather than compounds.
NEVER_LAST = frozenset(
    """skab hed hede dom else ing ning ling ring inger eri ur er ere erne ende ene ens ie lig løs
    som sel sen ser sætte sige tion ion ter ted lægning stande at et en es ed ad an art bar del der
    lighed faglighed fri for gal hav her hen ham hun ind kan kom kun lad les man men min mon nat
    nej nit nok nu og om op os over på ris ro se sin ske skal te ti til ud var ved vi vil ø å si ni
    ner ten tet tor rende iv ist ister ikke tel tæt abe kab ilbud former tunge lige rige vis isme
    ale pe kur nag nor rus rad rat ras ral agn lat lak tat """.split()
)
#: Stand first as they are although the dictionary does not say so (fælles is no form of fælle).
ALSO_FIRST = "fælles dag ældre forældre detalje mini forvaltning sted bo ø envej".split()
#: Participles that name people stand first as they are (pårørendegruppe).
PEOPLE = "ende"
