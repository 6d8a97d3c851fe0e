"""A routine: which exercises, in which order, in which dose."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_STEPS = 30
LONGEST_NAME = 60  # characters


@dataclass(frozen=True)
class Step:
    """One exercise of a routine; `dose` overrides a person's general choice (``sets``, ``reps``, ``hold_s`` …)."""

    exercise: str
    dose: Mapping[str, float] = field(default_factory=dict)
    variant: str | None = None


@dataclass(frozen=True)
class Routine:
    """A named list of steps."""

    id: str
    name: str
    short_name: str
    summary: str
    steps: tuple[Step, ...]
    order: int = 100
