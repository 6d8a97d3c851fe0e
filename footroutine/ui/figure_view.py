"""The living picture: shows the figure at one moment."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from footroutine.domain.exercise import Moment
from footroutine.figure.motion import Shot, shot_of
from footroutine.ui.film import Film, Picture
from footroutine.ui.look import Look, Themed


class FigureView(QWidget, Themed):
    """Shows the figure at one moment; it is told which, and keeps no time.

    It asks for a repaint only of what looks different, and draws nothing while nobody can see it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment: Moment | None = None
        self._shot: Shot | None = None
        self._palette: Mapping[str, str] = {}
        self._paper = QColor(Qt.GlobalColor.transparent)
        self._reduce_motion = False
        self._below = 0
        self._film: Film | None = None
        self._picture: Picture | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_moment(self, moment: Moment | None) -> None:
        """Show this moment; None shows nothing."""
        if moment != self._moment:
            self._moment = moment
            self._refresh()

    def set_look(self, look: Look) -> None:
        """Take from the look what concerns the figure."""
        self.look = look
        self.set_palette_roles(look.palette)
        self.set_reduce_motion(look.reduce_motion)

    def set_palette_roles(self, palette: Mapping[str, str]) -> None:
        """Use these colours: role -> ``#rrggbb`` (see `footroutine.figure.palette`)."""
        if dict(palette) != self._palette:
            self._palette = dict(palette)
            self._forget()

    def set_paper(self, paper: QColor) -> None:
        """Paint on this colour, which is opaque: what lies below need not be painted with each picture."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        if paper != self._paper:
            self._paper = paper
            self._forget()

    def set_below(self, pixels: int) -> None:
        """Leave so many pixels at the lower end to what lies over them: of the picture the room alone is there."""
        if pixels != self._below:
            self._below = pixels
            self._forget()

    def picture_size(self) -> QSize:
        """The size of the picture without what it leaves to others."""
        return QSize(self.width(), self.height() - self._below)

    def set_reduce_motion(self, reduce_motion: bool) -> None:
        """Show key poses without in-betweens."""
        if reduce_motion != self._reduce_motion:
            self._reduce_motion = reduce_motion
            self._refresh()

    def sizeHint(self) -> QSize:
        """The size at which every part is easy to see."""
        return QSize(560, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for the new size."""
        super().resizeEvent(event)
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no pictures that nobody sees."""
        super().hideEvent(event)
        self._forget()

    def event(self, event: QEvent) -> bool:
        """Another screen may have finer pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._forget()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what of the picture is asked for."""
        if self._picture is None:
            self._picture = self._pictured()
        painter = QPainter(self)
        if self._picture is not None:
            self._picture.paint(painter, event.region())
        else:
            painter.fillRect(event.rect(), self._paper)
        painter.end()

    def _refresh(self) -> None:
        """Show the moment; paint again only what has changed."""
        shot = None if self._moment is None else shot_of(self._moment, reduce_motion=self._reduce_motion)
        if shot == self._shot:
            return
        before, self._shot, self._picture = self._picture, shot, None
        if self.isVisible() and not self.window().isMinimized():
            self._picture = self._pictured()
        now = self._picture
        if before is None or now is None or before.ground is not now.ground:
            self.update()
        else:
            self.update(before.moved() + now.moved())

    def _pictured(self) -> Picture | None:
        size = self.picture_size()
        if self._shot is None or not self._palette or size.isEmpty():
            return None
        if self._film is None:
            ratio = self.devicePixelRatioF()
            self._film = Film(size.width(), size.height(), ratio, self._palette, self._paper, self._below)
        return self._film.picture(self._shot)

    def _forget(self) -> None:
        """What was painted no longer fits; it is painted again when it is next seen."""
        self._film = self._picture = None
        self.update()
