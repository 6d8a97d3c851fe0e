"""The playback child: plays each cue at its moment. Run as a module; see `child_io` for the protocol.

In: load {sounds: {id: path}}, schedule {cues: [[id, at_ns, offset_ms, goes_on or nothing], ...]}, stop,
volume {voice, tone}, ping.
Out: awake, ready, no_sound {reason}, loaded, started / done / missed {id, planned_ns, at_ns},
unreadable {id, reason}, pong, alone (the program was not heard of for a while, so the schedule was forgotten).
"""

import os
from pathlib import Path
from queue import Empty

from footroutine.domain.timeline import Tone
from footroutine.services.clock import Clock, SystemClock
from footroutine.services.voice.child_io import Message, Wire
from footroutine.services.voice.cued import TONE_PREFIX, Cued
from footroutine.services.voice.mixer import Mixer
from footroutine.services.voice.outputs import DeviceLostError, best_output
from footroutine.services.voice.pcm import RATE, BadSoundError, read_wav
from footroutine.services.voice.tones import render

_TURN_S, _EAGER_TURN_S = 0.05, 0.01  # how often the output is looked after: while sound flows, and until it does
_ALONE_NS = 1_800_000_000  # without a ping for this long the program is frozen: nobody sees what is still being said


class _Player:
    def __init__(self, wire: Wire, clock: Clock) -> None:
        self._wire, self._clock = wire, clock
        self._mixer = Mixer(self._tell)
        self._output = best_output(self._mixer, clock, self._tell)
        self._works: bool | None = None
        self._alone = False
        self._pinged_ns = clock.monotonic_ns()
        for tone in Tone:
            self._mixer.add(TONE_PREFIX + tone, render(tone, RATE))

    def run(self) -> None:
        self._wire.say("awake")
        while True:
            self._look_after_output()
            try:
                message = self._wire.inbox.get(timeout=_TURN_S if self._works else _EAGER_TURN_S)
            except Empty:
                self._look_after_program()  # after a stall of this process its messages wait, and are no silence
                continue
            getattr(self, "_on_" + message["do"])(message)

    def _look_after_output(self) -> None:
        try:
            self._output.look_after()
        except DeviceLostError:
            self._wire.say("no_sound", reason="the audio device stopped")
            os._exit(1)  # the program starts a new one
        if self._output.works is not self._works:
            self._works = self._output.works
            if self._works:
                self._wire.say("ready")
            elif self._works is False:
                self._wire.say("no_sound", reason=self._output.why_not)

    def _look_after_program(self) -> None:
        if not self._alone and self._clock.monotonic_ns() - self._pinged_ns > _ALONE_NS:
            self._alone = True
            self._on_stop({})

    def _tell(self, event: str, cue: Cued, at_ns: int) -> None:
        """From an audio thread, it may be, which must not wait for a pipe: leave it for the main thread."""
        details = {"id": cue.id, "planned_ns": cue.at_ns, "at_ns": at_ns}
        self._wire.inbox.put({"do": "tell", "event": event, "details": details})

    def _on_tell(self, message: Message) -> None:
        self._wire.say(message["event"], **message["details"])

    def _on_load(self, message: Message) -> None:
        for sound_id, path in message["sounds"].items():
            self._look_after_output()  # a whole session takes longer to read than sound is written ahead
            try:
                self._mixer.add(sound_id, read_wav(Path(path)))
            except BadSoundError as error:
                self._wire.say("unreadable", id=sound_id, reason=str(error))
        self._wire.say("loaded")

    def _on_schedule(self, message: Message) -> None:
        self._output.take_back()
        self._mixer.schedule(Cued(*cue) for cue in message["cues"])

    def _on_stop(self, _message: Message) -> None:
        self._output.take_back()
        self._mixer.stop()

    def _on_volume(self, message: Message) -> None:
        self._output.take_back()
        self._mixer.set_gains(message["voice"] / 100, message["tone"] / 100)

    def _on_ping(self, _message: Message) -> None:
        self._pinged_ns = self._clock.monotonic_ns()
        if self._alone:
            self._alone = False
            self._wire.say("alone")
        self._wire.say("pong")


def main() -> None:
    """Play until the program goes."""
    _Player(Wire(), SystemClock()).run()


if __name__ == "__main__":
    main()
