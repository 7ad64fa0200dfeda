"""Bodies of the figures: poses as angles, clothes over them, a head on top."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point
from .clothes import draw_collar, draw_torso
from .heads import draw_head
from .people import Person

# lean, back leg (thigh, shin), front leg, back arm (upper, lower), front arm: degrees
# from straight down, forwards positive; the shin and lower arm count on from the upper part.
POSES: dict[str, tuple[float, ...]] = {
    "staa": (0, -8, 2, 9, -2, -8, 12, 4, 16),
    "gaa": (4, -24, -14, 24, -4, 26, 18, -26, 22),
    "sidde": (-4, 86, -84, 82, -86, 28, 52, 32, 50),
    "sidde-bord": (6, 86, -84, 82, -86, 44, 62, 40, 58),
    "taler": (2, -8, 2, 9, -3, 20, 70, 52, 78),
    "peger": (3, -9, 2, 10, -3, 8, 20, 96, 8),
    "raekker": (4, -6, 0, 9, -5, 112, 22, 128, 16),
    "vinker": (0, -9, 2, 9, -2, -6, 14, 140, 34),
    "raekker-op": (-2, 86, -84, 82, -86, 40, 60, 134, 30),
    "kop": (0, -8, 2, 9, -2, -6, 16, 22, 104),
    "baere": (-2, -8, -6, 12, -6, 38, 58, 34, 62),
    "skubber": (8, -20, -14, 22, -6, 54, 26, 50, 30),
    "boejet": (48, -8, -6, 22, -18, 8, 14, -2, 22),
    "knaele": (16, 20, -112, 84, -92, 42, 30, 40, 36),
    "arme": (0, -8, 2, 8, -2, 14, 96, 20, 92),
    "laene": (-8, 2, 0, 16, -10, -18, 30, 10, 80),
    "laese": (2, -8, 2, 8, -2, 34, 84, 30, 88),
    "sidde-laese": (2, 86, -84, 82, -86, 30, 88, 26, 92),
    "loebe": (14, -46, -50, 56, -38, 50, 64, -44, 70),
    "hopper": (0, -22, -38, 24, -42, 118, 18, 136, 14),
    "cykle": (24, 74, -66, 40, -70, 62, 14, 60, 16),
    "trin": (-6, 74, -70, 92, -80, 30, 46, 48, 50),
}
_AGES = {
    "barn": (0.105, 0.40, 0.27),
    "ung": (0.074, 0.475, 0.325),
    "voksen": (0.072, 0.47, 0.33),
    "gammel": (0.076, 0.455, 0.32),
}


def _turn(origin: Point, angle: float, length: float, d: float) -> Point:
    a = math.radians(angle)
    return origin[0] + d * math.sin(a) * length, origin[1] + math.cos(a) * length


def draw_person(
    c: Canvas,
    who: Person,
    x: float,
    y: float,
    h: float,
    d: float = 1,
    pose: str = "staa",
    back: bool = False,
    seat: float | None = None,
    shadow: bool = True,
    tilt: float = 0.0,
    **turns: float,
) -> dict[str, Point]:
    """Somebody ``h`` tall standing on (x, y), facing ``d`` (1 right, -1 left).

    With ``seat`` the hips rest at that height instead.  ``turns`` overrides angles
    of the pose: lean, arm, elbow, arm2, elbow2 (the nearer arm is ``arm``).
    Returns where hand, hand2, head and hip are.
    """
    if c.indoors:
        who = who.but(hat="", cut="jakke" if who.cut == "frakke" else who.cut)
    lean, th2, sh2, th1, sh1, ua2, fa2, ua1, fa1 = POSES[pose]
    lean, ua1, fa1 = turns.get("lean", lean), turns.get("arm", ua1), turns.get("elbow", fa1)
    ua2, fa2 = turns.get("arm2", ua2), turns.get("elbow2", fa2)
    if who.age == "gammel" and "lean" not in turns:
        lean += 5
    head_r, leg, trunk = _AGES[who.age]
    leg, trunk, head_r = leg * h, trunk * h, head_r * h
    arm = 0.17 * h if who.age != "barn" else 0.145 * h
    reach = max(_drop(th1, sh1), _drop(th2, sh2)) * leg / 2
    hip = (x, (y - reach - 0.028 * h) if seat is None else seat)
    chest = _turn(hip, 180 - lean, trunk, d)
    neck = _turn(chest, 180 - lean * 0.6, head_r * 0.55, d)
    head = _turn(neck, 180 - lean * 0.4, head_r * 0.95, d)
    if shadow and seat is None:
        c.disc(x + h * 0.05, y, h * 0.16, c.mood.shade, h * 0.022, 0.28)
    wide = who.build * (1.12 if who.age == "barn" else 1.04)
    dark = p.darker(who.trousers, 0.22)
    shoulder2 = _turn(_turn(chest, lean - 90, -0.035 * h, d), 180, -0.035 * h, d)
    shoulder1 = _turn(_turn(chest, lean - 90, 0.03 * h, d), 180, -0.045 * h, d)
    hand2 = _arm(c, who, shoulder2, ua2, fa2, arm, h, d, True)
    for thigh, shin, colour, shift in ((th2, sh2, dark, 0.02), (th1, sh1, who.trousers, -0.012)):
        start = (hip[0] + d * shift * h, hip[1])
        _leg(c, who, start, thigh, shin, leg, h * wide, d, colour)
    draw_torso(c, who, hip, chest, h * wide, d, lean, th1 > 60)
    c.tube([chest, head], [h * 0.062, h * 0.052], p.mix(who.skin, "#8a3f3a", 0.22))
    draw_collar(c, who, chest, h, d, back)
    draw_head(c, who, *head, head_r, d, math.radians(lean * 0.35) * d + tilt * d, back)
    hand = _arm(c, who, shoulder1, ua1, fa1, arm, h, d, False)
    return {"hand": hand, "hand2": hand2, "head": head, "hip": hip, "chest": chest}


def _drop(thigh: float, shin: float) -> float:
    return math.cos(math.radians(thigh)) + math.cos(math.radians(thigh + shin))


def _leg(
    c: Canvas,
    who: Person,
    hip: Point,
    thigh: float,
    shin: float,
    leg: float,
    h: float,
    d: float,
    colour: str,
) -> None:
    knee = _turn(hip, thigh, leg / 2, d)
    ankle = _turn(knee, thigh + shin, leg / 2, d)
    bare = who.skirt
    foot = math.radians(max(-40, min(30, thigh + shin)))
    toe = (
        ankle[0] + d * 0.062 * h * math.cos(foot),
        ankle[1] + 0.012 * h - 0.05 * h * math.sin(foot),
    )
    if bare:
        c.tube([knee, ankle], [h * 0.055, h * 0.04], who.skin if who.age != "gammel" else colour)
    else:
        c.tube([hip, knee, ankle], [h * 0.098, h * 0.078, h * 0.056], colour)
    heel = (ankle[0] - d * 0.012 * h, ankle[1] + 0.008 * h)
    c.tube([heel, toe], [h * 0.05, h * 0.036], who.shoes)


def _arm(
    c: Canvas,
    who: Person,
    shoulder: Point,
    upper: float,
    lower: float,
    arm: float,
    h: float,
    d: float,
    far: bool,
) -> Point:
    elbow = _turn(shoulder, upper, arm, d)
    wrist = _turn(elbow, upper + lower, arm * 0.86, d)
    hand = _turn(elbow, upper + lower, arm * 1.04, d)
    cloth = p.darker(who.top, 0.24) if far else p.darker(who.top, 0.07)
    skin = p.darker(who.skin, 0.14) if far else who.skin
    c.tube([wrist, hand], [h * 0.036, h * 0.044], skin)
    short = who.cut == "tshirt"
    if short:
        c.tube([shoulder, elbow, wrist], [h * 0.05, h * 0.045, h * 0.034], skin)
        c.tube([shoulder, _turn(shoulder, upper, arm * 0.7, d)], [h * 0.075, h * 0.07], cloth)
    else:
        c.tube([shoulder, elbow, wrist], [h * 0.076, h * 0.064, h * 0.046], cloth)
    return hand
