"""Times, numbers and counts in words, in the language of the window."""

import math

from PySide6.QtCore import QLocale, QObject


class _Counted(QObject):
    """The words that depend on how many there are; a class, because only `tr` of one is read for its plural forms."""

    def exercises(self, n: int) -> str:
        return self.tr("%n exercises", "", n)

    def minutes(self, n: int) -> str:
        return self.tr("%n minutes", "", n)

    def times(self, n: int) -> str:
        return self.tr("%n times", "", n)

    def sets(self, n: int) -> str:
        return self.tr("%n sets", "", n)

    def sets_of(self, n: int, reps: int) -> str:
        return self.tr("%n sets of {reps}", "", n).format(reps=reps)

    def sets_done(self, n: int, planned: int) -> str:
        return self.tr("{done} of %n sets", "", planned).format(done=n)

    def reps_done(self, n: int, planned: int) -> str:
        return self.tr("{done} of %n reps", "", planned).format(done=n)

    def exercised(self, n: int) -> str:
        return self.tr("%n minutes of exercise", "", n) if n else self.tr("Less than a minute of exercise")


_COUNTED = _Counted()


def clock_text(ms: int) -> str:
    """A length of time as ``17:20`` or ``1:02:05``, rounded up, so that 0:00 is the very end."""
    seconds = max(0, math.ceil(ms / 1000))
    hours, rest = divmod(seconds, 3600)
    minutes_, seconds = divmod(rest, 60)
    return f"{hours}:{minutes_:02}:{seconds:02}" if hours else f"{minutes_}:{seconds:02}"


def number(value: float) -> str:
    """A number as it is written here: ``2.5`` or ``2,5``."""
    return QLocale().toString(float(value), "g", 6)


def amount(value: float, unit: str) -> str:
    """A number with its unit, if it has one: ``2.5 s``."""
    return f"{number(value)} {unit}".strip()


def exercises(n: int) -> str:
    """``5 exercises``."""
    return _COUNTED.exercises(n)


def minutes(n: int) -> str:
    """``20 minutes``."""
    return _COUNTED.minutes(n)


def sets(n: int, reps: int = 1) -> str:
    """``2 sets of 20``, ``2 sets`` of one rep each, or ``3 times`` in a single set."""
    if reps == 1:
        return _COUNTED.sets(n)
    return _COUNTED.times(reps) if n == 1 else _COUNTED.sets_of(n, reps)


def done_of(sets_done: int, sets_planned: int, reps_done: int, reps_planned: int) -> str:
    """``1 of 2 sets · 47 of 80 reps``."""
    return f"{_COUNTED.sets_done(sets_done, sets_planned)} · {_COUNTED.reps_done(reps_done, reps_planned)}"


def exercised(ms: int) -> str:
    """``14 minutes of exercise``, to the nearest minute."""
    return _COUNTED.exercised(round(ms / 60_000))
