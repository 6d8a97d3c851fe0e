"""The inputs of settings, made from their declarations in the domain, each in a cell with its name."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from footroutine.domain.settings import Option, Settings
from footroutine.ui.announce import announce
from footroutine.ui.cell import Cell
from footroutine.ui.inputs import Choice, PercentSlider, Stepper, Switch, TextLine
from footroutine.ui.several import Several


class SettingCells(QObject):
    """Makes cells, shows settings in them, and tells what is chosen; `lists` are choices that no declaration has.

    Signals:
        chosen: the name of a setting, and its value.
        refused: the name of a setting, and why what was written cannot be its value.
    """

    chosen = Signal(str, object)
    refused = Signal(str, str)

    def __init__(self, prefix: str, lists: Mapping[str, Mapping[str, str]] | None = None) -> None:
        super().__init__()
        self._prefix, self._lists = prefix, lists or {}
        self._cells: dict[str, Cell] = {}
        self._show: dict[str, Callable[[object], None]] = {}

    def make(self, name: str, option: Option, *, has_help: bool = True) -> Cell:
        """The cell of a setting."""
        note = setting_words(option.help) if has_help else ""
        self._cells[name] = Cell(setting_words(option.label), self._input(name, option), note)
        return self._cells[name]

    def show(self, settings: Settings) -> None:
        """Show settings, without telling anyone."""
        for name, show in self._show.items():
            show(getattr(settings, name))

    def say(self, name: str, text: str) -> None:
        """Say something of a setting, beside it."""
        self._cells[name].say(text)
        announce(self._cells[name], text)

    def _input(self, name: str, option: Option) -> QWidget:
        called, label = f"{self._prefix}_{name}", setting_words(option.label)
        if choices := self._choices(name, option):
            box = Choice(called, choices)
            box.setAccessibleName(label)
            box.picked.connect(lambda value: self.chosen.emit(name, value))
            self._show[name] = lambda value: box.set_value(str(value))
            return box
        if isinstance(getattr(Settings(), name), bool):
            switch = Switch("", called)
            switch.setAccessibleName(label)
            switch.toggled.connect(lambda on: self.chosen.emit(name, on))
            self._show[name] = lambda value: switch.show_state(bool(value))
            return switch
        if option.several:
            several = Several(called, {key: setting_words(text) for key, text in option.several.items()})
            several.setAccessibleName(label)
            several.changed.connect(lambda text: self.chosen.emit(name, text))
            self._show[name] = lambda value: several.set_value(str(value))
            return several
        if option.problem is not None:
            line = TextLine(called, option.problem)
            line.setAccessibleName(label)
            line.changed.connect(lambda text: self.chosen.emit(name, text))
            line.changed.connect(lambda _: self._cells[name].say(setting_words(option.help)))
            line.refused.connect(lambda why: self.refused.emit(name, f"{label}: {setting_words(why)}."))
            self._show[name] = lambda value: line.set_value(str(value))
            return line
        low, high = int(option.minimum or 0), int(option.maximum or 0)
        if option.unit == "%":
            slider = PercentSlider(called, low, high)
            slider.slider.setAccessibleName(label)
            slider.changed.connect(lambda value: self.chosen.emit(name, value))
            self._show[name] = lambda value: slider.set_value(int(str(value)))
            return slider
        stepper = Stepper(called, low, high, unit=setting_words(option.unit), step=5 if high > 100 else 1)
        stepper.name(label)
        stepper.changed.connect(lambda value: self.chosen.emit(name, int(value)))
        self._show[name] = lambda value: stepper.set_value(int(str(value)))
        return stepper

    def _choices(self, name: str, option: Option) -> Mapping[str, str]:
        """What there is to choose from; nothing where it is not a choice."""
        return self._lists.get(name) or {value: setting_words(text) for value, text in option.choices.items()}


def setting_words(text: str) -> str:
    """A word of a setting as the domain declares it, in the language of the window."""
    return QCoreApplication.translate("settings", text) if text else ""
