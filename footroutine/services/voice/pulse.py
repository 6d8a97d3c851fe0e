"""A stream to a PulseAudio or PipeWire server, written at absolute places; nothing in here waits for the server."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from statistics import median

from footroutine.services.clock import Clock
from footroutine.services.voice import pulse_library as pulse
from footroutine.services.voice.pcm import RATE, Samples, little_endian

NS_PER_S = 1_000_000_000
_FRAME_BYTES = 2
_HELD_MS = 2_000  # that the server can hold of the stream: more than is ever written ahead
_SINK_MS = 20  # that the server may take out of the stream at a time, where the device allows it
_ASK_EVERY_NS, _ASK_AT_FIRST_NS = 100_000_000, 15_000_000
_FROZEN_NS = 700_000_000  # without an answer for this long the server hangs
_RETRY_NS = 200_000_000
_SAMPLES = 9  # of where the stream is; their median counts
_DUMMY = b"auto_null"  # the server's own stand-in for a loudspeaker, while there is none
_NO_LOUDSPEAKER = "there is no loudspeaker"
_NO_ANSWER = "the sound server does not answer"
_HASTY_NS = 2_000_000  # a question whose own moment is not known better than this is not used


class PulseStream:
    """Connects, and connects again, by being looked after; `heard_frame` is known while sound flows."""

    def __init__(self, clock: Clock) -> None:
        """Raises OSError or AttributeError where there is no libpulse."""
        self._clock = clock
        self._pa = pulse.load()
        self._loop = self._pa.pa_threaded_mainloop_new()
        self._pa.pa_threaded_mainloop_start(self._loop)
        self._context: int | None = None  # pointers
        self._stream: int | None = None
        self._question: int | None = None
        self._next_try_ns = self._asked_ns = self._begun_ns = 0
        self._frozen = self._asked_well = False
        self.is_heard = False  # what flows may also flow to a loudspeaker that is not there
        self.was_connected = False  # to a server, ever
        self.streams = (
            0  # made so far: a number of its own for each stream, whose frames are counted from its beginning
        )
        self.why_not = ""
        self._starts: deque[int] = deque(maxlen=_SAMPLES)  # when frame 0 was heard
        self._delays: deque[int] = deque(maxlen=_SAMPLES)

    @property
    def flowing(self) -> bool:
        """True while the server plays the stream and answers."""
        return len(self._starts) > _SAMPLES // 2 and self.start_ns <= self._clock.monotonic_ns()

    @property
    def start_ns(self) -> int:
        """When the stream's frame 0 was heard, or would have been."""
        return int(median(self._starts))

    @property
    def delay_ns(self) -> int:
        """The longest time lately between a frame's leaving the stream and its being heard."""
        return max(self._delays)

    def write(self, frame: int, samples: Samples) -> None:
        """Put samples at a place, instead of what was there."""
        data = little_endian(samples)
        with self._locked():
            place = frame * _FRAME_BYTES
            self._pa.pa_stream_write(self._stream, data, len(data), None, place, pulse.SEEK_ABSOLUTE)

    def look_after(self) -> None:
        """Do the next thing towards a flowing stream; to be called many times a second."""
        with self._locked():
            now_ns = self._clock.monotonic_ns()
            if self._context is None:
                if now_ns >= self._next_try_ns:
                    self._connect()
                return
            match self._pa.pa_context_get_state(self._context):
                case pulse.CONTEXT_READY:
                    self.was_connected = True
                    self._look_after_stream(now_ns)
                case state if state >= pulse.CONTEXT_FAILED:
                    self._lose("the sound server is not there")
                case _:
                    self._wait(now_ns)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._pa.pa_threaded_mainloop_lock(self._loop)
        try:
            yield
        finally:
            self._pa.pa_threaded_mainloop_unlock(self._loop)

    def _connect(self) -> None:
        self._context = self._pa.pa_context_new(self._pa.pa_threaded_mainloop_get_api(self._loop), b"Foot Routine")
        self._begun_ns = self._clock.monotonic_ns()
        self._pa.pa_context_connect(self._context, None, pulse.NO_AUTOSPAWN, None)

    def _lose(self, why: str) -> None:
        """Give up the connection, to make a new one a little later."""
        self._end_stream(why)
        self._pa.pa_context_disconnect(self._context)
        self._pa.pa_context_unref(self._context)
        self._context = None
        self._next_try_ns = self._clock.monotonic_ns() + _RETRY_NS

    def _look_after_stream(self, now_ns: int) -> None:
        if self._stream is None:
            if now_ns >= self._next_try_ns:
                self._begin_stream()
            return
        match self._pa.pa_stream_get_state(self._stream):
            case pulse.STREAM_READY:
                self._ask(now_ns)
            case state if state >= pulse.STREAM_FAILED:
                self._end_stream(_NO_LOUDSPEAKER)
            case _:
                self._wait(now_ns)

    def _wait(self, now_ns: int) -> None:
        """A server that hangs is waited for; it is told."""
        if now_ns - self._begun_ns > _FROZEN_NS:
            self.why_not = _NO_ANSWER

    def _begin_stream(self) -> None:
        properties = self._pa.pa_proplist_new()
        # A server that has a module for it then lowers music while somebody is led by this voice.
        self._pa.pa_proplist_sets(properties, b"media.role", b"a11y")
        spec = pulse.SampleSpec(pulse.SAMPLES_16_BIT_LITTLE_ENDIAN, RATE, 1)
        self._stream = self._pa.pa_stream_new_with_proplist(
            self._context, b"Voice and tones", byref(spec), None, properties
        )
        self._pa.pa_proplist_free(properties)
        held = _HELD_MS * RATE // 1000 * _FRAME_BYTES
        asked_for = (_HELD_MS - _SINK_MS) // 2 * RATE // 1000 * _FRAME_BYTES  # the server gives the device what is left
        attributes = pulse.BufferAttributes(2 * held, held, 0, asked_for, 0)
        self._pa.pa_stream_connect_playback(self._stream, None, byref(attributes), pulse.NO_FLAGS, None, None)
        self.streams += 1
        self._begun_ns = self._clock.monotonic_ns()
        self._frozen = False

    def _end_stream(self, why: str) -> None:
        self.why_not = why
        self._starts.clear()
        self._delays.clear()
        if self._question is not None:
            self._pa.pa_operation_cancel(self._question)
            self._pa.pa_operation_unref(self._question)
            self._question = None
        if self._stream is not None:
            self._pa.pa_stream_disconnect(self._stream)
            self._pa.pa_stream_unref(self._stream)
            self._stream = None
        self._next_try_ns = self._clock.monotonic_ns() + _RETRY_NS

    def _ask(self, now_ns: int) -> None:
        """Ask the server where the stream is, and take what it has answered."""
        if self._question is not None:
            if self._pa.pa_operation_get_state(self._question) == pulse.OPERATION_RUNNING:
                if now_ns - self._asked_ns > _FROZEN_NS and not self._frozen:
                    self._frozen, self.why_not = True, _NO_ANSWER
                    self._starts.clear()
                return
            self._pa.pa_operation_unref(self._question)
            self._question = None
            if self._frozen:  # it answers again, and has lost its place
                self._end_stream(self.why_not)
                self._next_try_ns = 0
                return
            self._take_answer()
        pause_ns = _ASK_EVERY_NS if len(self._starts) == _SAMPLES else _ASK_AT_FIRST_NS
        if now_ns - self._asked_ns >= pause_ns:
            self._asked_ns = self._clock.monotonic_ns()
            self._question = self._pa.pa_stream_update_timing_info(self._stream, None, None)
            self._asked_well = self._clock.monotonic_ns() - self._asked_ns < _HASTY_NS

    def _take_answer(self) -> None:
        answer = self._pa.pa_stream_get_timing_info(self._stream)
        if not answer or not self._asked_well:
            return
        info = answer.contents
        answered_ns = self._asked_ns + 1_000 * info.transport_usec
        heard_ns = info.read_index // _FRAME_BYTES * NS_PER_S // RATE - 1_000 * info.sink_usec
        self.is_heard = self._pa.pa_stream_get_device_name(self._stream) != _DUMMY
        if not self.is_heard:
            self.why_not = _NO_LOUDSPEAKER
        self._starts.append(answered_ns - heard_ns)
        self._delays.append(1_000 * max(info.sink_usec, info.configured_sink_usec))
