"""Any number of several things, each a chip that stays down."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footroutine.ui.flow import WrapLayout
from footroutine.ui.parts import Button
from footroutine.ui.theme import Space


class Several(QWidget):
    """Its value is a text that names those that are chosen: ``sat, sun``."""

    changed = Signal(str)

    def __init__(self, name: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName(name)
        line = WrapLayout(self, Space.XS)
        self._chips: dict[str, Button] = {}
        for key, text in choices.items():
            chip = Button(text, "chip", f"{name}_{key}")
            chip.setCheckable(True)
            chip.flipped.connect(lambda: self.changed.emit(self.value()))
            self._chips[key] = chip
            line.addWidget(chip)

    def value(self) -> str:
        """Those that are chosen, in their own order."""
        return ", ".join(key for key, chip in self._chips.items() if chip.isChecked())

    def set_value(self, value: str) -> None:
        """Show a choice without telling anyone."""
        chosen = value.lower().replace(",", " ").split()
        for key, chip in self._chips.items():
            chip.show_checked(key in chosen)
