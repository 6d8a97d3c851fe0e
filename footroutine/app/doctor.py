"""What works here and what does not, each with the way to mend it."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop

from footroutine.app.display import display_problem
from footroutine.app.wiring import Program
from footroutine.domain.errors import Problem, told
from footroutine.domain.settings import Settings
from footroutine.services.deadline import Deadline
from footroutine.services.voice.speech import Speech

_TEST = "Foot Routine speaks."
_SOUND_WITHIN_MS = 5_000  # a busy machine may take more than one try


@dataclass(frozen=True)
class Finding:
    """One thing examined; `hint` says how to mend what is not ok."""

    name: str
    ok: bool
    detail: str
    hint: str = ""

    def __str__(self) -> str:
        """One line, and the hint below it where there is one."""
        line = f"{'ok ' if self.ok else 'NOT'}  {self.name}: {self.detail}"
        return f"{line}\n     {self.hint}" if self.hint and not self.ok else line

    def as_json(self) -> dict[str, Any]:
        """The finding as JSON has it."""
        return asdict(self)


def examine(program: Program) -> list[Finding]:
    """Examine everything that a session needs. The voice is really made to speak, and not played."""
    app = QCoreApplication.instance() or QCoreApplication([])  # noqa: F841 - kept alive until the end
    with closing(program.speech()) as speech:
        speech.set_volumes(100, 100)  # whatever is set: it is asked whether there is sound, and nothing is played
        sound = _sound(speech, program.settings)
    return [*sound, _display(), *_folders(program), _data(program), _history(program)]


def _sound(speech: Speech, settings: Settings) -> list[Finding]:
    voice, rate = settings.voice, settings.voice_rate
    lengths = _answer(speech, speech.prepared, lambda: speech.prepare([_TEST], voice=voice, rate=rate))
    voices = _answer(speech, speech.voices, speech.request_voices)
    spoken = lengths.get(_TEST)
    _wait_for_sound(speech)
    return [
        Finding(
            "voice",
            spoken is not None,
            f"speaks; {len(voices)} voices" if spoken else "no voice could be made",
            "On Debian or Ubuntu: sudo apt install libespeak-ng1. Without a voice, tones and captions lead you.",
        ),
        Finding(
            "sound",
            not speech.status_of(""),
            "a loudspeaker or headphones answer" if not speech.status_of("") else "no sound output answers",
            "Plug in or turn on a sound output. Without one, the picture and captions lead you.",
        ),
    ]


def _wait_for_sound(speech: Speech) -> None:
    """Give the sound time to come, where there was none at first."""
    loop, deadline = QEventLoop(), Deadline(_SOUND_WITHIN_MS)
    deadline.passed.connect(loop.quit)
    connection = speech.notice.connect(lambda _: None if speech.status_of("") else loop.quit())
    if speech.status_of(""):
        deadline.begin()
        loop.exec()
    speech.notice.disconnect(connection)


def _answer(speech: Speech, signal: Any, ask: Callable[[], object]) -> Any:  # noqa: ANN401 - what the signal carries
    """The first argument of a signal's next emission; every question of `Speech` is answered within its deadline."""
    loop = QEventLoop()
    answers: list[Any] = []

    def take(*values: Any) -> None:  # noqa: ANN401
        answers.append(values[0])
        loop.quit()

    connection = signal.connect(take)
    ask()
    if not answers:
        loop.exec()
    signal.disconnect(connection)
    return answers[0]


def _display() -> Finding:
    shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") or "own"
    problem = display_problem()
    return Finding("display", not problem, problem or shown, "In a terminal: footroutine session")


def _folders(program: Program) -> list[Finding]:
    found = [p for p in program.problems if p.file in _own_folders(program)]
    if found:
        return [Finding("folders", False, f"{p.file}: {p.reason}", p.hint) for p in found]
    places = ", ".join(f"{name} {folder}" for name, folder in program.paths._asdict().items())
    return [Finding("folders", True, f"{places}; settings in {program.paths.settings}")]


def _data(program: Program) -> Finding:
    found = [p for p in program.problems if p.file not in _own_folders(program)]
    counted = f"{len(program.library.exercises)} exercises, {len(program.library.routines)} routines"
    if found:
        return Finding("data files", False, f"{counted}; {' '.join(told(found, most=20))}", "Mend the files named.")
    return Finding("data files", True, counted)


def _history(program: Program) -> Finding:
    """Looked at page by page; what is found damaged is set aside and read into a new one, as at any other time."""
    told_of: list[Problem] = []
    program.history.tell = told_of.append
    span = program.history.span()
    if not (is_sound := program.history.is_sound()) or told_of:
        details = "; ".join(map(str, told_of)) or f"{program.history.path} is damaged"
        hint = "Restore a back-up: footroutine restore FILE.zip" if not is_sound else "What could be read is kept."
        return Finding("history", False, details, hint)
    return Finding("history", True, f"whole, from {span[0]} to {span[1]}" if span else "nothing is recorded yet")


def _own_folders(program: Program) -> frozenset[str]:
    return frozenset(str(folder) for folder in program.paths)
