"""Times and counts in words."""

import math


def clock_text(ms: int) -> str:
    """A length of time as ``17:20`` or ``1:02:05``, rounded up, so that 0:00 is the very end."""
    seconds = max(0, math.ceil(ms / 1000))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
