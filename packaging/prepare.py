"""Make a checkout ready: the system's libraries, `.venv`, the locked packages. The Makefile calls it.

    python3 packaging/prepare.py run     what the program needs
    python3 packaging/prepare.py test    that, and what the tests need
    python3 packaging/prepare.py packages    that, and what makes and tries the packages

Standard library only, and quick when nothing is to be done: a needed library is looked for by loading it, and a lock
that is already installed is known by its digest, kept in `.venv`. System packages are installed only where that needs
no question (root, or sudo without a password, on a system with apt-get); elsewhere the exact command is named.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)

# Each holds every package of its purpose, the test lock also those of the run lock at the same versions.
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock",
    "test": ROOT / "packaging" / "requirements-dev.lock",
}
PURPOSES = {"run": "run", "test": "test", "packages": "test"}  # and the lock of each

# Shared libraries that the Qt wheels and the sound library load but do not bring, and the Debian package of each.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libasound.so.2": "libasound2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Programs that the tests start: a display and who manages its windows, a desktop's bus, a sound server with no sound
# card, a hand on the keyboard, the judges of what is installed for the desktop.
COMMANDS = {
    "Xvfb": "xvfb",
    "aplay": "alsa-utils",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "dbus-daemon": "dbus-daemon",
    "dunst": "dunst",
    "flite": "flite",
    "gdbus": "libglib2.0-bin",
    "man": "man-db",
    "openbox": "openbox",
    "pactl": "pulseaudio-utils",
    "pdftotext": "poppler-utils",
    "pulseaudio": "pulseaudio",
    "strace": "strace",
    "xauth": "xauth",
    "xdotool": "xdotool",
}

# Programs that make a Debian package, judge it, and try it in a Debian of its own.
PACKAGE_COMMANDS = {
    "debootstrap": "debootstrap",
    "dpkg-shlibdeps": "dpkg-dev",
    "lintian": "lintian",
    "objdump": "binutils",
}

# What the tests read the accessibility tree with; Debian keeps it in these places.
FILES = {
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}

# What newer systems call the same package since their 64-bit time change.
RENAMED = {"libasound2": "libasound2t64", "libglib2.0-0": "libglib2.0-0t64"}


class CannotPrepareError(Exception):
    """The set-up cannot go on; the message says what to do, in one line."""


def say(text: str) -> None:
    """Print one line now, so that it stands before the output of the command it announces."""
    print(text, flush=True)


def has_library(name: str) -> bool:
    """Tell whether the dynamic loader finds the shared library `name`."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_module(name: str) -> bool:
    """Tell whether this Python has the module: Debian splits ensurepip and pip off."""
    return importlib.util.find_spec(name) is not None


def missing_packages(purpose: str) -> dict[str, str]:
    """What this machine lacks (a library, a command, a module), each with the Debian package that brings it."""
    missing = {name: package for name, package in LIBRARIES.items() if not has_library(name)}
    if purpose != "run":
        commands = COMMANDS | (PACKAGE_COMMANDS if purpose == "packages" else {})
        missing |= {name: package for name, package in commands.items() if shutil.which(name) is None}
        if shutil.which("apt-get"):
            missing |= {name: package for name, package in FILES.items() if not Path(name).exists()}
    if not (has_module("ensurepip") or has_module("pip")):
        missing["the Python module ensurepip"] = "python3-venv"
    return missing


def runs_quietly(command: list[str]) -> bool:
    """Run `command` without output; true when it exists and succeeds."""
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    except FileNotFoundError:
        return False
    return done.returncode == 0


def administrator_prefix() -> list[str] | None:
    """The words to put before a command that changes the system, or None where that would need a question."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if runs_quietly(["sudo", "-n", "true"]) else None


def administrator_command(names: list[str]) -> str:
    """What a person types to install the Debian packages `names`."""
    shell = "sudo sh -c" if shutil.which("sudo") else "su -l -c"
    return f"{shell} 'apt-get update && apt-get install --yes {' '.join(names)}'"


def names_for_apt(packages: list[str]) -> list[str]:
    """The packages by the names that this system's lists use, sorted, each once."""
    renamed = {old: new for old, new in RENAMED.items() if old in packages and runs_quietly(["apt-cache", "show", new])}
    return sorted({renamed.get(name, name) for name in packages})


def prepare_system(purpose: str) -> None:
    """Install the system packages that are missing where that may be done, else name them and go on."""
    missing = missing_packages(purpose)
    if not missing:
        return
    if shutil.which("apt-get") is None:
        if sys.platform == "linux":
            say(f"Please install with this system's package manager what brings: {', '.join(sorted(missing))}")
        return
    prefix = administrator_prefix()
    if prefix is None:
        say("Some system packages are missing, and installing them here needs a password. Please type:")
    else:
        apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        subprocess.run([*apt_get, "update"], check=False)
        names = names_for_apt(list(missing.values()))
        say(f"Installing system packages: {' '.join(names)}")
        subprocess.run(
            [*apt_get, "install", "--yes", "--no-install-recommends", *names], stdout=subprocess.DEVNULL, check=False
        )
        missing = missing_packages(purpose)
        if not missing:
            return
        say("Some system packages are still missing. Please type:")
    say(f"  {administrator_command(names_for_apt(list(missing.values())))}")


def site_packages() -> Path | None:
    """The folder of `.venv` that holds its packages, or None where there is no `.venv` that works."""
    ask = f"import sys, sysconfig; print(sysconfig.get_path('purelib')); sys.exit(sys.version_info < {OLDEST_PYTHON})"
    try:
        answer = subprocess.run([str(VENV_PYTHON), "-c", ask], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    folder = Path(answer.strip())
    return folder if folder.is_dir() else None  # the folder of an older Python is left when the system's is upgraded


def make_environment() -> Path:
    """Make `.venv` unless a working one is there and return its package folder; without ensurepip it gets no pip."""
    folder = site_packages()
    if folder is None:
        if not (has_module("ensurepip") or has_module("pip")):
            raise CannotPrepareError(f"This Python has no pip. Type: {administrator_command(['python3-venv'])}")
        say("Making .venv")
        without_pip = [] if has_module("ensurepip") else ["--without-pip"]
        subprocess.run([sys.executable, "-m", "venv", "--clear", *without_pip, str(VENV)], check=True)
        folder = site_packages()
    if folder is None:
        raise CannotPrepareError(f"The Python in {VENV} does not start. Remove that folder and try again.")
    return folder


def pip_command() -> list[str]:
    """The pip that installs into `.venv`: its own, else this Python's, told where to install."""
    if runs_quietly([str(VENV_PYTHON), "-c", "import pip"]):
        return [str(VENV_PYTHON), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(VENV_PYTHON)]


def digest(purpose: str) -> str:
    """What the lock for `purpose` is known by."""
    return hashlib.sha256(LOCKS[purpose].read_bytes()).hexdigest()


def install_packages(purpose: str, folder: Path) -> None:
    """Install the lock for `purpose`, every file checked against its hash, unless `folder` says that it is there."""
    stamp = folder / f"footroutine-{purpose}.sha256"
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest(purpose):
        return
    say("Installing the locked packages into .venv (the first time this takes a minute or two)")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    options = ["--disable-pip-version-check", "--no-input", *quiet, "--require-hashes", "--no-deps"]  # locks are whole
    subprocess.run([*pip_command(), "install", *options, "-r", str(LOCKS[purpose])], check=True)
    stamp.write_text(digest(purpose), encoding="ascii")
    if purpose == "test":
        (folder / "footroutine-run.sha256").write_text(digest("run"), encoding="ascii")


def link_checkout(folder: Path) -> None:
    """Let `.venv` find the program in this checkout from any working folder, so that its child processes do too."""
    link = folder / "footroutine-checkout.pth"
    line = f"{ROOT}\n"
    if not link.exists() or link.read_text(encoding="utf-8") != line:
        link.write_text(line, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Prepare for the purpose that is the only argument.

    Returns:
        The exit code: 0 done, 1 it cannot be done, 2 wrong usage, 130 interrupted.
    """
    if len(arguments) != 1 or arguments[0] not in PURPOSES:
        say(f"usage: prepare.py {'|'.join(PURPOSES)}")
        return 2
    if sys.version_info < OLDEST_PYTHON:
        here, oldest = (".".join(map(str, version[:2])) for version in (sys.version_info, OLDEST_PYTHON))
        say(f"Foot Routine needs Python {oldest} or newer; this is {here}. Try: make run PYTHON=python{oldest}")
        return 1
    purpose = arguments[0]
    try:
        prepare_system(purpose)
        folder = make_environment()
        install_packages(PURPOSES[purpose], folder)
        link_checkout(folder)
    except CannotPrepareError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as error:
        say(f"The set-up stopped: {' '.join(error.cmd[:4])} … failed; its own message is above.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
