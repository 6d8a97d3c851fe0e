"""How much of a core a session costs in the real window: the program by itself, and its children (voice, sound).

Each exercise runs in real time from Start to its end, in a window of its own with a fresh profile: what the whole
session costs on average, and its busiest `BUSIEST_S` seconds. With `--seconds`, only so many are measured, `--settle`
after the start. Processor time is read from /proc, so it runs on Linux alone. With no display it starts Xvfb.

Run: python benchmarks/session_cpu.py [--together 2] [--seconds 60 --settle 32] [--exercises toe-press wall-stretch]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.machine import ROOT, children, describe, display, spent

BUSIEST_S = 30.0
SETTINGS = 'version = 2\n\n[start]\ndisclaimer_accepted = true\n\n[look]\ntheme = "light"\nreduce_motion = "{reduce}"\n'
ROUTINE = (
    'format = 1\nid = "measured"\nname = "Measured"\nshort_name = "Measured"\nsummary = "One."\n\n'
    '[[steps]]\nexercise = "{exercise}"\n'
)
EXERCISES = ("toe-press", "ankle-circles", "active-flexion", "side-to-side", "wall-stretch")


class Load(NamedTuple):
    """Percent of a core: of the program on average and in its busiest stretch, and of its children on average."""

    whole: float
    busiest: float
    children: float


def planned_s(folder: str, environment: dict[str, str]) -> float:
    """How long the measured session is by the plan."""
    command = [sys.executable, "-m", "footroutine", "--profile", folder, "plan", "measured", "--json"]
    told = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    return float(json.loads(told)["total_ms"]) / 1000.0


def measure(exercise: str, environment: dict[str, str], settle: float, seconds: float | None, *, reduce: bool) -> Load:
    """What one exercise costs while it runs; its whole session if no `seconds` are given."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        for file, text in (
            ("config/settings.toml", SETTINGS.format(reduce="on" if reduce else "off")),
            ("data/routines/measured.toml", ROUTINE.format(exercise=exercise)),
        ):
            (profile / file).parent.mkdir(parents=True, exist_ok=True)
            (profile / file).write_text(text, encoding="utf-8")
        seconds = seconds or planned_s(folder, environment) - settle
        command = [sys.executable, "-m", "footroutine", "--profile", folder, "start", "measured"]
        program = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            time.sleep(settle)
            others = {pid: spent(pid) for pid in children(program.pid)}
            begin, read = time.monotonic(), [(0.0, spent(program.pid))]
            while read[-1][0] < seconds:
                time.sleep(min(1.0, seconds - read[-1][0]))
                read.append((time.monotonic() - begin, spent(program.pid)))
                if program.poll() is not None:
                    raise SystemExit(f"the program ended with {program.returncode}")
            below = sum(spent(pid) - others.get(pid, 0.0) for pid in children(program.pid))
            whole = share(read[0], read[-1])
            stretches = [(a, next((b for b in read if b[0] - a[0] >= BUSIEST_S), None)) for a in read]
            return Load(whole, max([share(a, b) for a, b in stretches if b] or [whole]), 100 * below / read[-1][0])
        finally:
            program.terminate()
            program.wait()


def share(begin: tuple[float, float], end: tuple[float, float]) -> float:
    """Percent of a core between two readings of time and processor time."""
    return 100 * (end[1] - begin[1]) / (end[0] - begin[0])


def main() -> None:
    """Print the machine and the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--settle", type=float, default=8.0)
    parser.add_argument("--together", type=int, default=1, help="so many exercises at the same time")
    parser.add_argument("--exercises", nargs="+", default=EXERCISES, choices=EXERCISES)
    parser.add_argument("--reduce-motion", action="store_true")
    args = parser.parse_args()
    print(describe())
    print(f"\n| % of one core | whole | busiest {BUSIEST_S:g} s | children | load |\n|---|---|---|---|---|", flush=True)

    def row(exercise: str) -> None:
        found = measure(exercise, environment, args.settle, args.seconds, reduce=args.reduce_motion)
        load = os.getloadavg()[1]
        figures = f"{found.whole:.1f} | {found.busiest:.1f} | {found.children:.1f} | {load:.1f}"
        print(f"| {exercise} | {figures} |", flush=True)

    with display() as environment, ThreadPoolExecutor(args.together) as together:
        list(together.map(row, args.exercises))


if __name__ == "__main__":
    main()
