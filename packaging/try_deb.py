"""Try the Debian package in a Debian of its own, as root: `try_deb.py PACKAGE.deb [FOLDER]`.

A clean system is made by debootstrap in a temporary folder (or in FOLDER, which stays). In it the package is installed
with what it asks for and nothing else, tries itself, is started in a desktop and heard, and is removed; of what it
brought nothing may be left, and of the person's own files nothing may be gone.
"""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
import tempfile
from array import array
from pathlib import Path

HERE = Path(__file__).resolve().parent
USER = "zoë"
DESKTOP = ["xvfb", "pulseaudio", "pulseaudio-utils", "xdotool"]
QUIETEST_RMS = 200.0  # of 32767, over the whole recording: speech is some ten times that, rounding is 1
NAMESPACES = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
APT = "DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"


class FailedError(Exception):
    """What the package did not do, in one line."""


def suite() -> str:
    """The name of this machine's Debian: the package holds for that and newer ones."""
    release = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
    return release["VERSION_CODENAME"].strip('"') if release["ID"] == "debian" else "bookworm"


class System:
    """The Debian in a folder; its processes and mounts end with each command."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def make(self) -> None:
        """Install the smallest Debian, and the person in it."""
        subprocess.run(
            ["debootstrap", "--variant=minbase", suite(), str(self.root)], stdout=subprocess.DEVNULL, check=True
        )
        self.run(f"adduser --quiet --disabled-password --gecos '' --allow-bad-names --home /home/{USER} ada")

    def run(self, script: str, user: str = "root") -> str:
        """Run a shell script in it and give what it printed; its errors go to this program's.

        Raises:
            FailedError: it ended with an error.
        """
        inside = ["chroot", str(self.root), "runuser", "-u", user, "--", "/bin/sh", "-euc", script]
        if user == "root":
            inside = ["chroot", str(self.root), "/bin/sh", "-euc", script]
        mounts = f"mount -t proc proc {self.root}/proc && mount -t tmpfs shm {self.root}/dev/shm"
        done = subprocess.run(
            [*NAMESPACES, "/bin/sh", "-euc", f'{mounts} && exec "$@"', "-", *inside],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": f"/home/{USER}" if user != "root" else "/root"},
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(done.stdout, end="", flush=True)
        if done.returncode:
            raise FailedError(f"it ended with {done.returncode}: {script}")
        return done.stdout


def try_package(package: Path, root: Path) -> None:
    """Do everything that the head of this file says.

    Raises:
        FailedError: the package did not do what it should.
    """
    system = System(root)
    say("Making a clean Debian")
    system.make()
    shutil.copy(package, root / "tmp/footroutine.deb")
    say("Installing the package, and only what it asks for")
    system.run(f"{APT} update && {APT} install --yes --no-install-recommends /tmp/footroutine.deb")
    missing = system.run("find /usr/lib/footroutine -name '*.so*' -type f -exec ldd {} + | grep 'not found' || true")
    if missing:
        raise FailedError("a library is asked for by no dependency of the package")
    say("It tries itself, with no display and no sound server")
    system.run("footroutine self-test", user="ada")
    system.run("footroutine session toe-press --speed 100 | tail -3", user="ada")
    say("It is started in a desktop, and heard")
    system.run(f"{APT} install --yes --no-install-recommends {' '.join(DESKTOP)}")
    shutil.copy(HERE / "linux/try_in_desktop.sh", root / "tmp/try_in_desktop.sh")
    system.run("sh /tmp/try_in_desktop.sh", user="ada")
    loudness = heard(root / "tmp/heard.raw")
    say(f"Its sound has a loudness of {loudness:.0f} of 32767")
    if loudness < QUIETEST_RMS:
        raise FailedError("the session was silent")
    say("It is removed")
    files = system.run(
        'dpkg -L footroutine | while read -r f; do [ -d "$f" ] || echo "$f"; done >/tmp/files; wc -l </tmp/files'
    )
    system.run(f"{APT} purge --yes footroutine")
    left = [file for file in (root / "tmp/files").read_text().splitlines() if (root / file[1:]).exists()]
    left += system.run(
        "find / -xdev -iname '*footroutine*' -not -path '/home/*' -not -path '/tmp/*' -not -path '/proc/*'"
    ).split()
    if left:
        raise FailedError(f"it left {left}")
    if not (root / f"home/{USER}/.config/footroutine/settings.toml").is_file():
        raise FailedError("the person's settings are gone")
    say(f"Nothing of its {int(files)} files is left, and the person's own are still there. ok")


def heard(file: Path) -> float:
    """The loudness of a recording: the root of the mean square of its samples."""
    samples = array("h", file.read_bytes())
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples)) if samples else 0.0


def say(text: str) -> None:
    """One line, before what it announces."""
    print(f"== {text}", flush=True)


def main(arguments: list[str]) -> int:
    """Try the package; the answer is the exit code."""
    package = Path(arguments[0]).resolve()
    try:
        if len(arguments) > 1:
            try_package(package, Path(arguments[1]).resolve())
        else:
            with tempfile.TemporaryDirectory(prefix="footroutine-deb-") as folder:
                Path(folder).chmod(0o755)
                try_package(package, Path(folder))
    except FailedError as error:
        say(f"NOT ok: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
