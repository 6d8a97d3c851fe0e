"""Everything that a view shows at one instant, as a function of the timeline and the player's state."""

from bisect import bisect_right
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import count, takewhile
from math import ceil
from operator import attrgetter

from footroutine.domain.exercise import Moment, Movement, Posture, Sides
from footroutine.domain.phrases import badge, phrases_in
from footroutine.domain.timeline import WORK, Cue, CueKind, PlannedStep, Segment, SegmentKind, Timeline, Tone
from footroutine.player.demo import RETURN_S, demo, preview, returning, telling, waiting
from footroutine.player.record import SetKey
from footroutine.player.state import Phase, State


class Mood(StrEnum):
    """The role of the phase; a theme gives each its colour, and the phase word says it too."""

    CALM = "calm"  # told what comes; done
    READY = "ready"  # the lead-in
    EFFORT = "effort"  # hold
    MOVE = "move"  # travel, cycle
    REST = "rest"


@dataclass(frozen=True)
class Part:
    """One exercise in the bar of the whole routine: its length and how much of it has gone, 0 to 1."""

    name: str
    length_ms: int
    done: float


@dataclass(frozen=True)
class Soon:
    """The next part of the exercise that goes on: its word and its length, a rep that begins, another side's turn."""

    phase: str
    seconds: int
    rep: int | None = None
    side: str = ""


@dataclass(frozen=True)
class Frame:
    """What to show. Texts are ready to be painted; a view computes no time.

    `ring` is the part of the phase that is left (1 at its start, 0 at its end); in a travel it fills up again.
    `digits` is what the countdown says, empty where there is nothing to count; in a travel, `coming` is what the next
    count of the work will begin with. `phase_ms` is the time since the phase began. `rep` and `set` are None outside
    the work; `reps_done` fills the dots. `far` says that the posture is away from the laptop. `soon` is the next part
    within the exercise; None where what is next is something else. `next_moment` is the picture of what comes next.
    """

    title: str
    number: int
    count: int
    phase: str
    mood: Mood
    digits: str
    coming: str
    ring: float
    phase_ms: int
    caption: str
    badge: str
    rep: int | None
    reps: int
    reps_done: int
    set: int | None
    sets: int
    bar: tuple[Part, ...]
    left_ms: int
    moment: Moment | None
    soon: Soon | None
    next_title: str
    next_detail: str
    next_moment: Moment | None
    far: bool
    paused: bool
    pause_reason: str
    finished: bool

    def still(self) -> tuple[object, ...]:
        """All but what moves from beat to beat, and whole seconds left: while it is equal, nothing of it is new."""
        return (*_still(self), self.left_ms // 1000)


_MOVING = frozenset({"ring", "phase_ms", "bar", "left_ms", "moment"})
_still = attrgetter(*(each.name for each in fields(Frame) if each.name not in _MOVING))
_MOODS = {
    SegmentKind.INTRO: Mood.CALM,
    SegmentKind.POSTURE: Mood.READY,
    SegmentKind.READY: Mood.READY,
    SegmentKind.TRAVEL: Mood.MOVE,
    SegmentKind.HOLD: Mood.EFFORT,
    SegmentKind.CYCLE: Mood.MOVE,
    SegmentKind.SWITCH: Mood.READY,
    SegmentKind.REST: Mood.REST,
    SegmentKind.DONE: Mood.CALM,
}
_UNCOUNTED = frozenset({SegmentKind.INTRO, SegmentKind.TRAVEL, SegmentKind.DONE})
_AWAY = frozenset({Posture.LYING, Posture.WALL})
_COUNTING_TONES = frozenset({Tone.LAST, Tone.LEAD_IN})


class Framer:
    """Makes the frames of one timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._phrases = phrases_in(timeline.language)
        self._captions = [(c.at_ms, c.segment, c.text) for c in timeline.cues if _is_caption(c)]
        self._caption_times = [at for at, _, _ in self._captions]
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        for segment in timeline.segments:
            if segment.step is not None:
                starts.setdefault(segment.step, segment.start_ms)
                ends[segment.step] = segment.end_ms
        self._step_starts = [starts[index] for index in range(len(timeline.steps))]
        self._begun = 0, self._beginning(0)
        lengths = [(s.exercise.name, ends[n] - starts[n]) for n, s in enumerate(timeline.steps)]
        self._ahead = tuple(Part(name, length_ms, 0.0) for name, length_ms in lengths)
        self._behind = tuple(Part(name, length_ms, 1.0) for name, length_ms in lengths)

    def frame(self, state: State) -> Frame:
        """Everything to show in that state; its position is the instant shown."""
        position = state.position_ms
        index = self._timeline.segment_index(position)
        if index != self._begun[0]:
            self._begun = index, self._beginning(index)
        segment = self._timeline.segments[index]
        into, length = position - segment.start_ms, segment.end_ms - segment.start_ms
        gone = min(1.0, into / length)
        return replace(
            self._begun[1],
            digits="" if segment.kind in _UNCOUNTED else str(ceil((length - into) / 1000)),
            phase_ms=into,
            ring=gone if segment.kind is SegmentKind.TRAVEL else 1.0 - gone,
            caption=self._caption(position, segment),
            bar=self._bar(position),
            left_ms=self._timeline.total_ms - position,
            moment=self._moment(index, into),
            paused=state.phase is Phase.PAUSED,
            pause_reason=state.reason or "",
            finished=state.phase in (Phase.FINISHED, Phase.STOPPED),
        )

    def _beginning(self, index: int) -> Frame:
        """The frame as a segment begins: most of it holds to its end."""
        segment, last = self._timeline.segments[index], len(self._timeline.steps) - 1
        step = None if segment.step is None else self._timeline.steps[segment.step]
        next_title, next_detail, next_moment = self._next(segment, step)
        return Frame(
            title=step.exercise.name if step else self._phrases.last_title,
            number=(last if segment.step is None else segment.step) + 1,
            count=last + 1,
            phase=self._phase(segment, step),
            mood=_MOODS[segment.kind],
            digits="",
            coming=self._coming(index),
            phase_ms=0,
            ring=1.0,
            caption="",
            badge=badge(step.exercise, segment.side) if step and segment.side else "",
            rep=segment.rep if segment.kind in WORK else None,
            reps=step.dose.reps if step else 0,
            reps_done=self._reps_done(index),
            set=segment.set,
            sets=step.dose.sets if step else 0,
            bar=(),
            left_ms=0,
            moment=None,
            soon=self._soon(index),
            next_title=next_title,
            next_detail=next_detail,
            next_moment=next_moment,
            far=segment.posture in _AWAY and step is not None,
            paused=False,
            pause_reason="",
            finished=False,
        )

    def _bar(self, position: int) -> tuple[Part, ...]:
        now = max(0, bisect_right(self._step_starts, position) - 1)
        part, gone_ms = self._ahead[now], position - self._step_starts[now]
        done = min(1.0, max(0.0, gone_ms / part.length_ms))
        return (*self._behind[:now], replace(part, done=done), *self._ahead[now + 1 :])

    def _phase(self, segment: Segment, step: PlannedStep | None) -> str:
        if step and segment.movement:
            return step.exercise.movement(segment.movement).phase
        return self._phrases.phases[segment.kind]

    def _next(self, segment: Segment, step: PlannedStep | None) -> tuple[str, str, Moment | None]:
        """What comes next: in a rest the set it ends with, else the next exercise and where it is done."""
        steps = self._timeline.steps
        if step and segment.kind is SegmentKind.REST and segment.set and segment.side:
            moment = telling(step.exercise, segment.side)
            return self._phrases.set_title(segment.set, step.dose.sets), badge(step.exercise, segment.side), moment
        if segment.step is None or segment.step == len(steps) - 1:
            return self._phrases.last_title, self._phrases.last_detail, None
        following = steps[segment.step + 1]
        moment = telling(following.exercise, following.dose.first_side)
        return following.exercise.name, self._phrases.where[following.exercise.posture], moment

    def _soon(self, index: int) -> Soon | None:
        here, *after = self._timeline.segments[index : index + 2]
        if here.step is None or here.kind is SegmentKind.REST or after[0].step != here.step:
            return None
        coming, step = after[0], self._timeline.steps[here.step]
        return Soon(
            self._phase(coming, step),
            max(1, round((coming.end_ms - coming.start_ms) / 1000)),
            coming.rep if coming.kind in WORK and coming.rep != here.rep and step.dose.reps > 1 else None,
            badge(step.exercise, coming.side) if coming.side and coming.side is not here.side else "",
        )

    def _coming(self, index: int) -> str:
        segments = self._timeline.segments
        if segments[index].kind is not SegmentKind.TRAVEL:
            return ""
        following = next(s for s in map(segments.__getitem__, count(index)) if s.kind is not SegmentKind.TRAVEL)
        is_work = following.kind in (SegmentKind.HOLD, SegmentKind.CYCLE)
        return str(ceil((following.end_ms - following.start_ms) / 1000)) if is_work else ""

    def _caption(self, position: int, segment: Segment) -> str:
        """What was last said of this exercise, bare counts aside: the digits show those."""
        index = bisect_right(self._caption_times, position) - 1
        if index < 0:
            return ""
        _, said_in, text = self._captions[index]
        return text if self._timeline.segments[said_in].step == segment.step else ""

    def _reps_done(self, index: int) -> int:
        """The reps of this set and side that are over; on the way in or out, those before it."""
        segment = self._timeline.segments[index]
        key = SetKey.of(segment)
        if key is None:
            return 0
        if segment.rep is not None:
            return segment.rep - 1
        before = map(self._timeline.segments.__getitem__, range(index - 1, -1, -1))
        own = takewhile(lambda s: s.step == segment.step, before)  # a step is one stretch
        return max((s.rep or 0 for s in own if SetKey.of(s) == key), default=0)

    def _moment(self, index: int, into: int) -> Moment:
        """The picture: it never jumps within an exercise, whatever its last pose is."""
        segments, steps = self._timeline.segments, self._timeline.steps
        segment = segments[index]
        step = steps[-1 if segment.step is None else segment.step]
        exercise, side, seconds = step.exercise, segment.side or step.dose.first_side, into / 1000
        lasts = (segment.end_ms - segment.start_ms) / 1000
        if segment.movement:
            movement = exercise.movement(segment.movement)
            is_first = segment.rep == 1 or exercise.sides is Sides.ALTERNATING
            before = exercise.pose_before(movement.id, first=is_first)
            return Moment(exercise, side, before, movement.pose, min(1.0, seconds / lasts), seconds, movement)
        if segment.kind is SegmentKind.INTRO:
            return demo(exercise, side, seconds, lasts)
        worked = self._worked(index - 1, step) if index else None
        if worked and worked.pose != exercise.start_pose and seconds < RETURN_S:
            return returning(exercise, segments[index - 1].side or side, worked.pose, seconds)
        if index + 1 < len(segments) and (coming := self._worked(index + 1, step)):
            return preview(exercise, side, coming, lasts - seconds, lasts) or waiting(exercise, side, seconds)
        return waiting(exercise, side, seconds)

    def _worked(self, index: int, step: PlannedStep) -> Movement | None:
        """What is done in a segment, if it is work of that step."""
        segment = self._timeline.segments[index]
        if segment.step is None or not segment.movement or self._timeline.steps[segment.step] is not step:
            return None
        return step.exercise.movement(segment.movement)


def _is_caption(cue: Cue) -> bool:
    return bool(cue.text) and cue.kind is not CueKind.COUNT and cue.tone not in _COUNTING_TONES
