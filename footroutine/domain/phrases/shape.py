"""What every language's table of phrases has; and when which of them is said, which is the same in all."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from footroutine.domain.exercise import Exercise, MovementKind, Posture, Side, Words
from footroutine.domain.language import Language
from footroutine.domain.timeline import Dose, SegmentKind

Forms = tuple[str, ...]

# What {side} stands for in a text. German texts add the ending that their noun asks for: "{side}er Fuß".
SIDE_WORDS: Mapping[Language, Mapping[Side, str]] = {
    Language.EN: {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both"},
    Language.DE: {Side.LEFT: "link", Side.RIGHT: "recht", Side.BOTH: "beid"},
}
_FOOT = {Language.EN: "foot", Language.DE: "Fuß"}


def fill(words: Words, side: Side, language: Language) -> Forms:
    """The forms of an exercise's words for one side; `language` is that of the words."""
    side_, other = SIDE_WORDS[language][side], SIDE_WORDS[language][side.other]
    names = {"side": side_, "other": other, "Side": side_.capitalize(), "Other": other.capitalize()}
    return tuple(form.format(**names) for form in words.forms)


def badge(exercise: Exercise, side: Side) -> str:
    """What the side badge says: ``Left foot``, ``Right calf``, ``Both feet``."""
    return fill(Words((exercise.badge,)), side, exercise.language)[0]


def limb(exercise: Exercise) -> str:
    """The part that the exercise works, as its badge names it: foot, leg or calf; foot if it names none."""
    return next((word for word in reversed(exercise.badge.split()) if "{" not in word), _FOOT[exercise.language])


def capital(text: str) -> str:
    """The text with a large first letter."""
    return text[:1].upper() + text[1:]


def is_circling(exercise: Exercise) -> bool:
    """What its dose counts is the seconds of circling each way: it has no hold."""
    kinds = {m.kind for m in exercise.movements}
    return MovementKind.HOLD not in kinds and any(
        m.kind is MovementKind.CYCLE and m.seconds is None for m in exercise.movements
    )


def circles(exercise: Exercise, dose: Dose) -> int:
    """How many circles the figure does each way."""
    rounds = [m.cycle.round_s for m in exercise.movements if m.cycle]
    return max(1, round(dose.cycle_s / rounds[0]))


def holds(exercise: Exercise) -> int:
    """How often something is held in a rep."""
    return sum(m.kind is MovementKind.HOLD for m in exercise.movements)


class Phrases(ABC):
    """The table of one language."""

    phases: Mapping[SegmentKind, str]  # the big word of each part of a session that is no movement
    where: Mapping[Posture, str]  # the next exercise's place, as it is shown
    hearing_test: str  # said to know whether the voice is heard
    last_title: str
    last_detail: str
    pausing: Forms  # by the key of the window and of the terminal
    safety: Forms
    encouragement: tuple[str, ...]  # in long holds, each once

    @abstractmethod
    def number(self, n: int) -> str:
        """A whole number from 0 to 999 in words."""

    @abstractmethod
    def need(self, props: frozenset[str], exercises: int) -> Forms:
        """How many exercises come, and what to have ready, by the names of `View.props`; empty if there is nothing."""

    @abstractmethod
    def name(self, exercise: Exercise, index: int, count: int) -> Forms:
        """The exercise is named; its name is never dropped."""

    @abstractmethod
    def over(self, exercise: Exercise, seconds: float) -> Forms:
        """An exercise is over; so many seconds are for rest before the next is named."""

    @abstractmethod
    def dose(self, exercise: Exercise, dose: Dose) -> Forms:
        """How much of it: sets, reps and seconds."""

    @abstractmethod
    def posture(self, new: Posture, before: Posture | None) -> Forms:
        """How to get from one posture into another."""

    @abstractmethod
    def stay(self, posture: Posture) -> Forms:
        """The posture is that of the exercise before."""

    @abstractmethod
    def done(self, exercises: int) -> Forms:
        """The session is over; true also of one in which something was skipped."""

    @abstractmethod
    def first_side(self, exercise: Exercise, side: Side, reps: int) -> Forms:
        """Which side begins; in an alternating stretch also of how many reps."""

    @abstractmethod
    def switch(self, exercise: Exercise, side: Side, rep: int | None, reps: int) -> Forms:
        """The other side's turn; in an alternating stretch also which foot goes forward, and which rep begins."""

    @abstractmethod
    def rest(self, set_done: int, sets: int, seconds: float) -> Forms:
        """A set is over; the rest lasts so many seconds."""

    @abstractmethod
    def next_set(self, exercise: Exercise, set_: int, sets: int, side: Side) -> Forms:
        """What comes after a rest."""

    @abstractmethod
    def rep_number(self, rep: int) -> Forms:
        """The rep that begins; never to be taken for a second of a countdown."""

    @abstractmethod
    def seconds_left(self, seconds: int) -> Forms:
        """So many seconds of a hold or a circling are left."""

    @abstractmethod
    def other_way_in(self, seconds: int) -> Forms:
        """In so many seconds the circling goes the other way."""

    @abstractmethod
    def set_title(self, set_: int, sets: int) -> str:
        """The set that a rest leads to, as it is shown."""

    @abstractmethod
    def _and(self, said: str, word: str) -> Forms:
        """A short word before that for a movement, in one breath."""

    @abstractmethod
    def _marks(self, done: int, reps: int) -> Forms:
        """Where in a set of reps one is, longest first; a count of what is done or to do says so."""

    def count(self, n: int) -> Forms:
        """A second of a countdown: a number alone, and nothing else is one."""
        return (f"{capital(self.number(n))}.",)

    def rep(self, rep: int, reps: int, move: Forms) -> Forms:
        """The word for the first movement of a rep; now and then where in the set one is."""
        short = move[1:] or move
        if _is_mark(rep - 1, reps):  # what to do is heard in each form, in the shortest without a breath before it
            said = [form for mark in self._marks(rep - 1, reps) for form in self._and(mark, move[-1])]
            return (*said, said[-1].replace(",", ""), *short)
        return short


def _is_mark(done: int, reps: int) -> bool:
    """It is worth saying where one is: at the last rep, in the middle, after every five."""
    left = reps - done
    if reps < 8:
        return left == 1
    return left == 1 or done == reps // 2 or (reps >= 15 and done % 5 == 0 and left >= 5)
