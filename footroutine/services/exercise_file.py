"""An exercise as its data file writes it, read into values; a variant is the exercise with some keys replaced."""

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import Any

from footroutine.domain.exercise import (
    VIEW_WORDS,
    Cycle,
    Exercise,
    Limit,
    Movement,
    MovementKind,
    Pose,
    Posture,
    Sides,
    Sourced,
    View,
)
from footroutine.domain.joints import BODY_JOINTS, LEG_JOINTS
from footroutine.domain.language import Language
from footroutine.services.toml_table import NAME_LENGTH, Table
from footroutine.services.translation import (
    MOST_ENTRIES,
    in_language,
    own_language,
    read_said,
    read_setup,
    usual_badge,
)

MOST_POSES = 60
TRAVEL_S = (0.2, 60.0)
STAY_S = (0.5, 300.0)
ROUND_S = (0.5, 20.0)

# The widest dose that a file may allow: a session stays a matter of minutes, and its timeline small.
DOSE_BOUNDS: Mapping[str, tuple[float, float]] = {
    "sets": (1, 10),
    "reps": (1, 100),
    "hold_s": (0.5, 300),
    "cycle_s": (0.5, 300),
    "rest_s": (0, 600),
}
WHOLE_DOSE = frozenset({"sets", "reps"})
_REQUIRED_DOSE = frozenset({"sets", "reps", "rest_s"})

_JOINTS = {f"{leg}.{name}": limits for leg in ("worked", "other") for name, limits in LEG_JOINTS.items()} | {
    **BODY_JOINTS
}


def read_exercise(table: Table, sources: Collection[str], language: Language = Language.EN) -> Exercise:
    """The exercise in a file, in a language if it has that; what is wrong with it goes to the table's problems.

    A value with problems is whole but not to be used.
    """
    identifier, name = table.identifier("id"), table.text("name", longest=NAME_LENGTH)
    exercise = replace(_read_body(table, sources, None), id=identifier, name=name)
    return in_language(table, replace(exercise, variants=_read_variants(table, sources, exercise)), language)


def _read_variants(table: Table, sources: Collection[str], exercise: Exercise) -> dict[str, Exercise]:
    variants = table.table("variants", required=False)
    if variants is None:
        return {}
    found = {}
    for key in variants.names(MOST_ENTRIES):
        variants.check_id(key, key)
        if own := variants.table(key):
            found[key] = replace(
                _read_body(own, sources, exercise),
                variant=key,
                variant_name=own.text("name", longest=NAME_LENGTH),
                variant_source=own.one_of("source", sources, what="source"),
            )
    return found


def _read_body(table: Table, sources: Collection[str], base: Exercise | None) -> Exercise:
    """Everything but the names; a variant takes from `base` whatever it leaves out."""
    sides = table.enum("sides", Sides, base.sides if base else None)
    language = base.language if base else own_language(table)
    badge = base.badge if base else usual_badge(sides, language)
    dose = {**(base.dose if base else {}), **_read_dose(table, sources, _REQUIRED_DOSE if base is None else ())}
    poses = {**(base.poses if base else {}), **_read_poses(table, required=base is None)}
    old = {"enter": base.enter, "movements": base.movements, "leave": base.leave} if base else {}
    parts = {
        key: old[key] if base and key not in table else _read_movements(table, key, dose, poses)
        for key in ("enter", "movements", "leave")
    }
    view = table.table("view", required=base is None)
    _check_movement_ids(table, parts)
    return Exercise(
        id=base.id if base else "",
        name=base.name if base else "",
        posture=table.enum("posture", Posture, base.posture if base else None),
        sides=sides,
        summary=table.text("summary", base.summary if base else None),
        setup=base.setup if base and "setup" not in table else read_setup(table),
        feel=table.text("feel", base.feel if base else None),
        dose=dose,
        start_pose=table.one_of("start_pose", poses, base.start_pose if base else None, what="pose"),
        poses=poses,
        view=_read_view(view) if view else (base.view if base else View()),
        badge=table.text("badge", badge, longest=NAME_LENGTH, slots=True),
        tips=base.tips if base and "tips" not in table else _read_sourced(table, "tips", sources),
        stops=base.stops if base and "stops" not in table else _read_sourced(table, "stops", sources),
        enter=parts["enter"],
        movements=parts["movements"],
        leave=parts["leave"],
        language=language,
    )


def _read_sourced(table: Table, key: str, sources: Collection[str]) -> tuple[Sourced, ...]:
    return tuple(
        Sourced(item.text("text"), item.one_of("source", sources, what="source"), item.flag("early", default=False))
        for item in table.tables(key, MOST_ENTRIES, required=False)
    )


def _read_dose(table: Table, sources: Collection[str], required: Collection[str]) -> dict[str, Limit]:
    dose = table.table("dose", required=bool(required))
    if dose is None:
        return {}
    found = {}
    for key, (least, most) in DOSE_BOUNDS.items():
        if figure := dose.table(key, required=key in required):
            read = figure.whole if key in WHOLE_DOSE else figure.number
            minimum = read("minimum", least, most)
            maximum = read("maximum", minimum, most, otherwise=most)
            default = read("default", minimum, maximum)
            found[key] = Limit(default, minimum, maximum, figure.one_of("source", sources, what="source"))
    return found


def _read_poses(table: Table, *, required: bool) -> dict[str, Pose]:
    poses = table.table("poses", required=required)
    if poses is None:
        return {}
    names = poses.names(MOST_POSES)
    for name in names:
        poses.check_id(name, name)
    return {name: _read_pose(pose) if (pose := poses.table(name)) else {} for name in names}


def _read_pose(table: Table) -> Pose:
    table.names(len(_JOINTS))
    table.tell_unknown("unknown joint", _JOINTS)
    return {key: table.number(key, *limits) for key, limits in _JOINTS.items() if key in table}


def _read_view(table: Table) -> View:
    """Whatever fields a View has, by the types of their defaults."""
    values: dict[str, Any] = {}
    for each in fields(View):
        default: Any = each.default
        if isinstance(default, bool):
            values[each.name] = table.flag(each.name, default)
        elif isinstance(default, float):
            values[each.name] = table.number(each.name, -360.0, 360.0, default)
        elif isinstance(default, str):
            values[each.name] = table.one_of(each.name, VIEW_WORDS[each.name], default, what=each.name)
        else:
            values[each.name] = table.some_of(each.name, VIEW_WORDS[each.name], what=each.name)
    return View(**values)


def _read_movements(table: Table, key: str, dose: Collection[str], poses: Collection[str]) -> tuple[Movement, ...]:
    items = table.tables(key, MOST_ENTRIES, required=key == "movements")
    return tuple(_read_movement(item, dose, poses) for item in items)


def _read_movement(table: Table, dose: Collection[str], poses: Collection[str]) -> Movement:
    word = table.one_of("kind", [str(kind) for kind in MovementKind], what="kind")
    kind = MovementKind(word) if word else None
    view = table.table("view", required=False)
    phase, say = read_said(table)
    return Movement(
        id=table.identifier("id"),
        kind=kind or MovementKind.HOLD,
        pose=table.one_of("pose", poses, what="pose"),
        phase=phase,
        say=say,
        seconds=_read_seconds(table, kind, dose),
        cycle=_read_cycle(table, kind),
        view=_read_view(view) if view else None,
        arrow=table.flag("arrow", default=True),
    )


def _read_seconds(table: Table, kind: MovementKind | None, dose: Collection[str]) -> float | None:
    """A travel must say its seconds; a hold and a cycle may leave them to the dose, if that has them."""
    if kind is MovementKind.TRAVEL:
        return table.number("seconds", *TRAVEL_S)
    if "seconds" in table:
        return table.number("seconds", *STAY_S)
    if kind and f"{kind}_s" not in dose:
        table.problem("seconds", f"is missing, and the dose has no {kind}_s", f"Give one of the two to this {kind}")
    return None


def _read_cycle(table: Table, kind: MovementKind | None) -> Cycle | None:
    if kind and kind is not MovementKind.CYCLE and "cycle" in table:
        table.problem("cycle", f"does not belong to a {kind}", 'Write kind = "cycle", or take it out')
    cycle = table.table("cycle", required=kind is MovementKind.CYCLE)
    return Cycle(cycle.number("round_s", *ROUND_S), cycle.flag("clockwise")) if cycle else None


def _check_movement_ids(table: Table, parts: Mapping[str, tuple[Movement, ...]]) -> None:
    """Ids are unique in the whole exercise; a variant answers only for the movements that it writes itself."""
    taken = [m.id for key, movements in parts.items() if key not in table for m in movements]
    for key, movements in parts.items():
        for movement in movements if key in table else ():
            if movement.id and movement.id in taken:
                table.problem(key, f"the id {movement.id!r} is used twice", "Give every movement an id of its own")
            taken.append(movement.id)
