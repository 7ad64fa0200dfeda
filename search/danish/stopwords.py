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
