"""Which side is worked, and which side is said."""

import re
from dataclasses import replace

import pytest
from builders import LAW, LIBRARIES, LIBRARY, SESSIONS, Session, exercise, of_exercise
from hypothesis import given

from footroutine.domain.exercise import Side, Sides, Words
from footroutine.domain.language import Language
from footroutine.domain.phrases import badge
from footroutine.domain.phrases.shape import SIDE_WORDS
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import CueKind, SegmentKind

FIRST_SIDES = ("left", "right")


FORWARD = {
    Language.EN: r"(left|right) (?:foot forward|knee)",
    Language.DE: r"(link|recht)(?:e[nr] fuß (?:vor|nach vorn)|es? knie)",
}
WORKED = {
    Language.EN: r"\b(left|right)\b(?! foot forward| knee|[,.])",
    Language.DE: r"\b(link|recht)(?:e|er|es|en)\b(?! fuß vor| fuß nach vorn| knie)",
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("first", FIRST_SIDES)
@pytest.mark.parametrize("exercise_id", [e.id for e in LIBRARY.exercises.values() if e.sides is not Sides.BOTH])
@pytest.mark.parametrize("talk", ["full", "counts", "tones"])
def test_words_and_badge_name_the_side_that_is_worked(
    exercise_id: str, first: str, talk: str, language: Language
) -> None:
    """In the wall stretch the foot that goes forward is the other one; every other word is of the worked side."""
    one, words = LIBRARIES[language].exercises[exercise_id], SIDE_WORDS[language]
    for variant in (None, *one.variants):
        choice = ExerciseChoice(first_side=first, variant=variant, reps=2)
        session = of_exercise(one, talk=talk, language=language, exercises={exercise_id: choice})
        named = set()
        for cue in session.timeline.cues:
            side = session.timeline.segments[cue.segment].side
            if side is None:
                continue
            assert badge(one, side).lower().startswith(words[side])
            forward = re.findall(FORWARD[language], cue.text.lower())
            assert all(word == words[side.other] for word in forward)
            assert not forward or one.sides is Sides.ALTERNATING
            rest = re.findall(WORKED[language], cue.text.lower())
            assert all(word == words[side] for word in rest)
            named |= {*forward, *rest}
        assert named == {words[Side.LEFT], words[Side.RIGHT]}


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
        assert session.cues_in(index)[-1].text.startswith(f"{worked_side.other.value.capitalize()} foot forward")


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
    said = of_exercise(own, exercises={"mine": ExerciseChoice(first_side="right")}).texts(CueKind.SETUP)
    assert "Right heel on the floor, left foot flat." in said
