"""Plain values, as a settings file holds them, read into Settings; what does not fit is told and replaced."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from footroutine.domain.errors import Problem, did_you_mean
from footroutine.domain.exercise import Exercise, Pace, Side
from footroutine.domain.settings import ExerciseChoice, Settings, options
from footroutine.services.exercise_file import DOSE_BOUNDS, WHOLE_DOSE
from footroutine.services.toml_table import MOST_UNKNOWN, TEXT_LENGTH, dotted, has_control, shown

EXERCISES = "exercises"
VERSION_KEY = "version"

_KIND_NAMES = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}


@dataclass(frozen=True)
class _Rule:
    """What may be written for one setting, and what holds where nothing usable is."""

    kind: type
    default: object = None
    least: float = -math.inf
    most: float = math.inf
    choices: Collection[str] | None = None
    problem: Callable[[str], str] | None = None


def read_settings(
    values: Mapping[str, Any], exercises: Mapping[str, Exercise], file: str
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings that a file's values stand for, and everything in them that does not fit.

    A number out of bounds becomes the nearest that is allowed; any other unfit value gives way to the default.
    """
    reader = _Reader(file)
    sections: dict[str, dict[str, _Rule]] = {}
    for name, option in options().items():
        default = getattr(Settings, name)
        least = -math.inf if option.minimum is None else option.minimum
        most = math.inf if option.maximum is None else option.maximum
        rule = _Rule(type(default), default, least, most, option.choices or None, option.problem)
        sections.setdefault(option.section, {})[name] = rule
    reader.tell_unknown("", values, [VERSION_KEY, *sections, EXERCISES])
    chosen: dict[str, Any] = {}
    for section, rules in sections.items():
        chosen |= reader.read(section, reader.table("", section, values), rules)
    choices = dict(_read_choices(reader, reader.table("", EXERCISES, values), exercises))
    return Settings(**chosen, exercises=MappingProxyType(choices)), tuple(reader.problems)


def _read_choices(
    reader: "_Reader", table: Mapping[str, Any], exercises: Mapping[str, Exercise]
) -> Iterator[tuple[str, ExerciseChoice]]:
    reader.tell_unknown(EXERCISES, table, exercises)
    for name in table:
        if name in exercises:
            path = dotted(EXERCISES, name)
            values = reader.read(path, reader.table(EXERCISES, name, table), _choice_rules(exercises[name]))
            if (choice := ExerciseChoice(**values)) != ExerciseChoice():
                yield name, choice


def _choice_rules(exercise: Exercise) -> dict[str, _Rule]:
    """Bounds are the widest of the exercise and its variants: changing the variant makes no earlier choice wrong."""
    doses = [exercise.dose, *(variant.dose for variant in exercise.variants.values())]
    rules = {
        "included": _Rule(bool, default=True),
        "pace": _Rule(str, choices=[str(pace) for pace in Pace]),
        "first_side": _Rule(str, choices=[str(Side.LEFT), str(Side.RIGHT)]),
        "variant": _Rule(str, choices=exercise.variants.keys()),
    }
    for key in DOSE_BOUNDS:
        if limits := [dose[key] for dose in doses if key in dose]:
            least, most = min(limit.minimum for limit in limits), max(limit.maximum for limit in limits)
            rules[key] = _Rule(int if key in WHOLE_DOSE else float, least=least, most=most)
    return rules


@dataclass
class _Reader:
    """Reads tables of settings and gathers what is wrong with them."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def tell_unknown(self, path: str, table: Mapping[str, Any], known: Collection[str]) -> None:
        """Tell of every key that is not known."""
        unknown = [key for key in table if key not in known]
        for key in unknown[:MOST_UNKNOWN]:
            self.problems.append(Problem(self.file, dotted(path, key), "unknown key", did_you_mean(key[:60], known)))
        if more := unknown[MOST_UNKNOWN:]:
            self.problems.append(Problem(self.file, path, f"{len(more)} more unknown keys"))

    def table(self, path: str, key: str, parent: Mapping[str, Any]) -> Mapping[str, Any]:
        """The table under a key; an empty one where there is none."""
        value = parent.get(key, {})
        if isinstance(value, dict):
            return value
        reason = f"must be a table, not {shown(value)}"
        self.problems.append(Problem(self.file, dotted(path, key), reason, "The defaults are used"))
        return {}

    def read(self, path: str, table: Mapping[str, Any], rules: Mapping[str, _Rule]) -> dict[str, Any]:
        """The usable value of every key that is written."""
        self.tell_unknown(path, table, rules)
        return {key: self._fit(dotted(path, key), table[key], rule) for key, rule in rules.items() if key in table}

    def _fit(self, path: str, value: Any, rule: _Rule) -> Any:  # noqa: ANN401 - any TOML value
        used = rule.default
        hint = ""
        if not _is_of_kind(value, rule.kind):
            reason = f"must be {_KIND_NAMES[rule.kind]}, not {shown(value)}"
        elif rule.choices is not None and value not in rule.choices:
            reason, hint = f"unknown value {shown(value)}", did_you_mean(value[:60], rule.choices)
        elif rule.kind is str and (len(value) > TEXT_LENGTH or has_control(value)):
            reason = f"must be one line of at most {TEXT_LENGTH} characters, not {shown(value)}"
        elif rule.problem is not None and (wrong := rule.problem(value)):
            reason = wrong
        elif rule.kind in (int, float) and not rule.least <= value <= rule.most:
            reason = f"must be from {rule.least:g} to {rule.most:g}, not {shown(value)}"
            used = rule.kind(rule.least if value < rule.least else rule.most)
        else:
            return rule.kind(value)
        instead = f"{'The default' if used is None else shown(used)} is used instead"
        self.problems.append(Problem(self.file, path, reason, f"{hint} {instead}".strip()))
        return used


def _is_of_kind(value: object, kind: type) -> bool:
    """Whether a value is of a kind; a whole number is a number too, true and false are none, nor is infinity."""
    if kind is float and isinstance(value, (int, float)) and not isinstance(value, bool):
        return isinstance(value, int) or math.isfinite(value)
    return type(value) is kind
