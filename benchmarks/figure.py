"""Measure the figure: milliseconds of processor time for each picture of one rep, p50 and p95.

- geometry: a picture that was never drawn before becomes shapes.
- window, first rep: what a beat costs in the window, geometry and painting together, when everything is new.
- window, again: the same rep once more; its pictures are kept.
- whole sheet: every shape painted, as for an export.

Usage: python benchmarks/figure.py [--size 1200x800]
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
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from footroutine.domain.exercise import Exercise, Moment, MovementKind, Side, Sides
from footroutine.figure.motion import shot_of
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw_shot
from footroutine.services.library import load_library, load_theme_tables
from footroutine.ui.figure_view import FigureView
from footroutine.ui.film import paint_drawing

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
    args = parser.parse_args()
    app = QApplication([])
    width, height = (int(n) for n in args.size.split("x"))
    theme: Any = load_theme_tables(ASSETS)["light"]
    colours = palette(theme["figure"], "tan")
    print(machine())
    print(f"{f'ms at {args.size}':<34}{'p50':>8}{'p95':>8}{'n':>6}")
    for shipped in load_library(ASSETS).exercises.values():
        shots = [shot_of(moment) for moment in moments(shipped)]
        new = list(dict.fromkeys(shots))
        draw_shot(new[0], width, height)  # the settled poses and boxes of an exercise are computed once
        geometry = [timed(partial(draw_shot, shot, width, height)) for shot in new[1:]]
        print(row(f"{shipped.id} geometry", geometry))
        view = FigureView()
        view.resize(width, height)
        view.set_palette_roles(colours)
        view.show()
        for what in ("first rep", "again"):
            beats = [timed(partial(shown, app, view, moment)) for moment in changing(moments(shipped))]
            print(row(f"{shipped.id} window, {what}", beats))
        view.close()
        sheet = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        whole = []
        for shot in new[:: max(1, len(new) // 60)]:
            painter = QPainter(sheet)
            whole.append(timed(partial(paint_drawing, painter, draw_shot(shot, width, height), colours)))
            painter.end()
        print(row(f"{shipped.id} whole sheet", whole))


if __name__ == "__main__":
    main()
