"""Routines that are built, kept and undone: in the program's library and in the person's files."""

from pathlib import Path

import pytest

from footroutine.app.routine_book import RoutineBook
from footroutine.app.wiring import Program
from footroutine.domain.routine import Routine, Step
from footroutine.domain.routine_edit import added, moved, renamed, with_dose


class Kept:
    """A book, and what a program started anew would find."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.book = RoutineBook(program)

    @property
    def opened(self) -> Routine:
        return self.program.library.routines[self.book.opened]

    @property
    def files(self) -> set[str]:
        return {path.name for path in (self.program.paths.data / "routines").glob("*")}

    def agrees(self) -> bool:
        """The library is just what a fresh start would read."""
        fresh = Program.load(self.program.paths.config.parent)
        return list(fresh.library.routines.items()) == list(self.program.library.routines.items())


@pytest.fixture
def kept(program: Program) -> Kept:
    return Kept(program)


def test_a_new_routine_is_kept_at_once_and_can_be_changed(kept: Kept) -> None:
    kept.book.new()
    assert (kept.opened.id, kept.opened.name, len(kept.opened.steps)) == ("my-routine", "My routine", 1)
    kept.book.save(added(kept.opened, "wall-stretch"), "Wall Stretch added")
    kept.book.save(renamed(kept.opened, "Evening"), "Name changed")
    assert (kept.opened.id, kept.opened.name) == ("my-routine", "Evening")
    assert kept.files == {"my-routine.toml"}
    assert kept.agrees()


def test_a_shipped_routine_stays_and_its_change_becomes_a_copy(kept: Kept) -> None:
    shipped = kept.program.library.routines["short"]
    files = {path: path.read_bytes() for path in (kept.program.assets / "routines").iterdir()}
    kept.book.save(with_dose(shipped, 0, "sets", 2, inherited=3), "Toe Press changed")
    assert kept.program.library.routines["short"] == shipped
    assert (kept.book.opened, kept.opened.name) == ("my-short-routine", "My Short routine")
    assert kept.opened.steps[0] == Step("toe-press", {"sets": 2})
    assert {path: path.read_bytes() for path in files} == files
    assert kept.agrees()


def test_every_change_can_be_undone_back_to_the_beginning(kept: Kept) -> None:
    before = dict(kept.program.library.routines)
    kept.book.duplicate("full")
    kept.book.save(moved(kept.opened, 0, 2), "Toe Press moved")
    kept.book.save(renamed(kept.opened, "Mine"), "Name changed")
    changed = kept.opened
    kept.book.remove(changed.id)
    assert kept.book.undoable == "Mine deleted"
    assert (changed.id in kept.program.library.routines, kept.book.opened) == (False, "")
    assert kept.agrees()
    kept.book.undo()
    assert kept.opened == changed
    assert kept.agrees()
    while kept.book.undoable:
        kept.book.undo()
        assert kept.agrees()
    assert dict(kept.program.library.routines) == before
    kept.book.undo()
    assert dict(kept.program.library.routines) == before


def test_ten_presses_of_one_button_are_one_change(kept: Kept) -> None:
    kept.book.new()
    start = kept.opened
    for value in range(4, 10):
        kept.book.save(with_dose(kept.opened, 0, "reps", value, inherited=10), "Toe Press changed")
    kept.book.undo()
    assert kept.opened == start


def test_names_and_ids_are_never_used_twice(kept: Kept) -> None:
    for _ in range(3):
        kept.book.new()
        kept.book.duplicate("short")
    routines = kept.program.library.routines.values()
    assert len({r.name for r in routines}) == len(routines) == len({r.id for r in routines})
    assert kept.agrees()


def test_a_shipped_routine_cannot_be_deleted(kept: Kept) -> None:
    kept.book.remove("full")
    assert "full" in kept.program.library.routines
    assert kept.book.undoable == ""


def test_where_nothing_can_be_saved_it_holds_and_is_said(kept: Kept) -> None:
    folder: Path = kept.program.paths.data / "routines"
    folder.write_text("in the way")
    kept.book.new()
    assert kept.opened.name == "My routine"
    assert "cannot be saved" in str(kept.book.problems[0])
