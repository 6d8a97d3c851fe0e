"""When a frame handed to the audio device will be heard."""

from collections import deque

from footroutine.services.voice.pcm import RATE

NS_PER_S = 1_000_000_000


class StreamClock:
    """Tells when each frame is heard, from the moments at which the device asked for frames.

    A device asks a little late now and then, never early: the earliest of the recent askings is the steady one. It is
    looked for in the last few seconds only, so that a device whose crystal is slow is followed. A device that asks
    later than `buffered_ns` (all that it can hold) has run dry: the stream has slipped, and what was known is void.
    """

    _BUCKET = 64  # askings
    _BUCKETS = 4

    def __init__(self, latency_ns: int, buffered_ns: int) -> None:
        self._latency_ns = latency_ns
        self._buffered_ns = buffered_ns
        self._frames = 0
        self._asked = 0
        self._earliest: deque[int] = deque(maxlen=self._BUCKETS)

    def heard_ns(self, asked_ns: int, frames: int) -> int:
        """When the first of the `frames` asked for at `asked_ns` will be heard."""
        into_stream_ns = self._frames * NS_PER_S // RATE
        start_ns = asked_ns - into_stream_ns
        if self._earliest and start_ns - min(self._earliest) > self._buffered_ns:
            self._earliest.clear()
        if not self._earliest or self._asked % self._BUCKET == 0:
            self._earliest.append(start_ns)
        self._earliest[-1] = min(self._earliest[-1], start_ns)
        self._asked += 1
        self._frames += frames
        return min(self._earliest) + into_stream_ns + self._latency_ns
