"""A sound at its moment, as the program and the playback child both know it."""

from dataclasses import dataclass

TONE_PREFIX = "tone:"
_LATE_NS = 80_000_000


@dataclass(frozen=True, slots=True)
class Cued:
    """The sound `id` to be heard at `at_ns` of the monotonic clock, from `offset_ms` within it."""

    id: str
    at_ns: int
    offset_ms: int = 0

    def late_at(self, now_ns: int) -> bool:
        """True when its moment has passed by so much that it is dropped: late words mislead."""
        return now_ns - self.at_ns > _LATE_NS

    @property
    def is_tone(self) -> bool:
        """True for a tone, which the playback child renders itself."""
        return self.id.startswith(TONE_PREFIX)
