"""The routines while they are changed: a shipped one is never, every change is kept at once and can be undone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from footroutine.app.wiring import Program
from footroutine.domain.errors import Problem
from footroutine.domain.routine import Routine, Step
from footroutine.domain.routine_edit import copied
from footroutine.services.routine_file import remove_routine, routine_files, write_routine

_OWN_ORDER = 500  # after the shipped ones


@dataclass(frozen=True)
class _Change:
    """What was: the routine under an id, None where there was none; `opened` is what the page showed."""

    what: str
    id: str
    before: Routine | None
    opened: str


class RoutineBook:
    """Changes the program's library. `opened` is the routine that is shown; `problems` are those of the last change."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._folder = program.paths.data / "routines"
        self._shipped = frozenset(routine_files(program.assets / "routines"))
        self._changes: list[_Change] = []
        self.problems: tuple[Problem, ...] = ()
        self.opened = ""

    @property
    def undoable(self) -> str:
        """What the next undo takes back, in words; empty when there is nothing."""
        return self._changes[-1].what if self._changes else ""

    def is_own(self, routine_id: str) -> bool:
        """It belongs to the person, and may be changed in place."""
        return routine_id not in self._shipped

    def save(self, routine: Routine, what: str) -> None:
        """Keep a changed routine; a changed shipped one becomes a copy of the person's own."""
        if not self.is_own(routine.id):
            routine = self._copy(
                routine, QCoreApplication.translate("routine_book", "My {name}").format(name=routine.short_name)
            )
        self._change(routine.id, routine, what)

    def new(self) -> None:
        """A routine with one exercise, to begin with."""
        first = next(iter(self._program.library.exercises))
        name = QCoreApplication.translate("routine_book", "My routine")
        summary = QCoreApplication.translate("routine_book", "Your own routine.")
        made = self._copy(Routine("", name, name, summary, (Step(first),)), name)
        self._change(made.id, made, _made(made))

    def duplicate(self, routine_id: str) -> None:
        """The same again, to be changed."""
        original = self._program.library.routines[routine_id]
        copy = QCoreApplication.translate("routine_book", "{name} (copy)")
        made = self._copy(original, copy.format(name=original.name))
        self._change(made.id, made, _made(made))

    def remove(self, routine_id: str) -> None:
        """Take a routine of the person's own out of use."""
        if self.is_own(routine_id):
            deleted = QCoreApplication.translate("routine_book", "{name} deleted")
            self._change(routine_id, None, deleted.format(name=self._program.library.routines[routine_id].name))

    def undo(self) -> None:
        """Take the last change back."""
        if self._changes:
            change = self._changes.pop()
            self._put(change.id, change.before)
            self.opened = change.opened

    def _copy(self, routine: Routine, name: str) -> Routine:
        routines = self._program.library.routines
        names = {r.name for r in routines.values()}
        free = next(n for n in _numbered(name) if n not in names)
        return copied(routine, free, routines, _OWN_ORDER)

    def _change(self, routine_id: str, after: Routine | None, what: str) -> None:
        before = self._program.library.routines.get(routine_id)
        last = self._changes[-1] if self._changes else None
        # Ten presses of one button are one change.
        if last is None or after is None or (last.what, last.id) != (what, routine_id):
            self._changes.append(_Change(what, routine_id, before, self.opened))
        self._put(routine_id, after)
        self.opened = routine_id if after else ""

    def _put(self, routine_id: str, routine: Routine | None) -> None:
        library = self._program.library
        routines = {id_: r for id_, r in library.routines.items() if id_ != routine_id}
        if routine:
            routines[routine_id] = routine
            self.problems = write_routine(self._folder, routine)
        else:
            self.problems = remove_routine(self._folder, routine_id)
        ordered = {
            r.id: r for r in sorted(routines.values(), key=lambda r: (r.order, f"{r.id}.toml"))
        }  # as from the files
        self._program.library = replace(library, routines=MappingProxyType(ordered))


def _made(routine: Routine) -> str:
    return QCoreApplication.translate("routine_book", "{name} made").format(name=routine.name)


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in count(2):
        yield f"{name} {number}"
