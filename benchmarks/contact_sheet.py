"""Draw every exercise, movement, side and theme on one sheet, to be looked at.

Usage: python benchmarks/contact_sheet.py -o SHEET.png [--exercise ID] [--theme light] [--side right] [--size 320x290]
"""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from footroutine.domain.exercise import Exercise, Moment, Movement, MovementKind, Side, Sides
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw
from footroutine.services.library import load_library, load_theme_tables
from footroutine.ui.painted import painted

ASSETS = Path(__file__).parent.parent / "assets"
LABEL = 16


def times(movement: Movement) -> tuple[tuple[float, float], ...]:
    """Progress and seconds at which a movement is shown."""
    if movement.cycle is not None:
        return tuple((part / 4 + 0.001, 10.0 * part / 4 + movement.cycle.round_s * 0.25 * part) for part in (1, 2, 3))
    return ((0.5, 2.0),) if movement.kind is MovementKind.HOLD else ((0.3, 1.0), (0.8, 2.0))


def moments(exercise: Exercise, side: Side) -> Iterator[tuple[str, Moment]]:
    """What is shown of one exercise: waiting, then every movement."""
    start = exercise.start_pose
    yield "waiting", Moment(exercise, side, start, start, 0.0)
    for movement in exercise.all_movements():
        before = exercise.pose_before(movement.id, first=True)
        for progress, seconds in times(movement):
            moment = Moment(exercise, side, before, movement.pose, progress, seconds, movement)
            yield f"{movement.id} {progress:.1f}", moment


def main() -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--exercise", default="")
    parser.add_argument("--theme", default="")
    parser.add_argument("--side", default="")
    parser.add_argument("--skin", default="tan")
    parser.add_argument("--size", default="320x290")
    args = parser.parse_args()
    _application = QGuiApplication([])
    width, height = (int(n) for n in args.size.split("x"))
    library = load_library(ASSETS)
    for problem in library.problems:
        print(problem)
    rows = []
    themes: dict[str, Any] = dict(load_theme_tables(ASSETS))
    for theme, table in themes.items():
        if args.theme not in ("", theme):
            continue
        for shipped in library.exercises.values():
            for exercise in (shipped, *shipped.variants.values()):
                name = f"{exercise.id} {exercise.variant}".strip()
                sides = (Side.BOTH,) if exercise.sides is Sides.BOTH else (Side.RIGHT, Side.LEFT)
                if args.exercise in name:
                    rows += [
                        (f"{name} {side} {theme}", table, list(moments(exercise, side)))
                        for side in sides
                        if args.side in ("", side.value) or side is Side.BOTH
                    ]
    columns = max(len(shown) for _, _, shown in rows)
    sheet = QImage(columns * width, len(rows) * (height + LABEL), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#888888"))
    painter = QPainter(sheet)
    for row, (label, table, shown) in enumerate(rows):
        colours = palette(table["figure"], args.skin)
        for column, (when, moment) in enumerate(shown):
            painter.save()
            painter.translate(QPointF(column * width, row * (height + LABEL)))
            painter.setPen(QColor("black"))
            painter.drawText(QPointF(3, 12), f"{label} · {when}")
            painter.translate(QPointF(0, LABEL))
            picture = painted(draw(moment, width, height), colours, QColor(table["ui"]["surface"]))
            painter.drawImage(QRectF(0, 0, width - 2, height), picture, QRectF(0, 0, width - 2, height))
            painter.restore()
    painter.end()
    sheet.save(args.output)


if __name__ == "__main__":
    main()
