"""Settings: every exercise's dose first, then session, voice and look. Made from the declarations in the domain."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from footroutine.domain.settings import ExerciseChoice, Settings, options
from footroutine.ui.announce import announce
from footroutine.ui.exercise_form import ExerciseForm
from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.own_files import FilesCard
from footroutine.ui.page import Page
from footroutine.ui.parts import Button, clear, label, paper
from footroutine.ui.section_pills import SectionPills
from footroutine.ui.setting_cells import SettingCells
from footroutine.ui.theme import Size, Space
from footroutine.ui.views import FilesWish, SettingsView


class SettingsPage(Page, Themed):
    """Takes a `Settings`, gives back a new one at every change. There is no Save button."""

    changed = Signal(Settings)
    hear_test_requested = Signal()
    files_wanted = Signal(FilesWish)
    reminder_test_requested = Signal()

    def __init__(self) -> None:
        super().__init__("settingsPage", widest=1640)
        self._view: SettingsView | None = None
        self._settings = Settings()
        self._forms: dict[str, ExerciseForm] = {}
        self._inputs = SettingCells("setting")
        self._grids: list[ColumnsLayout] = []
        self._sheets: list[ColumnsLayout] = []
        self._status: dict[str, str] = {}
        self._pills: SectionPills | None = None

    def settings(self) -> Settings:
        """The settings as they stand on the page."""
        return self._settings

    def show_view(self, view: SettingsView) -> None:
        """Show settings; the inputs are made anew only when there is something else to set."""
        before, self._view = self._view, view
        self._settings = view.settings
        if before is None or replace(before, settings=view.settings) != view:
            self._build(view)
        self._inputs.show(view.settings)
        for exercise_id, form in self._forms.items():
            form.show_choice(view.settings.choice(exercise_id))

    def show_settings(self, settings: Settings) -> None:
        """Show what was chosen elsewhere."""
        if self._view:
            self.show_view(replace(self._view, settings=settings))

    def show_exercise(self, exercise_id: str) -> None:
        """Scroll to an exercise, and put the focus there."""
        if form := self._forms.get(exercise_id):
            if self._pills:
                self._pills.go(form)
            form.included.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_setting(self, name: str) -> None:
        """Scroll to a setting, and put the focus there."""
        self.settle()
        if found := self.findChild(QWidget, f"setting_{name}"):
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(found, 0, self.viewport().height() // 3)

    def set_voice_status(self, text: str) -> None:
        """Say what came of the voice test."""
        self._say("voice", text)

    def set_reminder_status(self, text: str) -> None:
        """Say what came of a reminder's test."""
        self._say("reminder", text)

    def _say(self, what: str, text: str) -> None:
        self._status[what] = text
        if status := self.findChild(QLabel, f"{what}Status"):
            status.setText(text)
            status.setVisible(bool(text))
        if text and self.isVisible():
            announce(self, text)

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider columns."""
        super().set_look(look)
        for grid in self._grids:
            grid.set_narrowest(look.px(Size.BODY) * 15)
        for sheets in self._sheets:
            sheets.set_narrowest(look.px(Size.BODY) * 46)

    def _build(self, view: SettingsView) -> None:
        clear(self.column)
        self._forms, self._grids, self._sheets = {}, [], []
        self._inputs = SettingCells("setting", self._lists(view))
        self._inputs.chosen.connect(self._choose)
        self._inputs.refused.connect(self._refuse)
        if self._pills:
            self._pills.deleteLater()
        self._pills = pills = SectionPills(self)
        kept = label(self.tr("Every change is kept at once."), "muted", "settingsKept")
        self._add_heading(label(self.tr("Settings"), "title"), kept)
        self.column.addWidget(pills.place_holder)
        heading = label(self.tr("Exercises"), "section")
        pills.add(self.tr("Exercises"), heading)
        whose = self.tr("They count in every routine, unless it has its own: see the page Routines.")
        self._add_heading(heading, label(whose, "muted", "settingsWhose"))
        forms, sheets = self._wide(), self._wide()
        for exercise in view.exercises:
            form = ExerciseForm(exercise, view.sources)
            form.changed.connect(self._choose_exercise)
            self._forms[exercise.id] = form
            forms.addWidget(form)
        titles = {
            "session": self.tr("Session"),
            "day": self.tr("Your day"),
            "reminders": self.tr("Reminders"),
            "voice": self.tr("Voice and sounds"),
            "look": self.tr("Look"),
        }
        short = {"voice": self.tr("Voice")}  # with it, the pills are one line in a small window
        for section, title in titles.items():
            pills.add(short.get(section, title), self._section(sheets, section, title, view))
        if view.places:
            files = FilesCard(view.places)
            files.wanted.connect(self.files_wanted)
            pills.add(self.tr("Files"), files)
            sheets.addWidget(files)
        self.column.addStretch()
        self.chain()
        if first := next(iter(self._forms.values()), None):
            pills.chain(first.included)
        pills.show()
        if self.look:
            apply_look(self, self.look)

    def _add_heading(self, title: QLabel, words: QLabel) -> None:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(Space.XS)
        lines.addWidget(title)
        lines.addWidget(words)
        self.column.addWidget(box)

    def _wide(self) -> ColumnsLayout:
        """Sheets side by side where the window is wide."""
        box = QWidget()
        self.column.addWidget(box)
        sheets = ColumnsLayout(box, Space.L, even=False)
        self._sheets.append(sheets)
        return sheets

    def _section(self, sheets: ColumnsLayout, section: str, title: str, view: SettingsView) -> QWidget:
        sheet, inner = paper(title, f"section_{section}")
        if section == "voice":
            test = Button(self.tr("Test the voice"), "", "voiceTest", "speaker-high-fill")
            test.clicked.connect(self.hear_test_requested)
            self._add_test(inner.addWidget, test, "voice")
        if section == "reminders":
            test = Button(self.tr("Show me one now"), "", "reminderTest", "bell-fill")
            test.clicked.connect(self.reminder_test_requested)
            self._add_test(inner.addWidget, test, "reminder")
        box = QWidget()
        grid = ColumnsLayout(box, Space.L, narrowest=230, line_up=True)
        self._grids.append(grid)
        for name, option in options().items():
            if option.section == section:
                # The voices' help is for whoever writes the file by hand: here the list itself says it.
                grid.addWidget(self._inputs.make(name, option, has_help=name != "voice_name"))
        inner.addWidget(box)
        sheets.addWidget(sheet)
        return sheet

    def _add_test(self, add: Callable[[QWidget], None], test: Button, what: str) -> None:
        box = QWidget()
        row = WrapLayout(box, Space.M)
        row.addWidget(test)
        add(box)
        status = label(self._status.get(what, ""), "muted", f"{what}Status")
        status.setVisible(bool(self._status.get(what)))
        add(status)

    def _refuse(self, name: str, told: str) -> None:
        if options()[name].section == "voice":
            self.set_voice_status(told)
        else:
            self._inputs.say(name, told)

    def _lists(self, view: SettingsView) -> Mapping[str, Mapping[str, str]]:
        """What there is to choose from where the declaration cannot know it."""
        voices = {"": self.tr("The standard voice")} | {voice.id: voice.label for voice in view.voices}
        return {"routine": {chip.id: chip.name for chip in view.routines}, "voice_name": voices}

    def _choose(self, name: str, value: object) -> None:
        self._take(replace(self._settings, **{name: value}))  # type: ignore[arg-type]  # names are the fields' own

    def _choose_exercise(self, exercise_id: str, choice: ExerciseChoice) -> None:
        chosen = {**self._settings.exercises, exercise_id: choice}
        if choice == ExerciseChoice():
            del chosen[exercise_id]
        self._take(replace(self._settings, exercises=MappingProxyType(chosen)))

    def _take(self, settings: Settings) -> None:
        self._settings = settings
        self.changed.emit(settings)
