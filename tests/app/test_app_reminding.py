"""Reminders as a person meets them: a real notification daemon and history, and a wall clock that the test moves."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import shipped
from histories import kept, session
from notification_daemon import Daemon, notification_daemon
from private_bus import private_bus
from pytestqt.qtbot import QtBot

from footroutine.app.reminding import Reminding
from footroutine.app.wiring import Program
from footroutine.domain.reminders import AGAIN, LATER, Reminded
from footroutine.services.reminder_file import FILE_NAME, load_reminded

NINE = datetime(2026, 5, 4, 9, tzinfo=UTC)
ONE, SIX = NINE.replace(hour=13), NINE.replace(hour=18)
MINUTE = timedelta(minutes=1)


class Desk:
    """A person's desktop: a daemon, a clock on the wall, and the program that reminds."""

    def __init__(self, program: Program, daemon: Daemon, qtbot: QtBot) -> None:
        program.settings = replace(program.settings, remind=True, plan="toe-press")
        self.program, self.daemon, self.qtbot = program, daemon, qtbot
        self.now, self.is_busy = NINE, False
        daemon.clear()
        self.before = len(daemon.shown())
        self.begin()

    def begin(self) -> None:
        """Start the program anew."""
        self.reminding = Reminding(self.program, lambda: self.is_busy, lambda: self.now)

    def look_at(self, moment: datetime) -> None:
        self.now = moment
        self.reminding.look()

    @property
    def kept(self) -> Reminded:
        return load_reminded(self.program.paths.data)

    def is_reminded(self) -> None:
        """A reminder is on the screen, and it is kept that it is."""
        self.qtbot.waitUntil(lambda: self.daemon.displayed() == 1 and self.kept.at == self.now)

    def shown(self) -> list[str]:
        """The text of each reminder since the test began, the latest first; what is on the screen is taken away."""
        self.reminding.close()
        self.qtbot.waitUntil(lambda: self.daemon.displayed() == 0)
        told = self.daemon.shown()
        assert {title for title, _ in told} <= {"Time for your feet"}
        return [text for _, text in told[: len(told) - self.before]]


@pytest.fixture(scope="module")
def daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    with notification_daemon(tmp_path_factory.mktemp("daemon")) as running:
        yield running


@pytest.fixture
def desk(program: Program, daemon: Daemon, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)
    made = Desk(program, daemon, qtbot)
    yield made
    made.reminding.close()
    program.history.close()


def test_a_time_of_the_plan_is_told_once(desk: Desk) -> None:
    desk.look_at(NINE - MINUTE)
    desk.look_at(NINE)
    desk.is_reminded()
    desk.look_at(NINE + MINUTE)
    assert desk.shown() == ["Toe Press: 1 of 3."]


def test_all_that_is_planned_for_one_time_is_told_at_once(desk: Desk) -> None:
    desk.program.settings = replace(desk.program.settings, plan="both")
    desk.look_at(NINE)
    desk.is_reminded()
    assert desk.shown() == ["Toe Press: 1 of 3. Full routine."]


@pytest.mark.parametrize("why", ["off", "busy", "quiet"])
def test_nobody_is_reminded_who_is_not_to_be(desk: Desk, why: str) -> None:
    settings = desk.program.settings
    desk.is_busy = why == "busy"
    quiet_from = 12 if why == "quiet" else settings.quiet_from
    quiet_until = 14 if why == "quiet" else settings.quiet_until
    desk.program.settings = replace(settings, remind=why != "off", quiet_from=quiet_from, quiet_until=quiet_until)
    desk.look_at(ONE)
    desk.is_busy, desk.program.settings = False, settings
    desk.look_at(SIX)
    desk.is_reminded()
    assert len(desk.shown()) == 1


def test_in_15_minutes_it_comes_again(desk: Desk) -> None:
    desk.look_at(NINE)
    desk.is_reminded()
    desk.daemon.press("In 15 minutes")
    desk.qtbot.waitUntil(lambda: desk.kept.later == NINE + LATER)
    desk.look_at(NINE + LATER - MINUTE)
    desk.look_at(NINE + LATER)
    desk.is_reminded()
    assert len(desk.shown()) == 2


def test_not_today_keeps_still_until_tomorrow(desk: Desk) -> None:
    desk.look_at(NINE)
    desk.is_reminded()
    desk.daemon.press("Not today")
    desk.qtbot.waitUntil(lambda: desk.kept.not_on == NINE.date())
    for moment in (NINE + LATER, NINE + AGAIN, ONE, SIX):
        desk.look_at(moment)
    desk.look_at(NINE + timedelta(days=1))
    desk.is_reminded()
    assert len(desk.shown()) == 2


def test_a_restart_does_not_remind_again_at_once(desk: Desk) -> None:
    desk.look_at(NINE)
    desk.is_reminded()
    desk.reminding.close()
    desk.begin()
    desk.look_at(NINE + MINUTE)
    desk.look_at(NINE + AGAIN)
    desk.is_reminded()
    assert len(desk.shown()) == 2


def test_what_is_done_is_not_reminded_of_and_what_comes_next_is_counted(desk: Desk) -> None:
    desk.look_at(NINE)
    desk.is_reminded()
    timeline = shipped("toe-press").timeline
    first_set = next(n for n, each in enumerate(timeline.segments) if each.set == 2)
    kept(desk.program.paths.data, session(NINE + MINUTE, done=first_set, timeline=timeline))
    desk.look_at(NINE + 30 * MINUTE)
    desk.qtbot.waitUntil(lambda: desk.daemon.displayed() == 0)
    desk.look_at(ONE)
    desk.is_reminded()
    assert desk.shown() == ["Toe Press: 2 of 3.", "Toe Press: 1 of 3."]


def test_start_names_the_routine_to_begin(desk: Desk) -> None:
    desk.look_at(NINE)
    desk.is_reminded()
    with desk.qtbot.waitSignal(desk.reminding.start_requested) as started:
        desk.daemon.press("Start")
    assert started.args == ["toe-press"]


def test_the_reminder_itself_brings_the_window(desk: Desk) -> None:
    desk.look_at(NINE)
    desk.is_reminded()
    with desk.qtbot.waitSignal(desk.reminding.front_requested):
        desk.daemon.press_itself()


def test_a_test_of_one_says_what_came_of_it_and_changes_nothing(desk: Desk) -> None:
    said: list[str] = []
    desk.reminding.status.connect(said.append)
    desk.reminding.show_test()
    desk.qtbot.waitUntil(lambda: desk.daemon.displayed() == 1)
    desk.daemon.press("Not today")
    desk.qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [
        "It is shown now, where your desktop shows its messages.",
        "It works: your answer has come back.",
    ]
    assert desk.kept == Reminded()
    assert desk.shown() == ["This is how a reminder looks."]


def test_a_desktop_that_wants_quiet_is_asked_again_the_next_minute(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    served = [sys.executable, str(Path(__file__).parents[1] / "helpers" / "quiet_desktop.py")]
    with private_bus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
        with subprocess.Popen(served, stdout=subprocess.PIPE, text=True) as desktop:
            assert desktop.stdout
            assert desktop.stdout.readline() == "ready\n"
            for minute in range(2):
                with desk.qtbot.waitSignal(desk.reminding._notifier.held):
                    desk.look_at(NINE + minute * MINUTE)
            desktop.terminate()
    assert desk.kept == Reminded()


def test_where_there_are_no_buttons_the_words_go_elsewhere_and_count_as_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at-all")
    with desk.qtbot.waitSignal(desk.reminding.unshown) as said:
        desk.look_at(NINE)
    assert said.args == ["Time for your feet", "Toe Press: 1 of 3."]
    assert (desk.kept.slot, desk.kept.count) == (NINE, 1)


@pytest.mark.parametrize("moved", [timedelta(hours=-3), timedelta(hours=-1), timedelta(days=-1)])
def test_a_clock_that_is_set_back_stops_no_later_reminder(desk: Desk, moved: timedelta) -> None:
    desk.look_at(SIX)
    desk.is_reminded()
    desk.daemon.press("In 15 minutes")
    desk.qtbot.waitUntil(lambda: desk.kept.later is not None)
    desk.look_at(SIX + moved)
    desk.is_reminded()
    assert len(desk.shown()) == 2


def test_a_long_sleep_is_followed_by_one_reminder(desk: Desk) -> None:
    desk.look_at(NINE - MINUTE)
    desk.look_at(SIX + MINUTE)
    desk.is_reminded()
    desk.look_at(SIX + 2 * MINUTE)
    assert len(desk.shown()) == 1


@pytest.mark.parametrize("junk", [b"", b"\xff", b"[]", b"{}", b'{"slot": "2026-05-04T09:00:00", "at": null}'])
def test_a_damaged_file_is_as_good_as_none(desk: Desk, junk: bytes) -> None:
    (desk.program.paths.data / FILE_NAME).write_bytes(junk)
    desk.reminding.close()
    desk.begin()
    desk.look_at(NINE)
    desk.is_reminded()
    assert len(desk.shown()) == 1
