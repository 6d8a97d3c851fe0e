"""The Progress page, and the sheets that are saved from the window: who fills and who writes them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.periods import Period, first_day
from footroutine.services.clock import today
from footroutine.ui.file_dialog import ask_sheet
from footroutine.ui.window import MainWindow

if TYPE_CHECKING:  # late, as below: Today waits for nothing that is looked at later
    from footroutine.ui.progress_views import ProgressView


class LookingBack(QObject):
    """Answers what the Progress page asks; the history is asked only when the page is turned to."""

    def __init__(self, program: Program, window: MainWindow, now: Callable[[], date] = today) -> None:
        super().__init__()
        self._program, self._window, self._now = program, window, now
        self._period = Period.WEEKS
        self._month: date | None = None  # of the calendar; None is that of today
        window.period_chosen.connect(self._choose_period)
        window.month_chosen.connect(self._choose_month)
        window.report_requested.connect(self._ask_report)
        window.progress_sheet_requested.connect(self._ask_progress)
        window.handout_requested.connect(self._ask_handout)

    def show(self) -> None:
        """Fill the page with what holds now."""
        self._window.progress.show_view(self._view())

    def _view(self) -> "ProgressView":
        from footroutine.app.progress_view import progress_view

        now = self._now()
        return progress_view(self._program, self._period, self._month or now, now)

    def show_if(self, page: str) -> None:
        """Fill the page when it is turned to; it then begins with this month."""
        if page == "progress":
            self._month = None
            self.show()

    def _choose_period(self, period: Period) -> None:
        self._period = period
        self.show()

    def _choose_month(self, month: date) -> None:
        self._month = month
        self.show()

    def _ask_report(self) -> None:
        from footroutine.app.report import write_report

        last, kept = self._now(), self._program.history.span()
        time = (first_day(self._period, last, kept[0] if kept else None), last)
        ask_sheet(
            self._window,
            self.tr("Save the report"),
            self.tr("foot-exercises-report.pdf"),
            lambda file, paper: self._write(file, lambda: write_report(self._program, time, paper, file)),
        )

    def _ask_progress(self) -> None:
        from footroutine.app.handout import write_sheet
        from footroutine.ui.progress_sheet import progress_pdf

        ask_sheet(
            self._window,
            self.tr("Save this page"),
            self.tr("foot-exercises-progress.pdf"),
            lambda file, paper: self._write(file, lambda: write_sheet(file, progress_pdf(self._view(), paper))),
        )

    def _ask_handout(self, routine_id: str) -> None:
        from footroutine.app.handout import write_handout

        routine = self._program.routine(routine_id)
        ask_sheet(
            self._window,
            self.tr("Save the sheet"),
            f"{routine_id}.pdf",
            lambda file, paper: self._write(file, lambda: write_handout(self._program, routine, paper, file)),
        )

    def _write(self, file: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except UserError as error:
            self._window.show_notice(str(error))
        else:
            self._window.show_notice(self.tr("Saved: {file}").format(file=file))
