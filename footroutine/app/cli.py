"""The command line: what can be asked, and who answers."""

import argparse
import json
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import footroutine
from footroutine.app.timeline_json import library_json, timeline_json
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError, told
from footroutine.domain.exercise import Side

NO_DISPLAY = "There is no display here. For the guided session in this terminal: footroutine session"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="footroutine", description="Guided foot exercises with a living picture, a big countdown and a voice."
    )
    top.add_argument("--version", action="version", version=f"footroutine {footroutine.__version__}")
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
    draw = command("draw", "one picture of an exercise as SVG or PNG")
    draw.add_argument("exercise", metavar="EXERCISE")
    draw.add_argument("--movement", metavar="M", help="the movement's id; default: the one that tells the exercise")
    draw.add_argument("--at", type=_fraction, default=1.0, metavar="0..1", help="how far into the movement")
    draw.add_argument("--side", type=Side, choices=[Side.LEFT, Side.RIGHT], default=Side.LEFT)
    draw.add_argument("--variant", default="", metavar="V")
    draw.add_argument("--theme", choices=["light", "dark"], default="light")
    draw.add_argument("--size", type=_size, default=(640, 640), metavar="WxH")
    draw.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.svg|.png")
    doctor = command("doctor", "what works here, what does not, and how to mend it")
    doctor.add_argument("--json", action="store_true")
    return top


def _add_profile(own: argparse.ArgumentParser, default: object) -> None:
    own.add_argument(
        "--profile", type=Path, default=default, metavar="DIR", help="keep settings and all else under DIR"
    )


def _speed(text: str) -> float:
    return _number(text, 0.1, 1000)


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
        return _window(asked)
    program = Program.load(asked.profile)
    for line in told(program.problems, most=20):
        print(f"footroutine: {line}", file=sys.stderr)
    answer = {"session": _session, "list": _list, "plan": _plan, "audio": _audio, "draw": _draw, "doctor": _doctor}
    return answer[asked.command](program, asked)


def has_display() -> bool:
    """A window can be shown; only Unix can be without a display."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _window(asked: argparse.Namespace) -> int:
    if not has_display():
        raise UserError(NO_DISPLAY)
    from footroutine.app.window_app import run_window

    return run_window(asked.profile, asked.routine if asked.command else None, start=asked.command == "start")


def _session(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.terminal import run_session

    routine = program.routine(asked.routine)
    with ExitStack() as stack:
        log: IO[str] | None = None
        if asked.log_json:
            log = stack.enter_context(_opened(asked.log_json))
        return run_session(program, routine, speed=asked.speed, is_silent=asked.silent, log=log)


def _opened(file: Path) -> IO[str]:
    try:
        return file.open("w", encoding="utf-8")
    except OSError as error:
        raise UserError(
            f"{file}: cannot be written ({error.strerror}). Choose another place with --log-json."
        ) from error


def _list(program: Program, asked: argparse.Namespace) -> int:
    if asked.json:
        print(json.dumps(library_json(program.library), ensure_ascii=False, indent=2))
        return 0
    print("Routines")
    for routine in program.library.routines.values():
        print(f"  {routine.id:16} {routine.name}: {routine.summary}")
    print("Exercises")
    for exercise in program.library.exercises.values():
        print(f"  {exercise.id:16} {exercise.name}: {exercise.summary}")
    return 0


def _plan(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.terminal import planned

    timeline = planned(program, program.routine(asked.routine))
    if asked.json:
        print(json.dumps(timeline_json(timeline), ensure_ascii=False, indent=1))
        return 0
    for index, segment in enumerate(timeline.segments):
        what = " ".join(filter(None, (segment.exercise, segment.movement, segment.side)))
        print(f"{_clock(segment.start_ms)}  {segment.kind.value:8} {what}")
        for cue in (c for c in timeline.cues if c.segment == index):
            print(f"  {_clock(cue.at_ms)}    {f'({cue.tone})' if cue.tone else ''} {cue.text}")
    print(f"{_clock(timeline.total_ms)}  in all")
    return 0


def _clock(ms: int) -> str:
    return f"{ms // 60_000:3}:{ms % 60_000 / 1000:06.3f}"


def _audio(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.audio_file import write_session

    timeline = write_session(program, program.routine(asked.routine), asked.output)
    minutes, seconds = divmod(round(timeline.total_ms / 1000), 60)
    print(f"{asked.output}: {minutes} min {seconds} s")
    return 0


def _draw(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.draw import moment_of, write_picture
    from footroutine.services.library import load_theme_tables

    exercise = program.exercise(asked.exercise)
    if asked.variant and asked.variant not in exercise.variants:
        known = ", ".join(exercise.variants) or "none"
        raise UserError(f"{exercise.name} has no variant {asked.variant!r}. Known: {known}.")
    exercise = exercise.variants.get(asked.variant, exercise)
    theme = load_theme_tables(program.assets)[asked.theme]
    moment = moment_of(exercise, asked.movement, asked.at, asked.side)
    write_picture(moment, asked.size, theme, program.settings.skin, asked.output)
    return 0


def _doctor(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.doctor import examine

    findings = examine(program)
    is_well = all(f.ok for f in findings)
    if asked.json:
        print(json.dumps({"ok": is_well, "findings": [f.as_json() for f in findings]}, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            print(finding)
    return 0 if is_well else 1
