"""Settings: every exercise's dose first, then session, voice and look. Made from the declarations in the domain."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from footroutine.domain.settings import ExerciseChoice, Option, Settings, options
from footroutine.ui.announce import announce
from footroutine.ui.cell import Cell
from footroutine.ui.exercise_form import ExerciseForm
from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.inputs import Choice, PercentSlider, Stepper, Switch, TextLine
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.own_files import FilesCard
from footroutine.ui.parts import Button, Page, clear, label, paper
from footroutine.ui.several import Several
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
        self._cells: dict[str, Cell] = {}
        self._show: dict[str, Callable[[object], None]] = {}
        self._grids: list[ColumnsLayout] = []
        self._sheets: list[ColumnsLayout] = []
        self._status: dict[str, str] = {}

    def settings(self) -> Settings:
        """The settings as they stand on the page."""
        return self._settings

    def show_view(self, view: SettingsView) -> None:
        """Show settings; the inputs are made anew only when there is something else to set."""
        before, self._view = self._view, view
        self._settings = view.settings
        if before is None or replace(before, settings=view.settings) != view:
            self._build(view)
        for name, show in self._show.items():
            show(getattr(view.settings, name))
        for exercise_id, form in self._forms.items():
            form.show_choice(view.settings.choice(exercise_id))

    def show_exercise(self, exercise_id: str) -> None:
        """Scroll to an exercise, and put the focus there."""
        if form := self._forms.get(exercise_id):
            self._scroll_to(form)
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
        self._forms, self._cells, self._show, self._grids, self._sheets = {}, {}, {}, [], []
        sections = QWidget()
        line = WrapLayout(sections, Space.S)
        self.column.addWidget(label(self.tr("Settings"), "title"))
        self.column.addWidget(sections)
        heading = label(self.tr("Exercises"), "section")
        self._add_section(line, self.tr("Exercises"), heading)
        self.column.addWidget(heading)
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
        for section, title in titles.items():
            self._add_section(line, title, self._section(sheets, section, title, view))
        if view.places:
            files = FilesCard(view.places)
            files.wanted.connect(self.files_wanted)
            self._add_section(line, self.tr("Files"), files)
            sheets.addWidget(files)
        self.column.addStretch()
        self.chain()
        if self.look:
            apply_look(self, self.look)

    def _wide(self) -> ColumnsLayout:
        """Sheets side by side where the window is wide."""
        box = QWidget()
        self.column.addWidget(box)
        sheets = ColumnsLayout(box, Space.L, even=False)
        self._sheets.append(sheets)
        return sheets

    def _add_section(self, line: WrapLayout, title: str, target: QWidget) -> None:
        chip = Button(title, "chip", "sectionChip")
        chip.clicked.connect(lambda: self._scroll_to(target))
        line.addWidget(chip)

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
        grid = ColumnsLayout(box, Space.L, narrowest=230)
        self._grids.append(grid)
        for name, option in options().items():
            if option.section == section:
                # The voices' help is for whoever writes the file by hand: here the list itself says it.
                note = setting_words(option.help) if option.help and name != "voice_name" else ""
                self._cells[name] = Cell(setting_words(option.label), self._input(name, option, view), note)
                grid.addWidget(self._cells[name])
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

    def _input(self, name: str, option: Option, view: SettingsView) -> QWidget:
        choices = self._choices(name, option, view)
        if choices is not None:
            box = Choice(f"setting_{name}", choices)
            box.setAccessibleName(setting_words(option.label))
            box.picked.connect(lambda value: self._choose(name, value))
            self._show[name] = lambda value: box.set_value(str(value))
            return box
        if isinstance(getattr(Settings(), name), bool):
            switch = Switch("", f"setting_{name}")
            switch.setAccessibleName(setting_words(option.label))
            switch.toggled.connect(lambda on: self._choose(name, on))
            self._show[name] = lambda value: switch.show_state(bool(value))
            return switch
        if option.several:
            several = Several(f"setting_{name}", {key: setting_words(text) for key, text in option.several.items()})
            several.setAccessibleName(setting_words(option.label))
            several.changed.connect(lambda text: self._choose(name, text))
            self._show[name] = lambda value: several.set_value(str(value))
            return several
        if option.problem is not None:
            line = TextLine(f"setting_{name}", option.problem)
            line.setAccessibleName(setting_words(option.label))
            line.changed.connect(lambda text: self._choose(name, text))
            line.changed.connect(lambda _: self._cells[name].say(setting_words(option.help)))
            line.refused.connect(lambda why: self._refuse(name, option, why))
            self._show[name] = lambda value: line.set_value(str(value))
            return line
        low, high = int(option.minimum or 0), int(option.maximum or 0)
        if option.unit == "%":
            slider = PercentSlider(f"setting_{name}", low, high)
            slider.slider.setAccessibleName(setting_words(option.label))
            slider.changed.connect(lambda value: self._choose(name, value))
            self._show[name] = lambda value: slider.set_value(int(str(value)))
            return slider
        stepper = Stepper(f"setting_{name}", low, high, unit=setting_words(option.unit), step=5 if high > 100 else 1)
        stepper.name(setting_words(option.label))
        stepper.changed.connect(lambda value: self._choose(name, int(value)))
        self._show[name] = lambda value: stepper.set_value(int(str(value)))
        return stepper

    def _refuse(self, name: str, option: Option, why: str) -> None:
        told = f"{setting_words(option.label)}: {setting_words(why)}."
        if option.section == "voice":
            self.set_voice_status(told)
        else:
            self._cells[name].say(told)
            announce(self, told)

    def _choices(self, name: str, option: Option, view: SettingsView) -> Mapping[str, str] | None:
        """What there is to choose from, or None where it is not a choice."""
        if option.choices:
            return {value: setting_words(text) for value, text in option.choices.items()}
        if name == "routine":
            return {chip.id: chip.name for chip in view.routines}
        if name == "voice_name":
            return {"": self.tr("The standard voice")} | {voice.id: voice.label for voice in view.voices}
        return None

    def _scroll_to(self, target: QWidget) -> None:
        self.settle()
        self.verticalScrollBar().setValue(target.mapTo(self._body, QPoint(0, 0)).y() - Space.M)

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


def setting_words(text: str) -> str:
    """A word of a setting as the domain declares it, in the language of the window."""
    return QCoreApplication.translate("settings", text) if text else ""
