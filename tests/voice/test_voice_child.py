"""A child that hangs, dies, talks nonsense or floods stderr is ended, and the program is told once."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from footroutine.services.voice.child import Child, child_command
from footroutine.services.voice.child_io import CHILD_FLAG

ECHO = """
import sys
for line in sys.stdin:
    print('{"event": "echo"}', flush=True)
"""
HANG = "import threading; threading.Event().wait()"


@pytest.fixture
def make() -> Iterator[Callable[[str], Child]]:
    children: list[Child] = []

    def make(code: str) -> Child:
        children.append(Child([sys.executable, "-c", code]))
        return children[-1]

    yield make
    for child in children:
        child.close()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (HANG, "it did not answer in time"),
        ("raise SystemExit(1)", "it ended"),
        ("import os; os.abort()", "it ended"),
        ("raise ValueError('no data')", "it ended (ValueError: no data)"),
        ("print('Audio saved', flush=True); " + HANG, "it answered with nonsense"),
        ("print('[1, 2]', flush=True); " + HANG, "it answered with nonsense"),
        ("print('{}', flush=True); " + HANG, "it answered with nonsense"),
        ("import sys\nwhile True: sys.stdout.write('x' * 65536)", "it answered with nonsense"),
        ("import sys\nfor i in range(3000): sys.stderr.write('x' * 999 + '\\n')", "it ended (" + "x" * 200 + ")"),
    ],
)
def test_a_failing_child_is_told_once_and_is_gone(
    qtbot: QtBot, make: Callable[[str], Child], code: str, reason: str
) -> None:
    child = make(code)
    told: list[str] = []
    child.ended.connect(told.append)
    with qtbot.waitSignal(child.ended, timeout=10_000):
        child.start(within_ms=1_500)
    assert told == [reason]
    assert not child.running
    assert child.pid == 0


def test_a_program_that_is_not_there_is_told(qtbot: QtBot) -> None:
    child = Child(["/nowhere/at-all"])
    with qtbot.waitSignal(child.ended, timeout=5_000) as ended:
        child.start(within_ms=1_000)
    assert ended.args == ["it did not start"]


def test_an_answer_in_time_keeps_it_alive_and_one_too_late_does_not(qtbot: QtBot, make: Callable[[str], Child]) -> None:
    child = make(
        'print(\'{"event": "awake"}\', flush=True)\n'
        + ECHO.replace("for line", "for _, line").replace("sys.stdin", "zip(range(1), sys.stdin)")
        + HANG
    )
    with qtbot.waitSignal(child.received, timeout=5_000):
        child.start(within_ms=5_000)
    with qtbot.waitSignal(child.received, timeout=5_000) as received:
        child.send({"do": "anything"}, within_ms=3_000)
    assert received.args == [{"event": "echo"}]
    with qtbot.waitSignal(child.ended, timeout=5_000) as ended:
        child.send({"do": "anything"}, within_ms=200)
    assert ended.args == ["it did not answer in time"]


def test_it_can_be_started_again_at_once(qtbot: QtBot, make: Callable[[str], Child]) -> None:
    child = make("raise SystemExit(3)")
    for _ in range(3):
        with qtbot.waitSignal(child.ended, timeout=5_000):
            child.start(within_ms=3_000)


def test_closing_ends_the_process_and_tells_nothing(qtbot: QtBot, make: Callable[[str], Child]) -> None:
    child = make(ECHO)
    child.start(within_ms=5_000)
    with qtbot.waitSignal(child.received, timeout=5_000):
        child.send({"do": "anything"})
    pid = child.pid
    with qtbot.assertNotEmitted(child.ended, wait=100):
        child.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.parametrize("name", ["playback", "synthesis"])
@pytest.mark.parametrize("last_words", [b"", b'{"do": "vo'])
def test_a_real_child_ends_with_its_program(name: str, last_words: bytes) -> None:
    child = subprocess.Popen(
        child_command(name), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    assert child.stdin
    child.stdin.write(last_words)
    child.stdin.close()
    child.wait(timeout=10)


def test_a_frozen_program_runs_itself_with_a_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_command("playback")[1:] == ["-m", "footroutine.services.voice.playback_child"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command("playback")[1:] == [CHILD_FLAG, "playback"]
