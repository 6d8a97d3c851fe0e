"""Pictures that are kept look as if they were painted anew."""

import pytest
from figure_cases import at, exercises, named
from picture_compare import difference
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from footroutine.domain.exercise import Moment, Side
from footroutine.figure.motion import shot_of
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_theme_tables
from footroutine.ui import film
from footroutine.ui.film import Film, Picture
from footroutine.ui.painted import painted

SIZE = (320, 290)
MOST = 2  # of 255: a patch begins elsewhere than the sheet does, so that sums are rounded otherwise
PAPER = QColor("#20262b")  # where a picture is nearly clear, its colour says nothing
CLEAR = QColor(0, 0, 0, 0)
WHOLE = QRegion(QRect(0, 0, *SIZE))


def roles() -> dict[str, str]:
    table = load_theme_tables(assets_dir())["dark"]["figure"]
    assert isinstance(table, dict)
    return palette(table, "tan")


def blank(ratio: float = 1.0) -> QImage:
    image = QImage(QSize(*SIZE) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(PAPER)
    return image


def from_film(picture: Picture, ratio: float = 1.0) -> QImage:
    image = blank(ratio)
    painter = QPainter(image)
    picture.paint(painter, WHOLE)
    painter.end()
    return image


def anew(moment: Moment, ratio: float = 1.0) -> QImage:
    return painted(draw(moment, *SIZE), roles(), PAPER, ratio=ratio)


CASES = [
    ("toe-press", "grip", Side.BOTH),
    ("toe-press", "hold", Side.BOTH),
    ("ankle-circles", "clockwise", Side.LEFT),
    ("ankle-circles", "lift", Side.RIGHT),
    ("active-flexion", "up", Side.LEFT),
    ("side-to-side", "out", Side.RIGHT),
    ("wall-stretch", "hold", Side.LEFT),
    ("wall-stretch", "step", Side.RIGHT),
]


@pytest.mark.parametrize("paper", [PAPER, CLEAR])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize(("name", "movement", "side"), CASES)
def test_a_kept_picture_is_the_picture(
    name: str, movement: str, side: Side, ratio: float, paper: QColor, qtbot: QtBot
) -> None:
    exercise = exercises()[name]
    kept = Film(*SIZE, ratio, roles(), paper)
    for _ in range(2):
        for progress in (0.1, 0.5, 0.9):
            moment = at(exercise, exercise.movement(movement), side, progress)
            found = difference(from_film(kept.picture(shot_of(moment)), ratio), anew(moment, ratio))
            assert found.most <= MOST, found


def test_only_what_moves_is_in_the_patches(qtbot: QtBot) -> None:
    kept = Film(*SIZE, 1.0, roles(), PAPER)
    moved = kept.picture(shot_of(named("wall-stretch", "hold", Side.LEFT, 0.1))).moved()
    assert 0 < moved.boundingRect().width() * moved.boundingRect().height() < 0.15 * SIZE[0] * SIZE[1]


def test_a_rep_that_comes_again_is_not_painted_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Film(*SIZE, 1.0, roles(), PAPER)
    shots = [shot_of(named("toe-press", "grip", Side.BOTH, i / 10)) for i in range(1, 10)]
    first = [kept.picture(shot).patches for shot in shots]
    size = kept.bytes
    assert 0 < size < film.FILM_BYTES
    monkeypatch.setattr(film, "draw_shot", None)  # nothing is drawn, so nothing can be painted
    for patches, shot in zip(first, shots, strict=True):
        again = kept.picture(shot).patches
        assert patches
        assert [(each.area, each.pixels) for each in again] == [(each.area, each.pixels) for each in patches]
    assert kept.bytes == size


@pytest.mark.parametrize(
    ("name", "right", "left"),
    [("wall-stretch", "lean", "lean"), ("ankle-circles", "clockwise", "counter-clockwise")],
)
def test_a_left_side_is_the_right_side_flipped_and_not_drawn_again(
    name: str, right: str, left: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Film(*SIZE, 1.0, roles(), PAPER)
    kept.picture(shot_of(named(name, right, Side.RIGHT, 0.45)))
    size = kept.bytes
    monkeypatch.setattr(film, "draw_shot", None)
    kept.picture(shot_of(named(name, left, Side.LEFT, 0.45)))
    assert kept.bytes == size > 0


def test_what_is_full_takes_no_more_and_another_exercise_begins_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film, "FILM_BYTES", 60_000)
    kept = Film(*SIZE, 1.0, roles(), PAPER)
    for i in range(1, 30):
        kept.picture(shot_of(named("active-flexion", "up", Side.LEFT, i / 30)))
        assert kept.bytes <= 60_000
    full = kept.bytes
    kept.picture(shot_of(named("ankle-circles", "lift", Side.LEFT)))
    assert 0 < kept.bytes < full


def test_grounds_are_few(qtbot: QtBot) -> None:
    kept = Film(*SIZE, 1.0, roles(), PAPER)
    for name, _, side in CASES:
        for each in exercises()[name].all_movements():
            for one in {side, side.other}:
                picture = kept.picture(shot_of(at(exercises()[name], each, one, 0.5)))
                found = difference(from_film(picture), anew(at(exercises()[name], each, one, 0.5)))
                assert found.most <= MOST, (name, each.id, found)
