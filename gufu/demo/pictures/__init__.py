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

from . import (
    scene_board,
    scene_cafe,
    scene_council,
    scene_dialogue,
    scene_garden,
    scene_hands,
    scene_harbour,
    scene_home,
    scene_kindergarten,
    scene_library,
    scene_map,
    scene_park,
    scene_school,
    scene_street,
    scene_village,
    scene_workshop,
)
from .alt import ALT
from .canvas import Canvas
from .looks import look_of
from .palette import MOODS, choose_mood, choose_season
from .portrait import draw_portrait
from .texture import finish

__all__ = ["ALT", "SCENES", "draw", "draw_portrait", "look_of"]

SCENES: dict[str, Callable[[Canvas], None]] = {
    "gade-med-traeer": scene_street.street,
    "dialogmoede": scene_dialogue.dialogue,
    "oprydningsdag": scene_park.cleanup,
    "plejecenter-have": scene_garden.care_garden,
    "boernehave": scene_kindergarten.kindergarten,
    "skolegaard": scene_school.schoolyard,
    "klassevaerelse": scene_school.classroom,
    "vaerksted": scene_workshop.workshop,
    "landsby": scene_village.village,
    "havn": scene_harbour.harbour,
    "park": scene_park.park,
    "byraadssal": scene_council.council,
    "cafe-snak": scene_cafe.cafe,
    "gaaende-par": scene_village.walkers,
    "mark-og-koekkenhave": scene_garden.kitchen_garden,
    "ivaerksaetterrum": scene_home.office,
    "unge-paa-trappe": scene_street.youth_steps,
    "hjemmebesoeg": scene_home.home_visit,
    "tavle-med-sedler": scene_board.sticky_wall,
    "kort-over-lokalomraade": scene_map.area_map,
    "haender-om-bord": scene_hands.hands,
    "bibliotek": scene_library.library,
}
# Children are not out at nightfall, and a table seen from above has no sky.
_DAYLIGHT = {
    "boernehave",
    "skolegaard",
    "klassevaerelse",
    "oprydningsdag",
    "kort-over-lokalomraade",
    "haender-om-bord",
}
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
