"""A moment by which something must have happened."""

from PySide6.QtCore import QObject, QTimer, Signal  # noqa: TID251 - supervision: it measures no session


class Deadline(QObject):
    """Says `passed` once, unless it is called off before."""

    passed = Signal()

    def __init__(self, within_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(within_ms)
        self._timer.timeout.connect(self.passed)

    def begin(self) -> None:
        """Count from now."""
        self._timer.start()

    def call_off(self) -> None:
        """It has happened."""
        self._timer.stop()
