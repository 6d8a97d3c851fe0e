"""Draw the program's icon in the sizes and formats that the systems ask for: `icons.py FOLDER`.

The one source is `assets/icons/footroutine.svg`: FOLDER gets `SIZE.png` for Linux, `footroutine.ico` for Windows and
`footroutine.icns` for macOS.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "assets" / "icons" / "footroutine.svg"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZE, ICNS_SIZE = 256, 512  # the systems shrink these themselves


def draw(folder: Path) -> None:
    """Write every icon into the folder, which is made."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])  # noqa: F841 - kept alive until the end
    folder.mkdir(parents=True, exist_ok=True)
    source = QSvgRenderer(str(SOURCE))

    def picture(size: int) -> QImage:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        source.render(painter)
        painter.end()
        return image

    wanted = {f"{size}.png": size for size in PNG_SIZES}
    wanted |= {"footroutine.ico": ICO_SIZE, "footroutine.icns": ICNS_SIZE}
    for name, size in wanted.items():
        if not picture(size).save(str(folder / name)):
            raise SystemExit(f"{folder / name} could not be written.")


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
