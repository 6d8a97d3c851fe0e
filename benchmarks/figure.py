"""Measure the figure: geometry and painting, per exercise, as a table of milliseconds (p50 and p95).

Usage: python benchmarks/figure.py [--frames 200] [--size 1200x800]
"""

import argparse
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from footroutine.domain.exercise import Exercise, Moment, Side, Sides
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw
from footroutine.services.library import load_library, load_theme_tables
from footroutine.ui.figure_view import paint_drawing

ASSETS = Path(__file__).parent.parent / "assets"


def moments(exercise: Exercise, frames: int) -> list[Moment]:
    """Frames spread evenly over all movements of a rep."""
    side = Side.BOTH if exercise.sides is Sides.BOTH else Side.RIGHT
    parts = exercise.all_movements()
    found = []
    for i in range(frames):
        share = i * len(parts) / frames
        movement = parts[int(share)]
        before = exercise.pose_before(movement.id, first=True)
        found.append(Moment(exercise, side, before, movement.pose, share % 1.0, 4.0 * (share % 1.0), movement))
    return found


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that the work takes: other programs do not count."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000.0


def row(name: str, values: list[float]) -> str:
    """p50 and p95 of the values."""
    ordered = sorted(values)
    return f"{name:<34}{ordered[len(ordered) // 2]:>8.2f}{ordered[int(len(ordered) * 0.95)]:>8.2f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--size", default="1200x800")
    args = parser.parse_args()
    _application = QGuiApplication([])
    width, height = (int(n) for n in args.size.split("x"))
    theme: Any = load_theme_tables(ASSETS)["light"]
    colours = palette(theme["figure"], "tan")
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    print(f"{f'ms at {args.size}':<34}{'p50':>8}{'p95':>8}   shapes")
    for shipped in load_library(ASSETS).exercises.values():
        geometry, painting, shapes = [], [], 0
        for moment in moments(shipped, args.frames):
            draw(moment, width, height)  # the settled poses and boxes of an exercise are computed once
            geometry.append(timed(partial(draw, moment, width, height)))
            drawing = draw(moment, width, height)
            shapes = len(drawing.shapes)
            painter = QPainter(image)
            painting.append(timed(partial(paint_drawing, painter, drawing, colours)))
            painter.end()
        print(row(f"{shipped.id} geometry", geometry))
        print(row(f"{shipped.id} painting", painting), f"{shapes:>6}")


if __name__ == "__main__":
    main()
