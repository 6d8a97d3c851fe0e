"""Hours of sessions, one after another, in one window with its voice and sound, and what has grown by then.

Run: python benchmarks/soak.py [--hours 8] [--speed 20] [--routines full short toe-press]    half an hour
     python benchmarks/soak.py --real-hours 2                                               at the pace of life

The real window under Xvfb (or the display there is), with its real children, on a private PulseAudio null sink and a
private bus with a screen saver. Only the session's clock is sped up, and the moments of its sounds with it. Between two
sessions every page is looked at. After each session: the memory that is the processes' own, their open files, who they
are, whether each cue of the plan came once, in order, and which did not begin at the loudspeaker: at many times the
pace of life a busy machine may be too late for some. Exit code 1 if anything has grown or is missing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "helpers")]

import screen_saver  # noqa: E402
from private_bus import private_bus  # noqa: E402
from pulse_server import PulseServer  # noqa: E402

from benchmarks.machine import children, describe, display, handles, memory_mb  # noqa: E402

WINDOW = Path(__file__).with_name("soak_window.py")
MOST_MB = 3.0
WARM = 0.25  # of the sessions, at least one of each routine: everything is made once and the first history is there
OWN = ("Pss_Anon", "Pss_Shmem", "SwapPss")
SETTINGS = 'version = 2\n[start]\ndisclaimer_accepted = true\n[look]\ntheme = "light"\nreduce_motion = "off"\n'


@dataclass(frozen=True)
class Sample:
    """What was found after a session: its routine, hours of exercise so far, memory, handles, processes, cues.

    `pauses`: how often the machine was too busy for the pace, so that the session paused.
    """

    routine: str
    hours: float
    own_mb: float
    pss_mb: float
    handles: tuple[int, ...]
    pids: tuple[int, ...]
    planned: int
    came: int
    unheard: int
    pauses: int

    @property
    def missed(self) -> int:
        """The cues that did not come once, in order."""
        return self.planned - self.came


def warmed_up(samples: Sequence[Sample], warm_up: float = WARM) -> Sequence[Sample]:
    """What came after the warm-up, which is at least one session of each routine."""
    return samples[max(int(len(samples) * warm_up), len({sample.routine for sample in samples})) :]


def growth_mb(samples: Sequence[Sample], warm_up: float = WARM) -> float:
    """How much more memory is held in the last quarter than in the first after the warm-up.

    Like is compared with like: routines come in turn, and each quarter has each of them equally often.
    """
    warm = warmed_up(samples, warm_up)
    round_of = len({sample.routine for sample in samples})
    part = max(1, len(warm) // 4 // round_of) * round_of
    return median(s.own_mb for s in warm[-part:]) - median(s.own_mb for s in warm[:part])


def faults(samples: Sequence[Sample], warm_up: float = WARM, *, is_heard: bool = True) -> list[str]:
    """What must not be, in words; sounds are told only if they are to be heard as in life."""
    warm = warmed_up(samples, warm_up)
    found = []
    if (grown := growth_mb(samples, warm_up)) >= MOST_MB:
        found.append(f"memory grew by {grown:.1f} MB")
    if len({sample.handles for sample in warm}) > 1:
        found.append(f"open files changed: {sorted({sample.handles for sample in warm})}")
    if len({sample.pids for sample in warm}) > 1:
        found.append("the processes changed")
    if missed := sum(sample.missed for sample in samples):
        found.append(f"{missed} cues were missed")
    if is_heard and (unheard := sum(sample.unheard for sample in samples)):
        found.append(f"{unheard} sounds did not begin")
    return found


def soak(routines: Sequence[str], hours: float, speed: float, settings: str = SETTINGS) -> Iterator[Sample]:
    """Sessions of these routines in turn until so many hours of exercise are over; a sample after each."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak-")))
        (folder / "config").mkdir()
        (folder / "config" / "settings.toml").write_text(settings, encoding="utf-8")
        (folder / "sound").mkdir()
        sound = PulseServer(folder / "sound")
        sound.start()
        stack.callback(sound.kill)
        bus = stack.enter_context(private_bus())
        saver_command = [sys.executable, screen_saver.__file__]
        at_the_bus = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus}
        saver = subprocess.Popen(saver_command, env=at_the_bus, stdout=subprocess.DEVNULL)
        stack.callback(saver.wait)
        stack.callback(saver.kill)
        own = {**sound.variables, "DBUS_SESSION_BUS_ADDRESS": bus, "PYTHONPATH": str(ROOT)}
        environment = stack.enter_context(display()) | own
        command = [sys.executable, str(WINDOW), str(folder), str(speed), *routines]
        pipe = subprocess.PIPE
        driver = stack.enter_context(
            subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment, cwd=ROOT)
        )
        stack.callback(driver.kill)
        assert driver.stdin
        assert driver.stdout
        done_ms = 0
        for routine in cycle(routines):
            print("next", file=driver.stdin, flush=True)
            line = driver.stdout.readline()
            if not line:
                raise SystemExit(f"the program ended with {driver.wait()}")
            told = json.loads(line)
            done_ms += told.pop("total_ms")
            pids = (driver.pid, *children(driver.pid))
            yield Sample(
                routine,
                done_ms / 3_600_000,
                sum(memory_mb(pid, *OWN) for pid in pids),
                sum(map(memory_mb, pids)),
                tuple(map(handles, pids)),
                pids,
                **told,
            )
            if done_ms >= hours * 3_600_000:
                return


def main() -> int:
    """Print the machine, a line for each session, and what was found."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--hours", type=float, default=8.0)
    asked.add_argument("--speed", type=float, default=20.0)
    asked.add_argument("--real-hours", type=float)
    asked.add_argument("--routines", nargs="+", default=["full", "short", "toe-press"])
    args = asked.parse_args()
    hours, speed = (args.real_hours, 1.0) if args.real_hours else (args.hours, args.speed)
    print(describe())
    print(f"{hours:g} hours of sessions at {speed:g} times the pace of life\n")
    print("| session | routine | hours | own, MB | PSS, MB | files | processes | cues | missed | unheard | paused |")
    print("|---" * 11 + "|", flush=True)
    samples = []
    for number, s in enumerate(soak(args.routines, hours, speed), 1):
        samples.append(s)
        row = (number, s.routine, f"{s.hours:.2f}", f"{s.own_mb:.1f}", f"{s.pss_mb:.1f}", "+".join(map(str, s.handles)))
        print(f"| {' | '.join(map(str, (*row, len(s.pids), s.planned, s.missed, s.unheard, s.pauses)))} |", flush=True)
    found = faults(samples, is_heard=speed == 1.0)
    print(f"\nAfter the warm-up the memory grew by {growth_mb(samples):.2f} MB.")
    print("\n".join(found) or "Open files and processes stayed the same; no cue was missed.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
