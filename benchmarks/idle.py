"""What the program costs in each of its states: processor time, wake-ups and memory, its children included.

The window open at Today, the window in a session (toe presses), and put away in the tray with reminders on. Read from
/proc, so it runs on Linux alone. With no display it starts Xvfb. A wake-up is a thread's giving the processor up and
being given it again. The sound goes to a null sink.

Run: python benchmarks/idle.py [--seconds 60 --settle 20] [--states window session tray]
"""

import argparse
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "helpers")]

from pulse_server import PulseServer  # noqa: E402

from benchmarks.machine import children, describe, display, memory_mb, spent, wake_ups  # noqa: E402

SETTINGS = (
    "version = 2\n\n[start]\ndisclaimer_accepted = true\n\n"
    "[reminders]\nremind = true\nquiet_from = 0\nquiet_until = 23\n"
)
STATES = {"window": (), "session": ("start", "toe-press"), "tray": ("--tray",)}


def measure(state: str, environment: dict[str, str], settle: float, seconds: float) -> str:
    """One row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "config", "settings.toml")
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")
        command = [sys.executable, "-m", "footroutine", "--profile", folder, *STATES[state]]
        program = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            time.sleep(settle)
            below = children(program.pid)
            others = {pid: spent(pid) for pid in below}
            before = spent(program.pid), wake_ups(program.pid)
            time.sleep(seconds)
            used = spent(program.pid) - before[0]
            below_used = sum(spent(pid) - others.get(pid, 0.0) for pid in children(program.pid))
            woken = sum(count - before[1].get(thread, 0) for thread, count in wake_ups(program.pid).items())
            if program.poll() is not None:
                raise SystemExit(f"the program ended with {program.returncode}")
            below = children(program.pid)
            shares = f"{100 * used / seconds:.2f} | {100 * below_used / seconds:.2f} | {woken / seconds:.2f}"
            memory = f"{memory_mb(program.pid):.0f} | {sum(map(memory_mb, below)):.0f} | {len(below)}"
            return f"| {state} | {shares} | {memory} |"
        finally:
            program.terminate()
            program.wait()


def main() -> None:
    """Print the machine and the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--settle", type=float, default=20.0)
    parser.add_argument("--states", nargs="+", default=list(STATES), choices=STATES)
    args = parser.parse_args()
    print(describe())
    print(f"{args.seconds:g} s, from {args.settle:g} s after the start\n")
    print("| state | program, % of a core | children, % | wake-ups a s | program, MB (PSS) | children, MB | children |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with ExitStack() as stack:
        sound = PulseServer(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        sound.start()
        stack.callback(sound.kill)
        environment = stack.enter_context(display()) | sound.variables
        for state in args.states:
            print(measure(state, environment, args.settle, args.seconds), flush=True)


if __name__ == "__main__":
    main()
