"""A recording searched for what should be in it, and the figures of what was found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import fmean

from footroutine.services.voice.pcm import Samples

MS = 1_000_000
NS_PER_S = 1_000_000_000
HEARD_RATE = 48_000  # of the recording
SEARCHED_MS = (-60, 160)  # around its moment a cue is looked for; elsewhere it is missed
QUIET_MS = 12  # before a cue; where there is sound but no such silence, it overlaps the one before
LOUD = 60  # of 32 768; the sink adds no noise
FRAME_MS = 10  # of the outlines that are compared
SHIFTS_MS = range(-8, 9, 2)  # tried: two outlines begin at different places within their frames
ALIKE = 0.02  # of sounds so nearly as like, the longest is heard: one may begin as another does
SILENCE = [0] * (40 // FRAME_MS)  # that follows every cue: what goes on is another one


@dataclass(frozen=True)
class Heard:
    """A recording: its samples, and the moment at which each, by its index, was heard."""

    samples: Samples
    moment_ns: Callable[[int], int]

    def index(self, at_ns: int) -> int:
        """The sample heard at a moment."""
        guess = min(max(0, (at_ns - self.moment_ns(0)) * HEARD_RATE // NS_PER_S), len(self.samples) - 1)
        return guess - (self.moment_ns(guess) - at_ns) * HEARD_RATE // NS_PER_S  # the stream may have slipped between

    def onset(self, at_ns: int, until_ns: int) -> int | None:
        """The moment of the first sample in a stretch that is not silent."""
        first = self.index(at_ns)
        for i in range(first, min(self.index(until_ns), len(self.samples))):
            if abs(self.samples[i]) > LOUD:
                return self.moment_ns(i)
        return None

    def onset_near(self, at_ns: int) -> int | None:
        """The moment nearest to `at_ns` at which sound begins after `QUIET_MS` of silence."""
        begin, end = (self.index(at_ns + ms * MS) for ms in SEARCHED_MS)
        last_loud = begin - 1
        onsets = []
        for i in range(begin, min(end, len(self.samples))):
            if abs(self.samples[i]) > LOUD:
                if i - last_loud > QUIET_MS * HEARD_RATE // 1000:
                    onsets.append(self.moment_ns(i))
                last_loud = i
        return min(onsets, key=lambda onset: abs(onset - at_ns), default=None)

    def outline(self, at_ns: int, length_ms: int) -> list[int]:
        """The loudness of each `FRAME_MS` from a moment."""
        return outline(self.samples[self.index(at_ns) : self.index(at_ns + length_ms * MS)], HEARD_RATE)

    def recognised(self, at_ns: int, due: str, outlines: Mapping[str, list[int]]) -> tuple[str, float]:
        """Which of the sounds begins at a moment, and how like it is; the one due says where the frames lie."""
        longest_ms = FRAME_MS * max(map(len, outlines.values()))
        heard = [self.outline(at_ns + ms * MS, longest_ms) for ms in SHIFTS_MS]
        placed = max(heard, key=lambda one: likeness(outlines[due], one))
        found = {name: likeness(one, placed) for name, one in outlines.items()}
        good = [name for name in found if found[name] > max(found.values()) - ALIKE]
        best = max(good, key=lambda name: len(outlines[name]))
        if due in good:  # with the silence after each, the one due may be the more like of the two
            ends = {name: outlines[name] + [0] * (len(outlines[best]) - len(outlines[name])) for name in (due, best)}
            best = max((due, best), key=lambda name: likeness(ends[name], placed))
        return best, found[best]


def outline(samples: Samples, rate: int) -> list[int]:
    """The greatest strength within each `FRAME_MS`."""
    frame = rate * FRAME_MS // 1000
    return [max(map(abs, samples[i : i + frame])) for i in range(0, len(samples) - frame + 1, frame)]


def likeness(one: list[int], other: list[int]) -> float:
    """The correlation of two outlines; 1 is the same."""
    pairs = list(zip(one, other, strict=False))
    mean_a, mean_b = fmean(a for a, _ in pairs), fmean(b for _, b in pairs)
    shared = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    spread = sum((a - mean_a) ** 2 for a, _ in pairs) * sum((b - mean_b) ** 2 for _, b in pairs)
    return shared / spread**0.5 if spread else 0.0


def quantiles(late: list[float]) -> str:
    """The least, p50, p95, p99 and the greatest."""
    late = sorted(late)
    return "".join(f"{late[min(len(late) - 1, int(len(late) * q))]:8.1f}" for q in (0, 0.5, 0.95, 0.99, 1))
