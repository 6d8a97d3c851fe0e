"""Output that may go away: a full disk, a terminal that is closed, a reader who has seen enough."""

import os
import sys
from contextlib import suppress
from typing import IO, Any, cast


def lasting(stream: IO[str]) -> IO[str]:
    """The stream, but what it does not take any more is told once on stderr, and all after it is dropped."""
    return cast("IO[str]", _Lasting(stream))


def let_go(stream: IO[str]) -> None:
    """Have what was not written yet, and all that follows, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class _Lasting:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all that a stream has
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError as error:
            self._lose(error)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            self._lose(error)

    def _lose(self, error: OSError) -> None:
        let_go(self._stream)
        with suppress(OSError):  # a closed terminal takes this neither
            print(f"footroutine: What is said here cannot be written ({error.strerror}).", file=sys.stderr, flush=True)
