"""The real window on a real display, used by real key events alone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import screen_saver
from keyboard import Keyboard, display_of_its_own
from media_client import MediaClient
from private_bus import private_bus

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool") and shutil.which("dbus-daemon")),
    reason="there is no display or no hand for its keyboard here",
)

SETTINGS = """version = 2
[session]
routine = "mine"
talk = "tones"
get_ready_s = 3
[voice]
voice_on = false
tone_volume = 0
[start]
disclaimer_accepted = {accepted}
"""
ROUTINE = """format = 1
id = "mine"
name = "My two minutes"
short_name = "Mine"
summary = "As short as a session may be."
order = 1
"""
STEP = """[[steps]]
exercise = "{exercise}"
dose = {{ sets = 1, reps = 1, hold_s = 1 }}
"""
BOTH = ("toe-press", "side-to-side")
DONE = "That was all of it|This is what you did|Maybe later"
Seen = tuple[Keyboard, MediaClient]


def started(profile: Path, display: str, bus: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """The program, on a display and a bus."""
    variables = {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "footroutine", "--profile", str(profile), *arguments]
    return subprocess.Popen(command, env=os.environ | variables)


@contextmanager
def program(profile: Path, *arguments: str, accepted: bool = True, steps: tuple[str, ...] = BOTH) -> Iterator[Seen]:
    """The program in its window, a hand on the keyboard, and the desktop that sees what plays."""
    settings = SETTINGS.format(accepted=str(accepted).lower())
    routine = ROUTINE + "".join(STEP.format(exercise=exercise) for exercise in steps)
    for name, text in (("config/settings.toml", settings), ("data/routines/mine.toml", routine)):
        (profile / name).parent.mkdir(parents=True)
        (profile / name).write_text(text, encoding="utf-8")
    with display_of_its_own() as display, private_bus() as bus:
        client = MediaClient(bus)
        with started(profile, display, bus, *arguments) as process:
            try:
                yield Keyboard(display), client
            finally:
                process.terminate()
                client.close()
            assert process.wait(30) == 0


def press_until(ended: Callable[[], bool], press: Callable[[], None]) -> None:
    """Press until it has ended; a key that does nothing is found out."""
    for _ in range(100):  # far more parts than the routine has
        if ended():
            return
        press()
    pytest.fail("the session never ended")


def test_from_the_first_start_to_done_by_the_keyboard_alone(tmp_path: Path) -> None:
    with program(tmp_path, accepted=False) as (keys, desktop):
        keys.wait_for("^Foot Routine$")
        keys.press("Return")  # I understand
        keys.press("Tab", "Down", "space")  # from the test of the voice to the second answer: no voice
        keys.press("Tab", "Tab", "Return", "Return")  # past Back: Next, and Begin
        keys.wait_for("Today")
        keys.press("Return")
        desktop.wait_for_player(there=True)
        keys.wait_for("Toe Press")
        for key, status in (("space", "Paused"), ("Return", "Playing"), ("Escape", "Paused"), ("Return", "Playing")):
            keys.press(key)
            desktop.wait_for("PlaybackStatus", status)
        press_until(lambda: desktop.title() == "Side to Side", lambda: keys.press("Right"))
        keys.press("Left")
        desktop.wait_for("Metadata", "Toe Press")
        press_until(lambda: desktop.title() is None, lambda: keys.press("Page_Down"))
        keys.wait_for(DONE)
        keys.press("Return")
        keys.wait_for("Today")


def test_a_session_led_by_media_keys_alone(tmp_path: Path) -> None:
    with program(tmp_path, "start", "mine") as (keys, desktop):
        keys.wait_for("Toe Press")
        desktop.wait_for_player(there=True)
        for key, status in (("XF86AudioPlay", "Paused"), ("XF86AudioPlay", "Playing"), ("XF86AudioPause", "Paused")):
            keys.press(key)
            desktop.wait_for("PlaybackStatus", status)
        press_until(lambda: desktop.title() == "Side to Side", lambda: keys.press("XF86AudioNext"))
        keys.press("XF86AudioPrev")
        desktop.wait_for("Metadata", "Toe Press")
        press_until(lambda: desktop.title() is None, lambda: keys.press("XF86AudioNext"))
        keys.wait_for(DONE)


def test_a_presenter_and_clicks_on_the_picture_lead_a_session(tmp_path: Path) -> None:
    with program(tmp_path, "start", "mine") as (hand, desktop):
        hand.wait_for("Toe Press")
        desktop.wait_for_player(there=True)
        for status in ("Paused", "Playing"):
            hand.click(0.3, 0.5)
            desktop.wait_for("PlaybackStatus", status)
        press_until(lambda: desktop.title() == "Side to Side", lambda: hand.press("Next"))
        hand.press("Prior")
        desktop.wait_for("Metadata", "Toe Press")
        press_until(lambda: desktop.title() is None, lambda: hand.press("Next"))
        hand.wait_for(DONE)


def test_a_program_that_is_killed_in_a_session_lets_the_screen_sleep(tmp_path: Path) -> None:
    """With its voice on: no child of it may hold its connection to the desktop open."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("version = 2\n[start]\ndisclaimer_accepted = true\n")
    saver = [sys.executable, screen_saver.__file__]
    with (
        display_of_its_own() as display,
        private_bus() as bus,
        subprocess.Popen(
            saver, env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus}, stdout=subprocess.PIPE, text=True
        ) as desktop,
    ):
        assert desktop.stdout
        assert desktop.stdout.readline() == "ready\n"
        with started(tmp_path, display, bus, "start", "toe-press") as process:
            Keyboard(display).wait_for("Toe Press")
            assert desktop.stdout.readline() == "on 1\n"
            process.kill()
            assert desktop.stdout.readline() == "gone 1\n"
        desktop.terminate()


def test_after_start_nothing_is_touched_until_done(tmp_path: Path) -> None:
    with program(tmp_path, steps=BOTH[:1]) as (keys, desktop):
        keys.wait_for("Today")
        keys.press("Return")
        desktop.wait_for_player(there=True)
        keys.wait_for("That was all of it")
