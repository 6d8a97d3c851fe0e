"""The first picture: a window with its first page, as soon as can be. All that it does not need comes after it."""

import gc
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from footroutine.app.display import display_problem
from footroutine.app.display_loss import end_with_display
from footroutine.app.language import speak_chosen
from footroutine.app.looks import Looks
from footroutine.app.signals import EndSignals
from footroutine.app.single_instance import SingleInstance, Wish
from footroutine.app.today_view import first_view
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.services.paths import runtime_folder
from footroutine.ui.look import prepare_application
from footroutine.ui.placing import place_window
from footroutine.ui.window import MainWindow

if TYPE_CHECKING:
    from footroutine.app.window_app import WindowApp


def run_window(profile: Path | None, routine_id: str | None, *, start: bool, in_tray: bool = False) -> int:
    """Open the window, or be in the tray without it, and stay until the end; the answer is the exit code.

    Raises:
        UserError: there is no display, the program's own data files are missing, or the routine is unknown.
    """
    if problem := display_problem():
        raise UserError(problem)
    program = Program.load(profile)
    routine = program.routine(routine_id) if start else None
    instance = SingleInstance(runtime_folder(), program.paths.config)
    answer = instance.passed_on(Wish.of_this_start(routine.id if routine else None, in_tray=in_tray))
    if answer is not None:
        print(answer)
        return 0
    app = QApplication(sys.argv[:1])
    app.setApplicationName("footroutine")
    app.setApplicationDisplayName("Foot Routine")
    app.setDesktopFileName("footroutine")
    prepare_application(app, sorted((program.assets / "fonts").glob("*.otf")))
    opening = Opening(program, routine.id if routine else None, instance, in_tray=in_tray)
    ending = EndSignals(opening.window.quit)
    end_with_display(lambda: opening.close(is_seen=False))
    sys.excepthook = opening.on_unexpected
    if not in_tray:
        opening.window.show()
    else:
        opening.window.begin_hidden()
        if not QSystemTrayIcon.isSystemTrayAvailable():
            opening.window.showMinimized()  # else nothing would show that it runs
    code = app.exec()
    instance.close()
    ending.close()
    opening.close()
    return code


def first_window(program: Program, looks: Looks) -> MainWindow:
    """The window with its first page, still to be shown."""
    speak_chosen(program)
    window = MainWindow(looks.now())
    if program.settings.disclaimer_accepted:
        window.show_today(first_view(program, program.chosen))
    else:
        from footroutine.app.page_views import first_start_view  # late: it is needed but once

        window.show_first_start(first_start_view(program))
    place_window(window, program.settings)
    return window


class Opening(QObject):
    """Has a `WindowApp` take the window over once the first picture is there, before any key or click is looked at."""

    def __init__(
        self, program: Program, start: str | None, instance: SingleInstance | None = None, *, in_tray: bool = False
    ) -> None:
        super().__init__()
        self._program, self._start, self._instance, self._in_tray = program, start, instance, in_tray
        self._looks = Looks(program)
        self._app: WindowApp | None = None
        self._unexpected: set[object] = set()
        self.window = first_window(program, self._looks)
        self.window.painted.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def close(self, *, is_seen: bool = True) -> None:
        """End the session and every child process; without a word to a window that has no display."""
        if self._app:
            self._app.close(is_seen=is_seen)

    def on_unexpected(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """What no one foresaw goes to the log file; the person is told in one line, and the program goes on.

        The same thing at the same place is told once: at thirty pictures a second it would fill the disk.
        """
        from footroutine.app.crash_log import write_down

        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = (type(error), trace and (trace.tb_frame.f_code, trace.tb_lineno))
        if place in self._unexpected:
            return
        self._unexpected.add(place)
        self.window.show_notice(write_down(error, self._program.paths.log))

    def _hand_over(self) -> None:
        gc.enable()
        from footroutine.app.window_app import WindowApp

        self._app = WindowApp(self._program, self._program.speech(), self.window, self._looks)
        self._app.begin(self._start, is_hidden=self._in_tray)
        if self._instance:
            self._instance.listen(self._app.grant)
