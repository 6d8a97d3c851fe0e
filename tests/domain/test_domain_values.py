"""The values that everything else is made of: exercises, settings, the timeline."""

from dataclasses import FrozenInstanceError, fields

import pytest
from builders import LAW, LIBRARY, SESSIONS, Session, exercise, hold, shipped, travel
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.exercise import Exercise, Side
from footroutine.domain.settings import ExerciseChoice, Settings, options

AROUND = exercise(
    travel("up", pose="end"),
    hold("stay", pose="end"),
    travel("down", pose="aside"),
    enter=(travel("lift", pose="end"),),
    leave=(travel("lower", pose="start"),),
)


def test_every_side_has_its_opposite() -> None:
    assert [side.other for side in (Side.LEFT, Side.RIGHT, Side.BOTH)] == [Side.RIGHT, Side.LEFT, Side.BOTH]


def test_movements_are_found_by_their_id() -> None:
    assert [m.id for m in AROUND.all_movements()] == ["lift", "up", "stay", "down", "lower"]
    assert all(AROUND.movement(m.id) is m for m in AROUND.all_movements())
    with pytest.raises(KeyError, match="jump"):
        AROUND.movement("jump")


@pytest.mark.parametrize(
    ("movement", "first", "pose"),
    [
        ("lift", True, "start"),
        ("up", True, "end"),
        ("up", False, "aside"),
        ("stay", False, "end"),
        ("lower", False, "aside"),
    ],
)
def test_a_movement_begins_where_the_one_before_it_ended(movement: str, first: bool, pose: str) -> None:
    assert AROUND.pose_before(movement, first=first) == pose


def test_a_first_rep_with_no_way_in_begins_in_the_start_pose() -> None:
    assert exercise().pose_before("go", first=True) == "start"
    assert exercise().pose_before("go", first=False) == "end"


@pytest.mark.parametrize("one", LIBRARY.exercises.values(), ids=lambda e: e.id)
def test_the_first_form_of_every_word_is_its_longest(one: Exercise) -> None:
    for words in [*one.setup, *(m.say for m in one.all_movements())]:
        assert words.long == words.forms[0]
        assert [len(form) for form in words.forms] == sorted((len(form) for form in words.forms), reverse=True)


def test_every_setting_is_declared_with_a_label_and_a_default_that_fits() -> None:
    declared = options()
    assert set(declared) == {f.name for f in fields(Settings)} - {"exercises"}
    for name, option in declared.items():
        default = getattr(Settings(), name)
        assert option.section
        assert option.label
        assert not option.choices or default in option.choices
        assert option.minimum is None or option.minimum <= default
        assert option.maximum is None or default <= option.maximum


def test_nothing_chosen_for_an_exercise_is_a_choice_of_all_defaults() -> None:
    chosen = ExerciseChoice(reps=3)
    settings = Settings(exercises={"toe-press": chosen})
    assert settings.choice("toe-press") is chosen
    assert settings.choice("other") == ExerciseChoice()


@LAW
@given(SESSIONS, st.floats(0, 1))
def test_the_segment_at_a_position_is_the_one_around_it(session: Session, at: float) -> None:
    timeline = session.timeline
    position = int(at * (timeline.total_ms - 1))
    segment = timeline.segments[timeline.segment_index(position)]
    assert segment.start_ms <= position < segment.end_ms


def test_before_the_start_it_is_the_first_and_from_the_end_on_the_last() -> None:
    timeline = shipped().timeline
    assert timeline.segment_index(-5) == 0
    assert timeline.segment_index(timeline.total_ms) == len(timeline.segments) - 1
    assert timeline.segment_index(timeline.total_ms + 9999) == len(timeline.segments) - 1


def test_a_timeline_never_changes() -> None:
    timeline = shipped("toe-press").timeline
    with pytest.raises(FrozenInstanceError):
        timeline.cues = ()  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        timeline.segments[0].rep = 7  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        timeline.cues[0].text = ""  # type: ignore[misc]
