"""One picture of an exercise as a file: SVG, or PNG by Qt's painter."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from footroutine.domain.errors import UserError, did_you_mean
from footroutine.domain.exercise import Exercise, Moment, Side, Sides
from footroutine.figure.drawing import Drawing
from footroutine.figure.palette import palette
from footroutine.figure.scene import draw
from footroutine.figure.svg import to_svg
from footroutine.player.demo import telling


def moment_of(exercise: Exercise, movement_id: str | None, at: float, side: Side) -> Moment:
    """The moment `at` (0 to 1) of a movement; with no movement, the one that tells the exercise.

    Raises:
        UserError: the exercise has no such movement.
    """
    if exercise.sides is Sides.BOTH:
        side = Side.BOTH
    if movement_id is None:
        return telling(exercise, side)
    ids = [m.id for m in exercise.all_movements()]
    if movement_id not in ids:
        hint = did_you_mean(movement_id, ids)
        raise UserError(f"{exercise.name} has no movement {movement_id!r}. {hint}")
    movement = exercise.movement(movement_id)
    seconds = at * (movement.cycle.round_s if movement.cycle else movement.seconds or 1.0)
    return Moment(exercise, side, exercise.pose_before(movement_id, first=True), movement.pose, at, seconds, movement)


def write_picture(moment: Moment, size: tuple[int, int], theme: Mapping[str, Any], skin: str, file: Path) -> None:
    """Write the picture; the file's ending chooses the format, and a PNG has the theme's own ground.

    Raises:
        UserError: the ending is neither .svg nor .png, or the file cannot be written.
    """
    colours = palette(theme["figure"], skin)
    drawing = draw(moment, *size)
    try:
        if file.suffix.lower() == ".svg":
            file.write_text(to_svg(drawing, colours), encoding="utf-8")
        elif file.suffix.lower() == ".png":
            file.write_bytes(_png(drawing, colours, theme["ui"]["surface"]))
        else:
            raise UserError(f"{file}: the ending says the format, and it must be .svg or .png.")
    except OSError as error:
        raise UserError(f"{file}: cannot be written ({error.strerror}). Choose another place with -o.") from error


def _png(drawing: Drawing, colours: Mapping[str, str], background: str) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QColor

    from footroutine.ui.painted import painted

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    painted(drawing, colours, QColor(background)).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
