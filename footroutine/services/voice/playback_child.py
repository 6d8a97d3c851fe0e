"""The playback child: plays each cue at its moment. Run as a module; see `child_io` for the protocol.

In: load {sounds: {id: path}}, schedule {cues: [[id, at_ns, offset_ms], ...]}, stop, volume {voice, tone}, ping.
Out: awake, ready {backend}, no_sound {reason}, started / done / missed {id, planned_ns, at_ns},
unreadable {id, reason}, pong, alone (the program was not heard of for a while, so the schedule was forgotten).
"""

import os
from array import array
from collections.abc import Callable, Generator
from pathlib import Path
from queue import Empty

import miniaudio

from footroutine.domain.timeline import Tone
from footroutine.services.clock import Clock, SystemClock
from footroutine.services.voice.child_io import Message, Wire
from footroutine.services.voice.cued import TONE_PREFIX, Cued
from footroutine.services.voice.mixer import Mixer
from footroutine.services.voice.pcm import RATE, BadSoundError, Samples, read_wav
from footroutine.services.voice.stream_clock import StreamClock
from footroutine.services.voice.tones import render

_BUFFER_MS, _BUFFERS = 15, 2
# From the steady moment at which a buffer is asked for until its first frame reaches the audio server: measured on
# PulseAudio as 0.75 of a buffer. The sound card's own delay cannot be asked for through this library.
_LATENCY_NS = 11_000_000
_STALL_NS = 2_500_000_000  # a device that asks for nothing this long has died; an idle null sink takes up to 2 s
_FLOWING = 4  # askings; a device fills its buffers at once, and flows when it comes back for more
_TURN_S = 0.05  # how often the device is looked after
_RETRY_NS = 500_000_000  # between two attempts to open a device
_ALONE_NS = 1_800_000_000  # without a ping for this long the program is frozen: nobody sees what is still being said

# The null backend swallows every sound without a word, which would look like success.
_BACKENDS = sorted(miniaudio.get_enabled_backends() - {miniaudio.Backend.NULL}, key=lambda backend: backend.value)


class _Output:
    """The opened device, fed by the mixer from the library's audio thread."""

    def __init__(self, mixer: Mixer, clock: Clock, lost: Callable[[], None]) -> None:
        self._mixer, self._clock = mixer, clock
        self._stream = StreamClock(_LATENCY_NS, _BUFFERS * _BUFFER_MS * 1_000_000)
        self.asked = 0
        self.asked_ns = clock.monotonic_ns()
        self._device = miniaudio.PlaybackDevice(
            miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE,
            buffersize_msec=_BUFFER_MS,
            callback_periods=_BUFFERS,
            backends=_BACKENDS,
            thread_prio=miniaudio.ThreadPriority.REALTIME,  # where the system allows it
            app_name="Foot Routine",
        )
        self.backend = self._device.backend
        buffers = self._buffers()
        next(buffers)
        self._device.stop_callback = lost
        self._device.start(buffers)

    def _buffers(self) -> Generator[Samples, int, None]:
        frames = yield array("h")
        while True:
            self.asked += 1
            self.asked_ns = self._clock.monotonic_ns()
            frames = yield self._mixer.pull(frames, self._stream.heard_ns(self.asked_ns, frames))

    @property
    def flowing(self) -> bool:
        """True once the device takes sound at its own pace."""
        return self.asked >= _FLOWING

    @property
    def stalled(self) -> bool:
        """True when the device has stopped asking for sound."""
        return self._clock.monotonic_ns() - self.asked_ns > _STALL_NS


class _Player:
    def __init__(self, wire: Wire, clock: Clock) -> None:
        self._wire, self._clock = wire, clock
        self._mixer = Mixer(self._tell)
        self._output: _Output | None = None
        self._next_try_ns = 0
        self._ready = self._alone = False
        self._pinged_ns = clock.monotonic_ns()
        for tone in Tone:
            self._mixer.add(TONE_PREFIX + tone, render(tone, RATE))

    def run(self) -> None:
        self._wire.say("awake")
        while True:
            self._look_after_output()
            self._look_after_program()
            try:
                message = self._wire.inbox.get(timeout=_TURN_S)
            except Empty:
                continue
            getattr(self, "_on_" + message["do"])(message)

    def _look_after_output(self) -> None:
        if self._output is None:
            if self._clock.monotonic_ns() >= self._next_try_ns:
                self._open_output()
        elif self._output.stalled:
            self._on_lost({})
        elif self._output.flowing and not self._ready:
            self._ready = True
            self._wire.say("ready", backend=self._output.backend)

    def _look_after_program(self) -> None:
        if not self._alone and self._clock.monotonic_ns() - self._pinged_ns > _ALONE_NS:
            self._alone = True
            self._mixer.stop()

    def _open_output(self) -> None:
        try:
            self._output = _Output(self._mixer, self._clock, lambda: self._wire.inbox.put({"do": "lost"}))
        except miniaudio.MiniaudioError:
            self._wire.say("no_sound", reason="no loudspeaker could be opened")
        self._next_try_ns = self._clock.monotonic_ns() + _RETRY_NS

    def _tell(self, event: str, cue: Cued, at_ns: int) -> None:
        """From the audio thread, which must not wait for a pipe: leave it for the main thread."""
        details = {"id": cue.id, "planned_ns": cue.at_ns, "at_ns": at_ns}
        self._wire.inbox.put({"do": "tell", "event": event, "details": details})

    def _on_lost(self, _message: Message) -> None:
        # Closing a dead device may hang; ending the process cannot. The program starts a new one.
        self._wire.say("no_sound", reason="the audio device stopped")
        os._exit(1)

    def _on_tell(self, message: Message) -> None:
        self._wire.say(message["event"], **message["details"])

    def _on_load(self, message: Message) -> None:
        for sound_id, path in message["sounds"].items():
            try:
                self._mixer.add(sound_id, read_wav(Path(path)))
            except BadSoundError as error:
                self._wire.say("unreadable", id=sound_id, reason=str(error))

    def _on_schedule(self, message: Message) -> None:
        self._mixer.schedule(Cued(*cue) for cue in message["cues"])

    def _on_stop(self, _message: Message) -> None:
        self._mixer.stop()

    def _on_volume(self, message: Message) -> None:
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
