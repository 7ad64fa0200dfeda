"""Words too common to ask for. They stay in the index, since phrases need them, and are dropped
from queries that have other words."""

from search.danish.fold import fold

_WORDS = """
ad af alle alt altså at blev blive bliver da de dem den denne der deres det dette dig din dine
disse dit dog du efter ej eller en end er et fik for fordi fra få får før gør gøre ham han hans
har havde hende hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan
hvorfor hvornår i ikke ind ingen ja jeg jer jeres jo kan kom kunne lige man mange med meget men
mere mig min mine mit mod må måtte ned nej noget nogen nogle nu når og også om op os over på
samt selv sig sin sine sit skal skulle som så sådan that the til ud under var ved vi vil ville
vor vores være været
"""

#: Folded.
STOP_WORDS: frozenset[str] = frozenset(fold(word) for word in _WORDS.split())

_WEAK = """
aldrig alle altid anden andet andre bare både egentlig find få giv hold igen lav samme stor store
stort søg tips typisk uden vis øvelse øvelser
bedre bedst begynde begynder bedste bør bruge bruges eksempel eksempler findes finde finder flere
flest form først første gang gange gerne give giver god godt gode gjort gøres handler hele helst
helt hjælpe hjælper holde holder holdes komme kommer kommet kunne lade lader lave laver laves
leder lidt ligge ligger lige mest mindst måde måder mulig muligt ny nye nyt ordentligt
ordentlig rigtig rigtigt sammen se ser sige siger skaffe slags starte starter stå står
sætte sætter søger tage tager ting vise viser ønsker
"""

#: Folded. Words that say little where another word says more: a query has them, and what it finds
#: need not ("hvordan holder man et godt borgermøde").
WEAK_WORDS: frozenset[str] = frozenset(fold(word) for word in _WEAK.split())
