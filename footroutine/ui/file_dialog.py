"""Where to write a file, or which to read: the desktop's own question, beside which everything goes on."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from footroutine.ui.paper import Paper


def ask_where(
    parent: QWidget, title: str, name: str, kinds: Mapping[str, str], done: Callable[[Path, str], None]
) -> None:
    """Ask for a place to write to; `kinds` are endings with what they are called, the first is proposed.

    Whoever gives up is not asked again, and `done` is not called. It gets the path and the chosen kind's name.
    """
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(name)

    def use_suffix(chosen: str) -> None:
        dialog.setDefaultSuffix(_ending(kinds, chosen))

    dialog.filterSelected.connect(use_suffix)
    use_suffix(next(iter(_filters(kinds))))

    def accept(file: str) -> None:
        chosen = dialog.selectedNameFilter()
        path = Path(file)
        done(path if path.suffix else path.with_suffix(f".{_ending(kinds, chosen)}"), _name(kinds, chosen))

    dialog.fileSelected.connect(accept)
    dialog.open()


def ask_which(parent: QWidget, title: str, kinds: Mapping[str, str], done: Callable[[Path], None]) -> None:
    """Ask for a file to read."""
    dialog = _dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: done(Path(file)))
    dialog.open()


def ask_sheet(parent: QWidget, title: str, name: str, done: Callable[[Path, Paper], None]) -> None:
    """Ask where to save a printable sheet, and for which paper; the first is the one of the country."""
    papers = {
        QCoreApplication.translate("file_dialog", "Sheet, A4"): Paper.A4,
        QCoreApplication.translate("file_dialog", "Sheet, US Letter"): Paper.LETTER,
    }
    is_letter = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    names = sorted(papers, key=lambda key: (papers[key] is Paper.LETTER) != is_letter)
    ask_where(parent, title, name, dict.fromkeys(names, "pdf"), lambda file, kind: done(file, papers[kind]))


def _dialog(parent: QWidget, title: str, kinds: Mapping[str, str]) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(list(_filters(kinds)))
    return dialog


def _filters(kinds: Mapping[str, str]) -> dict[str, str]:
    """What a dialog calls each kind, and its name."""
    return {f"{name} (*.{ending})": name for name, ending in kinds.items()}


def _name(kinds: Mapping[str, str], chosen: str) -> str:
    return _filters(kinds).get(chosen, next(iter(kinds)))


def _ending(kinds: Mapping[str, str], chosen: str) -> str:
    return kinds[_name(kinds, chosen)]
