"""Every setting, declared once: name, type, default, bounds and label.

The settings file, the Settings page and the docs are made from these declarations.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any

from footroutine.domain.day_text import DAYS, days_problem, times_problem
from footroutine.domain.voice_command import problem as command_problem

COMMAND_PREFIX = "command:"  # of the voice that is a person's own speech program


@dataclass(frozen=True)
class Option:
    """What there is to know of one setting besides its type and default."""

    section: str
    label: str
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)  # value -> label
    several: Mapping[str, str] = field(default_factory=dict)  # as choices; the text names any number of them
    help: str = ""
    problem: Callable[[str], str] | None = None  # of a text: why it does not fit, empty if it does


def _option(default: Any, section: str, label: str, **details: Any) -> Any:  # noqa: ANN401 - as field() itself
    return field(default=default, metadata={"option": Option(section, label, **details)})


@dataclass(frozen=True)
class ExerciseChoice:
    """What a person has chosen for one exercise; None leaves it as the exercise prescribes.

    The bounds are the exercise's own (`Exercise.dose`).
    """

    included: bool = True
    sets: int | None = None
    reps: int | None = None
    hold_s: float | None = None
    cycle_s: float | None = None
    rest_s: float | None = None
    pace: str | None = None
    first_side: str | None = None
    variant: str | None = None


TALK_LEVELS = {"full": "Full coach", "counts": "Counts only", "tones": "Tones only"}
PLANS = {"both": "Both", "toe-press": "Toe presses", "full": "Full routine", "none": "No plan"}
THEMES = {"system": "As the desktop", "light": "Light", "dark": "Dark"}
LANGUAGES = {"system": "As the desktop", "en": "English", "de": "Deutsch"}
MOTIONS = {"system": "As the desktop", "on": "On", "off": "Off"}
PAGES = {"today": "Today", "routines": "Routines", "progress": "Progress", "settings": "Settings", "about": "About"}
SKINS = {"light": "Light", "tan": "Tan", "brown": "Brown", "dark": "Dark"}


@dataclass(frozen=True)
class Settings:
    """Everything a person can choose. Immutable: a page takes one and gives back a new one."""

    routine: str = _option("full", "session", "Routine")
    get_ready_s: int = _option(
        8,
        "session",
        "Get-ready time",
        minimum=3,
        maximum=60,
        unit="s",
        help="Before each exercise; a change of posture adds to it.",
    )
    talk: str = _option("full", "session", "How much it talks", choices=TALK_LEVELS)
    plan: str = _option(
        "both", "day", "Your plan", choices=PLANS, help="Toe presses through the day, the full routine once, or both."
    )
    toe_press_times: str = _option(
        "9:00, 13:00, 18:00",
        "day",
        "Toe presses at",
        help="One set at each of these times; earlier or later counts too.",
        problem=times_problem,
    )
    routine_times: str = _option("9:00", "day", "Full routine at", problem=times_problem)
    ask_pain: bool = _option(
        True, "day", "Ask how your feet feel", help="Before and after a session, and on the next morning."
    )
    rest_days: str = _option("", "day", "Rest days", several=DAYS, problem=days_problem)
    voice_on: bool = _option(True, "voice", "Speak")
    voice_name: str = _option("", "voice", "Voice", help="Empty: the engine's own choice for English.")
    voice_command: str = _option(
        "",
        "voice",
        "Your own speech program",
        help="It speaks instead of the voice above. For example: mytts --out {file} --text {text}",
        problem=command_problem,
    )
    voice_rate: int = _option(165, "voice", "Speed", minimum=80, maximum=300, unit="words a minute")
    voice_volume: int = _option(90, "voice", "Voice volume", minimum=0, maximum=100, unit="%")
    tone_volume: int = _option(60, "voice", "Tone volume", minimum=0, maximum=100, unit="%")
    language: str = _option("system", "look", "Language", choices=LANGUAGES)
    theme: str = _option("system", "look", "Theme", choices=THEMES)
    text_percent: int = _option(100, "look", "Text size", minimum=100, maximum=200, unit="%")
    far_view_auto: bool = _option(True, "look", "Far view by itself when lying or at the wall")
    reduce_motion: str = _option("system", "look", "Reduce motion", choices=MOTIONS)
    flash: bool = _option(False, "look", "A soft flash when the phase changes", help="For those who do not hear it.")
    skin: str = _option("light", "look", "Skin tone of the figure", choices=SKINS)
    remind: bool = _option(
        False, "reminders", "Remind me", help="At the times of your plan, while Foot Routine is open or in the tray."
    )
    quiet_from: int = _option(
        21, "reminders", "Quiet from", minimum=0, maximum=23, unit="o'clock", help="No reminders from then on."
    )
    quiet_until: int = _option(8, "reminders", "Quiet until", minimum=0, maximum=23, unit="o'clock")
    start_at_login: bool = _option(False, "reminders", "Start when I log in", help="In the tray, without a window.")
    window_page: str = _option("today", "window", "Page", choices=PAGES)
    window_width: int = _option(1180, "window", "Width", minimum=640, maximum=20_000, unit="px")
    window_height: int = _option(760, "window", "Height", minimum=480, maximum=20_000, unit="px")
    window_placed: bool = _option(False, "window", "The place is known")
    window_x: int = _option(0, "window", "From the left", minimum=-20_000, maximum=20_000, unit="px")
    window_y: int = _option(0, "window", "From the top", minimum=-20_000, maximum=20_000, unit="px")
    window_maximized: bool = _option(False, "window", "Maximized")
    disclaimer_accepted: bool = _option(False, "start", "First start done")
    tray_told: bool = _option(False, "start", "It was said that the program stays in the tray")
    exercises: Mapping[str, ExerciseChoice] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def voice(self) -> str:
        """The id of the voice that speaks; empty: the engine's own choice."""
        return f"{COMMAND_PREFIX}{self.voice_command}" if self.voice_command else self.voice_name

    def choice(self, exercise_id: str) -> ExerciseChoice:
        """What was chosen for an exercise; nothing chosen is a choice of all defaults."""
        return self.exercises.get(exercise_id, ExerciseChoice())


def options() -> dict[str, Option]:
    """Every declared setting by its field name, in order."""
    return {f.name: f.metadata["option"] for f in fields(Settings) if "option" in f.metadata}
