"""The real program where people really have it: odd homes, odd names, no desktop; each as a process of its own."""

import json
import stat
import sys
from pathlib import Path

import pytest
from program import Person
from pulse_server import PulseServer
from pytestqt.qtbot import QtBot

BEGINS = "Foot Routine is open already; the session begins in its window.\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what Linux has")


def opens_and_begins(person: Person, qtbot: QtBot, cwd: Path | None = None) -> None:
    """The window opens, takes another start's session, and says nothing on the terminal."""
    with person.window(cwd=cwd) as window:
        qtbot.waitUntil(lambda: bool(person.doors), timeout=20_000)
        done = person.run("start", "toe-press", cwd=cwd)
        assert (done.returncode, done.stdout, done.stderr) == (0, BEGINS, "")
        assert window.poll() is None
        window.terminate()
        assert window.wait(timeout=20) == 0
        assert window.stderr
        assert "Traceback" not in window.stderr.read()


def speaks(person: Person) -> None:
    """The voice is made, and a whole session runs."""
    told = json.loads(person.run("doctor", "--json").stdout)
    assert next(finding for finding in told["findings"] if finding["name"] == "voice")["ok"]
    done = person.run("session", "toe-press", "--speed", "500")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Done." in done.stdout


def test_from_any_folder(tmp_path: Path, qtbot: QtBot) -> None:
    person = Person(tmp_path)
    person.accept()
    opens_and_begins(person, qtbot, cwd=Path("/"))


def test_from_a_folder_that_is_no_longer_there(tmp_path: Path) -> None:
    person = Person(tmp_path)
    gone = tmp_path / "gone"
    gone.mkdir()
    leave = f"import os; os.rmdir({str(gone)!r})"
    begin = "import sys; from footroutine.app.main import main; sys.exit(main(['list']))"
    done = person.run_python(f"{leave}; {begin}", cwd=gone)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Toe Press" in done.stdout


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LC_ALL": "POSIX"}], ids=str)
def test_with_a_name_that_is_not_ascii_in_any_locale(locale: dict[str, str], tmp_path: Path, qtbot: QtBot) -> None:
    home = tmp_path / "Zoë Ångström-Łukasz 足"
    home.mkdir()
    plain = dict.fromkeys(("LC_ALL", "LC_CTYPE", "LANG"), "")
    person = Person(tmp_path, home, **plain | locale, USER="zoë")
    person.accept()
    opens_and_begins(person, qtbot)
    speaks(person)


def test_in_a_home_that_takes_no_files(tmp_path: Path, qtbot: QtBot) -> None:
    """The kernel's own folder: not even the superuser can write there."""
    person = Person(tmp_path, Path("/sys"))
    with person.window() as window:
        qtbot.waitUntil(lambda: bool(person.doors), timeout=20_000)
        assert person.run("start", "toe-press").returncode == 0
        assert window.poll() is None
    done = person.run("session", "toe-press", "--speed", "500")
    assert done.returncode == 0
    assert "Done." in done.stdout
    assert "nothing can be saved here" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere"], ids=["none", "dead"])
def test_without_a_desktops_bus(address: str, tmp_path: Path, qtbot: QtBot) -> None:
    person = Person(tmp_path, DBUS_SESSION_BUS_ADDRESS=address)
    person.accept()
    opens_and_begins(person, qtbot)


def test_without_a_runtime_folder_it_meets_itself_in_a_closed_one(tmp_path: Path, qtbot: QtBot) -> None:
    person = Person(tmp_path, XDG_RUNTIME_DIR="")
    person.accept()
    ask = "from footroutine.services.paths import runtime_folder; print(runtime_folder())"
    meeting = Path(person.run_python(ask).stdout.strip())
    assert stat.S_IMODE(meeting.stat().st_mode) == 0o700
    before = set(meeting.iterdir())
    with person.window() as window:
        qtbot.waitUntil(lambda: len(set(meeting.glob("*.socket")) - before) == 1, timeout=20_000)
        assert person.run("start", "toe-press").stdout == BEGINS
        window.terminate()
        window.wait(timeout=20)
    assert set(meeting.iterdir()) == before


def test_doctor_finds_the_sound_that_is_there_and_misses_what_is_not(tmp_path: Path) -> None:
    sound = PulseServer(tmp_path)
    person = Person(tmp_path, PULSE_SERVER=sound.variables["PULSE_SERVER"])
    sound.start()
    try:
        assert "ok   sound: a loudspeaker or headphones answer\n" in person.run("doctor").stdout
    finally:
        sound.kill()
    assert "NOT  sound: no sound output answers\n" in person.run("doctor").stdout
