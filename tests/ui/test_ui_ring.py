"""The ring paints only what has changed of it, and looks as if it were painted whole."""

import pytest
from painted import Painted
from picture_compare import difference
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footroutine.player.frame import Mood
from footroutine.ui.look import Look
from footroutine.ui.ring import Ring

EDGE = QWidget.RenderFlag.IgnoreMask
STEPS = 60


@pytest.mark.parametrize("mood", list(Mood))
def test_a_ring_painted_bit_by_bit_is_the_ring(mood: Mood, look: Look, dressed_app: QApplication, qtbot: QtBot) -> None:
    ring, painted = Ring(), Painted()
    qtbot.addWidget(ring)
    ring.set_look(look)
    ring.resize(360, 330)
    with qtbot.waitExposed(ring):
        ring.show()
    ring.show_count(1.0, "12", mood, paused=False)
    dressed_app.processEvents()
    kept = QImage(ring.size(), QImage.Format.Format_RGB32)
    kept.fill(QColor("white"))
    ring.render(kept, QPoint(), QRegion(), EDGE)
    ring.installEventFilter(painted)
    for step in range(STEPS + 1):
        painted.areas.clear()
        ring.show_count(1.0 - step / STEPS, "12", mood, paused=False)
        dressed_app.processEvents()
        for area in list(painted.areas):
            assert area.width() * area.height() < 0.1 * ring.width() * ring.height()
            painter = QPainter(kept)
            painter.fillRect(area, QColor("white"))
            painter.end()
            ring.render(kept, area.topLeft(), QRegion(area), EDGE)
    whole = QImage(ring.size(), QImage.Format.Format_RGB32)
    whole.fill(QColor("white"))
    ring.render(whole, QPoint(), QRegion(), EDGE)
    found = difference(kept, whole)
    assert (found.mean < 0.2, found.off < 0.001) == (True, True), found
