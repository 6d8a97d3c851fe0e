"""The words that cues are made of: one table per language, each phrase in its forms, longest first.

Everything that is spoken or captioned and is not an exercise's own text is here. Numbers are spelled out, so that
every engine says them alike.
"""

from footroutine.domain.exercise import Exercise, Posture, Side, Words
from footroutine.domain.timeline import Dose, SegmentKind

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_UNITS += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def number(n: int) -> str:
    """A whole number from 0 to 999 in words."""
    if n < len(_UNITS):
        return _UNITS[n]
    if n >= 100:
        hundreds, rest_ = divmod(n, 100)
        return f"{'a' if hundreds == 1 else _UNITS[hundreds]} hundred" + (f" and {number(rest_)}" if rest_ else "")
    tens, unit = divmod(n, 10)
    return _TENS[tens] + (f"-{_UNITS[unit]}" if unit else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def fill(words: Words, side: Side) -> tuple[str, ...]:
    """The forms of an exercise's words for one side."""
    names = {
        "side": side.value,
        "other": side.other.value,
        "Side": side.value.capitalize(),
        "Other": side.other.value.capitalize(),
    }
    return tuple(form.format(**names) for form in words.forms)


def badge(exercise: Exercise, side: Side) -> str:
    """What the side badge says: ``Left foot``, ``Right calf``, ``Both feet``."""
    return fill(Words((exercise.badge,)), side)[0]


def limb(exercise: Exercise) -> str:
    """The part that the exercise works, as its badge names it: foot, leg or calf; foot if it names none."""
    return next((word for word in reversed(exercise.badge.split()) if "{" not in word), "foot")


SAFETY = ("Stop at once if you feel sudden pain, or if pain gets worse.", "Stop at once if it hurts.")
HALFWAY = ("Halfway.",)
TEN_LEFT = ("Ten seconds.",)
ENCOURAGEMENT = ("Nice and steady.", "Keep breathing.", "You are doing well.")


def name(exercise: Exercise, index: int, count: int) -> tuple[str, ...]:
    """The exercise is named; its name is never dropped."""
    order = "Next" if 0 < index < count - 1 else "First" if index == 0 else "Last"
    return (f"{order}: {exercise.name}.", f"{exercise.name}.") if count > 1 else (f"{exercise.name}.",)


def dose(exercise: Exercise, dose_: Dose) -> tuple[str, ...]:
    """How much of it: sets, reps and seconds."""
    hold = ""
    holds = any(m.kind == "hold" for m in exercise.movements)
    cycles = not holds and any(m.kind == "cycle" and m.seconds is None for m in exercise.movements)
    if cycles:
        work = f"{number(round(dose_.cycle_s))} seconds each way"
    elif holds and dose_.hold_s >= 10:
        work = f"{number(dose_.reps)} holds of {number(round(dose_.hold_s))} seconds"
    else:
        work = f"{number(dose_.reps)} reps"
        seconds = round(dose_.hold_s)
        hold = f" Hold each for {number(seconds)} second{'' if seconds == 1 else 's'}." if holds else ""
    if dose_.reps == 1 and not cycles:
        work = work.replace("reps", "rep").replace("holds", "hold")
    each = "" if exercise.sides == "both" else f", each {limb(exercise)}"
    joint = "," if cycles else " of"
    sets = "" if dose_.sets == 1 else f"{number(dose_.sets)} sets{joint} "
    return (_capital(f"{sets}{work}{each}.{hold}"),)


_POSTURES = {
    Posture.STANDING: ("Come up to standing. Take your time.", "Stand up."),
    Posture.LYING: ("Lie down on your back. Take your time.", "Lie down."),
    Posture.SITTING: ("Come to sit on a chair. Take your time.", "Sit down."),
    Posture.WALL: ("Come up, and go to a wall. Take your time.", "Go to a wall."),
}
_FROM_LYING = {
    Posture.STANDING: ("Roll to one side, and come up slowly. Then stand. Take your time.", "Stand up slowly."),
    Posture.SITTING: ("Roll to one side, and come up slowly. Then sit on a chair. Take your time.", "Sit up slowly."),
    Posture.WALL: ("Roll to one side, and come up slowly. Then go to a wall. Take your time.", "Go to a wall."),
}


def posture(new: Posture, before: Posture | None) -> tuple[str, ...]:
    """How to get from one posture into another."""
    if new is Posture.STANDING and before is Posture.WALL:
        return ("Step away from the wall. Take your time.", "Step away from the wall.")
    return (_FROM_LYING if before is Posture.LYING else _POSTURES)[new]


_STAY = {
    Posture.STANDING: ("Stay standing.",),
    Posture.LYING: ("Stay on your back.",),
    Posture.SITTING: ("Stay sitting on your chair.", "Stay sitting."),
    Posture.WALL: ("Stay at the wall.",),
}


def stay(posture_: Posture) -> tuple[str, ...]:
    """The posture is that of the exercise before."""
    return _STAY[posture_]


def done(exercises: int) -> tuple[str, ...]:
    """The session is over; true also of one in which something was skipped."""
    if exercises == 1:
        return ("That is the end of the exercise. Well done.", "All done.")
    return (f"That was the last of {number(exercises)} exercises. Well done.", "All done.")


def first_side(exercise: Exercise, side: Side) -> tuple[str, ...]:
    """Which side begins."""
    if side is Side.BOTH:
        return ("Both feet at the same time.", "Both feet.")
    if exercise.sides == "alternating":
        return (
            f"{side.other.value.capitalize()} foot forward first, to stretch the {side.value} {limb(exercise)}.",
            f"{side.value.capitalize()} {limb(exercise)} first.",
        )
    return (f"{side.value.capitalize()} {limb(exercise)} first.",)


def switch(exercise: Exercise, side: Side) -> tuple[str, ...]:
    """The other side's turn; in an alternating stretch also which foot goes forward."""
    if exercise.sides == "alternating":
        return (
            f"Change over: {side.other.value} foot forward, to stretch the {side.value} {limb(exercise)}.",
            f"Now the {side.value} {limb(exercise)}.",
        )
    return (f"Switch to your {side.value} {limb(exercise)}.", f"{side.value.capitalize()} {limb(exercise)}.")


def rest(set_done: int, sets: int) -> tuple[str, ...]:
    """A set is over."""
    return (f"Rest. Set {number(set_done)} of {number(sets)} is done.", "Rest.")


def next_set(exercise: Exercise, set_: int, sets: int, side: Side) -> tuple[str, ...]:
    """What comes after a rest."""
    which = "the last set" if set_ == sets else f"set {number(set_)}"
    if side is Side.BOTH:
        return (f"Next: {which}.",)
    return (f"Next: {which}, {side.value} {limb(exercise)}.", f"{side.value.capitalize()} {limb(exercise)} next.")


def rep(rep_: int, reps: int, move: tuple[str, ...]) -> tuple[str, ...]:
    """The number of a rep before the word for its first movement; the last rep is said to be the last."""
    word = f"{move[-1][:1].lower()}{move[-1][1:]}"
    if rep_ == reps:
        return (f"Last one, {word}", f"Last, {word}", move[-1])
    forms = (f"{_capital(number(rep_))}, {word}", move[-1])
    return (f"Halfway, {word}", *forms) if reps >= 8 and rep_ == reps // 2 + 1 else forms


def count(n: int) -> tuple[str, ...]:
    """A number alone: a second of a countdown, or the rep that begins."""
    return (f"{_capital(number(n))}.",)


# The big word of each part of a session that is no movement (a movement brings its own).
PHASES = {
    SegmentKind.INTRO: "Listen",
    SegmentKind.POSTURE: "Move",
    SegmentKind.READY: "Get ready",
    SegmentKind.SWITCH: "Switch",
    SegmentKind.REST: "Rest",
    SegmentKind.DONE: "Done",
}
WHERE = {
    Posture.STANDING: "standing",
    Posture.LYING: "lie on your back",
    Posture.SITTING: "sit on a chair",
    Posture.WALL: "stand at a wall",
}
LAST_TITLE = "Done"
LAST_DETAIL = "the last exercise"


def set_title(set_: int, sets: int) -> str:
    """The set that a rest leads to, as it is shown."""
    return f"Set {set_} of {sets}"
