"""What the shipped full routine comes to, as a table: the doses that its sources prescribe."""

from collections import Counter
from dataclasses import dataclass

import pytest
from builders import WORK_KINDS, Session, Voice, shipped

from footroutine.domain.exercise import Posture, Side
from footroutine.domain.timeline import CueKind, SegmentKind

FULL = shipped()


@dataclass(frozen=True)
class Row:
    """One exercise: `stays` are the seconds of a rep's holds or circles, in order."""

    posture: Posture
    sets: int
    reps: int
    sides: tuple[Side, ...]
    stays: tuple[int, ...]


FEET = (Side.LEFT, Side.RIGHT)
TABLE = {
    "toe-press": Row(Posture.STANDING, 3, 10, (Side.BOTH,), (3,)),
    "ankle-circles": Row(Posture.LYING, 2, 1, FEET, (10, 10)),
    "active-flexion": Row(Posture.SITTING, 2, 20, FEET, (3, 3)),
    "side-to-side": Row(Posture.SITTING, 2, 10, FEET, (2, 2)),
    "wall-stretch": Row(Posture.WALL, 1, 3, FEET, (30,)),
}


def test_the_five_exercises_come_in_their_order() -> None:
    assert [step.exercise.id for step in FULL.timeline.steps] == list(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_each_exercise_is_done_in_its_dose(name: str) -> None:
    row = TABLE[name]
    own = [s for s in FULL.timeline.segments if s.exercise == name]
    assert {s.posture for s in own} == {row.posture}
    stays = [s for s in own if s.kind in (SegmentKind.HOLD, SegmentKind.CYCLE)]
    assert Counter((s.set, s.rep, s.side) for s in stays) == {
        (set_, rep, side): len(row.stays)
        for set_ in range(1, row.sets + 1)
        for rep in range(1, row.reps + 1)
        for side in row.sides
    }
    assert [s.end_ms - s.start_ms for s in stays] == [1000 * s for s in row.stays] * (len(stays) // len(row.stays))


def sides(name: str) -> list[Side | None]:
    """The side of each round of work, in order."""
    found: list[Side | None] = []
    for segment in (s for s in FULL.timeline.segments if s.exercise == name):
        if segment.kind in WORK_KINDS and (not found or segment.side is not found[-1]):
            found.append(segment.side)
    return found


def test_feet_take_turns_by_the_set_and_in_the_stretch_by_the_rep() -> None:
    assert sides("toe-press") == [Side.BOTH]
    assert sides("ankle-circles") == sides("active-flexion") == sides("side-to-side") == [*FEET, *FEET]
    assert sides("wall-stretch") == [*FEET, *FEET, *FEET]


def test_the_stretch_begins_with_the_left_calf_and_the_right_foot_forward() -> None:
    first = next(
        n for n, s in enumerate(FULL.timeline.segments) if s.exercise == "wall-stretch" and s.kind is SegmentKind.READY
    )
    said = [c.text for c in FULL.cues_in(first) if c.kind is CueKind.SIDE]
    assert said == ["Right foot forward first, to stretch the left calf. Number one of three."]
    step = FULL.timeline.segments[first + 1]
    assert (step.movement, step.side) == ("step", Side.LEFT)
    assert FULL.cues_in(first + 1)[-1].text == "Right foot forward, close to the wall. Left heel down."


def test_the_circles_go_clockwise_first_with_each_leg() -> None:
    turns = [s.movement for s in FULL.timeline.segments if s.kind is SegmentKind.CYCLE]
    assert turns == ["clockwise", "counter-clockwise"] * 4


def test_the_dose_is_told_before_each_exercise() -> None:
    said = [c.text for c in FULL.timeline.cues if c.kind is CueKind.SETUP]
    assert [text for text in said if text.startswith(("Two sets", "Three sets", "Three holds"))] == [
        "Three sets of ten reps. Hold each for three seconds.",
        "Two sets, each of ten seconds each way, about four circles with one leg and then the other.",
        "Two sets, each of twenty reps with one foot and then the other. Hold each way for three seconds.",
        "Two sets, each of ten reps with one foot and then the other. Hold each way for two seconds.",
        "Three holds of thirty seconds for each calf, in turn.",
    ]


@pytest.mark.parametrize(
    ("session", "most"), [(FULL, 35), (shipped(length_of=Voice(0.5)), 34), (shipped(length_of=Voice(2.0)), 38.5)]
)
def test_it_takes_half_an_hour_and_with_a_voice_half_as_fast_four_minutes_more(session: Session, most: float) -> None:
    assert 26 <= session.timeline.total_ms / 60_000 <= most
