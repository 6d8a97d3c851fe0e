"""The body is a body: bones keep their length, joints their limits, and what rests stays where it rests."""

from itertools import pairwise
from math import dist

import pytest
from figure_cases import at, exercises, movements, named, pose_at, sides
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.exercise import Moment, MovementKind, Posture, Side
from footroutine.domain.joints import BODY_JOINTS, LEG_JOINTS
from footroutine.figure import flesh, foot, motion, skeleton, stance
from footroutine.figure.skeleton import OTHER, WORKED
from footroutine.figure.stance import Rest, Stance
from footroutine.player.demo import RETURN_S, returning, waiting

TOUCH = 0.2  # centimetres: what rests may be so far off
THROUGH = 0.3  # centimetres: flesh may press so far into floor and wall
STEPS = 16
FASTEST = 0.9  # millimetres per millisecond: a leg that is lowered in 3 s
angle_maps = st.fixed_dictionaries({f"worked.{name}": st.floats(*limits) for name, limits in LEG_JOINTS.items()})
arm_maps = st.fixed_dictionaries({name: st.floats(*limits) for name, limits in BODY_JOINTS.items()})


def way(name: str, movement_id: str) -> list[Stance]:
    exercise = exercises()[name]
    movement = exercise.movement(movement_id)
    side = sides(exercise)[-1]
    return [pose_at(at(exercise, movement, side, i / STEPS)) for i in range(STEPS + 1)]


@given(angle_maps)
def test_a_leg_keeps_its_lengths(angles: dict[str, float]) -> None:
    leg = skeleton.leg(skeleton.trunk_frame((0.0, 90.0, 0.0), 0.0), WORKED, angles)
    assert dist(leg.thigh.at, leg.shin.at) == pytest.approx(skeleton.THIGH)
    assert dist(leg.shin.at, leg.foot.at) == pytest.approx(skeleton.SHIN)


@given(angle_maps)
def test_toes_keep_their_lengths(angles: dict[str, float]) -> None:
    trunk = skeleton.trunk_frame((0.0, 90.0, 0.0), 0.0)
    straight = foot.flesh(skeleton.leg(trunk, WORKED, {})).toes
    posed = foot.flesh(skeleton.leg(trunk, WORKED, angles, flat=True)).toes
    for before, after in zip(straight, posed, strict=True):
        assert dist(after.base[:3], after.knuckle[:3]) == pytest.approx(dist(before.base[:3], before.knuckle[:3]))
        assert dist(after.knuckle[:3], after.tip[:3]) == pytest.approx(dist(before.knuckle[:3], before.tip[:3]))


@given(angle_maps, st.booleans())
def test_toes_are_hardly_away_from_where_the_skin_below_them_takes_them_to_be(
    angles: dict[str, float], flat: bool
) -> None:
    trunk = skeleton.trunk_frame((0.0, 90.0, 0.0), 0.0)
    alike = {**angles, "other.toe_curl": angles["worked.toe_curl"]}
    for leg in (skeleton.leg(trunk, which, alike, flat=flat) for which in (WORKED, OTHER)):
        for real, taken in zip(foot.toes(leg), foot.toes(foot.resting(leg)), strict=True):
            assert all(dist(a[:3], b[:3]) < 0.2 for a, b in zip(real[:3], taken[:3], strict=True))


@given(st.floats(0.0, 60.0), st.floats(0.0, 2.0))
def test_feet_that_grip_together_take_turns_in_lifting_their_arches(curl: float, further: float) -> None:
    trunk = skeleton.trunk_frame((0.0, 90.0, 0.0), 0.0)
    before, after = ({"worked.toe_curl": at, "other.toe_curl": at} for at in (curl, curl + further))
    same = [
        foot.resting(skeleton.leg(trunk, which, before)) == foot.resting(skeleton.leg(trunk, which, after))
        for which in (WORKED, OTHER)
    ]
    assert any(same)


@given(arm_maps)
def test_an_arm_keeps_its_lengths(angles: dict[str, float]) -> None:
    arm = skeleton.arm(skeleton.trunk_frame((0.0, 90.0, 0.0), angles["lean"]), OTHER, angles)
    assert dist(arm.upper.at, arm.fore.at) == pytest.approx(skeleton.UPPER_ARM)
    assert dist(arm.fore.at, arm.hand.at) == pytest.approx(skeleton.FOREARM)


@given(st.floats(20.0, 78.0), st.floats(-40.0, 40.0))
def test_two_bones_reach_a_point_within_their_reach(along: float, across: float) -> None:
    if not 2.0 < (along**2 + across**2) ** 0.5 < 80.0:
        return
    forward, bend = skeleton.bend(41.0, 40.0, along, across)
    trunk = skeleton.trunk_frame((0.0, 0.0, 0.0), 0.0)
    leg = skeleton.leg(trunk, WORKED, {"worked.hip_flexion": forward, "worked.knee_flexion": bend})
    assert leg.foot.at[:2] == pytest.approx((across, -along), abs=1e-6)
    assert bend >= 0.0


@pytest.mark.parametrize(("name", "movement"), movements())
def test_joints_stay_within_their_limits(name: str, movement: str) -> None:
    for placed in way(name, movement):
        for joint, angle in placed.angles.items():
            least, most = (LEG_JOINTS if "." in joint else BODY_JOINTS)[joint.rpartition(".")[2]]
            assert least - 0.5 <= angle <= most + 0.5, (joint, angle)


@pytest.mark.parametrize(("name", "movement"), movements())
def test_nothing_goes_through_the_floor_or_the_wall(name: str, movement: str) -> None:
    floor = stance.ground(exercises()[name].posture)
    for placed in way(name, movement):
        balls = list(flesh.every_ball(stance.body(placed)))
        assert min(b.y - b.r for b in balls) > floor - THROUGH
        if placed.palms is not None:
            assert max(b.x + b.r for b in balls) < placed.palms[0] + stance.PALM + THROUGH


@pytest.mark.parametrize(("name", "movement"), movements())
def test_a_resting_foot_is_on_the_floor_and_stays(name: str, movement: str) -> None:
    stances = way(name, movement)
    floor = stance.ground(exercises()[name].posture)
    for index, leg in enumerate((WORKED, OTHER)):
        first, last = stances[0].feet[leg], stances[-1].feet[leg]
        if first.rest is Rest.FREE or first.rest is not last.rest or first.x != last.x:
            continue
        for placed in stances:
            part = flesh.leg(stance.body(placed).legs[index]).foot
            heel = part.balls["heel"]
            assert heel.y - heel.r == pytest.approx(floor, abs=TOUCH)
            start = flesh.leg(stance.body(stances[0]).legs[index]).foot.balls["heel"]
            assert dist(heel[:3], start[:3]) < TOUCH
            if first.rest is Rest.FLAT:
                assert all(part.balls[n].y - part.balls[n].r < floor + 0.3 for n in foot.SOLE)
                assert all(t.tip.y - t.tip.r == pytest.approx(floor, abs=TOUCH) for t in part.toes)


@pytest.mark.parametrize("movement", [m for n, m in movements() if n == "wall-stretch"])
def test_hands_stay_on_the_wall_at_the_ends_of_whole_arms(movement: str) -> None:
    places = set()
    for placed in way("wall-stretch", movement):
        body = stance.body(placed)
        for arm in body.arms:
            assert dist(arm.upper.at, arm.fore.at) == pytest.approx(skeleton.UPPER_ARM, abs=1e-6)
            assert dist(arm.fore.at, arm.hand.at) == pytest.approx(skeleton.FOREARM, abs=TOUCH)
        places.add(tuple(round(part, 6) for part in body.arms[0].hand.at))
    assert len(places) == 1


def test_the_worked_calf_of_the_wall_stretch_is_the_leg_behind() -> None:
    body = stance.body(pose_at(named("wall-stretch", "hold", Side.RIGHT)))
    worked, other = body.legs
    assert other.foot.at[0] - worked.foot.at[0] > 30.0
    assert worked.foot.at[1] == pytest.approx(other.foot.at[1])


def test_both_feet_stay_where_they_are_while_the_body_leans_in() -> None:
    stances = way("wall-stretch", "lean")
    for index in (0, 1):
        heels = [flesh.leg(stance.body(placed).legs[index]).foot.balls["heel"] for placed in stances]
        assert all(dist(heel[:3], heels[0][:3]) < TOUCH for heel in heels)


def test_only_the_other_foot_steps() -> None:
    stances = way("wall-stretch", "step")
    worked, other = ([stance.body(placed).legs[index].foot.at for placed in stances] for index in (0, 1))
    assert max(dist(place, worked[0]) for place in worked) < TOUCH
    assert other[-1][0] - other[0][0] > 30.0
    assert max(place[1] for place in other) > other[0][1] + 4.0


def test_the_back_lies_on_the_mat() -> None:
    for name, movement in movements():
        if exercises()[name].posture is not Posture.LYING:
            continue
        for placed in way(name, movement):
            body = stance.body(placed)
            shirt = flesh.shirt(body.trunk, body.breath)
            lowest = min(b.y - b.r for group in (*flesh.hips(body.trunk), *shirt) for b in group)
            assert lowest == pytest.approx(stance.MAT, abs=TOUCH)


def test_the_seat_carries_the_sitting() -> None:
    for name, movement in movements():
        if exercises()[name].posture is Posture.SITTING:
            for placed in way(name, movement):
                assert stance.body(placed).trunk.at[1] == pytest.approx(stance.HIP_ON_SEAT)


def test_a_heel_that_is_out_of_reach_is_reached_for() -> None:
    start = pose_at(named("active-flexion", "up", Side.RIGHT, 0.0))
    away = start.feet[WORKED]._replace(x=500.0)
    reached = stance.grounded(start._replace(feet={**start.feet, WORKED: away}))
    assert away.rest is Rest.HEEL
    assert reached.angles[f"{WORKED}.knee_flexion"] == pytest.approx(0.0, abs=1e-3)
    assert stance.body(reached).legs[0].foot.at[0] > stance.body(start).legs[0].foot.at[0]


def fastest(moments: list[Moment], *, every_ms: float) -> float:
    """The most that any of the flesh moves from one moment to the next, in millimetres per millisecond."""
    bodies = [stance.body(pose_at(moment)) for moment in moments]
    balls = [list(flesh.every_ball(body)) for body in bodies]
    return (
        max(10.0 * dist(a[:3], b[:3]) for before, after in pairwise(balls) for a, b in zip(before, after, strict=True))
        / every_ms
    )


@pytest.mark.parametrize(("name", "movement"), movements())
def test_the_body_moves_without_jumps(name: str, movement: str) -> None:
    """From picture to picture no faster than `FASTEST`."""
    exercise = exercises()[name]
    part, side = exercise.movement(movement), sides(exercise)[-1]
    lasts = part.seconds or 6.0
    step = 1000.0 / motion.PER_SECOND
    times = [i / motion.PER_SECOND for i in range(int(lasts * motion.PER_SECOND) + 1)]
    moments = [at(exercise, part, side, seconds / lasts, seconds) for seconds in times]
    assert fastest(moments, every_ms=step) < FASTEST


@pytest.mark.parametrize("name", [n for n, e in exercises().items() if e.all_movements()[-1].pose != e.start_pose])
def test_the_way_back_to_the_start_pose_has_no_jumps_either(name: str) -> None:
    exercise = exercises()[name]
    side, last_one = sides(exercise)[-1], exercise.all_movements()[-1]
    times = [i / motion.PER_SECOND for i in range(int(RETURN_S * motion.PER_SECOND) + 1)]
    moments = [returning(exercise, side, last_one.pose, seconds) for seconds in times]
    assert fastest(moments, every_ms=1000.0 / motion.PER_SECOND) < FASTEST
    first, last = pose_at(moments[0]), pose_at(moments[-1])
    assert first.angles == pytest.approx(pose_at(at(exercise, last_one, side, 1.0)).angles, abs=1e-6)
    assert last.angles == pytest.approx(pose_at(waiting(exercise, side, 0.0)).angles, abs=1e-6)


@pytest.mark.parametrize(("name", "movement"), movements())
def test_between_two_pictures_nothing_is_drawn_anew(name: str, movement: str) -> None:
    """A rep that is done again gives the same pictures, though the beats fall elsewhere."""
    exercise = exercises()[name]
    part, side = exercise.movement(movement), sides(exercise)[-1]
    lasts = part.seconds or 10.0
    shots = {motion.shot_of(at(exercise, part, side, ms / 1000 / lasts, ms / 1000)) for ms in range(int(lasts * 1000))}
    rounds = part.cycle.round_s * 2 + 2 * motion.SWELL if part.cycle else 0.0
    most = {MovementKind.TRAVEL: lasts, MovementKind.CYCLE: rounds, MovementKind.HOLD: 1.0}[part.kind]
    assert len(shots) <= most * motion.PER_SECOND + 2


@pytest.mark.parametrize("name", sorted(exercises()))
def test_a_movement_begins_where_the_one_before_ended(name: str) -> None:
    exercise = exercises()[name]
    side = sides(exercise)[-1]
    parts = exercise.all_movements()
    for first, second in pairwise(parts):
        end = stance.body(pose_at(at(exercise, first, side, 1.0)))
        begin = stance.body(pose_at(at(exercise, second, side, 0.0)))
        for a, b in zip(flesh.every_ball(end), flesh.every_ball(begin), strict=True):
            assert dist(a[:3], b[:3]) < 0.5


def toe_tip_as_seen_by_the_person(name: str, movement_id: str, side: Side) -> list[tuple[float, float]]:
    exercise = exercises()[name]
    movement = exercise.movement(movement_id)
    assert movement.cycle is not None
    mirror = -1.0 if side is Side.LEFT else 1.0
    points = []
    for i in range(24):
        moment = at(exercise, movement, side, 0.5, 4.0 + i / 24 * movement.cycle.round_s)
        body = stance.body(pose_at(moment))
        eye, tip = body.head.at, body.legs[0].foot.point(*motion.TOE_TIP)
        ankle = body.legs[0].foot.at
        forward = (ankle[0] - eye[0], ankle[1] - eye[1])
        away = (-forward[1], forward[0])  # up in the picture that the eye has, when the body looks along +x or up
        if exercise.posture is Posture.SITTING:
            assert away[0] > 0.0
        points.append((mirror * tip[2], tip[0] * away[0] + tip[1] * away[1]))
    return points


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize(("name", "movement"), [(n, m) for n, m in movements() if "clockwise" in m])
def test_clockwise_is_clockwise_to_the_person(name: str, movement: str, side: Side) -> None:
    points = toe_tip_as_seen_by_the_person(name, movement, side)
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))
    cycle = exercises()[name].movement(movement).cycle
    assert cycle is not None
    assert (area < 0.0) == cycle.clockwise


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize(("name", "movement"), [(n, m) for n, m in movements() if "clockwise" in m])
def test_clockwise_goes_on_as_it_is_told_from_the_toes_drawn_up_to_the_left(
    name: str, movement: str, side: Side
) -> None:
    """As the exercises say: toes towards you, to your left, away, to your right."""
    exercise = exercises()[name]
    cycle = exercise.movement(movement).cycle
    assert cycle is not None
    seen = toe_tip_as_seen_by_the_person(name, movement, side)
    moments = [at(exercise, exercise.movement(movement), side, 0.5, 4.0 + i / 24 * cycle.round_s) for i in range(24)]
    flexed = [pose_at(moment).angles["worked.dorsiflexion"] for moment in moments]
    drawn_up = flexed.index(max(flexed))
    next_, before = seen[(drawn_up + 6) % 24], seen[(drawn_up - 6) % 24]
    assert (next_[0] < before[0]) == cycle.clockwise
    assert exercise.movement(movement).say.long.endswith(f"then to your {'left' if cycle.clockwise else 'right'}.")


def test_reduced_motion_shows_key_poses_alone() -> None:
    for name, movement_id in movements():
        exercise = exercises()[name]
        movement = exercise.movement(movement_id)
        side = sides(exercise)[-1]
        shown = {str(pose_at(at(exercise, movement, side, i / 50), reduce_motion=True).angles) for i in range(51)}
        assert len(shown) <= (4 if movement.kind is MovementKind.CYCLE else 1)


def test_a_person_breathes_while_they_hold() -> None:
    exercise = exercises()["wall-stretch"]
    hold = exercise.movement("hold")
    breaths = [pose_at(at(exercise, hold, Side.LEFT, 0.5, second)).breath for second in (0.0, 1.0, 2.0, 3.0)]
    assert breaths == pytest.approx([0.0, 1.0, 0.0, -1.0])


def test_both_feet_grip_in_a_toe_press() -> None:
    body = stance.body(pose_at(named("toe-press", "hold", Side.BOTH)))
    assert body.legs[0].curl == body.legs[1].curl > 30.0


@pytest.mark.parametrize("flat", [True, False])
def test_a_grip_raises_the_knuckles_and_draws_the_tips_in(flat: bool) -> None:
    trunk = skeleton.trunk_frame((0.0, 89.0, 0.0), 0.0)
    loose = foot.flesh(skeleton.leg(trunk, WORKED, {}, flat=flat))
    grip = foot.flesh(skeleton.leg(trunk, WORKED, {"worked.toe_curl": 50.0}, flat=flat))
    spread = foot.flesh(skeleton.leg(trunk, WORKED, {"worked.toe_curl": -30.0}, flat=flat))
    for before, after, lifted in zip(loose.toes, grip.toes, spread.toes, strict=True):
        assert after.tip.x < before.tip.x - 0.3
        assert lifted.tip.y > before.tip.y + 0.5
        if flat:
            assert after.knuckle.y > before.knuckle.y + 0.3
            assert after.tip.y == pytest.approx(before.tip.y)
