"""What goes on while the window is put away: the sign in the tray, the reminders, and the start at login."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from footroutine.app.reminding import Reminding
from footroutine.app.wiring import Program
from footroutine.services.autostart import program_command, set_start_at_login
from footroutine.services.paths import profile_paths
from footroutine.ui.placing import come_forward
from footroutine.ui.tray import Tray, tray_for
from footroutine.ui.window import MainWindow


class Background(QObject):
    """Reminds, and keeps the program in the tray when its window is closed, as long as reminders are on.

    Signals:
        start_requested: the id of the routine to begin.
    """

    start_requested = Signal(str)

    def __init__(self, program: Program, window: MainWindow, is_busy: Callable[[], bool]) -> None:
        super().__init__()
        self._program, self._window = program, window
        self._tray: Tray | None = None
        self._at_login = program.settings.start_at_login
        self.reminding = Reminding(program, is_busy)
        self.reminding.start_requested.connect(self.start_requested)
        self.reminding.front_requested.connect(self._come_forward)
        self.reminding.unshown.connect(self._say)
        self.reminding.status.connect(window.set_reminder_status)
        window.reminder_test_requested.connect(self.reminding.show_test)
        window.stays = self._stays

    def begin(self, *, is_hidden: bool) -> None:
        """Be there from now on; with the window hidden, remind at once: nobody has just come to exercise."""
        self._find_tray()
        self.reminding.follow_settings()
        if is_hidden:
            self.reminding.look()

    def follow(self) -> None:
        """Do what was just chosen; a start at login that this program did not set is left alone."""
        self.reminding.follow_settings()
        wanted = self._program.settings.start_at_login
        if wanted == self._at_login:
            return
        self._at_login = wanted
        try:
            set_start_at_login(login_command(self._program) if wanted else None)
        except OSError as error:
            said = self.tr("The start at login could not be changed: {reason}.")
            self._window.show_notice(said.format(reason=error.strerror or error))

    def close(self) -> None:
        """Remind no more."""
        self.reminding.close()

    def _stays(self) -> bool:
        """Whether a closed window is only put away. It is said the first time."""
        if not self._program.settings.remind or not self._find_tray():
            return False
        if not self._program.settings.tray_told:
            self._say("Foot Routine", self.tr("It stays here and reminds you. To end it: Quit, in this sign's menu."))
            self._program.save(replace(self._program.settings, tray_told=True))
        return True

    def _find_tray(self) -> bool:
        """Whether there is a tray; at login it may come later than the program."""
        if self._tray is None and (tray := tray_for(self._window)):
            tray.start_requested.connect(lambda: self.start_requested.emit(self._program.chosen.id))
            self._tray = tray
        return self._tray is not None

    def _come_forward(self) -> None:
        come_forward(self._window)

    def _say(self, title: str, text: str) -> None:
        if self._find_tray() and self._tray:
            self._tray.say(title, text)
        else:
            self._window.show_notice(f"{title}. {text}")


def login_command(program: Program) -> list[str]:
    """What to run at login: this program with its window put away, and these very folders."""
    root = program.paths.config.parent
    profile = ["--profile", str(root)] if program.paths == profile_paths(root) else []
    return [*program_command(), "--tray", *profile]
