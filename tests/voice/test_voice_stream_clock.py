"""When a frame is heard, from askings that come late by chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.services.voice.pcm import RATE
from footroutine.services.voice.stream_clock import NS_PER_S, StreamClock

MS = 1_000_000
FRAMES = 330
BUFFER_NS = FRAMES * NS_PER_S // RATE
LATENCY_NS = 11 * MS
BUFFERED_NS = 30 * MS


def steady(i: int, speed: float = 1.0) -> int:
    """When the i-th buffer is asked for by a device that plays at `speed`."""
    return 3 * NS_PER_S + int(i * FRAMES * NS_PER_S / RATE / speed)


@given(st.lists(st.integers(0, 9 * MS), min_size=30, max_size=600))
def test_late_askings_move_nothing(delays: list[int]) -> None:
    clock = StreamClock(LATENCY_NS, BUFFERED_NS)
    clock.heard_ns(steady(0), FRAMES)
    for i, delay in enumerate(delays, start=1):
        heard = clock.heard_ns(steady(i) + (delay if i % 40 else 0), FRAMES)
        assert heard - steady(i) == pytest.approx(LATENCY_NS, abs=MS)


@pytest.mark.parametrize("speed", [0.9998, 1.0002])
def test_a_device_with_a_wrong_crystal_is_followed(speed: float) -> None:
    clock = StreamClock(LATENCY_NS, BUFFERED_NS)
    for i in range(60 * 60 * 66):  # an hour
        heard = clock.heard_ns(steady(i, speed), FRAMES)
    assert heard - steady(i, speed) == pytest.approx(LATENCY_NS, abs=2 * MS)


def test_a_stream_that_stood_still_is_found_again_at_once() -> None:
    """Two buffers are asked for at the start, then the device sleeps, as an idle null sink does."""
    clock = StreamClock(LATENCY_NS, BUFFERED_NS)
    clock.heard_ns(steady(0), FRAMES)
    clock.heard_ns(steady(0), FRAMES)
    slept = 1_600 * MS
    for i in range(1, 20):
        heard = clock.heard_ns(steady(i) + slept, FRAMES)
        assert heard - (steady(i) + slept) == pytest.approx(LATENCY_NS, abs=MS)
