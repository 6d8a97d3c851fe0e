"""The flesh of a foot: balls, the hulls that join them, five toes that bend, nails.

Places are in the foot's frame in centimetres: x from the ankle to the toes, y up, and outward as z on the right foot.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin
from typing import NamedTuple

from footroutine.figure.skeleton import ANKLE_HEIGHT, Leg
from footroutine.figure.space import WORLD, Ball, Frame, Vec

_BALLS: dict[str, tuple[float, float, float, float]] = {
    "ankle": (-0.2, 0.2, 0.0, 3.0),
    "inner_bone": (0.6, 0.7, -1.25, 2.2),
    "outer_bone": (-0.6, 0.0, 1.2, 2.2),
    "tendon": (-2.9, 0.6, 0.0, 1.3),
    "heel": (-2.2, -4.7, 0.0, 3.3),
    "heel_back": (-3.0, -2.8, 0.0, 2.3),
    "instep": (3.3, -1.9, -0.3, 2.7),
    "dorsum": (7.4, -4.1, -0.8, 2.2),
    "arch": (5.4, -4.5, -1.9, 2.0),
    "cuboid": (4.0, -6.0, 1.6, 2.0),
    "border": (8.2, -6.3, 2.5, 1.7),
    "ball_1": (12.4, -6.1, -2.6, 1.9),
    "ball_2": (12.9, -6.2, -0.4, 1.65),
    "ball_4": (11.7, -6.45, 1.9, 1.5),
    "ball_5": (10.5, -6.6, 3.1, 1.4),
}
# No ball is in a hull that it does not shape: what lies within the others, or in the fillets between them, is dear.
_HULLS = (
    ("tendon", "heel_back", "heel"),
    ("ankle", "instep"),
    ("inner_bone", "instep", "arch"),
    ("outer_bone", "cuboid", "heel"),
    ("instep", "border", "dorsum"),
    ("heel", "arch"),
    ("dorsum", "arch", "ball_1", "ball_2"),
    ("border", "ball_4", "ball_2"),
    ("ball_4", "ball_5"),
    ("cuboid", "border", "ball_5"),
)
_COARSE_HULLS = (
    ("ankle", "tendon", "heel_back", "heel"),
    ("ankle", "instep", "heel"),
    ("instep", "dorsum", "cuboid", "heel"),
    ("dorsum", "ball_1", "ball_5", "border"),
)
_COARSE_BALLS = {name: _BALLS[name] for name in ("ball_2", *dict.fromkeys(chain.from_iterable(_COARSE_HULLS)))}
_PRINT = ("heel", "border", "ball_1", "ball_5")
SOLE = ("heel", "cuboid", "border", "ball_1", "ball_2", "ball_4", "ball_5")
# base x, y, z (outward), turned outward by; lengths of the two parts; radii at base, knuckle, tip
_TOES: tuple[tuple[float, ...], ...] = (
    (13.0, -6.3, -2.75, 4.0, 3.0, 2.3, 1.6, 1.35, 1.25),
    (13.4, -6.45, -0.6, 1.0, 2.7, 1.9, 1.15, 1.0, 0.95),
    (12.9, -6.55, 0.95, 0.0, 2.4, 1.8, 1.1, 0.95, 0.9),
    (12.1, -6.65, 2.3, -3.0, 2.1, 1.6, 1.05, 0.9, 0.85),
    (11.0, -6.8, 3.45, -7.0, 1.7, 1.4, 1.0, 0.9, 0.85),
)
_KNUCKLE_AT_REST, _KNUCKLE_PER_CURL = 20.0, 1.5
_ARCH_PER_CURL = 0.012  # centimetres that a grip lifts the arch
_ARCH_STEP = 0.05  # centimetres: off by half a pixel at most, the foot behind the toes rests for a few pictures
_NAIL = tuple((cos(2 * pi * i / 12), sin(2 * pi * i / 12)) for i in range(12))


class Toe(NamedTuple):
    """A toe: balls at its base, knuckle and tip, and the frame of its last bone in the foot's own frame."""

    base: Ball
    knuckle: Ball
    tip: Ball
    end: Frame


class Foot(NamedTuple):
    """The flesh of a foot; `hulls` are groups of balls, each to be wrapped together."""

    balls: dict[str, Ball]
    hulls: tuple[tuple[Ball, ...], ...]
    toes: tuple[Toe, ...]

    def every_ball(self) -> Iterator[Ball]:
        """All balls, toes included."""
        yield from self.balls.values()
        for toe in self.toes:
            yield from toe[:3]


def flesh(leg: Leg) -> Foot:
    """The flesh of the leg's foot at its angles."""
    return Foot(*_behind_toes(leg.foot, leg.sign, resting(leg).curl * _ARCH_PER_CURL), toes(leg))


def resting(leg: Leg) -> Leg:
    """The leg with its toes curled by the nearest of the few steps that its arch shows.

    Where both feet grip they take turns: one is half a step behind, so that no picture has to shape both anew.
    """
    step = _ARCH_STEP / _ARCH_PER_CURL
    behind = 0.5 if leg.sign < 0.0 < leg.curl else 0.0
    return leg._replace(curl=(round(leg.curl / step + behind) - behind) * step)


@lru_cache(maxsize=16)
def _behind_toes(frame: Frame, sign: float, lift: float) -> tuple[dict[str, Ball], tuple[tuple[Ball, ...], ...]]:
    """A foot's balls and hulls, its arch lifted by so many centimetres: they rest while the toes move."""
    rows = [
        (x, y + (lift if name in ("arch", "dorsum", "instep") else 0.0), sign * z, r)
        for name, (x, y, z, r) in _BALLS.items()
    ]
    balls = dict(zip(_BALLS, frame.balls(rows), strict=True))
    return balls, tuple([tuple([balls[name] for name in names]) for names in _HULLS])


def coarse(leg: Leg) -> Foot:
    """Fewer hulls that give the same outline of a foot from afar, toes included."""
    return _coarse(leg._replace(thigh=WORLD, shin=WORLD))


@lru_cache(maxsize=16)
def _coarse(leg: Leg) -> Foot:
    """It depends on the foot alone, which stands while the leg above it moves."""
    rows = [(x, y, leg.sign * z, r) for x, y, z, r in _COARSE_BALLS.values()]
    balls = dict(zip(_COARSE_BALLS, leg.foot.balls(rows), strict=True))
    first, second, *_, last = toes(leg)
    hulls = (
        *(tuple(balls[name] for name in names) for names in _COARSE_HULLS),
        (balls["ball_1"], first.knuckle, first.tip),
        (balls["ball_2"], second.tip, last.tip, balls["ball_5"]),
    )
    return Foot(balls, hulls, (first, second, last))


def front(leg: Leg) -> tuple[tuple[Ball, ...], ...]:
    """A foot from its instep on, in few hulls."""
    balls, _, (first, second, last) = coarse(leg)
    return (
        (balls["instep"], balls["cuboid"], balls["dorsum"]),
        (balls["instep"], balls["cuboid"], balls["ball_1"], balls["ball_5"]),
        (balls["ball_1"], first.knuckle, first.tip),
        (balls["ball_2"], second.tip, last.tip, balls["ball_5"]),
    )


def under(frame: Frame, sign: float) -> tuple[Ball, ...]:
    """What bounds the print of a foot whose toes are at rest."""
    rows = (_BALLS[name] for name in _PRINT)
    return frame.balls((x, y, sign * z, r) for x, y, z, r in rows)


def toes(leg: Leg) -> tuple[Toe, ...]:
    """The five toes, the big one first."""
    own = _toes(leg.sign, leg.curl, leg.spread, leg.flat)
    balls = leg.foot.balls([ball for toe in own for ball in toe[:3]])
    return tuple([Toe(balls[3 * i], balls[3 * i + 1], balls[3 * i + 2], toe.end) for i, toe in enumerate(own)])


@lru_cache(maxsize=32)
def _toes(sign: float, curl: float, spread: float, flat: bool) -> tuple[Toe, ...]:
    """The toes in the foot's own frame: they rest there while the foot moves."""
    found = []
    for index, (x, y, z, outward, first, second, r0, r1, r2) in enumerate(_TOES):
        turned = outward + spread * (index - 1.5) / 2.5
        bend = _KNUCKLE_AT_REST * (1.0 if index else 0.4) + max(0.0, curl) * _KNUCKLE_PER_CURL
        raised = _raised_to_floor(first, second, bend, -ANKLE_HEIGHT + r2 - y)
        if curl < 0.0:
            raised -= curl
        elif not flat:
            raised -= 0.5 * curl
        base = WORLD.moved(x, y, sign * z).turned_y(-sign * turned).turned_z(raised)
        knuckle = base.moved(first, 0.0, 0.0).turned_z(-bend)
        tip = knuckle.moved(second, 0.0, 0.0)
        found.append(Toe(Ball(*base.at, r0), Ball(*knuckle.at, r1), Ball(*tip.at, r2), tip))
    return tuple(found)


def _raised_to_floor(first: float, second: float, bend: float, height: float) -> float:
    """The angle of a toe's first bone that brings the tip to that height above its base, in degrees."""
    along, drop = first + second * cos(radians(bend)), second * sin(radians(bend))
    return degrees(atan2(drop, along) + asin(max(-1.0, min(1.0, height / hypot(along, drop)))))


@lru_cache(maxsize=32)
def nail(end: Frame, radius: float, rim: float) -> tuple[list[Vec], list[Vec], Vec]:
    """The outer and the inner edge of the rim around a nail, and where the nail faces, in the foot's frame.

    `end` and `radius` are of the toe's tip; the nail faces up and a little forward of it.
    """
    plate = end.turned_z(-22.0).moved(0.12 * radius, 0.93 * radius, 0.0)
    around, within = (
        plate.points([(size * x, -0.14 * radius * z * z, size * z) for x, z in _NAIL])
        for size in (0.62 * radius + 0.5 * rim, 0.62 * radius - 0.5 * rim)
    )
    return around, within, plate.ay
