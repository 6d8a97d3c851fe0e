"""Try hostile files on the program by the thousand, led by what they reach in it: `make fuzz`.

    fuzz.py [--seconds N] [TARGET …]     each target in a process of its own, and a table of what came of it

A file that breaks the law of `hostile.py` is kept in `build/fuzz`, and its trace is shown.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

import atheris

with atheris.instrument_imports(include=["footroutine", "tomllib", "json", "zipfile"]):
    import hostile
    import hostile_made

T = TypeVar("T")

FOUND = Path(__file__).resolve().parents[2] / "build" / "fuzz"
RAM = Path("/dev/shm")  # a disk would be what is measured
SLOWEST_S, MOST_MB = 20, 1_000  # what is surely a fault, however busy the machine
MADE = "made-"  # before a target: its file is made from a good one, by choices that the fuzzer leads


def targets() -> list[str]:
    """Every target, with raw bytes and made."""
    return [*hostile.TARGETS, *(MADE + name for name in hostile_made.MADE)]


class _Led(atheris.FuzzedDataProvider):  # type: ignore[misc]
    """The choices that the fuzzer's bytes stand for."""

    def choice(self, of: Sequence[T], /) -> T:
        return of[self.randrange(len(of))]

    def randrange(self, below: int, /) -> int:
        return int(self.ConsumeIntInRange(0, below - 1))


def fuzz(target: str, seconds: int, notes: Path) -> None:
    """Try one target for some time; does not return."""
    name = target.removeprefix(MADE)
    slowest = 0.0

    def one(data: bytes) -> None:
        nonlocal slowest
        raw = hostile_made.MADE[name](_Led(data)) if target != name else data
        with tempfile.TemporaryDirectory(dir=RAM if RAM.is_dir() else None) as folder:
            began = time.process_time()
            try:
                hostile.TARGETS[name](raw, Path(folder))
            except BaseException:
                FOUND.mkdir(parents=True, exist_ok=True)
                (FOUND / f"{target}-{Random(raw).randrange(10**9)}").write_bytes(raw)
                raise
        if (took := time.process_time() - began) > slowest:
            slowest = took
            notes.write_text(f"{slowest:.2f}")

    limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST_S}", f"-rss_limit_mb={MOST_MB}", "-print_final_stats=1"]
    atheris.Setup(
        [sys.argv[0], *limits, f"-artifact_prefix={notes.parent}/", "-max_len=4096", str(_seeds(name, notes.parent))],
        one,
    )
    atheris.Fuzz()


def _seeds(name: str, folder: Path) -> Path:
    """A folder with good files to begin with."""
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for number in range(8 if name in hostile_made.MADE else 0):
        (seeds / str(number)).write_bytes(hostile_made.MADE[name](hostile_made.seeded(number)))
    return seeds


def main() -> int:
    """Try the targets that are named, or all; the answer is the exit code."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("target", nargs="*", metavar="TARGET")
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--notes", type=Path)
    options = asked.parse_args()
    if options.notes:
        fuzz(options.target[0], options.seconds, options.notes)
    print(f"{'target':16} {'files':>8} {'slowest, s':>11} {'most, MB':>9}  found", flush=True)
    is_good = True
    for target in options.target or targets():
        with tempfile.TemporaryDirectory() as folder:
            notes = Path(folder) / "slowest"
            own = [sys.executable, __file__, target, "--seconds", str(options.seconds), "--notes", str(notes)]
            done = subprocess.run(own, capture_output=True, text=True, errors="replace", check=False)
            said = done.stdout + done.stderr
            count, most = (
                re.findall(rf"stat::{what}:\s+(\d+)", said) for what in ("number_of_executed_units", "peak_rss_mb")
            )
            slowest = notes.read_text() if notes.exists() else "?"
        figures = f"{(count or '?')[-1]:>8} {slowest:>11} {(most or '?')[-1]:>9}"
        print(f"{target:16} {figures}  {done.returncode or 'nothing'}", flush=True)
        if done.returncode:
            is_good = False
            print(said[-4000:])
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
