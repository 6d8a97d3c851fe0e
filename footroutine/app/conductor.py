"""The one heartbeat: clock -> player -> view, sound, history and log. Nothing else has a timer for the session."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal  # noqa: TID251 - this is the one place

from footroutine.app.session_keeper import BEGINNING, SessionKeeper, Start
from footroutine.app.session_log import SessionLog
from footroutine.domain.timeline import Cue, CueKind, Timeline
from footroutine.player.frame import Framer
from footroutine.player.player import GAP_MS, Player
from footroutine.player.record import Record
from footroutine.player.state import Command, CueDue, Effect, Ended, Moved, Paused, Phase, State
from footroutine.services.clock import NS_PER_MS, Clock
from footroutine.services.voice.speech import Sound, Speech

BEAT_MS = 33  # thirty pictures a second
AWAKE_MS = 5 * 60_000  # of a pause, for which the screen stays on
LEAD_MS = 850  # from the start to the timeline's 0: the plan of its sounds has a second to reach the playback child
MOVE_LEAD_MS = 250  # the same after a pause or a jump, in a window that is there already


@dataclass(frozen=True)
class Result:
    """A session that is over: played to its end or stopped, and what was done of it."""

    timeline: Timeline
    record: Record
    finished: bool


class Conductor(QObject):
    """Plays one timeline at a time.

    Signals:
        framed: a `Frame` to show, at every beat and after every command of a person.
        ended: the `Result`, once.
        watched: True while the screen must stay on: as long as the session runs, and for `AWAKE_MS` of a pause.
    """

    framed = Signal(object)
    ended = Signal(object)
    watched = Signal(bool)

    def __init__(
        self,
        clock: Clock,
        speech: Speech,
        log: SessionLog,
        *,
        speed: float = 1.0,
        keeper: SessionKeeper | None = None,
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self._clock = clock
        self._speech = speech
        self._log = log
        self._gap_ms = round(GAP_MS * speed)
        self._state = State()
        self._record = Record()
        self._player: Player | None = None
        self._framer: Framer | None = None
        self._began_ms = 0
        self._still_since_ms = 0
        self._is_watched = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    @property
    def is_active(self) -> bool:
        """A session is going on, running or paused."""
        return self._player is not None and self._state.phase in (Phase.RUNNING, Phase.PAUSED)

    @property
    def is_paused(self) -> bool:
        """The session stands still."""
        return self._state.phase is Phase.PAUSED

    def play(self, timeline: Timeline, start: Start = BEGINNING) -> None:
        """Begin a session, or go on with one that was left; one that is going on is stopped first."""
        self.command(Command.STOP)
        self._player = Player(timeline, self._gap_ms, MOVE_LEAD_MS)
        self._framer = Framer(timeline)
        self._state = State(position_ms=start.position_ms)
        self._record = start.record
        if self._keeper:
            self._keeper.begin(timeline, start)
        now = self._clock.now_ms() + LEAD_MS
        self._began_ms = now
        self._log.command(Command.START, start.position_ms, 0)
        # The first beat shows the first picture, which takes longest: by then the event loop has sent the plan off.
        self._follow(timeline, *self._player.command(self._state, Command.START, now), now)

    def command(self, command: Command) -> None:
        """Obey a person."""
        if self._player is None:
            return
        now = self._clock.now_ms()
        self._log.command(command, self._state.position_ms, now - self._began_ms)
        self._apply(*self._player.command(self._state, command, now), now)

    def beat(self) -> None:
        """Read the clock and do what is due."""
        if self._player is not None:
            now = self._clock.now_ms()
            self._apply(*self._player.tick(self._state, now), now)

    def _apply(self, state: State, effects: tuple[Effect, ...], now_ms: int) -> None:
        if self._player is None or self._framer is None:
            return
        timeline = self._player.timeline
        self._follow(timeline, state, effects, now_ms)
        self.framed.emit(self._framer.frame(state))
        for effect in effects:
            if isinstance(effect, Ended):
                self.ended.emit(Result(timeline, self._record, effect.finished))

    def _follow(self, timeline: Timeline, state: State, effects: tuple[Effect, ...], now_ms: int) -> None:
        """Do all that follows from what the player did, but show it."""
        self._state = state
        self._record = self._record.after(timeline, effects)
        if self._keeper:  # first of all: what is told as done is kept
            self._keeper.follow(timeline, self._record, state, effects)
        unheard = {e.cue: self._unheard(timeline.cues[e.cue]) for e in effects if isinstance(e, CueDue)}
        self._log.effects(timeline, effects, state.position_ms, now_ms - self._began_ms, unheard)
        if any(isinstance(e, Moved) for e in effects):
            self._schedule(timeline)
        if any(isinstance(e, Paused) for e in effects):
            self._still_since_ms = now_ms
        self._set_beat(now_ms)

    def _set_beat(self, now_ms: int) -> None:
        """Beat while it runs; in a pause once more, when the screen may sleep; else not at all."""
        phase = self._state.phase
        left_ms = AWAKE_MS - (now_ms - self._still_since_ms) if phase is Phase.PAUSED else 0
        wait_ms = BEAT_MS if phase is Phase.RUNNING else max(0, left_ms)
        if not wait_ms:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != wait_ms:
            self._timer.start(wait_ms)
        if self._is_watched != bool(wait_ms):
            self._is_watched = bool(wait_ms)
            self.watched.emit(self._is_watched)

    def _schedule(self, timeline: Timeline) -> None:
        """Hand over all sounds from here on, each with its absolute moment; or fall silent.

        What was kept and told since the clock was read delays no sound, and a lead is left to all of them.
        """
        self._speech.silence()  # what sounds belongs to where the session no longer is
        if self._state.phase is not Phase.RUNNING:
            return
        ahead_ms = self._state.anchor_ms - self._clock.now_ms()
        begin_ns, position = self._clock.monotonic_ns() + ahead_ms * NS_PER_MS, self._state.position_ms
        self._speech.schedule(sounds_from(timeline, position, begin_ns))
        began_ms = self._state.anchor_ms - self._began_ms
        self._log.scheduled(position, began_ms, begin_ns - position * NS_PER_MS)

    def _unheard(self, cue: Cue) -> str:
        """Why a cue is not heard; empty if it is."""
        if cue.kind is CueKind.CAPTION:
            return "caption"
        return self._speech.status_of("" if cue.tone else cue.text)


def sounds_from(timeline: Timeline, position_ms: int, now_ns: int) -> list[Sound]:
    """All that is to be heard from a position on, when that position is at `now_ns`."""
    return [_sound(cue, now_ns, position_ms) for cue in timeline.cues if _is_heard(cue, position_ms)]


def _is_heard(cue: Cue, position_ms: int) -> bool:
    return cue.end_ms > position_ms and cue.kind is not CueKind.CAPTION


def _sound(cue: Cue, now_ns: int, position_ms: int) -> Sound:
    """A cue at its absolute moment; one that was cut by a pause goes on where it was."""
    ahead_ms = cue.at_ms - position_ms
    return Sound(
        at_ns=now_ns + max(0, ahead_ms) * NS_PER_MS,
        text=None if cue.tone else cue.text,
        tone=cue.tone,
        offset_ms=max(0, -ahead_ms),
    )
