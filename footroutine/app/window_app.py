"""The program in its window: who answers the window's signals, and who fills its pages."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from footroutine.app import page_views
from footroutine.app.conductor import Conductor, Result
from footroutine.app.crash_log import write_down
from footroutine.app.hearing import HearingTest
from footroutine.app.preparing import Preparer
from footroutine.app.routine_book import RoutineBook
from footroutine.app.session_log import SessionLog
from footroutine.app.signals import EndSignals
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import Timeline
from footroutine.figure.palette import palette
from footroutine.player.state import Command
from footroutine.services.keep_awake import KeepAwake
from footroutine.services.library import load_theme_tables
from footroutine.services.voice.speech import Speech
from footroutine.services.voice.synthesis import VoiceInfo
from footroutine.ui.look import prepare_application
from footroutine.ui.placing import place_window, with_place_of
from footroutine.ui.theme import Theme, theme_from
from footroutine.ui.tray import tray_for
from footroutine.ui.views import TodayView
from footroutine.ui.window import MainWindow


def run_window(profile: Path | None, routine_id: str | None, *, start: bool) -> int:
    """Open the window and stay until it is closed; the answer is the exit code.

    Raises:
        UserError: the program's own data files are missing, or the routine is unknown.
    """
    program = Program.load(profile)
    routine = program.routine(routine_id) if start else None
    app = QApplication(sys.argv[:1])
    app.setApplicationName("footroutine")
    app.setApplicationDisplayName("Foot Routine")
    app.setDesktopFileName("footroutine")
    prepare_application(app, sorted((program.assets / "fonts").glob("*.otf")))
    window_app = WindowApp(program, program.speech())
    ending = EndSignals(window_app.window.close)
    sys.excepthook = window_app.on_unexpected
    window_app.show(routine.id if routine else None)
    code = app.exec()
    ending.close()
    window_app.close()
    return code


class WindowApp(QObject):
    """Connects the window, the conductor, the voice and the settings. It keeps what is chosen; they do the rest."""

    _go_on = Signal()

    def __init__(self, program: Program, speech: Speech, log: SessionLog | None = None) -> None:
        super().__init__()
        self._program = program
        self._speech = speech
        self._conductor = Conductor(program.clock, speech, log or SessionLog())
        self._preparer = Preparer(program.library, speech)
        self._book = RoutineBook(program)
        self._hearing = HearingTest(speech)
        self._awake = KeepAwake()
        self._themes = {
            name: theme_from(table, f"{name}.toml") for name, table in load_theme_tables(program.assets).items()
        }
        self._is_muted = False
        self._unexpected: set[object] = set()
        self._voices: tuple[VoiceInfo, ...] = ()
        self._start_at_once: str | None = None
        self._later: list[Callable[[], None]] = []
        theme = self._theme(is_dark=False)
        self.window = MainWindow(theme, palette(theme.figure, program.settings.skin))
        self._connect()
        self._apply_look()

    def show(self, start: str | None = None) -> None:
        """Show the window; with a routine's id, its session begins."""
        self._start_at_once = start
        window, program = self.window, self._program
        if program.settings.disclaimer_accepted:
            window.show_today(page_views.first_view(program, program.routine(self._chosen)))
        else:
            window.show_first_start(page_views.first_start_view(program))
        place_window(window, program.settings)
        window.show()

    def close(self) -> None:
        """End the session and every child process."""
        self._conductor.command(Command.STOP)
        self._speech.close()

    def _on_closing(self) -> None:
        window, settings = self.window, self._program.settings
        self._program.save(with_place_of(window, window.page, settings))
        self.close()

    def on_unexpected(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """What no one foresaw goes to the log file; the person is told in one line, and the program goes on.

        The same thing at the same place is told once: at thirty pictures a second it would fill the disk.
        """
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = (type(error), trace and (trace.tb_frame.f_code, trace.tb_lineno))
        if place in self._unexpected:
            return
        self._unexpected.add(place)
        self.window.show_notice(write_down(error, self._program.paths.log))

    def _connect(self) -> None:
        window, conductor, speech = self.window, self._conductor, self._speech
        window.start_requested.connect(self._prepare)
        window.routine_chosen.connect(self._choose_routine)
        window.command.connect(self._obey)
        window.mute_requested.connect(self._toggle_mute)
        window.routine_opened.connect(self._open_routine)
        window.routine_edited.connect(lambda routine, what: self._change_routines(lambda b: b.save(routine, what)))
        window.routine_new.connect(lambda: self._change_routines(RoutineBook.new, turn=True))
        window.routine_duplicated.connect(lambda id_: self._change_routines(lambda b: b.duplicate(id_)))
        window.routine_deleted.connect(lambda id_: self._change_routines(lambda b: b.remove(id_)))
        window.routine_undo.connect(lambda: self._change_routines(RoutineBook.undo))
        window.settings_changed.connect(self._change_settings)
        window.hear_test_requested.connect(lambda: self._hearing.begin(self._program.settings))
        self._hearing.status.connect(window.set_voice_status)
        window.first_start_done.connect(self._finish_first_start)
        window.desktop_theme_changed.connect(lambda _: self._apply_look())
        window.page_changed.connect(self._on_page)
        window.closing.connect(self._on_closing)
        conductor.framed.connect(window.show_frame)
        conductor.ended.connect(self._on_ended)
        conductor.watched.connect(self._awake.want)
        self._preparer.prepared.connect(self._on_prepared)
        speech.notice.connect(window.show_notice)
        speech.voices.connect(self._on_voices)
        # Queued: what the first picture does not need comes after it.
        window.painted.connect(self._after_first_paint, Qt.ConnectionType.QueuedConnection)
        self._go_on.connect(self._do_next, Qt.ConnectionType.QueuedConnection)

    def _after_first_paint(self) -> None:
        """Fill in what the first picture did not wait for, a piece at a time: keys and paint come in between."""
        self.window.set_today(self._today())
        self._later = [self._fill_settings, self._fill_routines, self._fill_about, self._begin]
        self._go_on.emit()

    def _do_next(self) -> None:
        self._later.pop(0)()
        if self._later:
            self._go_on.emit()

    def _fill_about(self) -> None:
        self.window.set_about(page_views.about_view(self._program))

    def _begin(self) -> None:
        self._speech.request_voices()
        if tray := tray_for(self.window):
            tray.start_requested.connect(self._start_from_tray)
        if not self._program.settings.disclaimer_accepted:
            return
        if self._start_at_once:
            self._prepare(self._start_at_once)
        elif self.window.page == "today":
            self.window.open_page(self._program.settings.window_page)
            self._preparer.warm(self._program.routine(self._chosen), self._program.settings)

    def _start_from_tray(self) -> None:
        if not self._conductor.is_active and self._program.settings.disclaimer_accepted:
            self._prepare(self._chosen)

    @property
    def _chosen(self) -> str:
        """The chosen routine; one that is gone from the library gives way to the first."""
        wanted, routines = self._program.settings.routine, self._program.library.routines
        return wanted if wanted in routines else next(iter(routines))

    def _today(self) -> TodayView:
        return page_views.today_view(self._program, self._program.routine(self._chosen))

    def _fill_settings(self) -> None:
        self.window.set_settings(page_views.settings_view(self._program, self._voices))

    def _fill_routines(self) -> None:
        chosen = self._program.routine(self._chosen)
        self.window.set_routines(page_views.routines_view(self._program, self._book, chosen))

    def _open_routine(self, routine_id: str) -> None:
        self._book.opened = routine_id
        self._fill_routines()

    def _change_routines(self, change: Callable[[RoutineBook], None], *, turn: bool = False) -> None:
        change(self._book)
        if self._book.problems:
            self.window.show_notice(str(self._book.problems[0]))
        self._fill_routines()
        self._fill_settings()
        self.window.set_today(self._today())
        if turn:
            self.window.show_routines()

    def _prepare(self, routine_id: str) -> None:
        self.window.show_notice("")
        self.window.set_busy("Getting the voice ready…")
        try:
            self._preparer.prepare(self._program.routine(routine_id), self._program.settings)
        except UserError as error:
            self.window.set_busy("")
            self.window.show_notice(str(error))

    def _on_prepared(self, timeline: Timeline) -> None:
        self._set_volumes()
        self.window.show_session()
        self._conductor.play(timeline)

    def _obey(self, command: Command) -> None:
        if self._conductor.is_active:
            self._conductor.command(command)
        elif command is Command.STOP:
            self._preparer.cancel()
            self.window.show_today()

    def _on_ended(self, result: Result) -> None:
        self.window.show_done(page_views.done_view(result))

    def _toggle_mute(self) -> None:
        self._is_muted = not self._is_muted
        self._set_volumes()
        self.window.set_muted(self._is_muted)

    def _set_volumes(self) -> None:
        settings = self._program.settings
        volumes = (0, 0) if self._is_muted else (settings.voice_volume, settings.tone_volume)
        self._speech.set_volumes(*volumes)

    def _change_settings(self, settings: Settings) -> None:
        problems = self._program.save(settings)
        if problems:
            self.window.show_notice(str(problems[0]))
        self._set_volumes()
        self._apply_look()
        self.window.set_today(self._today())
        self._fill_routines()

    def _choose_routine(self, routine_id: str) -> None:
        self._change_settings(replace(self._program.settings, routine=routine_id))
        self._fill_settings()

    def _finish_first_start(self, settings: Settings) -> None:
        self._change_settings(settings)
        self._fill_settings()
        if self._start_at_once:
            self._prepare(self._start_at_once)
        else:
            self.window.show_today(self._today())

    def _on_voices(self, voices: list[VoiceInfo]) -> None:
        self._voices = tuple(voices)
        self._fill_settings()

    def _on_page(self, page: str) -> None:
        if page == "today" and not self._conductor.is_active:
            self._preparer.warm(self._program.routine(self._chosen), self._program.settings)

    def _theme(self, *, is_dark: bool) -> Theme:
        wanted = self._program.settings.theme
        return self._themes[("dark" if is_dark else "light") if wanted == "system" else wanted]

    def _apply_look(self) -> None:
        settings = self._program.settings
        theme = self._theme(is_dark=self.window.desktop_is_dark())
        self.window.apply_theme(
            theme, palette(theme.figure, settings.skin), settings.text_percent, settings.reduce_motion
        )
