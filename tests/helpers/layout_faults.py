"""What cannot be read or reached in a window."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from footroutine.ui.page import Page
from footroutine.ui.window import MainWindow


def shown(root: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (w for w in root.findChildren(kind) if w.isVisible())


def where(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def faults(window: MainWindow) -> list[str]:
    """Every text that is cut off, and everything that lies outside what can be seen or scrolled to."""
    found = []
    for widget in shown(window, QLabel):
        assert isinstance(widget, QLabel)
        if not widget.text():
            continue
        room = widget.size()
        need = widget.sizeHint()
        tall = widget.heightForWidth(room.width()) if widget.wordWrap() else need.height()
        if tall > room.height() or (not widget.wordWrap() and need.width() > room.width()):
            found.append(f"cut off: {widget.objectName()} {widget.text()!r} {room} needs {need} {tall}")
        words = re.split(r"[\s/-]+", widget.text())
        widest = max(words, key=widget.fontMetrics().horizontalAdvance)
        if widget.wordWrap() and widget.fontMetrics().horizontalAdvance(widest) > room.width():
            found.append(f"cut off: {widget.objectName()} {widest!r} {room}")
    for box in shown(window, QDoubleSpinBox):
        assert isinstance(box, QDoubleSpinBox)
        line = box.lineEdit()
        text = QSize(line.fontMetrics().horizontalAdvance(box.text()), line.fontMetrics().height())
        if line.width() < text.width() or line.height() < text.height():
            found.append(f"cut off: {box.objectName()} {box.text()!r} {line.size()} needs {text}")
    for chosen in shown(window, QComboBox):
        assert isinstance(chosen, QComboBox)
        option = QStyleOptionComboBox()
        chosen.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = chosen.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, chosen)
        if chosen.fontMetrics().horizontalAdvance(chosen.currentText()) > place.width():
            found.append(f"cut off: {chosen.objectName()} {chosen.currentText()!r} {place}")
    for kind in (QAbstractButton, QComboBox):
        for control in shown(window, kind):
            least = control.minimumSizeHint()
            if control.width() < least.width() or control.height() < least.height():
                found.append(f"squeezed: {control.objectName()} {control.size()} needs {least}")
    for widget in shown(window, QWidget):
        place, parent = where(widget, window), widget.parentWidget()
        if place.left() < 0 or place.right() >= window.width():
            found.append(f"beside the window: {widget.objectName() or widget} {place}")
        in_page = any(page.isAncestorOf(widget) for page in window.findChildren(Page))
        if not in_page and parent is not None and not where(parent, window).contains(place):
            found.append(f"outside its place: {widget.objectName() or widget} {place}")
    return found
