"""How a screen reader is given a text to say."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text when it is free."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
