"""The log file: where the traceback goes when something happens that no one foresaw."""

import logging
from contextlib import closing
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from footroutine.domain.errors import UserError
from footroutine.services.paths import paths_for

_LARGEST = 1_000_000  # bytes; one older file is kept beside it


def log_folder(profile: Path | None) -> Path | None:
    """Where the log is kept; None when there is no folder for it."""
    try:
        return paths_for(profile).log
    except UserError:
        return None


def write_down(error: BaseException, folder: Path | None) -> str:
    """Put an exception into the log file of that folder; the answer is the line for the person."""
    if folder is None:
        return QCoreApplication.translate("crash_log", "Something went wrong that should not.")
    file = folder / "footroutine.log"
    record = logging.LogRecord(
        "footroutine", logging.ERROR, __file__, 0, "unforeseen", None, (type(error), error, error.__traceback__)
    )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with closing(_Handler(file, maxBytes=_LARGEST, backupCount=1, encoding="utf-8")) as handler:
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            handler.handle(record)
    except OSError:
        unwritten = QCoreApplication.translate(
            "crash_log", "Something went wrong that should not, and {file} could not be written."
        )
        return unwritten.format(file=file)
    written = QCoreApplication.translate(
        "crash_log", "Something went wrong that should not. What happened is written in {file}"
    )
    return written.format(file=file)


class _Handler(RotatingFileHandler):
    def handleError(self, _record: logging.LogRecord) -> None:
        raise
