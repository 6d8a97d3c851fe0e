"""Where skip and back can land: wherever the session begins something new."""

from bisect import bisect_right
from dataclasses import dataclass

from footroutine.domain.timeline import WORK, Ms, Timeline


@dataclass(frozen=True)
class Stations:
    """Positions, in order: each segment that is not work, and the first work after one."""

    positions: tuple[Ms, ...]
    total_ms: Ms

    @classmethod
    def of(cls, timeline: Timeline) -> "Stations":
        """The stations of a timeline; the first is its start."""
        works = [s.kind in WORK for s in timeline.segments]
        starts = [s.start_ms for n, s in enumerate(timeline.segments) if not (works[n] and n and works[n - 1])]
        return cls(tuple(starts), timeline.total_ms)

    def at(self, position: int) -> Ms:
        """The station that a position belongs to."""
        return self.positions[max(0, bisect_right(self.positions, position) - 1)]

    def after(self, position: int) -> Ms:
        """The next station, or the end."""
        index = bisect_right(self.positions, position)
        return self.positions[index] if index < len(self.positions) else self.total_ms

    def before(self, position: int) -> Ms:
        """The station before the one that the position belongs to; the start has none before it."""
        return self.positions[max(0, bisect_right(self.positions, position) - 2)]
