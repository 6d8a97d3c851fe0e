"""What was really done."""

from builders import LAW, SESSIONS, Session, cycle, exercise, hold, of_exercise, travel
from hypothesis import given
from walk import Walk, walk

from footroutine.domain.exercise import Side, Sides
from footroutine.domain.timeline import SegmentKind
from footroutine.player.record import Record, SetDone, SetKey
from footroutine.player.state import Command, Left

# Two sets of three reps for each foot: 1.5 s there, 4 s held.
TIMELINE = of_exercise(exercise(travel(), hold(), sets=2, reps=3, hold_s=4), length_of=lambda _: 300).timeline
REPS = [s for s in TIMELINE.segments if s.kind is SegmentKind.TRAVEL]
FIRST, SECOND, THIRD = (rep.start_ms / 1000 for rep in REPS[:3])
AFTER_THIRD = next(s.start_ms / 1000 for s in TIMELINE.segments if s.kind is SegmentKind.SWITCH)


def done(walked: Walk) -> dict[tuple[int, Side], tuple[int, int]]:
    """Reps and milliseconds done, by set and side."""
    sets = walked.record.sets(walked.timeline)
    return {(s.key.set, s.key.side): (s.done_reps, s.done_ms) for s in sets if s.done_reps or s.done_ms}


@LAW
@given(SESSIONS)
def test_a_session_played_to_its_end_is_done_as_planned(session: Session) -> None:
    timeline = session.timeline
    record = Record().after(timeline, [Left(n) for n in range(len(timeline.segments))])
    sets = record.sets(timeline)
    for n, step in enumerate(timeline.steps):
        sides = 1 if step.exercise.sides is Sides.BOTH else 2
        own = [s for s in sets if s.key.step == n]
        assert len(own) == step.dose.sets * sides
        assert all(s.is_complete and s.done_reps == s.planned_reps == step.dose.reps for s in own)
        assert all(s.exercise == step.exercise.id for s in own)
    stays = [s for _, s in session.segments(SegmentKind.HOLD, SegmentKind.CYCLE)]
    assert sum(s.done_ms for s in sets) == sum(s.end_ms - s.start_ms for s in stays)


@LAW
@given(SESSIONS)
def test_a_session_left_at_once_has_every_set_planned_and_none_done(session: Session) -> None:
    full = Record(frozenset(range(len(session.timeline.segments)))).sets(session.timeline)
    none = Record().sets(session.timeline)
    assert [(s.key, s.planned_reps, s.exercise) for s in none] == [(s.key, s.planned_reps, s.exercise) for s in full]
    assert all((s.done_reps, s.done_ms, s.is_complete) == (0, 0, False) for s in none)


def test_only_work_is_recorded() -> None:
    assert walk(TIMELINE, f"start; at {FIRST}").record == Record()
    everything = walk(TIMELINE).finish().record.done
    assert {TIMELINE.segments[n].kind for n in everything} == {SegmentKind.TRAVEL, SegmentKind.HOLD}


def test_a_set_that_was_stopped_counts_as_what_it_was() -> None:
    stopped = walk(TIMELINE, f"start; at {THIRD + 1} stop")
    assert done(stopped) == {(1, Side.LEFT): (2, 8000)}
    assert stopped.record.sets(TIMELINE)[0] == SetDone(SetKey(0, 1, Side.LEFT), "mine", 3, 2, 8000, 12_000)
    assert not stopped.record.sets(TIMELINE)[0].is_complete


def test_a_rep_that_was_not_held_to_its_end_is_not_done() -> None:
    assert done(walk(TIMELINE, f"start; at {AFTER_THIRD - 0.001} stop")) == {(1, Side.LEFT): (2, 8000)}
    assert done(walk(TIMELINE, f"start; at {AFTER_THIRD} stop")) == {(1, Side.LEFT): (3, 12_000)}


def test_skipped_reps_are_not_done_and_what_follows_is() -> None:
    skipped = walk(TIMELINE, f"start; at {SECOND + 0.5} skip").finish()
    assert done(skipped) == {
        (1, Side.LEFT): (1, 4000),
        (1, Side.RIGHT): (3, 12_000),
        (2, Side.LEFT): (3, 12_000),
        (2, Side.RIGHT): (3, 12_000),
    }


def test_sides_are_kept_apart() -> None:
    """The left foot skipped as a whole, the right one done."""
    other = walk(TIMELINE, f"start; at {FIRST} skip").finish()
    assert (1, Side.LEFT) not in done(other)
    assert done(other)[1, Side.RIGHT] == (3, 12_000)


def test_a_rep_that_is_repeated_counts_once() -> None:
    again = walk(TIMELINE, f"start; at {THIRD} repeat").finish()
    assert done(again)[1, Side.LEFT] == (3, 12_000)


def test_a_skip_that_was_undone_costs_nothing() -> None:
    undone = walk(TIMELINE, f"start; at {THIRD + 2} skip; at {THIRD + 4} back").finish()
    assert done(undone) == done(walk(TIMELINE).finish())


def test_a_rep_is_done_when_all_its_movements_are() -> None:
    """Circled one way and then skipped: the seconds count, the rep does not."""
    circles = exercise(
        cycle("one-way"), cycle("other-way"), enter=(travel("lift"),), sides=Sides.BOTH, reps=1, cycle_s=5
    )
    timeline = of_exercise(circles).timeline
    second = next(s.start_ms / 1000 for s in timeline.segments if s.movement == "other-way")
    half = walk(timeline, f"start; at {second + 1} skip")
    assert done(half) == {(1, Side.BOTH): (0, 5000)}
    cycles = [n for n, s in enumerate(timeline.segments) if s.kind is SegmentKind.CYCLE]
    for some, reps in ((cycles[:1], 0), (cycles[1:], 0), (cycles, 1)):
        assert Record(frozenset(some)).sets(timeline)[0].done_reps == reps


def test_it_is_gathered_bit_by_bit_as_the_effects_come() -> None:
    walked, record = Walk(TIMELINE), Record()
    record = record.after(TIMELINE, walked.press(Command.START))
    while not walked.record.sets(TIMELINE)[1].is_complete:
        record = record.after(TIMELINE, walked.tick(900))
    assert record == walked.record


def test_only_work_belongs_to_a_set() -> None:
    for segment in TIMELINE.segments:
        key = SetKey.of(segment)
        assert (key is not None) == (segment.movement is not None)
        assert key is None or (key.step, key.set, key.side) == (segment.step, segment.set, segment.side)
