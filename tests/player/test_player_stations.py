"""Where skip and back can land."""

from builders import LAW, SESSIONS, Session
from hypothesis import given
from hypothesis import strategies as st

from footroutine.player.stations import Stations


@LAW
@given(SESSIONS, st.floats(0, 1.1))
def test_the_stations_around_a_position_are_neighbours(session: Session, at: float) -> None:
    timeline = session.timeline
    stations, position = Stations.of(timeline), round(at * timeline.total_ms)
    before, here, after = stations.before(position), stations.at(position), stations.after(position)
    assert stations.positions[0] == 0
    assert before <= here < after <= timeline.total_ms
    assert here <= position
    assert position < after or after == timeline.total_ms
    between = [p for p in (*stations.positions, timeline.total_ms) if before < p < after and p != here]
    assert between == []
    assert before < here or here == 0


@LAW
@given(SESSIONS)
def test_every_station_begins_something_new(session: Session) -> None:
    starts = {s.start_ms: n for n, s in enumerate(session.timeline.segments)}
    segments = session.timeline.segments
    stations = Stations.of(session.timeline)
    for position in stations.positions:
        n = starts[position]
        assert segments[n].movement is None or segments[n - 1].movement is None
    assert sum(s.movement is None for s in segments) <= len(stations.positions)
