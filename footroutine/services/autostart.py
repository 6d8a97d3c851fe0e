"""Start at login, as each platform wants it: a desktop entry, a launch agent, a value of the registry.

- https://specifications.freedesktop.org/autostart-spec/latest/
- https://developer.apple.com/library/archive/documentation/MacOSX/Conceptual/BPSystemStartup/Chapters/CreatingLaunchdJobs.html
- https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys
"""

import os
import plistlib
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from footroutine.services.files import write_atomically

NAME = "footroutine"
_AGENT = f"io.github.{NAME}"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def program_command() -> list[str]:
    """How this very program was started, without its arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", NAME]


def set_start_at_login(command: Sequence[str] | None) -> None:
    """Run the command at login from now on; None: no more.

    Raises:
        OSError: it could not be written.
    """
    if sys.platform == "win32":
        _set_windows_value(subprocess.list2cmdline(command) if command else None)
    elif command is None:
        _file().unlink(missing_ok=True)
    else:
        _file().parent.mkdir(parents=True, exist_ok=True)
        write_atomically(_file(), _agent(command) if sys.platform == "darwin" else _desktop_entry(command))


def _file() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{_AGENT}.plist"
    config = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(config) if config else Path.home() / ".config") / "autostart" / f"{NAME}.desktop"


def _desktop_entry(command: Sequence[str]) -> bytes:
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Foot Routine",
        "Comment=Reminds you of your exercises",
        f"Exec={' '.join(map(_exec_word, command))}",
        f"Icon={NAME}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    ]
    return ("\n".join(lines) + "\n").encode()


def _exec_word(word: str) -> str:
    """A word of an Exec line: quoted where it must be, with the characters that would mean something escaped twice."""
    if shlex.quote(word) == word and "%" not in word:
        return word
    for special in ("\\", '"', "`", "$"):
        word = word.replace(special, f"\\{special}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _agent(command: Sequence[str]) -> bytes:
    return plistlib.dumps({"Label": _AGENT, "ProgramArguments": list(command), "RunAtLoad": True})


def _windows_value() -> str | None:
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined]
            return str(winreg.QueryValueEx(key, NAME)[0])  # type: ignore[attr-defined]
    except FileNotFoundError:
        return None


def _set_windows_value(value: str | None) -> None:
    import winreg

    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined]
        if value is not None:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, value)  # type: ignore[attr-defined]
        elif _windows_value() is not None:
            winreg.DeleteValue(key, NAME)  # type: ignore[attr-defined]
