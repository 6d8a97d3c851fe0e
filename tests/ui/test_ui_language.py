"""The window in another language: nothing of it stays English, counts have their right form, numbers are written so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from shown_texts import own_words, shown_texts
from ui_states import STATES, given
from ui_views import today_view

from footroutine.domain.library import Library
from footroutine.domain.settings import LANGUAGES
from footroutine.ui import words
from footroutine.ui.language import resolved, speak
from footroutine.ui.window import MainWindow


@pytest.fixture(autouse=True)
def _english_again(dressed_app: QApplication, assets: Path) -> Iterator[None]:
    yield
    speak(dressed_app, "en", assets / "translations")


@pytest.mark.parametrize("state", list(STATES))
def test_nothing_of_the_window_stays_english(
    open_window: Callable[..., MainWindow], library: Library, state: str
) -> None:
    said: dict[str, set[str]] = {}
    for language in ("en", "de"):
        window = open_window(language=language)
        window.show_today(today_view())
        STATES[state](window, library)
        QApplication.processEvents()
        said[language] = own_words(set(shown_texts(window)), given(library))
    assert len(said["en"]) > 5
    assert said["en"] & said["de"] == set()


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("en", ["1 exercise", "5 exercises", "2 sets", "1 set", "3 times", "", "0 of 1 set · 1 of 2 reps"]),
        ("de", ["1 Übung", "5 Übungen", "2 Sätze", "1 Satz", "3 Mal", "", "0 von 1 Satz · 1 von 2 Wiederholungen"]),
    ],
)
def test_one_is_said_otherwise_than_many(
    dressed_app: QApplication, assets: Path, language: str, counted: list[str]
) -> None:
    speak(dressed_app, language, assets / "translations")
    assert [words.exercises(1), words.exercises(5)] == counted[:2]
    assert [words.sets(2), words.sets(1), words.sets(1, 3)] == counted[2:5]
    assert words.done_of(0, 1, 1, 2) == counted[6]


@pytest.mark.parametrize(("language", "written"), [("en", "2.5 s"), ("de", "2,5 s")])
def test_a_number_is_written_as_in_the_language(
    open_window: Callable[..., MainWindow], language: str, written: str
) -> None:
    open_window(language=language)
    assert words.amount(2.5, "s") == written
    assert words.amount(20_000, "") == "20000"


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (20_000, "Less than a minute of exercise"),
        (62_000, "1 minute of exercise"),
        (845_000, "14 minutes of exercise"),
        (3_599_000, "60 minutes of exercise"),
    ],
)
def test_how_long_was_exercised_is_said_in_minutes(dressed_app: QApplication, assets: Path, ms: int, text: str) -> None:
    speak(dressed_app, "en", assets / "translations")
    assert words.exercised(ms) == text


def test_what_qt_says_itself_is_german_too(dressed_app: QApplication, assets: Path) -> None:
    speak(dressed_app, "de", assets / "translations")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_one_language_follows_another_and_leaves_nothing_behind(dressed_app: QApplication, assets: Path) -> None:
    for language in ("de", "en", "de", "en"):
        speak(dressed_app, language, assets / "translations")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert QLocale().name().startswith(language)
    assert words.exercises(2) == "2 exercises"
    assert len(dressed_app.findChildren(QTranslator)) <= 2


def test_a_language_without_a_file_is_english(dressed_app: QApplication, tmp_path: Path) -> None:
    speak(dressed_app, "de", tmp_path)
    assert words.exercises(5) == "5 exercises"


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "system"])
def test_a_chosen_language_is_itself(language: str) -> None:
    assert resolved(language) == language


@pytest.mark.parametrize(
    ("desktop", "language"),
    [
        (["de-AT", "de"], "de"),
        (["fr-FR", "fr", "de-DE"], "de"),
        (["fr-FR"], "en"),
        (["C"], "en"),
        ([], "en"),
        (["en-GB", "de"], "en"),
    ],
)
def test_the_desktops_first_language_that_there_is(
    monkeypatch: pytest.MonkeyPatch, desktop: list[str], language: str
) -> None:
    class Desktop:
        @staticmethod
        def system() -> "Desktop":
            return Desktop()

        def uiLanguages(self) -> list[str]:
            return desktop

    monkeypatch.setattr("footroutine.ui.language.QLocale", Desktop)
    assert resolved("system") == language
