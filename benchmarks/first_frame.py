"""How long the program takes from its start to its first painted frame, and to Today complete, against an empty window.

    python benchmarks/first_frame.py [--runs N] [--most RATIO]

Each run is a process of its own, the three kinds in turn: an empty PySide6 main window; the program, ended by its first
frame (the window in its place, with the sidebar, the title and Start); the program, ended by the frame that has all of
Today: every card with its picture and dose, the plan of the day, every sign. The clock begins before the process does,
and stops when the frame is with the display. Processor time is that of the process, user and system: it tells the same
on a machine that is busy with other work.

As on a desktop, another program is connected to the display all the time: an X server whose last client leaves begins
anew, and the next window would wait for that. Each run lets its lock go, as a program does that ends in order; the lock
is in the folder of the log-in, which is kept in memory: where there is none, one is made for the runs.

Modules are read from their compiled form, as they are when the program is installed: all kinds use one folder for it,
which the first run of each, not counted, fills. That run also leaves what the window looked like, for the next.

Needs a display; `QT_QPA_PLATFORM=offscreen` will do. With `--most`, a larger ratio of the medians to the first frame is
exit code 1.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

# Put in front of what is measured: once Qt's widgets are imported, a main window tells of its first paint event, or of
# the first update in which nothing of Today is missing, once it is painted. What is posted at the first paint event is
# handled before any other event, so nothing that was put off until later is counted.
WATCH = """
import sys
from importlib.util import find_spec

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name != "PySide6.QtWidgets":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        execute = spec.loader.exec_module
        def exec_module(module):
            execute(module)
            watch(module)
        spec.loader.exec_module = exec_module
        return spec

def watch(widgets):
    from PySide6.QtCore import QCoreApplication, QEvent
    class Watched(widgets.QMainWindow):
        def paintEvent(self, event):
            super().paintEvent(event)
            if WHAT == "first":
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.MaxUser), 1_000_000)

        def event(self, event):
            kind = event.type()
            if kind == QEvent.Type.MaxUser:
                tell()
            done = super().event(event)
            if kind == QEvent.Type.UpdateRequest and is_complete(self):
                tell()
            return done
    widgets.QMainWindow = Watched

def is_complete(window):
    if WHAT != "complete":
        return False
    today = window.today
    cards = bool(today._cards) and all(card._picture._figure for card in today._cards)
    return cards and today._has_practice and window.look.signs

def tell():
    import gc, os, resource, time
    now, used = time.monotonic_ns(), resource.getrusage(resource.RUSAGE_SELF)
    print(now, used.ru_utime + used.ru_stime, flush=True)
    from PySide6.QtCore import QLockFile
    for each in gc.get_objects():
        if isinstance(each, QLockFile):
            each.unlock()
    os._exit(0)

sys.meta_path.insert(0, Watch())
"""
FIRST, COMPLETE = 'WHAT = "first"\n', 'WHAT = "complete"\n'
EMPTY = """
from PySide6 import QtWidgets
app = QtWidgets.QApplication([])
window = QtWidgets.QMainWindow()
window.resize(1180, 760)
window.show()
app.exec()
"""
PROGRAM = """
from footroutine.app.main import main
main(["--profile", sys.argv[1]])
"""
KINDS = {
    "an empty window": FIRST + WATCH + EMPTY,
    "Foot Routine, first frame": FIRST + WATCH + PROGRAM,
    "Foot Routine, Today complete": COMPLETE + WATCH + PROGRAM,
}
# Ends the program as its person does, once everything is there: then it keeps what it looked like.
LEAVE = """
import footroutine.app.window_app as window_app
settle = window_app.WindowApp._settle
def settle_and_leave(self):
    settle(self)
    self.window.quit()
window_app.WindowApp._settle = settle_and_leave
"""


class Took(NamedTuple):
    """Milliseconds from the start of a process to its frame, and its processor time until then."""

    wall: float
    processor: float


def once(script: str, profile: Path, compiled: Path) -> Took:
    """One process."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", script, str(profile)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=environment,
    )
    if not done.stdout:
        return Took(0, 0)
    told, processor = done.stdout.split()[-2:]
    return Took((int(told) - began) / 1e6, float(processor) * 1e3)


def main() -> int:
    """Measure and print a table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--runs", type=int, default=9)
    asked.add_argument("--most", type=float, default=None)
    options = asked.parse_args()
    other = QGuiApplication([])
    found: dict[str, list[Took]] = {name: [] for name in KINDS}
    memory = Path("/dev/shm")
    in_memory = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
    with tempfile.TemporaryDirectory() as folder, in_memory as runtime:
        os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
        profile, compiled = Path(folder) / "profile", Path(folder) / "compiled"
        (profile / "config").mkdir(parents=True)
        (profile / "config" / "settings.toml").write_text(
            "version = 1\n[start]\ndisclaimer_accepted = true\n", encoding="utf-8"
        )
        once("import sys\n" + LEAVE + PROGRAM, profile, compiled)
        for run in range(options.runs + 1):
            for name, script in KINDS.items():
                took = once(script, profile, compiled)
                if run:
                    found[name].append(took)
    empty = found["an empty window"]
    print("| from the start | median ms | fastest | slowest | ratio | processor ms | ratio |")
    print("|---|---|---|---|---|---|---|")
    for name, each in found.items():
        wall, processor = [took.wall for took in each], [took.processor for took in each]
        of_wall = median(wall) / median(took.wall for took in empty)
        of_processor = median(processor) / median(took.processor for took in empty)
        print(
            f"| {name} | {median(wall):.0f} | {min(wall):.0f} | {max(wall):.0f} | {of_wall:.2f} "
            f"| {median(processor):.0f} | {of_processor:.2f} |"
        )
    other.quit()
    first = median(took.wall for took in found["Foot Routine, first frame"]) / median(took.wall for took in empty)
    return 1 if options.most is not None and first > options.most else 0


if __name__ == "__main__":
    sys.exit(main())
