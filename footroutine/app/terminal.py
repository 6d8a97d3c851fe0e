"""The guided session in a terminal: the same plan, player, conductor and voice, with no display needed."""

import sys
import threading
from contextlib import ExitStack, closing, suppress
from typing import IO

from blessed import Terminal
from PySide6.QtCore import QCoreApplication, QObject, Signal
from rich.console import Console
from rich.live import Live
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from footroutine.app.conductor import Conductor, Result
from footroutine.app.lasting_output import lasting
from footroutine.app.preparing import Preparer, prepare_now
from footroutine.app.session_keeper import BEGINNING, SessionKeeper, Start
from footroutine.app.session_log import SessionLog
from footroutine.app.signals import EndSignals
from footroutine.app.wiring import Program, scaled
from footroutine.domain.history import SessionRecord
from footroutine.domain.routine import Routine
from footroutine.domain.timeline import Timeline
from footroutine.player.frame import Frame
from footroutine.player.state import Command, PauseReason
from footroutine.services.keep_awake import KeepAwake

KEYS = {
    "KEY_LEFT": Command.BACK,
    "KEY_RIGHT": Command.SKIP,
    "KEY_PGUP": Command.BACK,
    "KEY_PGDOWN": Command.SKIP,
    "b": Command.BACK,
    "s": Command.SKIP,
    "r": Command.REPEAT,
    "q": Command.STOP,
    "KEY_ESCAPE": Command.STOP,
}
_TOGGLES = frozenset({" ", "p", "KEY_ENTER"})
HELP = "Space pause · ← back · → skip · r repeat · q end"


class _Keys(QObject):
    """Reads keys in a thread of its own, which ends with the program; each arrives as a signal in the event loop."""

    pressed = Signal(str)

    def __init__(self, terminal: Terminal) -> None:
        super().__init__()
        self._terminal = terminal
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            key = self._terminal.inkey()
            self.pressed.emit(key.name or str(key))


class TerminalSession(QObject):
    """Shows a session as it goes: captions as lines, the countdown and the whole routine below them."""

    def __init__(self, conductor: Conductor, console: Console, *, keys: bool) -> None:
        super().__init__()
        self._conductor = conductor
        self._console = console
        self._caption = ""
        self._heading = ""
        self._has_keys = keys
        self._slept = False
        self._result: Result | None = None
        self._live: Live | None = None
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(bar_width=None), TextColumn("{task.fields[left]}")
        )
        self._task = self._progress.add_task("", total=1, left="")
        conductor.framed.connect(self._show)
        conductor.ended.connect(self._on_ended)

    def run(self, timeline: Timeline, start: Start = BEGINNING) -> Result:
        """Play it to its end."""
        app = QCoreApplication.instance()
        assert app is not None
        ending = EndSignals(lambda: self._conductor.command(Command.STOP))
        with ExitStack() as stack:
            stack.callback(ending.close)
            if self._console.is_terminal:
                self._live = stack.enter_context(
                    Live(console=self._console, auto_refresh=False, transient=True, redirect_stdout=False)
                )
            if self._has_keys:
                terminal = Terminal(stream=sys.stdout)
                stack.enter_context(suppress(*_closed_terminal()))  # that a closed one cannot be put right again
                stack.enter_context(terminal.cbreak())
                keys = _Keys(terminal)
                keys.pressed.connect(self._on_key)
            self._conductor.play(timeline, start)
            if self._result is None:
                app.exec()
        assert self._result is not None
        return self._result

    def notice(self, text: str) -> None:
        """Print one line of news, once."""
        self._console.print(text, style="yellow", highlight=False, markup=False)

    def _on_key(self, key: str) -> None:
        if key in _TOGGLES:
            self._conductor.command(Command.RESUME if self._conductor.is_paused else Command.PAUSE)
        elif key in KEYS:
            self._conductor.command(KEYS[key])

    def _on_ended(self, result: Result) -> None:
        self._result = result
        app = QCoreApplication.instance()
        if app is not None:
            app.quit()

    def _show(self, frame: Frame) -> None:
        if frame.title != self._heading:
            self._heading = frame.title
            self._console.print(f"\n{frame.title}", style="bold", highlight=False, markup=False)
        if frame.caption and frame.caption != self._caption:
            self._console.print(f"  {frame.caption}", highlight=False, markup=False)
        self._caption = frame.caption
        if self._live is not None:
            self._live.update(self._picture(frame), refresh=True)
        slept, self._slept = self._slept, frame.pause_reason == PauseReason.GAP
        if self._slept and not slept:
            self._say_slept()

    def _say_slept(self) -> None:
        if self._has_keys:
            self.notice("Paused, because the computer slept. Space goes on.")
        else:  # nobody could
            self.notice("The computer slept. It goes on where it was.")
            self._conductor.command(Command.RESUME)

    def _picture(self, frame: Frame) -> Table:
        minutes, seconds = divmod(frame.left_ms // 1000, 60)
        total = sum(part.length_ms for part in frame.bar)
        done = sum(part.length_ms * part.done for part in frame.bar) / total
        self._progress.update(self._task, completed=done, left=f"{minutes}:{seconds:02} left")
        table = Table.grid()
        table.add_row("")
        table.add_row(f"[bold]{self._phase(frame)}[/bold]  [bold cyan]{frame.digits}[/bold cyan]")
        table.add_row(" · ".join(filter(None, (frame.badge, _counts(frame)))))
        table.add_row(self._progress)
        if self._has_keys:
            table.add_row(f"[dim]{HELP}[/dim]")
        return table

    def _phase(self, frame: Frame) -> str:
        return "Paused" if frame.paused else frame.phase


def _closed_terminal() -> tuple[type[Exception], ...]:
    """What is raised of a terminal that is closed."""
    try:
        import termios
    except ImportError:  # Windows
        return ()
    return (termios.error,)


def _counts(frame: Frame) -> str:
    rep = f"Rep {frame.rep} of {frame.reps}" if frame.rep is not None else ""
    set_ = f"Set {frame.set} of {frame.sets}" if frame.set is not None else ""
    return " · ".join(filter(None, (rep, set_)))


def summary(result: Result) -> list[str]:
    """What was done, one line an exercise, partial sets too."""
    lines = []
    sets = result.record.sets(result.timeline)
    for index, step in enumerate(result.timeline.steps):
        own = [s for s in sets if s.key.step == index]
        done, planned = sum(s.done_reps for s in own), sum(s.planned_reps for s in own)
        whole = sum(s.is_complete for s in own)
        lines.append(f"{step.exercise.name}: {done} of {planned} reps, {whole} of {len(own)} sets complete")
    return lines


def planned(program: Program, routine: Routine) -> Timeline:
    """The timeline that a session of the routine would have now, its phrases measured.

    Raises:
        UserError: no exercise of the routine is included.
    """
    app = QCoreApplication.instance() or QCoreApplication([])  # noqa: F841 - kept alive until the end
    with closing(program.measured_silence()) as speech:
        return prepare_now(Preparer(program, speech), lambda p: p.prepare(routine, program.settings))


def run_session(
    program: Program, what: Routine | SessionRecord, *, speed: float, is_silent: bool, log: IO[str] | None
) -> int:
    """Lead one session through in the terminal, or the rest of one that was left; the answer is the exit code.

    Raises:
        UserError: no exercise of the routine is included, or those of the session have changed.
    """
    app = QCoreApplication.instance() or QCoreApplication([])
    console = Console(file=lasting(sys.stdout), highlight=False)
    speech_now = program.measured_silence() if is_silent or speed != 1.0 else program.speech()
    with closing(speech_now) as speech, closing(KeepAwake()) as awake, ExitStack() as stack:
        keeper = SessionKeeper(lambda: program.history)
        stack.callback(app.processEvents)  # the last notice comes from the history's thread
        stack.enter_context(closing(keeper))
        events = SessionLog(log)
        conductor = Conductor(scaled(program.clock, speed), speech, events, speed=speed, keeper=keeper)
        conductor.watched.connect(awake.want)
        session = TerminalSession(conductor, console, keys=sys.stdin.isatty() and console.is_terminal)
        speech.notice.connect(session.notice)
        keeper.notice.connect(session.notice)
        events.tell = session.notice
        preparer = Preparer(program, speech)
        timeline = prepare_now(preparer, lambda p: _ask(p, what, program))
        minutes, seconds = divmod((timeline.total_ms - preparer.start.position_ms) // 1000, 60)
        new = f"{len(timeline.steps)} exercises, {minutes} min {seconds} s"
        told = new if isinstance(what, Routine) else f"goes on, {minutes} min {seconds} s left"
        console.print(f"{what.name}: {told}", markup=False)
        result = session.run(timeline, preparer.start)
    console.print("\nDone." if result.finished else "\nEnded.", style="bold")
    for line in summary(result):
        console.print(f"  {line}", markup=False)
    return 0


def _ask(preparer: Preparer, what: Routine | SessionRecord, program: Program) -> None:
    if isinstance(what, Routine):
        preparer.prepare(what, program.settings)
    else:
        preparer.go_on(what, program.settings)
