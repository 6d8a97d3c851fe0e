"""A drawing becomes pixels, the same ones whoever fills its shapes."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from figure_cases import at, exercises, movements, sides
from picture_compare import difference
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from footroutine.figure.drawing import Drawing, Ring, Shape, filled, line, ring
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_theme_tables
from footroutine.ui import painted as pictures
from footroutine.ui import sheet_blend2d
from footroutine.ui.painted import Sheet, painted, sheet_type
from footroutine.ui.sheet_blend2d import Blend2dSheet
from footroutine.ui.sheet_qt import QtSheet

RED, BLUE, WHITE = QColor("#ff0000"), QColor("#0000ff"), QColor("#ffffff")
CLEAR = QColor(0, 0, 0, 0)
ROLES = {"a": RED.name(), "b": BLUE.name()}


def square(x: float, side: float) -> Ring:
    return ring(((x, x), (x + side, x), (x + side, x + side), (x, x + side)))


@pytest.fixture(params=[Blend2dSheet, QtSheet])
def sheet(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "sheet_type", lambda: request.param)


by_both = pytest.mark.usefixtures("sheet")


def on_white(*shapes: Shape, mirrored: bool = False) -> QImage:
    return painted(Drawing(40, 40, shapes, mirrored), ROLES, WHITE)


@by_both
def test_shapes_are_filled_and_outlined_in_their_roles() -> None:
    image = on_white(Shape((square(5, 30),), "a", "b", 4.0))
    assert image.pixelColor(20, 20) == RED
    assert image.pixelColor(5, 20) == BLUE
    assert image.pixelColor(1, 1) == WHITE


@by_both
def test_a_ring_in_a_ring_is_a_hole() -> None:
    hole = ((25, 15), (15, 15), (15, 25), (25, 25))  # the other way round
    image = on_white(filled((square(5, 30), ring(hole)), "a"))
    assert image.pixelColor(20, 20) == WHITE
    assert image.pixelColor(10, 10) == RED


@by_both
def test_a_line_is_open() -> None:
    image = on_white(line(((5, 5), (35, 5), (35, 35)), "b", 4.0))
    assert image.pixelColor(20, 5) == BLUE
    assert image.pixelColor(20, 20) == WHITE


@by_both
def test_a_shape_is_painted_where_it_was_moved_to_and_the_next_where_it_is() -> None:
    moved = filled((square(0, 10),), "a").moved(20, 25)
    image = on_white(moved, filled((square(0, 10),), "b"), moved.moved(0, -25))
    assert image.pixelColor(25, 30) == image.pixelColor(25, 5) == RED
    assert image.pixelColor(5, 5) == BLUE
    assert image.pixelColor(5, 30) == image.pixelColor(15, 15) == WHITE


@by_both
def test_opacity_lets_the_paper_through_and_the_next_shape_is_opaque_again() -> None:
    image = on_white(filled((square(5, 30),), "a", 0.5), filled((square(5, 4),), "a"))
    assert 100 < image.pixelColor(20, 20).green() < 150
    assert image.pixelColor(7, 7) == RED


@by_both
def test_what_is_on_clear_paper_is_half_clear_at_its_edges_alone() -> None:
    image = painted(Drawing(40, 40, (filled((square(5.5, 20),), "a"),)), ROLES, CLEAR)
    assert [image.pixelColor(x, 15).alpha() for x in (2, 15, 30)] == [0, 255, 0]
    assert 100 < image.pixelColor(5, 15).alpha() < 155


@by_both
def test_a_palette_without_the_role_is_refused() -> None:
    with pytest.raises(KeyError):
        on_white(filled((square(5, 30),), "unknown"))


@by_both
def test_a_mirrored_drawing_is_the_mirror_image() -> None:
    image = on_white(filled((square(0, 10),), "a"), mirrored=True)
    assert [image.pixelColor(x, 5) for x in (5, 35)] == [WHITE, RED]


@by_both
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_area_is_that_piece_of_the_whole(ratio: float, mirrored: bool) -> None:
    shapes = filled((square(0, 10),), "a").moved(4, 6), Shape((square(12, 18),), "a", "b", 3.0)
    drawing, area = Drawing(40, 40, shapes, mirrored), QRect(7, 9, 25, 16)
    whole, piece = (painted(drawing, ROLES, WHITE, of, ratio) for of in (None, area))
    assert piece.devicePixelRatio() == ratio
    assert piece.size() == area.size() * ratio
    cut = whole.copy(QRect(area.topLeft() * ratio, area.size() * ratio))
    assert difference(piece, cut).most <= 2


@by_both
def test_pixels_outlive_what_painted_them() -> None:
    first = on_white(filled((square(0, 40),), "a"))
    for _ in range(50):
        on_white(filled((square(0, 40),), "b"))
    assert {first.pixelColor(x, x).name() for x in range(40)} == {RED.name()}


@by_both
def test_a_shape_with_a_line_of_its_own_colour_is_one_that_is_larger() -> None:
    around = (ring(((6.0, 5.0), (26.0, 6.0), (20.0, 34.0))),)
    one = on_white(Shape(around, "a", "a", 5.0))
    two = on_white(Shape(around, "a", None, 0.0), Shape(around, None, "a", 5.0))
    assert difference(one, two).mean < 0.2


def test_few_idle_images_are_kept_and_none_that_is_large() -> None:
    for side in (40, 100, 200, 300, 400, 500, 2000):
        painted(Drawing(side, side, (filled((square(0, 10),), "a"),)), ROLES, WHITE)
    sizes = sheet_blend2d._idle
    assert len(sizes) <= 4
    assert all(width * height <= 2**20 for width, height in sizes)


def by(sheet: type[Sheet], drawing: Drawing, theme: str, monkeypatch: pytest.MonkeyPatch) -> QImage:
    table = load_theme_tables(assets_dir())[theme]["figure"]
    assert isinstance(table, dict)
    monkeypatch.setattr(pictures, "sheet_type", lambda: sheet)
    return painted(drawing, palette(table, "tan"), WHITE)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("name", "movement"), movements())
def test_both_fill_every_picture_alike(name: str, movement: str, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    exercise = exercises()[name]
    drawing = draw(at(exercise, exercise.movement(movement), sides(exercise)[0], 0.4), 400, 340)
    found = difference(*(by(sheet, drawing, theme, monkeypatch) for sheet in (Blend2dSheet, QtSheet)))
    assert found.most <= 6, found


def test_a_program_that_has_painted_ends_without_a_word() -> None:
    program = (
        "from PySide6.QtGui import QColor\n"
        "from footroutine.figure.drawing import Drawing, filled\n"
        "from footroutine.ui.painted import painted, sheet_type\n"
        "drawing = Drawing(40, 40, (filled(((0, 0, 9000, 0, 9000, 9000),), 'a'),))\n"
        "pixels = painted(drawing, {'a': '#ff0000'}, QColor('white'))\n"
        "print(sheet_type().__name__, pixels.pixelColor(30, 5).name())\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == ("Blend2dSheet #ff0000\n", "")


@pytest.fixture
def asked_anew() -> Iterator[None]:
    sheet_type.cache_clear()
    yield
    sheet_type.cache_clear()


@pytest.mark.usefixtures("asked_anew")
def test_qt_fills_where_there_is_no_blend2d(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sheet_type() is Blend2dSheet
    sheet_type.cache_clear()
    monkeypatch.delitem(sys.modules, "footroutine.ui.sheet_blend2d")
    monkeypatch.setitem(sys.modules, "blend2d", None)
    assert sheet_type() is QtSheet
