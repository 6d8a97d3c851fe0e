"""The program as a process of its own, in a home, a log-in and a session that are a test's own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_PROGRAM = (sys.executable, "-m", "footroutine")
_DESKTOP = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "PULSE_SERVER")
_XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


class Person:
    """Someone at a computer: a home folder, a runtime folder, and the words of an environment."""

    umask = -1  # as the tests have it

    def __init__(self, folder: Path, home: Path | None = None, **variables: str) -> None:
        self.home = home or folder / "home"
        self.runtime = folder / "runtime"
        if home is None:
            self.home.mkdir(parents=True)
        self.runtime.mkdir(mode=0o700)
        kept = {name: value for name, value in os.environ.items() if name not in (*_DESKTOP, *_XDG)}
        self.variables: Mapping[str, str] = {
            **kept,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "QT_QPA_PLATFORM": "offscreen",
            **variables,
        }

    def accept(self) -> None:
        """Have the first start behind them."""
        settings = self.home / ".config/footroutine/settings.toml"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("version = 1\n[start]\ndisclaimer_accepted = true\n", encoding="utf-8")

    def run(
        self, *arguments: str, cwd: Path | None = None, before: Sequence[str] = ()
    ) -> "subprocess.CompletedProcess[str]":
        """Run the program to its end."""
        return self._ended([*before, *_PROGRAM, *arguments], cwd)

    def run_python(
        self, code: str, cwd: Path | None = None, before: Sequence[str] = ()
    ) -> "subprocess.CompletedProcess[str]":
        """Run some Python to its end."""
        return self._ended([*before, sys.executable, "-c", code], cwd)

    def _ended(self, command: list[str], cwd: Path | None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            env=self.variables,
            cwd=cwd,
            umask=self.umask,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=100,
            check=False,
        )

    @contextmanager
    def window(
        self, *arguments: str, cwd: Path | None = None, before: Sequence[str] = ()
    ) -> Iterator["subprocess.Popen[str]"]:
        """The program in its window, for as long as the block lasts."""
        with subprocess.Popen(
            [*before, *_PROGRAM, *arguments],
            env=self.variables,
            cwd=cwd,
            umask=self.umask,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    @property
    def doors(self) -> list[Path]:
        """The sockets at which open windows are reached."""
        return sorted(self.runtime.rglob("*.socket"))
