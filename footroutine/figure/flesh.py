"""The flesh of the body: each part is a few balls along its bones, wrapped in groups."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from footroutine.figure import foot
from footroutine.figure.camera import Camera
from footroutine.figure.foot import Foot
from footroutine.figure.skeleton import FOREARM, SHIN, SPINE, THIGH, UPPER_ARM, Arm, Body, Leg
from footroutine.figure.space import Ball, Frame

Chain = tuple[Ball, ...]  # from one end to the other, wrapped smoothly
Hulls = tuple[tuple[Ball, ...], ...]
Rows = tuple[tuple[float, float, float], ...]
Balls = tuple[tuple[float, float, float, float], ...]  # in a frame: x, y, z and the radius, in cm


class LegFlesh(NamedTuple):
    """A leg: skin of the thigh, of the shin down to the ankle, what joins the shin to the foot, the calf, the foot."""

    thigh: Chain
    shin: Chain
    ankle: Hulls
    calf: Chain
    foot: Foot


class Cloth(NamedTuple):
    """A sleeve or a trouser leg: balls down the `bone` to its hem."""

    chain: Chain
    bone: Frame

    def opening(self, camera: Camera) -> float:
        """How much the hem faces the eye, from -1 to 1."""
        return camera.depth(self.bone.at) - camera.depth(self.bone.point(0.0, 1.0, 0.0))


class ArmFlesh(NamedTuple):
    """An arm: skin of the upper arm and the forearm, the hand with its thumb, the sleeve."""

    skin: tuple[Chain, Chain]
    hand: Hulls
    sleeve: Cloth


def _smooth(rows: Rows) -> Rows:
    """The rows with one more between each two, on the curve through all of them (Catmull and Rom's)."""
    ends = (rows[0], *rows, rows[-1])
    found = [rows[0]]
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        down, forward, r = ((9.0 * (q + s) - p - t) / 16.0 for p, q, s, t in zip(a, b, c, d, strict=True))
        found += (down, forward, r), c
    return tuple(found)


def _along(length: float, rows: Rows) -> Balls:
    """Balls down a bone: each row is how far down (0 to 1), how far forward in cm, the radius in cm."""
    return tuple([(forward, -down * length, 0.0, r) for down, forward, r in rows])


_THIGH = _along(THIGH, _smooth(((0.0, 0.0, 8.2), (0.3, 0.9, 7.7), (0.62, 0.7, 6.6), (0.86, 0.3, 5.4), (1.0, 0.2, 4.9))))
_SHIN = _along(
    SHIN,
    _smooth(
        (
            (0.0, -0.2, 4.9),
            (0.1, -1.0, 4.9),
            (0.25, -1.5, 5.0),
            (0.4, -1.3, 4.6),
            (0.55, -0.9, 3.9),
            (0.7, -0.6, 3.3),
            (0.85, -0.4, 2.95),
            (1.0, -0.2, 2.95),
        )
    ),
)
_SHORTS = _along(THIGH, ((0.0, 0.0, 8.8), (0.3, 0.9, 8.3), (0.7, 0.6, 6.9)))
# The two ends of the shin's bones: forward, up from the ankle, outward, radius. The foot turns between them.
ANKLE_BONES = ((0.5, 0.7, -1.25, 2.45), (-0.4, 0.1, 1.2, 2.5))
_UPPER_ARM = _along(UPPER_ARM, _smooth(((0.0, 0.0, 4.6), (0.45, 0.3, 4.1), (1.0, 0.0, 3.3))))
_FOREARM = _along(FOREARM, _smooth(((0.0, 0.0, 3.2), (0.25, 0.3, 3.5), (1.0, 0.0, 2.2))))
_SLEEVE = _along(UPPER_ARM, ((0.0, 0.0, 4.6), (0.25, 0.2, 4.9), (0.55, 0.3, 4.6)))
_CALF = _along(SHIN, ((0.12, -3.0, 2.8), (0.3, -3.7, 3.2), (0.5, -2.6, 2.2)))
_HAND = ((0.0, 0.0, 0.0, 1.85), (-0.2, -6.0, -2.0, 1.9), (-0.4, -6.0, 2.2, 1.7))  # wrist and palm
_FINGERS = ((-1.0, -14.2, -1.3, 1.2), (-1.0, -13.2, 1.9, 1.15))
_THUMB = ((-0.3, -3.0, -2.2, 1.3), (-0.6, -7.4, -4.6, 1.0))  # of the right hand
_HIPS = ((-0.4, 0.5, 6.0, 9.2), (-0.2, 11.0, 6.2, 8.2))
_HEM = ((-7.8, 0.5, 5.4), (-4.4, 0.9, 11.4), (0.0, 1.8, 13.6), (4.4, 2.8, 11.4), (7.6, 3.4, 5.4))  # of the shirt
_SHIRT = (*((x, y, z, 1.8) for x, y, z in _HEM), (0.4, 17.0, 5.2, 8.4))  # down from the waist
_SHOULDERS = (-0.5, SPINE - 2.2, 13.2, 5.2)


@lru_cache(maxsize=16)
def leg(bones: Leg) -> LegFlesh:
    """The flesh of a leg; a picture asks for the same leg several times."""
    return _leg(bones, foot.flesh(bones))


def far_leg(bones: Leg) -> LegFlesh:
    """The flesh of a leg seen from afar: its foot is coarser."""
    return _leg(bones, foot.coarse(bones))


def _leg(bones: Leg, on: Foot) -> LegFlesh:
    return LegFlesh(*_above_foot(bones.sign, bones.thigh, bones.shin), on)


@lru_cache(maxsize=16)
def _above_foot(sign: float, thigh: Frame, bone: Frame) -> tuple[Chain, Chain, Hulls, Chain]:
    """A leg's flesh but for its foot: it rests while the toes or the foot move."""
    shin = bone.balls(_SHIN)
    ends = [bone.ball(x, y - SHIN, sign * z, r) for x, y, z, r in ANKLE_BONES]
    return thigh.balls(_THIGH), shin, ((shin[-3], *ends),), bone.balls(_CALF)


def shorts(thigh: Frame) -> Cloth:
    """The trouser leg around a thigh, down to its hem."""
    return Cloth(thigh.balls(_SHORTS), thigh)


def arm(bones: Arm) -> ArmFlesh:
    """The flesh of an arm."""
    hand = bones.hand
    palm = hand.balls(_HAND)
    thumb = hand.balls((x, y, bones.sign * z, r) for x, y, z, r in _THUMB)
    skin = bones.upper.balls(_UPPER_ARM), bones.fore.balls(_FOREARM)
    sleeve = Cloth(bones.upper.balls(_SLEEVE), bones.upper)
    return ArmFlesh(skin, (palm, (*palm[1:], *hand.balls(_FINGERS)), thumb), sleeve)


def hips(trunk: Frame) -> Hulls:
    """The shorts around the pelvis."""
    return (trunk.balls(_both(_HIPS)),)


def shirt(trunk: Frame, breath: float) -> Hulls:
    """The shirt; the chest widens with the breath, -1 to 1."""
    breath *= 0.35
    low = trunk.balls(_both(_SHIRT))
    *waist, a, b, c, d = trunk.balls(_both((_SHIRT[-1], (0.5 + breath, 33.0, 7.0, 9.1 + breath), _SHOULDERS)))
    chest, shoulders = (a, b), (c, d)
    collar = trunk.ball(-0.8, SPINE - 0.5, 0.0, 5.6)
    return low, (*waist, *chest), (*chest, *shoulders), (*shoulders, collar)


def neck(trunk: Frame, head: Frame) -> tuple[Ball, Ball]:
    """The neck, from the shirt up into the head."""
    return trunk.ball(-0.6, SPINE - 1.0, 0.0, 4.9), head.ball(-0.2, 1.0, 0.0, 4.7)


@lru_cache(maxsize=16)  # the chest has 13 breaths
def _both(rows: Balls) -> Balls:
    """Each ball on the right, then on the left."""
    return tuple([(x, y, side * z, r) for x, y, z, r in rows for side in (1.0, -1.0)])


def head_balls(head: Frame) -> tuple[Ball, ...]:
    """The skull, jaw and chin, roughly: what must not go through anything."""
    return head.ball(1.2, 9.5, 0.0, 9.2), head.ball(5.6, 2.2, 0.0, 2.4)


def every_ball(body: Body) -> Iterator[Ball]:
    """All flesh of the body, for measuring how much room it takes."""
    for bones in body.legs:
        part = leg(bones)
        yield from part.thigh
        yield from part.shin
        for group in part.ankle:
            yield from group
        yield from part.foot.every_ball()
    for bones_of_arm in body.arms:
        limb = arm(bones_of_arm)
        for group in (*limb.skin, *limb.hand):
            yield from group
    for group in (*hips(body.trunk), *shirt(body.trunk, body.breath), neck(body.trunk, body.head)):
        yield from group
    yield from head_balls(body.head)
