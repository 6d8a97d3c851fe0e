"""Every text of a window that a person can come upon: shown, read out, in a list or as a hint."""

import re
from collections.abc import Collection, Iterator

from PySide6.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QWidget

from footroutine.ui.fit_text import FitText

# The same in German, and right so.
ALIKE = {
    "English",  # each language is called by its own name, so that whoever speaks it finds it
    "Deutsch",
    "Start",
    "Normal",
    "Routine",
    "R",  # keys
    "M",
    "F",
    "F11",
    "Esc",
    "s",  # units
    "qt_spinbox_lineedit",  # Qt's own
}


def shown_texts(root: QWidget) -> Iterator[str]:
    """The texts of a widget and of everything in it, hidden pieces too."""
    for widget in [root, *root.findChildren(QWidget)]:
        yield from (widget.accessibleName(), widget.toolTip(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton | FitText):
            yield widget.text if isinstance(widget, FitText) else widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        if isinstance(widget, QDoubleSpinBox):
            yield widget.suffix()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def own_words(texts: Collection[str], given: Collection[str]) -> set[str]:
    """Those texts in which words are left once everything that was given to show is taken out."""
    longest_first = sorted(filter(None, (*given, "Foot Routine")), key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest_first), re.IGNORECASE)
    left = {text.strip(): pattern.sub("", text) for text in texts}
    return {text for text, rest in left.items() if re.search(r"[^\W\d_]", rest)} - ALIKE
