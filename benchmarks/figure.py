"""Measure the figure: milliseconds of processor time for each picture of one rep, p50 and p95, and how many they are.

Each exercise is shown as a session shows it, 30 pictures a second, and each picture that is new is timed:

- geometry: it becomes shapes. What of the body rests is remembered, as in a session.
- window: what differs from the picture before is painted and kept, and the window is painted.
- new: both together, what a beat costs in a rep that is new.
- again: the same rep once more; all that changes is shown from what was kept.
- whole sheet: every shape painted, as for an export.

Processor time is dearer on a busy machine: the others' work takes the caches, and a core's other half. The load is told
before and after; compare runs at one load alone.

Usage: python benchmarks/figure.py [--size 1200x800] [--theme dark]
"""

import argparse
import os
import platform
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from footroutine.app.opening import collect_seldom
from footroutine.domain.exercise import Exercise, Moment, MovementKind, Side, Sides
from footroutine.figure.motion import shot_of, twin
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw_shot
from footroutine.services.library import load_library, load_theme_tables
from footroutine.ui.figure_view import FigureView
from footroutine.ui.painted import painted

ASSETS = Path(__file__).parent.parent / "assets"
PER_SECOND, WORK_S = 30, 5.0


def moments(exercise: Exercise) -> list[Moment]:
    """Every picture of one rep as the session shows it: 30 a second; holds and circles last `WORK_S`."""
    side = Side.BOTH if exercise.sides is Sides.BOTH else Side.LEFT
    found = []
    for movement in exercise.all_movements():
        before = exercise.pose_before(movement.id, first=True)
        lasts = (movement.seconds or WORK_S) if movement.kind is MovementKind.TRAVEL else WORK_S
        for beat in range(int(lasts * PER_SECOND)):
            seconds = beat / PER_SECOND
            found.append(Moment(exercise, side, before, movement.pose, seconds / lasts, seconds, movement))
    return found


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that the work takes: other programs do not count."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000.0


def row(name: str, values: list[float]) -> str:
    """p50, p95 and number of the values."""
    ordered = sorted(values)
    return f"{name:<34}{ordered[len(ordered) // 2]:>8.2f}{ordered[int(len(ordered) * 0.95)]:>8.2f}{len(values):>6}"


def changing(found: list[Moment]) -> list[Moment]:
    """The moments that look different from the one before; the others cost a hundredth of a millisecond."""
    return [after for before, after in pairwise(found) if shot_of(before) != shot_of(after)]


def shown(app: QApplication, view: FigureView, moment: Moment) -> None:
    """One beat: the view is told the moment, and paints what has changed."""
    view.show_moment(moment)
    app.processEvents()


def machine() -> str:
    """What it was measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{cpu}, {os.cpu_count()} cores, Python {platform.python_version()}, PySide6 {PySide6.__version__}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="1200x800")
    parser.add_argument("--theme", default="light")
    args = parser.parse_args()
    app = QApplication([])
    width, height = (int(n) for n in args.size.split("x"))
    theme: Any = load_theme_tables(ASSETS)[args.theme]
    colours, paper = palette(theme["figure"], "tan"), QColor(theme["ui"]["surface"])
    collect_seldom()  # as the program does
    print(f"{machine()}, load {os.getloadavg()[0]:.1f}")
    print(f"{f'ms at {args.size}':<34}{'p50':>8}{'p95':>8}{'n':>6}")
    for shipped in load_library(ASSETS).exercises.values():
        found = changing(moments(shipped))
        view = FigureView()
        view.resize(width, height)
        view.set_palette_roles(colours)
        view.show()
        shown(app, view, moments(shipped)[0])  # the settled poses and boxes of an exercise are computed once
        new, geometry, window = {twin(shot_of(moments(shipped)[0]))}, [], []
        for moment in found:
            shot = twin(shot_of(moment))
            drawing = timed(partial(draw_shot, shot, width, height))  # the view finds it drawn
            showing = timed(partial(shown, app, view, moment))
            if shot not in new:
                new.add(shot)
                geometry.append(drawing)
                window.append(showing)
        print(row(f"{shipped.id} geometry", geometry))
        print(row(f"{shipped.id} window", window))
        print(row(f"{shipped.id} new", [sum(both) for both in zip(geometry, window, strict=True)]))
        print(row(f"{shipped.id} again", [timed(partial(shown, app, view, moment)) for moment in found]))
        view.close()
        whole = [
            timed(partial(painted, draw_shot(shot, width, height), colours, paper))
            for shot in list(new)[:: max(1, len(new) // 60)]
        ]
        print(row(f"{shipped.id} whole sheet", whole))
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
