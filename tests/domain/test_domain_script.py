"""Which segments a session has, and in which order."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from builders import (
    LAW,
    LIBRARY,
    SESSIONS,
    WORK_KINDS,
    Session,
    cycle,
    exercise,
    of_exercise,
    routine,
    shipped,
    travel,
)
from hypothesis import given

from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Movement, Posture, Side, Sides
from footroutine.domain.language import Language
from footroutine.domain.planner import PAUSE_MS
from footroutine.domain.routine import Step
from footroutine.domain.script import FETCH_MS
from footroutine.domain.settings import ExerciseChoice, Settings
from footroutine.domain.timeline import CueKind, PlannedStep, SegmentKind

STEADY = "beside something steady, such as a wall. If you are unsure of your balance, sit on a chair for this one."
Done = tuple[str, int | None, int | None, Side | None]  # movement, set, rep, side


def worked(session: Session, step: int = 0) -> list[Done]:
    return [
        (s.movement or "", s.set, s.rep, s.side)
        for s in session.timeline.segments
        if s.step == step and s.kind in WORK_KINDS
    ]


def kinds(session: Session) -> str:
    """The segments in order, by their first letters; a capital H and C for hold and cycle."""
    letters = {SegmentKind.HOLD: "H", SegmentKind.CYCLE: "C", SegmentKind.READY: "3", SegmentKind.REST: "_"}
    return "".join(letters.get(s.kind, s.kind.value[0]) for s in session.timeline.segments)


def expected_work(step: PlannedStep) -> Iterator[Done]:
    """Every set of every side with its reps; the foot changes after every rep, or after the set."""
    exercise_, dose = step.exercise, step.dose
    first = dose.first_side
    order = [first] if exercise_.sides is Sides.BOTH else [first, first.other]

    def around(set_: int, side: Side, reps: range) -> Iterator[Done]:
        def moves(movements: tuple[Movement, ...], rep: int | None) -> Iterator[Done]:
            return ((m.id, set_, rep, side) for m in movements)

        yield from moves(exercise_.enter, None)
        for rep in reps:
            yield from moves(exercise_.movements, rep)
        yield from moves(exercise_.leave, None)

    for set_ in range(1, dose.sets + 1):
        if exercise_.sides is Sides.ALTERNATING:
            for rep in range(1, dose.reps + 1):
                for side in order:
                    yield from around(set_, side, range(rep, rep + 1))
        else:
            for side in order:
                yield from around(set_, side, range(1, dose.reps + 1))


@LAW
@given(SESSIONS)
def test_each_set_of_each_side_has_every_rep_with_every_movement(session: Session) -> None:
    for n, step in enumerate(session.timeline.steps):
        done = worked(session, n)
        assert done == list(expected_work(step))
        sides = 1 if step.exercise.sides is Sides.BOTH else 2
        reps = step.dose.sets * step.dose.reps * sides
        assert len([d for d in done if d[2] is not None]) == reps * len(step.exercise.movements)


@LAW
@given(SESSIONS)
def test_every_exercise_is_told_moved_to_and_got_ready_for_before_it_is_worked(session: Session) -> None:
    steps = session.timeline.steps
    for n, step in enumerate(steps):
        moves = n == 0 or steps[n - 1].exercise.posture is not step.exercise.posture
        start = [SegmentKind.INTRO, *([SegmentKind.POSTURE] if moves else []), SegmentKind.READY]
        own = [s for s in session.timeline.segments if s.step == n]
        assert [s.kind for s in own[: len(start)]] == start
        assert all(s.exercise == step.exercise.id and s.posture is step.exercise.posture for s in own)
    assert [s.kind for s in session.timeline.segments if s.step is None] == [SegmentKind.DONE]
    closing = session.timeline.segments[-1]
    assert (closing.kind, closing.posture) == (SegmentKind.DONE, steps[-1].exercise.posture)


def test_a_rest_comes_between_sets_and_a_switch_between_sides() -> None:
    assert kinds(of_exercise(exercise(sides=Sides.BOTH, sets=2))) == "ip3" + "tHtH" + "_" + "tHtH" + "d"
    assert kinds(of_exercise(exercise(sides=Sides.EACH, sets=2, reps=1))) == "ip3" + "tHstH" + "_" + "tHstH" + "d"
    assert kinds(of_exercise(exercise(sides=Sides.ALTERNATING, sets=1))) == "ip3" + "tHstHstHstH" + "d"
    around = exercise(cycle(), enter=(travel("lift"),), leave=(travel("lower"),))
    assert kinds(of_exercise(around)) == "ip3" + "tCCtstCCt" + "d"


def test_no_time_is_given_to_a_posture_that_is_kept() -> None:
    known = {name: exercise(name=name, posture=Posture.SITTING, reps=1) for name in ("one", "two")}
    session = Session(routine("one", "two"), known)
    assert kinds(session) == "ip3tHstH" + "i3tHstH" + "d"
    assert session.texts(CueKind.SETUP).count("Be ready now.") == 2, "its set-up is told all the same"


@pytest.mark.parametrize(
    ("before", "after", "seconds", "said"),
    [
        (None, Posture.STANDING, 8, f"Stand {STEADY}"),
        (None, Posture.LYING, 18, "Go down to your mat, and lie on your back."),
        (Posture.STANDING, Posture.SITTING, 8, "Come to sit on your chair."),
        (Posture.SITTING, Posture.LYING, 18, "Go down to your mat, and lie on your back."),
        (Posture.SITTING, Posture.WALL, 14, "Stand up, and go to the wall."),
        (Posture.STANDING, Posture.WALL, 14, "Go to the wall."),
        (Posture.LYING, Posture.WALL, 18, "Roll to one side, and come up slowly. Then go to the wall."),
        (Posture.WALL, Posture.STANDING, 8, "Step away from the wall."),
    ],
)
def test_getting_down_and_up_takes_longest(before: Posture | None, after: Posture, seconds: int, said: str) -> None:
    known = {"one": exercise(name="one", posture=before or after), "two": exercise(name="two", posture=after)}
    session = Session(routine(*(["one", "two"] if before else ["two"])), known, length_of=lambda _: 100)
    index, _ = session.segments(SegmentKind.POSTURE)[-1]
    first, second, *_ = session.cues_in(index)
    assert first.text == said
    assert second.at_ms - first.end_ms - PAUSE_MS == seconds * 1000


@pytest.mark.parametrize("routine_id", ["full", "toe-press"])
@pytest.mark.parametrize("kind", [CueKind.KEYS, CueKind.SAFETY])
def test_how_to_pause_and_when_to_stop_is_said_once_and_before_any_exercise_is_named(
    routine_id: str, kind: CueKind
) -> None:
    cues = shipped(routine_id).timeline.cues
    assert [n for n, c in enumerate(cues) if c.kind is kind][1:] == []
    assert [c.kind for c in cues].index(kind) < [c.kind for c in cues].index(CueKind.NAME)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("routine_id", "is_fetched"), [("full", True), ("toe-press", False)])
def test_what_to_have_ready_is_fetched_when_it_is_known_how_to_pause(
    routine_id: str, is_fetched: bool, language: Language
) -> None:
    cues = shipped(routine_id, language=language).cues_in(0)
    keys = [c.kind for c in cues].index(CueKind.KEYS)
    assert (cues[keys + 1].at_ms - cues[keys].end_ms >= FETCH_MS) == is_fetched


def test_exercises_are_numbered_by_first_next_and_last() -> None:
    assert [text.split(":")[0] for text in shipped().texts(CueKind.NAME)] == ["First", "Next", "Next", "Next", "Last"]
    assert shipped("toe-press").texts(CueKind.NAME) == ["Toe Press."]


def test_an_exercise_that_is_turned_off_is_left_out() -> None:
    session = shipped(exercises={"toe-press": ExerciseChoice(included=False)})
    assert session.timeline.steps[0].exercise.id == "ankle-circles"
    assert len(session.timeline.steps) == 4


def test_a_routine_with_nothing_turned_on_says_so() -> None:
    with pytest.raises(UserError, match=r"'Toe presses' is turned off. Turn one on in Settings, under Exercises\."):
        _ = shipped("toe-press", exercises={"toe-press": ExerciseChoice(included=False)}).script


def test_a_variant_is_a_persons_choice_unless_the_routine_says_which() -> None:
    chosen = {"toe-press": ExerciseChoice(variant="seated")}
    assert shipped("toe-press", exercises=chosen).timeline.segments[0].posture is Posture.SITTING
    prescribed = replace(routine("toe-press"), steps=(Step("toe-press", variant=""),))
    session = Session(prescribed, LIBRARY.exercises, Settings(exercises=chosen))
    assert session.timeline.segments[0].posture is Posture.STANDING


def test_a_session_without_end_is_refused() -> None:
    endless = exercise(*(travel(f"m{n}") for n in range(12)), sets=10, reps=100)
    with pytest.raises(UserError, match="too long"):
        _ = of_exercise(endless).script
