"""Whatever comes of the hearing test is said; it never stays at "One moment…"."""

import pytest
from app_fakes import WrittenSpeech
from pytestqt.qtbot import QtBot

from footroutine.app.hearing import HearingTest, nothing_said
from footroutine.domain.language import Language
from footroutine.domain.phrases import phrases_in
from footroutine.domain.settings import Settings
from footroutine.services.deadline import Deadline
from footroutine.services.voice.speech import Heard

WITHIN_MS = 60


@pytest.fixture
def said(speech: WrittenSpeech) -> tuple[HearingTest, list[str]]:
    test, said = HearingTest(speech, within_ms=WITHIN_MS), list[str]()
    test.status.connect(said.append)
    return test, said


def test_it_speaks_with_the_voice_of_the_settings(said: tuple[HearingTest, list[str]], speech: WrittenSpeech) -> None:
    said[0].begin(Settings(voice_volume=40), Language.EN)
    assert (speech.said, speech.volumes) == ([phrases_in(Language.EN).hearing_test], (40, 60))
    assert said[1] == ["One moment…"]


def test_once_it_speaks_it_says_so(said: tuple[HearingTest, list[str]], speech: WrittenSpeech, qtbot: QtBot) -> None:
    said[0].begin(Settings(), Language.EN)
    speech.started.emit(Heard("Something else.", None, 0, 0))
    assert said[1] == ["One moment…"]
    speech.started.emit(Heard(phrases_in(Language.EN).hearing_test, None, 0, 0))
    assert said[1][-1].startswith("It is speaking now.")
    later = Deadline(WITHIN_MS)
    with qtbot.waitSignal(later.passed):
        later.begin()  # an equal one passes, so the test's own was called off
    assert nothing_said() not in said[1]


def test_trouble_is_said_in_its_own_words(said: tuple[HearingTest, list[str]], speech: WrittenSpeech) -> None:
    speech.notice.emit("The sound is back.")
    assert said[1] == []
    said[0].begin(Settings(), Language.EN)
    speech.notice.emit("No sound: no device.")
    assert said[1][-1] == "No sound: no device."


def test_where_nothing_comes_of_it_that_is_said_too(said: tuple[HearingTest, list[str]], qtbot: QtBot) -> None:
    said[0].begin(Settings(), Language.EN)
    qtbot.waitUntil(lambda: said[1][-1] == nothing_said(), timeout=5000)
