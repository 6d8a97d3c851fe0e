"""What happened in a session, one JSON object a line, for tests and other programs. Its shape is kept stable."""

import json
from collections.abc import Callable
from typing import IO, Any

from footroutine.app.lasting_output import let_go
from footroutine.app.timeline_json import cue_json, segment_json
from footroutine.domain.timeline import Timeline
from footroutine.player.state import Command, CueDue, Effect, Ended, Entered, Paused, Resumed


class SessionLog:
    """Writes events to an open text file, each at once; with no file it writes nothing.

    `planned_ms` is the event's place in the plan, `actual_ms` the session's position when it happened, `clock_ms` the
    clock's milliseconds since the session began, pauses included. `tell` is told once when the file takes no more; the
    session goes on.
    """

    def __init__(self, file: IO[str] | None = None) -> None:
        self._file = file
        self.tell: Callable[[str], object] = lambda _: None

    def effects(
        self, timeline: Timeline, effects: tuple[Effect, ...], position_ms: int, clock_ms: int, spoken: dict[int, str]
    ) -> None:
        """Write what the player's effects mean; `spoken` says of a cue's index why it is not heard ("" if it is)."""
        for effect in effects:
            match effect:
                case Entered(index):
                    segment = timeline.segments[index]
                    self._write("segment", segment.start_ms, position_ms, clock_ms, segment_json(segment))
                case CueDue(index):
                    cue = timeline.cues[index]
                    heard = {"spoken": spoken.get(index) or True}
                    self._write("cue", cue.at_ms, position_ms, clock_ms, cue_json(cue) | heard)
                case Paused(reason):
                    self._write("paused", position_ms, position_ms, clock_ms, {"reason": reason.value})
                case Resumed():
                    self._write("resumed", position_ms, position_ms, clock_ms, {})
                case Ended(finished):
                    self._write("done", timeline.total_ms, position_ms, clock_ms, {"finished": finished})

    def command(self, command: Command, position_ms: int, clock_ms: int) -> None:
        """Write a person's command."""
        self._write("command", position_ms, position_ms, clock_ms, {"command": command.value})

    def scheduled(self, position_ms: int, clock_ms: int, origin_ns: int) -> None:
        """Write where the plan now lies: its 0 is at `origin_ns` of the clock that all processes share."""
        self._write("scheduled", position_ms, position_ms, clock_ms, {"origin_ns": origin_ns})

    def voice(self, what: str, position_ms: int, clock_ms: int, planned_ms: int | None = None, text: str = "") -> None:
        """Write news of the voice: a sound that began at the speakers, a notice."""
        planned = position_ms if planned_ms is None else planned_ms
        self._write("voice", planned, position_ms, clock_ms, {"what": what, "text": text})

    def _write(self, event: str, planned_ms: int, actual_ms: int, clock_ms: int, details: dict[str, Any]) -> None:
        if self._file is None:
            return
        head = {"event": event, "planned_ms": planned_ms, "actual_ms": actual_ms, "clock_ms": clock_ms}
        try:
            self._file.write(json.dumps(head | details, ensure_ascii=False) + "\n")
            self._file.flush()
        except OSError as error:
            file, self._file = self._file, None
            let_go(file)
            self.tell(f"{file.name}: cannot be written ({error.strerror}). The session goes on without.")
