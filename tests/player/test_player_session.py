"""Small stories of sessions: what a person does, and what comes of it."""

import pytest
from builders import exercise, hold, of_exercise, shipped, travel
from walk import walk

from footroutine.domain.exercise import Sides
from footroutine.domain.timeline import Ms, SegmentKind
from footroutine.player.player import Player
from footroutine.player.state import Command, CueDue, Ended, Entered, Moved, Paused, PauseReason, Phase, Resumed, State

# intro, posture, ready, then per set and side: go 1.5 s, hold 40 s
SESSION = of_exercise(
    exercise(travel(), hold(), sets=2, reps=2, hold_s=40, rest_s=10, sides=Sides.EACH), length_of=lambda _: 500
)
TIMELINE = SESSION.timeline
HOLDS = [s.start_ms / 1000 for s in TIMELINE.segments if s.kind is SegmentKind.HOLD]
READY = next(s.start_ms / 1000 for s in TIMELINE.segments if s.kind is SegmentKind.READY)
FIRST_REP = HOLDS[0] - 1.5
FIRST_SWITCH = next(s.start_ms / 1000 for s in TIMELINE.segments if s.kind is SegmentKind.SWITCH)
TOTAL = TIMELINE.total_ms / 1000


def test_nothing_happens_before_the_start() -> None:
    ready = walk(TIMELINE, "at 50 pause; at 60 resume skip back repeat")
    assert (ready.state.phase, ready.effects, ready.position_s) == (Phase.READY, [], 0)


def test_the_start_enters_the_first_segment_and_its_first_cue_comes() -> None:
    started = walk(TIMELINE, "start; at 1")
    assert started.effects[:2] == [Entered(0), Moved()]
    assert started.heard[0] == TIMELINE.cues[0].text


def test_starting_twice_is_starting_once() -> None:
    assert walk(TIMELINE, "start; at 5 start; at 9").effects == walk(TIMELINE, "start; at 9").effects


def test_a_cue_at_the_very_moment_of_a_tick_is_due_with_the_next() -> None:
    player = Player(TIMELINE)
    at = TIMELINE.cues[7].at_ms
    assert CueDue(7) not in player.tick(State(Phase.RUNNING, Ms(at - 5)), 5)[1]
    assert CueDue(7) in player.tick(State(Phase.RUNNING, at), 1)[1]


def test_time_that_was_paused_is_not_exercised() -> None:
    assert walk(TIMELINE, "start; at 10 pause; at 3000 resume; at 3005").position_s == 15


def test_pausing_twice_is_pausing_once() -> None:
    paused = walk(TIMELINE, "start; at 10 pause pause resume resume; at 12")
    assert [e for e in paused.effects if isinstance(e, (Paused, Resumed))] == [Paused(PauseReason.PERSON), Resumed()]
    assert paused.position_s == 12


@pytest.mark.parametrize("command", [Command.RESUME, Command.SKIP, Command.BACK, Command.REPEAT])
def test_after_a_pause_or_a_jump_it_moves_on_once_its_lead_is_over(command: Command) -> None:
    player = Player(TIMELINE, lead_ms=250)
    state, _ = player.command(State(), Command.START, 0)
    if command is Command.RESUME:
        state, _ = player.command(state, Command.PAUSE, 1000)
    state, _ = player.command(state, command, 1000)
    waits, none = player.tick(state, 1249)
    assert (waits.position_ms, none) == (state.position_ms, ())
    assert player.tick(waits, 1350)[0].position_ms == state.position_ms + 100
    assert player.command(waits, Command.PAUSE, 1249)[0].position_ms == state.position_ms


def test_the_lid_closed_in_a_hold_for_forty_minutes_pauses_in_that_hold() -> None:
    moment = HOLDS[1] + 7
    away = walk(TIMELINE, f"start; at {moment}; gone until {moment + 2400}")
    assert away.position_s == pytest.approx(moment)
    assert (away.state.phase, away.state.reason) == (Phase.PAUSED, PauseReason.GAP)
    heard = len(away.heard)
    away.press(Command.RESUME)
    away.tick(100)
    assert away.position_s == pytest.approx(moment + 0.1)
    assert len(away.heard) <= heard + 1, "no burst of cues"


def test_two_seconds_without_a_beat_are_only_a_slow_computer() -> None:
    slow = walk(TIMELINE, "start; at 10; gone until 12")
    assert (slow.state.phase, slow.position_s) == (Phase.RUNNING, 12)


def test_a_faster_session_bears_a_longer_gap() -> None:
    player = Player(TIMELINE, gap_ms=40_000)
    state, _ = player.command(State(), Command.START, 0)
    state, _ = player.tick(state, 40_000)
    assert (state.phase, state.position_ms) == (Phase.RUNNING, 40_000)


def test_skip_in_a_set_goes_to_the_other_foot_and_back_into_the_very_rep() -> None:
    moment = HOLDS[1] + 20
    assert walk(TIMELINE, f"start; at {moment} skip").position_s == FIRST_SWITCH
    assert walk(TIMELINE, f"start; at {moment} skip; at {moment + 2} back").position_s == pytest.approx(moment)


def test_late_after_a_skip_back_is_the_start_of_what_is_going_on() -> None:
    moment = READY + 1
    late = walk(TIMELINE, f"start; at {moment} skip; at {moment + 3.5} back")
    assert late.position_s == FIRST_REP


def test_a_skip_is_not_undone_twice() -> None:
    moment = HOLDS[1]
    twice = walk(TIMELINE, f"start; at {moment} skip back back")
    assert twice.position_s == FIRST_REP


def test_a_skip_is_forgotten_once_something_else_was_pressed() -> None:
    moment = HOLDS[1]
    assert walk(TIMELINE, f"start; at {moment} skip repeat back").position_s == 0


def test_back_within_three_seconds_is_what_was_before() -> None:
    assert walk(TIMELINE, f"start; at {FIRST_REP + 3} back").position_s == READY
    assert walk(TIMELINE, f"start; at {FIRST_REP + 3.001} back").position_s == FIRST_REP


def test_skipping_while_paused_stays_paused() -> None:
    paused = walk(TIMELINE, "start; at 1 pause skip skip; at 60")
    assert (paused.state.phase, paused.position_s) == (Phase.PAUSED, READY)


def test_a_skipped_cue_is_not_heard_and_one_gone_back_to_is_heard_again() -> None:
    assert "Left foot first." not in walk(TIMELINE, "start; at 0.1 skip skip skip; at 9").heard
    again = walk(TIMELINE, f"start; at {FIRST_REP} repeat; at {2 * FIRST_REP}")
    assert again.heard.count("Left foot first.") == 2


def test_the_end_is_told_once() -> None:
    over = walk(TIMELINE, f"start; at {TOTAL + 20} stop skip back start resume; at {TOTAL + 30}")
    assert over.effects[-2:] == [Moved(), Ended(finished=True)]
    assert (over.state.phase, over.position_s) == (Phase.FINISHED, TOTAL)


@pytest.mark.parametrize("before", ["", "start;", "start; at 5 pause;"])
def test_stop_ends_a_session_once_wherever_it_is(before: str) -> None:
    stopped = walk(TIMELINE, f"{before} at 10 stop stop resume start; at 20")
    assert stopped.effects[-2:] == [Moved(), Ended(finished=False)]
    assert stopped.effects.count(Ended(finished=False)) == 1
    assert stopped.state.phase is Phase.STOPPED
    assert stopped.state.reason is None


def test_skipping_the_closing_words_finishes_the_session_from_a_pause_too() -> None:
    for pause in ("", "pause"):
        end = walk(TIMELINE, f"start; at {TOTAL - 1} {pause} skip")
        assert end.effects[-2:] == [Moved(), Ended(finished=True)]
        assert (end.state.phase, end.state.reason, end.position_s) == (Phase.FINISHED, None, TOTAL)


def test_repeat_in_the_closing_words_is_the_last_exercise_again() -> None:
    timeline = shipped("short").timeline
    again = walk(timeline, f"start; at {timeline.total_ms / 1000 - 1} repeat")
    segment = timeline.segments[timeline.segment_index(again.state.position_ms)]
    assert (segment.kind, segment.exercise, segment.start_ms) == (
        SegmentKind.INTRO,
        "wall-stretch",
        again.state.position_ms,
    )
