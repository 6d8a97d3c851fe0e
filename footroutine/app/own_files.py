"""Back-up, restoring, export and erasing, as asked for in the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from footroutine.app.export_file import write_export
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.services.backup_file import backup, erase_all, restore
from footroutine.services.clock import today
from footroutine.ui.file_dialog import ask_where, ask_which
from footroutine.ui.views import FilesWish
from footroutine.ui.window import MainWindow


class OwnFiles(QObject):
    """Does what the window asks with all that is the person's own.

    Signals:
        replaced: settings, library and history are others now; everything is to be shown anew.
    """

    replaced = Signal()

    def __init__(self, program: Program, window: MainWindow) -> None:
        super().__init__()
        self._program, self._window = program, window
        window.files_wanted.connect(self._do)

    def _do(self, wish: FilesWish) -> None:
        {
            FilesWish.BACKUP: self._ask_backup,
            FilesWish.RESTORE: self._ask_restore,
            FilesWish.EXPORT: self._ask_export,
            FilesWish.ERASE: self._erase,
        }[wish]()

    def _ask_backup(self) -> None:
        kinds = {self.tr("Back-up"): "zip"}
        name = f"footroutine-{today()}.zip"
        ask_where(self._window, self.tr("Save a back-up"), name, kinds, lambda file, _: self._try(self._backup, file))

    def _ask_restore(self) -> None:
        kinds = {self.tr("Back-up"): "zip"}
        ask_which(self._window, self.tr("Restore a back-up"), kinds, lambda file: self._try(self._restore, file))

    def _ask_export(self) -> None:
        kinds = {self.tr("Table"): "csv", "JSON": "json"}
        name = f"footroutine-{today()}.csv"
        ask_where(self._window, self.tr("Export"), name, kinds, lambda file, _: self._try(self._export, file))

    def _backup(self, file: Path) -> None:
        backup(self._program.paths, self._program.history, file)
        self._window.show_notice(self.tr("Saved: {file}").format(file=file))

    def _export(self, file: Path) -> None:
        write_export(self._program.history, file)
        self._window.show_notice(self.tr("Saved: {file}").format(file=file))

    def _restore(self, file: Path) -> None:
        kept = restore(self._program.paths, self._program.history, file)
        is_whole = self._program.read_anew()
        self.replaced.emit()
        told = self.tr("Restored. What it replaced is kept: {files}") if kept else self.tr("Restored.")
        told = told.format(files=", ".join(path.name for path in kept))
        named = self.tr("If you use a speech program of your own, name it again in Settings.")
        self._window.show_notice(told if is_whole else f"{told} {named}")

    def _erase(self) -> None:
        try:
            erase_all(self._program.paths, self._program.history)
        except UserError as error:
            self._program.read_anew()
            self.replaced.emit()
            self._window.show_notice(str(error))
            return
        self._program.read_anew()
        self.replaced.emit()
        self._window.show_notice(self.tr("Everything is erased."))

    def _try(self, work: Callable[[Path], None], file: Path) -> None:
        try:
            work(file)
        except UserError as error:
            self._window.show_notice(str(error))
