"""The window from its start: the first picture as soon as can be, and all that it does not need right after it."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from footroutine.app.display import display_problem, stop_asking
from footroutine.app.first_picture import is_enough, sight_of, window_of
from footroutine.app.single_instance import SingleInstance, Wish
from footroutine.domain.errors import UserError
from footroutine.services.assets import assets_dir
from footroutine.services.paths import DESKTOP_FILE, Paths, paths_for, runtime_folder
from footroutine.services.sight_file import read_sight
from footroutine.ui.look import STYLE, prepare_application
from footroutine.ui.window import MainWindow

if TYPE_CHECKING:
    from footroutine.app.signals import EndSignals
    from footroutine.app.window_app import WindowApp
    from footroutine.app.wiring import Program


_SELDOM = 50_000, 20, 10  # as Python's own thresholds, which are 700, 10, 10


def collect_seldom() -> None:
    """Have Python's collector look through little: what there is now stays, and so does most that is made of pictures.

    To look through it again and again took a tenth of a picture's time, and now and then twice its time at once.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    gc.enable()


def run_window(profile: Path | None, routine_id: str | None, *, start: bool, in_tray: bool = False) -> int:
    """Open the window, or be in the tray without it, and stay until the end; the answer is the exit code.

    Raises:
        UserError: there is no display, the program's own data files are missing, or the routine is unknown.
    """
    if problem := display_problem():
        raise UserError(problem)
    paths, assets = paths_for(profile), assets_dir()
    sight = None if start or in_tray else read_sight(paths.cache, paths.settings)
    program = None
    if sight is None or not is_enough(sight):
        program, sight = _load(profile), None
    routine = program.routine(routine_id) if program and start else None
    instance = SingleInstance(runtime_folder(), paths.config)
    answer = instance.passed_on(Wish.of_this_start(routine.id if routine else None, in_tray=in_tray))
    if answer is not None:
        print(answer)
        return 0
    app = QApplication([*sys.argv[:1], *STYLE])
    stop_asking()
    app.setApplicationName("footroutine")
    app.setApplicationDisplayName("Foot Routine")
    app.setDesktopFileName(DESKTOP_FILE)
    prepare_application(app, sorted((assets / "fonts").glob("*.otf")))
    if program:
        window = first_window(program)
    else:
        assert sight is not None
        window = window_of(sight, assets)
    opening = Opening(window, paths, lambda: program or _load(profile), routine.id if routine else None, instance)
    sys.excepthook = opening.on_unexpected
    if in_tray:
        opening.begin_hidden()
    else:
        window.show()
    code = app.exec()
    instance.close()
    opening.close()
    if opening.failed:
        raise opening.failed
    return code


def _load(profile: Path | None) -> "Program":
    from footroutine.app.wiring import Program

    return Program.load(profile)


def first_window(program: "Program") -> MainWindow:
    """The window as it is to be seen first, still to be shown."""
    from footroutine.app.looks import Looks

    window = window_of(sight_of(program), program.assets)
    window.take_look(Looks(program).now())
    if not program.settings.disclaimer_accepted:
        from footroutine.app.page_views import first_start_view

        window.show_first_start(first_start_view(program))
    return window


class Opening(QObject):
    """Has a `WindowApp` take the window over once the first picture is there. No key that comes before then is lost.

    `failed` is why that could not be.
    """

    def __init__(
        self,
        window: MainWindow,
        paths: Paths,
        read: "Callable[[], Program]",
        start: str | None = None,
        instance: SingleInstance | None = None,
    ) -> None:
        super().__init__()
        self.window, self._paths, self._read, self._start, self._instance = window, paths, read, start, instance
        self._in_tray = False
        self._app: WindowApp | None = None
        self._ending: EndSignals | None = None
        self._unexpected: set[object] = set()
        self.failed: UserError | None = None
        window.painted.connect(self._hand_over)

    def begin_hidden(self) -> None:
        """Be in the tray; where there is none the window is minimised, else nothing would show that it runs."""
        from PySide6.QtWidgets import QSystemTrayIcon

        self._in_tray = True
        self.window.begin_hidden()
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self.window.showMinimized()

    def close(self, *, is_seen: bool = True) -> None:
        """End the session and every child process; without a word to a window that has no display."""
        if self._app:
            self._app.close(is_seen=is_seen)
        if self._ending:
            self._ending.close()

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
        self.window.show_notice(write_down(error, self._paths.log))

    def _hand_over(self) -> None:
        from footroutine.app.display_loss import end_with_display
        from footroutine.app.signals import EndSignals

        self._ending = EndSignals(self.window.quit)
        end_with_display(lambda: self.close(is_seen=False))
        try:
            program = self._read()
        except UserError as error:
            self.failed = error
            QCoreApplication.quit()
            return
        from footroutine.app.looks import Looks
        from footroutine.app.window_app import WindowApp

        looks = Looks(program)
        self._app = WindowApp(program, program.speech(), self.window, looks)
        self._app.begin(self._start, is_hidden=self._in_tray)
        if self._instance:
            self._instance.listen(self._app.grant)
        collect_seldom()
