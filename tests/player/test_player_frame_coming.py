"""On the way to a hold, the frame says with what its count begins; every phase says how long it has gone on."""

from itertools import pairwise

import pytest

from footroutine.app.preparing import estimated
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import Ms, SegmentKind, Timeline
from footroutine.player.frame import Framer
from footroutine.player.state import Phase, State
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    library = load_library(assets_dir())
    return estimated(library.routines["full"], library, Settings())


def test_a_travel_announces_the_number_that_the_next_count_shows_first(timeline: Timeline) -> None:
    framer = Framer(timeline)
    announced = set()
    for segment, following in pairwise(timeline.segments):
        now = framer.frame(State(Phase.RUNNING, Ms(segment.start_ms + 1)))
        then = framer.frame(State(Phase.RUNNING, following.start_ms))
        if segment.kind is not SegmentKind.TRAVEL:
            assert now.coming == ""
        elif following.kind in (SegmentKind.HOLD, SegmentKind.CYCLE):
            assert now.coming == then.digits
            announced.add(now.coming)
        elif following.kind is not SegmentKind.TRAVEL:
            assert now.coming == ""
    assert {"3", "10", "30"} <= announced


def test_the_time_of_a_phase_begins_anew_with_each(timeline: Timeline) -> None:
    framer = Framer(timeline)
    for segment in timeline.segments[:40]:
        for into in (0, (segment.end_ms - segment.start_ms) // 2):
            assert framer.frame(State(Phase.RUNNING, Ms(segment.start_ms + into))).phase_ms == into
