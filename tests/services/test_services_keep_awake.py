"""The screen stays on while it is wanted, and nobody waits for a desktop that does not answer."""

import gc
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import screen_saver
from private_bus import private_bus

from footroutine.services.clock import SystemClock
from footroutine.services.keep_awake import KeepAwake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktop is asked over D-Bus on Linux alone")
AT_ONCE_MS = 500  # far below the 2 s for which a silent bus is waited for


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[Iterator[str]]:
    """What the screen saver of a desktop of the test's own says, line by line."""
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        command = [sys.executable, screen_saver.__file__]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout
            assert saver.stdout.readline() == "ready\n"
            yield iter(saver.stdout.readline, "")
            saver.terminate()


def test_the_desktop_keeps_the_screen_on_only_while_it_is_wanted(said: Iterator[str]) -> None:
    awake = KeepAwake()
    for cookie in (1, 2):
        awake.want(True)
        assert next(said) == f"on {cookie}\n"
        awake.want(True)  # wished already: asks for nothing
        awake.want(False)
        assert next(said) == f"off {cookie}\n"
    awake.close()


def test_the_end_of_the_program_lets_the_screen_sleep(said: Iterator[str]) -> None:
    awake = KeepAwake()
    awake.want(True)
    assert next(said) == "on 1\n"
    awake.close()
    assert next(said) == "off 1\n"
    assert not awake.active


def test_a_program_that_just_ends_lets_go_too(said: Iterator[str]) -> None:
    words = "from footroutine.services.keep_awake import KeepAwake; awake = KeepAwake(); awake.want(True)"
    subprocess.run([sys.executable, "-c", words], check=True, timeout=30)
    assert [next(said), next(said)] == ["on 1\n", "off 1\n"]


def test_a_desktop_that_does_not_answer_makes_nobody_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, awake = SystemClock(), KeepAwake()
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "bus"))
        silent.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        began = clock.now_ms()
        awake.want(True)
        awake.want(False)
        assert clock.now_ms() - began < AT_ONCE_MS
    awake.close()


def test_where_there_is_no_desktop_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    awake = KeepAwake()
    awake.want(True)
    awake.close()
    assert not awake.active


def test_a_desktop_that_does_not_agree_costs_no_open_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    with private_bus() as address:  # with no screen saver on it
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        gc.collect()
        gc.disable()
        try:
            before = opened()
            for _ in range(5):
                awake = KeepAwake()
                awake.want(True)
                awake.close()
                assert not awake.active
            assert opened() == before
        finally:
            gc.enable()
