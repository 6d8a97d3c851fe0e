"""Where the playback child's sound goes: a sound server that is written to ahead, or a device that asks for buffers."""

import sys
from array import array
from collections.abc import Generator
from typing import Protocol

import miniaudio

from footroutine.services.clock import Clock
from footroutine.services.voice.ahead import Ahead, Tell
from footroutine.services.voice.mixer import Mixer
from footroutine.services.voice.pcm import RATE, Samples
from footroutine.services.voice.pulse import PulseStream
from footroutine.services.voice.stream_clock import StreamClock

_BUFFER_MS, _BUFFERS = 15, 2
# From the steady moment at which a buffer is asked for until its first frame is heard: measured on PulseAudio, through
# this library, as 1.4 of a buffer. The sound card's own delay cannot be asked for through it.
_LATENCY_NS = 21_000_000
_STALL_NS = 2_500_000_000  # a device that asks for nothing this long has died; an idle null sink takes up to 2 s
_FLOWING = 4  # askings; a device fills its buffers at once, and flows when it comes back for more
_RETRY_NS = 500_000_000  # between two attempts to open a device

# The null backend swallows every sound without a word, which would look like success. A server that speaks PulseAudio's
# language is written to directly, where it can be.
_NOT_USED = {miniaudio.Backend.NULL} | ({miniaudio.Backend.PULSEAUDIO} if sys.platform == "linux" else set())
_BACKENDS = sorted(miniaudio.get_enabled_backends() - _NOT_USED, key=lambda backend: backend.value)


class DeviceLostError(Exception):
    """The device has died; closing it may hang, ending the process cannot."""


class Output(Protocol):
    """One way out."""

    works: bool | None
    why_not: str

    def look_after(self) -> None:
        """Do what is due. `works` is then whether sound is heard; None: not known yet, or this way leads nowhere."""

    def take_back(self) -> None:
        """To be called before the mixer is changed."""


class ServerOutput:
    """A PulseAudio server, or PipeWire's server of that kind."""

    def __init__(self, mixer: Mixer, clock: Clock, tell: Tell) -> None:
        """Raises OSError or AttributeError where the library is not there."""
        self._stream = PulseStream(clock)
        self._ahead = Ahead(mixer, self._stream, clock, tell)
        self._is_filled = False
        self.works: bool | None = None
        self.why_not = ""

    @property
    def is_absent(self) -> bool:
        """True when there is no such server, and has not been since this process began."""
        return self.works is False and not self._stream.was_connected

    def look_after(self) -> None:
        """Keep the stream, and keep it filled."""
        self._stream.look_after()
        if self._stream.flowing:
            self._is_filled = True
            if gap_ms := self._ahead.fill():
                print(f"{gap_ms} ms of sound were not written in time", file=sys.stderr, flush=True)
        elif self._is_filled:
            self._is_filled = False
            self._ahead.lose()
        self.why_not = self._stream.why_not
        if self._stream.flowing and self._stream.is_heard:
            self.works = True
        elif self.works or self.why_not:
            self.works = False

    def take_back(self) -> None:
        """What can still be changed is mixed anew."""
        if self._is_filled:
            self._ahead.take_back()


class DeviceOutput:
    """Whatever else this system has, opened as soon as it can be; the library's thread feeds it from the mixer."""

    works: bool | None
    why_not = "no loudspeaker could be opened"

    def __init__(self, mixer: Mixer, clock: Clock) -> None:
        self._mixer, self._clock = mixer, clock
        self._stream = StreamClock(_LATENCY_NS, _BUFFERS * _BUFFER_MS * 1_000_000)
        self._device: miniaudio.PlaybackDevice | None = None
        self._asked = self._asked_ns = self._next_try_ns = 0
        self._has_stopped = False
        self.works = None

    def look_after(self) -> None:
        """Open the device, or see that it lives.

        Raises:
            DeviceLostError: it has died.
        """
        now_ns = self._clock.monotonic_ns()
        if self._device is None:
            if now_ns >= self._next_try_ns:
                self._open()
        elif self._has_stopped or now_ns - self._asked_ns > _STALL_NS:
            raise DeviceLostError
        elif self._asked >= _FLOWING:
            self.works = True

    def take_back(self) -> None:
        """Too little is written ahead to be taken back."""

    def _open(self) -> None:
        try:
            device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=_BUFFER_MS,
                callback_periods=_BUFFERS,
                backends=_BACKENDS,
                thread_prio=miniaudio.ThreadPriority.REALTIME,  # where the system allows it
                app_name="Foot Routine",
            )
        except miniaudio.MiniaudioError:
            self.works = False
            self._next_try_ns = self._clock.monotonic_ns() + _RETRY_NS
            return
        buffers = self._buffers()
        next(buffers)
        device.stop_callback = self._on_stopped
        self._asked_ns = self._clock.monotonic_ns()
        self._device, self.works = device, None
        device.start(buffers)

    def _on_stopped(self) -> None:
        self._has_stopped = True

    def _buffers(self) -> Generator[Samples, int, None]:
        frames = yield array("h")
        while True:
            self._asked += 1
            self._asked_ns = self._clock.monotonic_ns()
            frames = yield self._mixer.pull(frames, self._stream.heard_ns(self._asked_ns, frames))


def best_output(mixer: Mixer, clock: Clock, tell: Tell) -> Output:
    """The sound server where there may be one, else whatever device there is."""
    device = DeviceOutput(mixer, clock)
    if sys.platform != "linux":
        return device
    try:
        return _ServerElseDevice(ServerOutput(mixer, clock, tell), device, mixer, tell)
    except (OSError, AttributeError):
        return device


class _ServerElseDevice:
    """The server's, unless there is none but a device."""

    def __init__(self, server: ServerOutput, device: DeviceOutput, mixer: Mixer, tell: Tell) -> None:
        self._server, self._device, self._mixer, self._tell = server, device, mixer, tell
        self._has_device = False
        self.works: bool | None = None
        self.why_not = ""

    def look_after(self) -> None:
        """See what works."""
        if not self._has_device:
            self._server.look_after()
            self.works, self.why_not = self._server.works, self._server.why_not
            if not self._server.is_absent:
                return
        self._device.look_after()
        if self._device.works is not False and not self._has_device:
            self._has_device, self._mixer.tell = True, self._tell
        if self._has_device:
            self.works = self._device.works

    def take_back(self) -> None:
        """As the server's."""
        if not self._has_device:
            self._server.take_back()
