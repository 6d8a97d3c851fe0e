"""Files: where they are, and back-up, restoring, export and erasing of all that is the person's own."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from footroutine.ui.flow import WrapLayout
from footroutine.ui.inputs import Switch
from footroutine.ui.parts import Button, label, places
from footroutine.ui.theme import Space
from footroutine.ui.views import FilesWish, Place


class FilesCard(QFrame):
    """The folders, and what can be done; erasing is asked for in two steps on the page itself."""

    wanted = Signal(FilesWish)

    def __init__(self, of: Iterable[Place]) -> None:
        super().__init__()
        self.setObjectName("files")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        sheet = places(self.tr("Files"), of)
        column.addWidget(sheet)
        inner = sheet.layout()
        assert inner
        inner.addWidget(self._buttons())
        self._question = self._erasing()
        inner.addWidget(self._question)
        self._question.hide()

    def _buttons(self) -> QWidget:
        box = QWidget()
        line = WrapLayout(box, Space.M)
        for wish, words in (
            (FilesWish.BACKUP, self.tr("Back up…")),
            (FilesWish.RESTORE, self.tr("Restore…")),
            (FilesWish.EXPORT, self.tr("Export…")),
        ):
            button = Button(words, "", f"files_{wish.value}")
            button.clicked.connect(lambda _=False, wish=wish: self.wanted.emit(wish))
            line.addWidget(button)
        self.erase = Button(self.tr("Erase all…"), "", "files_erase")
        self.erase.clicked.connect(self._ask)
        line.addWidget(self.erase)
        return box

    def _erasing(self) -> QWidget:
        box = QFrame()
        box.setObjectName("eraseQuestion")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(label(self.tr("Erase all that is yours?"), "strong"))
        goes = self.tr(
            "This erases your whole history with sessions, pain and notes, your settings, your own exercises and "
            "routines, the spoken phrases and the log. It cannot be undone. Back-ups that you saved elsewhere stay."
        )
        column.addWidget(label(goes, "body", "eraseWhat"))
        self.sure = Switch(self.tr("Yes, all of it"), "eraseSure")
        column.addWidget(self.sure)
        row = QWidget()
        line = WrapLayout(row, Space.M)
        self.keep = Button(self.tr("Keep everything"), "primary", "eraseKeep")
        self.keep.clicked.connect(self._put_away)
        self.now = Button(self.tr("Erase now"), "", "eraseNow")
        self.now.setEnabled(False)
        self.sure.toggled.connect(self.now.setEnabled)
        self.now.clicked.connect(self._erase)
        line.addWidget(self.keep)
        line.addWidget(self.now)
        column.addWidget(row)
        return box

    def _ask(self) -> None:
        self._question.show()
        QCoreApplication.sendPostedEvents()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        self._question.hide()
        self.sure.setChecked(False)
        self.erase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _erase(self) -> None:
        self._question.hide()
        self.sure.setChecked(False)
        self.wanted.emit(FilesWish.ERASE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever turns the page has not said yes."""
        super().hideEvent(event)
        self._question.hide()
        self.sure.setChecked(False)
