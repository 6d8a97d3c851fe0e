"""What holds of every compiled session, whatever the routine, the doses, the settings and the voice."""

from itertools import pairwise

import pytest
from builders import (
    LAW,
    SESSIONS,
    LetterVoice,
    Session,
    Voice,
    cycle,
    exercise,
    hold,
    is_spoken,
    of_exercise,
    shipped,
    travel,
)
from hypothesis import example, given

from footroutine.domain.exercise import MovementKind, Posture
from footroutine.domain.planner import PAUSE_MS, plan
from footroutine.domain.script import moving_ms
from footroutine.domain.timeline import CueKind, SegmentKind, Tone

GAP_MS = 60  # of silence, at the least
TEN_LEFT = "Ten seconds to go."
NUMBERS = {1: "One.", 2: "Two.", 3: "Three.", 4: "Four.", 5: "Five."}
HOLD_FIRST = of_exercise(exercise(hold(), travel()))
CYCLE_FIRST = of_exercise(exercise(cycle(seconds=3.2), hold()))


@LAW
@given(SESSIONS)
def test_segments_follow_one_another_from_zero(session: Session) -> None:
    segments = session.timeline.segments
    assert segments[0].start_ms == 0
    assert all(s.end_ms > s.start_ms for s in segments)
    assert all(a.end_ms == b.start_ms for a, b in pairwise(segments))
    assert session.timeline.total_ms == sum(s.end_ms - s.start_ms for s in segments)


@LAW
@given(SESSIONS)
def test_no_two_cues_ever_overlap(session: Session) -> None:
    cues = session.timeline.cues
    for before, after in pairwise(cues):
        assert before.at_ms <= before.end_ms <= after.at_ms
        if before.segment == after.segment:
            assert after.at_ms - before.end_ms >= GAP_MS


@LAW
@given(SESSIONS)
def test_every_cue_lies_within_its_own_segment(session: Session) -> None:
    for cue in session.timeline.cues:
        segment = session.timeline.segments[cue.segment]
        assert segment.start_ms <= cue.at_ms <= cue.end_ms <= segment.end_ms


@LAW
@given(SESSIONS)
def test_a_phrase_sounds_as_long_as_its_voice_takes(session: Session) -> None:
    for cue in session.timeline.cues:
        if is_spoken(cue):
            assert cue.tone is None
            assert cue.end_ms - cue.at_ms == session.length_of(cue.text)


@LAW
@given(SESSIONS)
@example(HOLD_FIRST)
@example(CYCLE_FIRST)
def test_each_last_second_is_counted_on_its_second(session: Session) -> None:
    """Last 3 of a hold or a circling, 5 from 20 s on; three, two, one before every start; spoken or as a tone."""
    for n, segment in session.segments(SegmentKind.HOLD, SegmentKind.CYCLE, SegmentKind.READY, SegmentKind.SWITCH,
                                       SegmentKind.REST):  # fmt: skip
        length = segment.end_ms - segment.start_ms
        is_start = segment.kind not in (SegmentKind.HOLD, SegmentKind.CYCLE)
        last = 3 if is_start or length < 20_000 else 5
        tone = Tone.LEAD_IN if is_start else Tone.LAST
        counts = {
            segment.end_ms - cue.at_ms: cue.text
            for cue in session.cues_in(n)
            if (cue.kind is CueKind.COUNT and cue.text not in session.phrases.seconds_left(10)) or cue.tone is tone
        }
        counted = range(1, min(last, length // 1000) + 1)
        assert counts == {1000 * left: session.phrases.count(left)[0] for left in counted}


@pytest.mark.parametrize(
    ("seconds", "counted"),
    [
        (0.5, []),
        (1, [1]),
        (2.5, [2, 1]),
        (3, [3, 2, 1]),
        (9.999, [3, 2, 1]),
        (10, ["Five seconds to go.", 3, 2, 1]),
        (19.999, [TEN_LEFT, 3, 2, 1]),
        (20, [TEN_LEFT, 5, 4, 3, 2, 1]),
        (29.999, ["Fifteen seconds to go.", 5, 4, 3, 2, 1]),
        (30, ["Fifteen seconds to go.", TEN_LEFT, 5, 4, 3, 2, 1]),
    ],
)
def test_what_is_counted_of_a_hold(seconds: float, counted: list[int | str]) -> None:
    session = of_exercise(exercise(travel(), hold(seconds=seconds), reps=1), length_of=lambda _: 600)
    index = session.segments(SegmentKind.HOLD)[0][0]
    said = [c.text for c in session.cues_in(index) if c.kind in (CueKind.COUNT, CueKind.HALF)]
    assert said == [NUMBERS[one] if isinstance(one, int) else one for one in counted]


@LAW
@given(SESSIONS)
def test_in_the_middle_of_ten_seconds_and_more_it_is_told_how_many_are_left(session: Session) -> None:
    """To the second, so that the words are true; before the other way round they name it, for it is not the end."""
    for n, segment in session.segments(SegmentKind.HOLD, SegmentKind.CYCLE):
        length = segment.end_ms - segment.start_ms
        halves = [c for c in session.cues_in(n) if c.kind is CueKind.HALF or c.tone is Tone.HALF]
        assert len(halves) == (length >= 10_000)
        for cue in halves:
            seconds, rest = divmod(segment.end_ms - cue.at_ms, 1000)
            assert (rest, abs(length - 2000 * seconds) <= 1000) == (0, True)
            assert segment.step is not None
            movements = session.timeline.steps[segment.step].exercise.movements
            turns = any(
                (this.id, after.kind) == (segment.movement, MovementKind.CYCLE)
                and this.cycle
                and after.cycle
                and this.cycle.clockwise != after.cycle.clockwise
                for this, after in pairwise(movements)
            )
            told = session.phrases.other_way_in if turns else session.phrases.seconds_left
            assert cue.text in told(seconds)


@LAW
@given(SESSIONS)
def test_ten_seconds_are_told_where_ten_seconds_are_left_of_thirty_and_more(session: Session) -> None:
    for cue in session.timeline.cues:
        if cue.kind is CueKind.COUNT and cue.text in session.phrases.seconds_left(10):
            segment = session.timeline.segments[cue.segment]
            assert segment.end_ms - cue.at_ms == 10_000
            assert segment.end_ms - segment.start_ms >= 30_000


def test_ten_seconds_are_told_in_every_shipped_stretch() -> None:
    session = shipped()
    holds = [n for n, s in session.segments(SegmentKind.HOLD) if s.exercise == "wall-stretch"]
    assert len(holds) == 6
    assert all(TEN_LEFT in [c.text for c in session.cues_in(n)] for n in holds)


@LAW
@given(SESSIONS)
def test_what_announces_a_moment_is_over_before_it(session: Session) -> None:
    """Before "three, two, one" all is said; so is a movement's word before its seconds are counted."""
    for n, segment in enumerate(session.timeline.segments):
        counted = [
            c.at_ms for c in session.cues_in(n) if c.kind is CueKind.COUNT or c.tone in (Tone.LAST, Tone.LEAD_IN)
        ]
        words = [c for c in session.cues_in(n) if is_spoken(c) and c.kind is not CueKind.COUNT]
        if segment.kind in (SegmentKind.READY, SegmentKind.SWITCH, SegmentKind.REST):
            assert all(c.end_ms < segment.end_ms - 3000 for c in words)
        announcing = [c for c in words if c.kind in (CueKind.MOVE, CueKind.REP, CueKind.SIDE, CueKind.NEXT)]
        assert all(c.end_ms < min(counted, default=segment.end_ms) for c in announcing)


@LAW
@given(SESSIONS)
def test_the_name_and_the_side_are_never_dropped(session: Session) -> None:
    for n, segment in session.segments(SegmentKind.INTRO, SegmentKind.READY, SegmentKind.SWITCH, SegmentKind.REST):
        assert segment.step is not None
        assert segment.side is not None
        step = session.timeline.steps[segment.step]
        texts = {c.text for c in session.cues_in(n)}
        if segment.kind is SegmentKind.INTRO:
            wanted: tuple[str, ...] = session.phrases.name(step.exercise, segment.step, len(session.timeline.steps))
        elif segment.kind is SegmentKind.READY:
            wanted = session.phrases.first_side(step.exercise, segment.side, step.dose.reps)
        elif segment.kind is SegmentKind.SWITCH:
            wanted = session.phrases.switch(step.exercise, segment.side, segment.rep, step.dose.reps)
        else:
            assert segment.set is not None
            wanted = session.phrases.next_set(step.exercise, segment.set, step.dose.sets, segment.side)
        assert texts.intersection(wanted)


@LAW
@given(SESSIONS)
def test_holds_cycles_and_travels_last_exactly_as_dosed_and_rests_no_less(session: Session) -> None:
    for segment in session.timeline.segments:
        if segment.step is None:
            continue
        step, length = session.timeline.steps[segment.step], segment.end_ms - segment.start_ms
        if segment.kind is SegmentKind.REST:
            assert length >= round(1000 * step.dose.rest_s)
        elif segment.kind is SegmentKind.READY:
            assert length >= 1000 * session.settings.get_ready_s
        elif segment.movement:
            movement = step.exercise.movement(segment.movement)
            dosed = {
                MovementKind.HOLD: movement.seconds or step.dose.hold_s,
                MovementKind.CYCLE: movement.seconds or step.dose.cycle_s,
                MovementKind.TRAVEL: (movement.seconds or 0) * step.dose.pace.factor,
            }
            assert abs(length - 1000 * dosed[movement.kind]) < 0.501  # to the nearest millisecond


@LAW
@given(SESSIONS)
def test_every_text_that_is_spoken_is_known_before_the_session(session: Session) -> None:
    """So that the voice can have it ready: with these phrase lengths, and with any others."""
    assert {c.text for c in session.timeline.cues if is_spoken(c)} <= session.script.texts()


@LAW
@given(SESSIONS)
def test_a_routine_is_planned_as_its_script_is_timed(session: Session) -> None:
    made = plan(session.routine, session.exercises, session.settings, session.length_of, session.language)
    assert made == session.timeline


def test_a_long_form_is_said_where_there_is_room_and_a_short_one_where_there_is_not() -> None:
    rep = travel(say=("Slowly move your foot up.", "Foot up.", "Up."), seconds=1.5)
    said = {}
    for length in (100, 30, 10):
        session = of_exercise(exercise(rep, reps=1), length_of=LetterVoice(length))
        said[length] = next(c.text for c in session.timeline.cues if c.kind is CueKind.MOVE)
    assert said == {100: "Foot up.", 30: "Slowly move your foot up.", 10: "Slowly move your foot up."}


def test_where_no_form_fits_the_tone_alone_shows_the_words() -> None:
    """It sounds once, although a tone opens the first rep anyway."""
    session = of_exercise(exercise(travel(say=("Up you go.", "Up.")), reps=1), length_of=lambda _: 3000)
    index = session.segments(SegmentKind.TRAVEL)[0][0]
    assert [(c.kind, c.tone, c.text) for c in session.cues_in(index)] == [(CueKind.TONE, Tone.GO, "Up you go.")]


def test_a_rest_takes_its_shorter_words_rather_than_grow() -> None:
    """Full words need 7 s, and a rest of 10 s has 6 s for them."""
    session = of_exercise(
        exercise(sets=2, rest_s=10), length_of=lambda text: 3000 if "Set" in text or "Next" in text else 900
    )
    index, segment = session.segments(SegmentKind.REST)[0]
    assert segment.end_ms - segment.start_ms == 10_000
    assert [c.text for c in session.cues_in(index) if is_spoken(c)][:2] == ["Rest, ten seconds.", "Left foot next."]


def test_an_introduction_grows_rather_than_drop_words() -> None:
    slow, fast = (shipped(length_of=LetterVoice(ms)) for ms in (200, 20))
    assert [c.text for c in slow.cues_in(0)] == [c.text for c in fast.cues_in(0)]
    assert slow.timeline.segments[0].end_ms > fast.timeline.segments[0].end_ms


def test_on_the_way_to_another_posture_the_next_words_wait_until_the_body_is_there() -> None:
    """The silence comes after the first words, however long they are."""
    for factor in (0.5, 4.0):
        session = of_exercise(exercise(posture=Posture.LYING), length_of=Voice(factor))
        index, segment = session.segments(SegmentKind.POSTURE)[0]
        first, second, *_, last = session.cues_in(index)
        assert second.at_ms - first.end_ms >= moving_ms(None, Posture.LYING)
        assert segment.end_ms - last.end_ms <= PAUSE_MS
