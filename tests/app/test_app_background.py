"""The start at login, as Settings turn it on and off: and what another program, or another folder, has set."""

from dataclasses import replace
from pathlib import Path

import pytest
from driven import Driven

from footroutine.app.background import login_command


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart" / "footroutine.desktop"


def choose(driven: Driven, *, at_login: bool, text_percent: int = 100) -> None:
    settings = replace(driven.program.settings, start_at_login=at_login, text_percent=text_percent)
    driven.window.settings_changed.emit(settings)


def test_it_is_turned_on_and_off_for_these_very_folders(driven: Driven, entry: Path) -> None:
    driven.open()
    choose(driven, at_login=True)
    assert login_command(driven.program)[-3:-1] == ["--tray", "--profile"]
    assert all(word in entry.read_text() for word in login_command(driven.program))
    choose(driven, at_login=False)
    assert not entry.exists()


def test_what_this_program_did_not_set_is_left_alone(driven: Driven, entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    entry.write_text("of another folder")
    driven.open()
    choose(driven, at_login=False, text_percent=120)
    assert entry.read_text() == "of another folder"
