"""Sessions for the tests of the domain and the player: the shipped library, and arbitrary ones by hypothesis."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from footroutine.domain.exercise import (
    Cycle,
    Exercise,
    Limit,
    Movement,
    MovementKind,
    Pace,
    Posture,
    Sides,
    Sourced,
    View,
    Words,
)
from footroutine.domain.language import Language
from footroutine.domain.phrases import Phrases, phrases_in
from footroutine.domain.planner import LengthOf, timed
from footroutine.domain.routine import Routine, Step
from footroutine.domain.script import Script, compose
from footroutine.domain.settings import TALK_LEVELS, ExerciseChoice, Settings
from footroutine.domain.speech_length import estimate_ms
from footroutine.domain.timeline import Cue, CueKind, Segment, SegmentKind, Timeline
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library

LIBRARIES = {language: load_library(assets_dir(), language=language) for language in Language}
LIBRARY = LIBRARIES[Language.EN]
WORK_KINDS = (SegmentKind.TRAVEL, SegmentKind.HOLD, SegmentKind.CYCLE)
RATE = 165  # words a minute

LAW = hypothesis_settings(max_examples=25, deadline=None)


def estimated(text: str) -> int:
    """The length of a phrase where no voice has been measured, in ms."""
    return estimate_ms(text, RATE)


@dataclass(frozen=True)
class Voice:
    """A voice that takes `factor` times as long as is estimated."""

    factor: float

    def __call__(self, text: str) -> int:
        return round(self.factor * estimated(text))


@dataclass(frozen=True)
class WildVoice:
    """Every phrase has a length of its own below `most_ms`."""

    seed: int
    most_ms: int

    def __call__(self, text: str) -> int:
        return zlib.crc32(text.encode(), self.seed) % self.most_ms


@dataclass(frozen=True)
class LetterVoice:
    """A voice that takes as long for every letter."""

    letter_ms: int

    def __call__(self, text: str) -> int:
        return self.letter_ms * len(text)


@dataclass(frozen=True)
class Session:
    """All that a timeline is made from, and the timeline."""

    routine: Routine
    exercises: Mapping[str, Exercise] = field(default_factory=lambda: LIBRARY.exercises)
    settings: Settings = field(default_factory=Settings)
    length_of: LengthOf = estimated
    language: Language = Language.EN

    @property
    def phrases(self) -> Phrases:
        return phrases_in(self.language)

    @cached_property
    def script(self) -> Script:
        return compose(self.routine, self.exercises, self.settings, self.language)

    @cached_property
    def timeline(self) -> Timeline:
        return timed(self.script, self.length_of)

    def cues_in(self, index: int) -> list[Cue]:
        return [cue for cue in self.timeline.cues if cue.segment == index]

    def texts(self, kind: CueKind) -> list[str]:
        return [cue.text for cue in self.timeline.cues if cue.kind is kind]

    def segments(self, *kinds: SegmentKind) -> list[tuple[int, Segment]]:
        return [(n, s) for n, s in enumerate(self.timeline.segments) if s.kind in kinds]


def shipped(
    routine: str = "full", length_of: LengthOf = estimated, language: Language = Language.EN, **settings: object
) -> Session:
    """A session of a shipped routine, with some settings changed."""
    library, chosen = LIBRARIES[language], replace(Settings(), **settings)  # type: ignore[arg-type]
    return Session(library.routines[routine], library.exercises, chosen, length_of, language)


def of_exercise(
    exercise: Exercise, length_of: LengthOf = estimated, language: Language = Language.EN, **settings: object
) -> Session:
    """A session of one exercise alone."""
    chosen = replace(Settings(), **settings)  # type: ignore[arg-type]
    return Session(routine(exercise.id), {exercise.id: exercise}, chosen, length_of, language)


def routine(*exercises: str) -> Routine:
    return Routine("mine", "Mine", "Mine", "My own.", tuple(Step(name) for name in exercises))


def is_spoken(cue: Cue) -> bool:
    return cue.kind not in (CueKind.CAPTION, CueKind.TONE)


def travel(name: str = "go", seconds: float = 1.5, pose: str = "end", say: tuple[str, ...] = ("Go.",)) -> Movement:
    return Movement(name, MovementKind.TRAVEL, pose, name.title(), Words(say), seconds=seconds)


def hold(name: str = "hold", seconds: float | None = None, pose: str = "end") -> Movement:
    return Movement(name, MovementKind.HOLD, pose, "Hold", Words(("Hold.",)), seconds=seconds)


def cycle(name: str = "round", seconds: float | None = None, pose: str = "end") -> Movement:
    return Movement(name, MovementKind.CYCLE, pose, "Round", Words(("Circle.",)), seconds, Cycle(2.0, clockwise=True))


def limit(default: float) -> Limit:
    return Limit(default, default, default, "test")


def exercise(
    *movements: Movement,
    name: str = "mine",
    sides: Sides = Sides.EACH,
    posture: Posture = Posture.SITTING,
    enter: tuple[Movement, ...] = (),
    leave: tuple[Movement, ...] = (),
    **dose: float,
) -> Exercise:
    """A small exercise; its dose is fixed: what is not said is one set of two reps of 3 s."""
    figures = {"sets": 1, "reps": 2, "hold_s": 3, "cycle_s": 6, "rest_s": 10} | dose
    return Exercise(
        id=name,
        name=name.title(),
        posture=posture,
        sides=sides,
        summary="Move.",
        setup=(Words(("Be ready now.", "Be ready.")),),
        feel="Feel it.",
        movements=movements or (travel(), hold()),
        dose={key: limit(value) for key, value in figures.items()},
        start_pose="start",
        poses={"start": {}, "end": {}, "aside": {}},
        view=View(),
        badge="Both feet" if sides is Sides.BOTH else "{Side} foot",
        enter=enter,
        leave=leave,
    )


# What hypothesis draws: any routine, dose, choice and phrase length that a file and a voice may have.

_SECONDS = st.sampled_from((0.5, 1.0, 2.5, 3.0, 9.999, 10.0, 20.0, 30.0)) | st.floats(0.5, 45.0)
_SAID = ("Go.", "{Side} foot.", "Move your {side} foot slowly up.", "Turn.")


def _movement(kind: MovementKind, say: list[str], pose: str, seconds: float, *, is_dosed: bool) -> Movement:
    is_travel, is_cycle = kind is MovementKind.TRAVEL, kind is MovementKind.CYCLE
    length = seconds / 10 + 0.2 if is_travel else None if is_dosed else seconds
    return Movement("", kind, pose, kind.title(), Words(tuple(say)), length, Cycle(2.0, True) if is_cycle else None)


_MOVEMENT = st.builds(
    _movement,
    st.sampled_from(MovementKind),
    st.lists(st.sampled_from(_SAID), min_size=1, max_size=3),
    st.sampled_from(("start", "end", "aside")),
    _SECONDS,
    is_dosed=st.booleans(),
)
_MOVEMENTS = st.lists(_MOVEMENT, min_size=1, max_size=4)
_FEW_MOVEMENTS = st.lists(_MOVEMENT, max_size=2)


def _named(prefix: str, movements: list[Movement]) -> tuple[Movement, ...]:
    return tuple(replace(movement, id=f"{prefix}-{n}") for n, movement in enumerate(movements))


def _exercise(
    movements: list[Movement],
    enter: list[Movement],
    leave: list[Movement],
    sides: Sides,
    posture: Posture,
    tips: int,
    dose: dict[str, float],
) -> Exercise:
    whole = exercise(
        *_named("move", movements),
        sides=sides,
        posture=posture,
        enter=_named("enter", enter),
        leave=_named("leave", leave),
    )
    told = tuple(Sourced(f"Tip {n}.", "test") for n in range(tips))
    return replace(whole, tips=told, dose={key: limit(value) for key, value in dose.items()})


# Any exercise that a person may write for themselves, of a small dose.
EXERCISES = st.builds(
    _exercise,
    _MOVEMENTS,
    _FEW_MOVEMENTS,
    _FEW_MOVEMENTS,
    st.sampled_from(Sides),
    st.sampled_from(Posture),
    st.integers(0, 3),
    st.fixed_dictionaries(
        {
            "sets": st.integers(1, 3),
            "reps": st.sampled_from((1, 2, 3, 4, 9)),
            "hold_s": _SECONDS,
            "cycle_s": _SECONDS,
            "rest_s": st.floats(0, 40),
        }
    ),
)

_MAYBE_SECONDS = st.none() | _SECONDS
# Anything that a person may choose for an exercise, too little and too much as well.
_CHOICES = st.builds(
    ExerciseChoice,
    sets=st.sampled_from((None, 0, 1, 2, 3)),
    reps=st.integers(0, 4),
    hold_s=_MAYBE_SECONDS,
    cycle_s=_MAYBE_SECONDS,
    rest_s=_MAYBE_SECONDS,
    pace=st.sampled_from((None, *Pace)),
    first_side=st.sampled_from((None, "left", "right")),
    variant=st.sampled_from((None, "unknown", *sorted({v for e in LIBRARY.exercises.values() for v in e.variants}))),
)

# How long phrases sound: a slow or fast voice, or every phrase as it comes, even 0 or half a minute.
LENGTHS: st.SearchStrategy[LengthOf] = st.one_of(
    st.builds(Voice, st.floats(0.5, 3.0)),
    st.builds(WildVoice, st.integers(0, 2**32 - 1), st.sampled_from((1, 900, 4_000, 30_000))),
)


def _session(
    drawn: list[tuple[Exercise, ExerciseChoice]], talk: str, get_ready_s: int, length_of: LengthOf, language: Language
) -> Session:
    """Shipped exercises speak the language; a person's own speak English in any."""
    known_in = LIBRARIES[language].exercises
    renamed = [(known_in.get(e.id, replace(e, id=f"mine-{n}")), c) for n, (e, c) in enumerate(drawn)]
    chosen = {one.id: choice for one, choice in renamed}
    known = {one.id: one for one, _ in renamed}
    settings = Settings(talk=talk, get_ready_s=get_ready_s, exercises=chosen)
    return Session(routine(*known), known, settings, length_of, language)


# Any session: one to three exercises, shipped or not, with any doses, settings and phrase lengths.
SESSIONS = st.builds(
    _session,
    st.lists(
        st.tuples(st.sampled_from(list(LIBRARY.exercises.values())) | EXERCISES, _CHOICES), min_size=1, max_size=3
    ),
    st.sampled_from(list(TALK_LEVELS)),
    st.integers(3, 60),
    LENGTHS,
    st.sampled_from(Language),
)
