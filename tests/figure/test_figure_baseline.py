"""The pictures look as they did when they were last looked at."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from figure_baselines import CASES, FOLDER, SIZE, file_of, moment_of, painted
from picture_compare import difference
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from footroutine.domain.exercise import Side
from footroutine.figure.drawing import Drawing, ring, unmirrored
from footroutine.figure.scene import draw

MEAN, OFF = 0.05, 0.001  # of 255, and of the pixels: less than missing toenails


@pytest.mark.parametrize(("name", "movement", "theme"), CASES)
def test_the_picture_is_as_it_was(name: str, movement: str, theme: str, qtbot: QtBot) -> None:
    baseline = QImage(str(file_of(name, movement, theme)))
    found = difference(painted(draw(moment_of(name, movement), *SIZE), theme), baseline)
    assert (found.mean <= MEAN, found.off <= OFF) == (True, True), found


def test_every_baseline_is_compared() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {file_of(*case).name for case in CASES}


def test_a_picture_does_not_differ_from_itself(qtbot: QtBot) -> None:
    image = painted(draw(moment_of("toe-press", "grip"), *SIZE), "light")
    assert difference(image, image.copy()) == (0, 0.0, 0.0)


def test_one_pixel_is_seen_and_told() -> None:
    white, dotted = QImage(10, 10, QImage.Format.Format_RGB32), QImage(10, 10, QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    dotted.fill(QColor("white"))
    dotted.setPixelColor(3, 3, QColor(155, 255, 255))
    found = difference(white, dotted)
    assert (found.most, found.off) == (100, 0.01)
    assert found.mean == pytest.approx(100 / 300)


def test_pictures_of_two_sizes_are_not_compared() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        difference(QImage(3, 3, QImage.Format.Format_RGB32), QImage(4, 3, QImage.Format.Format_RGB32))


def without(*roles: str) -> Callable[[Drawing], Drawing]:
    return lambda d: replace(d, shapes=tuple(s for s in d.shapes if s.fill not in roles and s.stroke not in roles))


def shifted(drawing: Drawing) -> Drawing:
    """Three pixels aside: a foot that does not stand where it stood."""
    shapes = tuple(
        replace(s, rings=tuple(ring((x + 3, y) for x, y in line) for line in s.lines()), at=(0, 0))
        for s in unmirrored(drawing).shapes
    )
    return replace(drawing, shapes=shapes, mirrored=False)


@pytest.mark.parametrize(
    ("name", "movement", "spoil"),
    [
        ("active-flexion", "up", without("arrow", "arrow_halo")),
        ("wall-stretch", "hold", without("glow")),
        ("toe-press", "hold", without("nail")),
        ("wall-stretch", "lean", without("ink")),
        ("ankle-circles", "clockwise", lambda d: replace(d, mirrored=not d.mirrored)),
        ("side-to-side", "out", shifted),
    ],
    ids=["no arrow", "no glow", "no nails", "no outline", "the other side", "three pixels aside"],
)
def test_a_spoilt_picture_is_found(name: str, movement: str, spoil: Callable[[Drawing], Drawing], qtbot: QtBot) -> None:
    good = draw(moment_of(name, movement), *SIZE)
    found = difference(painted(spoil(good), "light"), QImage(str(file_of(name, movement, "light"))))
    assert found.mean > MEAN or found.off > OFF, found


@pytest.mark.parametrize("progress", [0.3, 0.6])
def test_another_moment_of_the_movement_is_another_picture(progress: float, qtbot: QtBot) -> None:
    moment = replace(moment_of("active-flexion", "up"), progress=progress)
    found = difference(painted(draw(moment, *SIZE), "light"), QImage(str(file_of("active-flexion", "up", "light"))))
    assert found.mean > MEAN or found.off > OFF
    assert moment.side is Side.LEFT
