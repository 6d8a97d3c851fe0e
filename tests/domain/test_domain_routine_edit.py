"""Changes of a routine: nothing is lost but what is taken out, and what comes out can be kept in a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.errors import Problem
from footroutine.domain.routine import LONGEST_NAME, MOST_STEPS, Routine, Step
from footroutine.domain.routine_edit import (
    added,
    clean_name,
    copied,
    fresh_id,
    moved,
    removed,
    renamed,
    with_dose,
    with_variant,
)
from footroutine.services.toml_table import ID_LENGTH, Table, text_fault

STEPS = tuple(Step(name) for name in ("a", "b", "c", "d"))
ROUTINE = Routine("r", "Name", "Short", "Summary.", STEPS)


def order(routine: Routine) -> str:
    return "".join(step.exercise for step in routine.steps)


@pytest.mark.parametrize(
    ("at", "to", "expected"), [(0, 1, "bacd"), (3, 0, "dabc"), (1, 1, "abcd"), (0, 9, "bcda"), (2, -5, "cabd")]
)
def test_a_moved_step_goes_where_it_is_sent_and_the_rest_keep_their_order(at: int, to: int, expected: str) -> None:
    assert order(moved(ROUTINE, at, to)) == expected


def test_an_exercise_is_added_at_the_end_and_taken_out_where_it_is() -> None:
    assert order(added(ROUTINE, "e")) == "abcde"
    assert order(removed(ROUTINE, 1)) == "acd"


def test_a_routine_is_never_empty_and_never_longer_than_its_file_may_be() -> None:
    routine = ROUTINE
    for _ in range(9):
        routine = removed(routine, 0)
    assert order(routine) == "d"
    for _ in range(99):
        routine = added(routine, "e")
    assert len(routine.steps) == MOST_STEPS


def test_a_figure_is_kept_only_where_it_differs_from_what_holds_anyway() -> None:
    changed = with_dose(with_dose(ROUTINE, 1, "sets", 2, inherited=3), 1, "hold_s", 5, inherited=3)
    assert changed.steps[1] == Step("b", {"sets": 2, "hold_s": 5})
    assert with_dose(changed, 1, "sets", 3, inherited=3).steps[1] == Step("b", {"hold_s": 5})
    assert changed.steps[0] == STEPS[0]


def test_another_variant_has_other_limits_so_its_figures_fall_back() -> None:
    changed = with_variant(with_dose(ROUTINE, 1, "sets", 2, inherited=3), 1, "seated")
    assert changed.steps[1] == Step("b", {}, "seated")


def test_a_copy_has_the_same_steps_under_a_new_name_and_id() -> None:
    copy = copied(ROUTINE, "Für abends!", ("r",), order=500)
    assert (copy.id, copy.name, copy.short_name, copy.steps, copy.order) == (
        "fur-abends",
        "Für abends!",
        "Für abends!",
        STEPS,
        500,
    )


def test_an_empty_name_changes_nothing() -> None:
    assert renamed(ROUTINE, " \t{}") == ROUTINE


@given(st.text(max_size=200))
def test_any_typed_text_becomes_a_name_that_a_file_may_hold(text: str) -> None:
    name = clean_name(text)
    assert name == "" or text_fault(name, LONGEST_NAME) is None
    assert clean_name(name) == name
    name.encode()


@given(st.text(max_size=100), st.sets(st.sampled_from(["routine", "a", "a-2", "routine-2"])))
def test_any_name_gives_an_id_that_is_free_and_fit(name: str, taken: set[str]) -> None:
    id_ = fresh_id(name, taken)
    problems: list[Problem] = []
    Table({}, "file", problems).check_id("id", id_)
    assert (problems, id_ in taken, len(id_) <= ID_LENGTH) == ([], False, True)
