"""Engines besides pyttsx3: flite, and a person's own program; each with real processes, and each may fail."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footroutine.domain.settings import COMMAND_PREFIX, Settings
from footroutine.domain.voice_command import filled, problem
from footroutine.services.voice import engine_programs
from footroutine.services.voice.cache import PhraseCache
from footroutine.services.voice.child import child_command
from footroutine.services.voice.engine import Engine
from footroutine.services.voice.engine_programs import Command, Flite
from footroutine.services.voice.engine_pyttsx3 import Pyttsx3
from footroutine.services.voice.pcm import BadSoundError, wav_ms
from footroutine.services.voice.synthesis import Phrase, Synthesis, VoiceInfo

needs_flite = pytest.mark.skipif(shutil.which("flite") is None, reason="flite is not installed")

# A speech program: a soft tone of 60 ms a letter, or a fault where the text asks for one.
OWN = """
import array, math, os, sys, threading, wave
text, file, rate = sys.argv[1:]
if text == "hang":
    threading.Event().wait()
if text == "fail":
    sys.exit(3)
if text == "silence":
    sys.exit(0)
if text == "garbage":
    open(file, "wb").write(b"RIFFRAFF")
    sys.exit(0)
with wave.open(file, "wb") as out:
    out.setparams((1, 2, 16000, 0, "NONE", ""))
    frames = 16000 * (400 + 60 * len(text)) // 1000
    out.writeframes(array.array("h", (int(9000 * math.sin(i / 5)) for i in range(frames))).tobytes())
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    """A person's own program, as the id of its voice."""
    script = tmp_path / "my tts.py"
    script.write_text(OWN, encoding="utf-8")
    return f'{COMMAND_PREFIX}{sys.executable} "{script}" {{text}} {{file}} {{rate}}'


@pytest.fixture
def synthesis(tmp_path: Path) -> Iterator[Synthesis]:
    made = Synthesis(child_command("synthesis"), PhraseCache(tmp_path / "cache"))
    yield made
    made.close()


def prepared(qtbot: QtBot, synthesis: Synthesis, texts: list[str], voice: str) -> tuple[dict[str, Phrase], list[str]]:
    told: list[str] = []
    synthesis.trouble.connect(lambda reason, hint: told.append(f"{reason} {hint}".strip()))
    with qtbot.waitSignal(synthesis.prepared, timeout=40_000) as done:
        synthesis.prepare(texts, voice, 165)
    return done.args[0], told


@pytest.mark.parametrize("engine", [Pyttsx3(), Flite(), Command("command:mytts {text} {file}")])
def test_every_engine_says_whether_it_is_here_and_how_to_get_it(engine: Engine) -> None:
    assert engine.compatible()
    assert isinstance(engine.installed(), bool)
    assert engine.how_to_install.endswith((".", "flite"))


@needs_flite
def test_flites_voices_are_listed_with_the_others_and_speak(qtbot: QtBot, synthesis: Synthesis) -> None:
    with qtbot.waitSignal(synthesis.voices, timeout=10_000) as listed:
        synthesis.request_voices()
    voices: list[VoiceInfo] = listed.args[0]
    assert "flite:rms" in {voice.id for voice in voices}
    assert len({voice.id.startswith("flite:") for voice in voices}) == 2
    texts = ["Go.", "Switch to your left foot."]
    phrases, told = prepared(qtbot, synthesis, texts, "flite:rms")
    assert (list(phrases), told) == (texts, [])
    assert 150 < phrases[texts[0]].ms < phrases[texts[1]].ms < 3_000


@needs_flite
def test_flite_speaks_faster_at_a_higher_rate(tmp_path: Path) -> None:
    sizes = []
    for rate in (80, 165, 300):
        Flite().save("Switch to your left foot.", "flite:slt", rate, tmp_path / "a.wav")
        sizes.append((tmp_path / "a.wav").stat().st_size)
    assert sizes[0] > 1.7 * sizes[1] > 2.5 * sizes[2]


def test_a_voice_that_is_not_installed_is_told_with_the_way_to_get_it(
    qtbot: QtBot, synthesis: Synthesis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    for _ in range(2):  # also when the standard voice's phrases are in the cache
        phrases, told = prepared(qtbot, synthesis, ["Go."], "flite:rms")
        assert set(phrases) == {"Go."}
        assert told[-1].startswith("there is no voice called 'flite:rms', so the standard one speaks")
        assert told[-1].endswith("sudo apt install flite")
    phrases, told = prepared(qtbot, synthesis, ["Go."], "command:mytts {text} {file}")
    assert set(phrases) == {"Go."}
    assert "voice_command" in told[-1]


def test_a_persons_own_program_speaks(qtbot: QtBot, synthesis: Synthesis, own: str) -> None:
    texts = ["Go.", 'Say "{file}"; $(ls)', "Left foot."]
    phrases, told = prepared(qtbot, synthesis, texts, own)
    assert (list(phrases), told) == (texts, [])
    for text, phrase in phrases.items():
        assert wav_ms(phrase.path) == phrase.ms == pytest.approx(400 + 60 * len(text), abs=40)


def test_words_at_which_it_fails_cost_only_themselves(qtbot: QtBot, synthesis: Synthesis, own: str) -> None:
    phrases, told = prepared(qtbot, synthesis, ["Go.", "fail", "silence", "garbage", "Hold."], own)
    assert set(phrases) == {"Go.", "Hold."}
    assert told == [f"{Path(sys.executable).name} failed with code 3"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
def test_a_hung_program_is_ended_also_with_the_whole(
    qtbot: QtBot, synthesis: Synthesis, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_programs, "_DONE_WITHIN_S", 0.3)
    command = Command(own)
    with pytest.raises(BadSoundError, match="did not end within"):
        command.save("hang", own, 165, Path("never.wav"))
    synthesis.prepare(["hang"], own, 165)
    qtbot.waitUntil(lambda: "hang" in _arguments_of(synthesis._child.pid), timeout=10_000)
    group = synthesis._child.pid
    synthesis.close()
    qtbot.waitUntil(lambda: not _is_alive(group), timeout=3_000)


def _arguments_of(group: int) -> str:
    return "\n".join(text for pid, text in _processes() if group and _group_of(pid) == group)


def _processes() -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                yield int(folder.name), (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue


def _group_of(pid: int) -> int:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return 0


def _is_alive(group: int) -> bool:
    return any(text for pid, text in _processes() if _group_of(pid) == group)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("", ""),
        ("mytts --out {file} --text {text}", ""),
        ("'my tts' {text} {file} {rate}", ""),
        ("   ", "must begin with the name of a program"),
        ("{text} {file}", "must begin with the name of a program"),
        ('"" {text} {file}', "must begin with the name of a program"),
        ("mytts {text}", "must contain {file}"),
        ("mytts", "must contain {text} and {file}"),
        ("mytts '{text} {file}", "has a quote that is never closed"),
    ],
)
def test_what_can_be_a_speech_program(command: str, told: str) -> None:
    assert problem(command) == told


def test_places_are_filled_and_stay_one_word() -> None:
    places = {"text": 'a "b" {file}; c', "file": r"C:\x y.wav", "rate": "165"}
    assert filled(r'C:\tts\me.exe --in="{text}" -o{file} "{rate} {wpm}" #', places) == [
        r"C:\tts\me.exe", '--in=a "b" {file}; c', r"-oC:\x y.wav", "165 {wpm}", "#",
    ]  # fmt: skip


def test_a_persons_own_program_speaks_instead_of_the_voice() -> None:
    assert Settings(voice_name="flite:rms").voice == "flite:rms"
    assert Settings(voice_name="flite:rms", voice_command="x {text} {file}").voice == "command:x {text} {file}"
