"""What the frozen program needs of what its libraries bring, and their licences. The spec asks it, file by file."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Modules that some library would use if they were there; the program's own run shows that it does not need them.
UNUSED_MODULES = [
    *("PIL", "_pytest", "hypothesis", "numpy", "pip", "pkg_resources", "pytest", "setuptools", "tkinter", "lib2to3"),
    *(
        "_hashlib",
        "_ssl",
        "ssl",
        "ftplib",
        "smtplib",
        "xmlrpc",
        "pydoc",
        "pygments",
        "markdown_it",
        "mdurl",
        "pydoc_data",
    ),
    *(f"PySide6.Qt{name}" for name in ("Network", "OpenGL", "OpenGLWidgets", "PrintSupport", "Qml", "Quick")),
    *(f"PySide6.Qt{name}" for name in ("Sql", "Svg", "SvgWidgets", "Test", "UiTools", "Xml")),
]

# Everything of Qt but this is for embedded screens, other picture formats, other toolkits' windows, or a network.
_QT_LIBRARIES = r"(Core|DBus|Gui|OpenGL|Svg|WaylandClient|Widgets|WlShellIntegration|XcbQpa)"
_QT_PLUGINS = {
    "platforms": r"q(xcb|wayland|offscreen|windows|cocoa)",
    "platformthemes": r"qxdgdesktopportal",
    "platforminputcontexts": r"(compose|ibus)platforminputcontextplugin",
    "imageformats": r"q(svg|ico)",
    "iconengines": r"qsvgicon",
    "styles": r"q(modernwindowsstyle|macstyle)",
    "wayland-decoration-client": r"(adwaita|bradient)",
    "wayland-graphics-integration-client": r"qt-plugin-wayland-egl",
    "wayland-shell-integration": r"xdg-shell",
    "xcbglintegrations": r"qxcb-(egl|glx)-integration",
}
_LANGUAGES = r"(de|en)"  # the program's words exist in these

Entry = tuple[str, str, str]


def is_wanted(entry: Entry) -> bool:
    """True for a file that the program uses; an entry is its name in the bundle, its place here, and its kind."""
    name, place = entry[0].replace("\\", "/"), (entry[1] or "").replace("\\", "/")
    if sys.platform == "linux" and re.match(r"(/usr)?/lib/", place):
        return (
            "/libpython" in place or "/lib-dynload/" in place
        )  # the rest is the system's, and the package asks for it
    if plugin := re.search(r"/plugins/([\w-]+)/(?:lib)?([\w-]+)\.\w+$", name):
        return re.fullmatch(_QT_PLUGINS.get(plugin[1], ""), plugin[2]) is not None
    if library := re.search(r"(?:lib)?Qt6?(\w+)\.(?:so[.\d]*|dll|dylib)$", name):
        return re.fullmatch(_QT_LIBRARIES, library[1]) is not None
    if re.search(r"/translations/[\w-]+\.qm$", name) and "PySide6" in name:
        return re.search(rf"/qt(base)?_{_LANGUAGES}\.qm$", name) is not None
    if "/espeak-ng-data/" in name:
        return _is_spoken(name.partition("/espeak-ng-data/")[2])
    return True


def _is_spoken(name: str) -> bool:
    """True for a file of the speech data that the program's languages need: dictionaries are most of its 19 MB."""
    if name.endswith("_dict"):
        return re.fullmatch(rf"{_LANGUAGES}_dict", name) is not None
    if name.startswith("lang/"):
        return re.fullmatch(rf"lang/gmw/{_LANGUAGES}(-[\w-]+)?", name) is not None
    return True


def strip_symbols(folder: Path) -> None:
    """Take the debugging symbols from the libraries that came with them: Python's own is a quarter of its size then."""
    strip = shutil.which("strip")
    if sys.platform == "linux" and strip:
        for file in folder.rglob("*.so*"):
            if not file.is_symlink() and "PySide6" not in file.parts:  # those have none
                subprocess.run([strip, "--strip-unneeded", str(file)], check=True)


def licences() -> list[tuple[str, str]]:
    """The licence files of every library that is in the bundle, as a place here and a folder in the bundle."""
    found = [(str(ROOT / "LICENSE"), "licences"), (str(ROOT / "assets" / "LICENCES.md"), "licences")]
    found += [(str(file), "licences/Python") for file in Path(shutil.__file__).parent.glob("LICENSE.txt")]
    for name in locked():
        try:
            files = metadata.files(name) or []
        except metadata.PackageNotFoundError:  # of another system
            continue
        texts = [file for file in files if re.search(r"licen[cs]e|copying", str(file), re.IGNORECASE)]
        found += [(str(file.locate()), f"licences/{name}") for file in texts if file.suffix not in (".py", ".pyc")]
    return found


def locked() -> list[str]:
    """The name of every library that the program runs with."""
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    return re.findall(r"^([\w.-]+)==", lock, flags=re.MULTILINE)
