"""The weeks before today, as they are painted: whole, half, nothing; and days to come that are none of these."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from footroutine.ui.glance_card import WeeksChart
from footroutine.ui.look import Look
from footroutine.ui.practice_views import GlanceView
from footroutine.ui.progress_views import DayMark

FEWEST = 12  # weeks, in which there is little to show
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def picture(qtbot: QtBot, look: Look) -> QImage:
    chart = WeeksChart()
    qtbot.addWidget(chart)
    chart.set_look(look)
    marks = {FRIDAY - timedelta(days=1): DayMark.DONE, FRIDAY - timedelta(days=2): DayMark.PART}
    chart.show_days(GlanceView("2 days in a row", marks, FRIDAY, "On 2 days."))
    chart.resize(300, chart.sizeHint().height())
    return chart.grab().toImage()


def at(picture: QImage, row: int, part: float) -> QColor:
    """The colour in the last week, `part` of the way down a day's square."""
    place = (picture.height() - 8) / 8  # the first line names the months
    return picture.pixelColor(round(4 + (FEWEST - 1 + 0.39) * place), round(4 + (1 + row + 0.78 * part) * place))


def outline_of(picture: QImage, row: int) -> list[tuple[int, int]]:
    """The places along the top edge of a day's square in the last week."""
    place = (picture.height() - 8) / 8
    left, top = 4 + (FEWEST - 1) * place, round(4 + (1 + row) * place)
    return [(x, y) for x in range(round(left), round(left + 0.78 * place)) for y in (top - 1, top, top + 1)]


def test_each_kind_of_day_looks_its_own(picture: QImage, look: Look) -> None:
    accent, track = look.color("accent"), look.color("track")
    monday, wednesday, thursday, saturday = 0, 2, 3, 5
    assert [at(picture, monday, part) for part in (0.25, 0.75)] == [track, track]
    assert [at(picture, wednesday, part) for part in (0.25, 0.75)] == [track, accent]
    assert [at(picture, thursday, part) for part in (0.25, 0.75)] == [accent, accent]
    paper = picture.pixelColor(1, 1)
    assert at(picture, saturday, 0.5) == paper  # to come: an outline alone
    assert {picture.pixelColor(x, y).name() for x, y in outline_of(picture, saturday)} > {paper.name()}
