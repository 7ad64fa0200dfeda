"""Bodies of the figures: poses as angles, clothes over them, a head on top."""

from __future__ import annotations

import math
from collections.abc import Callable

from . import palette as p
from .canvas import Canvas, Point
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
    "raekker-op": (-2, 86, -84, 82, -86, 40, 60, 146, 20),
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
    _torso(c, who, hip, chest, h * wide, d, lean, th1 > 60)
    c.tube([chest, head], [h * 0.062, h * 0.052], p.mix(who.skin, "#8a3f3a", 0.22))
    _collar(c, who, chest, h, d, back)
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


def _torso(
    c: Canvas, who: Person, hip: Point, chest: Point, h: float, d: float, lean: float, seated: bool
) -> None:
    ux, uy = (chest[0] - hip[0]), (chest[1] - hip[1])
    length = math.hypot(ux, uy) or 1
    ux, uy = ux / length, uy / length
    fx, fy = -uy * d, ux * d

    def pt(f: float, u: float) -> Point:
        return hip[0] + fx * f * h + ux * u * length, hip[1] + fy * f * h + uy * u * length

    hem = -0.1 if not seated else -0.04
    if who.cut == "frakke" and not seated:
        hem = -0.55 if lean < 20 else -0.1
    if who.skirt:
        if seated:
            c.tube(
                [hip, (hip[0] + d * h * 0.23, hip[1] + 0.005 * h)],
                [h * 0.13, h * 0.12],
                who.trousers,
            )
        else:
            c.blob(
                [pt(-0.07, 0.15), pt(0.07, 0.15), pt(0.11, -0.75), pt(0, -0.82), pt(-0.11, -0.75)],
                who.trousers,
            )
    f = 0.072 if who.cut != "frakke" else 0.082
    shape = [
        pt(0.035, 1.02),
        pt(0.082, 0.9),
        pt(0.083, 0.6),
        pt(f, 0.2),
        pt(f + 0.008, hem),
        pt(0, hem - 0.04),
        pt(-f - 0.008, hem),
        pt(-f, 0.2),
        pt(-0.08, 0.6),
        pt(-0.082, 0.9),
        pt(-0.035, 1.02),
    ]
    c.blob(shape, who.top)
    with c.within(shape, soft=True):
        _pattern(c, who, pt, h, d)
    if who.cut in ("jakke", "frakke"):
        c.blob([pt(0.02, 1.0), pt(0.066, 0.92), pt(0.072, 0.5), pt(0.06, hem + 0.04), pt(0.035, hem + 0.04), pt(0.04, 0.5)], p.lighter(who.accent, 0.45))
        c.tube([pt(0.012, 0.98), pt(0.042, 0.6), pt(0.036, hem)], [h * 0.016, h * 0.012, h * 0.01], p.darker(who.top, 0.25))
    elif who.cut == "skjorte":
        c.line([pt(0.045, 0.95), pt(0.05, hem + 0.05)], h * 0.006, p.darker(who.top, 0.3))
    elif who.cut == "forklæde":
        low = -0.5 if not seated else 0.0
        c.line([pt(0.03, 0.78), pt(0.0, 1.0)], h * 0.014, who.accent)
        c.line([pt(-0.08, 0.3), pt(0.08, 0.26)], h * 0.014, who.accent)
        c.poly([pt(0.02, 0.8), pt(0.076, 0.76), pt(0.084, 0.3), pt(0.092, low), pt(-0.045, low), pt(-0.03, 0.3)], who.accent)
        c.line([pt(0.02, 0.12), pt(0.07, 0.1)], h * 0.008, p.darker(who.accent, 0.3))
    back_edge = [
        pt(-0.03, 1.0),
        pt(-0.08, 0.88),
        pt(-0.08, 0.6),
        pt(-f, 0.2),
        pt(-f - 0.006, hem),
        pt(-0.02, hem - 0.03),
        pt(-0.028, 0.3),
        pt(-0.036, 0.7),
    ]
    c.blob(back_edge, c.mood.shade, 0.26)


def _pattern(c: Canvas, who: Person, pt: Callable[[float, float], Point], h: float, d: float) -> None:
    if who.cut not in ("trøje", "tshirt"):
        return
    if who.pattern == "striber":
        for k in range(6):
            u = 0.04 + k * 0.16
            c.tube([pt(-0.1, u), pt(0, u - 0.03), pt(0.1, u)], [h * 0.015] * 3, p.mix(who.accent, who.top, 0.2))
    elif who.pattern == "bånd":
        c.tube([pt(-0.12, 0.57), pt(0, 0.52), pt(0.12, 0.57)], [h * 0.05] * 3, p.mix(who.accent, who.top, 0.15))
        c.tube([pt(-0.12, 0.36), pt(0, 0.31), pt(0.12, 0.36)], [h * 0.016] * 3, p.mix(who.accent, who.top, 0.15))
    elif who.pattern == "prikker" and h > 150:
        for k in range(12):
            c.disc(*pt(-0.06 + 0.045 * (k % 4), 0.1 + 0.28 * (k // 4)), h * 0.007, p.lighter(who.top, 0.5))


def _collar(c: Canvas, who: Person, chest: Point, h: float, d: float, back: bool) -> None:
    if who.style == "tørklæde" and not back:
        return
    colour = (
        p.lighter(who.accent, 0.45) if who.cut in ("jakke", "frakke") else p.darker(who.top, 0.16)
    )
    c.tube(
        [
            (chest[0] - d * 0.034 * h, chest[1] + 0.002 * h),
            (chest[0], chest[1] + 0.012 * h),
            (chest[0] + d * 0.036 * h, chest[1] + 0.006 * h),
        ],
        [h * 0.026] * 3,
        colour,
    )
