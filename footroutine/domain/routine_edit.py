"""Changing a routine: each change gives a new one, and what comes out can always be kept and read again."""

import unicodedata
from collections.abc import Collection
from dataclasses import replace
from itertools import count

from footroutine.domain.routine import LONGEST_NAME, MOST_STEPS, Routine, Step

_LONGEST_STEM = 32  # of an id, so that a number still fits behind it


def clean_name(text: str) -> str:
    """A name that fits on one line of a file: no control characters and no braces, which mean something there."""
    plain = "".join(" " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in text if c not in "{}")
    return " ".join(plain.split())[:LONGEST_NAME].strip()


def fresh_id(name: str, taken: Collection[str]) -> str:
    """An id made of a name: small letters, digits and single hyphens, and none of those that are taken."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in letters).split()
    stem = "-".join(words)[:_LONGEST_STEM].strip("-") or "routine"
    return next(id_ for n in count(1) if (id_ := stem if n == 1 else f"{stem}-{n}") not in taken)


def copied(routine: Routine, name: str, taken: Collection[str], order: int) -> Routine:
    """The same steps under another id and name."""
    named = renamed(routine, name)
    return replace(named, id=fresh_id(named.name, taken), order=order)


def renamed(routine: Routine, name: str) -> Routine:
    """With another name; one that is empty changes nothing."""
    clean = clean_name(name)
    return replace(routine, name=clean, short_name=clean) if clean else routine


def moved(routine: Routine, at: int, to: int) -> Routine:
    """With one step in another place; beyond the ends is the end."""
    steps = list(routine.steps)
    step = steps.pop(at)
    steps.insert(min(max(to, 0), len(steps)), step)
    return replace(routine, steps=tuple(steps))


def added(routine: Routine, exercise: str) -> Routine:
    """With one more exercise at its end; a full routine stays as it is."""
    if len(routine.steps) >= MOST_STEPS:
        return routine
    return replace(routine, steps=(*routine.steps, Step(exercise)))


def removed(routine: Routine, at: int) -> Routine:
    """Without one step; the last that is left stays: a routine is never empty."""
    if len(routine.steps) == 1:
        return routine
    return replace(routine, steps=routine.steps[:at] + routine.steps[at + 1 :])


def with_dose(routine: Routine, at: int, key: str, value: float, inherited: float) -> Routine:
    """With one figure of a step's dose; one that equals what would hold without it is not kept."""
    step = routine.steps[at]
    dose = {k: v for k, v in step.dose.items() if k != key}
    if value != inherited:
        dose[key] = value
    return _with_step(routine, at, replace(step, dose=dose))


def with_variant(routine: Routine, at: int, variant: str | None) -> Routine:
    """With a step in a variant of its exercise; its figures fall back, as another variant has other limits."""
    return _with_step(routine, at, Step(routine.steps[at].exercise, {}, variant))


def _with_step(routine: Routine, at: int, step: Step) -> Routine:
    return replace(routine, steps=(*routine.steps[:at], step, *routine.steps[at + 1 :]))
