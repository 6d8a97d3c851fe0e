"""One thing to set: what it is called, the input, and a word about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footroutine.ui.parts import label
from footroutine.ui.theme import Space


class Cell(QWidget):
    """The name stands above the input, and wraps where the column is narrow."""

    def __init__(self, name: str, content: QWidget, note: str = "", note_help: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label(name, "label", "cellName"))
        if content.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            column.addWidget(content, 0, Qt.AlignmentFlag.AlignLeft)  # or it would narrow the whole column
        else:
            column.addWidget(content)
        if note:
            words = label(note, "small", "cellNote")
            words.setToolTip(note_help)
            column.addWidget(words)
        column.addStretch()
