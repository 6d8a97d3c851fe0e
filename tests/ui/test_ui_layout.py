"""Nothing is cut off at 900 x 600, with type of any size; every control has a name and a visible focus."""

from collections.abc import Callable

import pytest
from layout_faults import faults, shown
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDoubleSpinBox, QSlider, QWidget
from ui_states import STATES
from ui_views import frame, settings_view, today_view

from footroutine.domain import settings
from footroutine.domain.library import Library
from footroutine.ui.look import Look
from footroutine.ui.window import MainWindow

LANGUAGES = [code for code in settings.LANGUAGES if code != "system"]


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize(("size", "percent"), [((900, 600), 100), ((900, 600), 200), ((1180, 760), 150)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off(
    open_window: Callable[..., MainWindow],
    library: Library,
    state: str,
    size: tuple[int, int],
    percent: int,
    language: str,
) -> None:
    window = open_window(*size, percent, language=language)
    window.show_today(today_view())
    STATES[state](window, library)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    assert faults(window) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_can_all_be_read(open_window: Callable[..., MainWindow], percent: int, language: str) -> None:
    window = open_window(900, 600, percent, language=language)
    window.show_frame(frame())
    window.session.keys_overlay.toggle()
    QApplication.processEvents()
    assert faults(window) == []


def test_type_that_grows_while_the_page_is_open_is_not_cut_off(
    window: MainWindow, library: Library, request: pytest.FixtureRequest
) -> None:
    themes = request.getfixturevalue("themes")
    window.show_settings(settings_view(library))
    window.resize(900, 600)
    for percent in (200, 100, 160):
        window.take_look(Look(themes["dark"], {}, percent))
        QApplication.processEvents()
        assert faults(window) == []


def test_controls_say_less_where_there_is_less_room(open_window: Callable[..., MainWindow]) -> None:
    said = []
    for width, percent in ((1180, 100), (900, 100), (900, 200)):
        window = open_window(width, 600, percent)
        window.show_frame(frame())
        QApplication.processEvents()
        pause = window.session.controls.pause
        said.append((pause.word.isVisible(), pause.cap.isVisible()))
        assert pause.accessibleName() == "Pause"
    assert said == [(True, True), (True, False), (False, False)]


@pytest.mark.parametrize("state", list(STATES))
def test_every_control_has_a_name(window: MainWindow, library: Library, state: str) -> None:
    window.show_today(today_view())
    STATES[state](window, library)
    for kind in (QAbstractButton, QComboBox, QDoubleSpinBox, QSlider):
        for control in shown(window, kind):
            name = control.accessibleName()
            assert name or (isinstance(control, QAbstractButton) and control.text()), control.objectName()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("state", "name"), [("today", "startButton"), ("settings", "toe-press_sets"), ("hold", "skipButton")]
)
def test_the_focus_can_be_seen(
    open_window: Callable[..., MainWindow], library: Library, theme: str, state: str, name: str
) -> None:
    window = open_window(theme=theme)
    window.show_today(today_view())
    STATES[state](window, library)
    target = window.findChild(QWidget, name)
    assert isinstance(target, QWidget)
    target.clearFocus()
    QApplication.processEvents()
    without = target.grab().toImage()
    target.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    changed = target.grab().toImage()
    points = [(x, y) for x in range(changed.width()) for y in range(changed.height())]
    different = sum(changed.pixel(*at) != without.pixel(*at) for at in points)
    assert different >= 2 * (target.width() + target.height())  # as much as a line round it, 1 px wide


class PaintedFaults(QObject):
    """What is wrong in a window whenever it is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.found: list[list[str]] = []
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.found.append(faults(self._window))
        return super().eventFilter(watched, event)


def test_no_picture_is_painted_before_what_came_is_laid_out(
    open_window: Callable[..., MainWindow], library: Library
) -> None:
    window = open_window(900, 600, language="de")
    painted = PaintedFaults(window)
    window.show_today(today_view())
    STATES["practice"](window, library)
    QApplication.processEvents()
    assert painted.found
    assert not any(painted.found)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(900, 600), (1180, 760)])
def test_a_long_caption_leaves_the_picture_its_room(
    open_window: Callable[..., MainWindow], size: tuple[int, int], percent: int
) -> None:
    window = open_window(*size, percent, language="de")
    window.show_session()
    window.show_frame(
        frame(caption="Die Ferse bleibt unten. Zieh die Fußspitze zu dir, halte, streck sie weg, und halte.")
    )
    card = window.session.card
    assert card.figure.picture_size().height() >= 0.45 * card.height()
    assert card.caption.fontInfo().pixelSize() >= 18
    window.show_frame(frame(caption="Greif."))
    assert card.caption.fontInfo().pixelSize() >= 18 * percent // 100
