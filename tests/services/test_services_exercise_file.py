"""An exercise's data file: what every mistake in it is told as, and what a variant takes from its exercise."""

import tomllib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footroutine.domain.errors import Problem
from footroutine.domain.exercise import Exercise, MovementKind, Sides, View
from footroutine.domain.joints import BODY_JOINTS, LEG_JOINTS
from footroutine.services.assets import assets_dir
from footroutine.services.exercise_file import read_exercise
from footroutine.services.toml_table import Table

SOURCES = set(tomllib.loads((assets_dir() / "sources.toml").read_text(encoding="utf-8")))
FILES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((assets_dir() / "exercises").glob("*.toml"))
}


def read(values: dict[str, Any]) -> tuple[Exercise, list[Problem]]:
    problems: list[Problem] = []
    table = Table({key: value for key, value in values.items() if key != "format"}, "own.toml", problems)
    exercise = read_exercise(table, SOURCES)
    table.close()
    return exercise, problems


def put(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """A change that puts a value under a path such as ``movements/1/say``; `...` takes it out."""

    def change(values: dict[str, Any]) -> None:
        *way, last = path.split("/")
        place: Any = values
        for name in way:
            place = place[int(name)] if isinstance(place, list) else place.setdefault(name, {})
        key = int(last) if isinstance(place, list) else last
        if value is ...:
            del place[key]
        else:
            place[key] = value

    return change


MISTAKES: list[tuple[str, object, str, str, str]] = [
    # what is put where, and the key, reason and hint of the one problem that is told
    ("id", ..., "id", "is missing", ""),
    ("id", "Toe Press", "id", "'Toe Press' is not an id", "Use small letters, digits and single hyphens"),
    ("id", 'a"b', "id", "is not an id", ""),
    ("name", ..., "name", "is missing", ""),
    ("name", "", "name", "is empty", "Write something"),
    ("name", " \u3000", "name", "is empty", ""),
    ("name", "x" * 61, "name", "is 61 characters long", "At most 60"),
    ("name", "Toe\x07press", "name", "holds a control character", "plain text"),
    ("name", "Toe\npress", "name", "holds a control character", "one line"),
    ("name", "Toe\u2028press", "name", "holds a control character", ""),
    ("name", "Toe\u202epress", "name", "mark of direction", ""),
    ("name", "{side} press", "name", "holds '{side}'", "say, setup and badge only"),
    ("name", 3, "name", "must be text, not 3", "Put it in quotes"),
    ("name", 16**5000, "name", "must be text, not a huge number", ""),
    ("name", ["a"], "name", "must be text, not a list", ""),
    ("name", tomllib.loads("d = 2024-01-01")["d"], "name", "must be text, not a date or time", ""),
    ("nmae", "Toe press", "nmae", "unknown key", "Did you mean 'name'?"),
    ("a\nb", 1, '"a\\nb"', "unknown key", "Known: badge, de, dose"),
    ("x" * 500, 1, '"' + "x" * 60 + '"', "unknown key", ""),
    ("posture", "standing up", "posture", "unknown value 'standing up'", "Did you mean 'standing'?"),
    ("posture", "y" * 500, "posture", "unknown value '" + "y" * 39 + "…'", "Known: lying, sitting, standing, wall"),
    ("posture", True, "posture", "unknown value true", ""),
    ("sides", "left", "sides", "unknown value 'left'", "Known: alternating, both, each"),
    ("summary", "x" * 201, "summary", "is 201 characters long", "At most 200"),
    ("start_pose", "stnad", "start_pose", "unknown pose 'stnad'", "Did you mean 'stand'?"),
    ("badge", "{sied} foot", "badge", "unknown placeholder '{sied}'", "Did you mean '{side}'?"),
    ("badge", "{Side foot", "badge", "unknown placeholder '{'", "Known: {Other}, {Side}, {other}, {side}"),
    ("badge", "{} foot", "badge", "unknown placeholder '{}'", ""),
    ("setup", ..., "setup", "is missing", ""),
    ("setup", [], "setup", "is empty", ""),
    ("setup", "Stand tall.", "setup", "must be a list, not 'Stand tall.'", "Put it in square brackets"),
    ("setup", ["Stand tall."], "setup[0]", "must be a list, not 'Stand tall.'", "Put it in square brackets"),
    ("setup/1", [], "setup[1]", "is empty", ""),
    ("setup/1/0", "", "setup[1][0]", "is empty", ""),
    ("setup/1/0", "{feet} flat", "setup[1][0]", "unknown placeholder '{feet}'", ""),
    ("setup", [["a"]] * 13, "setup", "has 13 entries", "At most 12"),
    ("dose/sets", ..., "dose.sets", "is missing", ""),
    ("dose/reps", ..., "dose.reps", "is missing", ""),
    ("dose/rest_s", ..., "dose.rest_s", "is missing", ""),
    ("dose/sets", 3, "dose.sets", "must be a table, not 3", ""),
    ("dose/sets/default", ..., "dose.sets.default", "is missing", ""),
    ("dose/sets/default", 7, "dose.sets.default", "must be a whole number from 1 to 6, not 7", ""),
    ("dose/sets/default", 2.5, "dose.sets.default", "must be a whole number from 1 to 6, not 2.5", ""),
    ("dose/sets/default", True, "dose.sets.default", "must be a whole number from 1 to 6, not true", ""),
    ("dose/sets/maximum", 10**400, "dose.sets.maximum", "from 1 to 10, not a huge number", ""),
    ("dose/hold_s/default", float("nan"), "dose.hold_s.default", "must be a number from 1 to 15, not nan", ""),
    ("dose/hold_s/maximum", float("inf"), "dose.hold_s.maximum", "must be a number from 1 to 300, not inf", ""),
    ("dose/hold_s/minimum", "1", "dose.hold_s.minimum", "must be a number from 0.5 to 300, not '1'", ""),
    ("dose/hold_s/default", 10**400, "dose.hold_s.default", "from 1 to 15, not a huge number", ""),
    ("dose/hold_s/source", "artcle", "dose.hold_s.source", "unknown source 'artcle'", "Did you mean 'article'?"),
    ("dose/holds", {}, "dose.holds", "unknown key", "Did you mean 'hold_s'?"),
    ("dose/hold_s/most", 3, "dose.hold_s.most", "unknown key", ""),
    ("view", ..., "view", "is missing", ""),
    ("view/yaw", "left", "view.yaw", "must be a number from -360 to 360, not 'left'", ""),
    ("view/yaw", float("nan"), "view.yaw", "not nan", ""),
    ("view/inset", "yes", "view.inset", "must be true or false, not 'yes'", ""),
    ("view/props", "floor", "view.props", "must be a list, not 'floor'", ""),
    ("view/props/0", 3, "view.props[0]", "unknown props 3", "Known: chair, cushion, floor, ice, mat, wall"),
    ("view/props", ["floor", "flor"], "view.props[1]", "unknown props 'flor'", "Did you mean 'floor'?"),
    ("view/framing", "fot", "view.framing", "unknown framing 'fot'", "Did you mean 'foot'?"),
    ("view/glow", "shin", "view.glow", "unknown glow 'shin'", "Known: calf, toes"),
    ("view/jaw", 3, "view.jaw", "unknown key", "Did you mean 'yaw'?"),
    ("movements", ..., "movements", "is missing", ""),
    ("movements", [], "movements", "is empty", ""),
    ("movements", {}, "movements", "must be a list, not a table", ""),
    ("movements/0", 3, "movements[0]", "must be a table, not 3", ""),
    ("movements/1/id", "grip", "movements", "the id 'grip' is used twice", "an id of its own"),
    ("movements/1/id", ..., "movements[1].id", "is missing", ""),
    ("movements/1/kind", "halt", "movements[1].kind", "unknown kind 'halt'", "Known: cycle, hold, travel"),
    ("movements/1/pose", "girp", "movements[1].pose", "unknown pose 'girp'", "Did you mean 'grip'?"),
    ("movements/1/phase", "x" * 25, "movements[1].phase", "is 25 characters long", "At most 24"),
    ("movements/1/say", [], "movements[1].say", "is empty", ""),
    ("movements/1/say", ["Hold."] * 6, "movements[1].say", "has 6 entries", "At most 5"),
    ("movements/1/say", ["Hold.", " "], "movements[1].say[1]", "is empty", ""),
    ("movements/1/say", ["x" * 161], "movements[1].say[0]", "is 161 characters long", "At most 160"),
    ("movements/1/say", "Hold.", "movements[1].say", "must be a list, not 'Hold.'", ""),
    ("movements/1/seconds", 0, "movements[1].seconds", "must be a number from 0.5 to 300, not 0", ""),
    ("movements/1/arrow", 1, "movements[1].arrow", "must be true or false, not 1", ""),
    ("movements/1/speed", 1, "movements[1].speed", "unknown key", ""),
    ("movements/1/view", {"yam": 3}, "movements[1].view.yam", "unknown key", "Did you mean 'yaw'?"),
    ("movements/0/seconds", ..., "movements[0].seconds", "is missing", ""),
    ("movements/0/seconds", float("inf"), "movements[0].seconds", "must be a number from 0.2 to 60, not inf", ""),
    (
        "movements/0/cycle",
        {"round_s": 2, "clockwise": True},
        "movements[0].cycle",
        "does not belong to a travel",
        'Write kind = "cycle"',
    ),
    ("tips/0/source", ..., "tips[0].source", "is missing", ""),
    ("tips/0/source", "aofa", "tips[0].source", "unknown source 'aofa'", "Did you mean"),
    ("stops/1/text", "", "stops[1].text", "is empty", ""),
    ("poses/Big Grip", {}, 'poses."Big Grip"', "'Big Grip' is not an id", ""),
    ("poses/spare", 3, "poses.spare", "must be a table, not 3", ""),
    ("poses/grip/worked.knee", 3, 'poses.grip."worked.knee"', "unknown joint", "Did you mean 'worked.knee_flexion'?"),
    ("poses/grip/knee_flexion", 3, "poses.grip.knee_flexion", "unknown joint", "knee_flexion'?"),
    ("poses/grip/worked.lean", 3, 'poses.grip."worked.lean"', "unknown joint", ""),
    ("poses/grip/lean", 70, "poses.grip.lean", "must be a number from -95 to 60, not 70", ""),
    ("poses/grip/lean", float("nan"), "poses.grip.lean", "not nan", ""),
    ("poses/grip/lean", "flat", "poses.grip.lean", "not 'flat'", ""),
    ("variants", 3, "variants", "must be a table, not 3", ""),
    ("variants/seated", 3, "variants.seated", "must be a table, not 3", ""),
    ("variants/seated/name", ..., "variants.seated.name", "is missing", ""),
    ("variants/seated/source", ..., "variants.seated.source", "is missing", ""),
    ("variants/seated/source", "alpin", "variants.seated.source", "unknown source 'alpin'", "Did you mean 'alpine'?"),
    ("variants/seated/start_pose", "sitt", "variants.seated.start_pose", "unknown pose 'sitt'", "Did you mean 'sit'?"),
    ("variants/seated/id", "x", "variants.seated.id", "unknown key", ""),
    ("variants/seated/variants", {}, "variants.seated.variants", "unknown key", ""),
    (
        "variants/seated/dose",
        {"sets": {"default": 1, "minimum": 1, "source": "default"}},
        "variants.seated.dose.sets.maximum",
        "is missing",
        "",
    ),
    ("variants/seated/poses/sit/lean", 99, "variants.seated.poses.sit.lean", "not 99", ""),
    ("variants/seated/movements", [], "variants.seated.movements", "is empty", ""),
    (
        "variants/Sitting down",
        {"name": "Sitting down", "source": "default"},
        'variants."Sitting down"',
        "'Sitting down' is not an id",
        "",
    ),
]


@pytest.mark.parametrize(
    ("path", "value", "key", "reason", "hint"),
    MISTAKES,
    ids=[f"{number} {path}" for number, (path, *_) in enumerate(MISTAKES)],
)
def test_a_mistake_is_told_with_its_key_reason_and_hint(
    path: str, value: object, key: str, reason: str, hint: str
) -> None:
    values = deepcopy(FILES["toe_press"])
    put(path, value)(values)
    _, problems = read(values)
    first = problems[0]
    assert first.file == "own.toml"
    assert first.key == key
    assert reason in first.reason
    assert hint in first.hint
    assert [problem.key for problem in problems] == [key]
    assert "\n" not in str(first)
    assert len(str(first)) < 700


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    values = deepcopy(FILES["toe_press"])
    for path in ("name", "movements/1/pose", "dose/sets/source", "variants/seated/name"):
        put(path, 3)(values)
    _, problems = read(values)
    assert {problem.key for problem in problems} == {
        "name",
        "movements[1].pose",
        "dose.sets.source",
        "variants.seated.name",
    }


@pytest.mark.parametrize("kind", [MovementKind.HOLD, MovementKind.CYCLE])
def test_a_stay_needs_its_seconds_from_itself_or_from_the_dose(kind: MovementKind) -> None:
    values = deepcopy(FILES["toe_press"])
    del values["variants"], values["de"]["variants"]
    values["movements"][1] |= {"kind": str(kind), "cycle": {"round_s": 2, "clockwise": True}}
    if kind is MovementKind.HOLD:
        del values["movements"][1]["cycle"]
        del values["dose"]["hold_s"]
    _, problems = read(values)
    (told,) = problems
    assert (told.key, told.reason) == ("movements[1].seconds", f"is missing, and the dose has no {kind}_s")
    values["movements"][1]["seconds"] = 5
    assert read(values)[1] == []


def test_a_cycle_needs_its_round_and_direction() -> None:
    values = deepcopy(FILES["ankle_circles"])
    values["movements"][0]["cycle"] = {"round_s": 0.1}
    _, problems = read(values)
    assert [(problem.key, problem.reason) for problem in problems] == [
        ("movements[0].cycle.round_s", "must be a number from 0.5 to 20, not 0.1"),
        ("movements[0].cycle.clockwise", "is missing"),
    ]
    del values["movements"][0]["cycle"]
    assert [problem.key for problem in read(values)[1]] == ["movements[0].cycle"]


@pytest.mark.parametrize("joint", [*(f"worked.{name}" for name in LEG_JOINTS), *BODY_JOINTS])
def test_a_joint_goes_as_far_as_its_limits_and_no_further(joint: str) -> None:
    least, most = (LEG_JOINTS | BODY_JOINTS)[joint.removeprefix("worked.")]  # type: ignore[operator]
    for angle, fits in ((least, True), (most, True), (least - 0.5, False), (most + 0.5, False)):
        values = deepcopy(FILES["toe_press"])
        values["poses"]["grip"] = {joint: angle}
        exercise, problems = read(values)
        assert (problems == []) is fits
        assert not fits or exercise.poses["grip"] == {joint: angle}


def test_without_a_badge_the_sides_name_it() -> None:
    for sides, badge in ((Sides.BOTH, "Both feet"), (Sides.EACH, "{Side} foot"), (Sides.ALTERNATING, "{Side} foot")):
        values = deepcopy(FILES["toe_press"]) | {"sides": str(sides)}
        del values["badge"]
        assert read(values)[0].badge == badge


def test_a_movement_may_have_its_own_view_and_no_arrow() -> None:
    values = deepcopy(FILES["toe_press"])
    values["movements"][0] |= {"view": {"yaw": 90, "props": ["mat"], "inset": True}, "arrow": False}
    movement = read(values)[0].movements[0]
    assert movement.view == replace(View(), yaw=90.0, props=("mat",), inset=True)
    assert movement.arrow is False


def test_a_variant_is_the_exercise_with_some_keys_replaced() -> None:
    exercise, problems = read(FILES["toe_press"])
    assert problems == []
    seated = exercise.variants["seated"]
    assert (seated.variant, seated.variant_name, seated.variant_source) == ("seated", "Seated", "alpine")
    assert (seated.posture, seated.start_pose) == ("sitting", "sit")
    assert seated.setup[0].long == "Sit near the edge of your chair."
    assert seated.poses["grip"] == FILES["toe_press"]["variants"]["seated"]["poses"]["grip"]
    kept = ("id", "name", "sides", "summary", "feel", "movements", "dose", "tips", "stops", "badge")
    assert all(getattr(seated, name) == getattr(exercise, name) for name in kept)
    assert seated.variants == {}


def test_a_variant_merges_doses_by_figure_poses_by_name_and_replaces_lists_and_view_whole() -> None:
    values = deepcopy(FILES["toe_press"])
    values["variants"]["short"] = {
        "name": "Short",
        "source": "default",
        "dose": {"reps": {"default": 5, "minimum": 1, "maximum": 8, "source": "default"}},
        "poses": {"half": {"worked.toe_curl": 20}},
        "movements": [{"id": "grip", "kind": "hold", "pose": "half", "phase": "Grip", "say": ["Grip."]}],
        "tips": [{"text": "Short and often.", "source": "default"}],
        "view": {"pitch": 5},
    }
    exercise, problems = read(values)
    assert problems == []
    short = exercise.variants["short"]
    assert short.dose == {**exercise.dose, "reps": short.dose["reps"]}
    assert short.dose["reps"].maximum == 8
    assert short.poses == {**exercise.poses, "half": {"worked.toe_curl": 20}}
    assert [movement.id for movement in short.movements] == ["grip"]
    assert [tip.text for tip in short.tips] == ["Short and often."]
    assert short.view == View(pitch=5.0)


def test_a_variants_own_movement_cannot_take_the_id_of_one_it_keeps() -> None:
    values = deepcopy(FILES["ankle_circles"])
    lift = values["enter"][0] | {"id": "clockwise"}
    values["variants"]["seated"]["enter"] = [lift]
    told = [(problem.key, problem.reason) for problem in read(values)[1]]
    assert told == [("variants.seated.enter", "the id 'clockwise' is used twice")]


def test_a_mistake_in_the_exercise_is_not_told_again_for_its_variants() -> None:
    values = deepcopy(FILES["toe_press"])
    values["movements"][1]["id"] = "grip"
    values["movements"][2]["pose"] = "nowhere"
    assert [problem.key for problem in read(values)[1]] == ["movements[2].pose", "movements"]


JUNK: st.SearchStrategy[object] = st.one_of(
    st.none().map(lambda _: ...),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**400, float("nan"), float("inf"), -float("inf")]),
    st.floats(),
    st.text(max_size=300),
    st.just([]),
    st.lists(st.text(max_size=5) | st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=10), st.integers(), max_size=3),
)


def places(values: object, path: tuple[str, ...] = ()) -> list[str]:
    """The path of every value in a file."""
    inside = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    here = ["/".join(path)] if path else []
    return here + [place for key, value in inside for place in places(value, (*path, str(key)))]


@given(st.data())
@settings(deadline=None)
def test_whatever_is_written_anywhere_reading_gives_problems_or_an_exercise_that_holds_together(
    data: st.DataObject,
) -> None:
    values = deepcopy(data.draw(st.sampled_from(list(FILES.values()))))
    for _ in range(data.draw(st.integers(1, 3))):
        put(data.draw(st.sampled_from(places(values))), data.draw(JUNK))(values)
    exercise, problems = read(values)
    assert all("\n" not in str(problem) for problem in problems)
    if not problems:
        for each in (exercise, *exercise.variants.values()):
            assert each.start_pose in each.poses
            assert {movement.pose for movement in each.all_movements()} <= set(each.poses)
            assert len({movement.id for movement in each.all_movements()}) == len(each.all_movements())
            assert {"sets", "reps", "rest_s"} <= set(each.dose)
            assert all(limit.minimum <= limit.default <= limit.maximum for limit in each.dose.values())
            for movement in each.all_movements():
                assert movement.seconds or f"{movement.kind}_s" in each.dose
                assert (movement.cycle is not None) is (movement.kind is MovementKind.CYCLE)
