"""Folders that fill up, take no more files or vanish in the middle of a session, and are mended while it goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from led import SETS, Led
from pytestqt.qtbot import QtBot
from small_disk import AS_SUPERUSER, FAULTS, lock_up, put_in, small_disk, take_out

from footroutine.services.clock import SystemClock

pytestmark = AS_SUPERUSER
WITHIN_MS = 2_000  # after the fault is over
CLOCK = SystemClock()


@pytest.mark.parametrize(("name", "told"), [("disk full", "full"), ("read-only", "")])
def test_what_could_not_be_kept_for_a_while_is_kept_when_it_can(
    name: str, told: str, tmp_path: Path, qtbot: QtBot
) -> None:
    fault, data = FAULTS[name], tmp_path / "data"
    with small_disk(data) if name == "disk full" else plain(data):
        led = Led(tmp_path)
        try:
            qtbot.waitUntil(lambda: led.is_over or led.sets_kept == 1, timeout=60_000)
            fault.begin(data)
            qtbot.waitUntil(lambda: led.is_over or led.entered("rest", 4), timeout=60_000)
            assert len(led.notices) == 1, led.said
            assert "cannot be written" in led.notices[0]
            assert told in led.notices[0]
            fault.end(data)
            mended = CLOCK.now_ms()
            qtbot.waitUntil(lambda: led.sets_kept >= 3, timeout=10_000)
            assert CLOCK.now_ms() - mended < WITHIN_MS
            assert (led.process.wait(60), led.complained) == (0, "")
        finally:
            led.kill()
        assert (led.sets_kept, led.state) == (SETS, "finished")
        assert ["cannot be" in notice for notice in led.notices] == [True, False], led.notices
    led.check_timing()


@contextmanager
def plain(folder: Path) -> Iterator[None]:
    yield
    lock_up(folder, "-i")


@pytest.mark.parametrize("comes_back", [True, False])
def test_a_history_taken_away_in_a_session_holds_it_in_the_end(comes_back: bool, tmp_path: Path, qtbot: QtBot) -> None:
    """A disk that is pulled out, and perhaps put in again."""
    data, disk = tmp_path / "data", tmp_path / "disk"
    data.mkdir()
    disk.mkdir()
    put_in(disk, data)
    led = Led(tmp_path)
    try:
        qtbot.waitUntil(lambda: led.is_over or led.sets_kept == 1, timeout=60_000)
        take_out(data)
        if comes_back:
            qtbot.waitUntil(lambda: led.is_over or led.entered("rest", 4), timeout=60_000)
            put_in(disk, data)
        else:
            data.rmdir()
        assert (led.process.wait(60), led.complained, led.notices) == (0, "", [])
        assert (led.sets_kept, led.state) == (SETS, "finished")
    finally:
        led.kill()
        if comes_back:
            take_out(data)
    led.check_timing()
