"""What is really heard of a whole session: records it, and compares every cue with the plan.

Run: python benchmarks/session_sound.py [--busy 0 2] [--ways terminal window] [--routine ID] [--language de]
[--talk tones] [--keep FOLDER]

Twelve minutes in all. `--routine short --ways terminal --busy 0` compares a whole routine, `--routine every` one with
all five exercises and few reps, instead of the session of two minutes made for this. In the folder kept are also lists
of what was heard, with the time of each.

A real-time session of the real program runs on a private PulseAudio null sink whose monitor is recorded: once in the
terminal and once in the window, with and without processes that only compute. Each cue of the plan must begin at its
moment, after silence, and sound more like its own phrase than like any other; between them it must be silent. For
comparison a naive program says the same words with `pyttsx3.say`. Lateness is that of a cue's first audible sample, in
ms, against that sample's place in the plan.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "helpers")]

from pulse_server import PulseServer, Recorder  # noqa: E402

from benchmarks.heard_plan import compared, name_of  # noqa: E402
from benchmarks.recorded import Heard, quantiles  # noqa: E402
from footroutine.app.session_log import SessionLog  # noqa: E402
from footroutine.app.wiring import Program  # noqa: E402
from footroutine.domain.cues import TalkLevel  # noqa: E402
from footroutine.domain.timeline import Tone  # noqa: E402
from footroutine.services.clock import SystemClock  # noqa: E402
from footroutine.services.voice.cache import PhraseCache  # noqa: E402
from footroutine.services.voice.pcm import RATE, Samples, read_wav  # noqa: E402
from footroutine.services.voice.tones import render  # noqa: E402

MS = 1_000_000
CLOCK = SystemClock()
ROUTINE = "heard"
LATEST_NAIVE_MS = 20_000
SETTINGS = """version = 1
[session]
get_ready_s = 5
talk = "{talk}"
[look]
language = "{language}"
[start]
disclaimer_accepted = true
"""
STEPS = """format = 1
id = "heard"
name = "Heard"
short_name = "Heard"
summary = "Both feet, then a calf at a time: about two minutes."

[[steps]]
exercise = "toe-press"
dose = { sets = 1, reps = 3 }

[[steps]]
exercise = "wall-stretch"
dose = { reps = 1, hold_s = 12 }
"""
EVERY = """format = 1
id = "every"
name = "Every"
short_name = "Every"
summary = "All five exercises with few reps: about eight minutes."

[[steps]]
exercise = "toe-press"
dose = { sets = 2, reps = 8, rest_s = 12 }

[[steps]]
exercise = "ankle-circles"
dose = { sets = 1 }

[[steps]]
exercise = "active-flexion"
dose = { sets = 1, reps = 3 }

[[steps]]
exercise = "side-to-side"
dose = { sets = 2, reps = 2, rest_s = 12 }

[[steps]]
exercise = "wall-stretch"
dose = { reps = 2, hold_s = 20 }
"""


def own_sound(cue: dict[str, Any], program: Program) -> Samples:
    """What a cue sounds like."""
    if cue["tone"]:
        return render(Tone(cue["tone"]), RATE)
    settings = program.settings
    cache = PhraseCache(program.paths.cache / "voice")
    return read_wav(cache.path(cue["text"], settings.voice, settings.voice_rate, program.library.language))


def led_in(way: str, routine: str, profile: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start the program; its session begins by itself."""
    if way == "terminal":
        command = [sys.executable, "-m", "footroutine", "--profile", str(profile)]
        command += ["session", routine, "--log-json", str(log)]
    else:
        command = [sys.executable, __file__, "--in-window", routine, str(profile), str(log)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})


def in_window(routine: str, profile: Path, log: Path) -> None:
    """The session in the window, which is closed when it is over."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from footroutine.app.looks import Looks
    from footroutine.app.opening import first_window
    from footroutine.app.window_app import WindowApp
    from footroutine.ui.look import STYLE, prepare_application

    program = Program.load(profile)
    app = QApplication(["session_sound", *STYLE])
    prepare_application(app, sorted((program.assets / "fonts").glob("*.otf")))
    with log.open("w", encoding="utf-8") as file:
        looks = Looks(program)
        window = first_window(program)
        window_app = WindowApp(program, program.speech(), window, looks, SessionLog(file))
        window_app._conductor.ended.connect(app.quit)  # noqa: SLF001 - the one who plays it knows its end
        window.show()
        window_app.begin(routine)
        app.exec()
        window_app.close()


def naive(plan_file: Path) -> None:
    """Say each phrase when it is due, as a first attempt would: one process, one thread."""
    import time

    from footroutine.services.voice.engine_pyttsx3 import embedded_espeak

    library = embedded_espeak()  # noqa: F841 - kept loaded: the naive program speaks with the same voice
    import pyttsx3

    cues = json.loads(plan_file.read_text())
    engine = pyttsx3.init()
    engine.setProperty("rate", 165)
    engine.say("Go")
    engine.runAndWait()
    origin_ns = CLOCK.monotonic_ns() + 1_000 * MS
    print(json.dumps({"origin_ns": origin_ns}), flush=True)
    for cue in cues:
        time.sleep(max(0, origin_ns + cue["at_ms"] * MS - CLOCK.monotonic_ns()) / 1e9)
        engine.say(cue["text"])
        engine.runAndWait()


def session(
    way: str, busy: int, routine: str, profile: Path, folder: Path, recorder: Recorder
) -> tuple[str, list[str]]:
    """Run and compare one session."""
    load = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(busy)]
    log = folder / f"{way}-{busy}.jsonl"
    since_ns = CLOCK.monotonic_ns()
    led_in(way, routine, profile, log).wait()
    for process in load:
        process.kill()
        process.wait()
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    (origin_ns,) = (event["origin_ns"] for event in events if event["event"] == "scheduled")
    cues = [event for event in events if event["event"] == "cue" and event["kind"] != "caption"]
    heard = Heard(*recorder.stretch(since_ns))
    (folder / f"{way}-{busy}.s16").write_bytes(heard.samples.tobytes())
    program = Program.load(profile)
    result = compared(cues, origin_ns, heard, {name_of(cue): own_sound(cue, program) for cue in cues})
    (folder / f"{way}-{busy}.txt").write_text("\n".join(result.heard) + "\n", encoding="utf-8")
    return result.line(), result.wrong


def naively(plan: list[dict[str, Any]], folder: Path, recorder: Recorder) -> str:
    """The same words by `pyttsx3.say`: a line of the table."""
    words = [cue for cue in plan if not cue["tone"] and cue["kind"] != "caption"]
    plan_file = folder / "naive.json"
    plan_file.write_text(json.dumps(words), encoding="utf-8")
    since_ns = CLOCK.monotonic_ns()
    done = subprocess.run([sys.executable, __file__, "--naive", str(plan_file)], stdout=subprocess.PIPE, check=True)
    origin_ns = next(json.loads(line)["origin_ns"] for line in done.stdout.splitlines() if b"origin" in line)
    heard = Heard(*recorder.stretch(since_ns))
    late: list[float] = []
    free_ns = origin_ns - 100 * MS
    for cue in words:
        at_ns = origin_ns + cue["at_ms"] * MS
        onset = heard.onset(max(free_ns, at_ns - 60 * MS), at_ns + LATEST_NAIVE_MS * MS)
        if onset is not None:
            late.append((onset - at_ns) / MS)
            free_ns = onset + (cue["end_ms"] - cue["at_ms"]) * MS
    return f"{len(words):5d} {quantiles(late)} {len(words) - len(late):7d} {'-':>11} {'-':>9}"


def main() -> None:
    """Print the table, and what is wrong below it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--busy", type=int, nargs="+", default=[0, 2])
    parser.add_argument("--ways", nargs="*", default=["terminal", "window", "naive"])
    parser.add_argument("--routine", default=ROUTINE)
    parser.add_argument("--language", default="en")
    parser.add_argument("--talk", default="full", choices=[level.value for level in TalkLevel])
    parser.add_argument("--keep", type=Path, help="keep logs and recordings (48 kHz, mono, 16 bit) here")
    parser.add_argument("--in-window", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--naive", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.in_window:
        routine, *places = options.in_window
        return in_window(routine, *map(Path, places))
    if options.naive:
        return naive(options.naive)
    with ExitStack() as stack:
        temporary = stack.enter_context(tempfile.TemporaryDirectory())
        folder = Path(temporary)
        profile = folder / "profile"
        (profile / "config").mkdir(parents=True)
        (profile / "config" / "settings.toml").write_text(
            SETTINGS.format(language=options.language, talk=options.talk), encoding="utf-8"
        )
        (profile / "data" / "routines").mkdir(parents=True)
        for steps in (STEPS, EVERY):
            name = steps.split('"')[1]
            (profile / "data" / "routines" / f"{name}.toml").write_text(steps, encoding="utf-8")
        kept = options.keep or folder
        kept.mkdir(parents=True, exist_ok=True)
        server = PulseServer(folder)
        os.environ |= server.variables
        server.start()
        stack.callback(server.kill)
        print("way       busy  cues     min     p50     p95     p99     max  missed  overlapped  likeness", flush=True)
        faults: list[str] = []
        for way in [way for way in options.ways if way != "naive"]:
            for busy in options.busy:
                with closing(Recorder(server)) as recorder:  # each its own: half an hour of recording is 170 MB
                    line, wrong = session(way, busy, options.routine, profile, kept, recorder)
                print(f"{way:9} {busy:4d} {line}", flush=True)
                faults += [f"{way} {busy}: {fault}" for fault in wrong]
        command = [sys.executable, "-m", "footroutine", "--profile", str(profile), "plan", options.routine, "--json"]
        plan = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT).stdout)
        if "naive" in options.ways and not shutil.which("aplay"):
            faults.append("naive: pyttsx3 plays with aplay, which is not here (apt install alsa-utils)")
        elif "naive" in options.ways:
            with closing(Recorder(server)) as recorder:
                print(f"{'naive':9} {0:4d} {naively(plan['cues'], kept, recorder)}", flush=True)
        print("\n".join(faults) or f"every cue of {plan['total_ms'] / 1000:.1f} s was there, and was itself")
    return None


if __name__ == "__main__":
    main()
