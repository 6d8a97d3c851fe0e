"""The mixer: each sound at its sample, one at a time, without a click."""

from array import array
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.services.voice.cued import Cued
from footroutine.services.voice.mixer import Mixer
from footroutine.services.voice.pcm import RATE

NS_PER_S = 1_000_000_000
START_NS = 7 * NS_PER_S
LOUD = 10_000
FADE = RATE * 5 // 1000


class Listener:
    """Pulls buffers from a mixer and keeps what was heard and told."""

    def __init__(self, sounds: dict[str, int]) -> None:
        self.told: list[tuple[str, str]] = []
        self.mixer = Mixer(lambda event, cue, _at_ns: self.told.append((event, cue.id)))
        for sound_id, frames in sounds.items():
            self.mixer.add(sound_id, array("h", [LOUD] * frames))
        self.heard = array("h")

    def pull(self, *buffers: int) -> None:
        for frames in buffers:
            pulled = self.mixer.pull(frames, ns(len(self.heard)))
            assert len(pulled) == frames
            self.heard.extend(pulled)


def ns(frame: int) -> int:
    """The moment of a frame, rounded up so that the frame found again is the same."""
    return START_NS + -(-frame * NS_PER_S // RATE)


def stretches(samples: Sequence[int]) -> list[tuple[int, int]]:
    """The half-open stretches of frames that are not silent."""
    edges = [i for i in range(len(samples) + 1) if bool(_at(samples, i)) != bool(_at(samples, i - 1))]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _at(samples: Sequence[int], i: int) -> int:
    return samples[i] if 0 <= i < len(samples) else 0


@given(
    st.lists(st.integers(1, 700), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 900)), max_size=6, unique_by=lambda pair: pair[0]),
)
def test_every_sound_lies_at_its_frame_however_the_buffers_fall(
    buffers: list[int], cues: list[tuple[int, int]]
) -> None:
    sounds = {str(frames): frames for _, frames in cues}
    whole, parts = Listener(sounds), Listener(sounds)
    for listener in (whole, parts):
        listener.mixer.schedule(Cued(str(frames), ns(frame)) for frame, frames in cues)
    parts.pull(*buffers)
    whole.pull(sum(buffers))
    assert parts.heard == whole.heard
    assert [told for told in parts.told if told[0] == "started"] == [
        ("started", str(frames)) for frame, frames in sorted(cues) if frame < sum(buffers)
    ]


def test_sounds_begin_and_end_to_the_sample() -> None:
    listener = Listener({"a": 500, "b": 300})
    listener.mixer.schedule([Cued("b", ns(2_001)), Cued("a", ns(777))])
    listener.pull(330, 330, 330, 330, 330, 330, 330)
    listener.pull(1_000)
    assert stretches(listener.heard) == [(777, 1_277), (2_001, 2_301)]
    assert listener.told == [("started", "a"), ("done", "a"), ("started", "b"), ("done", "b")]


def test_a_new_sound_cuts_the_one_before_within_5_ms() -> None:
    listener = Listener({"a": 9_000, "b": 9_000})
    listener.mixer.schedule([Cued("a", ns(0)), Cued("b", ns(1_000))])
    listener.pull(*[400] * 10)
    assert listener.heard[999] == LOUD
    assert max(listener.heard[1_000 : 1_000 + FADE]) > LOUD  # both, for the length of the fade
    assert set(listener.heard[1_000 + FADE : 4_000]) == {LOUD}
    assert listener.told == [("started", "a"), ("started", "b")]


def test_stop_fades_within_5_ms_without_a_step_and_forgets_the_schedule() -> None:
    listener = Listener({"a": 9_000})
    listener.mixer.schedule([Cued("a", ns(0)), Cued("a", ns(20_000))])
    listener.pull(1_000)
    listener.mixer.stop()
    listener.pull(30_000)
    [(begin, end)] = stretches(listener.heard)
    assert begin == 0
    assert end == pytest.approx(1_000 + FADE, abs=2)
    steps = [a - b for a, b in zip(listener.heard[999:], listener.heard[1_000 : 1_000 + FADE], strict=False)]
    assert max(steps) <= 2 * LOUD // FADE


def test_a_sound_begun_in_its_middle_fades_in() -> None:
    listener = Listener({"a": RATE})
    listener.mixer.schedule([Cued("a", ns(0), offset_ms=600)])
    listener.pull(RATE)
    [(_, end)] = stretches(listener.heard)
    assert end == pytest.approx(RATE * 4 // 10, abs=2)
    assert listener.heard[1] <= 2 * LOUD // FADE
    assert listener.heard[FADE] == LOUD


@pytest.mark.parametrize(("late_ms", "told"), [(0, "started"), (70, "started"), (90, "missed"), (60_000, "missed")])
def test_a_late_sound_is_dropped_never_queued(late_ms: int, told: str) -> None:
    listener = Listener({"a": 10})
    listener.mixer.schedule([Cued("a", START_NS - late_ms * 1_000_000)])
    listener.pull(100)
    assert listener.told[0] == (told, "a")
    assert any(listener.heard) == (told == "started")


@pytest.mark.parametrize(("late_ms", "left_ms"), [(0, 1_000), (300, 700), (1_500, 0)])
def test_what_was_cut_goes_on_where_it_would_be_however_late_and_is_silent_when_it_is_over(
    late_ms: int, left_ms: int
) -> None:
    listener = Listener({"a": RATE})
    listener.mixer.schedule([Cued("a", START_NS - late_ms * 1_000_000, goes_on=True)])
    listener.pull(2 * RATE)
    heard = [end - begin for begin, end in stretches(listener.heard)]
    assert heard == pytest.approx([left_ms * RATE // 1000] * (left_ms > 0), abs=2)
    assert [event for event, _ in listener.told] == ["started", "done"] * (left_ms > 0)


def test_an_unknown_sound_is_told_and_the_next_is_heard() -> None:
    listener = Listener({"a": 10})
    listener.mixer.schedule([Cued("nobody", ns(5)), Cued("a", ns(50))])
    listener.pull(100)
    assert listener.told == [("missed", "nobody"), ("started", "a"), ("done", "a")]


def test_a_new_schedule_replaces_the_old_and_lets_what_sounds_go_on() -> None:
    listener = Listener({"a": 1_000, "b": 100})
    a = Cued("a", ns(0))
    listener.mixer.schedule([a, Cued("b", ns(2_000))])
    listener.pull(500)
    listener.mixer.schedule([a, Cued("b", ns(3_000))])  # `a` is sounding: it is not begun again
    listener.pull(4_000)
    assert stretches(listener.heard) == [(0, 1_000), (3_000, 3_100)]


def test_gains_act_on_their_own_kind_and_at_once() -> None:
    listener = Listener({"tone:go": 1_000, "word": 1_000})
    listener.mixer.set_gains(voice=0.5, tone=0.25)
    listener.mixer.schedule([Cued("tone:go", ns(0)), Cued("word", ns(1_000))])
    listener.pull(1_500)
    listener.mixer.set_gains(voice=0, tone=1)
    listener.pull(500)
    assert set(listener.heard[:1_000]) == {LOUD // 4}
    assert set(listener.heard[1_000:1_500]) == {LOUD // 2}
    assert set(listener.heard[1_500:]) == {0}
