"""A real notification daemon (dunst) on a display and a bus of its own, whose buttons a test can press."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from private_bus import private_bus

CONFIG = "[global]\ndmenu = {chooser}\nstack_duplicates = false\nhistory_length = 1000\n"


@dataclass(frozen=True)
class Daemon:
    """What a desktop's person would see of it, and do to it."""

    environment: dict[str, str]
    choice: Path

    @property
    def address(self) -> str:
        """Of its bus."""
        return self.environment["DBUS_SESSION_BUS_ADDRESS"]

    def shown(self) -> list[tuple[str, str]]:
        """Title and text of every notification that it ever showed and that has gone, the latest first."""
        told = json.loads(self._control("history"))
        return [(each["summary"]["data"], each["body"]["data"]) for each in told["data"][0]]

    def clear(self) -> None:
        """Take away what is on the screen."""
        self._control("close-all")

    def displayed(self) -> int:
        """How many are on the screen."""
        return int(self._control("count", "displayed"))

    def press(self, label: str) -> None:
        """Press the button of that name, of the notification that is shown."""
        self.choice.write_text(label)
        self._control("context")

    def press_itself(self) -> None:
        """Press the notification."""
        self._control("action")

    def _control(self, *words: str) -> str:
        command = ["dunstctl", *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout


@contextmanager
def notification_daemon(folder: Path) -> Iterator[Daemon]:
    """The daemon, for as long as the block lasts; `folder` is for its files."""
    choice, chooser, config = folder / "choice", folder / "chooser", folder / "dunstrc"
    chooser.write_text(f'#!/bin/sh\nexec grep -F -m1 -f "{choice}"\n')  # it is given the buttons, a line each
    chooser.chmod(0o700)
    config.write_text(CONFIG.format(chooser=chooser))
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with (
        private_bus() as bus,
        subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24"], **quiet) as screen,  # type: ignore[call-overload]
    ):
        try:
            display = f":{screen.stdout.readline().strip()}"
            environment = {**os.environ, "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus}
            wait = ["gdbus", "wait", "--address", bus, "--timeout", "20", "org.freedesktop.Notifications"]
            with subprocess.Popen(
                ["dunst", "-config", str(config)], env=environment, stderr=subprocess.DEVNULL
            ) as dunst:
                try:
                    subprocess.run(wait, check=True)
                    yield Daemon(environment, choice)
                finally:
                    dunst.terminate()
        finally:
            screen.terminate()
