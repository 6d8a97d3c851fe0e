"""What is shown: a function of the timeline and the player's state, right at every position."""

import re
from itertools import pairwise

import pytest
from builders import LAW, SESSIONS, WORK_KINDS, Session, exercise, hold, of_exercise, shipped, travel
from hypothesis import given
from hypothesis import strategies as st
from walk import walk

from footroutine.domain.exercise import Moment, Posture, Side, Sides
from footroutine.domain.phrases.shape import SIDE_WORDS
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import CueKind, Ms, Segment, SegmentKind, Timeline, Tone
from footroutine.player.frame import Frame, Framer, Mood, Soon
from footroutine.player.state import Phase, State

COUNTED = (
    SegmentKind.POSTURE,
    SegmentKind.READY,
    SegmentKind.HOLD,
    SegmentKind.CYCLE,
    SegmentKind.SWITCH,
    SegmentKind.REST,
)
PLACES = st.lists(st.tuples(st.floats(0, 1), st.sampled_from((None, 0, 1, -1))), min_size=1, max_size=25)


def frames(session: Session, places: list[tuple[float, int | None]]) -> list[tuple[int, Segment, Frame]]:
    """Frames anywhere, with the position and the segment there; many of them at and beside a segment's bounds."""
    timeline, found = session.timeline, []
    framer = Framer(timeline)
    for fraction, beside in places:
        position = round(fraction * timeline.total_ms)
        if beside is not None:
            start = timeline.segments[timeline.segment_index(position)].start_ms
            position = min(max(0, start + beside), timeline.total_ms)
        segment = timeline.segments[timeline.segment_index(position)]
        found.append((position, segment, framer.frame(State(Phase.RUNNING, Ms(position)))))
    return found


@LAW
@given(SESSIONS, PLACES)
def test_the_digits_are_the_seconds_left_rounded_up(session: Session, places: list[tuple[float, int | None]]) -> None:
    for position, segment, frame in frames(session, places):
        left_s = -(-(segment.end_ms - position) // 1000)
        assert frame.digits == (str(left_s) if segment.kind in COUNTED else "")


@LAW
@given(SESSIONS, PLACES)
def test_the_ring_is_the_part_that_is_left_and_fills_in_a_travel(
    session: Session, places: list[tuple[float, int | None]]
) -> None:
    for position, segment, frame in frames(session, places):
        left = (segment.end_ms - position) / (segment.end_ms - segment.start_ms)
        assert 0 <= frame.ring <= 1
        assert frame.ring == pytest.approx(1 - left if segment.kind is SegmentKind.TRAVEL else left)


@LAW
@given(SESSIONS, PLACES)
def test_the_bar_is_the_whole_session_and_as_full_as_it_has_gone(
    session: Session, places: list[tuple[float, int | None]]
) -> None:
    closing = session.timeline.segments[-1]
    for position, _, frame in frames(session, places):
        assert [part.name for part in frame.bar] == [step.exercise.name for step in session.timeline.steps]
        assert sum(part.length_ms for part in frame.bar) == closing.start_ms
        assert all(0 <= part.done <= 1 for part in frame.bar)
        assert sum(part.done * part.length_ms for part in frame.bar) == pytest.approx(min(position, closing.start_ms))
        assert frame.left_ms + position == session.timeline.total_ms


@LAW
@given(SESSIONS, PLACES)
def test_the_caption_is_what_was_last_said_of_this_exercise(
    session: Session, places: list[tuple[float, int | None]]
) -> None:
    """Never of another one, and never a second that is counted: the digits show those."""
    segments = session.timeline.segments
    for position, segment, frame in frames(session, places):
        said = [
            c.text
            for c in session.timeline.cues
            if c.at_ms <= position
            and segments[c.segment].step == segment.step
            and c.text
            and c.kind is not CueKind.COUNT
            and c.tone not in (Tone.LAST, Tone.LEAD_IN)
        ]
        assert frame.caption == (said[-1] if said else "")


@LAW
@given(SESSIONS, PLACES)
def test_the_badge_and_the_far_view_and_the_title_are_of_the_segment(
    session: Session, places: list[tuple[float, int | None]]
) -> None:
    steps = session.timeline.steps
    for _, segment, frame in frames(session, places):
        assert frame.count == len(steps)
        assert frame.phase
        if segment.step is None:
            assert (frame.title, frame.badge, frame.far, frame.number) == (
                session.phrases.last_title,
                "",
                False,
                len(steps),
            )
        else:
            one = steps[segment.step].exercise
            assert (frame.title, frame.number) == (one.name, segment.step + 1)
            assert frame.far == (segment.posture in (Posture.LYING, Posture.WALL))
            side = Side.BOTH if one.sides is Sides.BOTH else segment.side
            assert side
            parts = "foot|feet|leg|calf|Fuß|Füße|Bein|Wade"
            assert re.match(rf"{SIDE_WORDS[one.language][side]}\w* ({parts})$", frame.badge, re.IGNORECASE)


@LAW
@given(SESSIONS, PLACES)
def test_the_reps_that_are_shown_are_those_of_this_set_and_side(
    session: Session, places: list[tuple[float, int | None]]
) -> None:
    for position, segment, frame in frames(session, places):
        is_work = segment.kind in WORK_KINDS
        own = [
            s
            for s in session.timeline.segments
            if s.kind in WORK_KINDS and (s.step, s.set, s.side) == (segment.step, segment.set, segment.side)
        ]
        reps = {s.rep for s in own if s.rep}
        over = [rep for rep in reps if all(s.end_ms <= position for s in own if s.rep == rep)]
        assert frame.reps_done == (len(over) if is_work else 0)
        assert frame.rep == (segment.rep if is_work else None)
        assert frame.set == segment.set
        if segment.step is not None:
            dose = session.timeline.steps[segment.step].dose
            assert (frame.reps, frame.sets) == (dose.reps, dose.sets)
            assert frame.reps_done < dose.reps or (frame.reps_done == dose.reps and frame.rep is None)


@LAW
@given(SESSIONS, PLACES)
def test_the_figure_does_what_the_exercise_has(session: Session, places: list[tuple[float, int | None]]) -> None:
    steps = session.timeline.steps
    for position, segment, frame in frames(session, places):
        moment = frame.moment
        assert moment is not None
        step = steps[-1 if segment.step is None else segment.step]
        assert moment.exercise is step.exercise
        if moment.movement is not None or moment.pose_from == moment.pose_to or moment.weight < 1:
            assert moment.side is (segment.side or step.dose.first_side)
        assert {moment.pose_from, moment.pose_to} <= set(step.exercise.poses)
        assert 0 <= moment.progress <= 1
        assert 0 <= moment.seconds <= (position - segment.start_ms) / 1000
        if moment.movement is None:
            assert segment.kind not in WORK_KINDS
            assert moment.pose_to == step.exercise.start_pose
        else:
            assert moment.movement in step.exercise.all_movements()
            assert moment.pose_to == moment.movement.pose
        if segment.movement:
            assert moment.movement is step.exercise.movement(segment.movement)
            assert moment.seconds == pytest.approx((position - segment.start_ms) / 1000)


def pose_of(moment: Moment) -> tuple[str, str, float]:
    """The pose as far as names tell it; the two ends of a way are the poses themselves."""
    if moment.pose_from == moment.pose_to or moment.progress >= 1:
        return moment.pose_to, moment.pose_to, 0.0
    if moment.progress <= 0:
        return moment.pose_from, moment.pose_from, 0.0
    return moment.pose_from, moment.pose_to, moment.progress


def shown_at(framer: Framer, position: int) -> Moment:
    moment = framer.frame(State(Phase.RUNNING, Ms(position))).moment
    assert moment is not None
    return moment


@LAW
@given(SESSIONS)
def test_the_figure_never_jumps_within_an_exercise(session: Session) -> None:
    """From one millisecond to the next, whatever begins there, it stays in the same pose or goes on along its way."""
    framer, timeline = Framer(session.timeline), session.timeline
    for before, after in pairwise(timeline.segments):
        if before.step != after.step or before.kind is SegmentKind.INTRO:
            continue
        least = min(before.end_ms - before.start_ms, after.end_ms - after.start_ms)
        last, first = pose_of(shown_at(framer, after.start_ms - 1)), pose_of(shown_at(framer, after.start_ms))
        arrives = last[1] if last[2] > 1 - 2 / least or last[2] == 0 else None
        assert first == (arrives, arrives, 0.0), (before, after)


@LAW
@given(SESSIONS, st.floats(0, 1))
def test_within_a_segment_the_figure_never_jumps(session: Session, where: float) -> None:
    """Names and progress alone tell it; what they mean in millimetres is the figure's own law."""
    framer, segments = Framer(session.timeline), session.timeline.segments
    segment = segments[int(where * (len(segments) - 1))]
    last = shown_at(framer, segment.start_ms)
    for position in range(segment.start_ms + 1, min(segment.end_ms, segment.start_ms + 12_000)):
        moment = shown_at(framer, position)
        if (moment.pose_from, moment.pose_to, moment.movement) == (last.pose_from, last.pose_to, last.movement):
            assert moment.progress - last.progress < 0.02 or pose_of(last)[2] == 0
        else:
            reached = last.pose_to if last.progress > 0.98 or last.movement is None else ""
            assert pose_of(moment)[0] == reached
        last = moment


def test_the_foot_that_worked_eases_back_before_the_next_one_is_shown() -> None:
    timeline = shipped().timeline
    framer, eased = Framer(timeline), set()
    for before, after in pairwise(timeline.segments):
        if before.kind not in WORK_KINDS or before.step != after.step or after.kind in WORK_KINDS:
            continue
        one = timeline.steps[before.step or 0].exercise
        end = one.movement(before.movement or "").pose
        if end == one.start_pose:
            continue
        early, late = shown_at(framer, after.start_ms + 700), shown_at(framer, after.start_ms + 1500)
        assert (early.side, early.pose_from, early.pose_to) == (before.side, end, one.start_pose)
        assert (late.side, late.pose_from) == (after.side, one.start_pose)
        eased.add(one.id)
    assert eased == {"active-flexion", "side-to-side"}


def test_what_comes_is_shown_once_and_quietly_before_it_begins() -> None:
    """Ready lasts 8 s: it ends with the grip (1.4 s), the way back (1.5 s) and 0.6 s of waiting."""
    session = shipped("toe-press")
    framer = Framer(session.timeline)
    ready = next(s for s in session.timeline.segments if s.kind is SegmentKind.READY)
    begins = ready.end_ms - 3500
    moments = [shown_at(framer, begins + ms) for ms in (-1, 1, 1399, 1401, 2899, 2901)]
    assert [m.movement.id if m.movement else None for m in moments] == [None, "grip", "grip", None, None, None]
    assert [m.weight < 1 for m in moments] == [False, True, True, True, True, False]
    assert [pose_of(m)[0] for m in moments] == ["stand", "stand", "stand", "grip", "grip", "stand"]


@LAW
@given(SESSIONS, PLACES)
def test_what_comes_next_is_the_next_exercise_and_in_a_rest_the_set_it_leads_to(
    session: Session, places: list[tuple[float, int | None]]
) -> None:
    steps = session.timeline.steps
    for _, segment, frame in frames(session, places):
        if segment.kind is SegmentKind.REST:
            assert frame.next_title == session.phrases.set_title(segment.set or 0, frame.sets)
            assert frame.next_detail == frame.badge
            assert frame.next_moment is not None
            assert (frame.next_moment.exercise.name, frame.next_moment.side) == (frame.title, segment.side)
            continue
        following = None if segment.step is None else steps[segment.step + 1 : segment.step + 2]
        if not following:
            assert (frame.next_title, frame.next_detail, frame.next_moment) == (
                session.phrases.last_title,
                session.phrases.last_detail,
                None,
            )
        else:
            assert frame.next_title == following[0].exercise.name
            assert frame.next_moment is not None
            assert frame.next_moment.exercise is following[0].exercise
            assert frame.next_moment.side is following[0].dose.first_side


@LAW
@given(SESSIONS, PLACES)
def test_within_an_exercise_the_part_that_comes_next_is_named_as_it_will_be(
    session: Session, places: list[tuple[float, int | None]]
) -> None:
    framer = Framer(session.timeline)
    for _, segment, frame in frames(session, places):
        following = next((s for s in session.timeline.segments if s.start_ms == segment.end_ms), None)
        goes_on = following is not None and following.step is not None and following.step == segment.step
        assert (frame.soon is not None) is (goes_on and segment.kind is not SegmentKind.REST)
        if frame.soon is None or following is None:
            continue
        then = framer.frame(State(Phase.RUNNING, following.start_ms))
        assert frame.soon.phase == then.phase
        assert frame.soon.seconds == max(1, round((following.end_ms - following.start_ms) / 1000))
        assert frame.soon.rep in (None, then.rep)
        assert frame.soon.side in ("", then.badge)
        assert bool(frame.soon.side) is (following.side is not segment.side)


# Known moments of known sessions


def shown(timeline: Timeline, position_ms: int, state: Phase = Phase.RUNNING) -> Frame:
    return Framer(timeline).frame(State(state, Ms(position_ms)))


FULL = shipped().timeline


def of_kind(kind: SegmentKind, exercise_id: str) -> Segment:
    return next(s for s in FULL.segments if s.kind is kind and s.exercise == exercise_id)


@pytest.mark.parametrize(
    ("kind", "exercise_id", "phase", "mood", "badge", "far"),
    [
        (SegmentKind.INTRO, "toe-press", "Listen", Mood.CALM, "Both feet", False),
        (SegmentKind.POSTURE, "ankle-circles", "Move", Mood.READY, "Left leg", True),
        (SegmentKind.READY, "toe-press", "Get ready", Mood.READY, "Both feet", False),
        (SegmentKind.TRAVEL, "toe-press", "Grip", Mood.MOVE, "Both feet", False),
        (SegmentKind.HOLD, "toe-press", "Hold", Mood.EFFORT, "Both feet", False),
        (SegmentKind.CYCLE, "ankle-circles", "Clockwise", Mood.MOVE, "Left leg", True),
        (SegmentKind.SWITCH, "active-flexion", "Switch", Mood.READY, "Right foot", False),
        (SegmentKind.REST, "toe-press", "Rest", Mood.REST, "Both feet", False),
        (SegmentKind.HOLD, "wall-stretch", "Hold", Mood.EFFORT, "Left calf", True),
    ],
)
def test_each_phase_has_its_word_its_mood_and_its_badge(
    kind: SegmentKind, exercise_id: str, phase: str, mood: Mood, badge: str, far: bool
) -> None:
    segment = of_kind(kind, exercise_id)
    frame = shown(FULL, segment.start_ms)
    assert (frame.phase, frame.mood, frame.badge, frame.far) == (phase, mood, badge, far)


def test_the_closing_words_are_calm_and_near() -> None:
    frame = shown(FULL, FULL.segments[-1].start_ms)
    assert (frame.phase, frame.title, frame.mood, frame.digits, frame.far) == ("Done", "Done", Mood.CALM, "", False)
    assert all(part.done == 1 for part in frame.bar)


def test_the_digits_of_a_hold_say_what_the_voice_says() -> None:
    segment = of_kind(SegmentKind.HOLD, "toe-press")
    assert [shown(FULL, segment.start_ms + at).digits for at in (0, 999, 1000, 2000, 2999)] == ["3", "3", "2", "1", "1"]


def test_the_badge_follows_the_foot_that_begins() -> None:
    session = shipped(exercises={"wall-stretch": ExerciseChoice(first_side="right")})
    hold_ = next(s for _, s in session.segments(SegmentKind.HOLD) if s.exercise == "wall-stretch")
    frame = shown(session.timeline, hold_.start_ms)
    assert frame.badge == "Right calf"
    assert frame.moment is not None
    assert frame.moment.side is Side.RIGHT


@pytest.mark.parametrize(
    ("kind", "exercise_id", "soon"),
    [
        (SegmentKind.READY, "toe-press", Soon("Grip", 1, rep=1)),
        (SegmentKind.TRAVEL, "toe-press", Soon("Hold", 3)),
        (SegmentKind.HOLD, "toe-press", Soon("Release", 2)),
        (SegmentKind.REST, "toe-press", None),
        (SegmentKind.CYCLE, "ankle-circles", Soon("Other way", 10)),
        (SegmentKind.SWITCH, "ankle-circles", Soon("Lift", 5)),
    ],
)
def test_what_is_next_now_is_told_with_its_length(kind: SegmentKind, exercise_id: str, soon: Soon | None) -> None:
    assert shown(FULL, of_kind(kind, exercise_id).start_ms).soon == soon


def test_a_rep_that_begins_and_the_other_foot_are_told() -> None:
    own = [s for s in FULL.segments if s.exercise == "active-flexion"]
    switch = next(n for n, s in enumerate(own) if s.kind is SegmentKind.SWITCH)
    assert shown(FULL, own[switch - 1].start_ms).soon == Soon("Switch", 10, side="Right foot")
    begins = next(n for n, s in enumerate(own) if s.rep == 2)
    assert shown(FULL, own[begins - 1].start_ms).soon == Soon("Up", 1, rep=2)
    last = next(s for s in reversed(FULL.segments) if s.exercise == "toe-press")
    assert shown(FULL, last.start_ms).soon is None  # the next exercise is named


def test_what_comes_next_says_where_it_is_done() -> None:
    details = [shown(FULL, next(s.start_ms for s in FULL.segments if s.step == n)).next_detail for n in range(5)]
    assert details == [
        "lie on your back", "sit on a chair", "sit on a chair", "stand at a wall", "the last exercise",
    ]  # fmt: skip


def test_before_anything_was_said_there_is_no_caption() -> None:
    assert shown(FULL, 0).caption == ""
    assert shown(FULL, 200).caption == "Five exercises. Have ready: a mat, a chair and a free wall."


def test_in_the_dots_a_way_in_counts_what_was_done_before_it_and_a_way_out_all() -> None:
    one = exercise(travel(), hold(), enter=(travel("lift"),), leave=(travel("lower"),), sides=Sides.EACH, reps=3)
    each = of_exercise(one).timeline
    dots = [shown(each, s.start_ms).reps_done for s in each.segments if s.kind in WORK_KINDS]
    assert dots == [0, 0, 0, 1, 1, 2, 2, 3] * 2


def test_the_figure_shows_the_exercise_while_it_is_told() -> None:
    moments = [shown(FULL, ms).moment for ms in range(0, 6000, 100)]
    assert {m.movement.id for m in moments if m and m.movement} == {"grip", "hold", "release"}


@pytest.mark.parametrize(
    ("script", "paused", "reason", "finished"),
    [
        ("start; at 3", False, "", False),
        ("start; at 3 pause", True, "person", False),
        ("start; at 3; gone until 9", True, "gap", False),
        ("start; at 3 pause resume", False, "", False),
        ("start; at 3 stop", False, "", True),
        ("start; at 3 pause stop", False, "", True),
        ("start; at 600", False, "", True),
    ],
)
def test_a_pause_and_the_end_are_shown(script: str, paused: bool, reason: str, finished: bool) -> None:
    timeline = shipped("toe-press").timeline
    frame = Framer(timeline).frame(walk(timeline, script).state)
    assert (frame.paused, frame.pause_reason, frame.finished) == (paused, reason, finished)
