"""The command line: what can be asked. Who answers is imported once it is known what is asked."""

import argparse
import builtins
import gc
from pathlib import Path
from typing import TYPE_CHECKING

import footroutine

if TYPE_CHECKING:
    from datetime import date


def asked_for(arguments: list[str]) -> argparse.Namespace:
    """What the command line asks. The window by itself needs no parser: that takes as long to make as a page."""
    match arguments:
        case []:
            return argparse.Namespace(command=None, tray=False, profile=None)
        case ["--profile", folder] if not folder.startswith("-"):
            return argparse.Namespace(command=None, tray=False, profile=Path(folder))
    return parser().parse_args(arguments)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="footroutine", description="Guided foot exercises with a living picture, a big countdown and a voice."
    )
    top.add_argument("--version", action="version", version=f"footroutine {footroutine.__version__}")
    top.add_argument("--tray", action="store_true", help="be in the desktop's tray, with the window put away")
    _add_profile(top, default=None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        own = commands.add_parser(name, help=text, description=text)
        _add_profile(own, default=argparse.SUPPRESS)
        return own

    start = command("start", "open the window with the session already starting")
    start.add_argument("routine", nargs="?", metavar="ROUTINE")
    session = command("session", "the guided session in the terminal; no display is needed")
    session.add_argument("routine", nargs="?", metavar="ROUTINE")
    session.add_argument("--resume", action="store_true", help="go on with the session that was left today")
    session.add_argument("--speed", type=_speed, default=1.0, metavar="N", help="N times as fast, and silent")
    session.add_argument("--silent", action="store_true", help="no voice and no tones")
    session.add_argument("--log-json", type=Path, metavar="FILE", help="write every event as one line of JSON")
    list_ = command("list", "the routines and the exercises")
    list_.add_argument("--json", action="store_true")
    plan = command("plan", "every segment and cue of a session with its time")
    plan.add_argument("routine", nargs="?", metavar="ROUTINE")
    plan.add_argument("--json", action="store_true")
    audio = command("audio", "the whole spoken session as one sound file")
    audio.add_argument("routine", nargs="?", metavar="ROUTINE")
    audio.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.wav|.mp3")
    handout = command("handout", "a routine as a printable sheet: pictures, doses, what to mind")
    handout.add_argument("routine", nargs="?", metavar="ROUTINE")
    _add_paper(handout)
    report = command("report", "one page for your clinician: what was planned and done, pain, notes")
    report.add_argument("--since", type=_date, metavar="DATE", help="the first day, as 2026-11-24; default: four weeks")
    report.add_argument("--until", type=_date, metavar="DATE", help="the last day; default: today")
    _add_paper(report)
    draw = command("draw", "one picture of an exercise as SVG or PNG")
    draw.add_argument("exercise", metavar="EXERCISE")
    draw.add_argument("--movement", metavar="M", help="the movement's id; default: the one that tells the exercise")
    draw.add_argument("--at", type=_fraction, default=1.0, metavar="0..1", help="how far into the movement")
    draw.add_argument("--side", choices=["left", "right"], default="left")
    draw.add_argument("--variant", default="", metavar="V")
    draw.add_argument("--theme", choices=["light", "dark"], default="light")
    draw.add_argument("--size", type=_size, default=(640, 640), metavar="WxH")
    draw.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.svg|.png")
    export = command("export", "everything recorded: sessions, sets, pain, notes")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.json|.csv")
    backup = command("backup", "settings, own exercises and routines, and the history in one file")
    backup.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip")
    restore = command("restore", "put a back-up in its place; what it replaces is set aside")
    restore.add_argument("file", type=Path, metavar="FILE.zip")
    doctor = command("doctor", "what works here, what does not, and how to mend it")
    doctor.add_argument("--json", action="store_true")
    commands.add_parser("self-test")  # unlisted: for whoever packs the program
    return top


def _add_profile(own: argparse.ArgumentParser, default: object) -> None:
    own.add_argument(
        "--profile", type=Path, default=default, metavar="DIR", help="keep settings and all else under DIR"
    )


def _add_paper(own: argparse.ArgumentParser) -> None:
    own.add_argument("--paper", choices=["a4", "letter"], default="a4")
    own.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")


def _speed(text: str) -> float:
    return _number(text, 0.1, 1000)


def _date(text: str) -> "date":
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-24") from error


def _fraction(text: str) -> float:
    return _number(text, 0, 1)


def _number(text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least:g} to {most:g}")
    return value


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 16 <= int(width) <= 8000 and 16 <= int(height) <= 8000):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT, each from 16 to 8000")
    return int(width), int(height)


def run(asked: argparse.Namespace) -> int:
    """Do what is asked; the answer is the exit code.

    Raises:
        UserError: a known failure, in one line.
    """
    if asked.command in (None, "start"):
        gc.disable()  # until the first picture is there: what is made for it is kept
        _import_plainly()
        from footroutine.app.opening import run_window

        routine, start = asked.routine if asked.command else None, asked.command == "start"
        return run_window(asked.profile, routine, start=start, in_tray=asked.tray and not start)
    if asked.command == "self-test":
        from footroutine.app.self_test import run_self_test

        return run_self_test()
    from footroutine.app.commands import answer

    return answer(asked)


def _import_plainly() -> None:
    """Import as Python does: PySide's import also reads the source of each module, for features that are not used."""
    import PySide6  # noqa: F401 - it is this that puts its own import in place

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
