"""The display that goes away under the window: Qt would end the program at once, with words of its own."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

_BROKEN = ("The X11 connection broke", "The Wayland connection broke")
_LOST = (
    "footroutine: The display is gone, and the window with it. What you did is kept; "
    "to go on with it here: footroutine session --resume"
)


def end_with_display(end: Callable[[], object]) -> None:
    """Have `end` called when the connection to the display breaks; then the program ends, with one line on stderr.

    Qt tells of it by a message alone, and ends the process when that has been heard.
    """

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text.startswith(_BROKEN):
            try:
                end()
            finally:
                _complain(_LOST)
                os._exit(1)  # else the libraries of X complain too
        _complain(qFormatLogMessage(kind, context, text))

    qInstallMessageHandler(hear)


def _complain(text: str) -> None:
    with suppress(OSError, ValueError, AttributeError):  # stderr may be gone with the display
        print(text, file=sys.stderr, flush=True)
