"""The only reader of the clock. Everything else is handed a `Clock`."""

import time
from datetime import date, datetime
from typing import Protocol

NS_PER_MS = 1_000_000

# Linux stops its monotonic clock while the machine sleeps; a closed lid must show as a gap between two beats.
_SLEEP_COUNTING = getattr(time, "CLOCK_BOOTTIME", None)


class Clock(Protocol):
    """Two monotonic clocks: one for the session's beats, one that the playback process shares."""

    def now_ms(self) -> int:
        """Milliseconds since some fixed moment, the machine's sleep included."""
        ...

    def monotonic_ns(self) -> int:
        """Nanoseconds of the system-wide monotonic clock, the same in every process (Linux: CLOCK_MONOTONIC)."""
        ...


class SystemClock:
    """The machine's clocks."""

    def now_ms(self) -> int:
        """Milliseconds since some fixed moment, the machine's sleep included."""
        if _SLEEP_COUNTING is None:
            return time.perf_counter_ns() // NS_PER_MS
        return time.clock_gettime_ns(_SLEEP_COUNTING) // NS_PER_MS

    def monotonic_ns(self) -> int:
        """Nanoseconds; CLOCK_MONOTONIC on Linux, and on Windows finer than `time.monotonic_ns` before Python 3.13."""
        return time.perf_counter_ns()


class ScaledClock:
    """A clock whose milliseconds pass `speed` times as fast, for a sped-up session; sound keeps real time."""

    def __init__(self, clock: Clock, speed: float) -> None:
        if not speed > 0:
            raise ValueError("speed must be above 0")
        self._clock = clock
        self._speed = speed
        self._start_ms = clock.now_ms()

    def now_ms(self) -> int:
        """Scaled milliseconds; equal to the clock beneath at the moment of making."""
        return self._start_ms + int((self._clock.now_ms() - self._start_ms) * self._speed)

    def monotonic_ns(self) -> int:
        """The unscaled nanoseconds of the clock beneath."""
        return self._clock.monotonic_ns()


def now() -> datetime:
    """The wall-clock time with the local offset: for the diary, never for timing."""
    return datetime.now().astimezone()  # noqa: TID251 - this is that file


def today() -> date:
    """The local date."""
    return now().date()
