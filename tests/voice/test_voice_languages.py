"""The voice for a language, by the real engine: its own for each, and none that cannot speak it."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import LIBRARIES
from pytestqt.qtbot import QtBot

from footroutine.domain.language import Language
from footroutine.domain.script import compose
from footroutine.domain.settings import Settings
from footroutine.domain.speech_length import estimate_ms
from footroutine.services.voice.cache import PhraseCache
from footroutine.services.voice.child import child_command
from footroutine.services.voice.engine_programs import Command, Flite
from footroutine.services.voice.pcm import read_wav
from footroutine.services.voice.synthesis import Phrase, Synthesis

needs_flite = pytest.mark.skipif(shutil.which("flite") is None, reason="flite is not installed")
TEXT = "Wechsel: jetzt der rechte Fuß."
RATE = 165
Make = Callable[[str], Synthesis]

# The synthesis child on a machine with no espeak.
WITHOUT_ESPEAK = """
from footroutine.services.voice.engine_pyttsx3 import Pyttsx3
from footroutine.services.voice import synthesis_child
Pyttsx3.installed = lambda self: False
synthesis_child.main()
"""


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """A synthesis with an empty cache of its own."""
    made: list[Synthesis] = []

    def make(name: str, command: list[str] | None = None) -> Synthesis:
        made.append(Synthesis(command or child_command("synthesis"), PhraseCache(tmp_path / name)))
        return made[-1]

    yield make
    for synthesis in made:
        synthesis.close()


def prepared(
    qtbot: QtBot, synthesis: Synthesis, texts: list[str], language: Language, voice: str = ""
) -> dict[str, Phrase]:
    with qtbot.waitSignal(synthesis.prepared, timeout=40_000) as done:
        synthesis.prepare(texts, voice, RATE, language)
    phrases: dict[str, Phrase] = done.args[0]
    return phrases


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own voices speak")
def test_with_no_voice_chosen_the_engines_own_for_the_language_speaks(qtbot: QtBot, make: Make) -> None:
    own, named, english = (
        read_wav(prepared(qtbot, make(str(n)), [TEXT], language, voice)[TEXT].path)
        for n, (language, voice) in enumerate([(Language.DE, ""), (Language.DE, "gmw/de"), (Language.EN, "")])
    )
    assert own == named
    assert own != english


def test_each_language_has_its_own_sound_of_the_same_words_and_a_chosen_voice_has_one(tmp_path: Path) -> None:
    cache = PhraseCache(tmp_path)
    assert len({cache.path(TEXT, "", RATE, language) for language in Language}) == len(Language)
    assert len({cache.path(TEXT, "gmw/de", RATE, language) for language in Language}) == 1


def test_flite_is_chosen_for_english_alone_and_a_persons_own_program_never() -> None:
    assert Flite().standard(Language.DE) is None
    assert [Command("command:mytts").standard(language) for language in Language] == [None, None]


@needs_flite
def test_where_nothing_speaks_the_language_it_is_told_and_no_other_speaks_in_its_place(
    qtbot: QtBot, make: Callable[[str, list[str]], Synthesis]
) -> None:
    synthesis = make("cache", [sys.executable, "-c", WITHOUT_ESPEAK])
    told: list[str] = []
    synthesis.trouble.connect(lambda reason, _: told.append(reason))
    assert set(prepared(qtbot, synthesis, ["Go."], Language.EN)) == {"Go."}
    assert told == []
    assert prepared(qtbot, synthesis, ["Los."], Language.DE) == {}
    assert told == ["no voice here speaks the language 'de'"]


@needs_flite
def test_a_voice_chosen_by_name_stays_in_any_language(qtbot: QtBot, make: Make) -> None:
    found = prepared(qtbot, make("cache"), ["Los."], Language.DE, "flite:rms")
    assert set(found) == {"Los."}


@pytest.mark.parametrize("language", Language)
def test_the_estimated_lengths_are_those_of_the_voice_or_a_little_more(
    qtbot: QtBot, make: Make, language: Language
) -> None:
    library = LIBRARIES[language]
    texts = sorted(compose(library.routines["full"], library.exercises, Settings(), language).texts())
    phrases = prepared(qtbot, make("cache"), texts, language)
    assert sorted(phrases) == texts
    ratios = sorted(estimate_ms(text, RATE) / phrase.ms for text, phrase in phrases.items())
    assert ratios[0] > 0.95
    assert 1.0 < ratios[len(ratios) // 2] < 1.4
