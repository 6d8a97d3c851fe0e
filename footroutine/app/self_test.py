"""The installed program tries itself: its children, its voice, a sped-up session and every page, with no display."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from footroutine.app.doctor import Finding
from footroutine.app.looks import Looks
from footroutine.app.opening import first_window
from footroutine.app.window_app import WindowApp
from footroutine.app.wiring import Program
from footroutine.domain.settings import ExerciseChoice
from footroutine.services.clock import SystemClock
from footroutine.services.deadline import Deadline
from footroutine.services.voice.child import Child, child_command
from footroutine.ui.look import STYLE, prepare_application
from footroutine.ui.window import MainWindow

_STEP_MS = 300  # ten times the beat, and well below what counts as a sleep of the machine
_WITHIN_MS = 180_000
_SHORT = ExerciseChoice(sets=1, reps=3)
_FEWEST_COLOURS = 8  # a page whose letters, signs or figure are not drawn has fewer


class _HastyClock(SystemClock):
    """A clock for which time passes by being looked at, so that a machine under load is no slower than another."""

    def __init__(self) -> None:
        self._ms = 0

    def now_ms(self) -> int:
        """A step further than at the last look."""
        self._ms += _STEP_MS
        return self._ms


def run_self_test() -> int:
    """Try everything, in a folder of its own; a line for each, and the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory(prefix="footroutine-") as folder:
        program = Program.load(Path(folder))
        choices = dict.fromkeys(program.library.exercises, _SHORT)
        program.settings = replace(program.settings, disclaimer_accepted=True, exercises=choices)
        program.clock = _HastyClock()
        app = QApplication.instance() or QApplication(["footroutine", *STYLE])
        assert isinstance(app, QApplication)
        fonts = sorted((program.assets / "fonts").glob("*.otf"))
        failed = prepare_application(app, fonts)
        findings = [Finding("fonts", bool(fonts) and not failed, f"{len(fonts) - len(failed)} of {len(fonts)}")]
        findings += [_child(name) for name in ("synthesis", "playback")]
        findings += _window(program)
        findings += [Finding("data files", not program.problems, "; ".join(map(str, program.problems)) or "all read")]
    for finding in findings:
        print(finding)
    is_well = all(finding.ok for finding in findings)
    print("ok" if is_well else "NOT ok")
    return 0 if is_well else 1


def _child(name: str) -> Finding:
    child = Child(child_command(name))
    ended: list[str] = []
    child.ended.connect(ended.append)

    def begin(end: Callable[..., None]) -> None:
        child.received.connect(end)
        child.ended.connect(end)
        child.start(_WITHIN_MS)

    came = _comes(begin)
    child.close()
    return Finding(f"{name} process", came and not ended, "; ".join(ended) or "answers")


def _window(program: Program) -> list[Finding]:
    """A session from its start to Done, then every page; the words are really made, and not heard."""
    with closing(program.measured_silence()) as speech:
        looks = Looks(program)
        window = first_window(program)
        app = WindowApp(program, speech, window, looks)
        notices: list[str] = []
        speech.notice.connect(notices.append)

        def begin(end: Callable[..., None]) -> None:
            window.page_changed.connect(lambda page: end() if page == "done" else None)
            window.show()
            app.begin("toe-press")

        _comes(begin)
        session = Finding("session", window.page == "done", f"ended on the page {window.page!r}")
        voice = Finding("voice", not notices, "; ".join(notices) or "speaks")
        drawn = {name: _colours(window, name) for name in list(window.made)}
        app.close()
        window.close()
    pale = [name for name, colours in drawn.items() if colours < _FEWEST_COLOURS]
    return [voice, session, Finding("pages", not pale, f"not drawn: {', '.join(pale)}" if pale else ", ".join(drawn))]


def _colours(window: MainWindow, name: str) -> int:
    """How many colours a page shows."""
    window.open_page(name)
    QApplication.processEvents()
    picture = window.grab().toImage()
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)})


def _comes(begin: Callable[[Callable[..., None]], object]) -> bool:
    """Begin something, which is told whom to call at its end, and wait for that; false when it does not come."""
    loop, deadline = QEventLoop(), Deadline(_WITHIN_MS)
    deadline.passed.connect(lambda: loop.exit(0))
    deadline.begin()
    begin(lambda *_: loop.exit(1))
    came = bool(loop.exec())
    deadline.call_off()
    return came
