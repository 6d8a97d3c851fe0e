"""Phrases are made by the real engine, and an engine that fails costs its words and nothing more."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footroutine.services.voice import synthesis as synthesis_module
from footroutine.services.voice.cache import PhraseCache
from footroutine.services.voice.child import child_command
from footroutine.services.voice.pcm import read_wav, wav_ms
from footroutine.services.voice.synthesis import Phrase, Synthesis, VoiceInfo

TEXTS = ["Go", "Hold", "Switch to your left foot", "Next: single leg calf raise, left side", "10"]
Prepared = tuple[dict[str, Phrase], tuple[str, ...]]
Make = Callable[..., Synthesis]

FAKE = """
import json, os, sys, threading
def say(**message): print(json.dumps(message), flush=True)
def hang(): threading.Event().wait()
{start}
say(event="awake", engine="fake")
for line in sys.stdin:
    message = json.loads(line)
    text, path = message.get("text"), message.get("path")
    {each}
    say(event="made", path=path, ms=500)
"""


def fake(*, start: str = "", each: str = "pass") -> list[str]:
    return [sys.executable, "-c", FAKE.format(start=start, each=each)]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[Synthesis] = []

    def make(command: list[str] | None = None) -> Synthesis:
        made.append(Synthesis(command or child_command("synthesis"), PhraseCache(tmp_path / "cache")))
        return made[-1]

    yield make
    for synthesis in made:
        synthesis.close()


def prepared(qtbot: QtBot, synthesis: Synthesis, texts: list[str], voice: str = "", rate: int = 165) -> Prepared:
    with qtbot.waitSignal(synthesis.prepared, timeout=20_000) as done:
        synthesis.prepare(texts, voice, rate)
    phrases, missing = done.args
    return phrases, missing


def troubles(synthesis: Synthesis) -> list[str]:
    told: list[str] = []
    synthesis.trouble.connect(lambda reason, hint: told.append(f"{reason} {hint}".strip()))
    return told


def test_every_text_becomes_a_sound_of_its_measured_length(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    synthesis = make()
    told = troubles(synthesis)
    phrases, missing = prepared(qtbot, synthesis, TEXTS)
    assert (list(phrases), missing, told) == (TEXTS, (), [])
    assert 200 < phrases["Go"].ms < phrases["Hold"].ms < phrases["Switch to your left foot"].ms < 2_000
    for phrase in phrases.values():
        assert wav_ms(phrase.path) == phrase.ms
        assert max(read_wav(phrase.path)) > 3_000
    assert {path.name for path in (tmp_path / "cache").iterdir()} == {phrase.path.name for phrase in phrases.values()}


def test_what_is_in_the_cache_needs_no_engine(qtbot: QtBot, make: Make) -> None:
    phrases, _ = prepared(qtbot, make(), TEXTS)
    again, missing = prepared(qtbot, make(["/nowhere/no-engine"]), TEXTS)
    assert (again, missing) == (phrases, ())


def test_a_broken_cached_file_is_made_again(qtbot: QtBot, make: Make) -> None:
    phrases, _ = prepared(qtbot, make(), TEXTS)
    os.truncate(phrases["Hold"].path, 100)
    again, _ = prepared(qtbot, make(), TEXTS)
    assert again["Hold"].ms == pytest.approx(phrases["Hold"].ms, abs=40)


def test_the_rate_is_never_lost(qtbot: QtBot, make: Make) -> None:
    """Espeak drops a rate that is still in its queue; each rate must really change the length."""
    synthesis = make()
    lengths = [prepared(qtbot, synthesis, TEXTS, rate=rate)[0] for rate in (300, 240, 200, 165, 140, 110, 80)]
    for text in TEXTS[2:4]:
        at_rates = [phrases[text].ms for phrases in lengths]
        assert at_rates == sorted(set(at_rates))


def test_one_text_asked_for_twice_is_made_once_and_silence_is_missing(qtbot: QtBot, make: Make) -> None:
    synthesis = make()
    told = troubles(synthesis)
    phrases, missing = prepared(qtbot, synthesis, ["Go", "...", "Go"])
    assert (list(phrases), missing) == (["Go"], ("...",))
    assert len(told) == 1


def test_nothing_to_prepare_is_prepared(qtbot: QtBot, make: Make) -> None:
    assert prepared(qtbot, make(), []) == ({}, ())


def test_the_last_of_two_prepares_is_answered_once(qtbot: QtBot, make: Make) -> None:
    synthesis = make()
    answers: list[Prepared] = []
    synthesis.prepared.connect(lambda *args: answers.append(args))
    synthesis.prepare(["one", "two", "three"], "", 165)
    qtbot.waitUntil(lambda: any(synthesis._phrases), timeout=10_000)
    assert set(prepared(qtbot, synthesis, ["four", "two"])[0]) == {"four", "two"}
    assert set(prepared(qtbot, synthesis, ["five"])[0]) == {"five"}  # whatever was still to come has come
    assert len(answers) == 2


def test_voices_are_listed_and_differ(qtbot: QtBot, make: Make) -> None:
    synthesis = make()
    with qtbot.waitSignal(synthesis.voices, timeout=10_000) as listed:
        synthesis.request_voices()
    voices: list[VoiceInfo] = listed.args[0]
    british = next(voice for voice in voices if voice.language == "en-gb")
    assert "Great Britain" in british.name
    standard, _ = prepared(qtbot, synthesis, ["Hold for thirty seconds"])
    other, _ = prepared(qtbot, synthesis, ["Hold for thirty seconds"], voice=british.id)
    assert standard["Hold for thirty seconds"].path != other["Hold for thirty seconds"].path


def test_an_unknown_voice_is_told_and_the_standard_one_speaks(qtbot: QtBot, make: Make) -> None:
    synthesis = make()
    told = troubles(synthesis)
    phrases, missing = prepared(qtbot, synthesis, ["Go", "Hold"], voice="nobody")
    assert (set(phrases), missing) == ({"Go", "Hold"}, ())
    assert told == ["there is no voice called 'nobody', so the standard one speaks"]


def test_a_folder_that_cannot_be_made_is_told(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    synthesis = make()
    told = troubles(synthesis)
    assert prepared(qtbot, synthesis, ["Go"]) == ({}, ("Go",))
    assert len(told) == 1
    assert str(tmp_path / "cache") in told[0]


@pytest.mark.parametrize(
    "command",
    [
        ["/nowhere/no-engine"],
        fake(start="hang()"),
        fake(start="os._exit(1)"),
        fake(start="print('Audio saved')"),
        fake(start="say(event='no_engine', reason='no eSpeak', hint=''); hang()"),
        fake(each="hang()"),
        fake(each="os._exit(1)"),
    ],
)
def test_no_engine_is_told_once_and_prepared_still_comes(
    qtbot: QtBot, make: Make, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synthesis_module, "_AWAKE_WITHIN_MS", 500)
    monkeypatch.setattr(synthesis_module, "_FIRST_WITHIN_MS", 300)
    monkeypatch.setattr(synthesis_module, "_MADE_WITHIN_MS", 300)
    synthesis = make(command)
    told = troubles(synthesis)
    assert prepared(qtbot, synthesis, ["Go", "Hold", "Rest"]) == ({}, ("Go", "Hold", "Rest"))
    assert len(told) == 1
    with qtbot.waitSignal(synthesis.voices, timeout=10_000) as listed:
        synthesis.request_voices()
    assert listed.args == [[]]


@pytest.mark.parametrize("fault", ["hang()", "os._exit(1)", "say(event='failed', path=path, reason='no'); continue"])
def test_words_that_make_the_engine_fail_cost_only_themselves(
    qtbot: QtBot, make: Make, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synthesis_module, "_FIRST_WITHIN_MS", 300)
    monkeypatch.setattr(synthesis_module, "_MADE_WITHIN_MS", 300)
    synthesis = make(fake(each=f"if text == 'bad': {fault}"))
    told = troubles(synthesis)
    phrases, missing = prepared(qtbot, synthesis, ["a", "bad", "b", "c"])
    assert (list(phrases), missing) == (["a", "b", "c"], ("bad",))
    assert len(told) == 1


def test_prepared_comes_in_time_also_from_an_engine_that_is_too_slow(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synthesis_module, "_ALL_WITHIN_MS", 500)
    synthesis = make(fake(each="if text == 'slow': hang()"))
    phrases, missing = prepared(qtbot, synthesis, ["a", "slow", "b"])
    assert (list(phrases), missing) == (["a"], ("slow", "b"))


def test_the_child_is_gone_when_its_work_is_done_or_its_program_is(qtbot: QtBot, make: Make) -> None:
    synthesis = make()
    synthesis.prepare(["a", "b"], "", 165)
    pid = synthesis._child.pid
    with qtbot.waitSignal(synthesis.prepared, timeout=10_000):
        pass
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
