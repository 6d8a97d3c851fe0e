"""What holds of the player whatever is pressed and however the clock is read."""

from itertools import pairwise

from builders import EXERCISES, LAW, of_exercise, shipped
from hypothesis import assume, given
from hypothesis import strategies as st
from walk import Walk

from footroutine.domain.timeline import Timeline
from footroutine.player.player import BACK_GRACE_MS, GAP_MS
from footroutine.player.state import (
    Command,
    CueDue,
    Effect,
    Ended,
    Entered,
    Left,
    Moved,
    Paused,
    PauseReason,
    Phase,
    Resumed,
)
from footroutine.player.stations import Stations

SHIPPED = [shipped(name).timeline for name in ("full", "short", "toe-press")]
TIMELINES = st.sampled_from(SHIPPED) | EXERCISES.map(lambda one: of_exercise(one).timeline)
STEPS = st.sampled_from((0, 1, 33, 999, 1000, GAP_MS)) | st.integers(0, GAP_MS)
ABSENCES = st.sampled_from((0, 1, GAP_MS, GAP_MS + 1, 2_400_000)) | st.integers(0, 10**9)
ACTIONS = st.lists(st.tuples(STEPS | ABSENCES, st.none() | st.sampled_from(Command)), max_size=40)
FRACTIONS = st.floats(0, 1, exclude_max=True)


def playing(timeline: Timeline, at: float = 0.0, beat_ms: int = GAP_MS) -> Walk:
    """A session that has been running for that part of it."""
    walk = Walk(timeline, beat_ms)
    walk.press(Command.START)
    walk.until(int(at * timeline.total_ms))
    return walk


@LAW
@given(TIMELINES, st.lists(STEPS, max_size=60))
def test_the_position_is_the_running_time_however_the_ticks_fall(timeline: Timeline, steps: list[int]) -> None:
    walk = playing(timeline)
    for step in steps:
        walk.tick(step)
        assert walk.state.position_ms == min(walk.now_ms, timeline.total_ms)


@LAW
@given(TIMELINES, st.lists(st.integers(200, GAP_MS), min_size=1, max_size=9))
def test_each_cue_and_each_segment_comes_once_and_in_order(timeline: Timeline, steps: list[int]) -> None:
    walk = playing(timeline)
    while walk.state.phase is Phase.RUNNING:
        for step in steps:
            walk.tick(step)
    assert [e.cue for e in walk.effects if isinstance(e, CueDue)] == list(range(len(timeline.cues)))
    assert [e.segment for e in walk.effects if isinstance(e, Entered)] == list(range(len(timeline.segments)))
    assert [e.segment for e in walk.effects if isinstance(e, Left)] == list(range(len(timeline.segments)))
    assert [e for e in walk.effects if isinstance(e, Ended)] == [Ended(finished=True)]
    assert walk.effects[-1] == Ended(finished=True)


def test_thirty_beats_a_second_lose_none() -> None:
    timeline = shipped("toe-press").timeline
    walk = playing(timeline, beat_ms=33).finish()
    assert [e.cue for e in walk.effects if isinstance(e, CueDue)] == list(range(len(timeline.cues)))


@LAW
@given(TIMELINES, FRACTIONS, st.integers(1, GAP_MS))
def test_a_cue_comes_with_the_first_tick_after_its_moment(timeline: Timeline, at: float, step: int) -> None:
    walk = playing(timeline, at)
    before = walk.state.position_ms
    due = {e.cue for e in walk.tick(step) if isinstance(e, CueDue)}
    assert due == {n for n, cue in enumerate(timeline.cues) if before <= cue.at_ms < walk.state.position_ms}


@LAW
@given(TIMELINES, FRACTIONS, st.lists(st.integers(0, 400), max_size=5))
def test_many_small_ticks_do_what_one_big_one_does(timeline: Timeline, at: float, steps: list[int]) -> None:
    big, small = playing(timeline, at), playing(timeline, at)
    effects: list[Effect] = []
    for step in steps:
        effects += small.tick(step)
    assert list(big.tick(sum(steps))) == effects
    assert (big.state.position_ms, big.state.phase) == (small.state.position_ms, small.state.phase)


@LAW
@given(TIMELINES, FRACTIONS, st.lists(ABSENCES, max_size=4))
def test_a_pause_holds_the_position_for_any_absence(timeline: Timeline, at: float, absences: list[int]) -> None:
    walk = playing(timeline, at)
    walk.press(Command.PAUSE)
    where = walk.state.position_ms
    for absence in absences:
        assert walk.tick(absence) == ()
        assert (walk.state.position_ms, walk.state.phase) == (where, Phase.PAUSED)
    assert walk.press(Command.RESUME) == (Moved(), Resumed())
    assert walk.state.position_ms == where
    walk.tick(1)
    assert walk.state.position_ms == where + 1


@LAW
@given(TIMELINES, FRACTIONS, st.integers(GAP_MS + 1, 10**9))
def test_a_gap_pauses_where_the_session_was_last_known_to_be(timeline: Timeline, at: float, gap: int) -> None:
    walk = playing(timeline, at)
    where = walk.state.position_ms
    assert walk.tick(gap) == (Moved(), Paused(PauseReason.GAP))
    assert (walk.state.position_ms, walk.state.phase, walk.state.reason) == (where, Phase.PAUSED, PauseReason.GAP)


@LAW
@given(TIMELINES, FRACTIONS, st.integers(GAP_MS + 1, 10**7), st.sampled_from(Command))
def test_a_command_after_a_gap_finds_the_session_paused(
    timeline: Timeline, at: float, gap: int, command: Command
) -> None:
    """Nothing of the absence was exercised, whatever is pressed first."""
    walk = playing(timeline, at)
    walk.now_ms += gap
    effects = walk.press(command)
    assert effects[:2] == (Moved(), Paused(PauseReason.GAP))
    assert not any(isinstance(e, (Left, CueDue)) for e in effects)


@LAW
@given(TIMELINES, FRACTIONS, st.integers(0, BACK_GRACE_MS), st.booleans())
def test_skip_then_back_returns_to_where_skip_was_pressed(
    timeline: Timeline, at: float, wait: int, paused: bool
) -> None:
    walk = playing(timeline, at)
    where = walk.state.position_ms
    if paused:
        walk.press(Command.PAUSE)
    walk.press(Command.SKIP)
    station = walk.state.position_ms
    assume(walk.state.phase is not Phase.FINISHED)
    walk.until(walk.now_ms + wait)
    assume(Stations.of(timeline).at(walk.state.position_ms) == station)
    walk.press(Command.BACK)
    assert walk.state.position_ms == where
    assert walk.state.phase is (Phase.PAUSED if paused else Phase.RUNNING)


@LAW
@given(TIMELINES, FRACTIONS, st.lists(st.integers(0, 200), min_size=1, max_size=7))
def test_several_skips_are_undone_by_as_many_backs(timeline: Timeline, at: float, waits: list[int]) -> None:
    walk = playing(timeline, at)
    pressed = []
    for wait in waits:
        pressed.append(walk.state.position_ms)
        walk.press(Command.SKIP)
        assume(walk.state.phase is not Phase.FINISHED)
        walk.tick(wait)
    for where in reversed(pressed):
        walk.press(Command.BACK)
        assert walk.state.position_ms == where


@LAW
@given(TIMELINES, FRACTIONS)
def test_back_alone_goes_to_the_start_of_what_is_going_on_and_early_in_it_to_what_was_before(
    timeline: Timeline, at: float
) -> None:
    walk = playing(timeline, at)
    stations = Stations.of(timeline)
    where = walk.state.position_ms
    began = stations.at(where)
    walk.press(Command.BACK)
    assert walk.state.position_ms == (began if where - began > BACK_GRACE_MS else stations.before(where))
    for _ in stations.positions:
        walk.press(Command.BACK)
    assert walk.state.position_ms == 0, "back again and again is the start"


@LAW
@given(TIMELINES)
def test_skip_stops_at_each_new_thing_and_then_ends(timeline: Timeline) -> None:
    """It never lands between two reps or within one; the first rep after a rest, a switch or a start is a new thing."""
    walk = playing(timeline)
    landed = []
    while walk.state.phase is Phase.RUNNING:
        walk.press(Command.SKIP)
        landed.append(walk.state.position_ms)
    work = [s.movement is not None for s in timeline.segments]
    new = [b.start_ms for n, (_, b) in enumerate(pairwise(timeline.segments)) if not (work[n] and work[n + 1])]
    assert landed == [*new, timeline.total_ms]
    assert [e for e in walk.effects if isinstance(e, Ended)] == [Ended(finished=True)]
    assert not any(isinstance(e, Left) for e in walk.effects)


@LAW
@given(TIMELINES, FRACTIONS)
def test_repeat_goes_to_the_start_of_the_exercise(timeline: Timeline, at: float) -> None:
    walk = playing(timeline, at)
    segment = timeline.segments[timeline.segment_index(walk.state.position_ms)]
    step = len(timeline.steps) - 1 if segment.step is None else segment.step
    walk.press(Command.REPEAT)
    assert walk.state.position_ms == next(s.start_ms for s in timeline.segments if s.step == step)


@LAW
@given(TIMELINES, ACTIONS)
def test_anything_pressed_at_any_time_is_legal(timeline: Timeline, actions: list[tuple[int, Command | None]]) -> None:
    """The position stays within the session, and an end is told once and is the end."""
    walk = Walk(timeline)
    for wait, command in actions:
        ended = any(isinstance(e, Ended) for e in walk.effects)
        before = walk.state
        effects = walk.tick(wait) if command is None else (walk.tick(wait), walk.press(command))[1]
        assert 0 <= walk.state.position_ms <= timeline.total_ms
        assert (walk.state.reason is not None) == (walk.state.phase is Phase.PAUSED)
        if ended:
            assert effects == ()
            assert walk.state == before
    ends = sum(isinstance(e, Ended) for e in walk.effects)
    assert ends == (walk.state.phase in (Phase.FINISHED, Phase.STOPPED))
    assert sum(isinstance(e, Paused) for e in walk.effects) >= sum(isinstance(e, Resumed) for e in walk.effects)


@LAW
@given(TIMELINES, ACTIONS)
def test_sound_is_told_of_everything_that_the_clock_alone_does_not_say(
    timeline: Timeline, actions: list[tuple[int, Command | None]]
) -> None:
    walk = Walk(timeline)
    for wait, command in actions:
        walk.tick(wait)
        before = walk.state
        effects = walk.tick() if command is None else walk.press(command)
        as_before = (walk.state.position_ms, walk.state.phase) == (before.position_ms, before.phase)
        assert as_before or Moved() in effects


@LAW
@given(TIMELINES, ACTIONS)
def test_every_segment_that_is_left_was_entered_or_come_back_to(
    timeline: Timeline, actions: list[tuple[int, Command | None]]
) -> None:
    """What is told is where the session is: after all effects the last segment entered is the current one."""
    walk = Walk(timeline)
    current: int | None = None
    for wait, command in actions:
        effects = [*walk.tick(wait), *(walk.press(command) if command else ())]
        for effect in effects:
            if isinstance(effect, Left):
                assert effect.segment == current
            elif isinstance(effect, Entered):
                current = effect.segment
            elif isinstance(effect, CueDue):
                assert timeline.cues[effect.cue].segment == current
        if walk.state.phase in (Phase.RUNNING, Phase.PAUSED):
            assert current == timeline.segment_index(walk.state.position_ms)


@LAW
@given(TIMELINES, FRACTIONS, st.integers(1, GAP_MS))
def test_a_clock_that_goes_back_a_little_changes_nothing(timeline: Timeline, at: float, back: int) -> None:
    walk = playing(timeline, at)
    before = walk.state
    assert walk.tick(-back) == ()
    assert walk.tick(back) == ()
    assert walk.state == before
