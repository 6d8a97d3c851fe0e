"""Every benchmark, one after another; what each prints is put into docs/benchmarks.md, as it is.

Run: python -m benchmarks [--only planning idle] [--no-file]    three quarters of an hour
"""

import argparse
import os
import subprocess
import sys

from benchmarks.machine import ROOT, describe

PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
ALL: dict[str, dict[str, str]] = {
    "first_frame": OFFSCREEN,
    "idle": {},
    "session_cpu": {},
    "figure": OFFSCREEN,
    "planning": {},
    "history": OFFSCREEN,
    "cue_lateness": {},
    "session_sound": {},
}


def measured(name: str) -> str:
    """What a benchmark prints, shown as it comes."""
    print(f"\n## {name}", flush=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **ALL[name]}
    command = [sys.executable, str(ROOT / "benchmarks" / f"{name}.py")]
    lines = []
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    if process.returncode:
        lines.append(f"(it ended with {process.returncode})\n")
    text = "".join(lines).strip()
    return text if "|---" in text else f"```text\n{text}\n```"


def write(found: dict[str, str], machine: str) -> None:
    """Put the tables into the page: between its marks, or at its end."""
    parts = [BEGIN, "## As last measured", f"`make bench`: {machine}."]
    parts += [f"### {name}\n\n`python benchmarks/{name}.py`\n\n{text}" for name, text in found.items()]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2].strip()
    PAGE.write_text("\n\n".join(filter(None, [before.strip(), *parts, END, after])) + "\n", encoding="utf-8")


def main() -> None:
    """Measure and print, and keep the tables."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", nargs="+", default=list(ALL), choices=ALL)
    asked.add_argument("--no-file", action="store_true", help="leave docs/benchmarks.md as it is")
    args = asked.parse_args()
    machine = describe()
    print(machine)
    found = {name: measured(name) for name in args.only}
    if not args.no_file:
        write(found, machine)


if __name__ == "__main__":
    main()
