"""One thing to set: what it is called, the input, and a word about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from footroutine.ui.parts import label, set_text, tip
from footroutine.ui.theme import Space


class Cell(QWidget):
    """The name stands above the input, and wraps where the column is narrow."""

    def __init__(self, name: str, content: QWidget, note: str = "", note_help: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        caption = label(name, "label", "cellName")
        # On Linux a list is known to a screen reader by its label alone.
        caption.setBuddy(content)
        caption.setAccessibleName(content.accessibleName())
        column.addWidget(caption)
        if content.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            column.addWidget(content, 0, Qt.AlignmentFlag.AlignLeft)  # or it would narrow the whole column
        else:
            line = QHBoxLayout()
            line.addWidget(content, 1000)  # as wide as it may be; only then is there air beside it
            line.addStretch(1)
            column.addLayout(line)
        self._note = label(note, "small", "cellNote")
        self._note.setToolTip(tip(note_help))
        column.addWidget(self._note)
        self._note.setHidden(not note)
        column.addStretch()

    def say(self, note: str) -> None:
        """Change the word about it."""
        set_text(self._note, note)
        self._note.setHidden(not note)
