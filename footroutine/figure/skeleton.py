"""The bones: from joint angles to frames in space (forward kinematics alone).

The model always works its right leg; a left side is the mirror image of the finished picture.
Lengths are those of an adult of 1.70 m, in centimetres.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import acos, atan2, degrees, hypot
from typing import NamedTuple

from footroutine.figure.space import WORLD, Frame, Vec

THIGH, SHIN, ANKLE_HEIGHT = 41.0, 40.0, 8.0
HIP_HALF_WIDTH = 8.6
SPINE = 44.0
NECK = 6.0
SHOULDER_HALF_WIDTH = 16.0
UPPER_ARM, FOREARM = 27.0, 24.0
# The subtalar joint turns about a slanting axis: a sole that turns inward also takes the toes inward.
SUBTALAR_UP, SUBTALAR_IN = 34.0, 14.0

_KEPT = 16  # of each limb: mostly it rests, or is asked for again at once
WORKED, OTHER = "worked", "other"
_LEG_JOINTS = ("hip_flexion", "hip_abduction", "hip_rotation", "knee_flexion", "dorsiflexion", "inversion", "toe_curl")
_JOINTS = {name: [f"{name}.{joint}" for joint in (*_LEG_JOINTS, "toe_spread")] for name in (WORKED, OTHER)}
_ARM_JOINTS = ("shoulder_flexion", "shoulder_abduction", "elbow_flexion", "wrist_extension")
SIGN: Mapping[str, float] = {WORKED: 1.0, OTHER: -1.0}  # the worked leg is the figure's right one: z > 0


class Leg(NamedTuple):
    """The frames of a leg; y points up along the bone, z to the figure's right. `sign` is 1 on the right."""

    sign: float
    thigh: Frame
    shin: Frame
    foot: Frame
    curl: float
    spread: float
    flat: bool  # the sole is on the floor: the toes cannot curl through it


class Arm(NamedTuple):
    """The frames of an arm; y points back along the bone, from hand to shoulder."""

    sign: float
    upper: Frame
    fore: Frame
    hand: Frame


class Body(NamedTuple):
    """The whole skeleton: `trunk` at the pelvis, `head` at the top of the neck. The worked limb comes first."""

    trunk: Frame
    head: Frame
    legs: tuple[Leg, Leg]
    arms: tuple[Arm, Arm]
    breath: float = 0.0  # -1 breathed out, 1 breathed in


def trunk_frame(pelvis: Vec, lean: float) -> Frame:
    """The pelvis' frame: y up along the spine."""
    return Frame(pelvis, *WORLD[1:]).turned_z(-lean)


def leg(trunk: Frame, name: str, angles: Mapping[str, float], *, flat: bool = False) -> Leg:
    """A leg at its angles (``worked.knee_flexion`` … in degrees; what is not given is 0)."""
    return _leg(trunk, SIGN[name], tuple([angles.get(joint, 0.0) for joint in _JOINTS[name]]), flat)


@lru_cache(maxsize=_KEPT)
def _leg(trunk: Frame, sign: float, angles: tuple[float, ...], flat: bool) -> Leg:
    hip_flexion, abduction, rotation, knee, dorsiflexion, inversion, curl, spread = angles
    hip = trunk.moved(0.0, 0.0, sign * HIP_HALF_WIDTH).turned_z(hip_flexion)
    thigh = hip.turned_x(-sign * abduction).turned_y(-sign * rotation)
    shin = thigh.moved(0.0, -THIGH, 0.0).turned_z(-knee)
    ankle = shin.moved(0.0, -SHIN, 0.0).turned_z(dorsiflexion)
    foot = _about_subtalar(ankle, sign, inversion).rounded()  # one that stands stays the very same
    return Leg(sign, thigh, shin, foot, curl, spread, flat)


def _about_subtalar(ankle: Frame, sign: float, inversion: float) -> Frame:
    """The foot turned about the slanting axis: aim x along it, turn about x, aim back."""
    if not inversion:
        return ankle
    aimed = ankle.turned_y(sign * SUBTALAR_IN).turned_z(SUBTALAR_UP)
    return aimed.turned_x(sign * inversion).turned_z(-SUBTALAR_UP).turned_y(-sign * SUBTALAR_IN)


def shoulder(trunk: Frame, sign: float) -> Frame:
    """Where an arm begins."""
    return trunk.moved(-0.5, SPINE - 3.0, sign * SHOULDER_HALF_WIDTH)


def arm(trunk: Frame, name: str, angles: Mapping[str, float]) -> Arm:
    """An arm at its angles; both arms take the same."""
    return _arm(trunk, SIGN[name], tuple([angles.get(joint, 0.0) for joint in _ARM_JOINTS]))


@lru_cache(maxsize=_KEPT)
def _arm(trunk: Frame, sign: float, angles: tuple[float, ...]) -> Arm:
    flexion, abduction, elbow, wrist = angles
    upper = shoulder(trunk, sign).turned_z(flexion).turned_x(-sign * abduction)
    fore = upper.moved(0.0, -UPPER_ARM, 0.0).turned_z(elbow)
    hand = fore.moved(0.0, -FOREARM, 0.0).turned_z(wrist)
    return Arm(sign, upper, fore, hand)


@lru_cache(maxsize=_KEPT)
def head_frame(trunk: Frame, neck: float, turn: float = 0.0) -> Frame:
    """The head on its neck, bent forward by `neck` degrees and turned to the worked side by `turn`."""
    return trunk.moved(-0.5, SPINE + 1.0, 0.0).turned_z(-neck).moved(0.8, NECK, 0.0).turned_y(-turn)


def bend(upper: float, lower: float, along: float, across: float) -> tuple[float, float]:
    """Two bones that reach a point: the forward angle of the first and the bend between them, in degrees.

    The point lies `along` downwards and `across` forwards of the first joint; the bend brings the second bone back.
    What is out of reach is reached for with straight bones.
    """
    reach = hypot(along, across)
    cosine = (reach * reach - upper * upper - lower * lower) / (2 * upper * lower)
    flexion = acos(min(1.0, max(-1.0, cosine)))
    lead = acos(min(1.0, max(-1.0, (upper * upper + reach * reach - lower * lower) / (2 * upper * reach))))
    return degrees(atan2(across, along) + lead), degrees(flexion)
