"""Start at login: what is written is what the desktop's own reader understands."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from footroutine.services.autostart import program_command, set_start_at_login

WORDS = ["/opt/a b/foot", "plain", 'quo"te', "dollar$HOME", "per%cent", "back\\slash", "`tick`"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def test_turned_on_and_off(home: Path) -> None:
    entry = home / ".config" / "autostart" / "footroutine.desktop"
    set_start_at_login([*program_command(), "--tray"])
    assert entry.read_text().count("[Desktop Entry]") == 1
    set_start_at_login(None)
    assert not entry.exists()
    set_start_at_login(None)


def test_the_desktop_reads_the_very_words(home: Path) -> None:
    """GLib reads the entry and starts what it says; that prints its arguments, a line each."""
    program = home / "say words"
    program.write_text('#!/bin/sh\nprintf \'%s\\n\' "$@" > "$0.said"\n')
    program.chmod(0o755)
    set_start_at_login([str(program), *WORDS])
    entry = home / ".config" / "autostart" / "footroutine.desktop"
    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=30)
    said = home / "say words.said"
    subprocess.run(["timeout", "20", "sh", "-c", f"until [ -s '{said}' ]; do :; done"], check=True)
    assert said.read_text().splitlines() == WORDS


def test_an_own_config_folder_is_kept_to(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "own"))
    set_start_at_login(["footroutine"])
    assert (home / "own" / "autostart" / "footroutine.desktop").exists()


def test_on_a_mac_it_is_a_launch_agent(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    set_start_at_login(["footroutine", "--tray"])
    (agent,) = (home / "Library" / "LaunchAgents").iterdir()
    told = plistlib.loads(agent.read_bytes())
    assert told["ProgramArguments"] == ["footroutine", "--tray"]
    assert told["RunAtLoad"] is True
