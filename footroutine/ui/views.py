"""What the pages are given to show: plain values, made by whoever knows; a page only paints them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from footroutine.domain.exercise import Exercise, Limit, Moment
from footroutine.domain.routine import Routine
from footroutine.domain.settings import Settings


class FilesWish(StrEnum):
    """What is to be done with the person's files."""

    BACKUP = "backup"
    RESTORE = "restore"
    EXPORT = "export"
    ERASE = "erase"


@dataclass(frozen=True)
class RoutineChip:
    """A routine to choose: its short name and its length in words, such as ``20 min``."""

    id: str
    name: str
    length_text: str = ""


@dataclass(frozen=True)
class Card:
    """One exercise of the chosen routine; one that is not `included` is shown, and said to be left out."""

    exercise_id: str
    title: str
    dose_lines: tuple[str, ...]
    moment: Moment | None = None
    included: bool = True


@dataclass(frozen=True)
class TodayView:
    """The first page: the chosen routine. `problems` are one line each."""

    title: str
    subtitle: str
    chips: tuple[RoutineChip, ...]
    chosen: str
    cards: tuple[Card, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class DoneExercise:
    """What was done of one exercise, and what was planned: sets, and reps over all sets and feet."""

    title: str
    sets_done: int
    sets_planned: int
    reps_done: int
    reps_planned: int


@dataclass(frozen=True)
class DoneView:
    """The end of a session. `total_ms` is how long was really exercised; `tomorrow` is one friendly line."""

    headline: str
    exercises: tuple[DoneExercise, ...]
    total_ms: int
    tomorrow: str
    routine_id: str


@dataclass(frozen=True)
class VoiceChoice:
    """A voice of the speech engine."""

    id: str
    label: str


@dataclass(frozen=True)
class Place:
    """Where something of the person's lives on their disk."""

    label: str
    path: str


@dataclass(frozen=True)
class SettingsView:
    """What the settings page shows. `sources` gives the title of whoever prescribes a default, by id."""

    settings: Settings
    exercises: tuple[Exercise, ...]
    routines: tuple[RoutineChip, ...] = ()
    voices: tuple[VoiceChoice, ...] = ()
    places: tuple[Place, ...] = ()
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class FirstStartView:
    """What the first start asks: it begins from `settings` and offers the routines."""

    settings: Settings
    routines: tuple[RoutineChip, ...]


@dataclass(frozen=True)
class SourceLine:
    """Someone whose advice the program rests on."""

    title: str
    address: str = ""


@dataclass(frozen=True)
class AboutView:
    """What the program is, who says what, and where its files are."""

    version: str
    licence: str
    sources: tuple[SourceLine, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class StepView:
    """One step of the routine that is shown. `inherited` is its dose where the routine says nothing, by key."""

    exercise: Exercise
    limits: Mapping[str, Limit]
    inherited: Mapping[str, float]
    moment: Moment
    included: bool = True


@dataclass(frozen=True)
class RoutinesView:
    """The Routines page: every routine, and one of them to be changed. `undoable` is what undo takes back, in words.

    `exercises` are those that can be added: id and name.
    """

    routines: tuple[RoutineChip, ...]
    routine: Routine
    steps: tuple[StepView, ...]
    length_text: str
    is_own: bool
    is_chosen: bool
    exercises: Mapping[str, str]
    undoable: str = ""
