"""The pictures that the figure is compared with. Run this file to draw them anew, and look at every one that changed.

PYTHONPATH=.:tests/helpers python tests/helpers/figure_baselines.py
"""

import os
from pathlib import Path

from figure_cases import at, exercises, movements, sides
from PySide6.QtGui import QColor, QGuiApplication, QImage

from footroutine.domain.exercise import Moment
from footroutine.figure.drawing import Drawing
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_theme_tables
from footroutine.ui import painted as pictures

FOLDER = Path(__file__).parents[1] / "figure" / "baselines"
SIZE = (240, 216)
THEMES = ("light", "dark")
CASES = [(name, movement, theme) for name, movement in movements() for theme in THEMES]


def file_of(name: str, movement: str, theme: str) -> Path:
    """Where a case's baseline is."""
    return FOLDER / f"{name.replace('/', '_')}-{movement}-{theme}.png"


def moment_of(name: str, movement_id: str) -> Moment:
    """The middle of a movement, on the side that comes first."""
    exercise = exercises()[name]
    return at(exercise, exercise.movement(movement_id), sides(exercise)[0], 0.45)


def painted(drawing: Drawing, theme: str) -> QImage:
    """The drawing on the theme's paper."""
    table = load_theme_tables(assets_dir())[theme]
    ui, figure = table["ui"], table["figure"]
    assert isinstance(ui, dict)
    assert isinstance(figure, dict)
    return pictures.painted(drawing, palette(figure, "tan"), QColor(ui["surface"]))


def main() -> None:
    """Draw every baseline anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication([])
    FOLDER.mkdir(exist_ok=True)
    for name, movement, theme in CASES:
        painted(draw(moment_of(name, movement), *SIZE), theme).save(str(file_of(name, movement, theme)))


if __name__ == "__main__":
    main()
