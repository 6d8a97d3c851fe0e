"""Sound written well ahead of being heard, and written anew where a change of plan or loudness reaches it in time."""

from array import array
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from footroutine.services.clock import Clock
from footroutine.services.voice.cued import Cued
from footroutine.services.voice.mixer import Mixer, Standing
from footroutine.services.voice.pcm import RATE, Samples

NS_PER_S = 1_000_000_000
_AHEAD = RATE  # frames, a second of them; nobody hears it when this process gets no processor for so long
_BLOCK = RATE * 10 // 1000  # frames that are mixed, and taken back, together
_ON_ITS_WAY_NS = 10_000_000  # until the server has what is written, beside the device's own delay

Tell = Callable[[str, Cued, int], None]


class Stream(Protocol):
    """What is written to: frames counted from the beginning of each of its streams."""

    streams: int

    @property
    def start_ns(self) -> int:
        """When frame 0 is heard."""

    @property
    def delay_ns(self) -> int:
        """How long before it is heard a frame can no longer be changed."""

    def write(self, frame: int, samples: Samples) -> None:
        """Put samples at a place, instead of what was there."""


@dataclass(slots=True)
class _Block:
    frame: int
    heard_ns: int
    before: Standing
    told: list[tuple[str, Cued, int]] = field(default_factory=list)


class Ahead:
    """Fills a stream from a mixer. `tell` gets what the mixer tells, once it cannot be taken back any more."""

    def __init__(self, mixer: Mixer, stream: Stream, clock: Clock, tell: Tell) -> None:
        self._mixer, self._stream, self._clock, self._tell = mixer, stream, clock, tell
        self._blocks: deque[_Block] = deque()  # that may still be changed
        self._next = 0  # the frame to be written next
        self._next_ns = 0  # when it is heard
        self._number = 0  # of the stream that it belongs to
        mixer.tell = lambda *told: self._blocks[-1].told.append(told)

    def take_back(self) -> None:
        """Before the mixer is changed: forget what can still be changed."""
        if self._blocks:
            self._settle(self._first_open())
            self._go_back()

    def lose(self) -> None:
        """The stream has gone, with what was not heard of it."""
        now_ns = self._clock.monotonic_ns()
        while self._blocks and self._blocks[0].heard_ns < now_ns:
            self._tell_of(self._blocks.popleft())
        self._go_back()

    def fill(self) -> int:
        """Write up to the distance ahead; gives the milliseconds of sound that were not written in time."""
        first = self._first_open()
        gap_ns = 0
        if self._number != self._stream.streams:
            self._number, self._next = self._stream.streams, first
            self._mixer.skip(max(0, self._heard_ns(first) - self._next_ns) * RATE // NS_PER_S)
        self._settle(first)
        if self._next < first:
            gap_ns = (first - self._next) * NS_PER_S // RATE
            self._mixer.skip(first - self._next)
            self._next = first
        self._mixer.delay_ns = self._stream.delay_ns + _ON_ITS_WAY_NS
        begin, mixed = self._next, array("h")
        while self._next < first + _AHEAD:
            heard_ns = self._heard_ns(self._next)
            self._blocks.append(_Block(self._next, heard_ns, self._mixer.stands()))
            mixed.extend(self._mixer.pull(_BLOCK, heard_ns))
            self._next += _BLOCK
        self._next_ns = self._heard_ns(self._next)
        if mixed:
            self._stream.write(begin, mixed)
        return gap_ns // 1_000_000

    def _go_back(self) -> None:
        if self._blocks:
            first = self._blocks[0]
            self._mixer.go_back(first.before)
            self._next, self._next_ns = first.frame, first.heard_ns
            self._blocks.clear()

    def _heard_ns(self, frame: int) -> int:
        return self._stream.start_ns + frame * NS_PER_S // RATE

    def _first_open(self) -> int:
        """The first frame that can still be changed."""
        until_ns = self._clock.monotonic_ns() + self._stream.delay_ns + _ON_ITS_WAY_NS
        return max(0, -(-(until_ns - self._stream.start_ns) * RATE // NS_PER_S))

    def _settle(self, first: int) -> None:
        """Tell of what lies before a frame: it is heard now, or as good as heard."""
        while self._blocks and self._blocks[0].frame < first:
            self._tell_of(self._blocks.popleft())

    def _tell_of(self, block: _Block) -> None:
        for told in block.told:
            self._tell(*told)
