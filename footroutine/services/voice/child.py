"""A child process seen from the program: JSON lines, a deadline on every answer, and a sure end."""

import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal  # noqa: TID251 - deadlines

from footroutine.services.voice.child_io import CHILD_FLAG

_TAKEN_MS = 15
_ENDING_MS = 1_000
_LONGEST_LINE = 1 << 20
_STDERR_KEPT = 2_000

Message = dict[str, Any]


def child_command(name: str) -> list[str]:
    """The command line of the child `name` ("synthesis" or "playback"), also from a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_FLAG, name]
    return [sys.executable, "-m", f"{__package__}.{name}_child"]


def message_of(line: bytes) -> Message | None:
    """What a line of a child says; None where that is nonsense."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) and isinstance(message.get("event"), str) else None


class Child(QObject):
    """One child at a time. `ended` comes once for each start that failed or did not last, with the reason.

    Anything that is not a JSON object on its stdout counts as a failure: a child that talks nonsense is not trusted.
    """

    received = Signal(object)
    ended = Signal(str)

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None
        self._stderr = b""
        self._group = 0  # the child's own process group, which has its number
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(lambda: self._fail("it did not answer in time"))

    @property
    def running(self) -> bool:
        """True from `start` until `ended`."""
        return self._process is not None

    @property
    def pid(self) -> int:
        """The process id; 0 when there is none."""
        return self._process.processId() if self._process else 0

    def start(self, within_ms: int) -> None:
        """Start the child, which must say something within the time given."""
        self._stderr = b""
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_stderr)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self._process = process
        self._deadline.start(within_ms)
        process.start(self._command[0], self._command[1:])
        self._group = process.processId()

    def send(self, message: Message, within_ms: int | None = None, *, now: bool = False) -> None:
        """Send a message; with a time given, some answer must come within it.

        With `now` it is on its way when this returns, and does not wait for what else is done before the event loop
        goes on; a child that takes nothing holds nobody up for more than some milliseconds.
        """
        if self._process is None:
            return
        self._process.write(json.dumps(message).encode("ascii") + b"\n")
        if within_ms is not None and not self._deadline.isActive():
            self._deadline.start(within_ms)
        while now and self.running and self._process.bytesToWrite() and self._process.waitForBytesWritten(_TAKEN_MS):
            pass

    def close(self) -> None:
        """End the child, without `ended`, and wait until it is gone."""
        process = self._forget()
        if process is not None:
            self._kill(process)
            process.waitForFinished(_ENDING_MS)

    def _kill(self, process: QProcess) -> None:
        """End it and the programs that it started."""
        if sys.platform != "win32" and self._group:
            with suppress(ProcessLookupError, PermissionError):  # macOS says the second of a group that is ending
                os.killpg(self._group, signal.SIGKILL)
        process.kill()

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            message = message_of(line)
            if message is None:
                self._fail("it answered with nonsense")
                return
            self._deadline.stop()
            self.received.emit(message)
        if self._process is not None and self._process.bytesAvailable() > _LONGEST_LINE:
            self._fail("it answered with nonsense")

    def _read_stderr(self) -> None:
        if self._process is not None:
            self._stderr = (self._stderr + bytes(self._process.readAllStandardError().data()))[-_STDERR_KEPT:]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail("it did not start")

    def _on_finished(self) -> None:
        self._read()  # what it said last
        self._fail("it ended")

    def _fail(self, reason: str) -> None:
        self._read_stderr()
        process = self._forget()
        if process is not None:
            self._kill(process)
            self.ended.emit(" ".join([reason, *self._last_words()]))

    def _last_words(self) -> list[str]:
        lines = self._stderr.decode(errors="replace").strip().splitlines()
        return [f"({lines[-1].strip()[:200]})"] if lines else []

    def _forget(self) -> QProcess | None:
        self._deadline.stop()
        process, self._process = self._process, None
        if process is None:
            return None
        process.readyReadStandardOutput.disconnect(self._read)
        process.readyReadStandardError.disconnect(self._read_stderr)
        process.errorOccurred.disconnect(self._on_error)
        process.finished.disconnect(self._on_finished)
        if process.state() is QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
        return process


def _environment() -> QProcessEnvironment:
    """This program's environment, so that the child finds this package also when it is not installed."""
    environment = QProcessEnvironment.systemEnvironment()
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).parents[3])
        known = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", f"{root}{os.pathsep}{known}" if known else root)
    return environment
