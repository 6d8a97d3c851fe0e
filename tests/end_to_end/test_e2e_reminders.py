"""The real program, started as at login: its reminder reaches a real notification daemon, and the answer comes back."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from media_client import MediaClient
from notification_daemon import Daemon, notification_daemon
from pytestqt.qtbot import QtBot

from footroutine.services import clock
from footroutine.services.reminder_file import load_reminded

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("dunst") and shutil.which("xdotool")),
    reason="there is no notification daemon here",
)

SETTINGS = """version = 2
[session]
get_ready_s = 3
[day]
plan = "toe-press"
toe_press_times = "{time}"
[voice]
voice_on = false
tone_volume = 0
[reminders]
remind = true
quiet_from = 0
quiet_until = 0
[start]
disclaimer_accepted = true
"""
PATIENCE_MS = 30_000


@dataclass
class Desk:
    """A desktop with a daemon and no tray, on which the program waits, minimised."""

    daemon: Daemon
    profile: Path
    process: "subprocess.Popen[str]"
    qtbot: QtBot

    def run(self, *words: str) -> str:
        command = [sys.executable, "-m", "footroutine", "--profile", str(self.profile), *words]
        done = subprocess.run(command, env=self.daemon.environment, capture_output=True, text=True, check=True)
        return done.stdout

    def is_reminded(self) -> None:
        self.qtbot.waitUntil(lambda: self.daemon.displayed() == 1, timeout=PATIENCE_MS)


def a_time_just_gone() -> datetime:
    """Now; at midnight's first minutes too it is of today."""
    return clock.now() - timedelta(seconds=1)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    profile, files = tmp_path / "profile", tmp_path / "daemon"
    files.mkdir()
    settings = profile / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(time=f"{a_time_just_gone():%H:%M}"), encoding="utf-8")
    with notification_daemon(files) as daemon:
        daemon.environment.update(QT_QPA_PLATFORM="xcb", XDG_RUNTIME_DIR=str(tmp_path), LANGUAGE="en", LANG="C.UTF-8")
        tmp_path.chmod(0o700)
        command = [sys.executable, "-m", "footroutine", "--profile", str(profile), "--tray"]
        with subprocess.Popen(command, env=daemon.environment, text=True) as process:
            try:
                yield Desk(daemon, profile, process, qtbot)
            finally:
                process.terminate()
                code = process.wait(30)
        assert code == 0


def test_start_brings_the_window_and_the_session_begins(desk: Desk) -> None:
    desk.is_reminded()
    desk.daemon.press("Start")
    client = MediaClient(desk.daemon.address)
    client.wait_for_player(there=True)
    client.wait_for("Metadata", "Toe Press")
    client.close()
    assert desk.daemon.shown() == [("Time for your feet", "Toe Press.")]
    assert "A session is under way" in desk.run("start", "toe-press")


@pytest.mark.parametrize(("label", "kept"), [("Not today", "not_on"), ("In 15 minutes", "later")])
def test_an_answer_is_kept_and_the_reminder_goes(desk: Desk, label: str, kept: str) -> None:
    desk.is_reminded()
    desk.daemon.press(label)
    data = desk.profile / "data"
    desk.qtbot.waitUntil(lambda: getattr(load_reminded(data), kept) is not None, timeout=PATIENCE_MS)
    assert desk.daemon.displayed() == 0


def test_a_command_reaches_it_and_another_start_at_login_ends(desk: Desk) -> None:
    desk.is_reminded()  # so it is the first of the two
    assert desk.run("--tray") == "Foot Routine is open already.\n"
    assert desk.run("start", "toe-press") == "Foot Routine is open already; the session begins in its window.\n"
