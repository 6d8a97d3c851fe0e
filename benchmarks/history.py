"""What Today and Progress ask of the history: of an empty one, and of ten years with ten sessions a day.

    python benchmarks/history.py [--years 10] [--runs 31]

Processor time of the real pages, filled and painted, with what they ask of the history; "made" is the first time, when
the page is also made. The three histories take turns. The report is the real sheet. QT_QPA_PLATFORM=offscreen will do.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from footroutine.app.looking_back import LookingBack
from footroutine.app.opening import first_window
from footroutine.app.page_views import today_view
from footroutine.app.preparing import estimated
from footroutine.app.report import report_view
from footroutine.app.resuming import unfinished
from footroutine.app.wiring import Program
from footroutine.domain.day_plan import THROUGH_THE_DAY, ledger
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord, SessionState, SetRecord
from footroutine.domain.pain import PainMoment, PainRecord
from footroutine.domain.periods import Period
from footroutine.domain.progress import streak
from footroutine.player.record import PlannedSets, Record
from footroutine.services.history_db import History
from footroutine.services.history_file import HistoryFile, transaction
from footroutine.services.history_rows import save_pain, save_session
from footroutine.ui.paper import Paper
from footroutine.ui.report import report_pdf

LAST = date(2036, 11, 24)
DAILY = ("full", *["toe-press"] * 6, *["short"] * 3)


def fill(program: Program, days: int) -> None:
    """Write so many days up to the last, each in one transaction: every set done, pain before and after the first."""
    sets: dict[str, tuple[SetRecord, ...]] = {}
    for routine in set(DAILY):
        timeline = estimated(program.library.routines[routine], program.library, program.settings)
        done = PlannedSets.of(timeline).done(Record(frozenset(range(len(timeline.segments)))))
        sets[routine] = tuple(
            SetRecord(
                d.key.step, d.key.set, d.key.side, d.exercise, d.planned_reps, d.done_reps, d.planned_ms, d.done_ms
            )
            for d in done
        )
    db = HistoryFile(program.paths.data, print).connect()
    db.execute("PRAGMA synchronous = OFF")
    begin = datetime.combine(LAST, datetime.min.time(), tzinfo=UTC) - timedelta(days=days)
    for day in range(days + 1):
        with transaction(db):
            for hour, routine in enumerate(DAILY, 8):
                at = begin + timedelta(days=day, hours=hour)
                record = SessionRecord(
                    program.history.new_id(at), routine, routine, at, at, SessionState.FINISHED, 600_000,
                    tuple(replace(each, done_at=at) for each in sets[routine]),
                )  # fmt: skip
                save_session(db, record)
                if routine == "full":
                    for foot in (Side.LEFT, Side.RIGHT):
                        for moment in (PainMoment.BEFORE, PainMoment.AFTER):
                            save_pain(db, PainRecord(foot, moment, 3, at, record.id))
    db.close()


def today(history: History, program: Program) -> None:
    """What Today asks: the day's ledger, what is left unfinished, the streak."""
    ledger(THROUGH_THE_DAY, LAST, history.sessions_around(LAST))
    unfinished(program, LAST)
    streak(history.active_runs(), LAST, {6})


def report(program: Program, first: date) -> None:
    """Make the real report from a day to the last."""
    report_pdf(report_view(program, first, LAST), Paper.A4)


def progress_page(program: Program, period: Period) -> Callable[[], None]:
    """The real Progress page, to be turned to: filled, and painted. It and its window stay as long as this is kept."""
    program.settings = replace(program.settings, disclaimer_accepted=True)
    window = first_window(program)
    looking_back = LookingBack(program, window, lambda: LAST)
    looking_back.setParent(window)  # nobody else keeps it
    window.page_changed.connect(looking_back.show_if)
    window.show()
    window.period_chosen.emit(period)

    def opened() -> None:
        window.open_page("today")
        window.open_page("progress")
        assert window.progress.month.text()
        window.grab()

    return opened


def today_page(program: Program) -> Callable[[], None]:
    """The real Today page, filled and painted, with what it asks of the history."""
    program.settings = replace(program.settings, disclaimer_accepted=True)
    window = first_window(program)
    window.show()

    def opened() -> None:
        window.set_today(today_view(program, program.chosen))
        today(program.history, program)
        window.grab()

    return opened


def first_ms(work: Sequence[Callable[[], object]]) -> list[float]:
    """The processor time of each piece of work, in milliseconds, done for the first time."""
    return [_took_ms(each) for each in work]


def median_ms(work: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """The median processor time of each piece of work, in milliseconds; they take turns, so that load strikes all."""
    times: list[list[float]] = [[] for _ in work]
    for _ in range(runs):
        for own, each in zip(times, work, strict=True):
            own.append(_took_ms(each))
    return list(map(median, times))


def _took_ms(work: Callable[[], object]) -> float:
    began = time.process_time_ns()
    work()
    return (time.process_time_ns() - began) / 1e6


def row(name: str, times: Sequence[float]) -> str:
    """A line of the table: an empty history, four weeks, and all years."""
    none, some, full = times
    return f"| {name} | {none:.1f} | {some:.1f} | {full:.1f} | {full / none:.2f} | {full / some:.2f} |"


def main() -> None:
    """Measure and print a table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--years", type=int, default=10)
    asked.add_argument("--runs", type=int, default=31)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty, long = Program.load(Path(folder) / "empty"), Program.load(Path(folder) / "long")
        HistoryFile(empty.paths.data, print).connect().close()  # a file, but with nothing in it
        began = time.perf_counter()
        fill(long, 365 * options.years)
        weeks = Program.load(Path(folder) / "weeks")
        seconds = time.perf_counter() - began
        fill(weeks, 27)
        size = long.history.path.stat().st_size
        count = len(DAILY) * (365 * options.years + 1)
        print(f"{count} sessions, {size / 1e6:.1f} MB, {size / count:.0f} bytes each; written in {seconds:.0f} s\n")
        print(
            "| processor time | empty, ms | four weeks, ms | all years, ms | to empty | to four weeks |\n"
            "|---|---|---|---|---|---|"
        )
        QApplication.instance() or QApplication([])
        programs = (empty, weeks, long)
        pages = {"Today": [*map(today_page, programs)]}
        firsts = {}
        for period in Period:
            pages[f"Progress, {period.value}"] = made = [progress_page(each, period) for each in programs]
            firsts[f"Progress, {period.value}, made"] = first_ms(made)
        for name, work in pages.items():
            median_ms(work, 1)
            print(row(name, median_ms(work, options.runs)))
        for name, took in firsts.items():
            print(row(name, took))
        print()
        for days in (27, 365 * options.years):
            (took_ms,) = median_ms([lambda days=days: report(long, LAST - timedelta(days=days))], 5)  # type: ignore[misc]
            print(f"The report of {days + 1} days: {took_ms:.0f} ms")
        QApplication.closeAllWindows()


if __name__ == "__main__":
    main()
