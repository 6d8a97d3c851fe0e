"""The words that cues are made of."""

from dataclasses import replace

import pytest
from builders import LIBRARY, cycle, exercise, hold, travel

from footroutine.domain import phrases
from footroutine.domain.dose import settle
from footroutine.domain.exercise import Exercise, Posture, Side, Sides, Words
from footroutine.domain.routine import Step
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import SegmentKind


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
    assert phrases.number(n) == words


def test_no_two_numbers_sound_alike() -> None:
    words = [phrases.number(n) for n in range(1000)]
    assert len(set(words)) == 1000
    assert not any(character.isdigit() for word in words for character in word)


def test_a_count_is_a_number_alone() -> None:
    assert [phrases.count(n) for n in (3, 21)] == [("Three.",), ("Twenty-one.",)]


@pytest.mark.parametrize(("side", "said"), [(Side.LEFT, "Left up, right"), (Side.RIGHT, "Right up, left")])
def test_words_are_filled_with_the_worked_side_and_its_opposite(side: Side, said: str) -> None:
    assert phrases.fill(Words(("{Side} up, {other}", "{side}, {Other}")), side)[0] == said
    assert phrases.fill(Words(("{side}-{Other}",)), side) == (f"{side.value}-{side.other.value.capitalize()}",)


@pytest.mark.parametrize(
    ("badge", "limb", "shown"),
    [
        ("{Side} calf", "calf", "Left calf"),
        ("{Side} leg", "leg", "Left leg"),
        ("Both feet", "feet", "Both feet"),
        ("{Side}", "foot", "Left"),
    ],
)
def test_the_badge_names_the_side_and_the_part(badge: str, limb: str, shown: str) -> None:
    one = replace(exercise(), badge=badge)
    assert phrases.limb(one) == limb
    assert phrases.badge(one, Side.LEFT) == shown


def dose_of(one: Exercise) -> str:
    return phrases.dose(one, settle(one, ExerciseChoice(), Step(one.id)))[0]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (exercise(sides=Sides.BOTH, sets=3, reps=10), "Three sets of ten reps. Hold each for three seconds."),
        (exercise(sets=2, reps=20), "Two sets of twenty reps, each foot. Hold each for three seconds."),
        (exercise(reps=1, hold_s=1), "One rep, each foot. Hold each for one second."),
        (exercise(reps=3, hold_s=30), "Three holds of thirty seconds, each foot."),
        (exercise(reps=1, hold_s=30, sets=2), "Two sets of one hold of thirty seconds, each foot."),
        (exercise(reps=2, hold_s=240), "Two holds of two hundred and forty seconds, each foot."),
        (exercise(cycle(), cycle_s=10, sets=2), "Two sets, ten seconds each way, each foot."),
        (exercise(cycle(), cycle_s=10, sides=Sides.BOTH), "Ten seconds each way."),
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
    for forms in (phrases.first_side(one, side), phrases.switch(one, side), phrases.next_set(one, 2, 3, side)):
        assert all(side.value in form.lower() for form in forms)
        assert all(phrases.limb(one) in form for form in forms)


@pytest.mark.parametrize("posture", Posture)
def test_the_posture_is_said_also_where_it_stays(posture: Posture) -> None:
    assert all(form.startswith("Stay ") for form in phrases.stay(posture))


@pytest.mark.parametrize(
    ("exercises", "said"),
    [(1, "That is the end of the exercise. Well done."), (5, "That was the last of five exercises. Well done.")],
)
def test_the_end_says_what_was_done(exercises: int, said: str) -> None:
    assert phrases.done(exercises)[0] == said


def test_both_feet_have_no_first() -> None:
    assert phrases.first_side(exercise(sides=Sides.BOTH), Side.BOTH) == ("Both feet at the same time.", "Both feet.")
    assert phrases.next_set(exercise(sides=Sides.BOTH), 3, 3, Side.BOTH) == ("Next: the last set.",)


def test_every_part_of_a_session_that_is_no_movement_has_its_word() -> None:
    work = {SegmentKind.TRAVEL, SegmentKind.HOLD, SegmentKind.CYCLE}
    assert set(phrases.PHASES) == set(SegmentKind) - work
