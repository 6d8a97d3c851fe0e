"""The playback child's supervisor: keeps it alive, and gives a new one what the old one knew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal  # noqa: TID251 - respawning and pings

from footroutine.services.clock import Clock
from footroutine.services.voice.child import Child, Message
from footroutine.services.voice.cued import Cued

_AWAKE_WITHIN_MS = 3_000  # at first; then twice as long each time, or a computer that is slower would never have sound
_AWAKE_WITHIN_MOST_MS = 24_000
_PONG_WITHIN_MS = 2_000
_PING_EVERY_MS = 500  # the child falls silent without
_FIRST_WAIT_MS = 50
_LONGEST_WAIT_MS = 1_000  # the voice is back within 2 s of the cause ending


@dataclass(frozen=True, slots=True)
class Started:
    """A sound that is heard: when it was planned, and when its first sample was handed over to be heard."""

    id: str
    planned_ns: int
    at_ns: int


class Playback(QObject):
    """Plays sounds at their moments in a child that is started on first use and replaced when it fails.

    `known` comes whenever it is known anew whether sound works, or sounds are loaded; `sound_changed(works, reason)`
    when sound is lost, once for each outage, and when it is back.
    """

    started = Signal(object)
    missed = Signal(str)
    unreadable = Signal(str)
    known = Signal()
    sound_changed = Signal(bool, str)

    def __init__(self, command: Iterable[str], clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._child = Child(list(command), self)
        self._child.received.connect(self._on_received)
        self._child.ended.connect(self._on_ended)
        self._ping = QTimer(self, interval=_PING_EVERY_MS)
        self._ping.timeout.connect(lambda: self._child.send({"do": "ping"}, within_ms=_PONG_WITHIN_MS))
        self._respawn = QTimer(self, singleShot=True)
        self._respawn.timeout.connect(self._start)
        self._wait_ms, self._patience_ms = _FIRST_WAIT_MS, _AWAKE_WITHIN_MS
        self._works: bool | None = None  # None: not known yet
        self._loading = 0  # requests that the child has not answered
        self._paths: dict[str, Path] = {}
        self._schedule: list[Cued] = []
        self._volume: Message = {"do": "volume", "voice": 100, "tone": 100}

    @property
    def works(self) -> bool | None:
        """Whether sound is heard; None while it is not known yet."""
        return self._works

    @property
    def is_settled(self) -> bool:
        """It is known that there is no sound, or there is, and all that was given to load would be heard now."""
        return self._works is False or (self._works is True and not self._loading)

    @property
    def pid(self) -> int:
        """The child's process id; 0 when there is none."""
        return self._child.pid

    def start(self) -> None:
        """Start the child ahead of its first use."""
        if not self._child.running and not self._respawn.isActive():
            self._start()

    def load(self, paths: Mapping[str, Path]) -> None:
        """Have sounds ready under their ids; what was loaded before stays."""
        new = {sound_id: path for sound_id, path in paths.items() if self._paths.get(sound_id) != path}
        self._paths.update(new)
        self.start()
        if new:
            self._send_sounds(new)

    def schedule(self, cues: Iterable[Cued]) -> None:
        """Replace all that has not begun. What is late is dropped, never queued."""
        self._schedule = list(cues)
        self.start()
        self._send_schedule()

    def stop(self) -> None:
        """Silence, and nothing planned any more."""
        self._schedule = []
        self._child.send({"do": "stop"}, now=True)

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Loudness in percent, acting at once on what sounds."""
        self._volume = {"do": "volume", "voice": voice_percent, "tone": tone_percent}
        self._child.send(self._volume)

    def close(self) -> None:
        """End the child for good."""
        self._ping.stop()
        self._respawn.stop()
        self._child.close()

    def _start(self) -> None:
        self._loading = 0
        self._child.start(self._patience_ms)
        self._patience_ms = min(2 * self._patience_ms, _AWAKE_WITHIN_MOST_MS)
        self._child.send(self._volume)
        if self._paths:
            self._send_sounds(self._paths)
        self._send_schedule(again=True)

    def _send_sounds(self, paths: Mapping[str, Path]) -> None:
        self._loading += 1
        self._child.send({"do": "load", "sounds": {sound_id: str(path) for sound_id, path in paths.items()}})

    def _send_schedule(self, *, again: bool = False) -> None:
        """With `again`, what a fault cut goes on."""
        now_ns = self._clock.monotonic_ns()
        begun = [cue for cue in self._schedule if cue.late_at(now_ns)]
        cues = [[cue.id, cue.at_ns, cue.offset_ms] for cue in self._schedule if not cue.late_at(now_ns)]
        if again and begun:
            cut = max(begun, key=lambda cue: cue.at_ns)
            cues.append([cut.id, cut.at_ns, cut.offset_ms, True])
        self._child.send({"do": "schedule", "cues": cues}, now=not again)

    def _on_received(self, message: Message) -> None:
        match message["event"]:
            case "awake":
                self._patience_ms = _AWAKE_WITHIN_MS
                self._ping.start()
            case "ready":
                self._wait_ms = _FIRST_WAIT_MS
                self._set_works(True, "")
            case "no_sound":
                self._set_works(False, message["reason"])
            case "loaded":
                self._loading -= 1
                self.known.emit()
            case "started":
                self.started.emit(Started(message["id"], message["planned_ns"], message["at_ns"]))
            case "missed":
                self.missed.emit(message["id"])
            case "alone":
                self._send_schedule(again=True)
            case "unreadable":
                self.unreadable.emit(message["id"])

    def _on_ended(self, reason: str) -> None:
        self._ping.stop()
        self._set_works(False, f"the playback process failed: {reason}")
        self._respawn.start(self._wait_ms)
        self._wait_ms = min(2 * self._wait_ms, _LONGEST_WAIT_MS)

    def _set_works(self, works: bool, reason: str) -> None:
        before, self._works = self._works, works
        if works is not before and not (works and before is None):
            self.sound_changed.emit(works, reason)
        self.known.emit()
