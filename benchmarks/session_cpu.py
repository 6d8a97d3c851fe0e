"""How much of a core a session costs in the real window: the program by itself, and its children (voice, sound).

Each exercise runs in real time, in a window of its own with a fresh profile; what is measured begins `--settle` seconds
after the start. Processor time is read from /proc, so it runs on Linux alone. With no display it starts Xvfb.

Run: python benchmarks/session_cpu.py [--seconds 60] [--settle 32] [--exercises toe-press wall-stretch]
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
TICK = os.sysconf("SC_CLK_TCK")
SETTINGS = 'version = 2\n\n[start]\ndisclaimer_accepted = true\n\n[look]\ntheme = "light"\nreduce_motion = "{reduce}"\n'
ROUTINE = (
    'format = 1\nid = "measured"\nname = "Measured"\nshort_name = "Measured"\nsummary = "One."\n\n'
    '[[steps]]\nexercise = "{exercise}"\n'
)
EXERCISES = ("toe-press", "ankle-circles", "active-flexion", "side-to-side", "wall-stretch")


def spent(pid: int) -> float:
    """Seconds of processor time of a process so far; 0 if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK


def children(pid: int) -> list[int]:
    """Every process below a process."""
    try:
        own = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return own + [deeper for each in own for deeper in children(each)]


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """An environment with a display: the one there is, or an Xvfb of its own."""
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        yield dict(os.environ)
        return
    get, give = os.pipe()
    command = ["Xvfb", "-displayfd", str(give), "-screen", "0", "1400x900x24"]
    server = subprocess.Popen(command, pass_fds=[give], stderr=subprocess.DEVNULL)
    os.close(give)
    try:
        with os.fdopen(get) as told:
            yield {**os.environ, "DISPLAY": f":{told.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()


def measure(
    exercise: str, environment: dict[str, str], settle: float, seconds: float, *, reduce: bool
) -> tuple[float, float]:
    """Percent of a core of the program and of its children while one exercise runs."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        for file, text in (
            ("config/settings.toml", SETTINGS.format(reduce="on" if reduce else "off")),
            ("data/routines/measured.toml", ROUTINE.format(exercise=exercise)),
        ):
            (profile / file).parent.mkdir(parents=True, exist_ok=True)
            (profile / file).write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "footroutine", "--profile", folder, "start", "measured"]
        program = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            time.sleep(settle)
            own, others = spent(program.pid), {pid: spent(pid) for pid in children(program.pid)}
            begin = time.monotonic()
            time.sleep(seconds)
            if program.poll() is not None:
                raise SystemExit(f"the program ended with {program.returncode}")
            gone = time.monotonic() - begin
            below = sum(spent(pid) - others.get(pid, 0.0) for pid in children(program.pid))
            return 100 * (spent(program.pid) - own) / gone, 100 * below / gone
        finally:
            program.terminate()
            program.wait()


def cpu_model() -> str:
    """The processor's name."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    """Print the machine and the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--settle", type=float, default=32.0)
    parser.add_argument("--exercises", nargs="+", default=EXERCISES, choices=EXERCISES)
    parser.add_argument("--reduce-motion", action="store_true")
    args = parser.parse_args()
    print(f"{cpu_model()}, {os.cpu_count()} cores, Python {platform.python_version()}, PySide6 {PySide6.__version__}")
    print(f"{'% of one core':<20}{'program':>10}{'children':>10}")
    with display() as environment:
        for exercise in args.exercises:
            own, below = measure(exercise, environment, args.settle, args.seconds, reduce=args.reduce_motion)
            print(f"{exercise:<20}{own:>10.1f}{below:>10.1f}", flush=True)


if __name__ == "__main__":
    main()
