"""What is said in a session, at each talk level."""

from dataclasses import replace

import pytest
from builders import (
    LAW,
    SESSIONS,
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
from hypothesis import given

from footroutine.domain.exercise import Exercise, Sides, Sourced
from footroutine.domain.language import Language
from footroutine.domain.phrases import phrases_in
from footroutine.domain.script import REST_MS
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import Cue, CueKind, SegmentKind, Tone

PHRASES = phrases_in(Language.EN)


@pytest.mark.parametrize(
    ("reps", "said"),
    [
        (4, {4: "One more"}),
        (7, {7: "One more"}),
        (8, {5: "Four more", 8: "One more"}),
        (10, {6: "Five more", 10: "One more"}),
        (20, {6: "Fifteen more", 11: "Ten more", 16: "Five more", 20: "One more"}),
    ],
)
def test_the_place_in_a_set_is_told_now_and_then_and_at_the_last_rep(reps: int, said: dict[int, str]) -> None:
    session = of_exercise(exercise(travel(seconds=4), hold(), sides=Sides.BOTH, reps=reps))
    texts = ["", *session.texts(CueKind.REP)]  # the first rep has the full word
    assert {n: text for n, text in enumerate(texts, 1) if text.split(",")[0] in MARKS} == {
        n: f"{mark}, and go." for n, mark in said.items()
    }
    assert not [text for n, text in enumerate(texts, 1) if ", and" in text and n not in said]


MARKS = ("One more", "Four more", "Five more", "Ten more", "Fifteen more")


def test_the_number_of_a_rep_cannot_be_taken_for_a_second_of_a_countdown() -> None:
    for talk in ("full", "counts"):
        session = shipped(talk=talk)
        counts = {PHRASES.count(n)[0] for n in range(21)}
        assert counts & {c.text for c in session.timeline.cues if c.kind is CueKind.COUNT}
        assert not counts & {c.text for c in session.timeline.cues if c.kind is not CueKind.COUNT}


def test_before_the_last_rep_of_every_shipped_set_one_more_is_said() -> None:
    session = shipped()
    sets = {(s.step, s.set, s.side) for _, s in session.segments(SegmentKind.HOLD) if s.exercise != "wall-stretch"}
    assert len([text for text in session.texts(CueKind.REP) if text.startswith("One more")]) == len(sets)


def test_what_to_have_ready_is_told_first() -> None:
    told = "Five exercises. Have ready: a mat, a chair and a free wall."
    assert shipped().cues_in(0)[0].text == told
    assert shipped("short").cues_in(0)[0].text == "Three exercises. Have ready: a chair and a free wall."
    assert shipped("toe-press").cues_in(0)[0].text == "To pause, press the space bar."
    iced = {"active-flexion": ExerciseChoice(variant="iced")}
    assert "a cushion, ice in a cloth and" in shipped(exercises=iced).cues_in(0)[0].text


def test_what_must_be_known_before_is_told_before_the_first_movement_and_the_dose_after_the_move() -> None:
    one = replace(exercise(), tips=(Sourced("A later tip.", "x"), Sourced("Mind this.", "x", early=True)))
    said = [c.text for c in of_exercise(one).timeline.cues if is_spoken(c)]
    order = ["Be ready now.", "Move.", "Mind this.", "Two reps, each foot. Hold each for three seconds.", "Go."]
    assert [text for text in said[: said.index("Go.") + 1] if text in order] == order


def test_the_other_side_is_told_where_to_be() -> None:
    said = shipped().texts(CueKind.SETUP)
    assert said.count("Right leg out, other foot back.") == 4
    assert said.count("Left leg out, other foot back.") == 2


def test_the_full_word_is_said_at_the_first_rep_of_a_set_and_a_shorter_one_later() -> None:
    up = travel(say=("Move it slowly up.", "Move up.", "Up."), seconds=5)
    down = travel("down", say=("Now slowly down.", "Down."), seconds=5)
    session = of_exercise(exercise(up, down, sides=Sides.BOTH, sets=2, reps=2))
    assert session.texts(CueKind.MOVE) == ["Move it slowly up.", "Now slowly down.", "Down."] * 2
    assert session.texts(CueKind.REP) == ["One more, and up."] * 2


def test_where_the_foot_changes_after_every_rep_each_foots_first_has_the_full_word() -> None:
    up = travel(say=("Step with your {side} foot.", "Step."), seconds=5)
    session = of_exercise(exercise(up, sides=Sides.ALTERNATING, reps=2))
    full = ["Step with your left foot.", "Step with your right foot."]
    assert session.texts(CueKind.MOVE) == [*full, "Step.", "Step."]


def test_in_long_holds_each_tip_and_each_kind_word_is_said_once_and_where_it_is_felt_for_each_side() -> None:
    one = replace(
        exercise(hold_s=30, reps=4, sides=Sides.ALTERNATING), tips=(Sourced("A tip.", "x"), Sourced("Another.", "x"))
    )
    session = of_exercise(one)
    said = [
        [c.text for c in session.cues_in(n) if c.kind in (CueKind.TIP, CueKind.CHEER)]
        for n, _ in session.segments(SegmentKind.HOLD)
    ]
    assert said == [
        ["Feel it.", "Keep breathing."], ["Feel it."],
        ["A tip.", "Nice and steady."], [],
        ["Another.", "You are doing well."], [],
        [], [],
    ]  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_no_kind_word_is_said_twice_in_a_session(language: Language) -> None:
    said = shipped(language=language).texts(CueKind.CHEER)
    assert len(said) == len(set(said)) == 3


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("rest_s", [12, 15, 20, 60])
def test_the_leg_is_placed_in_the_last_seconds_of_a_rest(rest_s: int, language: Language) -> None:
    """Not sooner: a rest is as long as it was said to be."""
    chosen = {name: ExerciseChoice(rest_s=rest_s) for name in ("active-flexion", "side-to-side")}
    session = shipped(exercises=chosen, language=language)
    for n, segment in session.segments(SegmentKind.REST):
        if segment.exercise in chosen:
            (placed,) = (c for c in session.cues_in(n) if c.kind is CueKind.SETUP)
            assert segment.end_ms - segment.start_ms == 1000 * rest_s
            assert 3_000 < segment.end_ms - placed.at_ms < 6_500


@pytest.mark.parametrize("one", [exercise(hold_s=19), exercise(cycle(seconds=30)), exercise(enter=(hold("in", 30),))])
def test_a_short_hold_a_circling_and_a_way_in_are_left_in_peace(one: Exercise) -> None:
    assert not [c for c in of_exercise(one).timeline.cues if c.kind in (CueKind.TIP, CueKind.CHEER)]


def test_each_rest_has_the_next_tip() -> None:
    one = replace(
        exercise(sets=4, rest_s=30, sides=Sides.BOTH), tips=(Sourced("A tip.", "x"), Sourced("Another.", "x"))
    )
    assert of_exercise(one).texts(CueKind.TIP) == ["A tip.", "Another.", "A tip."]


def test_a_rest_says_what_is_done_and_what_comes() -> None:
    session = of_exercise(exercise(sets=3, rest_s=30))
    said = [
        [c.text for c in session.cues_in(n) if c.kind not in (CueKind.COUNT, CueKind.TIP)]
        for n, _ in session.segments(SegmentKind.REST)
    ]
    assert [texts_[1:] for texts_ in said] == [
        ["Rest, thirty seconds. Set one of three is done.", "Next: set two, left foot."],
        ["Rest, thirty seconds. Set two of three is done.", "Next: the last set, left foot."],
    ]
    assert [texts_[0] for texts_ in said] == ["", ""], "the tone opens it"


# The talk levels


@LAW
@given(SESSIONS)
def test_tones_only_says_no_word(session: Session) -> None:
    quiet = replace(session, settings=replace(session.settings, talk="tones"))
    assert not any(is_spoken(cue) for cue in quiet.timeline.cues)
    assert quiet.script.texts() == frozenset()
    assert all(bool(cue.tone) == (cue.kind is CueKind.TONE) for cue in quiet.timeline.cues)


@LAW
@given(SESSIONS)
def test_counts_only_has_no_coaching(session: Session) -> None:
    brief = replace(session, settings=replace(session.settings, talk="counts"))
    coaching = (CueKind.SETUP, CueKind.TIP, CueKind.CHEER, CueKind.MOVE)
    assert not any(cue.kind in coaching for cue in brief.timeline.cues)
    for cue in brief.timeline.cues:
        segment = brief.timeline.segments[cue.segment]
        if cue.kind is CueKind.REP:
            assert segment.rep is not None
            assert cue.text == session.phrases.rep_number(segment.rep)[0]


@pytest.mark.parametrize("talk", ["full", "counts", "tones"])
def test_every_level_counts_each_hold_and_each_start(talk: str) -> None:
    session = shipped(talk=talk)
    for n, segment in session.segments(SegmentKind.HOLD, SegmentKind.CYCLE, SegmentKind.READY, SegmentKind.REST):
        counted = [c for c in session.cues_in(n) if is_count(c)]
        length = segment.end_ms - segment.start_ms
        last = 5 if segment.kind is SegmentKind.HOLD and length >= 20_000 else min(3, length // 1000)
        assert [segment.end_ms - c.at_ms for c in counted] == [1000 * left for left in range(last, 0, -1)]


def is_count(cue: Cue) -> bool:
    return cue.tone in (Tone.LAST, Tone.LEAD_IN) or (
        cue.kind is CueKind.COUNT and cue.text not in PHRASES.seconds_left(10)
    )


@pytest.mark.parametrize("talk", ["counts", "tones"])
def test_a_tone_stands_for_go_where_no_word_does_and_sounds_once(talk: str) -> None:
    session = shipped("toe-press", talk=talk, length_of=Voice(9.0))
    for n, segment in session.segments(SegmentKind.TRAVEL):
        opening = [c.at_ms - segment.start_ms for c in session.cues_in(n) if c.tone is Tone.GO]
        assert opening == [0]


def test_counts_only_says_the_number_of_the_rep() -> None:
    session = shipped("toe-press", talk="counts")
    assert session.texts(CueKind.REP)[:10] == [
        "Rep one.", "Rep two.", "Rep three.", "Rep four.", "Rep five.",
        "Rep six.", "Rep seven.", "Rep eight.", "Rep nine.", "Rep ten.",
    ]  # fmt: skip
    assert len(session.texts(CueKind.REP)) == 30


def test_counts_only_is_brief() -> None:
    session = shipped("short", talk="counts")
    assert session.texts(CueKind.NAME) == ["Toe Press.", "Active Flexion.", "Wall Stretch."]
    assert session.texts(CueKind.SAFETY) == ["Stop at once if it hurts."]
    assert session.texts(CueKind.POSTURE) == ["Stand up.", "Sit down.", "Go to the wall."]
    assert session.texts(CueKind.DONE) == ["All done."]


def test_the_words_of_a_tones_only_session_are_shown() -> None:
    full, quiet = shipped(), shipped(talk="tones")
    shown = {cue.text for cue in quiet.timeline.cues}
    assert {cue.text for cue in full.timeline.cues if cue.kind in (CueKind.NAME, CueKind.POSTURE)} <= shown


def test_an_exercise_that_is_over_is_told_and_there_is_time_to_rest_before_the_next_is_named() -> None:
    session = shipped()
    introductions = session.segments(SegmentKind.INTRO)
    assert not [c for c in session.cues_in(introductions[0][0]) if c.kind is CueKind.REST]
    for (n, segment), before in zip(introductions[1:], session.timeline.steps, strict=False):
        over, named = (c for c in session.cues_in(n) if c.kind in (CueKind.REST, CueKind.NAME))
        assert over.text == PHRASES.over(before.exercise, REST_MS / 1000)[0]
        assert named.at_ms - over.end_ms >= REST_MS
        assert named.at_ms - over.end_ms < REST_MS + 1000, "as many seconds as were said"
        assert segment.start_ms <= over.at_ms
