"""A session while its program is frozen, and while the wall clock is set: its own time goes by neither."""

import os
import pty
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest
from histories import rows
from led import SETS, SETTINGS, Led, make_ready
from media_client import MediaClient
from private_bus import private_bus
from pytestqt.qtbot import QtBot

from footroutine.services.clock import SystemClock, now

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's signals")
CLOCK = SystemClock()
GAP_MS = 2_000  # what counts as a sleep of the machine


def freeze(led: Led, qtbot: QtBot, ms: int) -> None:
    """Freeze the program for so long."""
    led.process.send_signal(signal.SIGSTOP)
    until = CLOCK.now_ms() + ms
    qtbot.waitUntil(lambda: CLOCK.now_ms() > until)
    led.process.send_signal(signal.SIGCONT)


@pytest.fixture
def terminal() -> Iterator[tuple[int, int, list[bytes]]]:
    """A terminal: our end, the program's end, and what is shown."""
    ours, its = pty.openpty()
    shown: list[bytes] = []

    def read_on() -> None:
        with suppress(OSError):
            while words := os.read(ours, 1 << 16):
                shown.append(words)

    reader = Thread(target=read_on)
    reader.start()
    yield ours, its, shown
    os.close(its)  # the last one: the reader's end
    reader.join()
    os.close(ours)


def test_frozen_for_a_moment_it_goes_on_with_the_clock(tmp_path: Path, qtbot: QtBot) -> None:
    led = Led(tmp_path)
    try:
        qtbot.waitUntil(lambda: led.is_over or led.entered("rest", 2), timeout=60_000)
        freeze(led, qtbot, GAP_MS // 4)
        assert (led.process.wait(60), led.complained, led.notices) == (0, "", [])
    finally:
        led.kill()
    assert (led.sets_kept, led.state) == (SETS, "finished")
    assert led.of_kind("paused") == []
    led.check_timing()


def test_frozen_for_longer_it_goes_on_where_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    """Nobody could press a key here."""
    led = Led(tmp_path)
    try:
        qtbot.waitUntil(lambda: led.is_over or led.entered("rest", 2), timeout=60_000)
        freeze(led, qtbot, GAP_MS * 5 // 4)
        assert (led.process.wait(60), led.complained) == (0, "")
    finally:
        led.kill()
    assert led.notices == ["The computer slept. It goes on where it was."]
    assert (led.sets_kept, led.state) == (SETS, "finished")
    [paused], [resumed] = led.of_kind("paused"), led.of_kind("resumed")
    assert (paused["reason"], paused["actual_ms"]) == ("gap", resumed["actual_ms"])
    led.check_timing(frozen_ms=GAP_MS)


def test_frozen_for_longer_it_waits_for_a_key(
    tmp_path: Path, terminal: tuple[int, int, list[bytes]], qtbot: QtBot
) -> None:
    ours, its, shown = terminal
    led = Led(tmp_path, variables={"TERM": "xterm"}, stdin=its, stdout=its)
    try:
        qtbot.waitUntil(lambda: led.is_over or led.entered("rest", 2), timeout=60_000)
        freeze(led, qtbot, GAP_MS * 5 // 4)
        qtbot.waitUntil(lambda: b"Space goes on." in b"".join(shown))
        assert led.events[-1]["event"] == "paused"
        os.write(ours, b" ")
        assert (led.process.wait(60), led.complained) == (0, "")
    finally:
        led.kill()
    assert b"".join(shown).count(b"the computer slept") == 1
    assert (led.sets_kept, led.state) == (SETS, "finished")


def test_a_window_frozen_for_longer_is_paused_until_it_is_told_to_go_on(tmp_path: Path, qtbot: QtBot) -> None:
    """As the desktop's media keys see it."""
    make_ready(tmp_path, SETTINGS.replace(f"sets = {SETS}", "sets = 1"))
    with private_bus() as bus:
        variables = {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_QPA_PLATFORM": "offscreen"}
        led, desktop = Led(tmp_path, "start", "toe-press", variables=variables), MediaClient(bus)
        try:
            desktop.wait_for_player(there=True)
            assert desktop.value("PlaybackStatus") == "Playing"
            freeze(led, qtbot, GAP_MS * 2)  # the session's own time begins a second after its start
            desktop.wait_for("PlaybackStatus", "Paused")
            desktop.press("Play")
            desktop.wait_for("PlaybackStatus", "Playing")
            desktop.wait_for_player(there=False)  # it is done
            led.process.terminate()
            assert (led.process.wait(30), led.complained) == (0, "")
        finally:
            led.kill()
            desktop.close()
    assert (led.sets_kept, led.state) == (1, "finished")


SETTABLE = """
import sys
from datetime import timedelta
from pathlib import Path
from footroutine.services import clock
real = clock.now
clock.now = lambda: real() + timedelta(days=int(Path(sys.argv[2], "days").read_text()))
from footroutine.app.main import main
sys.exit(main())
"""


def test_the_wall_clock_is_set_back_and_forward(tmp_path: Path, qtbot: QtBot) -> None:
    """By days, in its one reader: the machine's own would be set for everybody."""
    days = tmp_path / "days"
    days.write_text("0")
    began_s = now().timestamp()
    led = Led(tmp_path, python=("-c", SETTABLE))
    try:
        for after, setting in ((1, "-3"), (3, "2")):
            qtbot.waitUntil(lambda n=after: led.is_over or led.sets_kept == n, timeout=60_000)  # type: ignore[misc]
            days.write_text(setting)
        assert (led.process.wait(60), led.complained, led.notices) == (0, "", [])
    finally:
        led.kill()
    assert (led.sets_kept, led.state) == (SETS, "finished")
    led.check_timing()
    done_ms = rows(led.history, "SELECT done_utc FROM exercise_set ORDER BY number")
    found = [round((int(str(ms)) / 1000 - began_s) / 86_400) for (ms,) in done_ms]
    assert (found[0], found[2], found[5]) == (0, -3, 2)
