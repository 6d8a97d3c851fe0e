"""The flesh of the body: each part is a few balls along its bones, wrapped in groups."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from footroutine.figure import foot
from footroutine.figure.foot import Foot
from footroutine.figure.skeleton import FOREARM, SHIN, SPINE, THIGH, UPPER_ARM, Arm, Body, Leg
from footroutine.figure.space import Ball, Frame

Hulls = tuple[tuple[Ball, ...], ...]


class LegFlesh(NamedTuple):
    """A leg: skin of the thigh, of the shin down to the ankle, the calf muscle, the foot."""

    thigh: Hulls
    shin: Hulls
    calf: tuple[Ball, ...]
    foot: Foot


class ArmFlesh(NamedTuple):
    """An arm: skin from the sleeve to the wrist, the hand, the thumb, the sleeve."""

    skin: Hulls
    hand: Hulls
    sleeve: Hulls


class TorsoFlesh(NamedTuple):
    """The trunk above the hips: the shirt, the neck."""

    shirt: Hulls
    neck: Hulls


def _chain(balls: list[Ball]) -> Hulls:
    return tuple((a, b) for a, b in pairwise(balls))


def _along(frame: Frame, length: float, rows: tuple[tuple[float, float, float], ...]) -> list[Ball]:
    """Balls down a bone: each row is how far down (0 to 1), how far forward in cm, the radius in cm."""
    return [frame.ball(forward, -down * length, 0.0, r) for down, forward, r in rows]


_THIGH = ((0.0, 0.0, 8.2), (0.3, 0.9, 7.7), (0.62, 0.7, 6.6), (0.86, 0.3, 5.4), (1.0, 0.2, 4.9))
_SHIN = (
    (0.0, -0.2, 4.9),
    (0.1, -1.0, 4.9),
    (0.25, -1.5, 5.0),
    (0.4, -1.3, 4.6),
    (0.55, -0.9, 3.9),
    (0.7, -0.6, 3.3),
    (0.85, -0.4, 2.95),
    (1.0, -0.2, 2.95),
)
# The two ends of the shin's bones: forward, up from the ankle, outward, radius. The foot turns between them.
ANKLE_BONES = ((0.5, 0.7, -2.35, 1.35), (-0.4, 0.0, 2.45, 1.3))
_CALF = ((0.12, -2.2, 3.1), (0.3, -2.7, 3.5), (0.5, -1.9, 2.5))


@lru_cache(maxsize=16)
def leg(bones: Leg) -> LegFlesh:
    """The flesh of a leg; a picture asks for the same leg several times."""
    thigh = _along(bones.thigh, THIGH, _THIGH)
    shin = _along(bones.shin, SHIN, _SHIN)
    flesh = foot.flesh(bones)
    ends = [bones.shin.ball(x, y - SHIN, bones.sign * z, r) for x, y, z, r in ANKLE_BONES]
    down = (*_chain(shin), (shin[-1], flesh.balls["ankle"], *ends), (shin[-2], *ends))
    knee = (thigh[-1], shin[0])
    return LegFlesh((*_chain(thigh), knee), down, tuple(_along(bones.shin, SHIN, _CALF)), flesh)


def shorts(thigh: Frame) -> Hulls:
    """The trouser leg around a thigh."""
    balls = _along(thigh, THIGH, _THIGH[:3])
    return _chain([Ball(b.x, b.y, b.z, b.r + extra) for b, extra in zip(balls, (0.6, 0.7, 1.1), strict=True)])


def arm(bones: Arm) -> ArmFlesh:
    """The flesh of an arm."""
    upper = _along(bones.upper, UPPER_ARM, ((0.0, 0.0, 4.6), (0.45, 0.3, 4.1), (1.0, 0.0, 3.3)))
    fore = _along(bones.fore, FOREARM, ((0.0, 0.0, 3.2), (0.25, 0.3, 3.5), (1.0, 0.0, 2.2)))
    sleeve = [Ball(b.x, b.y, b.z, b.r + extra) for b, extra in zip(upper[:2], (0.5, 0.9), strict=True)]
    hand, s = bones.hand, bones.sign
    wrist = hand.ball(0.0, 0.0, 0.0, 1.85)
    palm_in, palm_out = hand.ball(-0.2, -6.0, -2.0, 1.9), hand.ball(-0.4, -6.0, 2.2, 1.7)
    tip_in, tip_out = hand.ball(-1.0, -14.5, -1.6, 1.05), hand.ball(-1.0, -13.0, 2.2, 1.0)
    thumb = (hand.ball(-0.3, -3.0, -s * 2.2, 1.3), hand.ball(-0.6, -7.4, -s * 4.6, 1.0))
    return ArmFlesh(
        (*_chain(upper), *_chain(fore)),
        ((wrist, palm_in, palm_out), (palm_in, palm_out, tip_in, tip_out), thumb),
        _chain(sleeve),
    )


def hips(trunk: Frame) -> Hulls:
    """The shorts around the pelvis."""
    low = [trunk.ball(-0.4, 0.5, s * 6.0, 9.2) for s in (1, -1)]
    belt = [trunk.ball(-0.2, 11.0, s * 6.2, 8.2) for s in (1, -1)]
    return ((*low, *belt),)


def torso(trunk: Frame, head: Frame, breath: float) -> TorsoFlesh:
    """The flesh of the trunk; the chest widens with the breath, -1 to 1."""
    breath *= 0.35
    hem = [trunk.ball(-0.2, 6.0, s * 6.3, 9.0) for s in (1, -1)]
    waist = [trunk.ball(0.4, 17.0, s * 5.2, 8.4) for s in (1, -1)]
    chest = [trunk.ball(0.5 + breath, 33.0, s * 7.0, 9.1 + breath) for s in (1, -1)]
    shoulders = [trunk.ball(-0.5, SPINE - 2.2, s * 13.2, 5.2) for s in (1, -1)]
    collar = trunk.ball(-0.8, SPINE - 0.5, 0.0, 5.6)
    neck = (trunk.ball(-0.6, SPINE - 1.0, 0.0, 4.9), head.ball(-0.2, 1.0, 0.0, 4.7))
    return TorsoFlesh(((*hem, *waist), (*waist, *chest), (*chest, *shoulders), (*shoulders, collar)), (neck,))


def head_balls(head: Frame) -> tuple[Ball, ...]:
    """The skull, jaw and chin, roughly: what must not go through anything."""
    return head.ball(1.2, 9.5, 0.0, 9.2), head.ball(5.6, 2.2, 0.0, 2.4)


def every_ball(body: Body) -> Iterator[Ball]:
    """All flesh of the body, for measuring how much room it takes."""
    for bones in body.legs:
        part = leg(bones)
        for group in (*part.thigh, *part.shin):
            yield from group
        yield from part.foot.every_ball()
    for bones_of_arm in body.arms:
        limb = arm(bones_of_arm)
        for group in (*limb.skin, *limb.hand):
            yield from group
    trunk = torso(body.trunk, body.head, body.breath)
    for group in (*hips(body.trunk), *trunk.shirt, *trunk.neck):
        yield from group
    yield from head_balls(body.head)
