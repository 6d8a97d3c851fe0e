"""A whole session led by the desktop's media keys alone, as a headset's button reaches the real program on Linux."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from media_client import MediaClient
from private_bus import private_bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="MPRIS is of the Linux desktop")

SETTINGS = """version = 2
[session]
get_ready_s = 3
[voice]
voice_on = false
tone_volume = 0
[start]
disclaimer_accepted = true
"""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[MediaClient]:
    """A desktop on which a session has been started."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    with private_bus() as address:
        client = MediaClient(address)
        command = [sys.executable, "-m", "footroutine", "--profile", str(tmp_path), "start", "short"]
        variables = {"DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen(command, env=os.environ | variables) as program:
            client.wait_for_player(there=True)
            yield client
            program.terminate()
            assert program.wait(30) == 0
        client.close()


def test_the_desktop_sees_the_exercise_and_its_keys_pause_go_on_skip_and_end(desktop: MediaClient) -> None:
    desktop.wait_for("Metadata", "Toe Press")
    assert desktop.value("PlaybackStatus") == "Playing"
    assert desktop.value("CanControl") is True
    for key, status in (
        ("PlayPause", "Paused"),
        ("Pause", "Paused"),
        ("Play", "Playing"),
        ("Play", "Playing"),
        ("Stop", "Paused"),
        ("PlayPause", "Playing"),
    ):
        desktop.press(key)
        desktop.wait_for("PlaybackStatus", status)
    seen = []
    title: str | None = "Toe Press"
    for _ in range(200):  # far more parts than the routine has
        desktop.press("Next")
        if (now := desktop.title()) != title:
            seen.append(now)
            title = now
        if now is None:
            break
    assert seen[-1] is None
    assert len(seen) > 1
    desktop.wait_for_player(there=False)


def test_previous_goes_back(desktop: MediaClient) -> None:
    desktop.wait_for("Metadata", "Toe Press")
    desktop.press("PlayPause")
    desktop.wait_for("PlaybackStatus", "Paused")
    while desktop.title() == "Toe Press":
        desktop.press("Next")
    desktop.press("Previous")
    desktop.wait_for("Metadata", "Toe Press")
