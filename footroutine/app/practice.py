"""The practice on Today: the session that was left, and the plan of the day with what is done of it.

The history is read after the first picture, and anew whenever the page is looked at: the day may have changed by then.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject

from footroutine.app.conductor import Result
from footroutine.app.glance import glance_view
from footroutine.app.pain_asking import PainAsking
from footroutine.app.resuming import Unfinished, unfinished
from footroutine.app.session_keeper import SessionKeeper
from footroutine.app.wiring import Program
from footroutine.domain.day_choice import plan_of
from footroutine.domain.day_plan import DayPlan, Entry, Item, ItemKind, ledger
from footroutine.domain.history import SessionRecord
from footroutine.domain.pain import PainMoment
from footroutine.services import clock
from footroutine.ui.practice_views import AfterView, DayView, EntryView, GoOnView, PainView, PracticeView, SlotView
from footroutine.ui.window import MainWindow


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


class Practice(QObject):
    """Fills Today from the history, and answers what is said there."""

    def __init__(
        self, program: Program, window: MainWindow, keeper: SessionKeeper, now: Callable[[], datetime] = clock.now
    ) -> None:
        super().__init__()
        self._program, self._window, self._keeper, self._now = program, window, keeper, now
        self._found: Unfinished | None = None
        self._left: set[int] = set()
        self._is_shown = False
        self._asking = PainAsking(program, keeper, lambda: self._now())
        window.pain_said.connect(lambda moment, foot, score: self._asking.said(PainMoment(moment), foot, score))
        window.pain_skipped.connect(lambda moment: self._asking.skipped(PainMoment(moment)))
        window.note_written.connect(self._write_note)
        window.page_changed.connect(self._on_page)
        window.looked_at.connect(self.look_again)
        window.leave_requested.connect(self._leave)

    @property
    def unfinished(self) -> SessionRecord | None:
        """The session that Today offers to go on with."""
        return self._found.session if self._found else None

    def show(self) -> None:
        """Show it from now on."""
        self._is_shown = True
        self.look_again()

    def look_again(self) -> None:
        """Show what holds now, if Today is to be seen."""
        if not self._is_shown or self._window.page != "today":
            return
        history = self._keeper.history  # by the keeper, who tells what is wrong with it
        today = self._now().date()
        found = unfinished(self._program, today)
        self._found = None if found is None or found.session.id in self._left else found
        plan = plan_of(self._program.settings)
        day = ledger(plan, today, history.sessions_around(today))
        coming = [moment for moment in day.still_open(self._now()) if moment >= self._now()]
        next_at = coming[0].time() if coming else None
        self._window.today.show_practice(
            PracticeView(
                GoOnView(self._found.exercise, self._found.place) if self._found else None,
                DayView(
                    tuple(self._entry(entry, next_at) for entry in day.entries),
                    bool(plan.items),
                    self._program.settings,
                    self._tomorrow(plan, today + timedelta(days=1)),
                ),
                glance_view(self._program, today),
                self._asking.before(),
                self._asking.morning(),
            )
        )

    def begun(self) -> None:
        """A session has begun."""
        self._asking.begun()

    def ended(self, result: Result) -> None:
        """A session is over, and Done shows it."""
        done_something = bool(result.record.done)
        kept = self.tr("It is kept. You can go on with it on Today, for the rest of the day.")
        today = self._now().date()
        self._window.done.show_after(
            AfterView(
                kept if done_something and not result.finished else "",
                self._asking.after() if done_something else PainView(),
                self._keeper.history.notes(today, today).get(today, ""),
            )
        )

    def _write_note(self, text: str) -> None:
        self._keeper.history.save_note(self._now().date(), text)

    def _on_page(self, page: str) -> None:
        if page == "today":
            self.look_again()
        elif page == "stops":
            self._window.stops.show_view(self._asking.stops())

    def _entry(self, entry: Entry, next_at: time | None) -> EntryView:
        slots = tuple(
            SlotView(_clock(s.at), s.done_at is not None, s.done_at is None and s.at == next_at) for s in entry.slots
        )
        return EntryView(self._name(entry.item), slots, entry.more)

    def _name(self, item: Item) -> str:
        library, what = self._program.library, item.what
        if item.kind is ItemKind.SETS:
            return library.exercises[what].name if what in library.exercises else what
        return library.routines[what].short_name if what in library.routines else what

    def _tomorrow(self, plan: DayPlan, day: date) -> str:
        """What the next day brings; nothing where there is no plan."""
        first = min(((min(item.times), n) for n, item in enumerate(plan.on(day))), default=None)
        if first:
            at, number = first
            begins = self.tr("Tomorrow begins at {time}: {what}.")
            return begins.format(time=_clock(at), what=self._name(plan.items[number]))
        return self.tr("Tomorrow is a rest day.") if plan.items else ""

    def _leave(self) -> None:
        if self._found:
            self._left.add(self._found.session.id)  # it may be written a little later
            self._keeper.leave(self._found.session)
            self.look_again()
            self._window.today.start.setFocus()
