"""What the program costs while it waits, started with --tray and with reminders on: processor time, wake-ups, memory.

Read from /proc, so it runs on Linux alone. With no display it starts Xvfb. A wake-up is a thread's giving the processor
up and being given it again.

Run: PYTHONPATH=. python benchmarks/idle.py [--seconds 60 --settle 20]
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.session_cpu import ROOT, children, cpu_model, display, spent

SETTINGS = (
    "version = 2\n\n[start]\ndisclaimer_accepted = true\n\n"
    "[reminders]\nremind = true\nquiet_from = 0\nquiet_until = 23\n"
)


def wake_ups(pid: int) -> dict[str, int]:
    """How often each thread of a process was given the processor so far."""
    told = {path.parent.name: path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/status")}
    return {
        thread: sum(int(line.split()[1]) for line in text.splitlines() if "ctxt_switches" in line)
        for thread, text in told.items()
    }


def memory_mb(pid: int) -> float:
    """The memory of a process, shared pages divided among those who share them (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def main() -> None:
    """Print the machine and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--settle", type=float, default=20.0)
    args = parser.parse_args()
    with display() as environment, tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "config", "settings.toml")
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")
        command = [sys.executable, "-m", "footroutine", "--profile", folder, "--tray"]
        program = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            time.sleep(args.settle)
            before = spent(program.pid), wake_ups(program.pid)
            time.sleep(args.seconds)
            used = spent(program.pid) - before[0]
            woken = sum(count - before[1].get(thread, 0) for thread, count in wake_ups(program.pid).items())
            print(cpu_model())
            print(f"in {args.seconds:g} s: {1000 * used:.0f} ms of processor time, {woken} wake-ups")
            print(f"{memory_mb(program.pid):.0f} MB (PSS), {len(children(program.pid))} children")
        finally:
            program.terminate()
            program.wait()


if __name__ == "__main__":
    main()
