"""What every drawing of a scene shows, whatever its seed: descriptions that are always true."""

from __future__ import annotations

ALT: dict[str, str] = {
    "gade-med-traeer": "Tegning af en bygade med træer, gående, en barnevogn og en cyklist.",
    "dialogmoede": "Tegning af et møde i en sal med store vinduer. Én står ved en flipover.",
    "oprydningsdag": "Tegning af børn og voksne, der samler affald i sække i det fri.",
    "plejecenter-have": "Tegning af en have ved et plejecenter med højbede, bænk og kørestol.",
    "boernehave": "Tegning af en legeplads med sandkasse, rutsjebane, gynge og legende børn.",
    "skolegaard": "Tegning af børn, der leger i en skolegård foran en stor murstensskole.",
    "klassevaerelse": "Tegning af et klasseværelse med elever ved bordene og en lærer ved tavlen.",
    "vaerksted": "Tegning af børn og voksne i forklæder, der arbejder i et værksted.",
    "landsby": "Tegning af en landsby med kirke, lave huse, et gadekær og to, der taler sammen.",
    "havn": "Tegning af en havn med både, træhuse og mennesker på en bro.",
    "park": "Tegning af en park med store træer, en sø, en bænk og mennesker i alle aldre.",
    "byraadssal": "Tegning af en byrådssal med bordene i hestesko og en taler på talerstolen.",
    "cafe-snak": "Tegning af to mennesker, der taler sammen over en kop kaffe ved et cafébord.",
    "gaaende-par": "Tegning af to mennesker på en sti gennem det åbne land.",
    "mark-og-koekkenhave": "Tegning af en køkkenhave med drivhus, solsikker og marker bagved.",
    "ivaerksaetterrum": "Tegning af et fælles arbejdsrum med opslagstavle og folk, der taler.",
    "unge-paa-trappe": "Tegning af unge på en bred trappe i byen.",
    "hjemmebesoeg": "Tegning af et besøg: To sidder i lænestole med kaffe på bordet.",
    "tavle-med-sedler": "Tegning af folk, der arbejder med sedler foran en tavle eller en væg.",
    "kort-over-lokalomraade": "Tegning af hænder om et stort kort med et sund, set fra oven.",
    "haender-om-bord": "Tegning af mange hænder om et bord med papir og kaffe, set fra oven.",
    "bibliotek": "Tegning af et bibliotek med reoler, læsende børn og en ældre i en lænestol.",
}
