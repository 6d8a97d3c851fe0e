"""The window comes back where it was, and on a smaller screen it can still be seen whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from ui_views import today_view

from footroutine.domain.settings import Settings
from footroutine.ui.placing import fitted, place_window, with_place_of
from footroutine.ui.window import MainWindow

sizes = st.integers(1, 5000)
places = st.integers(-9000, 9000)


@given(places, places, sizes, sizes, places, places, sizes, sizes)
def test_it_always_lies_on_the_screen_and_is_no_larger_than_before(
    x: int, y: int, w: int, h: int, sx: int, sy: int, sw: int, sh: int
) -> None:
    wanted, screen = QRect(x, y, w, h), QRect(sx, sy, sw, sh)
    place = fitted(wanted, screen)
    assert screen.contains(place)
    assert (place.width(), place.height()) == (min(w, sw), min(h, sh))
    if screen.contains(wanted):
        assert place == wanted


def test_size_and_place_come_back(window: MainWindow) -> None:
    window.show_today(today_view())
    window.setGeometry(40, 30, 700, 520)
    kept = with_place_of(window, "routines", Settings())
    assert (kept.window_page, kept.window_width, kept.window_height) == ("routines", 700, 520)
    window.setGeometry(0, 0, 650, 500)
    place_window(window, kept)
    assert (window.x(), window.y(), window.width(), window.height()) == (kept.window_x, kept.window_y, 700, 520)


@pytest.mark.parametrize("page", ["session", "busy", "done", "first_start"])
def test_a_page_of_a_moment_is_not_kept(window: MainWindow, page: str) -> None:
    assert with_place_of(window, page, Settings(window_page="settings")).window_page == "settings"


def test_a_full_screen_keeps_the_place_from_before(window: MainWindow) -> None:
    before = with_place_of(window, "today", Settings())
    window.toggle_full_screen()
    assert with_place_of(window, "today", before) == before


def test_a_window_from_a_larger_screen_fits_this_one(window: MainWindow) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    huge = Settings(window_placed=True, window_x=9000, window_y=-9000, window_width=9000, window_height=9000)
    place_window(window, huge)
    assert screen.contains(QRect(window.pos(), window.size()))
