"""How much two pictures differ: the absolute difference of every pixel, then the share of pixels that are off."""

from typing import NamedTuple

from PySide6.QtGui import QImage

OFF = 40  # of 255, in the channel that differs most: more than another rasteriser's soft edges


class Difference(NamedTuple):
    """`most` is the largest difference of any channel, 0 to 255; `mean` is over all channels; `off` a share, 0 to 1."""

    most: int
    mean: float
    off: float


def difference(a: QImage, b: QImage) -> Difference:
    """How much two pictures of one size differ.

    Raises:
        ValueError: they are not of one size.
    """
    if a.size() != b.size():
        raise ValueError(f"{a.width()}x{a.height()} cannot be compared with {b.width()}x{b.height()}")
    plain = [image.convertToFormat(QImage.Format.Format_RGBX8888) for image in (a, b)]  # its bits live as long as it
    first, second = (bytes(image.constBits()) for image in plain)
    apart = [abs(x - y) for x, y in zip(first, second, strict=True)]
    worst = [max(apart[i : i + 3]) for i in range(0, len(apart), 4)]
    return Difference(max(worst), sum(apart) / (len(apart) * 3 / 4), sum(each > OFF for each in worst) / len(worst))
