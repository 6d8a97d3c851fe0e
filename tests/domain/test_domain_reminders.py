"""Reminders: at the plan's open times, never in quiet hours, never nagging."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.reminders import AGAIN, LATER, MOST, Quiet, Reminded, due

DAY = datetime(2026, 5, 4, tzinfo=UTC)
NINE, ONE, SIX = (DAY.replace(hour=hour) for hour in (9, 13, 18))
QUIET = Quiet()
NEVER_QUIET = Quiet(time(0), time(0))


@pytest.mark.parametrize(
    ("quiet", "at", "holds"),
    [
        (QUIET, time(21), True), (QUIET, time(3), True), (QUIET, time(7, 59), True), (QUIET, time(8), False),
        (QUIET, time(20, 59), False), (Quiet(time(12), time(14)), time(13), True),
        (Quiet(time(12), time(14)), time(14), False), (NEVER_QUIET, time(0), False), (NEVER_QUIET, time(12), False),
    ],
)  # fmt: skip
def test_quiet_hours_go_from_the_first_up_to_the_last(quiet: Quiet, at: time, holds: bool) -> None:
    assert quiet.holds(at) is holds


def test_nothing_before_its_time_and_the_time_itself_counts() -> None:
    assert due(NINE - timedelta(seconds=1), [NINE], Reminded(), QUIET) is None
    assert due(NINE, [NINE], Reminded(), QUIET) == NINE


def test_of_several_missed_times_only_the_latest_is_told() -> None:
    assert due(SIX, [NINE, ONE, SIX], Reminded(), QUIET) == SIX
    told = Reminded().shown(SIX, SIX)
    assert due(SIX + timedelta(minutes=1), [NINE, ONE, SIX], told, QUIET) is None


def test_a_reminder_is_repeated_once_and_only_while_nothing_was_recorded() -> None:
    told = Reminded().shown(NINE, NINE)
    again = NINE + AGAIN
    assert due(again - timedelta(seconds=1), [NINE, ONE], told, QUIET) is None
    assert due(again, [NINE, ONE], told, QUIET) == NINE
    assert due(again, [ONE], told, QUIET) is None
    assert due(again + AGAIN, [NINE], told.shown(NINE, again), QUIET) is None


def test_in_15_minutes_means_just_that() -> None:
    later = Reminded().shown(NINE, NINE).put_off(NINE)
    assert due(NINE + LATER - timedelta(seconds=1), [NINE], later, QUIET) is None
    assert due(NINE + LATER, [NINE], later, QUIET) == NINE
    told = later.shown(NINE, NINE + LATER)
    assert due(NINE + LATER + AGAIN, [NINE], told, QUIET) == NINE


def test_not_today_lasts_until_midnight() -> None:
    no_more = Reminded().shown(NINE, NINE).no_more_today(NINE)
    assert due(SIX, [NINE, ONE, SIX], no_more, QUIET) is None
    tomorrow = NINE + timedelta(days=1)
    assert due(tomorrow, [tomorrow], no_more, QUIET) == tomorrow


@given(
    hours=st.lists(st.integers(0, 23), unique=True, max_size=6),
    beats=st.lists(st.integers(0, 24 * 60 - 1), max_size=60),
    quiet=st.builds(Quiet, st.times(), st.times()),
)
def test_never_in_quiet_hours_and_never_more_than_twice_for_one_time(
    hours: list[int], beats: list[int], quiet: Quiet
) -> None:
    slots = [DAY.replace(hour=hour) for hour in hours]
    reminded, told = Reminded(), []
    for minute in sorted(beats):
        now = DAY + timedelta(minutes=minute)
        if slot := due(now, slots, reminded, quiet):
            assert slot in slots
            assert slot <= now
            assert not quiet.holds(now.time())
            reminded = reminded.shown(slot, now)
            told.append(slot)
    assert all(told.count(slot) <= MOST for slot in slots)
    assert told == sorted(told)
