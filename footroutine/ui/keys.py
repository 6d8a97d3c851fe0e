"""Which key does what in a session; the tooltips, the key caps and the overlay are made from this table."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Action(StrEnum):
    """What a key asks for."""

    PAUSE = "pause"
    BACK = "back"
    SKIP = "skip"
    REPEAT = "repeat"
    MUTE = "mute"
    FAR = "far"
    FULL_SCREEN = "full_screen"
    END = "end"
    KEYS = "keys"


@dataclass(frozen=True)
class Keys:
    """The keys of an action: `cap` is what is printed on the button, `sequences` are what Qt listens for."""

    cap: str
    sequences: tuple[str, ...]


KEYS = {
    Action.PAUSE: Keys("Space", ("Space", "Media Play", "Media Pause", "Toggle Media Play/Pause")),
    Action.BACK: Keys("←", ("Left", "PgUp", "Media Previous")),
    Action.SKIP: Keys("→", ("Right", "PgDown", "Media Next")),
    Action.REPEAT: Keys("R", ("R",)),
    Action.MUTE: Keys("M", ("M",)),
    Action.FAR: Keys("F", ("F",)),
    Action.FULL_SCREEN: Keys("F11", ("F11",)),
    Action.END: Keys("Esc", ("Esc",)),
    Action.KEYS: Keys("?", ("?",)),
}


def cap_of(action: Action) -> str:
    """What is printed on an action's key, on this keyboard."""
    return QCoreApplication.translate("keys", "Space") if action is Action.PAUSE else KEYS[action].cap


def meanings() -> dict[Action, tuple[str, str]]:
    """What each action does, and which further keys ask for it."""
    translate = QCoreApplication.translate
    return {
        Action.PAUSE: (
            translate("keys", "Pause, or go on"),
            translate("keys", "Also Enter, the play key, a click on the picture"),
        ),
        Action.BACK: (
            translate("keys", "Back to the start of this part"),
            translate("keys", "Also Page Up, the previous-track key"),
        ),
        Action.SKIP: (
            translate("keys", "Skip to the next part"),
            translate("keys", "Also Page Down, the next-track key"),
        ),
        Action.REPEAT: (translate("keys", "Repeat this exercise"), ""),
        Action.MUTE: (translate("keys", "Mute, or hear it again"), ""),
        Action.FAR: (translate("keys", "Far view: picture and count alone"), ""),
        Action.FULL_SCREEN: (translate("keys", "Full screen, or back"), ""),
        Action.END: (translate("keys", "End the session; it asks first"), ""),
        Action.KEYS: (translate("keys", "Show these keys, or put them away"), ""),
    }
