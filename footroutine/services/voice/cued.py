"""A sound at its moment, as the program and the playback child both know it."""

from dataclasses import dataclass, replace

TONE_PREFIX = "tone:"
_LATE_NS = 80_000_000
_NS_PER_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Cued:
    """The sound `id` to be heard at `at_ns` of the monotonic clock, from `offset_ms` within it.

    What was cut by a fault `goes_on`: it is never late, but heard from where it is by then.
    """

    id: str
    at_ns: int
    offset_ms: int = 0
    goes_on: bool = False

    def late_at(self, now_ns: int) -> bool:
        """True when its moment has passed by so much that it is dropped: late words mislead."""
        return now_ns - self.at_ns > _LATE_NS

    def begun_at(self, now_ns: int) -> "Cued":
        """As it begins now, if it goes on."""
        gone_ms = max(0, now_ns - self.at_ns) // _NS_PER_MS if self.goes_on else 0
        return replace(self, at_ns=self.at_ns + gone_ms * _NS_PER_MS, offset_ms=self.offset_ms + gone_ms)

    @property
    def is_tone(self) -> bool:
        """True for a tone, which the playback child renders itself."""
        return self.id.startswith(TONE_PREFIX)
