"""What Today and Progress ask of the history: of an empty one, and of ten years with ten sessions a day.

    python benchmarks/history.py [--years 10] [--runs 31]

Each question opens the file anew, as the program does. A page does more than ask: its view is made and painted. The
Today page stands for both here. QT_QPA_PLATFORM=offscreen will do.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from footroutine.app.looks import Looks
from footroutine.app.opening import first_window
from footroutine.app.page_views import today_view
from footroutine.app.preparing import estimated
from footroutine.app.resuming import unfinished
from footroutine.app.wiring import Program
from footroutine.domain.day_plan import THROUGH_THE_DAY, ledger
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord, SessionState, SetRecord
from footroutine.domain.pain import PainMoment, PainRecord
from footroutine.domain.progress import minutes_by_week, streak
from footroutine.player.record import PlannedSets, Record
from footroutine.services.history_db import History
from footroutine.services.history_file import HistoryFile, transaction
from footroutine.services.history_rows import save_pain, save_session

LAST = date(2036, 11, 24)
DAILY = ("full", *["toe-press"] * 6, *["short"] * 3)


def fill(program: Program, years: int) -> None:
    """Write the years, a day in one transaction: every set done, pain said before and after the first session."""
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
    begin = datetime.combine(LAST, datetime.min.time(), tzinfo=UTC) - timedelta(days=365 * years)
    for day in range(365 * years + 1):
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


def progress(history: History, _program: Program) -> None:
    """What Progress asks: a calendar's month, half a year of weeks, sums by exercise, the streak, pain lines."""
    first = LAST - timedelta(days=182)
    minutes_by_week(history.days(first, LAST), first, LAST)
    history.exercises(LAST - timedelta(days=30), LAST)
    history.exercises_ever()
    streak(history.active_runs(), LAST, {6})
    history.pains(LAST - timedelta(days=90), LAST)


def page_ms(program: Program, runs: int) -> float:
    """Making and painting the Today page, with nothing asked of the history."""
    app = QApplication.instance() or QApplication([])
    program.settings = replace(program.settings, disclaimer_accepted=True)
    window = first_window(program, Looks(program))
    window.show()

    def opened() -> None:
        window.set_today(today_view(program, program.chosen))
        window.grab()

    took = took_ms(opened, runs)
    window.close()
    app.processEvents()
    return took


def took_ms(work: Callable[[], object], runs: int) -> float:
    """The median time of a piece of work, after one that is not counted."""
    times = []
    for _ in range(runs + 1):
        began = time.perf_counter_ns()
        work()
        times.append((time.perf_counter_ns() - began) / 1e6)
    return median(times[1:])


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
        fill(long, options.years)
        seconds = time.perf_counter() - began
        size = long.history.path.stat().st_size
        count = len(DAILY) * (365 * options.years + 1)
        print(f"{count} sessions, {size / 1e6:.1f} MB, {size / count:.0f} bytes each; written in {seconds:.0f} s\n")
        print("| | empty, ms | ten years, ms | more, ms | page and questions: ratio |\n|---|---|---|---|---|")
        page = page_ms(empty, options.runs)
        for name, asks in (("Today", today), ("Progress", progress)):
            short, full = (took_ms(lambda p=p, a=asks: a(p.history, p), options.runs) for p in (empty, long))  # type: ignore[misc]
            ratio = (full + page) / (short + page)
            print(f"| {name} | {short:.1f} | {full:.1f} | {full - short:.1f} | {ratio:.2f} |")
        print(f"\nThe page itself, which both need: {page:.1f} ms")


if __name__ == "__main__":
    main()
