"""Nothing that is kept of a person can be read by another, whatever the umask and however open the folders are."""

import stat
import sys
from pathlib import Path

import pytest
from program import Person
from pytestqt.qtbot import QtBot

FOLDERS = (".config", ".local/share", ".cache", ".local/state")
FALL = """
import sys
from footroutine.app import main
def fall(_): raise RuntimeError("the sky fell")
main.run = fall
sys.exit(main.main(["list"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of the POSIX kind")
def test_settings_history_phrases_and_log_are_for_their_owner_only(tmp_path: Path, qtbot: QtBot) -> None:
    person = Person(tmp_path)
    person.umask = 0
    person.accept()
    for folder in FOLDERS:
        (person.home / folder / "footroutine").mkdir(parents=True, exist_ok=True)
        (person.home / folder / "footroutine").chmod(0o777)
    given = set(person.home.rglob("*"))
    with person.window("start", "toe-press") as window:
        data = person.home / ".local/share/footroutine"
        qtbot.waitUntil(lambda: any(data.glob("history*")), timeout=60_000)
        window.terminate()
        assert window.wait(timeout=30) == 0
    assert person.run_python(FALL).returncode == 1
    made = {file for file in person.home.rglob("*") if file not in given or file.name == "settings.toml"}
    ends = {file.name.rpartition(".")[2] for file in made if file.is_file()}
    assert ends >= {"toml", "wav", "log"}, "it was to keep all this"
    assert {str(file) for file in made if stat.S_IMODE(file.lstat().st_mode) & 0o077} == set()
