"""Through a whole session the body stays a body: the way in, every rep, the way back, previews and rests."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import dist

import pytest
from figure_cases import exercises, pose_at

from footroutine.domain.exercise import Posture
from footroutine.domain.joints import BODY_JOINTS, LEG_JOINTS
from footroutine.domain.planner import plan
from footroutine.domain.routine import Routine, Step
from footroutine.domain.settings import Settings
from footroutine.domain.speech_length import estimate_ms
from footroutine.domain.timeline import Ms
from footroutine.figure import flesh, skeleton, stance
from footroutine.figure.skeleton import OTHER, WORKED, Body
from footroutine.figure.space import Ball
from footroutine.figure.stance import HEEL, Rest, Stance
from footroutine.player.frame import Framer
from footroutine.player.state import Phase, State

BEAT_MS = 33
PLANTED, THROUGH = 0.2, 0.3  # centimetres: what rests may be off, and how far flesh presses into floor and wall
FASTEST = 1.8  # millimetres per millisecond: a straight leg that is put down again in 1.5 s after a preview
SHORT = {"sets": 2, "reps": 2, "rest_s": 20}  # all that a full dose shows, fewer times
NAMES = sorted(exercises())


@cache
def session(name: str) -> tuple[tuple[Stance, Body], ...]:
    """Where the body is at each beat of a session of one exercise; a beat that shows the same is left out."""
    id_, _, variant = name.partition("/")
    dose = {key: value for key, value in SHORT.items() if key in exercises()[name].dose}
    routine = Routine("one", "One", "One", "One.", (Step(id_, dose, variant or None),))
    shipped = {each: exercise for each, exercise in exercises().items() if "/" not in each}
    timeline = plan(routine, shipped, Settings(), lambda text: estimate_ms(text, 150))
    framer = Framer(timeline)
    moments = (
        framer.frame(State(Phase.RUNNING, Ms(position))).moment for position in range(0, timeline.total_ms, BEAT_MS)
    )
    stances: list[Stance] = []
    for moment in moments:
        assert moment is not None
        placed = pose_at(moment)
        if not stances or placed != stances[-1]:
            stances.append(placed)
    return tuple((placed, stance.body(placed)) for placed in stances)


def balls(body: Body) -> list[Ball]:
    return list(flesh.every_ball(body))


@pytest.mark.parametrize("name", NAMES)
def test_bones_keep_their_lengths(name: str) -> None:
    assert len(session(name)) > 30
    for _, body in session(name):
        for leg in body.legs:
            assert dist(leg.thigh.at, leg.shin.at) == pytest.approx(skeleton.THIGH, abs=1e-6)
            assert dist(leg.shin.at, leg.foot.at) == pytest.approx(skeleton.SHIN, abs=1e-6)
            assert dist(leg.thigh.at, body.trunk.at) == pytest.approx(skeleton.HIP_HALF_WIDTH, abs=1e-6)
        for arm in body.arms:
            assert dist(arm.upper.at, arm.fore.at) == pytest.approx(skeleton.UPPER_ARM, abs=1e-6)
            assert dist(arm.fore.at, arm.hand.at) == pytest.approx(skeleton.FOREARM, abs=PLANTED)


@pytest.mark.parametrize("name", NAMES)
def test_joints_keep_within_their_limits(name: str) -> None:
    moved = set()
    first = session(name)[0][0].angles
    for placed, _ in session(name):
        for joint, angle in placed.angles.items():
            least, most = (LEG_JOINTS if "." in joint else BODY_JOINTS)[joint.rpartition(".")[2]]
            assert least - 0.5 <= angle <= most + 0.5, (joint, angle)
            moved |= {joint} if angle != first.get(joint, 0.0) else set()
    assert moved


def contacts(placed: Stance, body: Body) -> Iterator[float]:
    """How far each thing that rests is from where it rests, in centimetres."""
    for index, name in enumerate((WORKED, OTHER)):
        contact, foot = placed.feet[name], body.legs[index].foot
        if contact.rest is not Rest.FREE:
            at = foot.at if contact.rest is Rest.FLAT else foot.point(*HEEL)
            yield dist(at[:2], (contact.x, contact.y))
    if placed.palms is not None:
        x, y, z = placed.palms
        yield from (dist(arm.hand.at, (x, y, arm.sign * z)) for arm in body.arms)


@pytest.mark.parametrize("name", NAMES)
def test_what_rests_is_where_it_rests(name: str) -> None:
    """Feet on the floor, hands on the wall, back on the mat, hips on the seat: to 2 mm."""
    posture, found = exercises()[name].posture, 0
    for placed, body in session(name):
        apart = list(contacts(placed, body))
        found += len(apart)
        assert max(apart, default=0.0) < PLANTED
        if posture is Posture.LYING:
            shirt = flesh.shirt(body.trunk, 0.0)
            lowest = min(b.y - b.r for group in (*flesh.hips(body.trunk), *shirt) for b in group)
            assert lowest == pytest.approx(stance.MAT, abs=PLANTED)
        elif posture is Posture.SITTING:
            assert body.trunk.at[1] == pytest.approx(stance.HIP_ON_SEAT, abs=PLANTED)
    assert found >= len(session(name)) * (3 if posture is Posture.WALL else 1)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_goes_through_floor_or_wall(name: str) -> None:
    floor = stance.ground(exercises()[name].posture)
    for placed, body in session(name):
        every = balls(body)
        assert min(b.y - b.r for b in every) > floor - THROUGH
        if placed.palms is not None:
            assert max(b.x + b.r for b in every) < placed.palms[0] + stance.PALM + THROUGH


@pytest.mark.parametrize("name", NAMES)
def test_nothing_jumps_from_beat_to_beat(name: str) -> None:
    every = [balls(body) for _, body in session(name)]
    farthest = max(dist(a[:3], b[:3]) for before, after in pairwise(every) for a, b in zip(before, after, strict=True))
    assert 0.0 < farthest * 10.0 / BEAT_MS < FASTEST
