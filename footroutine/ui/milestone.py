"""Milestones for a screen reader: exercise, foot, rest, pause, done; never each second."""

from footroutine.player.frame import Frame, Mood


def milestone(before: Frame | None, now: Frame) -> str:
    """What is worth saying on the way from one frame to the next; mostly nothing."""
    if before is None or (now.number, now.title) != (before.number, before.title):
        return ", ".join(filter(None, (now.title, now.badge)))
    if before.paused and not now.paused:
        return now.phase
    if now.badge != before.badge:
        return now.badge
    if now.mood is Mood.REST and before.mood is not Mood.REST:
        return now.phase
    return ""
