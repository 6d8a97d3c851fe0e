"""The clocks."""

import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.services.clock import ScaledClock, SystemClock, now, today


class HandClock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.ms = 5_000

    def now_ms(self) -> int:
        return self.ms

    def monotonic_ns(self) -> int:
        return self.ms * 1_000_000


def test_both_clocks_of_the_system_go_on_at_one_pace() -> None:
    clock = SystemClock()
    ms, ns = clock.now_ms(), clock.monotonic_ns()
    while clock.monotonic_ns() - ns < 30_000_000:
        pass
    assert clock.now_ms() - ms == pytest.approx((clock.monotonic_ns() - ns) / 1_000_000, abs=5)


def test_the_nanoseconds_are_those_that_other_processes_read() -> None:
    assert SystemClock().monotonic_ns() == pytest.approx(time.clock_gettime_ns(time.CLOCK_MONOTONIC), abs=1_000_000)


@given(st.lists(st.integers(0, 10_000)), st.floats(0.1, 200))
def test_a_scaled_clock_passes_speed_times_as_fast(steps: list[int], speed: float) -> None:
    hand = HandClock()
    scaled = ScaledClock(hand, speed)
    for step in steps:
        hand.ms += step
    assert scaled.now_ms() - 5_000 == pytest.approx(sum(steps) * speed, abs=1)
    assert scaled.monotonic_ns() == hand.monotonic_ns()


@pytest.mark.parametrize("speed", [0, -1, float("nan")])
def test_time_does_not_stand_still_or_run_back(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        ScaledClock(HandClock(), speed)


def test_the_wall_clock_knows_its_offset() -> None:
    assert now().utcoffset() is not None
    assert today() - now().date() <= timedelta(days=1)
