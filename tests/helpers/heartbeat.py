"""A heart that beats in the event loop, and shows for how long the loop was kept from it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MS = 1_000_000


@dataclass(frozen=True)
class Beat:
    """A moment of the event loop, and how long this thread has waited for a processor until then."""

    at_ns: int
    waited_ns: int


def waited_ns() -> int:
    try:
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0


def waited_by_ms(pid: int) -> float:
    """How long the threads of a process have waited for a processor in all, while others had it."""
    files = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(file.read_text(encoding="ascii").split()[1]) for file in files) / MS


def longest_stall_ms(beats: list[Beat], own: Sequence[tuple[int, int]] = ()) -> float:
    """The longest time between two beats in which the program kept its event loop; not what others took from it.

    Within `own` the test itself kept it.
    """
    return max(
        (b.at_ns - a.at_ns - (b.waited_ns - a.waited_ns)) / MS
        for a, b in itertools.pairwise(beats)
        if not any(a.at_ns < end and start < b.at_ns for start, end in own)
    )
