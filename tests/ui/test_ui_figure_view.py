"""The picture in a widget."""

import pytest
from figure_cases import exercises, named
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footroutine.domain.exercise import Moment, Side
from footroutine.figure.drawing import Drawing, Ring, Shape, filled, line, ring
from footroutine.figure.motion import Shot
from footroutine.figure.palette import palette
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_theme_tables
from footroutine.ui.figure_view import FigureView
from footroutine.ui.film import Film, Picture, paint_drawing

RED, BLUE = "#ff0000", "#0000ff"


def square(x: float, side: float) -> Ring:
    return ring(((x, x), (x + side, x), (x + side, x + side), (x, x + side)))


def painted(drawing: Drawing) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        paint_drawing(painter, drawing, {"a": RED, "b": BLUE})
    finally:
        painter.end()
    return image


def roles() -> dict[str, str]:
    table = load_theme_tables(assets_dir())["light"]["figure"]
    assert isinstance(table, dict)
    return palette(table, "tan")


class Counted(FigureView):
    """Counts how often it asks to be painted."""

    def __init__(self) -> None:
        super().__init__()
        self.updates = 0
        self.regions: list[object] = []

    def update(self, *region: object) -> None:
        self.updates += 1
        self.regions += region
        super().update()


@pytest.fixture
def view(qtbot: QtBot) -> Counted:
    view = Counted()
    qtbot.addWidget(view)
    view.set_palette_roles(roles())
    view.resize(320, 290)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_shapes_are_filled_and_outlined_in_their_roles() -> None:
    image = painted(Drawing(40, 40, (Shape((square(5, 30),), "a", "b", 4.0),)))
    assert image.pixelColor(20, 20) == QColor(RED)
    assert image.pixelColor(5, 20) == QColor(BLUE)
    assert image.pixelColor(1, 1) == QColor("white")


def test_a_ring_in_a_ring_is_a_hole() -> None:
    image = painted(Drawing(40, 40, (filled((square(5, 30), square(15, 10)), "a"),)))
    assert image.pixelColor(20, 20) == QColor("white")
    assert image.pixelColor(10, 10) == QColor(RED)


def test_a_line_is_open() -> None:
    image = painted(Drawing(40, 40, (line(((5, 5), (35, 5), (35, 35)), "b", 4.0),)))
    assert image.pixelColor(20, 5) == QColor(BLUE)
    assert image.pixelColor(20, 20) == QColor("white")


def test_a_shape_is_painted_where_it_was_moved_to_and_the_next_where_it_is() -> None:
    moved = filled((square(0, 10),), "a").moved(20, 25)
    image = painted(Drawing(40, 40, (moved, filled((square(0, 10),), "b"), moved.moved(0, -25))))
    assert image.pixelColor(25, 30) == image.pixelColor(25, 5) == QColor(RED)
    assert image.pixelColor(5, 5) == QColor(BLUE)
    assert image.pixelColor(5, 30) == image.pixelColor(15, 15) == QColor("white")


def test_opacity_lets_the_paper_through() -> None:
    image = painted(Drawing(40, 40, (filled((square(5, 30),), "a", 0.5),)))
    assert 100 < image.pixelColor(20, 20).green() < 150


def test_a_palette_without_the_role_is_refused() -> None:
    with pytest.raises(KeyError):
        painted(Drawing(40, 40, (filled((square(5, 30),), "unknown"),)))


def test_the_view_shows_the_moment_and_then_nothing(view: Counted) -> None:
    view.show_moment(named("toe-press", "hold", Side.BOTH))
    foot = view.grab().toImage()
    assert any(foot.pixelColor(x, 200) == QColor(roles()["skin"]) for x in range(320))
    view.show_moment(None)
    empty = view.grab().toImage()
    assert len({empty.pixelColor(QPoint(x, 200)).rgb() for x in range(320)}) == 1


def test_it_asks_for_a_repaint_only_when_the_picture_changes(view: Counted) -> None:
    exercise = exercises()["wall-stretch"]
    view.show_moment(Moment(exercise, Side.LEFT, "together", "together", 0.0))
    view.updates = 0
    view.show_moment(Moment(exercise, Side.LEFT, "together", "together", 0.7, 3.0))
    view.set_palette_roles(roles())
    view.set_reduce_motion(True)
    view.set_reduce_motion(True)
    view.show_moment(Moment(exercise, Side.LEFT, "together", "together", 0.7, 3.0))
    assert view.updates == 0
    view.show_moment(named("wall-stretch", "hold", Side.LEFT))
    assert view.updates == 1
    view.set_palette_roles(roles() | {"skin": RED})
    assert view.updates == 2


def test_a_new_size_is_drawn_anew(view: Counted) -> None:
    view.show_moment(named("ankle-circles", "clockwise", Side.LEFT))
    view.resize(640, 580)
    large = view.grab().toImage()
    skin = QColor(roles()["mat_light"])
    assert any(large.pixelColor(x, 430) == skin for x in range(640))


def test_reduced_motion_shows_the_end_of_a_travel(view: Counted) -> None:
    view.set_reduce_motion(True)
    view.show_moment(named("wall-stretch", "step", Side.LEFT, 0.1))
    early = view.grab().toImage()
    view.show_moment(named("wall-stretch", "step", Side.LEFT, 0.9))
    assert view.grab().toImage() == early


def test_the_view_asks_for_a_size_at_which_the_inset_shows(view: Counted) -> None:
    assert min(view.sizeHint().width(), view.sizeHint().height()) > 200


def test_nothing_is_drawn_while_nobody_sees_it(view: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []

    def counted(kept: Film, shot: Shot) -> Picture:
        drawn.append(shot)
        return picture(kept, shot)

    picture = Film.picture
    monkeypatch.setattr(Film, "picture", counted)
    view.hide()
    for i in range(10):
        view.show_moment(named("toe-press", "grip", Side.BOTH, i / 10))
    assert drawn == []
    view.show()
    view.grab()
    assert len(drawn) == 1


def test_a_moved_toe_repaints_no_more_than_the_foot(view: Counted) -> None:
    view.show_moment(named("wall-stretch", "hold", Side.LEFT, 0.1))
    view.grab()
    view.regions.clear()
    view.show_moment(named("wall-stretch", "hold", Side.LEFT, 0.2))
    (region,) = view.regions
    assert isinstance(region, QRegion)
    assert region.boundingRect().width() < 160


@pytest.mark.parametrize("kind", [QEvent.Type.DevicePixelRatioChange])
def test_another_screen_asks_for_finer_pixels(view: Counted, kind: QEvent.Type) -> None:
    view.show_moment(named("wall-stretch", "hold", Side.LEFT))
    view.grab()
    view.updates = 0
    QApplication.sendEvent(view, QEvent(kind))
    assert view.updates == 1
