"""Which segments a session has, in which order, for which side, and what is said in them at each talk level."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from builders import (
    LAW,
    LIBRARY,
    SESSIONS,
    WORK_KINDS,
    Session,
    Voice,
    cycle,
    exercise,
    hold,
    is_spoken,
    of_exercise,
    routine,
    shipped,
    travel,
)
from hypothesis import given

from footroutine.domain import phrases
from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Exercise, Movement, Posture, Side, Sides, Sourced, Words
from footroutine.domain.routine import Step
from footroutine.domain.settings import ExerciseChoice, Settings
from footroutine.domain.timeline import Cue, CueKind, PlannedStep, SegmentKind, Tone

FIRST_SIDES = ("left", "right")
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


def texts(session: Session, kind: CueKind) -> list[str]:
    return [cue.text for cue in session.timeline.cues if cue.kind is kind]


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
    assert session.timeline.segments[-1].kind is SegmentKind.DONE


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
    assert texts(session, CueKind.SETUP).count("Be ready now.") == 2, "its set-up is told all the same"


@pytest.mark.parametrize(
    ("before", "after", "seconds", "said"),
    [
        (None, Posture.STANDING, 6, "Come up to standing."),
        (None, Posture.LYING, 15, "Lie down on your back."),
        (Posture.STANDING, Posture.SITTING, 10, "Come to sit on a chair."),
        (Posture.SITTING, Posture.LYING, 15, "Lie down on your back."),
        (Posture.LYING, Posture.WALL, 15, "Come up, and go to a wall."),
        (Posture.WALL, Posture.STANDING, 10, "Step away from the wall."),
    ],
)
def test_getting_down_and_up_takes_longest(before: Posture | None, after: Posture, seconds: int, said: str) -> None:
    known = {"one": exercise(name="one", posture=before or after), "two": exercise(name="two", posture=after)}
    session = Session(routine(*(["one", "two"] if before else ["two"])), known, length_of=lambda _: 100)
    index, segment = session.segments(SegmentKind.POSTURE)[-1]
    assert segment.end_ms - segment.start_ms == seconds * 1000
    assert session.cues_in(index)[0].text == f"{said} Take your time."


def test_the_safety_line_is_said_once_and_first() -> None:
    session = shipped()
    assert [c.segment for c in session.timeline.cues if c.kind is CueKind.SAFETY] == [0]


def test_exercises_are_numbered_by_first_next_and_last() -> None:
    assert [text.split(":")[0] for text in texts(shipped(), CueKind.NAME)] == ["First", "Next", "Next", "Next", "Last"]
    assert texts(shipped("toe-press"), CueKind.NAME) == ["Toe Press."]


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


# Which side


@pytest.mark.parametrize("first", FIRST_SIDES)
@pytest.mark.parametrize("exercise_id", [e.id for e in LIBRARY.exercises.values() if e.sides is not Sides.BOTH])
@pytest.mark.parametrize("talk", ["full", "counts", "tones"])
def test_words_and_badge_name_the_side_that_is_worked(exercise_id: str, first: str, talk: str) -> None:
    """In the wall stretch the foot that goes forward is the other one; every other word is of the worked side."""
    one = LIBRARY.exercises[exercise_id]
    tips = {tip.text for tip in one.tips}  # "left and right" of one of them means no foot
    for variant in (None, *one.variants):
        choice = ExerciseChoice(first_side=first, variant=variant, reps=2)
        session = of_exercise(one, talk=talk, exercises={exercise_id: choice})
        named = set()
        for cue in session.timeline.cues:
            side = session.timeline.segments[cue.segment].side
            if side is None or cue.text in tips:
                continue
            assert phrases.badge(one, side).lower().startswith(side.value)
            forward = re.findall(r"(left|right) foot forward", cue.text.lower())
            assert all(word == side.other.value for word in forward)
            assert not forward or one.sides is Sides.ALTERNATING
            rest = re.findall(r"\b(left|right)\b(?! foot forward)", cue.text.lower())
            assert all(word == side.value for word in rest)
            named |= {*forward, *rest}
        assert named == {"left", "right"}


@pytest.mark.parametrize("first", FIRST_SIDES)
def test_the_wall_stretch_steps_forward_with_the_foot_that_does_not_stretch(first: str) -> None:
    choice = ExerciseChoice(first_side=first)
    session = of_exercise(LIBRARY.exercises["wall-stretch"], exercises={"wall-stretch": choice})
    side = Side(first)
    steps = [n for n, s in session.segments(SegmentKind.TRAVEL) if s.movement == "step"]
    sides = [session.timeline.segments[n].side for n in steps]
    assert sides == [side, side.other] * 3
    for index in steps:
        worked_side = session.timeline.segments[index].side
        assert worked_side is not None
        assert session.cues_in(index)[-1].text.startswith(f"{worked_side.other.value.capitalize()} foot forward.")


@LAW
@given(SESSIONS)
def test_the_side_is_both_exactly_where_both_feet_work(session: Session) -> None:
    for segment in session.timeline.segments:
        if segment.step is None:
            assert segment.side is None
        else:
            both = session.timeline.steps[segment.step].exercise.sides is Sides.BOTH
            assert (segment.side is Side.BOTH) == both


def test_the_setup_of_a_persons_own_exercise_may_name_the_side() -> None:
    own = replace(exercise(), setup=(Words(("{Side} heel on the floor, {other} foot flat.",)),))
    said = texts(of_exercise(own, exercises={"mine": ExerciseChoice(first_side="right")}), CueKind.SETUP)
    assert "Right heel on the floor, left foot flat." in said


# What is said


def rep_words(session: Session) -> list[str]:
    return [c.text for c in session.timeline.cues if c.kind is CueKind.REP]


def test_reps_are_numbered_after_the_first_and_the_last_is_said_to_be_last() -> None:
    session = of_exercise(exercise(travel(seconds=4), hold(), sides=Sides.BOTH, reps=4))
    assert rep_words(session) == ["Two, go.", "Three, go.", "Last one, go."]


def test_half_of_many_reps_is_told() -> None:
    session = of_exercise(exercise(travel(seconds=4), sides=Sides.BOTH, reps=8))
    assert rep_words(session) == [
        "Two, go.", "Three, go.", "Four, go.", "Halfway. Five, go.", "Six, go.", "Seven, go.", "Last one, go.",
    ]  # fmt: skip


def test_the_full_word_is_said_at_the_first_rep_of_a_set_and_a_shorter_one_later() -> None:
    up = travel(say=("Move it slowly up.", "Move up.", "Up."), seconds=5)
    down = travel("down", say=("Now slowly down.", "Down."), seconds=5)
    session = of_exercise(exercise(up, down, sides=Sides.BOTH, sets=2, reps=2))
    assert texts(session, CueKind.MOVE) == ["Move it slowly up.", "Now slowly down.", "Down."] * 2
    assert rep_words(session) == ["Last one, up."] * 2


def test_a_long_hold_has_one_tip_a_rep_and_one_kind_word() -> None:
    one = replace(
        exercise(hold_s=30, reps=4, sides=Sides.BOTH), tips=(Sourced("A tip.", "x"), Sourced("Another.", "x"))
    )
    session = of_exercise(one)
    said = [
        [c.text for c in session.cues_in(n) if c.kind in (CueKind.TIP, CueKind.CHEER)]
        for n, _ in session.segments(SegmentKind.HOLD)
    ]
    assert [tip for tip, _ in said] == ["Feel it.", "A tip.", "Another.", "Feel it."]
    assert [cheer for _, cheer in said] == [
        "Keep breathing.",
        "You are doing well.",
        "Nice and steady.",
        "Keep breathing.",
    ]


@pytest.mark.parametrize("one", [exercise(hold_s=19), exercise(cycle(seconds=30)), exercise(enter=(hold("in", 30),))])
def test_a_short_hold_a_circling_and_a_way_in_are_left_in_peace(one: Exercise) -> None:
    assert not [c for c in of_exercise(one).timeline.cues if c.kind in (CueKind.TIP, CueKind.CHEER)]


def test_each_rest_has_the_next_tip() -> None:
    one = replace(
        exercise(sets=4, rest_s=30, sides=Sides.BOTH), tips=(Sourced("A tip.", "x"), Sourced("Another.", "x"))
    )
    assert texts(of_exercise(one), CueKind.TIP) == ["A tip.", "Another.", "A tip."]


def test_a_rest_says_what_is_done_and_what_comes() -> None:
    session = of_exercise(exercise(sets=3, rest_s=30))
    said = [
        [c.text for c in session.cues_in(n) if c.kind is not CueKind.COUNT]
        for n, _ in session.segments(SegmentKind.REST)
    ]
    assert [texts_[1:] for texts_ in said] == [
        ["Rest. Set one of three is done.", "Next: set two, left foot."],
        ["Rest. Set two of three is done.", "Next: the last set, left foot."],
    ]
    assert [texts_[0] for texts_ in said] == ["", ""], "the tone opens it"


# The talk levels


@LAW
@given(SESSIONS)
def test_tones_only_says_no_word(session: Session) -> None:
    quiet = Session(session.routine, session.exercises, replace(session.settings, talk="tones"), session.length_of)
    assert not any(is_spoken(cue) for cue in quiet.timeline.cues)
    assert quiet.script.texts() == frozenset()
    assert all(bool(cue.tone) == (cue.kind is CueKind.TONE) for cue in quiet.timeline.cues)


@LAW
@given(SESSIONS)
def test_counts_only_has_no_coaching(session: Session) -> None:
    brief = Session(session.routine, session.exercises, replace(session.settings, talk="counts"), session.length_of)
    coaching = (CueKind.SETUP, CueKind.TIP, CueKind.CHEER, CueKind.MOVE)
    assert not any(cue.kind in coaching for cue in brief.timeline.cues)
    for cue in brief.timeline.cues:
        segment = brief.timeline.segments[cue.segment]
        if cue.kind is CueKind.REP:
            assert segment.rep is not None
            assert cue.text == phrases.count(segment.rep)[0]


@pytest.mark.parametrize("talk", ["full", "counts", "tones"])
def test_every_level_counts_each_hold_and_each_start(talk: str) -> None:
    session = shipped(talk=talk)
    for n, segment in session.segments(SegmentKind.HOLD, SegmentKind.CYCLE, SegmentKind.READY, SegmentKind.REST):
        counted = [c for c in session.cues_in(n) if is_count(c)]
        length = segment.end_ms - segment.start_ms
        last = 5 if segment.kind is SegmentKind.HOLD and length >= 20_000 else min(3, length // 1000)
        assert [segment.end_ms - c.at_ms for c in counted] == [1000 * left for left in range(last, 0, -1)]


def is_count(cue: Cue) -> bool:
    return cue.tone in (Tone.LAST, Tone.LEAD_IN) or (cue.kind is CueKind.COUNT and cue.text != phrases.TEN_LEFT[0])


@pytest.mark.parametrize("talk", ["counts", "tones"])
def test_a_tone_stands_for_go_where_no_word_does_and_sounds_once(talk: str) -> None:
    session = shipped("toe-press", talk=talk, length_of=Voice(9.0))
    for n, segment in session.segments(SegmentKind.TRAVEL):
        opening = [c.at_ms - segment.start_ms for c in session.cues_in(n) if c.tone is Tone.GO]
        assert opening == [0]


def test_counts_only_says_the_number_of_the_rep() -> None:
    session = shipped("toe-press", talk="counts")
    assert rep_words(session)[:10] == [
        "One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine.", "Ten.",
    ]  # fmt: skip
    assert len(rep_words(session)) == 30


def test_the_words_of_a_tones_only_session_are_shown() -> None:
    full, quiet = shipped(), shipped(talk="tones")
    shown = {cue.text for cue in quiet.timeline.cues}
    assert {cue.text for cue in full.timeline.cues if cue.kind in (CueKind.NAME, CueKind.POSTURE)} <= shown
