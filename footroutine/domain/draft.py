"""One segment of a session, before it is known how long its words take."""

from dataclasses import dataclass

from footroutine.domain.cues import Wish
from footroutine.domain.exercise import Posture, Side
from footroutine.domain.timeline import SegmentKind, Tone


@dataclass(frozen=True)
class Draft:
    """A segment to be: at least `least_ms` long, longer if its `lines` need it.

    `lines` are said one after another from the start, after the `opening` tone; the last `tail_ms` are kept free of
    them. `wishes` are placed around them. A draft that `grows` takes the lines' longest forms and the time they
    need; one that does not takes the longest forms that fit. After the line number `settle_after` there is at least
    `settle_ms` of silence, and all the rest that there is: the body is on its way.
    """

    kind: SegmentKind
    least_ms: int
    step: int | None = None
    exercise: str | None = None
    movement: str | None = None
    side: Side | None = None
    set: int | None = None
    rep: int | None = None
    posture: Posture | None = None
    opening: Tone | None = None
    lines: tuple[Wish, ...] = ()
    wishes: tuple[Wish, ...] = ()
    tail_ms: int = 0
    grows: bool = False
    settle_ms: int = 0
    settle_after: int = 0
