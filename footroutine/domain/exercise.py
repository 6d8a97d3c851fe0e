"""An exercise: its posture, movements, poses, dose and safety texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from footroutine.domain.language import Language


class Side(StrEnum):
    """The side that is worked. In the wall stretch: the calf that stretches."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> "Side":
        """The opposite side; both feet have no opposite."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}[self]


class Sides(StrEnum):
    """How an exercise shares its work between the feet."""

    BOTH = "both"  # both feet at once
    EACH = "each"  # a whole set with one foot, then with the other
    ALTERNATING = "alternating"  # the foot changes after every rep


class Posture(StrEnum):
    """Where the body is; a change of posture takes time."""

    STANDING = "standing"
    LYING = "lying"
    SITTING = "sitting"
    WALL = "wall"


class MovementKind(StrEnum):
    """What the body does in a movement."""

    TRAVEL = "travel"  # from one pose to the next
    HOLD = "hold"  # stays in the pose
    CYCLE = "cycle"  # goes round without a stop


class Pace(StrEnum):
    """How fast travels are done."""

    SLOW = "slow"
    NORMAL = "normal"
    BRISK = "brisk"

    @property
    def factor(self) -> float:
        """What a travel's seconds are multiplied by."""
        return {Pace.SLOW: 1.5, Pace.NORMAL: 1.0, Pace.BRISK: 0.75}[self]


@dataclass(frozen=True)
class Words:
    """One cue in its forms, longest first: the planner takes the longest that fits.

    ``{side}`` and ``{other}`` stand for the worked side and its opposite.
    """

    forms: tuple[str, ...]

    @property
    def long(self) -> str:
        """The fullest form, also shown as the caption."""
        return self.forms[0]


@dataclass(frozen=True)
class Sourced:
    """A text and the id of the source that says so; an `early` one must be heard before the first movement."""

    text: str
    source: str
    early: bool = False


@dataclass(frozen=True)
class Limit:
    """One figure of a dose: its default, the bounds a person may set, and who says so."""

    default: float
    minimum: float
    maximum: float
    source: str


@dataclass(frozen=True)
class View:
    """How the figure is looked at.

    `yaw` and `pitch` are degrees: yaw 0 looks at the figure's right side (it faces right), 90 from its front;
    pitch > 0 looks down. `framing` is what fills the picture: ``body``, ``legs``, ``foot`` (the worked foot and
    shin), ``feet`` (the other one too). `inset` adds a panel: to a close-up the whole body, else the circling foot as
    the person sees it. `props` are drawn around the figure: ``floor``, ``mat``, ``wall``, ``chair``, ``cushion``,
    ``ice``. `glow` names a part where the work is felt: ``calf``, ``toes``.
    """

    yaw: float = 20.0
    pitch: float = 10.0
    framing: str = "body"
    inset: bool = False
    props: tuple[str, ...] = ()
    glow: str = ""

    @property
    def is_close(self) -> bool:
        """Whether it is a close-up, in which toes and nails are drawn."""
        return self.framing in CLOSE_UPS


CLOSE_UPS = ("foot", "feet")
# The words that a View's texts may be.
VIEW_WORDS: Mapping[str, tuple[str, ...]] = {
    "framing": ("body", "legs", *CLOSE_UPS),
    "props": ("floor", "mat", "wall", "chair", "cushion", "ice"),
    "glow": ("calf", "toes"),
}


@dataclass(frozen=True)
class Cycle:
    """A circling of the ankle: seconds a round, and its direction as the person sees their own foot."""

    round_s: float
    clockwise: bool


# Joint name -> degrees; the names and their limits are in joints.py. A name starts with the leg it moves:
# ``worked.`` or ``other.`` (resolved by the side), or with nothing for the trunk.
Pose = Mapping[str, float]


@dataclass(frozen=True)
class Movement:
    """One part of a rep, or of getting into and out of position.

    A travel lasts `seconds` times the pace; a hold lasts the dose's ``hold_s`` and a cycle the dose's ``cycle_s``
    unless `seconds` says otherwise. `pose` is where it ends. `phase` is the big word on the screen.
    `arrow` says that the picture shows the direction of the movement.
    """

    id: str
    kind: MovementKind
    pose: str
    phase: str
    say: Words
    seconds: float | None = None
    cycle: Cycle | None = None
    view: View | None = None
    arrow: bool = True


@dataclass(frozen=True)
class Exercise:
    """One exercise as its data file describes it, a variant already applied."""

    id: str
    name: str
    posture: Posture
    sides: Sides
    summary: str
    setup: tuple[Words, ...]
    feel: str
    movements: tuple[Movement, ...]
    dose: Mapping[str, Limit]
    start_pose: str
    poses: Mapping[str, Pose]
    view: View
    badge: str = "{side} foot"  # what the side badge says
    enter: tuple[Movement, ...] = ()
    leave: tuple[Movement, ...] = ()
    tips: tuple[Sourced, ...] = ()
    stops: tuple[Sourced, ...] = ()
    variants: Mapping[str, "Exercise"] = field(default_factory=dict)
    variant: str = ""
    variant_name: str = ""
    variant_source: str = ""
    language: Language = Language.EN  # of its texts

    def all_movements(self) -> tuple[Movement, ...]:
        """Every movement: into position, the rep, out of it."""
        return self.enter + self.movements + self.leave

    def movement(self, movement_id: str) -> Movement:
        """The movement of that id.

        Raises:
            KeyError: there is none.
        """
        for movement in self.all_movements():
            if movement.id == movement_id:
                return movement
        raise KeyError(movement_id)

    def pose_before(self, movement_id: str, *, first: bool) -> str:
        """The pose in which a movement begins; `first` is the first rep of a block.

        A later rep begins where the rep before it ended.
        """
        ids = [m.id for m in self.all_movements()]
        index = ids.index(movement_id)
        if index == len(self.enter) and not first:
            return self.movements[-1].pose
        return self.all_movements()[index - 1].pose if index else self.start_pose


@dataclass(frozen=True)
class Moment:
    """What the figure shows at one instant: a function of the exercise, the side and the time alone.

    The pose is on its way from `pose_from` to `pose_to`; `progress` runs evenly from 0 to 1 (the figure eases it).
    `seconds` is the time spent in the movement so far and drives circling and breathing. `movement` is None while
    the figure waits in a pose (getting ready, rest). `weight` below 1 is a preview of what comes: drawn quieter.
    """

    exercise: Exercise
    side: Side
    pose_from: str
    pose_to: str
    progress: float
    seconds: float = 0.0
    movement: Movement | None = None
    weight: float = 1.0
