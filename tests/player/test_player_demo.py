"""The exercise shown while it is told."""

from math import nextafter

import pytest
from builders import EXERCISES, LAW, LIBRARY, cycle, exercise, hold, travel
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.exercise import Exercise, MovementKind, Side
from footroutine.player.demo import demo, telling, waiting

ANY = st.sampled_from(list(LIBRARY.exercises.values())) | EXERCISES


@LAW
@given(ANY, st.sampled_from((Side.LEFT, Side.RIGHT)), st.lists(st.floats(0, 1000), min_size=1))
def test_it_shows_a_moment_of_the_exercise_at_any_time(one: Exercise, side: Side, times: list[float]) -> None:
    for seconds in times:
        moment = demo(one, side, seconds)
        assert (moment.exercise, moment.side) == (one, side)
        assert 0 <= moment.progress <= 1
        assert moment.seconds >= 0
        assert {moment.pose_from, moment.pose_to} <= set(one.poses)
        if moment.movement:
            assert moment.movement in one.all_movements()
            assert moment.pose_to == moment.movement.pose
            assert moment.pose_from == one.pose_before(moment.movement.id, first=True)


# waits 1 s, lifts 1.5 s, turns 3 s, holds 1.2 s, lowers 2.5 s (slower in the session)
AROUND = exercise(
    cycle(pose="end"),
    hold(pose="end"),
    enter=(travel("lift", seconds=1.5),),
    leave=(travel("lower", seconds=6, pose="start"),),
)


@pytest.mark.parametrize(
    ("seconds", "movement", "progress"),
    [
        (0, None, 1),
        (0.9, None, 1),
        (1, "lift", 0),
        (2.2, "lift", 0.8),
        (2.5, "round", 0),
        (5.5, "hold", 0),
        (6.7, "lower", 0),
        (7.95, "lower", 0.5),
        (9.2, None, 1),
        (10.2, "lift", 0),
    ],
)
def test_it_shows_one_short_rep_over_and_over(seconds: float, movement: str | None, progress: float) -> None:
    moment = demo(AROUND, Side.LEFT, seconds + 1e-9)
    assert (moment.movement.id if moment.movement else None) == movement
    assert moment.progress == pytest.approx(progress, abs=1e-6)


def test_the_last_instant_of_a_turn_is_the_end_of_the_last_movement() -> None:
    """However the lengths add up: some sums of tenths come out a hair short."""
    for tenths in range(2, 25):
        one = exercise(travel(seconds=0.4), hold(), travel("back", seconds=tenths / 10))
        moment = demo(one, Side.LEFT, nextafter(1.0 + 0.4 + 1.2 + tenths / 10, 0))
        assert moment.movement is one.movements[-1]
        assert moment.progress == pytest.approx(1)
        assert moment.progress <= 1


def test_one_picture_tells_the_exercise_by_its_circling_or_the_way_into_its_hold() -> None:
    for one in LIBRARY.exercises.values():
        moment = telling(one, Side.LEFT)
        assert moment.movement is not None
        work = next(m for m in one.movements if m.kind is not MovementKind.TRAVEL)
        is_circling = work.kind is MovementKind.CYCLE
        assert (moment.pose_to, moment.progress) == (work.pose, 1)
        assert (moment.movement is work) is is_circling
        assert (moment.pose_from == work.pose) is is_circling


def test_a_hold_that_no_way_leads_to_tells_itself() -> None:
    still = hold()
    assert telling(exercise(still), Side.LEFT).movement is still


def test_where_nothing_is_held_the_first_movement_tells_it() -> None:
    up, down = travel("up"), travel("down", pose="start")
    assert telling(exercise(up, down), Side.RIGHT).movement is up


def test_waiting_is_the_start_pose() -> None:
    moment = waiting(AROUND, Side.RIGHT, 3.5)
    assert (moment.pose_from, moment.pose_to, moment.movement, moment.seconds) == ("start", "start", None, 3.5)
