"""The words that cues are made of."""

from dataclasses import replace

import pytest
from builders import LIBRARY, cycle, exercise, hold, travel

from footroutine.domain.dose import settle
from footroutine.domain.exercise import Exercise, Posture, Side, Sides, Words
from footroutine.domain.language import Language
from footroutine.domain.phrases import badge, fill, limb, phrases_in
from footroutine.domain.routine import Step
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import SegmentKind

ENGLISH = phrases_in(Language.EN)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "zero"), (1, "one"), (10, "ten"), (13, "thirteen"), (19, "nineteen"), (20, "twenty"), (21, "twenty-one"),
        (40, "forty"), (99, "ninety-nine"), (100, "a hundred"), (101, "a hundred and one"),
        (119, "a hundred and nineteen"), (199, "a hundred and ninety-nine"), (200, "two hundred"),
        (300, "three hundred"), (600, "six hundred"), (999, "nine hundred and ninety-nine"),
    ],
)  # fmt: skip
def test_numbers_are_spelled_out(n: int, words: str) -> None:
    assert ENGLISH.number(n) == words


def test_no_two_numbers_sound_alike() -> None:
    words = [ENGLISH.number(n) for n in range(1000)]
    assert len(set(words)) == 1000
    assert not any(character.isdigit() for word in words for character in word)


def test_a_count_is_a_number_alone() -> None:
    assert [ENGLISH.count(n) for n in (3, 21)] == [("Three.",), ("Twenty-one.",)]


@pytest.mark.parametrize(("side", "said"), [(Side.LEFT, "Left up, right"), (Side.RIGHT, "Right up, left")])
def test_words_are_filled_with_the_worked_side_and_its_opposite(side: Side, said: str) -> None:
    assert fill(Words(("{Side} up, {other}", "{side}, {Other}")), side, Language.EN)[0] == said
    assert fill(Words(("{side}-{Other}",)), side, Language.EN) == (f"{side.value}-{side.other.value.capitalize()}",)


@pytest.mark.parametrize(
    ("text", "part", "shown"),
    [
        ("{Side} calf", "calf", "Left calf"),
        ("{Side} leg", "leg", "Left leg"),
        ("Both feet", "feet", "Both feet"),
        ("{Side}", "foot", "Left"),
    ],
)
def test_the_badge_names_the_side_and_the_part(text: str, part: str, shown: str) -> None:
    one = replace(exercise(), badge=text)
    assert limb(one) == part
    assert badge(one, Side.LEFT) == shown


def dose_of(one: Exercise) -> str:
    return ENGLISH.dose(one, settle(one, ExerciseChoice(), Step(one.id)))[0]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (exercise(sides=Sides.BOTH, sets=3, reps=10), "Three sets of ten reps. Hold each for three seconds."),
        (
            exercise(sets=2, reps=20),
            "Two sets, each of twenty reps with one foot and then the other. Hold each for three seconds.",
        ),
        (exercise(reps=1, hold_s=1), "One rep, each foot. Hold each for one second."),
        (exercise(reps=3, hold_s=30), "Three holds of thirty seconds, each foot."),
        (
            exercise(reps=1, hold_s=30, sets=2),
            "Two sets, each of one hold of thirty seconds with one foot and then the other.",
        ),
        (exercise(reps=2, hold_s=240), "Two holds of two hundred and forty seconds, each foot."),
        (
            exercise(cycle(), cycle_s=10, sets=2),
            "Two sets, each of ten seconds each way, about five circles with one foot and then the other.",
        ),
        (exercise(cycle(), cycle_s=10, sides=Sides.BOTH), "Ten seconds each way, about five circles."),
        (exercise(cycle(), cycle_s=1, sides=Sides.BOTH, sets=2), "Two sets, one second each way, about one circle."),
        (exercise(reps=3, hold_s=30, sides=Sides.ALTERNATING), "Three holds of thirty seconds for each foot, in turn."),
        (exercise(cycle(seconds=5), reps=4), "Four reps, each foot."),
        (exercise(travel(), travel("back"), reps=12, hold_s=30), "Twelve reps, each foot."),
        (exercise(cycle(), hold(), reps=2), "Two reps, each foot. Hold each for three seconds."),
    ],
)
def test_the_dose_in_words(one: Exercise, said: str) -> None:
    assert dose_of(one) == said


@pytest.mark.parametrize("one", LIBRARY.exercises.values(), ids=lambda e: e.id)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_shorter_words_of_a_side_name_it_too(one: Exercise, side: Side) -> None:
    for forms in (ENGLISH.first_side(one, side, 3), ENGLISH.switch(one, side, 2, 3), ENGLISH.next_set(one, 2, 3, side)):
        assert all(side.value in form.lower() for form in forms)
        assert all(limb(one) in form for form in forms)


@pytest.mark.parametrize("posture", Posture)
def test_the_posture_is_said_also_where_it_stays(posture: Posture) -> None:
    assert all(form.startswith("Stay ") for form in ENGLISH.stay(posture))


@pytest.mark.parametrize(
    ("exercises", "said"),
    [
        (1, "That is the end of the exercise. Well done. Rest as long as you like."),
        (5, "That was the last of five exercises. Well done. Rest as long as you like."),
    ],
)
def test_the_end_says_what_was_done(exercises: int, said: str) -> None:
    assert ENGLISH.done(exercises)[0] == said


def test_both_feet_have_no_first() -> None:
    assert ENGLISH.first_side(exercise(sides=Sides.BOTH), Side.BOTH, 2) == ("Both feet at the same time.", "Both feet.")
    assert ENGLISH.next_set(exercise(sides=Sides.BOTH), 3, 3, Side.BOTH) == ("Next: the last set.",)


def test_every_part_of_a_session_that_is_no_movement_has_its_word() -> None:
    work = {SegmentKind.TRAVEL, SegmentKind.HOLD, SegmentKind.CYCLE}
    assert set(ENGLISH.phases) == set(SegmentKind) - work
