"""The window's translations: collect every shown word into the .ts files, and make the .qm files of them.

    python packaging/translations.py

Qt's own tools of PySide6 do it. They find what is written in `tr` and `translate`; the words of the settings, which
the domain declares without Qt, are handed to them in a file of a moment. A new word is empty in the .ts file until
somebody writes it there; tests/packaging/test_translations.py finds it.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import PySide6

from footroutine.domain import day_text, voice_command
from footroutine.domain.settings import LANGUAGES, options
from footroutine.ui.language import SOURCE_LANGUAGE

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
SHOWN = ("session", "day", "voice", "look", "reminders")  # sections of the settings
TOOLS = Path(PySide6.__file__).parent


def languages() -> list[str]:
    """The codes of the languages that there are."""
    return [code for code in LANGUAGES if code != "system"]


def setting_words() -> Iterator[str]:
    """Every word of a setting that is shown: label, unit, help, choices, and why an answer does not fit."""
    for option in options().values():
        if option.section in SHOWN:
            yield from filter(
                None, (option.label, option.unit, option.help, *option.choices.values(), *option.several.values())
            )
    yield from (*voice_command.PROBLEMS, *day_text.PROBLEMS)


def collect(language: str, ts: Path) -> None:
    """Bring a .ts file up to date with the sources; what is translated in it stays."""
    only_plurals = ["-pluralonly"] if language == SOURCE_LANGUAGE else []
    files = sorted((ROOT / "footroutine").glob("**/*.py"))
    with TemporaryDirectory() as folder:
        words = Path(folder) / "settings.py"
        words.write_text("".join(f'translate("settings", {word!r})\n' for word in dict.fromkeys(setting_words())))
        _run(
            "lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language", SOURCE_LANGUAGE,
            "-target-language", language, *only_plurals, *map(str, files), str(words), "-ts", str(ts),
        )  # fmt: skip


def build(ts: Path, qm: Path) -> None:
    """Make the file that the program reads; a program that is reading the old one goes on reading that."""
    fresh = qm.with_suffix(".new")
    _run("lrelease", "-silent", str(ts), "-qm", str(fresh))
    fresh.replace(qm)


def _run(tool: str, *words: str) -> None:
    found = next((TOOLS / name for name in (tool, f"{tool}.exe") if (TOOLS / name).exists()), None)
    if found is None:
        sys.exit(f"{tool} is not in {TOOLS}: this PySide6 brings no translation tools.")
    subprocess.run([found, *words], check=True)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for code in languages():
        collect(code, FOLDER / f"{code}.ts")
        build(FOLDER / f"{code}.ts", FOLDER / f"{code}.qm")
