"""The flash: soft, only when it is asked for, only when a phase begins, and a function of the frame alone."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from ui_views import chosen, frame, settings_view, today_view

from footroutine.domain.library import Library
from footroutine.player.frame import Mood
from footroutine.ui.flash import LENGTH_MS, strength
from footroutine.ui.theme import Theme
from footroutine.ui.window import MainWindow


def test_it_rises_softly_fades_and_never_covers_the_page() -> None:
    course = [strength(ms) for ms in range(0, LENGTH_MS + 500, 10)]
    top = course.index(max(course))
    assert course[0] == 0
    assert course[:top] == sorted(course[:top])
    assert course[top:] == sorted(course[top:], reverse=True)
    assert course[-1] == 0
    assert max(course) < 0.6
    assert max(abs(a - b) for a, b in pairwise(course)) < 0.06


@pytest.mark.parametrize(
    ("on", "phase_ms", "paused", "seen"),
    [(True, 150, False, True), (True, LENGTH_MS, False, False), (True, 150, True, False), (False, 150, False, False)],
)
def test_it_is_seen_only_when_asked_for_and_when_a_phase_begins(
    window: MainWindow, library: Library, on: bool, phase_ms: int, paused: bool, seen: bool
) -> None:
    window.show_today(today_view())
    view = settings_view(library)
    window.set_settings(settings_view(library, settings=chosen(view.settings, flash=on)))
    window.show_frame(frame(phase_ms=1500))
    window.show_frame(frame(phase_ms=phase_ms, paused=paused))
    assert window.session.flash.isVisible() is seen


def test_it_has_the_colour_of_the_phase_and_covers_the_whole_window(
    window: MainWindow, themes: dict[str, Theme]
) -> None:
    window.session.set_flash(True)
    window.show_frame(frame(phase_ms=1500, mood=Mood.REST))
    before = window.grab().toImage().pixelColor(3, 3)
    window.show_frame(frame(phase_ms=150, mood=Mood.REST))
    QApplication.processEvents()
    assert window.session.flash.size() == window.size()
    after = window.grab().toImage().pixelColor(3, 3)
    assert after.blue() - after.red() > before.blue() - before.red()
    assert themes["light"]["rest"] == "#3a6ea5"
