"""Going on with a session that was left."""

from dataclasses import replace

from builders import LAW, SESSIONS, Session, shipped
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.exercise import Side
from footroutine.domain.planner import timed
from footroutine.domain.resume import NO_LEAD_IN, LeadIn, Progress, Recipe, again, shape_of
from footroutine.domain.script import compose
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import WORK, CueKind, SegmentKind

LEADING = [SegmentKind.INTRO, SegmentKind.POSTURE, SegmentKind.READY]


def work_of(session: Session) -> list[int]:
    return [n for n, s in enumerate(session.timeline.segments) if s.kind in WORK]


@LAW
@given(SESSIONS, st.sampled_from(["full", "counts", "tones"]), st.integers(3, 60))
def test_the_same_session_is_made_again_whatever_the_settings_are_now(
    session: Session, talk: str, get_ready_s: int
) -> None:
    recipe = Recipe.of(session.timeline)
    now = Settings(talk=talk, get_ready_s=get_ready_s)
    script = compose(recipe.routine_again(), session.exercises, recipe.settings_again(now))
    assert shape_of(script.drafts) == recipe.shape == shape_of(session.timeline.segments)
    assert [step.dose for step in script.steps] == [step.dose for step in session.timeline.steps]
    assert [step.exercise for step in script.steps] == [step.exercise for step in session.timeline.steps]


@LAW
@given(SESSIONS, st.data())
def test_it_goes_on_before_the_first_turn_that_is_not_done_and_never_in_the_midst_of_work(
    session: Session, data: st.DataObject
) -> None:
    segments = session.timeline.segments
    left = data.draw(st.integers(0, len(segments) - 1))
    done = frozenset(n for n in work_of(session) if n < left)
    found = again(session.script, Progress(left, done), session.settings)
    later = [n for n in work_of(session) if n not in done and segments[n].rep is not None]
    if found is None:
        assert not later
        return
    script, lead_in = found
    timeline = timed(script, session.length_of)
    assert [s.kind for s in timeline.segments[lead_in.at :][: lead_in.count]] == LEADING
    first = timeline.segments[lead_in.at + lead_in.count]
    assert first.kind in WORK
    assert segments[lead_in.at - 1].kind not in WORK  # the whole of a turn, from its first movement
    assert {(s.step, s.set, s.side) for s in timeline.segments[lead_in.at :][: lead_in.count]} == {
        (first.step, first.set, first.side)
    }
    assert lead_in.at <= later[0]
    turn = [n for n in range(lead_in.at, len(segments)) if all(s.kind in WORK for s in segments[lead_in.at : n + 1])]
    assert later[0] in turn
    assert len(timeline.segments) == len(segments) + lead_in.count
    for n, segment in enumerate(segments):
        now = timeline.segments[lead_in.now(n)]
        assert lead_in.at_first(lead_in.now(n)) == n
        assert replace(now, start_ms=segment.start_ms, end_ms=segment.end_ms) == segment
    assert {lead_in.at_first(lead_in.at + n) for n in range(lead_in.count)} == {lead_in.at}


def test_a_set_that_was_begun_is_done_from_its_first_rep() -> None:
    session = shipped("toe-press")
    set_two = [n for n, s in enumerate(session.timeline.segments) if s.kind in WORK and s.set == 2]
    done = frozenset(n for n in work_of(session) if n < set_two[7])
    found = again(session.script, Progress(set_two[7], done), session.settings)
    assert found
    assert found[1].at == set_two[0]


def test_the_wall_stretch_goes_on_with_the_stretch_that_was_left() -> None:
    session = shipped("full")
    stretches = [n for n, s in session.segments(SegmentKind.HOLD) if s.exercise == "wall-stretch"]
    third = stretches[2]
    done = frozenset(n for n in work_of(session) if n < third)
    found = again(session.script, Progress(third, done), session.settings)
    assert found
    script, lead_in = found
    assert (script.drafts[lead_in.at].side, script.drafts[lead_in.at + 3].rep) == (Side.LEFT, 2)


def test_what_was_left_in_its_closing_words_is_over() -> None:
    session = shipped("short")
    last = len(session.timeline.segments) - 1
    assert again(session.script, Progress(last, frozenset()), session.settings) is None


def test_a_place_that_the_session_does_not_have_is_held_within_it() -> None:
    session = shipped("short")
    assert again(session.script, Progress(10_000, frozenset()), session.settings) is None
    found = again(session.script, Progress(-5, frozenset()), session.settings)
    assert found
    assert found[1].at == work_of(session)[0]


def test_it_says_with_what_it_goes_on_and_how_to_get_there_from_anywhere() -> None:
    session = shipped("full")
    second = next(n for n, s in session.segments(SegmentKind.HOLD) if (s.exercise, s.set) == ("active-flexion", 2))
    found = again(session.script, Progress(second, frozenset(range(second))), session.settings)
    assert found
    script, lead_in = found
    cues = [c for c in timed(script, session.length_of).cues if lead_in.at <= c.segment < lead_in.at + lead_in.count]
    assert [c.kind for c in cues[:2]] == [CueKind.SAFETY, CueKind.NAME]
    assert cues[1].text == "Active Flexion."
    assert [c.text for c in cues if c.kind is CueKind.NEXT] == ["Next: the last set, left foot."]
    assert [c.text for c in cues if c.kind is CueKind.POSTURE] == ["Come to sit on your chair."]
    assert any(c.kind is CueKind.SAFETY for c in cues)
    assert [c.text for c in cues if c.kind is CueKind.SIDE] == ["Left foot first."]


def test_a_first_set_is_not_told_as_the_next() -> None:
    session = shipped("short")
    found = again(session.script, Progress(0, frozenset()), session.settings)
    assert found
    script, lead_in = found
    kinds = [line.kind for draft in script.drafts[lead_in.at :][: lead_in.count] for line in draft.lines]
    assert CueKind.NEXT not in kinds


def test_with_no_lead_in_every_number_stays() -> None:
    assert [NO_LEAD_IN.now(n) for n in range(5)] == [NO_LEAD_IN.at_first(n) for n in range(5)] == list(range(5))
    assert LeadIn(2, 3).at_first(1) == 1


def test_another_session_has_another_shape() -> None:
    assert len({shape_of(shipped(r).timeline.segments) for r in ("full", "short", "toe-press")}) == 3
