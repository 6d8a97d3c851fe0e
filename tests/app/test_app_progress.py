"""The Progress page in the real window, over a real history."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from app_fakes import FakeClock, WrittenSpeech
from builders import shipped
from histories import rows, session, whole
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from ui_views import texts

from footroutine.app.looking_back import LookingBack
from footroutine.app.looks import Looks
from footroutine.app.opening import first_window
from footroutine.app.window_app import WindowApp
from footroutine.app.wiring import Program
from footroutine.domain.pain import FEET, PainMoment, PainRecord
from footroutine.domain.periods import Period
from footroutine.services.history_file import HistoryFile, transaction
from footroutine.services.history_rows import save_pain, save_session
from footroutine.ui.chart import TextTable
from footroutine.ui.paper import Paper
from footroutine.ui.progress_page import ProgressPage
from footroutine.ui.progress_views import DayMark
from footroutine.ui.window import MainWindow

TODAY = date(2026, 11, 24)  # a Tuesday
NOON = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=1)))
TOE_PRESS = shipped("toe-press").timeline


@pytest.fixture
def opened(program: Program, speech: WrittenSpeech, qtbot: QtBot) -> Callable[[], MainWindow]:
    """The real window, on its Progress page, on a known day."""
    kept: list[object] = []

    def open_it() -> MainWindow:
        window = first_window(program)
        looking_back = LookingBack(program, window, lambda: TODAY)
        window.page_changed.connect(looking_back.show_if)
        kept.append(looking_back)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        window.open_page("progress")
        return window

    return open_it


def practise(program: Program, *days: int, part: bool = False) -> None:
    """A session of toe presses so many days ago."""
    db = HistoryFile(program.paths.data, print).connect()
    with transaction(db):
        for days_ago in days:
            began = NOON - timedelta(days=days_ago)
            save_session(
                db,
                session(began, done=len(TOE_PRESS.segments) // 2, timeline=TOE_PRESS)
                if part
                else whole(began, TOE_PRESS),
            )
    db.close()


def say_pain(program: Program) -> None:
    db = HistoryFile(program.paths.data, print).connect()
    with transaction(db):
        save_pain(db, PainRecord(FEET[0], PainMoment.BEFORE, 6, NOON - timedelta(days=3)))
        save_pain(db, PainRecord(FEET[0], PainMoment.AFTER, 2, NOON))
    db.close()


def cells(table: TextTable) -> list[tuple[str, ...]]:
    model = table.model()
    return [tuple(model.index(r, c).data() for c in range(model.columnCount())) for r in range(model.rowCount())]


def marks(page: ProgressPage) -> dict[date, DayMark]:
    """What was done on which days; without the days off."""
    assert page._view
    return {day: mark for day, mark in page._view.month.marks.items() if mark is not DayMark.NONE}


def test_with_nothing_recorded_the_next_step_is_offered(opened: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = opened()
    page = window.progress
    assert page.empty.isVisible()
    assert not any(piece.isVisible() for piece in (page.headline, page.tables, page.report))
    assert page.calendar.accessibleDescription() == "Nothing recorded"
    assert "Toe Press: both 0" in page.sets.accessibleDescription()
    page.to_today.setFocus()
    QTest.keyClick(page.to_today, Qt.Key.Key_Return)
    assert window.page == "today"


def test_the_days_are_marked_as_they_were(program: Program, opened: Callable[[], MainWindow]) -> None:
    practise(program, 0, 1, 3)
    practise(program, 2, part=True)
    page = opened().progress
    assert marks(page) == {
        date(2026, 11, 24): DayMark.DONE,
        date(2026, 11, 23): DayMark.DONE,
        date(2026, 11, 22): DayMark.PART,
        date(2026, 11, 21): DayMark.DONE,
    }
    assert page.headline.text() == "4 days in a row"
    assert "22 Nov: Part of a session" in page.calendar.accessibleDescription()


def test_a_planned_rest_day_is_shown_and_breaks_no_row(program: Program, opened: Callable[[], MainWindow]) -> None:
    practise(program, 0, 1, 3, 4)  # not on Sunday the 22nd
    program.settings = replace(program.settings, rest_days="sun")
    page = opened().progress
    assert marks(page)[date(2026, 11, 22)] is DayMark.REST
    assert date(2026, 11, 15) not in marks(page)  # before there was anything
    assert page.headline.text() == "4 days in a row"
    assert "rest days belong" in page.detail.text()


def legend(page: ProgressPage) -> list[str]:
    return [mark.value for mark in DayMark if page.findChild(QWidget, f"legend_{mark.value}").isVisible()]  # type: ignore[union-attr]


def test_a_day_off_has_a_sign_and_a_day_to_come_or_before_the_first_has_none(
    program: Program, opened: Callable[[], MainWindow]
) -> None:
    practise(program, 1, 5)
    page = opened().progress
    assert page._view
    off = {day.day for day, mark in page._view.month.marks.items() if mark is DayMark.NONE}
    assert off == {20, 21, 22}
    assert legend(page) == ["done", "none"]
    assert "20 Nov" not in page.calendar.accessibleDescription()


def test_the_week_that_is_not_over_is_said_to_be_under_way(program: Program, opened: Callable[[], MainWindow]) -> None:
    practise(program, 1, 8)
    page = opened().progress
    assert page._view
    assert [bar.is_open for bar in page._view.minutes] == [False, False, False, True]
    assert texts(page, "minutesNote") == ["The open bar is this week, so far."]
    assert page.minutes.accessibleDescription().endswith("The open bar is this week, so far.")


def test_the_tables_say_what_the_charts_show(program: Program, opened: Callable[[], MainWindow], qtbot: QtBot) -> None:
    practise(program, 0, 1, 8, 30)
    say_pain(program)
    page = opened().progress
    assert page.calendar.isVisible()
    QTest.mouseClick(page.tables, Qt.MouseButton.LeftButton)
    for card in (page.calendar_card, page.minutes_card, page.sets_card, page.pain_card):
        assert card.table.isVisible()
        assert not any(chart.isVisible() for chart in card.charts)
        assert card.table.accessibleName()
    per_session = len({s.key.set for s in _sets()})
    assert cells(page.sets_card.table) == [("Toe Press", "both", str(3 * per_session))]
    ran = rows(program.history.path, "SELECT sum(active_ms) FROM session WHERE date >= '2026-11-02'")[0][0]
    assert sum(int(minutes) for _, minutes in cells(page.minutes_card.table)) == pytest.approx(
        int(str(ran)) / 60_000, abs=2
    )
    assert cells(page.pain_card.table) == [("24 Nov", "left", "–", "2", "–"), ("21 Nov", "left", "6", "–", "–")]


def _sets() -> list:  # type: ignore[type-arg]
    from footroutine.player.record import NOTHING_DONE

    return list(NOTHING_DONE.sets(TOE_PRESS))


def test_a_longer_time_holds_more(program: Program, opened: Callable[[], MainWindow], qtbot: QtBot) -> None:
    practise(program, 0, 30, 200, 500)
    page = opened().progress
    page.tables.click()
    counts = []
    for period in Period:
        button = page._periods[period]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        counts.append(int(cells(page.sets_card.table)[0][2]))
    assert counts == [3, 6, 9, 12]


def test_the_calendar_turns_back_to_the_first_month_and_no_further(
    program: Program, opened: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    practise(program, 0, 40)
    page = opened().progress
    assert not page.after.isEnabled()
    assert texts(page, "legendWords") == ["A whole session", "A day off", "Today"]
    QTest.keyClick(page.before, Qt.Key.Key_Return)
    assert page.month.text() == "October 2026"
    assert "Today" not in texts(page, "legendWords")
    assert marks(page) == {date(2026, 10, 15): DayMark.DONE}
    assert not page.before.isEnabled()
    QTest.keyClick(page.after, Qt.Key.Key_Return)
    assert page.month.text() == "November 2026"


def test_no_pain_no_lines_and_one_foot_one_line(program: Program, opened: Callable[[], MainWindow]) -> None:
    practise(program, 0)
    window = opened()
    assert not window.progress.pain_card.isVisible()
    say_pain(program)
    window.open_page("today")
    window.open_page("progress")
    assert [line.isVisible() for line in window.progress.pain] == [True, False]
    assert "from 2 to 6" in window.progress.pain[0].accessibleDescription()


def test_tab_reaches_every_chart(program: Program, opened: Callable[[], MainWindow], qtbot: QtBot) -> None:
    practise(program, 0)
    say_pain(program)
    window = opened()
    page = window.progress
    QApplication.processEvents()
    window.activateWindow()
    page._periods[Period.WEEKS].setFocus()
    seen: set[str] = set()
    for _ in range(25):
        focus = QApplication.focusWidget()
        assert focus, seen
        seen.add(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {"calendar", "minutes", "sets", "pain_left", "progressReport", "progressTables"} <= seen


def save_as(window: MainWindow, file: Path) -> None:
    """Answer the question where to save, as a person does who types a name."""
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(file))
    dialog.accept()
    QApplication.processEvents()


def test_the_report_is_saved_where_it_is_asked_to_be(
    program: Program, opened: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    practise(program, 0)
    window = opened()
    QTest.mouseClick(window.progress.report, Qt.MouseButton.LeftButton)
    save_as(window, tmp_path / "mine.pdf")
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert "mine.pdf" in window.notice.words.text()


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, "595 x 842"), (Paper.LETTER, "612 x 792")])
def test_the_page_itself_is_printed_with_all_that_it_shows(
    program: Program, opened: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path, paper: Paper, size: str
) -> None:
    practise(program, 0, 1, 8)
    say_pain(program)
    window = opened()
    QTest.mouseClick(window.progress.sheet, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectNameFilter(next(name for name in dialog.nameFilters() if ("A4" in name) == (paper is Paper.A4)))
    save_as(window, tmp_path / "page.pdf")
    file = str(tmp_path / "page.pdf")
    text, told = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for command in (["pdftotext", "-layout", file, "-"], ["pdfinfo", file])
    )
    assert size in re.sub(r"\.\d+", "", told)
    assert re.search(r"Pages: +1\n", told)
    for said in ("2 days in a row", "November 2026", "Minutes per week", "Left foot", "A whole session"):
        assert said in text
    assert re.search(r"Toe Press +both +9\n", text)


def test_a_place_that_cannot_be_written_is_told(
    program: Program, opened: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    practise(program, 0)
    window = opened()
    (tmp_path / "taken.pdf").mkdir()
    window.report_requested.emit()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "taken.pdf"))
    assert "cannot be written" in window.notice.words.text()


def test_a_routine_is_printed_from_its_page(
    program: Program, clock: FakeClock, speech: WrittenSpeech, qtbot: QtBot, tmp_path: Path
) -> None:
    looks = Looks(program)
    window = first_window(program)
    app = WindowApp(program, speech, window, looks)
    qtbot.addWidget(window)
    window.show()
    app.begin()
    qtbot.waitUntil(lambda: "about" in window.made and not app._later)
    window.show_routines()
    QTest.mouseClick(window.routines.sheet, Qt.MouseButton.LeftButton)
    save_as(window, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
