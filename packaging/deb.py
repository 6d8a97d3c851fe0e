"""Pack the frozen program as a Debian package: `make deb` makes the bundle in `dist/footroutine` and calls this.

deb.py BUNDLE FOLDER      writes FOLDER/footroutine_VERSION_ARCHITECTURE.deb and prints its name
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import icons
import man_page

import footroutine

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

MAINTAINER = "The Foot Routine contributors <contributors@footroutine.invalid>"
SECTION, PRIORITY = "misc", "optional"

# What is loaded only when it is wanted, so that no file of the bundle names it.
LOADED_LATE = ["libpulse0 | libasound2 | libasound2t64"]

DESCRIPTION = """guided foot exercises, by picture, countdown and voice
 Five foot exercises, led from start to end by a living picture, a big
 countdown and a voice. Press Start once, then follow along without touching
 the computer, or even seeing it: you are told which foot, which way, how
 long, and what comes next. Everything stays on the computer: no network, no
 account, no telemetry."""


def build(bundle: Path, out: Path) -> Path:
    """Write the package of the bundle into the folder `out`.

    Raises:
        SystemExit: one of Debian's tools failed; with its own message.
    """
    architecture = _said("dpkg", "--print-architecture").strip()
    out.mkdir(parents=True, exist_ok=True)
    tree = out / "deb-tree"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / "usr/lib/footroutine", symlinks=True)
    _add_desktop(tree)
    _add_documents(tree)
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent == tree / "usr/lib/footroutine" else 0o644)
    size_kib = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    control = {
        "Package": "footroutine",
        "Version": footroutine.__version__,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size_kib),
        "Depends": ", ".join([*_needed(tree / "usr/lib/footroutine"), *LOADED_LATE]),
        "Suggests": "flite",
        "Section": SECTION,
        "Priority": PRIORITY,
        "Description": DESCRIPTION,
    }
    (tree / "DEBIAN/control").write_text("".join(f"{key}: {value}\n" for key, value in control.items()))
    (tree / "DEBIAN/md5sums").write_text(_said("sh", "-c", "find usr -type f -exec md5sum {} +", cwd=tree))
    package = out / f"footroutine_{footroutine.__version__}_{architecture}.deb"
    _said("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package))
    shutil.rmtree(tree)
    return package


def _add_desktop(tree: Path) -> None:
    """What the desktop's menus and the software centre read, and the command."""
    linux = HERE / "linux"
    _put(linux / "footroutine.desktop", tree / "usr/share/applications")
    _put(next(linux.glob("*.metainfo.xml")), tree / "usr/share/metainfo")
    pictures = tree / "usr/share/icons/hicolor"
    _put(icons.SOURCE, pictures / "scalable/apps")
    icons.draw(tree / "icons")
    for size in icons.PNG_SIZES:
        _put(tree / f"icons/{size}.png", pictures / f"{size}x{size}/apps", "footroutine.png")
    shutil.rmtree(tree / "icons")
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/footroutine").symlink_to("../lib/footroutine/footroutine")


def _add_documents(tree: Path) -> None:
    documents = tree / "usr/share/doc/footroutine"
    _put(HERE / "linux/copyright", documents)
    today = format_datetime(datetime.now(UTC))  # noqa: TID251 - the day on which the package is made
    log = f"footroutine ({footroutine.__version__}) unstable; urgency=low\n\n  * See the changelog of the program.\n"
    _put_packed(f"{log}\n -- {MAINTAINER}  {today}\n", documents / "changelog.gz")
    _put_packed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), documents / "CHANGELOG.md.gz")
    _put_packed(man_page.page(), tree / "usr/share/man/man1/footroutine.1.gz")
    overrides = tree / "usr/share/lintian/overrides"
    _put(HERE / "linux/lintian-overrides", overrides, "footroutine")


def _put(file: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, folder / (name or file.name))


def _put_packed(text: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _needed(bundle: Path) -> list[str]:
    """The Debian packages whose libraries the bundle's files name, with the oldest version that has what they use."""
    place = bundle.parents[2]
    (place / "DEBIAN").mkdir()  # by which the tool knows the root of the package
    (place / "debian").mkdir()
    (place / "debian/control").write_text("Source: footroutine\n\nPackage: footroutine\nArchitecture: any\n")
    files = [str(file) for file in [bundle / "footroutine", *bundle.rglob("*.so*")] if not file.is_symlink()]
    folders = {Path(file).parent for file in files}
    answer = _said(
        *["dpkg-shlibdeps", "-O", "--ignore-missing-info", *(f"-l{folder}" for folder in sorted(folders)), *files],
        cwd=place,
    )
    shutil.rmtree(place / "debian")
    found = re.search(r"^shlibs:Depends=(.*)$", answer, flags=re.MULTILINE)
    if found is None:
        raise SystemExit("dpkg-shlibdeps names no library.")
    return found[1].split(", ")


def _said(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    print(build(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
