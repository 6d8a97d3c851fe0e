"""The player: pure functions that walk a timeline against a clock's readings.

    READY --start--> RUNNING <--pause/resume--> PAUSED
    RUNNING --its end--> FINISHED;  any of these --stop--> STOPPED

The position is the clock's difference, never a count of ticks. Cues are due in the half-open window from the last
tick to this one. A gap between ticks longer than `GAP_MS` (the lid was closed) pauses at the last known position.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from footroutine.domain.timeline import Ms, SegmentKind, Timeline
from footroutine.player.state import (
    Command,
    CueDue,
    Effect,
    Ended,
    Entered,
    Left,
    Moved,
    Paused,
    PauseReason,
    Phase,
    Resumed,
    State,
)
from footroutine.player.stations import Stations

GAP_MS = 2000
BACK_GRACE_MS = 3000  # pressed later than this, "back" means the start of what is going on now

Outcome = tuple[State, tuple[Effect, ...]]


@dataclass(frozen=True)
class Player:
    """A timeline made ready for playing; `gap_ms` is the longest silence of the clock that counts as exercise.

    After a pause or a jump it moves on `lead_ms` later, so that what is to be heard at once can be got ready.
    """

    timeline: Timeline
    gap_ms: int = GAP_MS
    lead_ms: int = 0

    @cached_property
    def _stations(self) -> Stations:
        return Stations.of(self.timeline)

    @cached_property
    def _cue_times(self) -> list[int]:
        return [cue.at_ms for cue in self.timeline.cues]

    def tick(self, state: State, now_ms: int) -> Outcome:
        """Move on to the clock's reading and say what became due."""
        if state.phase is not Phase.RUNNING:
            return state, ()
        gone = now_ms - state.anchor_ms
        if gone > self.gap_ms:
            return self._pause(state, PauseReason.GAP)
        position = Ms(min(state.position_ms + max(0, gone), self.timeline.total_ms))
        effects = self._passed(state.position_ms, position)
        moved = replace(state, position_ms=position, anchor_ms=max(now_ms, state.anchor_ms))
        if position < self.timeline.total_ms:
            return moved, effects
        return replace(moved, phase=Phase.FINISHED), (*effects, Moved(), Ended(finished=True))

    def command(self, state: State, command: Command, now_ms: int) -> Outcome:
        """Obey a command; what became due before it comes first. Out of place, a command does nothing."""
        state, due = self.tick(state, now_ms)
        state, effects = self._commands[command](state, now_ms)
        return state, due + effects

    @cached_property
    def _commands(self) -> dict[Command, Callable[[State, int], Outcome]]:
        return {
            Command.START: self._start,
            Command.PAUSE: lambda state, _: self._pause(state, PauseReason.PERSON),
            Command.RESUME: self._resume,
            Command.SKIP: self._skip,
            Command.BACK: self._back,
            Command.REPEAT: lambda state, now: self._jump(state, self._step_start(state.position_ms), now),
            Command.STOP: self._stop,
        }

    def _start(self, state: State, now_ms: int) -> Outcome:
        if state.phase is not Phase.READY:
            return state, ()
        started = replace(state, phase=Phase.RUNNING, anchor_ms=now_ms)
        return started, (Entered(self.timeline.segment_index(state.position_ms)), Moved())

    def _pause(self, state: State, reason: PauseReason) -> Outcome:
        if state.phase is not Phase.RUNNING:
            return state, ()
        return replace(state, phase=Phase.PAUSED, reason=reason), (Moved(), Paused(reason))

    def _resume(self, state: State, now_ms: int) -> Outcome:
        if state.phase is not Phase.PAUSED:
            return state, ()
        return replace(state, phase=Phase.RUNNING, reason=None, anchor_ms=now_ms + self.lead_ms), (Moved(), Resumed())

    def _stop(self, state: State, _now_ms: int) -> Outcome:
        if state.phase in (Phase.FINISHED, Phase.STOPPED):
            return state, ()
        return replace(state, phase=Phase.STOPPED, reason=None), (Moved(), Ended(finished=False))

    def _skip(self, state: State, now_ms: int) -> Outcome:
        to = self._stations.after(state.position_ms)
        jumped, effects = self._jump(state, to, now_ms)
        if not effects:
            return jumped, effects
        return replace(jumped, skips=(*state.skips, (state.position_ms, to))), effects

    def _back(self, state: State, now_ms: int) -> Outcome:
        """To the start of what is going on; early in it, to what was before; straight after a skip, undo it."""
        position = state.position_ms
        station = self._stations.at(position)
        if position - station > BACK_GRACE_MS:
            return self._jump(state, station, now_ms)
        if state.skips and state.skips[-1][1] == station:
            jumped, effects = self._jump(state, state.skips[-1][0], now_ms)
            return replace(jumped, skips=state.skips[:-1]) if effects else jumped, effects
        return self._jump(state, self._stations.before(position), now_ms)

    def _step_start(self, position: Ms) -> Ms:
        """Where the exercise at a position begins; in the closing words, its last exercise's start is meant."""
        segments = self.timeline.segments
        index = self.timeline.segment_index(position)
        while index > 0 and segments[index].kind is not SegmentKind.INTRO:
            index -= 1
        return segments[index].start_ms

    def _jump(self, state: State, to: Ms, now_ms: int) -> Outcome:
        if state.phase not in (Phase.RUNNING, Phase.PAUSED):
            return state, ()
        jumped = replace(state, position_ms=to, anchor_ms=now_ms + self.lead_ms, skips=())
        if to >= self.timeline.total_ms:
            return replace(jumped, phase=Phase.FINISHED, reason=None), (Moved(), Ended(finished=True))
        return jumped, (Entered(self.timeline.segment_index(to)), Moved())

    def _passed(self, before: Ms, now: Ms) -> tuple[Effect, ...]:
        """What lies in [before, now): segments left and entered (at `now` too) and cues, in order of time."""
        timeline = self.timeline
        dated: list[tuple[int, int, Effect]] = []
        first, last = timeline.segment_index(before), timeline.segment_index(now)
        for index in range(first, last):
            end = timeline.segments[index].end_ms
            dated += [(end, 0, Left(index)), (end, 1, Entered(index + 1))]
        if now >= timeline.total_ms > before:
            dated.append((timeline.total_ms, 0, Left(last)))
        for cue in range(bisect_left(self._cue_times, before), bisect_left(self._cue_times, now)):
            dated.append((self._cue_times[cue], 2, CueDue(cue)))
        return tuple(effect for _, _, effect in sorted(dated, key=lambda d: d[:2]))
