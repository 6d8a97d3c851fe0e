"""The child's side of the line protocol: JSON lines on stdin and stdout, nothing else on stdout."""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import IO, Any

CHILD_FLAG = "--child"  # a frozen program that is started with it and a name is that child

Message = dict[str, Any]


class Wire:
    """Messages to and from the program that started this process.

    What libraries print goes to stderr, because anything else on stdout would break the protocol. When stdin closes the
    program has gone, and this process ends at once, whatever it is doing: it never outlives the program. So do the
    programs that it started: where there are process groups, they are of its own.
    """

    def __init__(self) -> None:
        if sys.platform != "win32":
            os.setpgid(0, 0)
        self._out = os.fdopen(os.dup(1), "w", encoding="ascii")
        os.dup2(2, 1)
        self._lock = threading.Lock()
        self.inbox: SimpleQueue[Message] = SimpleQueue()
        threading.Thread(target=self._read, args=(sys.stdin.buffer, self.inbox.put), daemon=True).start()

    def say(self, event: str, **details: object) -> None:
        """Send one message."""
        with self._lock:
            self._out.write(json.dumps({"event": event, **details}) + "\n")
            self._out.flush()

    @staticmethod
    def _read(lines: IO[bytes], put: Callable[[Message], None]) -> None:
        try:
            for line in lines:
                put(json.loads(line))
        finally:  # also after half a line, the last of a program that was killed
            _end()


def _end() -> None:
    if sys.platform != "win32":
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)
