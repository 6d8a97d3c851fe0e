"""A session played from a small script, for tests of behaviour.

``start; at 27.0 skip; at 28 back; gone until 2400; at 2401 resume`` — the times are the clock's, in seconds from the
start. The clock is read at every beat; while "gone" it is not, until then.
"""

from dataclasses import dataclass, field

from footroutine.domain.timeline import Timeline
from footroutine.player.player import Player
from footroutine.player.record import Record
from footroutine.player.state import Command, CueDue, Effect, Phase, State

_EPOCH_MS = 1_000_000  # a monotonic clock starts anywhere


@dataclass
class Walk:
    """A timeline being played: its state and all the effects so far."""

    timeline: Timeline
    beat_ms: int = 250
    state: State = field(default_factory=State)
    now_ms: int = 0
    effects: list[Effect] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.player = Player(self.timeline)

    @property
    def position_s(self) -> float:
        return self.state.position_ms / 1000

    @property
    def heard(self) -> list[str]:
        return [self.timeline.cues[e.cue].text for e in self.effects if isinstance(e, CueDue)]

    @property
    def record(self) -> Record:
        return Record().after(self.timeline, self.effects)

    def tick(self, after_ms: int = 0) -> tuple[Effect, ...]:
        self.now_ms += after_ms
        return self._take(self.player.tick(self.state, _EPOCH_MS + self.now_ms))

    def press(self, command: Command) -> tuple[Effect, ...]:
        return self._take(self.player.command(self.state, command, _EPOCH_MS + self.now_ms))

    def until(self, now_ms: int) -> None:
        """Beat until the clock says so."""
        while self.now_ms < now_ms:
            self.tick(min(self.beat_ms, now_ms - self.now_ms))

    def finish(self) -> "Walk":
        while self.state.phase is Phase.RUNNING:
            self.tick(self.beat_ms)
        return self

    def _take(self, outcome: tuple[State, tuple[Effect, ...]]) -> tuple[Effect, ...]:
        self.state, effects = outcome
        self.effects += effects
        return effects


def walk(timeline: Timeline, script: str = "start") -> Walk:
    """Play a script."""
    walked = Walk(timeline)
    for line in script.split(";"):
        match line.split():
            case ["gone", "until", seconds]:
                walked.tick(round(float(seconds) * 1000) - walked.now_ms)
            case ["at", seconds, *commands]:
                walked.until(round(float(seconds) * 1000))
                for command in commands:
                    walked.press(Command(command))
            case commands:
                for command in commands:
                    walked.press(Command(command))
    return walked
