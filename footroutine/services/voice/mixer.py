"""The playback child's mixer: cues placed to the sample in the stream of buffers that the device asks for.

Pure: it is told when each buffer will be heard, and knows neither the device nor the clock.
"""

import threading
from array import array
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from footroutine.services.voice.cued import Cued
from footroutine.services.voice.pcm import RATE, Samples

NS_PER_S = 1_000_000_000
_FADE = RATE * 5 // 1000  # frames; a sound that begins or ends in its middle would click


@dataclass(slots=True)
class _Sounding:
    cued: Cued
    samples: Samples
    next: int = 0

    def take(self, frames: int) -> Samples:
        taken = self.samples[self.next : self.next + frames]
        self.next += len(taken)
        return taken


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a mixer stands: what it has still to begin, what sounds, and what fades out."""

    pending: tuple[Cued, ...]  # the next one first
    current: _Sounding | None
    tail: Samples


class Mixer:
    """Holds the sounds and the schedule; at most one sound is heard at a time.

    `tell(event, cue, at_ns)` is called where `pull` is, with "started" (at_ns: when its first sample is heard), "done"
    and "missed"; it must not block.
    """

    def __init__(self, tell: Callable[[str, Cued, int], None]) -> None:
        self.tell = tell
        self.delay_ns = 0  # what cannot be helped of a sound's lateness: the device's own delay
        self._lock = threading.Lock()
        self._sounds: dict[str, Samples] = {}
        self._pending: deque[Cued] = deque()
        self._current: _Sounding | None = None
        self._tail = array("h")  # what fades out
        self._voice_gain = self._tone_gain = 1.0

    def add(self, sound_id: str, samples: Samples) -> None:
        """Keep a sound ready under its id."""
        with self._lock:
            self._sounds[sound_id] = samples

    def schedule(self, cues: Iterable[Cued]) -> None:
        """Replace what has not begun; what sounds goes on until its end or until the next cue."""
        ordered = sorted(cues, key=lambda cue: cue.at_ns)
        with self._lock:
            sounding = self._current.cued if self._current else None
            self._pending = deque(cue for cue in ordered if cue != sounding)

    def stop(self) -> None:
        """Forget the schedule and fade out."""
        with self._lock:
            self._pending = deque()
            self._cut()

    def stands(self) -> Standing:
        """Where it stands, to go back to."""
        current = replace(self._current) if self._current else None
        return Standing(tuple(self._pending), current, self._tail[:])

    def go_back(self, standing: Standing) -> None:
        """Stand where it stood."""
        self._pending = deque(standing.pending)
        self._current = replace(standing.current) if standing.current else None
        self._tail = standing.tail[:]

    def skip(self, frames: int) -> None:
        """Let what sounds go on unheard; what should have begun meanwhile is late."""
        self._tail = array("h")
        if self._current is not None:
            self._current.next += frames

    def set_gains(self, voice: float, tone: float) -> None:
        """Loudness from 0 to 1; what sounds changes with it."""
        with self._lock:
            self._voice_gain, self._tone_gain = voice, tone

    def pull(self, frames: int, heard_ns: int) -> Samples:
        """The next `frames` samples, the first of which is heard at `heard_ns`."""
        with self._lock:
            parts: list[Samples] = []
            at = 0
            while at < frames:
                until = min(max(self._frames_to_next(heard_ns), at), frames)
                if until > at:
                    parts.append(self._render(until - at))
                    at = until
                else:
                    self._begin(heard_ns + at * NS_PER_S // RATE)
            return parts[0] if len(parts) == 1 else array("h", b"".join(p.tobytes() for p in parts))

    def _frames_to_next(self, heard_ns: int) -> int:
        if not self._pending:
            return 1 << 62
        return ((self._pending[0].at_ns - heard_ns) * RATE + NS_PER_S // 2) // NS_PER_S

    def _begin(self, at_ns: int) -> None:
        cue = self._pending.popleft().begun_at(at_ns)
        samples = self._sounds.get(cue.id)
        if samples is None or cue.late_at(at_ns - self.delay_ns):
            self.tell("missed", cue, at_ns)
            return
        if cue.offset_ms:
            samples = _faded_in(samples[cue.offset_ms * RATE // 1000 :])
            if not samples:  # it was over by then
                return
        self._cut()
        self._current = _Sounding(cue, samples)
        self.tell("started", cue, at_ns)

    def _cut(self) -> None:
        """Turn the rest of what sounds into a short fade."""
        if self._current is None:
            return
        rest = self._scaled(self._current, _FADE)
        self._tail = array("h", (s * (len(rest) - i) // (len(rest) + 1) for i, s in enumerate(rest)))
        self._current = None

    def _render(self, frames: int) -> Samples:
        out = array("h")
        if self._current is not None:
            out = self._scaled(self._current, frames)
            if self._current.next >= len(self._current.samples):
                self.tell("done", self._current.cued, 0)
                self._current = None
        out.frombytes(bytes(2 * (frames - len(out))))
        for i, sample in enumerate(self._tail[:frames]):
            out[i] = max(-32768, min(32767, out[i] + sample))
        self._tail = self._tail[frames:]
        return out

    def _scaled(self, sounding: _Sounding, frames: int) -> Samples:
        gain = self._tone_gain if sounding.cued.is_tone else self._voice_gain
        return array("h", (int(s * gain) for s in sounding.take(frames)))


def _faded_in(samples: Samples) -> Samples:
    head = array("h", (s * i // _FADE for i, s in enumerate(samples[:_FADE])))
    return head + samples[_FADE:]
