"""One window for each profile, shown with real programs: a second start tells the first what it was asked for."""

import signal
import socket
import stat
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from program import Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footroutine.app.single_instance import SingleInstance, Wish
from footroutine.domain.errors import UserError
from footroutine.ui.placing import come_forward

FORWARD = "Foot Routine is open already; its window is in front now.\n"
BEGINS = "Foot Routine is open already; the session begins in its window.\n"
NONSENSE = (b"", b"\xff\x00", b"[]", b'{"routine": 3}', b'{"drop": "table"}', b"x" * 50_000)
GOES_ON = "A session is under way and goes on; its window is in front now.\n"


@pytest.fixture
def person(tmp_path: Path) -> Person:
    someone = Person(tmp_path)
    someone.accept()
    return someone


@pytest.fixture
def first(person: Person, qtbot: QtBot) -> Iterator["subprocess.Popen[str]"]:
    with person.window() as process:
        qtbot.waitUntil(lambda: bool(person.doors), timeout=20_000)
        yield process


def told(person: Person, *arguments: str) -> str:
    done = person.run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def made_at(person: Person) -> list[int]:
    """When each door was made; one may go while it is looked at."""
    with suppress(FileNotFoundError):
        return [door.stat().st_ctime_ns for door in person.doors]
    return []


@pytest.mark.usefixtures("first")
def test_a_second_start_brings_the_first_window_forward_and_ends(person: Person) -> None:
    assert told(person) == FORWARD


@pytest.mark.usefixtures("first")
def test_a_second_start_passes_its_routine_on_and_a_session_under_way_is_never_replaced(person: Person) -> None:
    assert told(person, "start", "toe-press") == BEGINS
    assert told(person, "start", "short") == GOES_ON
    assert told(person) == FORWARD


@pytest.mark.usefixtures("first")
def test_a_session_in_the_terminal_beside_the_window_is_allowed(person: Person) -> None:
    assert "Done." in told(person, "session", "toe-press", "--speed", "500")


@pytest.mark.usefixtures("first")
def test_an_unknown_routine_is_said_by_the_start_that_asked_for_it(person: Person) -> None:
    done = person.run("start", "shrt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Did you mean 'short'?" in done.stderr


def test_a_first_that_was_killed_is_taken_over(person: Person, first: "subprocess.Popen[str]", qtbot: QtBot) -> None:
    first.send_signal(signal.SIGKILL)
    first.wait()
    (left,) = made_at(person)
    with person.window() as second:
        qtbot.waitUntil(lambda: made_at(person) not in ([], [left]), timeout=20_000)
        assert told(person) == FORWARD
        assert second.poll() is None


def test_an_end_in_order_leaves_nothing_behind(person: Person, first: "subprocess.Popen[str]") -> None:
    assert told(person) == FORWARD
    first.send_signal(signal.SIGTERM)
    assert first.wait(timeout=20) == 0
    assert [file for file in person.runtime.rglob("*") if file.is_file() or file.is_socket()] == []


def test_a_first_that_does_not_answer_is_said_in_one_line(person: Person, first: "subprocess.Popen[str]") -> None:
    first.send_signal(signal.SIGSTOP)
    done = person.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "footroutine: Foot Routine is open already, but does not answer. Close it, then start it again.\n"
    )


def test_of_many_starts_at_once_one_window_stays(person: Person, qtbot: QtBot) -> None:
    with ExitStack() as stack:
        starts = [stack.enter_context(person.window()) for _ in range(4)]
        qtbot.waitUntil(lambda: sum(start.poll() is None for start in starts) == 1, timeout=60_000)
        assert sorted(start.returncode for start in starts if start.poll() is not None) == [0, 0, 0]
        assert told(person) == FORWARD


@pytest.mark.usefixtures("first")
def test_another_profile_has_a_window_of_its_own(person: Person, tmp_path: Path, qtbot: QtBot) -> None:
    with person.window("--profile", str(tmp_path / "another")) as other:
        qtbot.waitUntil(lambda: len(person.doors) == 2, timeout=20_000)
        assert other.poll() is None


@pytest.mark.usefixtures("first")
def test_only_the_owner_reaches_it(person: Person) -> None:
    (door,) = person.doors
    assert stat.S_IMODE(door.stat().st_mode) == 0o600
    assert stat.S_IMODE(door.parent.stat().st_mode) == 0o700


@pytest.mark.usefixtures("first")
def test_whoever_talks_nonsense_is_hung_up_on_and_the_rest_are_answered(person: Person) -> None:
    (door,) = person.doors
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(str(door))
        for nonsense in NONSENSE:
            with socket.socket(socket.AF_UNIX) as caller:
                caller.settimeout(20)
                caller.connect(str(door))
                caller.sendall(nonsense)
                caller.shutdown(socket.SHUT_WR)
                assert b"answer" not in _all_of(caller)
        assert told(person) == FORWARD


def _all_of(caller: socket.socket) -> bytes:
    try:
        return caller.recv(4096)
    except ConnectionResetError:  # hung up before everything was read
        return b""


def test_where_nobody_can_meet_every_start_is_the_first(tmp_path: Path) -> None:
    assert SingleInstance(None, tmp_path).passed_on(Wish()) is None
    assert SingleInstance(tmp_path / "no-such-folder", tmp_path).passed_on(Wish()) is None


def test_a_first_without_a_door_is_said(tmp_path: Path) -> None:
    config = tmp_path / "config"
    one, other = SingleInstance(tmp_path, config), SingleInstance(tmp_path, config)
    assert one.passed_on(Wish()) is None
    for door in tmp_path.glob("*.socket"):
        door.unlink()
    with pytest.raises(UserError, match="does not answer"):
        other.passed_on(Wish())
    one.close()
    assert other.passed_on(Wish()) is None
    other.close()


def test_a_wish_carries_the_desktops_leave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "a-token")
    assert Wish.of_this_start("short") == Wish("short", "a-token")


@pytest.mark.parametrize("state", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized])
def test_a_window_comes_forward_as_large_as_it_was(state: Qt.WindowState, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.setWindowState(state | Qt.WindowState.WindowMinimized)
    come_forward(window)
    assert window.isVisible()
    assert window.windowState() & ~Qt.WindowState.WindowActive == state
    window.hide()
    come_forward(window)
    assert window.isVisible()
