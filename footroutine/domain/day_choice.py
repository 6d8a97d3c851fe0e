"""The day plan that a person has chosen in the settings."""

from footroutine.domain.day_plan import DayPlan, Item, ItemKind
from footroutine.domain.day_text import days_of, times_of
from footroutine.domain.settings import Settings

TOE_PRESS, FULL = "toe-press", "full"


def plan_of(settings: Settings) -> DayPlan:
    """The plan: toe presses through the day, the full routine, both, or nothing.

    Raises:
        ValueError: a time or a day in the settings is none; neither the file nor the page lets one in.
    """
    items = []
    if settings.plan in ("toe-press", "both"):
        items.append(Item(ItemKind.SETS, TOE_PRESS, times_of(settings.toe_press_times)))
    if settings.plan in ("full", "both"):
        items.append(Item(ItemKind.ROUTINE, FULL, times_of(settings.routine_times)))
    return DayPlan(tuple(items), days_of(settings.rest_days))
