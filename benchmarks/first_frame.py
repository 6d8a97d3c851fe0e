"""How long the program takes from its start to its first painted frame, against an empty window.

    python benchmarks/first_frame.py [--runs N] [--most RATIO]

Each run is a process of its own, the two kinds in turn; the clock begins before the process does, and stops when the
first frame is with the display. Needs a display; `QT_QPA_PLATFORM=offscreen` will do. With `--most`, a larger ratio
of the medians is exit code 1.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

# Put in front of what is measured: says the clock's reading when the first frame is painted, and ends the process.
# The event it posts to itself is handled before any other, so nothing that was put off until later is counted.
WATCH = """
import os, time
from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event):
        if event.type() == QEvent.Type.User:
            print(time.monotonic_ns(), flush=True)
            os._exit(0)
        return super().event(event)

class Watched(QtWidgets.QApplication):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.watch = Watch()
        self.installEventFilter(self.watch)

QtWidgets.QApplication = Watched
"""
EMPTY = """
app = QtWidgets.QApplication([])
window = QtWidgets.QMainWindow()
window.resize(1180, 760)
window.show()
app.exec()
"""
PROGRAM = """
import sys
from footroutine.app.main import main
main(["--profile", sys.argv[1]])
"""


def once(what: str, profile: Path) -> float:
    """Milliseconds from the start of a process to its first frame."""
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", WATCH + what, str(profile)], capture_output=True, text=True, timeout=20, check=True
    )
    return (int(done.stdout.split()[-1]) - began) / 1e6


def main() -> int:
    """Measure and print a table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--runs", type=int, default=9)
    asked.add_argument("--most", type=float, default=None)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config"
        config.mkdir()
        (config / "settings.toml").write_text("version = 1\n[start]\ndisclaimer_accepted = true\n", encoding="utf-8")
        times: dict[str, list[float]] = {"an empty window": [], "Foot Routine, Today": []}
        for run in range(options.runs + 1):
            for (name, found), what in zip(times.items(), (EMPTY, PROGRAM), strict=True):
                ms = once(what, Path(folder))
                if run:  # the first fills the caches of the disk
                    found.append(ms)
                assert name
    print("| start to first frame | median ms | fastest ms | slowest ms |\n|---|---|---|---|")
    for name, found in times.items():
        print(f"| {name} | {median(found):.0f} | {min(found):.0f} | {max(found):.0f} |")
    empty, program = (median(found) for found in times.values())
    print(f"| ratio of the medians | {program / empty:.2f} | | |")
    return 1 if options.most is not None and program / empty > options.most else 0


if __name__ == "__main__":
    sys.exit(main())
