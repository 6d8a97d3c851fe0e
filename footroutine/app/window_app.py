"""The program in its window: who answers the window's signals, and who fills its pages."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon

from footroutine.app import page_views
from footroutine.app.background import Background
from footroutine.app.conductor import Conductor, Result
from footroutine.app.desktop import Desktop
from footroutine.app.first_picture import keep_for_next_start
from footroutine.app.hearing import HearingTest
from footroutine.app.language import speak_chosen
from footroutine.app.looking_back import LookingBack
from footroutine.app.looks import Looks
from footroutine.app.own_files import OwnFiles
from footroutine.app.practice import Practice
from footroutine.app.preparing import Preparer
from footroutine.app.routine_book import RoutineBook
from footroutine.app.session_keeper import SessionKeeper
from footroutine.app.session_log import SessionLog
from footroutine.app.single_instance import Wish
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import Timeline
from footroutine.player.state import Command
from footroutine.services.keep_awake import KeepAwake
from footroutine.services.voice.speech import Speech
from footroutine.services.voice.synthesis import VoiceInfo
from footroutine.ui.placing import come_forward, with_place_of
from footroutine.ui.views import TodayView
from footroutine.ui.window import MainWindow


class WindowApp(QObject):
    """Connects the window, the conductor, the voice and the settings. It keeps what is chosen; they do the rest."""

    _go_on = Signal()

    def __init__(
        self, program: Program, speech: Speech, window: MainWindow, looks: Looks, log: SessionLog | None = None
    ) -> None:
        super().__init__()
        self.window = window
        self._program = program
        self._speech = speech
        self._looks = looks
        self._keeper = SessionKeeper(lambda: program.history)
        self._conductor = Conductor(program.clock, speech, log or SessionLog(), keeper=self._keeper)
        self._preparer = Preparer(program, speech)
        self._practice = Practice(program, window, self._keeper)
        self._looking_back = LookingBack(program, window)
        self._own_files = OwnFiles(program, window)
        self._book = RoutineBook(program)
        self._hearing = HearingTest(speech)
        self._awake = KeepAwake()
        self._desktop = Desktop(window, self._conductor)
        self._background = Background(program, window, self._is_busy)
        self._is_muted = False
        self._voices: tuple[VoiceInfo, ...] = ()
        self._start_at_once: str | None = None
        self._later: list[Callable[[], None]] = []
        self._connect()

    def begin(self, start: str | None = None, *, is_hidden: bool = False) -> None:
        """Fill in what the first picture did not wait for: Today at once, the rest piece by piece; then a session."""
        self._start_at_once, self._is_hidden = start, is_hidden
        self._apply_look()
        self.window.set_today(self._today())
        self._practice.show()
        self.window.today.start_if_pressed()
        self.window.today.settle()
        self.window.repaint()  # now: what is still to come is for other pages
        self._later = [self._fill_settings, self._fill_routines, self._fill_about, self._settle]
        self._go_on.emit()

    def grant(self, wish: Wish) -> str:
        """Come to the front for another start of the program; its session begins unless one is under way."""
        if wish.in_tray:
            return "Foot Routine is open already."
        come_forward(self.window)
        if wish.routine is None:
            return "Foot Routine is open already; its window is in front now."
        if self._is_busy():
            return "A session is under way and goes on; its window is in front now."
        if self._program.settings.disclaimer_accepted:
            self._prepare(wish.routine)
        else:
            self._start_at_once = wish.routine  # after the first start's pages
        return "Foot Routine is open already; the session begins in its window."

    def close(self, *, is_seen: bool = True) -> None:
        """End the session, the reminders and every child process; without a word to a window that has no display."""
        for teller in (self._conductor, self._keeper):
            teller.blockSignals(not is_seen)
        self._background.close()
        self._rest()

    def _rest(self) -> None:
        self._preparer.cancel()
        self._conductor.command(Command.STOP)
        self._speech.close()
        self._keeper.close()

    def _on_closing(self) -> None:
        window = self.window
        self._program.save(with_place_of(window, window.page, self._program.settings))
        keep_for_next_start(self._program, self.window)
        self._rest()
        if window.page == "busy":
            window.show_today()

    def _is_busy(self) -> bool:
        return self._conductor.is_active or self.window.page == "busy"

    def _connect(self) -> None:
        program, window, conductor, speech = self._program, self.window, self._conductor, self._speech
        window.start_requested.connect(self._prepare)
        window.routine_chosen.connect(self._choose_routine)
        window.go_on_requested.connect(self._resume)
        window.command.connect(self._obey)
        window.mute_requested.connect(self._toggle_mute)
        window.routine_opened.connect(self._open_routine)
        window.routine_edited.connect(lambda routine, what: self._change_routines(lambda b: b.save(routine, what)))
        window.routine_new.connect(lambda: self._change_routines(RoutineBook.new, turn=True))
        window.routine_duplicated.connect(lambda id_: self._change_routines(lambda b: b.duplicate(id_)))
        window.routine_deleted.connect(lambda id_: self._change_routines(lambda b: b.remove(id_)))
        window.routine_undo.connect(lambda: self._change_routines(RoutineBook.undo))
        window.settings_changed.connect(self._change_settings)
        window.hear_test_requested.connect(lambda: self._hearing.begin(program.settings, program.library.language))
        self._hearing.status.connect(window.set_voice_status)
        window.first_start_done.connect(self._finish_first_start)
        window.desktop_theme_changed.connect(lambda _: self._apply_look())
        window.page_changed.connect(self._on_page)
        window.page_changed.connect(self._looking_back.show_if)
        self._own_files.replaced.connect(self._begin_anew)
        window.closing.connect(self._on_closing)
        self._background.start_requested.connect(lambda id_: self.grant(Wish(id_)))
        conductor.framed.connect(window.show_frame)
        conductor.ended.connect(self._on_ended)
        conductor.watched.connect(self._awake.want)
        self._keeper.notice.connect(window.show_notice)
        self._preparer.prepared.connect(self._on_prepared)
        speech.notice.connect(window.show_notice)
        speech.voices.connect(self._on_voices)
        self._go_on.connect(self._do_next, Qt.ConnectionType.QueuedConnection)

    def _do_next(self) -> None:
        self._later.pop(0)()
        if self._later:
            self._go_on.emit()

    def _fill_about(self) -> None:
        self.window.set_about(page_views.about_view(self._program))

    def _settle(self) -> None:
        self.window.setWindowIcon(QIcon(str(self._program.assets / "icons" / "footroutine.png")))
        self._desktop.motion.changed.connect(self._on_motion)
        self._desktop.motion.ask()
        self._speech.request_voices()
        self._background.begin(is_hidden=self._is_hidden)
        if not self._program.settings.disclaimer_accepted:
            return
        keep_for_next_start(self._program, self.window)
        if self._start_at_once:
            self._prepare(self._start_at_once)
        elif self.window.page == "today":
            self.window.open_page(self._program.settings.window_page)
            if not self._is_hidden:
                self._preparer.warm(self._program.chosen, self._program.settings)

    def _today(self) -> TodayView:
        return page_views.today_view(self._program, self._program.chosen)

    def _fill_settings(self) -> None:
        self.window.set_settings(page_views.settings_view(self._program, self._voices))

    def _fill_routines(self) -> None:
        self.window.set_routines(page_views.routines_view(self._program, self._book, self._program.chosen))

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
        self._make_ready(lambda settings: self._preparer.prepare(self._program.routine(routine_id), settings))

    def _resume(self) -> None:
        if session := self._practice.unfinished:
            self._make_ready(lambda settings: self._preparer.go_on(session, settings))

    def _make_ready(self, ask: Callable[[Settings], None]) -> None:
        self._background.reminding.withdraw()
        self.window.show_notice("")
        self.window.set_busy(self.tr("Getting the voice ready…"))
        try:
            ask(self._program.settings)
        except UserError as error:
            self.window.set_busy("")
            self.window.show_notice(str(error))

    def _on_prepared(self, timeline: Timeline) -> None:
        self._set_volumes()
        self._conductor.play(timeline, self._preparer.start)
        self._practice.begun()

    def _obey(self, command: Command) -> None:
        if self._conductor.is_active:
            self._conductor.command(command)
        elif command is Command.STOP:
            self._preparer.cancel()
            self.window.show_today()

    def _on_ended(self, result: Result) -> None:
        self.window.show_done(page_views.done_view(result))
        self._practice.ended(result)

    def _toggle_mute(self) -> None:
        self._is_muted = not self._is_muted
        self._set_volumes()
        self.window.set_muted(self._is_muted)

    def _set_volumes(self) -> None:
        settings = self._program.settings
        self._speech.set_volumes(*((0, 0) if self._is_muted else (settings.voice_volume, settings.tone_volume)))

    def _change_settings(self, settings: Settings) -> None:
        another_language = settings.language != self._program.settings.language
        problems = self._program.save(settings)
        self._background.follow()
        self._set_volumes()
        self._apply_look()
        if another_language:
            self._show_anew()
        if problems:
            self.window.show_notice(str(problems[0]))
        self.window.set_today(self._today())
        self._practice.look_again()
        self._fill_routines()

    def _show_anew(self) -> None:
        """Everything in the language that was just chosen."""
        speak_chosen(self._program)
        self.window.speak_anew()
        self._fill_settings()
        self._fill_about()
        self.window.show_settings()
        self.window.settings_page.show_setting("language")

    def _begin_anew(self) -> None:
        """Show what was restored, or that there is nothing any more."""
        self._book = RoutineBook(self._program)
        self._set_volumes()
        self._background.follow()
        self._apply_look()
        self._show_anew()
        self._fill_routines()
        self.window.set_today(self._today())
        if not self._program.settings.disclaimer_accepted:
            self.window.show_first_start(page_views.first_start_view(self._program))

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
            self._preparer.warm(self._program.chosen, self._program.settings)

    def _on_motion(self, is_reduced: bool) -> None:
        self._looks.desktop_reduces_motion = is_reduced
        self._apply_look()

    def _apply_look(self) -> None:
        self.window.take_look(self._looks.now())
