"""The pictures of the demo, drawn by the project itself.

``draw`` draws a scene, ``draw_portrait`` a face.  The same scene, seed and size
give the same picture, pixel by pixel; another seed gives another time of day,
other people and another composition.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from PIL.Image import Image

from . import scenes_board, scenes_learn, scenes_meet, scenes_nature, scenes_table, scenes_town
from .canvas import Canvas
from .looks import look_of
from .palette import MOODS, choose_mood, choose_season
from .portrait import draw_portrait
from .texture import finish

__all__ = ["SCENES", "draw", "draw_portrait", "look_of"]

SCENES: dict[str, Callable[[Canvas], None]] = {
    "gade-med-traeer": scenes_town.street,
    "dialogmoede": scenes_meet.dialogue,
    "oprydningsdag": scenes_nature.cleanup,
    "plejecenter-have": scenes_nature.care_garden,
    "boernehave": scenes_learn.kindergarten,
    "skolegaard": scenes_town.schoolyard,
    "klassevaerelse": scenes_learn.classroom,
    "vaerksted": scenes_learn.workshop,
    "landsby": scenes_nature.village,
    "havn": scenes_town.harbour,
    "park": scenes_nature.park,
    "byraadssal": scenes_meet.council,
    "cafe-snak": scenes_meet.cafe,
    "gaaende-par": scenes_nature.walkers,
    "mark-og-koekkenhave": scenes_nature.kitchen_garden,
    "ivaerksaetterrum": scenes_meet.office,
    "unge-paa-trappe": scenes_town.youth_steps,
    "hjemmebesoeg": scenes_meet.home_visit,
    "tavle-med-sedler": scenes_board.sticky_wall,
    "kort-over-lokalomraade": scenes_table.area_map,
    "haender-om-bord": scenes_table.hands,
    "bibliotek": scenes_learn.library,
}
# Children are not out at nightfall, and a table seen from above has no sky.
_DAYLIGHT = {"boernehave", "skolegaard", "klassevaerelse", "oprydningsdag", "kort-over-lokalomraade", "haender-om-bord"}
# Lines of writing begin at the left.
_WRITTEN = {"tavle-med-sedler", "haender-om-bord", "kort-over-lokalomraade"}
# Indoors the lamps are lit at dusk, and what they shine on stays warm.
_INDOORS = {
    "dialogmoede", "vaerksted", "byraadssal", "cafe-snak", "ivaerksaetterrum", "hjemmebesoeg",
    "tavle-med-sedler", "bibliotek", "klassevaerelse",
}  # fmt: skip


def draw(scene: str, seed: int, size: tuple[int, int] = (1600, 1000)) -> Image:
    """The scene as an RGB picture of ``size`` pixels (width, height).

    Raises ValueError for a scene that is not in ``SCENES``.
    """
    if scene not in SCENES:
        raise ValueError(f"unknown scene {scene!r}; known are {', '.join(SCENES)}")
    rng = random.Random(f"{scene}:{seed}")
    names = [name for name in MOODS if name != "skumring" or scene not in _DAYLIGHT]
    mood = choose_mood(rng, *names)
    if scene in _INDOORS and mood.lamps:
        mood = replace(mood, tint=(0.95, 0.86, 0.78), shade="#4a3550")
    canvas = Canvas(size, rng, mood, choose_season(rng))
    canvas.indoors = scene in _INDOORS
    SCENES[scene](canvas)
    return finish(canvas, mirror=scene not in _WRITTEN and rng.random() < 0.5)
