"""The main window: a sidebar, the pages, and a line for notices. It takes values and gives signals."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footroutine.ui.look import Look, apply_look, desktop_is_dark
from footroutine.ui.page import Page
from footroutine.ui.pages_window import PagesWindow
from footroutine.ui.sidebar import Sidebar
from footroutine.ui.style import style_sheet
from footroutine.ui.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from footroutine.player.frame import Frame
    from footroutine.ui.ask_bar import NoticeBar
    from footroutine.ui.views import AboutView, DoneView, FirstStartView, RoutinesView, SettingsView, TodayView

NAME = "Foot Routine"
_WITH_SIDEBAR = ("today", "routines", "progress", "settings", "about", "stops")


class MainWindow(PagesWindow):
    """Shows one page at a time. Whoever owns it answers its signals; it decides nothing itself."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setMinimumSize(640, 480)
        self._lay_out()
        self.take_look(look)
        # A method, not a lambda: the hints outlive the window.
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._tell_desktop_theme)
        self.painted.connect(self._make_whole)
        self._open("today")

    def _lay_out(self) -> None:
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self._open)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(Space.L, Space.S, Space.L, 0)
        right.addLayout(self._notices)
        right.addWidget(self.pages, 1)
        body = QWidget()
        body.setObjectName("page")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        self.setCentralWidget(body)

    @cached_property
    def notice(self) -> "NoticeBar":
        """The line for notices."""
        from footroutine.ui.ask_bar import NoticeBar

        made = NoticeBar()
        self._notices.addWidget(made)
        if self.look:
            apply_look(made, self.look)
        return made

    def _tell_desktop_theme(self) -> None:
        self.desktop_theme_changed.emit(desktop_is_dark())

    def take_look(self, look: Look) -> None:
        """Wear a look; the signs in it come after the first picture."""
        look = look._replace(signs=self.is_painted)
        if look == self.look:
            return
        self.look = look
        sheet = style_sheet(look.theme, look.percent)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        apply_look(self, look)

    def _make_whole(self) -> None:
        """Add what the first picture does not wait for."""
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence("F11"), self).activated.connect(self.toggle_full_screen)
        if self.look:
            self.look = self.look._replace(signs=True)
            apply_look(self, self.look)

    def speak_anew(self) -> None:
        """Say everything in the language that holds now; the owner then fills the pages, and opens one."""
        self.forget_pages()
        self.__dict__.pop("notice", None)
        self.pages.setParent(None)
        self._lay_out()  # the body that was goes when the new one comes
        if self.look:
            apply_look(self, self.look)

    def set_today(self, view: "TodayView") -> None:
        """Fill the Today page, without turning to it."""
        self.today.show_view(view)

    def set_settings(self, view: "SettingsView") -> None:
        """Fill the Settings page, without turning to it."""
        self.settings_page.show_view(view)
        self.take_choices(view.settings)

    def set_about(self, view: "AboutView") -> None:
        """Fill the About page, without turning to it."""
        self.about.show_view(view)

    def show_first_start(self, view: "FirstStartView") -> None:
        """Turn to the first start."""
        self.first_start.show_view(view)
        self._open("first_start")

    def show_today(self, view: "TodayView | None" = None) -> None:
        """Turn to Today, with a new view or the one it has; Start has the focus."""
        if view:
            self.set_today(view)
        self._open("today")

    def set_routines(self, view: "RoutinesView") -> None:
        """Fill the Routines page, without turning to it."""
        self.routines.show_view(view)

    def show_routines(self, view: "RoutinesView | None" = None) -> None:
        """Turn to Routines, with a new view or the one it has."""
        if view:
            self.set_routines(view)
        self._open("routines")

    def open_page(self, name: str) -> None:
        """Turn to a page, with the view it has."""
        self._open(name)

    def show_settings(self, view: "SettingsView | None" = None) -> None:
        """Turn to Settings, with a new view or the one it has."""
        if view:
            self.set_settings(view)
        self._open("settings")

    def show_about(self, view: "AboutView | None" = None) -> None:
        """Turn to About, with a new view or the one it has."""
        if view:
            self.set_about(view)
        self._open("about")

    def show_session(self) -> None:
        """Turn to a session that is about to begin."""
        self.session.start()
        self._open("session")

    def show_frame(self, frame: "Frame") -> None:
        """Paint a frame of the session; the first one turns to it, one after its end turns no page."""
        if self.page != "session":
            if frame.finished:
                return
            self.show_session()
        self._name(frame.title)
        self.session.show_frame(frame)

    def show_done(self, view: "DoneView") -> None:
        """Turn to what was done."""
        from footroutine.ui.announce import announce

        self.done.show_view(view)
        self._open("done")
        self._name(view.headline)
        announce(self.done, view.headline)

    def show_notice(self, text: str) -> None:
        """One calm line at the top, until it is put away; an empty text takes it away."""
        if text:
            self.notice.say(text)
        elif "notice" in self.__dict__:
            self.notice.hide()

    def set_busy(self, text: str) -> None:
        """Say what is being done between Start and the first frame; an empty text goes back to Today."""
        if text:
            self.busy.say(text)
        self._open("busy" if text else "today")

    def set_muted(self, muted: bool) -> None:
        """Show whether the session is heard."""
        self.session.set_muted(muted)

    def set_voice_status(self, text: str) -> None:
        """Say beside the test buttons what came of the voice test."""
        self.settings_page.set_voice_status(text)
        if "first_start" in self.made:
            self.first_start.set_voice_status(text)

    def set_reminder_status(self, text: str) -> None:
        """Say beside its button what came of a reminder's test."""
        self.settings_page.set_reminder_status(text)

    def toggle_full_screen(self) -> None:
        """To full screen, or back."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @property
    def page(self) -> str:
        """The name of the page that is shown, such as ``today``."""
        return next((name for name, page in self.made.items() if page is self.pages.currentWidget()), "")

    def _open(self, name: str) -> None:
        changed = self.page != name
        self.pages.setCurrentWidget(self.page_named(name))
        self.sidebar.set_page(name)
        self.sidebar.setVisible(name in _WITH_SIDEBAR)
        button = self.sidebar.button(name)
        self._name(button.word if button else "")
        self._focus(name)
        if changed:
            self.page_changed.emit(name)

    def _name(self, text: str) -> None:
        """What a screen reader and the desktop's list of windows say: the page, and whose it is."""
        title = f"{text} – {NAME}" if text else NAME
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _focus(self, name: str) -> None:
        first: dict[str, Callable[[], QWidget]] = {
            "first_start": lambda: self.first_start.next,
            "today": lambda: self.today.start,
            "busy": lambda: self.busy.cancel,
            "session": lambda: self.session.controls.pause,
            "done": lambda: self.done.today,
            "stops": lambda: self.stops.back,
        }
        target = first[name]() if name in first else self.sidebar.button(name)
        if target:
            target.setFocus()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """What nothing on the page has taken scrolls it."""
        page = self.pages.currentWidget()
        if not (isinstance(page, Page) and page.turn(event.key())):
            super().keyPressEvent(event)
