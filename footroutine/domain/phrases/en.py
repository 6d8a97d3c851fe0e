"""The phrases in English."""

from collections.abc import Mapping
from types import MappingProxyType

from footroutine.domain.exercise import Exercise, Posture, Side, Sides
from footroutine.domain.phrases.shape import Forms, Phrases, capital, circles, holds, is_circling, limb
from footroutine.domain.timeline import Dose, SegmentKind

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_UNITS += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

_PROPS = {"mat": "a mat", "chair": "a chair", "cushion": "a cushion", "ice": "ice in a cloth", "wall": "a free wall"}
_UNSURE = "If you are unsure of your balance, sit on a chair for this one."
_POSTURES: dict[Posture, Forms] = {
    Posture.STANDING: (f"Stand beside something steady, such as a wall. {_UNSURE}", "Stand up."),
    Posture.LYING: ("Go down to your mat, and lie on your back.", "Lie down."),
    Posture.SITTING: ("Come to sit on your chair.", "Sit down."),
    Posture.WALL: ("Go to the wall.",),
}
_UP_SLOWLY = "Roll to one side, and come up slowly."
_FROM_LYING: dict[Posture, Forms] = {
    Posture.STANDING: (
        f"{_UP_SLOWLY} Then stand beside something steady, such as a wall. {_UNSURE}",
        "Stand up slowly.",
    ),
    Posture.SITTING: (f"{_UP_SLOWLY} Then sit on your chair.", "Sit up slowly."),
    Posture.WALL: (f"{_UP_SLOWLY} Then go to the wall.", "Go to the wall."),
}
_STAY: dict[Posture, Forms] = {
    Posture.STANDING: ("Stay standing.",),
    Posture.LYING: ("Stay on your back.",),
    Posture.SITTING: ("Stay sitting on your chair.", "Stay sitting."),
    Posture.WALL: ("Stay at the wall.",),
}


class English(Phrases):
    """Plain and kind, in the second person."""

    phases: Mapping[SegmentKind, str] = MappingProxyType(
        {
            SegmentKind.INTRO: "Listen",
            SegmentKind.POSTURE: "Move",
            SegmentKind.READY: "Get ready",
            SegmentKind.SWITCH: "Switch",
            SegmentKind.REST: "Rest",
            SegmentKind.DONE: "Done",
        }
    )
    where: Mapping[Posture, str] = MappingProxyType(
        {
            Posture.STANDING: "standing",
            Posture.LYING: "lie on your back",
            Posture.SITTING: "sit on a chair",
            Posture.WALL: "stand at a wall",
        }
    )
    hearing_test = "Hello. Do you hear me? This is how I lead you through your exercises."
    last_title = "Done"
    last_detail = "the last exercise"
    pausing = ("To pause, press the space bar.",)
    safety = ("Stop at once if you feel sudden pain, or if pain gets worse.", "Stop at once if it hurts.")
    encouragement = ("Keep breathing.", "Nice and steady.", "You are doing well.")

    def number(self, n: int) -> str:
        """A whole number from 0 to 999 in words."""
        if n < len(_UNITS):
            return _UNITS[n]
        if n >= 100:
            hundreds, rest = divmod(n, 100)
            return f"{'a' if hundreds == 1 else _UNITS[hundreds]} hundred" + (f" and {self.number(rest)}" * (rest > 0))
        tens, unit = divmod(n, 10)
        return _TENS[tens] + (f"-{_UNITS[unit]}" if unit else "")

    def need(self, props: frozenset[str], exercises: int) -> Forms:
        """What comes, and what to have ready."""
        things = [word for prop, word in _PROPS.items() if prop in props]
        listed = " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))
        said = [f"{capital(self._several(exercises, 'exercise'))}."] if exercises > 1 else []
        said += [f"Have ready: {listed}."] if things else []
        return (" ".join(said),) if said else ()

    def name(self, exercise: Exercise, index: int, count: int) -> Forms:
        """The exercise is named."""
        if count == 1:
            return (f"{exercise.name}.",)
        if index in (0, count - 1):
            return (f"{'Last' if index else 'First'}: {exercise.name}.", f"{exercise.name}.")
        which = f"{self.number(index + 1)} of {self.number(count)}"
        return (f"Next: {exercise.name}, {which}.", f"{exercise.name}.")

    def over(self, exercise: Exercise, seconds: float) -> Forms:
        """An exercise is over."""
        return (f"That was {exercise.name}. Relax for {self._seconds(seconds)}.", f"That was {exercise.name}.")

    def dose(self, exercise: Exercise, dose: Dose) -> Forms:
        """How much of it."""
        hold, circling = "", is_circling(exercise)
        if circling:
            rounds = self._several(circles(exercise, dose), "circle")
            work = f"{self._seconds(dose.cycle_s)} each way, about {rounds}"
        elif holds(exercise) and dose.hold_s >= 10:
            work = f"{self._several(dose.reps, 'hold')} of {self._seconds(dose.hold_s)}"
        else:
            work = self._several(dose.reps, "rep")
            held = ["", "Hold each for", "Hold each way for"][min(holds(exercise), 2)]
            hold = f" {held} {self._seconds(dose.hold_s)}." if held else ""
        sets = "" if dose.sets == 1 else f"{self.number(dose.sets)} sets"
        part = limb(exercise)
        if exercise.sides is Sides.BOTH:
            joint, each = ", " if circling else " of ", ""
        elif exercise.sides is Sides.ALTERNATING:
            joint, each = ", each of ", f" for each {part}, in turn"
        else:
            joint, each = ", each of ", f" with one {part} and then the other" if sets else f", each {part}"
        return (capital(f"{sets}{joint if sets else ''}{work}{each}.{hold}"),)

    def posture(self, new: Posture, before: Posture | None) -> Forms:
        """How to get from one posture into another."""
        if new is Posture.STANDING and before is Posture.WALL:
            return ("Step away from the wall.",)
        if new is Posture.WALL and before is Posture.SITTING:
            return ("Stand up, and go to the wall.", "Go to the wall.")
        return (_FROM_LYING if before is Posture.LYING else _POSTURES)[new]

    def stay(self, posture: Posture) -> Forms:
        """The posture is that of the exercise before."""
        return _STAY[posture]

    def done(self, exercises: int) -> Forms:
        """The session is over."""
        if exercises == 1:
            return ("That is the end of the exercise. Well done. Rest as long as you like.", "All done.")
        return (
            f"That was the last of {self.number(exercises)} exercises. Well done. Rest as long as you like.",
            "All done.",
        )

    def first_side(self, exercise: Exercise, side: Side, reps: int) -> Forms:
        """Which side begins."""
        if side is Side.BOTH:
            return ("Both feet at the same time.", "Both feet.")
        own = f"{side.value} {limb(exercise)}"
        short = f"{capital(own)} first."
        if exercise.sides is Sides.ALTERNATING:
            long = f"{capital(side.other.value)} foot forward first, to stretch the {own}."
            return (*self._numbered(long, 1, reps), short)
        return (short,)

    def switch(self, exercise: Exercise, side: Side, rep: int | None, reps: int) -> Forms:
        """The other side's turn."""
        own = f"{side.value} {limb(exercise)}"
        if exercise.sides is Sides.ALTERNATING:
            long = f"Change over: {side.other.value} foot forward next, for the {own}."
            return (*self._numbered(long, rep, reps), f"Now the {own}.")
        return (f"And relax. Switch to your {own}.", f"{capital(own)}.")

    def rest(self, set_done: int, sets: int, seconds: float) -> Forms:
        """A set is over."""
        rest = f"Rest, {self._seconds(seconds)}." if seconds >= 10 else "Rest."
        return (f"{rest} Set {self.number(set_done)} of {self.number(sets)} is done.", rest)

    def next_set(self, exercise: Exercise, set_: int, sets: int, side: Side) -> Forms:
        """What comes after a rest."""
        which = "the last set" if set_ == sets else f"set {self.number(set_)}"
        if side is Side.BOTH:
            return (f"Next: {which}.",)
        own = f"{side.value} {limb(exercise)}"
        return (f"Next: {which}, {own}.", f"{capital(own)} next.")

    def rep_number(self, rep: int) -> Forms:
        """The rep that begins."""
        return (f"Rep {self.number(rep)}.",)

    def seconds_left(self, seconds: int) -> Forms:
        """So many seconds are left."""
        return (f"{capital(self._seconds(seconds))} to go.", f"{capital(self._seconds(seconds))}.")

    def other_way_in(self, seconds: int) -> Forms:
        """In so many seconds the circling goes the other way."""
        return (f"Other way in {self._seconds(seconds)}.", f"Other way in {self.number(seconds)}.")

    def set_title(self, set_: int, sets: int) -> str:
        """The set that a rest leads to."""
        return f"Set {set_} of {sets}"

    def _and(self, said: str, word: str) -> Forms:
        word = f"{word[:1].lower()}{word[1:]}"
        return (f"{said}, and {word}", f"{said}, {word}")

    def _numbered(self, said: str, rep: int | None, reps: int) -> Forms:
        if rep is None or reps == 1:
            return (said,)
        return (f"{said} Number {self.number(rep)} of {self.number(reps)}.", said)

    def _marks(self, done: int, reps: int) -> Forms:
        return (f"{capital(self.number(reps - done))} more",)

    def _seconds(self, seconds: float) -> str:
        return self._several(round(seconds), "second")

    def _several(self, n: int, what: str) -> str:
        return f"{self.number(n)} {what}{'' if n == 1 else 's'}"
