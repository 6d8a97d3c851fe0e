"""The plan of a day and its ledger."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from builders import LAW
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.day_plan import ONCE, THROUGH_THE_DAY, DayPlan, Item, ItemKind, Ledger, ledger
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord, SessionState, SetRecord

DAY = date(2026, 5, 4)  # a Monday
MADRID = ZoneInfo("Europe/Madrid")


def at(hour: int, minute: int = 0, day: date = DAY, zone: timezone | ZoneInfo | None = None) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=zone or UTC)


def a_set(done_at: datetime | None, number: int = 1, side: Side = Side.BOTH, exercise: str = "toe-press") -> SetRecord:
    reps = 10 if done_at else 4
    return SetRecord(0, number, side, exercise, 10, reps, 30_000, reps * 3000, done_at)


def a_session(*sets: SetRecord, id_: int = 1, routine: str = "toe-press", finished: bool = True) -> SessionRecord:
    moments = [each.done_at for each in sets if each.done_at]
    last = max(moments, default=at(12))
    state = SessionState.FINISHED if finished else SessionState.STOPPED
    return SessionRecord(id_, routine, routine, last, last, state, 60_000, sets)


def pressed(*moments: datetime) -> list[SessionRecord]:
    """One set at each moment, each in a session of its own."""
    return [a_session(a_set(moment), id_=n) for n, moment in enumerate(moments)]


def counts(found: Ledger) -> list[tuple[int, int]]:
    return [(entry.done, entry.goal) for entry in found.entries]


def hours(found: Ledger, now: datetime) -> list[int]:
    return [moment.hour for moment in found.still_open(now)]


def test_nothing_done_is_nought_of_three_and_all_times_are_open() -> None:
    found = ledger(THROUGH_THE_DAY, DAY, [])
    assert counts(found) == [(0, 3)]
    assert hours(found, at(7)) == [9, 13, 18]
    assert not found.is_done


def test_once_now_and_twice_later() -> None:
    moments = [at(8, 30), at(13, 5), at(19)]
    for done, still_open in ((1, [13, 18]), (2, [18]), (3, [])):
        found = ledger(THROUGH_THE_DAY, DAY, pressed(*moments[:done]))
        assert counts(found) == [(done, 3)]
        assert hours(found, at(20)) == still_open
    assert found.is_done
    assert [slot.done_at for slot in found.entries[0].slots] == moments


def test_all_three_in_one_go_are_done_with() -> None:
    sets = [a_set(at(10, n), number=n) for n in (1, 2, 3)]
    found = ledger(THROUGH_THE_DAY, DAY, [a_session(*sets)])
    assert counts(found) == [(3, 3)]
    assert hours(found, at(20)) == []


def test_a_late_start_is_not_reminded_of_what_was_missed_and_may_still_make_up_for_it() -> None:
    found = ledger(THROUGH_THE_DAY, DAY, pressed(at(13, 5)))
    assert [slot.done_at is not None for slot in found.entries[0].slots] == [False, True, False]
    assert hours(found, at(14)) == [18]
    late = ledger(THROUGH_THE_DAY, DAY, pressed(at(22), at(22, 30), at(23)))
    assert counts(late) == [(3, 3)]


def test_what_goes_beyond_the_plan_is_told_as_more() -> None:
    found = ledger(THROUGH_THE_DAY, DAY, pressed(*(at(10, n) for n in range(5))))
    assert (counts(found), found.entries[0].more) == ([(3, 3)], 2)


def test_a_set_that_is_not_complete_does_not_count() -> None:
    assert counts(ledger(THROUGH_THE_DAY, DAY, [a_session(a_set(None))])) == [(0, 3)]


def test_a_set_of_each_foot_counts_when_both_have_done_it() -> None:
    plan = DayPlan((Item(ItemKind.SETS, "side-to-side", (time(9), time(18))),))
    left = a_set(at(10), side=Side.LEFT, exercise="side-to-side")
    right = a_set(at(11), side=Side.RIGHT, exercise="side-to-side")
    assert counts(ledger(plan, DAY, [a_session(left, replace(right, done_reps=3))])) == [(0, 2)]
    both = ledger(plan, DAY, [a_session(left, right)])
    assert (counts(both), both.entries[0].slots[0].done_at) == ([(1, 2)], at(11))


def test_a_routine_is_done_when_it_was_played_to_its_end_or_whole() -> None:
    some = (a_set(at(10)), a_set(None, number=2))
    for sets, finished, done in (
        (some, True, 1), (some, False, 0), ((a_set(at(10)),), False, 1), ((a_set(None),), True, 0)
    ):  # fmt: skip
        session = a_session(*sets, routine="full", finished=finished)
        assert counts(ledger(ONCE, DAY, [session])) == [(done, 1)]
    assert counts(ledger(ONCE, DAY, [a_session(a_set(at(10)), routine="short")])) == [(0, 1)]


def test_a_session_over_midnight_gives_each_day_what_was_done_in_it() -> None:
    next_day = DAY + timedelta(days=1)
    sessions = [a_session(a_set(at(23, 58), 1), a_set(at(0, 3, next_day), 2), a_set(at(0, 8, next_day), 3))]
    assert [counts(ledger(THROUGH_THE_DAY, day, sessions)) for day in (DAY, next_day)] == [[(1, 3)], [(2, 3)]]


def test_the_hour_that_comes_twice_and_the_one_that_does_not_come() -> None:
    autumn, spring = date(2026, 10, 25), date(2026, 3, 29)
    first = datetime(2026, 10, 25, 2, 30, tzinfo=MADRID)
    twice = pressed(first, first.replace(fold=1))
    assert first.utcoffset() != first.replace(fold=1).utcoffset()
    assert counts(ledger(THROUGH_THE_DAY, autumn, twice)) == [(2, 3)]
    around = pressed(datetime(2026, 3, 29, 1, 59, tzinfo=MADRID), datetime(2026, 3, 29, 3, 1, tzinfo=MADRID))
    assert counts(ledger(THROUGH_THE_DAY, spring, around)) == [(2, 3)]
    assert [m.utcoffset() for m in ledger(THROUGH_THE_DAY, spring, []).still_open(at(4, day=spring, zone=MADRID))] == [
        timedelta(hours=2)
    ] * 3


def test_a_day_lived_in_two_zones_is_one_day() -> None:
    tokyo, honolulu = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))
    flown = pressed(at(20, zone=tokyo), at(9, zone=honolulu))  # the same date again, after the date line
    assert counts(ledger(THROUGH_THE_DAY, DAY, flown)) == [(2, 3)]


def test_on_a_rest_day_there_is_nothing_to_do() -> None:
    plan = replace(THROUGH_THE_DAY, rest_days=frozenset({0}))
    found = ledger(plan, DAY, pressed(at(10)))
    assert (found.entries, found.is_done, found.still_open(at(12))) == ((), True, ())
    assert counts(ledger(plan, DAY + timedelta(days=1), [])) == [(0, 3)]


def test_two_items_of_one_exercise_share_its_sets() -> None:
    plan = DayPlan(
        (Item(ItemKind.SETS, "toe-press", (time(9),)), Item(ItemKind.SETS, "toe-press", (time(18), time(20))))
    )
    assert counts(ledger(plan, DAY, pressed(at(10), at(11)))) == [(1, 1), (1, 2)]


OFFSETS = st.sampled_from([-600, -300, 0, 60, 330, 540, 840]).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.builds(
    lambda minutes, zone: datetime(2026, 5, 3, tzinfo=zone) + timedelta(minutes=minutes),
    st.integers(0, 3 * 24 * 60),
    OFFSETS,
)
SETS = st.builds(
    lambda step, number, side, exercise, moment: replace(a_set(moment, number, side, exercise), step=step),
    st.integers(0, 2), st.integers(1, 3), st.sampled_from(Side), st.sampled_from(["toe-press", "other"]),
    st.none() | MOMENTS,
)  # fmt: skip
SESSIONS = st.lists(
    st.builds(
        lambda sets, id_, routine, finished: a_session(*sets, id_=id_, routine=routine, finished=finished),
        st.lists(SETS, max_size=6, unique_by=lambda s: (s.step, s.number, s.side)), st.integers(1, 9),
        st.sampled_from(["toe-press", "full"]), st.booleans(),
    ),
    max_size=6, unique_by=lambda s: s.id,
)  # fmt: skip
TIMES = st.lists(st.times(), max_size=4).map(tuple)
ITEMS = st.builds(Item, st.sampled_from(ItemKind), st.sampled_from(["toe-press", "full", "other"]), TIMES)
PLANS = st.builds(DayPlan, st.lists(ITEMS, max_size=3).map(tuple), st.sets(st.integers(0, 6)).map(frozenset))
DAYS = [DAY + timedelta(days=n) for n in range(-2, 5)]


@LAW
@given(PLANS, SESSIONS, st.data())
def test_the_laws_of_the_ledger(plan: DayPlan, sessions: list[SessionRecord], data: st.DataObject) -> None:
    books = {day: ledger(plan, day, sessions) for day in DAYS}
    for day, book in books.items():
        assert [entry.item for entry in book.entries] == list(plan.on(day))
        for entry in book.entries:
            assert 0 <= entry.done <= entry.goal == len(entry.item.times)
            assert all(slot.done_at.date() == day for slot in entry.slots if slot.done_at)
            assert [slot.at for slot in entry.slots] == sorted(entry.item.times)
            assert not entry.more or entry.done == entry.goal
            assert len(entry.still_open(at(12, day=day))) <= entry.goal - entry.done
    # However the records come, and however often, nothing counts twice.
    shuffled = data.draw(st.permutations(sessions)) + sessions
    assert {day: ledger(plan, day, shuffled) for day in DAYS} == books
    of_exercise = [
        entry for book in books.values() for entry in book.entries
        if (entry.item.kind, entry.item.what) == (ItemKind.SETS, "toe-press")
    ]  # fmt: skip
    whole = {(s.id, x.step, x.number) for s in sessions for x in s.sets if x.exercise == "toe-press" and x.is_complete}
    assert sum(entry.done for entry in of_exercise) <= len(whole)


@LAW
@given(SESSIONS, st.integers(1, 4))
def test_one_more_set_is_one_more_done_or_one_more_beyond(sessions: list[SessionRecord], goal: int) -> None:
    plan = DayPlan((Item(ItemKind.SETS, "toe-press", tuple(time(8 + n) for n in range(goal))),))
    before = ledger(plan, DAY, sessions).entries[0]
    after = ledger(plan, DAY, [*sessions, a_session(a_set(at(15)), id_=99)]).entries[0]
    assert after.done + after.more == before.done + before.more + 1
    assert after.done == min(goal, before.done + 1)
