"""Where the body is in the room: joint angles, the pelvis' place, and what each foot and hand rests on.

A named pose gives angles; here they are settled so that feet lie on the floor, the back on the mat, the seat on
the chair and the hands on the wall, exactly. The worked foot's ankle (standing) or the pelvis (sitting, lying) is
the origin of x.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from math import asin, cos, degrees, dist, hypot, pi, radians, sin, sqrt
from typing import NamedTuple

from footroutine.domain.exercise import Pose, Posture
from footroutine.figure import skeleton
from footroutine.figure.skeleton import ANKLE_HEIGHT, OTHER, SHIN, SIGN, THIGH, WORKED, Arm, Body, Leg
from footroutine.figure.space import Frame, Vec, mix, mix_vec

MAT = 1.6  # its thickness
MAT_ENDS, MAT_HALF_WIDTH = (-86.0, 70.0), 24.0  # from behind the head to before the feet
SEAT = 40.0  # the height of the chair's seat
HIP_ON_SEAT = SEAT + 8.6
HIP_ON_MAT = MAT + 9.6
HEEL: Vec = (-2.2, -4.7, 0.0)  # in the foot's frame
HEEL_RADIUS = ANKLE_HEIGHT + HEEL[1]
PALM = 2.2  # how far a wrist is from what the palm lies on
NEAR_FLOOR = 9.0  # a foot that the pose leaves so close to the floor rests on it
SAME_PLACE = 6.0  # two resting places closer than that are meant to be one
NEARLY_FLAT = 10.0  # a sole less tilted than that lies flat
STEP_LIFT, STEP_TILT = 13.0, 23.0  # high enough that all see which foot is off the floor

ARMS: Mapping[Posture, Pose] = {
    Posture.STANDING: {"shoulder_flexion": 4.0, "shoulder_abduction": 7.0, "elbow_flexion": 14.0},
    Posture.SITTING: {"shoulder_flexion": 10.0, "shoulder_abduction": 4.0, "elbow_flexion": 64.0},
    Posture.LYING: {"shoulder_flexion": -8.0, "shoulder_abduction": 6.0, "elbow_flexion": 6.0, "neck": 6.0},
    Posture.WALL: {},
}


class Rest(Enum):
    """How a foot is held up."""

    FREE = "free"
    FLAT = "flat"
    HEEL = "heel"


class Contact(NamedTuple):
    """What a foot rests on: `x`, `y` of its ankle when flat, of its heel's middle when the heel rests."""

    rest: Rest
    x: float = 0.0
    y: float = 0.0
    tilt: float = 0.0  # of the sole in a step, degrees, toes up


class Stance(NamedTuple):
    """A body in the room. `palms` is where the worked side's wrist is held by a wall (z mirrored on the other)."""

    angles: Mapping[str, float]
    pelvis: Vec
    feet: Mapping[str, Contact]
    palms: Vec | None = None
    breath: float = 0.0


def ground(posture: Posture) -> float:
    """The height of what the feet stand on."""
    return MAT if posture is Posture.LYING else 0.0


def settle(posture: Posture, pose: Pose, earlier: "Sequence[Stance]" = ()) -> Stance:
    """The stance of a named pose.

    What an earlier pose of the exercise has put down stays: the hands on the wall as in the first, and a foot that
    comes to rest close to where an earlier one rested.
    """
    angles = {**ARMS[posture], **pose}
    upright = posture in (Posture.STANDING, Posture.WALL)
    pelvis = {Posture.SITTING: (0.0, HIP_ON_SEAT, 0.0), Posture.LYING: (0.0, HIP_ON_MAT, 0.0)}.get(posture, (0.0,) * 3)
    if upright:
        ankle = skeleton.leg(skeleton.trunk_frame(pelvis, angles.get("lean", 0.0)), WORKED, angles).foot.at
        pelvis = (-ankle[0], ANKLE_HEIGHT - ankle[1], 0.0)
    trunk = skeleton.trunk_frame(pelvis, angles.get("lean", 0.0))
    feet = {
        name: _same_place(_contact(trunk, name, angles, posture), [each.feet[name] for each in earlier])
        for name in (WORKED, OTHER)
    }
    palms = None
    if posture is Posture.WALL:
        palms = earlier[0].palms if earlier else _palms(trunk, angles)
    return grounded(Stance(angles, pelvis, feet, palms))


def _contact(trunk: Frame, name: str, angles: Mapping[str, float], posture: Posture) -> Contact:
    """What the foot rests on in this pose, from where its angles leave it."""
    floor = ground(posture)
    leg = skeleton.leg(trunk, name, {**angles, f"{name}.dorsiflexion": 0.0, f"{name}.inversion": 0.0})
    ankle = leg.foot.at
    if posture in (Posture.STANDING, Posture.WALL):
        return Contact(Rest.FLAT, ankle[0], floor + ANKLE_HEIGHT)
    if ankle[1] - ANKLE_HEIGHT - floor > NEAR_FLOOR:
        return Contact(Rest.FREE)
    tilt = degrees(asin(leg.foot.ax[1])) + angles.get(f"{name}.dorsiflexion", 0.0)
    if tilt < NEARLY_FLAT:
        return Contact(Rest.FLAT, ankle[0], floor + ANKLE_HEIGHT)
    return Contact(Rest.HEEL, leg.foot.point(*HEEL)[0], floor + HEEL_RADIUS)


def _same_place(contact: Contact, earlier: list[Contact]) -> Contact:
    for other in earlier:
        if other.rest is contact.rest and abs(other.x - contact.x) < SAME_PLACE:
            return other
    return contact


def _palms(trunk: Frame, angles: Mapping[str, float]) -> Vec:
    """The worked side's wrist when the arm reaches forward to shoulder height, bent as the pose says."""
    at = skeleton.shoulder(trunk, 1.0).at
    upper, fore = skeleton.UPPER_ARM, skeleton.FOREARM
    reach = sqrt(upper**2 + fore**2 + 2 * upper * fore * cos(radians(angles.get("elbow_flexion", 0.0))))
    below = 8.0  # the fingers, not the wrist, are at shoulder height
    return at[0] + sqrt(reach**2 - below**2), at[1] - below, at[2] + 1.0


def grounded(stance: Stance) -> Stance:
    """The stance with its legs bent so that every resting foot is exactly where it rests."""
    angles = dict(stance.angles)
    trunk = skeleton.trunk_frame(stance.pelvis, angles.get("lean", 0.0))
    for name, contact in stance.feet.items():
        if contact.rest is Rest.FLAT:
            _reach(angles, trunk, name, contact.x, contact.y)
            tilt = angles[f"{name}.knee_flexion"] - angles[f"{name}.hip_flexion"] + angles.get("lean", 0.0)
            angles[f"{name}.dorsiflexion"] = tilt + contact.tilt
        elif contact.rest is Rest.HEEL:
            _rest_heel(angles, trunk, name, contact)
    return stance._replace(angles=angles)


def _reach(angles: dict[str, float], trunk: Frame, name: str, x: float, y: float) -> None:
    """Bend the leg so that its ankle is at x, y."""
    hip = trunk.point(0.0, 0.0, SIGN[name] * skeleton.HIP_HALF_WIDTH)
    forward, knee = skeleton.bend(THIGH, SHIN, hip[1] - y, x - hip[0])
    angles[f"{name}.hip_flexion"] = forward + angles.get("lean", 0.0)
    angles[f"{name}.knee_flexion"] = knee


def _rest_heel(angles: dict[str, float], trunk: Frame, name: str, contact: Contact) -> None:
    """Bend the leg so that the heel's middle stays; the foot turns with the shin, so it is done a few times."""
    for _ in range(16):
        foot = skeleton.leg(trunk, name, angles).foot
        heel = foot.point(*HEEL)
        dx, dy, dz = contact.x - heel[0], contact.y - heel[1], SIGN[name] * skeleton.HIP_HALF_WIDTH - heel[2]
        if hypot(dx, dy, dz) < 0.01:
            return
        aside = degrees(dz * SIGN[name] / dist(heel, trunk.at))
        angles[f"{name}.hip_abduction"] = angles.get(f"{name}.hip_abduction", 0.0) + aside
        _reach(angles, trunk, name, foot.at[0] + dx, foot.at[1] + dy)


def between(a: Stance, b: Stance, t: float) -> Stance:
    """The stance on the way from `a` to `b`, at `t` from 0 to 1."""
    joints = a.angles.keys() | b.angles.keys()
    angles = {joint: mix(a.angles.get(joint, 0.0), b.angles.get(joint, 0.0), t) for joint in joints}
    feet = {name: _contact_between(a.feet[name], b.feet[name], t) for name in a.feet}
    return grounded(Stance(angles, mix_vec(a.pelvis, b.pelvis, t), feet, a.palms))


def _contact_between(a: Contact, b: Contact, t: float) -> Contact:
    if a.rest is not b.rest or a.rest is Rest.FREE:
        return a if t <= 0.0 else b if t >= 1.0 else Contact(Rest.FREE)
    x, y = mix(a.x, b.x, t), mix(a.y, b.y, t)
    if a.rest is Rest.HEEL or a.x == b.x:
        return Contact(a.rest, x, y)
    # Forward the heel leaves first and lands first; backward the foot hangs, for the shin still leans over it.
    swing, hang = sin(2 * pi * t), sin(pi * t)
    way = (swing if swing > 0.0 else 0.35 * swing) + 0.45 * hang if b.x > a.x else 1.2
    return Contact(Rest.FLAT, x, y + STEP_LIFT * hang, -STEP_TILT * hang * way)


def body(stance: Stance) -> Body:
    """The bones of a stance."""
    angles = stance.angles
    trunk = skeleton.trunk_frame(stance.pelvis, angles.get("lean", 0.0))
    head = skeleton.head_frame(trunk, angles.get("neck", 0.0), angles.get("head_turn", 0.0))
    worked, other = (_leg(trunk, name, stance) for name in (WORKED, OTHER))
    if stance.palms is None:
        arms = skeleton.arm(trunk, WORKED, angles), skeleton.arm(trunk, OTHER, angles)
    else:
        arms = _held(trunk, 1.0, stance.palms), _held(trunk, -1.0, stance.palms)
    return Body(trunk, head, (worked, other), arms, stance.breath)


def _leg(trunk: Frame, name: str, stance: Stance) -> Leg:
    return skeleton.leg(trunk, name, stance.angles, flat=stance.feet[name].rest is Rest.FLAT)


def _held(trunk: Frame, sign: float, palms: Vec) -> Arm:
    """An arm whose palm lies on the wall, fingers up, elbow down and a little out."""
    root = skeleton.shoulder(trunk, sign).at
    wrist = (palms[0], palms[1], sign * palms[2])
    along = _minus(wrist, root)
    reach = hypot(*along)
    forward = _scaled(along, 1.0 / reach)
    upper, fore = skeleton.UPPER_ARM, skeleton.FOREARM
    reach = min(reach, upper + fore)
    lead = (reach**2 + upper**2 - fore**2) / (2 * reach)
    drop = sqrt(max(0.0, upper**2 - lead**2))
    pole = (0.0, -0.85, 0.5 * sign)
    overlap = sum(p * f for p, f in zip(pole, forward, strict=True))
    side = _minus(pole, _scaled(forward, overlap))
    side = _scaled(side, drop / hypot(*side))
    elbow = tuple(r + f * lead + s for r, f, s in zip(root, forward, side, strict=True))
    at = (elbow[0], elbow[1], elbow[2])
    bone_up, bone_fore = _scaled(_minus(root, at), 1 / upper), _scaled(_minus(at, wrist), 1 / fore)
    across = _cross(side, forward)
    across = _scaled(across, (1.0 / hypot(*across)) if drop > 0.0 else 0.0)
    hand = Frame(wrist, (-1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, 1.0))
    return Arm(
        sign,
        Frame(root, _cross(bone_up, across), bone_up, across),
        Frame(at, _cross(bone_fore, across), bone_fore, across),
        hand,
    )


def _minus(a: Vec, b: Vec) -> Vec:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def _scaled(a: Vec, by: float) -> Vec:
    return a[0] * by, a[1] * by, a[2] * by


def _cross(a: Vec, b: Vec) -> Vec:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
