"""Sound written ahead: every sound at its frame, a change heard at once, and nothing told that is taken back."""

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footroutine.services.voice.ahead import Ahead
from footroutine.services.voice.cued import Cued
from footroutine.services.voice.mixer import Mixer
from footroutine.services.voice.pcm import RATE, Samples

MS = 1_000_000
NS_PER_S = 1_000_000_000
START_NS = 7 * NS_PER_S
LOUD = 10_000


class Server:
    """A clock, and a stream that keeps what is still to be heard as it was when that moment came."""

    def __init__(self, delay_ms: int = 20) -> None:
        self.streams = 1
        self.start_ns = START_NS
        self.delay_ns = delay_ms * MS
        self.now_ns = START_NS
        self.written: dict[int, int] = {}
        self.told: list[tuple[str, str]] = []
        self.mixer = Mixer(lambda *_: None)
        self.mixer.add("a", array("h", [LOUD] * (RATE // 2)))
        self.mixer.add("b", array("h", [LOUD // 2] * (RATE // 10)))
        self.ahead = Ahead(self.mixer, self, self, lambda event, cue, _at: self.told.append((event, cue.id)))

    def now_ms(self) -> int:
        return self.now_ns // MS

    def monotonic_ns(self) -> int:
        return self.now_ns

    def write(self, frame: int, samples: Samples) -> None:
        taken = (self.now_ns + self.delay_ns - self.start_ns) * RATE // NS_PER_S
        for place, sample in enumerate(samples, frame):
            if place >= taken:  # what the device has taken is heard as it was
                self.written[place] = sample

    def plan(self, *cues: tuple[str, int]) -> None:
        self.ahead.take_back()
        self.mixer.schedule(Cued(id_, START_NS + ms * MS) for id_, ms in cues)
        self.ahead.fill()

    def pass_ms(self, *turns: int) -> list[int]:
        gaps = []
        for ms in turns:
            self.now_ns += ms * MS
            gaps.append(self.ahead.fill())
        return gaps

    def sounding_ms(self) -> list[tuple[int, int]]:
        """From when to when something is heard, in milliseconds."""
        last = max(self.written, default=0)
        loud = [0, *(int(self.written.get(i, 0) != 0) for i in range(last + 1)), 0]
        edges = [i * 1000 / RATE for i in range(last + 2) if loud[i] != loud[i + 1]]
        return [(round(a), round(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


@settings(max_examples=25)
@given(st.lists(st.integers(0, 950), min_size=1, max_size=20), st.integers(0, 300))
def test_sounds_lie_at_their_moments_however_rarely_this_process_runs(turns: list[int], delay_ms: int) -> None:
    server = Server(delay_ms)
    server.plan(("a", 500), ("b", 1_300))
    assert set(server.pass_ms(*turns, *[300] * 6)) == {0}
    assert server.sounding_ms() == [(500, 1_000), (1_300, 1_400)]


@settings(max_examples=25)
@given(st.integers(0, 400), st.lists(st.integers(1, 100), max_size=6))
def test_stop_is_heard_35_ms_later_and_what_it_took_back_is_not_told(at_ms: int, turns: list[int]) -> None:
    server = Server(20)
    server.plan(("a", 100), ("b", 700))
    server.pass_ms(*turns)
    server.now_ns = max(server.now_ns, START_NS + at_ms * MS)
    server.ahead.fill()
    stopped_ms = (server.now_ns - START_NS) // MS
    server.ahead.take_back()
    server.mixer.stop()
    server.pass_ms(0, *[50] * 20)
    heard = [(begin, end) for begin, end in server.sounding_ms() if end > stopped_ms]
    # 20 ms the device's own, 10 ms to the server, 10 ms of a block, 5 ms of fading
    assert all(end <= stopped_ms + 46 or end <= 600 <= stopped_ms + 46 for _, end in heard)
    begun = {begin for begin, _ in server.sounding_ms()}
    assert len([event for event, _ in server.told if event == "started"]) == len(begun)


def test_a_new_plan_lets_what_sounds_go_on_and_replaces_the_rest() -> None:
    server = Server()
    server.plan(("a", 100), ("b", 650))
    server.pass_ms(300)
    server.plan(("a", 100), ("b", 800))
    server.pass_ms(*[50] * 20)
    assert server.sounding_ms() == [(100, 600), (800, 900)]
    assert [told for told in server.told if told[0] == "started"] == [("started", "a"), ("started", "b")]


def test_after_a_gap_a_sound_goes_on_where_it_would_have_been_and_what_is_late_is_dropped() -> None:
    server = Server()
    server.plan(("a", 700), ("b", 2_300), ("b", 3_500))
    # A second is written ahead, after the 30 ms that cannot be changed any more.
    assert server.pass_ms(0, 1_050, 1_050, 1_100) == [
        0,
        pytest.approx(40, abs=12),
        pytest.approx(40, abs=12),
        pytest.approx(90, abs=12),
    ]
    server.pass_ms(*[50] * 20)
    [first, second, *others] = server.sounding_ms()
    assert (first[0], second[1], others) == (700, 1_200, [(2_300, 2_400), (3_500, 3_600)])
    assert second[0] - first[1] == pytest.approx(40, abs=12)


def test_a_stream_that_has_gone_is_followed_by_the_next_in_the_same_place() -> None:
    server = Server()
    server.plan(("a", 100), ("b", 700), ("b", 1_500))
    server.pass_ms(200)
    server.ahead.lose()
    server.now_ns += 700 * MS
    server.streams, server.start_ns = 2, server.now_ns
    server.written.clear()
    server.pass_ms(*[50] * 20)
    assert server.sounding_ms() == [(600, 700)]  # of the new stream, which began 900 ms after the old
    assert [told for told in server.told if told[0] in ("started", "missed")] == [
        ("started", "a"),
        ("missed", "b"),
        ("started", "b"),
    ]


def test_a_sound_asked_for_at_once_is_not_too_late_on_a_slow_device() -> None:
    server = Server(250)
    server.plan(("b", 0))
    server.pass_ms(*[50] * 10)
    assert server.told[0] == ("started", "b")
    [(begin, _)] = server.sounding_ms()
    assert 250 <= begin <= 275
