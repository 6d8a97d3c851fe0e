"""Reminders while the program runs: each minute it looks at what the day's plan leaves open, and shows what is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal  # noqa: TID251 - an alarm, not a beat: docs/decisions/0023

from footroutine.app.wiring import Program
from footroutine.domain.day_choice import plan_of
from footroutine.domain.day_plan import Entry, ItemKind, Ledger, ledger
from footroutine.domain.reminders import Quiet, Reminded, due
from footroutine.domain.settings import Settings
from footroutine.services import clock
from footroutine.services.notifications import DEFAULT_ACTION, Notice, Notifier
from footroutine.services.reminder_file import load_reminded, save_reminded

LOOK_EVERY_MS = 60_000
START, LATER, NOT_TODAY = "start", "later", "not-today"


@dataclass(frozen=True)
class Reminder:
    """What is said at a time of the plan, and the routine that answers it."""

    slot: datetime
    text: str
    routine: str


class Reminding(QObject):
    """Shows reminders and does what their buttons say. It keeps what was said over a restart.

    Signals:
        start_requested: the id of the routine to begin.
        front_requested: the person wants to see the window.
        unshown: title and text of a reminder that this desktop does not show with buttons.
        status: what came of the one that was asked for as a test, in words.
    """

    start_requested = Signal(str)
    front_requested = Signal()
    unshown = Signal(str, str)
    status = Signal(str)

    def __init__(self, program: Program, is_busy: Callable[[], bool], now: Callable[[], datetime] = clock.now) -> None:
        super().__init__()
        self._program, self._is_busy, self._now = program, is_busy, now
        self._reminded = load_reminded(program.paths.data)
        self._asked: Reminder | None = None  # what the notification says; None: it is a test
        self._notifier = Notifier(self)
        self._notifier.pressed.connect(self._on_pressed)
        self._notifier.shown.connect(self._on_shown)
        self._notifier.held.connect(self._on_held)
        self._notifier.failed.connect(self._on_failed)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def follow_settings(self) -> None:
        """Look from now on, or no more, as is chosen."""
        if not self._program.settings.remind:
            self._timer.stop()
            self.withdraw()
        elif not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Show what is due; take away what is no longer open."""
        settings = self._program.settings
        if not settings.remind or self._is_busy():
            return
        now = self._now()
        day = ledger(plan_of(settings), now.date(), self._program.history.sessions_around(now.date()))
        slot = due(now, day.still_open(now), self._reminded, quiet_of(settings))
        if slot is not None:
            self._show(reminder_of(self._program, day, slot, now))
        elif self._asked and self._asked.slot not in day.still_open(now):
            self.withdraw()

    def show_test(self) -> None:
        """Show one now, whatever the hour."""
        self._show(None)

    def withdraw(self) -> None:
        """Take away what is shown: it is no longer of use."""
        self._asked = None
        self._notifier.withdraw()

    def close(self) -> None:
        """Remind no more."""
        self._timer.stop()
        self._notifier.close()

    def _show(self, reminder: Reminder | None) -> None:
        self._asked = reminder
        actions = {START: self.tr("Start"), LATER: self.tr("In 15 minutes"), NOT_TODAY: self.tr("Not today")}
        self._notifier.show(Notice(*self._words(), actions))

    def _words(self) -> tuple[str, str]:
        text = self._asked.text if self._asked else self.tr("This is how a reminder looks.")
        return self.tr("Time for your feet"), text

    def _on_pressed(self, key: str) -> None:
        if self._asked is None:
            self.status.emit(self.tr("It works: your answer has come back."))
        elif key == START:
            self.start_requested.emit(self._asked.routine)
        elif key == DEFAULT_ACTION:
            self.front_requested.emit()
        elif key == LATER:
            self._keep(self._reminded.put_off(self._now()))
        elif key == NOT_TODAY:
            self._keep(self._reminded.no_more_today(self._now()))

    def _on_shown(self) -> None:
        if self._asked:
            self._keep(self._reminded.shown(self._asked.slot, self._now()))
        else:
            self.status.emit(self.tr("It is shown now, where your desktop shows its messages."))

    def _on_held(self) -> None:
        if self._asked is None:
            self.status.emit(self.tr("Your desktop wants quiet now, so nothing is shown."))

    def _on_failed(self) -> None:
        self.unshown.emit(*self._words())
        if self._asked:
            self._on_shown()
        else:
            self.status.emit(self.tr("Your desktop shows it without buttons."))

    def _keep(self, reminded: Reminded) -> None:
        self._reminded = reminded
        save_reminded(self._program.paths.data, reminded)


def quiet_of(settings: Settings) -> Quiet:
    """The hours without reminders."""
    return Quiet(time(settings.quiet_from), time(settings.quiet_until))


def reminder_of(program: Program, day: Ledger, slot: datetime, now: datetime) -> Reminder:
    """What is said of everything that is open at a time of the plan; the first of it is what Start begins."""
    entries = [entry for entry in day.entries if slot in entry.still_open(now)]
    return Reminder(slot, " ".join(_line(program, entry) for entry in entries), _routine(program, entries[0]))


def _line(program: Program, entry: Entry) -> str:
    """What there is to do in a few words; where it is planned more than once, also the how-manieth it would be."""
    what, library = entry.item.what, program.library
    if entry.item.kind is ItemKind.SETS:
        name = library.exercises[what].name if what in library.exercises else what
    else:
        name = library.routines[what].short_name if what in library.routines else what
    if entry.goal == 1:
        return f"{name}."
    words = QCoreApplication.translate("reminding", "{name}: {n} of {count}.")
    return words.format(name=name, n=entry.done + 1, count=entry.goal)


def _routine(program: Program, entry: Entry) -> str:
    """The routine that fills an open place: itself, or the shortest that has the exercise."""
    routines = program.library.routines
    if entry.item.what in routines:
        return entry.item.what
    having = [r for r in routines.values() if any(step.exercise == entry.item.what for step in r.steps)]
    return min(having, key=lambda routine: len(routine.steps), default=program.chosen).id
