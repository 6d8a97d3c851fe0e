"""The window of `soak.py`: a session for each line that is read, then a look at every page, and a line written.

Run by soak.py: python benchmarks/soak_window.py PROFILE SPEED ROUTINE...
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from footroutine.app.conductor import Result
from footroutine.app.looks import Looks
from footroutine.app.opening import collect_seldom, first_window
from footroutine.app.session_log import SessionLog
from footroutine.app.window_app import WindowApp
from footroutine.app.wiring import Program, scaled
from footroutine.domain.timeline import Cue, CueKind
from footroutine.player.state import Command
from footroutine.services.clock import Clock
from footroutine.services.voice.speech import Heard, Sound, SpokenSpeech
from footroutine.ui.look import prepare_application

PAGES = ("today", "progress", "routines", "settings", "about", "today")
QUIET_MS = 1500  # until what a session and the pages have set going is over


class CueLog(SessionLog):
    """Keeps the cues that came, of one session, and goes on after a pause: the machine was too busy for the pace."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[tuple[int, str]] = []
        self.pauses = 0
        self.go_on: Callable[[], object] = lambda: None

    def _write(self, event: str, planned_ms: int, actual_ms: int, clock_ms: int, details: dict[str, Any]) -> None:
        if event == "cue":
            self.came.append((planned_ms, details["text"]))
        elif event == "paused":
            self.pauses += 1
            QTimer.singleShot(0, self.go_on)


class HastySpeech(SpokenSpeech):
    """Sounds as fast as the session's clock, and remembers which began."""

    def __init__(self, cache: Path, clock: Clock, speed: float) -> None:
        super().__init__(cache, clock)
        self._speed = speed
        self.sounded: Counter[str] = Counter()
        self.started.connect(self._count)

    def schedule(self, sounds: Sequence[Sound]) -> None:
        """Each at its moment of the faster clock; the first after as long as a session leaves it, to be handed over."""
        now_ns = self._clock.monotonic_ns()
        first_ns = min((s.at_ns for s in sounds), default=now_ns)
        super().schedule([replace(s, at_ns=first_ns + int((s.at_ns - first_ns) / self._speed)) for s in sounds])

    def _count(self, heard: Heard) -> None:
        self.sounded.update([heard.text or str(heard.tone)])


def sound_of(cue: Cue) -> str:
    """What is heard of a cue, as `HastySpeech` counts it."""
    return str(cue.tone) if cue.tone else cue.text


def main(profile: Path, speed: float, routines: Sequence[str]) -> None:
    """Stay until the end is asked for by a signal."""
    program = Program.load(profile)
    app = QApplication([])
    prepare_application(app, sorted((program.assets / "fonts").glob("*.otf")))
    speech = HastySpeech(program.paths.cache / "voice", program.clock, speed)
    program.clock = scaled(program.clock, speed)
    looks, log = Looks(program), CueLog()
    window = first_window(program)
    window_app = WindowApp(program, speech, window, looks, log)
    collect_seldom()
    conductor = window_app._conductor  # noqa: SLF001 - the one who plays it knows its end
    conductor._gap_ms = round(conductor._gap_ms * speed)  # noqa: SLF001 - as for a session in the terminal
    log.go_on = lambda: conductor.command(Command.RESUME)
    turn = cycle(routines)

    def begin() -> None:
        sys.stdin.readline()
        log.came.clear()
        log.pauses = 0
        speech.sounded.clear()
        window.start_requested.emit(next(turn))

    def tell(result: Result) -> None:
        for page in PAGES:
            window.open_page(page)
            app.processEvents()
        QTimer.singleShot(QUIET_MS, lambda: say(result))

    def say(result: Result) -> None:
        cues = result.timeline.cues
        plan = [(cue.at_ms, cue.text) for cue in cues]
        heard = Counter(sound_of(cue) for cue in cues if cue.kind is not CueKind.CAPTION)
        told = {
            "total_ms": result.timeline.total_ms,
            "planned": len(plan),
            "came": len(plan) if log.came == plan else len(set(log.came) & set(plan)),
            "pauses": log.pauses,
            "unheard": (heard - speech.sounded).total(),
        }
        print(json.dumps(told), flush=True)

    def follow() -> None:
        if window_app._later:  # noqa: SLF001 - the window is still being filled
            QTimer.singleShot(QUIET_MS, follow)
        else:
            ask.setEnabled(True)

    conductor.ended.connect(tell)
    ask = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ask.activated.connect(begin)
    ask.setEnabled(False)
    window.show()
    window_app.begin()
    QTimer.singleShot(QUIET_MS, follow)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
