"""The phrases in German.

The badge of an exercise tells the gender of what it works: "{Side}er Fuß", "{Side}e Wade", "{Side}es Bein".
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from footroutine.domain.exercise import Exercise, Posture, Side, Sides
from footroutine.domain.language import Language
from footroutine.domain.phrases.shape import (
    SIDE_WORDS,
    Forms,
    Phrases,
    badge,
    capital,
    circles,
    holds,
    is_circling,
    limb,
)
from footroutine.domain.timeline import Dose, SegmentKind

_UNITS = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_TEENS = {16: "sechzehn", 17: "siebzehn"}
_TENS = ["", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]

_GENDER = re.compile(r"\{Side\}(er|es|e) ")
_STEMS = SIDE_WORDS[Language.DE]
_NOMINATIVE = {"er": "der {}e", "e": "die {}e", "es": "das {}e"}
_ACCUSATIVE = {"er": "den {}en", "e": "die {}e", "es": "das {}e"}

_PROPS = {
    "mat": "eine Matte",
    "chair": "einen Stuhl",
    "cushion": "ein Kissen",
    "ice": "Eis in einem Tuch",
    "wall": "eine freie Wand",
}
_UNSURE = "Wenn du unsicher stehst, setz dich für diese Übung auf einen Stuhl."
_POSTURES: dict[Posture, Forms] = {
    Posture.STANDING: (f"Stell dich neben etwas Festes, etwa eine Wand. {_UNSURE}", "Stell dich hin."),
    Posture.LYING: ("Geh auf deine Matte, und leg dich auf den Rücken.", "Leg dich hin."),
    Posture.SITTING: ("Setz dich auf deinen Stuhl.", "Setz dich hin."),
    Posture.WALL: ("Geh an die Wand.",),
}
_UP_SLOWLY = "Roll dich auf die Seite, und komm langsam hoch."
_FROM_LYING: dict[Posture, Forms] = {
    Posture.STANDING: (
        f"{_UP_SLOWLY} Stell dich dann neben etwas Festes, etwa eine Wand. {_UNSURE}",
        "Steh langsam auf.",
    ),
    Posture.SITTING: (f"{_UP_SLOWLY} Setz dich dann auf deinen Stuhl.", "Setz dich langsam auf."),
    Posture.WALL: (f"{_UP_SLOWLY} Geh dann an die Wand.", "Geh an die Wand."),
}
_STAY: dict[Posture, Forms] = {
    Posture.STANDING: ("Bleib im Stehen.",),
    Posture.LYING: ("Bleib auf dem Rücken liegen.",),
    Posture.SITTING: ("Bleib auf deinem Stuhl sitzen.", "Bleib sitzen."),
    Posture.WALL: ("Bleib an der Wand.",),
}


class German(Phrases):
    """Plain and warm; the person is "du"."""

    phases: Mapping[SegmentKind, str] = MappingProxyType(
        {
            SegmentKind.INTRO: "Hör zu",
            SegmentKind.POSTURE: "Position",
            SegmentKind.READY: "Bereit machen",
            SegmentKind.SWITCH: "Wechsel",
            SegmentKind.REST: "Pause",
            SegmentKind.DONE: "Fertig",
        }
    )
    where: Mapping[Posture, str] = MappingProxyType(
        {
            Posture.STANDING: "im Stehen",
            Posture.LYING: "auf dem Rücken",
            Posture.SITTING: "auf einem Stuhl",
            Posture.WALL: "an einer Wand",
        }
    )
    hearing_test = "Hallo. Hörst du mich? So führe ich dich durch deine Übungen."
    last_title = "Fertig"
    last_detail = "die letzte Übung"
    pausing = ("Zum Anhalten drück die Leertaste.",)
    safety = (
        "Hör sofort auf, wenn etwas plötzlich wehtut oder Schmerzen zunehmen.",
        "Hör sofort auf, wenn es wehtut.",
    )
    encouragement = ("Atme weiter.", "Ruhig bleiben.", "Du machst das gut.")

    def number(self, n: int) -> str:
        """A whole number from 0 to 999 in words."""
        if n < len(_UNITS):
            return _UNITS[n]
        if n >= 100:
            hundreds, rest = divmod(n, 100)
            return f"{_joined(_UNITS[hundreds])}hundert" + (self.number(rest) if rest else "")
        tens, unit = divmod(n, 10)
        if tens == 1:
            return _TEENS.get(n, f"{_UNITS[unit]}zehn")
        return f"{_joined(_UNITS[unit])}und{_TENS[tens]}" if unit else _TENS[tens]

    def need(self, props: frozenset[str], exercises: int) -> Forms:
        """What comes, and what to have ready."""
        things = [word for prop, word in _PROPS.items() if prop in props]
        listed = " und ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))
        said = [f"{capital(self.number(exercises))} Übungen."] if exercises > 1 else []
        said += [f"Du brauchst: {listed}."] if things else []
        return (" ".join(said),) if said else ()

    def name(self, exercise: Exercise, index: int, count: int) -> Forms:
        """The exercise is named."""
        if count == 1:
            return (f"{exercise.name}.",)
        if index in (0, count - 1):
            return (f"{'Zum Schluss' if index else 'Zuerst'}: {exercise.name}.", f"{exercise.name}.")
        which = f"{self.number(index + 1)} von {self.number(count)}"
        return (f"Als Nächstes: {exercise.name}, {which}.", f"{exercise.name}.")

    def over(self, exercise: Exercise, seconds: float) -> Forms:
        """An exercise is over."""
        return (f"Das war {exercise.name}. Entspann dich {self._seconds(seconds)}.", f"Das war {exercise.name}.")

    def dose(self, exercise: Exercise, dose: Dose) -> Forms:
        """How much of it."""
        hold, sets = "", f"{self.number(dose.sets)} Sätze"
        each = "" if exercise.sides is Sides.BOTH else f"pro {limb(exercise)} "
        if is_circling(exercise):
            rounds = self._several(circles(exercise, dose), "ein Kreis", "Kreise")
            work, joint = f"{self._seconds(dose.cycle_s)} in jede Richtung, etwa {rounds}", ", "
        elif holds(exercise) and dose.hold_s >= 10:
            work, joint = f"{_joined(self.number(dose.reps))}mal {self._seconds(dose.hold_s)} halten", ", "
        else:
            work, joint = self._several(dose.reps, "eine Wiederholung", "Wiederholungen"), " mit je "
            held = ["", "Halte jeweils", "Halte in jeder Richtung"][min(holds(exercise), 2)]
            hold = f" {held} {self._seconds(dose.hold_s)}." if held else ""
            if dose.sets > 1 and dose.reps == 1 and not each:
                work = "einer Wiederholung"
        work += ", im Wechsel" if exercise.sides is Sides.ALTERNATING else ""
        sets = "" if dose.sets == 1 else f"{sets}. In jedem Satz " if each else f"{sets}{joint}"
        return (capital(f"{sets}{each}{work}.{hold}"),)

    def posture(self, new: Posture, before: Posture | None) -> Forms:
        """How to get from one posture into another."""
        if new is Posture.STANDING and before is Posture.WALL:
            return ("Tritt von der Wand zurück.",)
        if new is Posture.WALL and before is Posture.SITTING:
            return ("Steh auf, und geh an die Wand.", "Geh an die Wand.")
        return (_FROM_LYING if before is Posture.LYING else _POSTURES)[new]

    def stay(self, posture: Posture) -> Forms:
        """The posture is that of the exercise before."""
        return _STAY[posture]

    def done(self, exercises: int) -> Forms:
        """The session is over."""
        if exercises == 1:
            return ("Das ist das Ende der Übung. Gut gemacht. Ruh dich aus, so lange du magst.", "Fertig.")
        return (
            f"Das war die letzte von {self.number(exercises)} Übungen. Gut gemacht. Ruh dich aus, so lange du magst.",
            "Fertig.",
        )

    def first_side(self, exercise: Exercise, side: Side, reps: int) -> Forms:
        """Which side begins."""
        if side is Side.BOTH:
            return ("Beide Füße gleichzeitig.", "Beide Füße.")
        short = f"Zuerst {_declined(exercise, side, _NOMINATIVE)}."
        if exercise.sides is Sides.ALTERNATING:
            return (
                *self._numbered(
                    f"Zuerst kommt gleich {_forward(side)}. Das dehnt {_declined(exercise, side, _ACCUSATIVE)}.",
                    1,
                    reps,
                ),
                short,
            )
        return (short,)

    def switch(self, exercise: Exercise, side: Side, rep: int | None, reps: int) -> Forms:
        """The other side's turn."""
        own = _declined(exercise, side, _NOMINATIVE)
        if exercise.sides is Sides.ALTERNATING:
            return (
                *self._numbered(
                    f"Wechsel: gleich kommt {_forward(side)}, für {_declined(exercise, side, _ACCUSATIVE)}.", rep, reps
                ),
                f"Jetzt {own}.",
            )
        return (f"Und locker lassen. Wechsel: jetzt {own}.", f"{badge(exercise, side)}.")

    def rest(self, set_done: int, sets: int, seconds: float) -> Forms:
        """A set is over."""
        rest = f"Pause, {self._seconds(seconds)}." if seconds >= 10 else "Pause."
        return (f"{rest} Satz {self.number(set_done)} von {self.number(sets)} ist geschafft.", rest)

    def next_set(self, exercise: Exercise, set_: int, sets: int, side: Side) -> Forms:
        """What comes after a rest."""
        which = "der letzte Satz" if set_ == sets else f"Satz {self.number(set_)}"
        if side is Side.BOTH:
            return (f"Danach: {which}.",)
        own = _lower(badge(exercise, side))
        return (f"Danach: {which}, {own}.", f"Danach: {own}.")

    def rep_number(self, rep: int) -> Forms:
        """The rep that begins."""
        return (f"Nummer {self.number(rep)}.",)

    def seconds_left(self, seconds: int) -> Forms:
        """So many seconds are left."""
        return (f"Noch {self._seconds(seconds)}.", f"{capital(self._seconds(seconds))}.")

    def other_way_in(self, seconds: int) -> Forms:
        """In so many seconds the circling goes the other way."""
        return (
            f"In {self._several(seconds, 'einer Sekunde', 'Sekunden')} andersherum.",
            f"In {self.number(seconds)} andersherum.",
        )

    def set_title(self, set_: int, sets: int) -> str:
        """The set that a rest leads to."""
        return f"Satz {set_} von {sets}"

    def _and(self, said: str, word: str) -> Forms:
        return (f"{said}, und {_lower(word)}", f"{said}, {_lower(word)}")

    def _numbered(self, said: str, rep: int | None, reps: int) -> Forms:
        if rep is None or reps == 1:
            return (said,)
        return (f"{said} Nummer {self.number(rep)} von {self.number(reps)}.", said)

    def _marks(self, done: int, reps: int) -> Forms:
        left = reps - done
        if left == 1:
            return ("Noch einmal",)
        return (f"Noch {self.number(left)}",)

    def _seconds(self, seconds: float) -> str:
        return self._several(round(seconds), "eine Sekunde", "Sekunden")

    def _several(self, n: int, one: str, many: str) -> str:
        return one if n == 1 else f"{self.number(n)} {many}"


def _joined(number: str) -> str:
    """A number as the first part of a longer word: einundzwanzig, hundert, einmal."""
    return "ein" if number == "eins" else number


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _forward(side: Side) -> str:
    """In an alternating stretch the one foot goes forward, so that the other side stretches."""
    return f"der {_STEMS[side.other]}e Fuß nach vorn"


def _declined(exercise: Exercise, side: Side, case: Mapping[str, str]) -> str:
    """What is worked, with its article: der linke Fuß; an exercise whose texts are not German has none."""
    gender = _GENDER.match(exercise.badge)
    if gender is None:
        return badge(exercise, side)
    return f"{case[gender[1]].format(_STEMS[side])} {limb(exercise)}"
