"""Settings whose folder is full, takes no files or has vanished: they hold, it is said, and they are kept later."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from app_fakes import FakeClock, WrittenSpeech
from driven import Driven
from led import make_ready
from pytestqt.qtbot import QtBot
from small_disk import AS_SUPERUSER, FAULTS, fill, put_in, small_disk, take_out

from footroutine.app.crash_log import write_down
from footroutine.app.wiring import Program

pytestmark = AS_SUPERUSER


@pytest.fixture
def driven(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driven]:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    with small_disk(tmp_path / "config"):
        make_ready(tmp_path)
        program = Program.load(tmp_path)
        program.clock = clock = FakeClock()
        driven = Driven(program, clock, WrittenSpeech(), qtbot).open()
        yield driven
        driven.app.close()


@pytest.mark.parametrize(
    ("name", "said"), [("disk full", "No space left on device"), ("read-only", "Operation not permitted")]
)
def test_a_choice_that_cannot_be_kept_holds_and_is_kept_with_the_next(name: str, said: str, driven: Driven) -> None:
    program, fault = driven.program, FAULTS[name]
    folder = program.paths.config
    file = folder / "settings.toml"
    before = file.read_text()
    fault.begin(folder)
    driven.window.settings_changed.emit(replace(program.settings, voice_volume=55))
    assert said in driven.text("noticeText")
    assert (file.read_text(), program.settings.voice_volume) == (before, 55)
    assert [each.name for each in folder.iterdir() if each.name.startswith(".")] == []
    fault.end(folder)
    driven.window.show_notice("")
    driven.window.settings_changed.emit(replace(program.settings, tone_volume=44))
    assert not driven.window.notice.isVisible()
    kept = Program.load(folder.parent).settings
    assert (kept.voice_volume, kept.tone_volume) == (55, 44)


def test_a_folder_that_has_vanished_is_made_anew(driven: Driven) -> None:
    folder = driven.program.paths.config
    take_out(folder)
    folder.rmdir()
    driven.window.settings_changed.emit(replace(driven.program.settings, voice_volume=55))
    assert not driven.window.notice.isVisible()
    assert Program.load(folder.parent).settings == driven.program.settings
    put_in(folder, folder)  # for the one that is taken out in the end


def test_a_full_disk_takes_no_traceback_and_none_is_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "log"
    with small_disk(folder):
        (folder / "footroutine.log").touch()
        fill(folder)
        try:
            raise RuntimeError("the sky fell")
        except RuntimeError as error:
            told = write_down(error, folder)
    assert told == f"Something went wrong that should not, and {folder / 'footroutine.log'} could not be written."
    assert capfd.readouterr() == ("", "")
