"""The window's pages, each made when it is first needed: the first picture waits for none but its own."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from footroutine.ui.look import Look, apply_look
from footroutine.ui.today_page import TodayPage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from footroutine.domain.settings import Settings
    from footroutine.ui.about_page import AboutPage
    from footroutine.ui.busy_page import BusyPage
    from footroutine.ui.done_page import DonePage
    from footroutine.ui.first_start_page import FirstStartPage
    from footroutine.ui.progress_page import ProgressPage
    from footroutine.ui.routines_page import RoutinesPage
    from footroutine.ui.session_page import SessionPage
    from footroutine.ui.settings_page import SettingsPage
    from footroutine.ui.stops_page import StopsPage

T = TypeVar("T", bound=QWidget)


class PagesWindow(QMainWindow):
    """Makes the pages, and passes on what they say as signals of its own."""

    start_requested = Signal(str)  # a routine's id
    routine_chosen = Signal(str)
    command = Signal(object)  # a `Command`
    mute_requested = Signal()
    routine_opened = Signal(str)  # to be changed
    routine_edited = Signal(object, str)  # the `Routine` as it is to be, and what was done in words
    routine_new = Signal()
    routine_duplicated = Signal(str)
    routine_deleted = Signal(str)
    routine_undo = Signal()
    period_chosen = Signal(object)  # the `Period` to be looked back on
    month_chosen = Signal(object)  # the `date` of its first day, of the calendar
    report_requested = Signal()
    progress_sheet_requested = Signal()
    files_wanted = Signal(object)  # a `FilesWish`
    handout_requested = Signal(str)  # a routine's id
    settings_changed = Signal(object)  # the new `Settings`
    hear_test_requested = Signal()
    reminder_test_requested = Signal()
    first_start_done = Signal(object)  # the new `Settings`
    desktop_theme_changed = Signal(bool)  # True: the desktop has become dark
    go_on_requested = Signal()  # with the session that was left today
    leave_requested = Signal()  # it is not gone on with
    pain_said = Signal(str, object, int)  # the moment: before, after, morning; the `Side`; the score
    pain_skipped = Signal(str)
    note_written = Signal(str)
    page_changed = Signal(str)
    looked_at = Signal()  # the window has become the one in use
    closing = Signal()

    painted = Signal()  # once, when the first picture is with the display: before any other signal of the window

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget()
        self.made: dict[str, QWidget] = {}
        self.look: Look | None = None
        self.is_painted = False
        self.stays: Callable[[], bool] = lambda: False  # whether it is only put away when it is closed
        self._ends = False
        self._settings: Settings | None = None

    def open_page(self, name: str) -> None:
        """Turn to a page, with the view it has."""
        raise NotImplementedError

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Have the first picture told of, once it is with the display."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QApplication.postEvent(self, QEvent(QEvent.Type.User))

    def customEvent(self, event: QEvent) -> None:
        """Tell of the first picture."""
        if event.type() == QEvent.Type.User:
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell that the window is looked at: the day may be another by now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.looked_at.emit()

    def begin_hidden(self) -> None:
        """Have what comes after the first picture come now: the window is not shown yet."""
        self.is_painted = True
        QApplication.postEvent(self, QEvent(QEvent.Type.User))

    def quit(self) -> None:
        """End the program, whether the window is seen or not."""
        self._ends = True
        self.close()
        QApplication.quit()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Tell the owner, who ends what is running; the window goes, or is put away."""
        self.closing.emit()
        if self._ends or _is_log_out() or not self.stays():
            super().closeEvent(event)
        else:
            event.ignore()
            self.hide()

    def take_choices(self, settings: "Settings") -> None:
        """Keep the choices that a session shows by itself."""
        self._settings = settings
        if "session" in self.made:
            self._give_choices(self.session)

    def _give_choices(self, session: "SessionPage") -> None:
        if self._settings:
            session.set_far_view_auto(self._settings.far_view_auto)
            session.set_flash(self._settings.flash)

    def page_named(self, name: str) -> QWidget:
        """The page of that name, made now if it was not yet."""
        page = getattr(self, _attribute(name))
        assert isinstance(page, QWidget)
        return page

    def forget_pages(self) -> None:
        """Have every page made anew when it is next needed: in another language."""
        if "session" in self.made:
            self.session.flash.deleteLater()  # it lies over the whole window
        for name, page in self.made.items():
            self.pages.removeWidget(page)
            page.hide()
            page.deleteLater()
            del self.__dict__[_attribute(name)]
        self.made.clear()

    def _add(self, name: str, page: T) -> T:
        self.made[name] = page
        self.pages.addWidget(page)
        if self.look:
            apply_look(page, self.look)
        return page

    @cached_property
    def today(self) -> TodayPage:
        """Today."""
        page = TodayPage()
        page.start_requested.connect(self.start_requested)
        page.routine_chosen.connect(self.routine_chosen)
        page.exercise_opened.connect(self._open_exercise)
        page.new_requested.connect(self.routine_new)
        page.go_on_requested.connect(self.go_on_requested)
        page.leave_requested.connect(self.leave_requested)
        page.day_changed.connect(self._take_day)
        page.progress_requested.connect(lambda: self.open_page("progress"))
        page.stops_requested.connect(lambda: self.open_page("stops"))
        page.pain_said.connect(self.pain_said)
        page.pain_skipped.connect(self.pain_skipped)
        return self._add("today", page)

    @cached_property
    def routines(self) -> "RoutinesPage":
        """Routines."""
        from footroutine.ui.routines_page import RoutinesPage

        page = RoutinesPage()
        page.opened.connect(self.routine_opened)
        page.edited.connect(self.routine_edited)
        page.new_requested.connect(self.routine_new)
        page.chosen.connect(self.routine_chosen)
        page.duplicated.connect(self.routine_duplicated)
        page.deleted.connect(self.routine_deleted)
        page.undo_requested.connect(self.routine_undo)
        page.handout_requested.connect(self.handout_requested)
        return self._add("routines", page)

    @cached_property
    def progress(self) -> "ProgressPage":
        """Progress."""
        from footroutine.ui.progress_page import ProgressPage
        from footroutine.ui.views import FilesWish

        page = ProgressPage()
        page.period_chosen.connect(self.period_chosen)
        page.month_chosen.connect(self.month_chosen)
        page.report_requested.connect(self.report_requested)
        page.sheet_requested.connect(self.progress_sheet_requested)
        page.export_requested.connect(lambda: self.files_wanted.emit(FilesWish.EXPORT))
        page.today_requested.connect(lambda: self.open_page("today"))
        return self._add("progress", page)

    @cached_property
    def settings_page(self) -> "SettingsPage":
        """Settings."""
        from footroutine.ui.settings_page import SettingsPage

        page = SettingsPage()
        page.changed.connect(self._take_settings)
        page.hear_test_requested.connect(self.hear_test_requested)
        page.files_wanted.connect(self.files_wanted)
        page.reminder_test_requested.connect(self.reminder_test_requested)
        return self._add("settings", page)

    @cached_property
    def about(self) -> "AboutPage":
        """About."""
        from footroutine.ui.about_page import AboutPage

        return self._add("about", AboutPage())

    @cached_property
    def first_start(self) -> "FirstStartPage":
        """The first start."""
        from footroutine.ui.first_start_page import FirstStartPage

        page = FirstStartPage()
        page.hear_test_requested.connect(self.hear_test_requested)
        page.done.connect(self.first_start_done)
        return self._add("first_start", page)

    @cached_property
    def busy(self) -> "BusyPage":
        """Between Start and the first frame."""
        from footroutine.player.state import Command
        from footroutine.ui.busy_page import BusyPage

        page = BusyPage()
        page.cancelled.connect(lambda: self.command.emit(Command.STOP))
        return self._add("busy", page)

    @cached_property
    def session(self) -> "SessionPage":
        """A session."""
        from footroutine.ui.session_page import SessionPage

        page = SessionPage()
        page.command.connect(self.command)
        page.mute_requested.connect(self.mute_requested)
        page.flash.setParent(self)  # over the whole window
        self._give_choices(page)
        self._add("session", page)
        if self.look:
            page.flash.set_look(self.look)
        return page

    @cached_property
    def done(self) -> "DonePage":
        """The end of a session."""
        from footroutine.ui.done_page import DonePage

        page = DonePage()
        page.today_requested.connect(lambda: self.open_page("today"))
        page.again_requested.connect(self.start_requested)
        page.stops.clicked.connect(lambda: self.open_page("stops"))
        page.pain.said.connect(lambda side, score: self.pain_said.emit("after", side, score))
        page.note.changed.connect(self.note_written)
        return self._add("done", page)

    @cached_property
    def stops(self) -> "StopsPage":
        """When to stop, and when to see someone."""
        from footroutine.ui.stops_page import StopsPage

        page = StopsPage()
        page.back_requested.connect(lambda: self.open_page("today"))
        return self._add("stops", page)

    def _take_settings(self, settings: "Settings") -> None:
        self.take_choices(settings)
        self.settings_changed.emit(settings)

    def _open_exercise(self, exercise_id: str) -> None:
        self.open_page("settings")
        self.settings_page.show_exercise(exercise_id)

    def _take_day(self, settings: "Settings") -> None:
        self._take_settings(settings)
        if "settings" in self.made:
            self.settings_page.show_settings(settings)


def _is_log_out() -> bool:
    """Whether the desktop is closing everything."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


def _attribute(page: str) -> str:
    return "settings_page" if page == "settings" else page
