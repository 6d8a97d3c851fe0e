"""The picture in a widget."""

import pytest
from figure_cases import exercises, named
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footroutine.domain.exercise import Moment, Side
from footroutine.figure.motion import Shot
from footroutine.figure.palette import palette
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_theme_tables
from footroutine.ui.figure_view import FigureView
from footroutine.ui.film import Film, Picture

RED = "#ff0000"


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
