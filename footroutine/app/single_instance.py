"""One window for each folder of settings: a second start tells the first what it was asked for, and ends.

Plain sockets, not Qt's: those need its network library, 3 MB of memory that are used for nothing else.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject

from footroutine.domain.errors import UserError

if TYPE_CHECKING:
    import socket  # late, as below: the first picture does not need it

    from PySide6.QtCore import QSocketNotifier

_PATIENCE_MS = (0, 250, 250, 500, 1_000, 2_000, 4_000)  # for a first that is just ending, or just starting
_ANSWER_WITHIN_S = 6.0
_LONGEST = 4_096  # bytes of a wish
_TOKEN = "XDG_ACTIVATION_TOKEN"  # with which a Wayland desktop lets a window come to the front
_DEAF = "Foot Routine is open already, but does not answer. Close it, then start it again."


class Wish(NamedTuple):
    """What a start of the program was asked for: the window, with a routine's session in it when there is an id.

    `in_tray`: to be there, and no more.
    """

    routine: str | None = None
    token: str = ""
    in_tray: bool = False

    @classmethod
    def of_this_start(cls, routine: str | None, *, in_tray: bool = False) -> "Wish":
        """The wish, with the desktop's leave to come to the front."""
        return cls(routine, os.environ.get(_TOKEN, ""), in_tray)


def wish_of(told: bytes) -> Wish | None:
    """What another start asks for; None where it is not understood."""
    import json  # late, as below: the first picture does not need it

    try:
        wish = Wish(**json.loads(told))
    except (ValueError, TypeError, RecursionError):
        return None
    kinds = isinstance(wish.routine, str | None), isinstance(wish.token, str), isinstance(wish.in_tray, bool)
    return wish if all(kinds) else None


class SingleInstance(QObject):
    """The first start, or a later one, for one folder of settings; `folder` is where they meet, None nowhere."""

    def __init__(self, folder: Path | None, config: Path) -> None:
        super().__init__()
        digest = QCryptographicHash.hash(os.fsencode(config.resolve()), QCryptographicHash.Algorithm.Sha256)
        name = bytes(digest.toHex().data()).decode()[:16]
        self._place = folder / f"{name}.socket" if folder else None
        self._lock = QLockFile(str(folder / f"{name}.lock") if folder else "")
        self._lock.setStaleLockTime(0)  # however old: only the end of its program makes it stale
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._answer: Callable[[Wish], str] = lambda _: ""
        self._callers: dict[socket.socket, QSocketNotifier] = {}

    def passed_on(self, wish: Wish) -> str | None:
        """Pass the wish to the first start and give its answer; None when this one is the first.

        Raises:
            UserError: there is a first, but it does not answer.
        """
        if self._place is None:
            return None
        for patience_ms in _PATIENCE_MS:
            if self._lock.tryLock(patience_ms) or self._lock.error() is not QLockFile.LockError.LockFailedError:
                return None
            with suppress(ConnectionError, FileNotFoundError):  # it is just ending, or starting
                return _ask(self._place, wish)
        raise UserError(_DEAF)

    def listen(self, answer: Callable[[Wish], str]) -> None:
        """Have every wish of a later start answered, from now on; those have waited."""
        from PySide6.QtCore import QSocketNotifier

        self._answer = answer
        if self._place:
            self._bind(self._place)
        if self._socket:
            self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_caller)

    def close(self) -> None:
        """Let the next start be the first."""
        for caller in list(self._callers):
            self._hang_up(caller)
        if self._notifier:
            self._notifier.setEnabled(False)
        if self._socket and self._place:
            self._socket.close()
            self._place.unlink(missing_ok=True)
        self._lock.unlock()  # last: whoever holds it may put its own socket there

    def _bind(self, place: Path) -> None:
        """Be reached at the place; one that died left its socket there. Where that cannot be, nobody is heard."""
        import socket

        if not hasattr(socket, "AF_UNIX"):
            return
        made = socket.socket(socket.AF_UNIX)
        try:
            place.unlink(missing_ok=True)
            made.bind(str(place))
            place.chmod(0o600)
            made.listen()
            made.setblocking(False)
        except OSError:
            made.close()
        else:
            self._socket = made

    def _on_caller(self) -> None:
        from PySide6.QtCore import QSocketNotifier

        assert self._socket
        with suppress(OSError):  # it has gone again
            caller, _ = self._socket.accept()
            caller.setblocking(False)
            notifier = QSocketNotifier(caller.fileno(), QSocketNotifier.Type.Read, self)
            notifier.activated.connect(lambda: self._hear(caller))
            self._callers[caller] = notifier

    def _hear(self, caller: "socket.socket") -> None:
        """Answer a caller; whoever says nothing that is understood is left without one."""
        import json

        with suppress(OSError, ValueError):
            if wish := wish_of(caller.recv(_LONGEST)):
                if wish.token:
                    os.environ[_TOKEN] = wish.token  # where Qt looks for it
                caller.sendall(json.dumps({"answer": self._answer(wish)}).encode())
        self._hang_up(caller)

    def _hang_up(self, caller: "socket.socket") -> None:
        notifier = self._callers.pop(caller)
        notifier.setEnabled(False)
        notifier.deleteLater()
        caller.close()


def _ask(place: Path, wish: Wish) -> str:
    """The answer of whoever listens at the place; ConnectionError or FileNotFoundError when nobody does."""
    import json
    import socket

    if not hasattr(socket, "AF_UNIX"):
        raise UserError("Foot Routine is open already.")
    with socket.socket(socket.AF_UNIX) as one:
        one.settimeout(_ANSWER_WITHIN_S)
        try:
            one.connect(str(place))
            one.sendall(json.dumps(wish._asdict()).encode())
            return str(json.loads(one.recv(_LONGEST))["answer"])
        except TimeoutError as error:
            raise UserError(_DEAF) from error
        except ValueError as error:  # it hung up without a word
            raise ConnectionError from error
