"""Whatever ends the program in a session: nothing of it stays behind, and what was done is kept."""

import fcntl
import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from keyboard import display_server
from led import SETS, Led
from pulse_server import PulseServer
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's signals, displays and processes")


@pytest.fixture
def sound(tmp_path: Path) -> Iterator[PulseServer]:
    (tmp_path / "sound").mkdir()
    server = PulseServer(tmp_path / "sound")
    server.start()
    yield server
    server.kill()


@dataclass(frozen=True)
class End:
    """What is done to the program, and what is then in the history, on stderr, and as its exit code."""

    does: Callable[[Led, "subprocess.Popen[str]", str], object]
    state: str
    code: int
    said: str = ""


LOST = (
    "footroutine: The display is gone, and the window with it. What you did is kept; "
    "to go on with it here: footroutine session --resume\n"
)


def close_connection(_led: Led, _server: "subprocess.Popen[str]", display: str) -> None:
    """As the desktop does at log-out with who does not go by himself."""
    search = ["xdotool", "search", "--onlyvisible", "--name", "Foot Routine", "windowkill"]
    subprocess.run(search, env={**os.environ, "DISPLAY": display}, check=True, capture_output=True)


ENDS = {
    "SIGTERM": End(lambda led, *_: led.process.send_signal(signal.SIGTERM), "stopped", 0),
    "SIGHUP": End(lambda led, *_: led.process.send_signal(signal.SIGHUP), "stopped", 0),
    "SIGKILL": End(lambda led, *_: led.process.kill(), "open", -9),
    "display killed": End(lambda _led, server, _: server.kill(), "stopped", 1, LOST),
    "connection closed": End(close_connection, "stopped", 1, LOST),
}


def test_a_window_in_a_session_ends_in_order(tmp_path: Path, sound: PulseServer, qtbot: QtBot) -> None:
    """All at once, each on a display of its own."""
    with ExitStack() as stack:
        led: dict[str, Led] = {}
        shown = {}
        for name in ENDS:
            server, display = stack.enter_context(display_server())
            shown[name] = server, display
            variables = {**sound.variables, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            led[name] = Led(tmp_path / name, "start", "toe-press", variables=variables)
            stack.callback(led[name].kill)
        for name, each in led.items():
            qtbot.waitUntil(lambda e=each: e.is_over or e.sets_kept == 1, timeout=60_000)  # type: ignore[misc]
            assert (name, each.process.poll(), each.complained) == (name, None, "")
            assert len(each.left_running) >= 2, name  # the program, and the one that plays
        for name, end in ENDS.items():
            end.does(led[name], *shown[name])
        for name, end in ENDS.items():
            each = led[name]
            assert (name, each.process.wait(20)) == (name, end.code)
            qtbot.waitUntil(lambda e=each: e.left_running == [], timeout=2_000)  # type: ignore[misc]
            assert (name, each.complained) == (name, end.said)
            assert (name, each.state) == (name, end.state)
            assert each.sets_kept >= 1


def own_terminal() -> None:
    """In the child: what is its stdin is the terminal that ends it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def read_on(terminal: int) -> None:
    """Take what is shown, as a terminal does."""
    with suppress(OSError):
        while os.read(terminal, 1 << 16):
            pass


def test_a_session_whose_terminal_is_closed_ends_in_order(tmp_path: Path, sound: PulseServer, qtbot: QtBot) -> None:
    """Everything that it still wants to say goes nowhere."""
    ours, its = pty.openpty()
    words = ("session", "toe-press", "--log-json", str(tmp_path / "log.jsonl"))
    variables = {**sound.variables, "TERM": "xterm"}
    led = Led(tmp_path, *words, variables=variables, stdin=its, stdout=its, preexec_fn=own_terminal)
    os.close(its)
    reader = Thread(target=read_on, args=(ours,), daemon=True)
    reader.start()
    try:
        qtbot.waitUntil(lambda: led.is_over or bool(led.of_kind("cue")), timeout=60_000)
        assert len(led.left_running) >= 2
        os.close(ours)
        assert (led.process.wait(20), led.complained) == (0, "")
        qtbot.waitUntil(lambda: led.left_running == [], timeout=2_000)
        assert led.state == "stopped"
        assert led.events[-1]["finished"] is False
    finally:
        led.kill()


@pytest.mark.parametrize("stream", ["stdout", "log"])
def test_a_session_whose_words_cannot_be_written_goes_on(stream: str, tmp_path: Path) -> None:
    """The kernel's own full disk."""
    with Path("/dev/full").open("w") as full:
        led = Led(tmp_path, stdout=full) if stream == "stdout" else Led(tmp_path, log=Path("/dev/full"))
        try:
            assert (led.process.wait(60), led.sets_kept, led.state) == (0, SETS, "finished")
        finally:
            led.kill()
    assert "Traceback" not in led.complained
    assert [line for line in (led.complained + led.said).splitlines() if "No space left" in line][1:] == []
    assert "No space left" in led.complained + led.said
