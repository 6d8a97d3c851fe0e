"""What the command line answers without a window."""

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from footroutine.app.timeline_json import library_json, timeline_json
from footroutine.app.wiring import Program
from footroutine.domain.errors import Problem, UserError, told
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord


def answer(asked: argparse.Namespace) -> int:
    """Do what is asked; the answer is the exit code.

    Raises:
        UserError: a known failure, in one line.
    """
    program = Program.load(asked.profile)
    for line in told(program.problems, most=20):
        print(f"footroutine: {line}", file=sys.stderr)
    known = {
        "session": _session,
        "list": _list,
        "plan": _plan,
        "audio": _audio,
        "handout": _handout,
        "report": _report,
        "draw": _draw,
        "doctor": _doctor,
        "export": _export,
        "backup": _backup,
        "restore": _restore,
    }
    return known[asked.command](program, asked)


def _session(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.terminal import run_session

    what = _left_today(program, asked.routine) if asked.resume else program.routine(asked.routine)
    with ExitStack() as stack:
        log: IO[str] | None = None
        if asked.log_json:
            log = stack.enter_context(_opened(asked.log_json))
        return run_session(program, what, speed=asked.speed, is_silent=asked.silent, log=log)


def _left_today(program: Program, routine_id: str | None) -> SessionRecord:
    from footroutine.app.resuming import unfinished
    from footroutine.services.clock import today

    found = unfinished(program, today())
    if found is None or routine_id not in (None, found.session.routine):
        raise UserError("There is no session to go on with today. Without --resume, a new one begins.")
    return found.session


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


def _handout(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.handout import write_handout
    from footroutine.ui.paper import Paper

    write_handout(program, program.routine(asked.routine), Paper(asked.paper), asked.output)
    return 0


def _report(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.report import asked_time, write_report
    from footroutine.ui.paper import Paper

    program.history.tell = _warn
    write_report(program, asked_time(asked.since, asked.until), Paper(asked.paper), asked.output)
    return 0


def _draw(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.draw import moment_of, write_picture
    from footroutine.services.library import load_theme_table

    exercise = program.exercise(asked.exercise)
    if asked.variant and asked.variant not in exercise.variants:
        known = ", ".join(exercise.variants) or "none"
        raise UserError(f"{exercise.name} has no variant {asked.variant!r}. Known: {known}.")
    exercise = exercise.variants.get(asked.variant, exercise)
    theme = load_theme_table(program.assets, asked.theme)
    moment = moment_of(exercise, asked.movement, asked.at, Side(asked.side))
    write_picture(moment, asked.size, theme, program.settings.skin, asked.output)
    return 0


def _export(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.app.export_file import write_export

    program.history.tell = _warn
    count = write_export(program.history, asked.output)
    print(f"{asked.output}: {count} session{'' if count == 1 else 's'}")
    return 0


def _backup(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.services.backup_file import backup

    program.history.tell = _warn
    count = backup(program.paths, program.history, asked.output)
    print(f"{asked.output}: {count} file{'' if count == 1 else 's'}")
    return 0


def _restore(program: Program, asked: argparse.Namespace) -> int:
    from footroutine.services.backup_file import restore

    kept = restore(program.paths, program.history, asked.file)
    print(f"{asked.file}: restored")
    for path in kept:
        print(f"  what was there before is kept as {path}")
    if not program.read_anew():
        print("  its own speech program was left out; if it is yours, name it again in Settings")
    return 0


def _warn(problem: Problem) -> None:
    print(f"footroutine: {problem}", file=sys.stderr)


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
