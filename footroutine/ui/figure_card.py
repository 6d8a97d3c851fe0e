"""The left half of a session: the living picture, whose side it is, and what is being said."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from footroutine.domain.exercise import Side
from footroutine.player.frame import Frame
from footroutine.ui.figure_view import FigureView
from footroutine.ui.look import Look, Themed
from footroutine.ui.parts import label, set_text
from footroutine.ui.theme import Radius, Size, Space

_LARGER = (150, 130)  # in a card that is so much taller than usual: a large window is read from farther off
_USUAL_HEIGHT = 560
_PERCENTS = ((100, 100), (100, 65), (80, 65), (65, 65))  # of their sizes: the caption's, and the badge's
_LEAST_PICTURE = 0.46  # of the card's height
_MOST_BADGE = 0.45  # of the card's width: legs that come from below stand beside it
_FREE = 0.11  # of the picture's height: so much of it, at its lower end, is floor at most


class CardEdge(QWidget, Themed):
    """The round corners of a card, over a picture that fills it: what is outside them, and the edge itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Only the corners are its own, so that it is not painted with what moves between them."""
        super().resizeEvent(event)
        side, right, bottom = Radius.CARD, self.width() - Radius.CARD, self.height() - Radius.CARD
        corners = QRegion()
        for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
            corners += QRect(x, y, side, side)
        self.setMask(corners)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the corners."""
        if self.look is None:
            return
        outside, card = QPainterPath(), QRectF(self.rect())
        outside.addRect(card)
        outside.addRoundedRect(card, Radius.CARD, Radius.CARD)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside, self.look.color("background"))
        painter.setPen(self.look.color("border"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), Radius.CARD - 0.5, Radius.CARD - 0.5)
        painter.end()


class PauseVeil(QWidget, Themed):
    """Lies over the picture while the session stands still, and says why."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pauseVeil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign = label("", "body", "pauseSign")
        self._word = label(self.tr("Paused"), "title", "pausedWord")
        self.reason = label("", "lead", "pauseReason")
        self._hint = label(self.tr("Press Space to go on."), "muted", "pauseHint")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.addStretch()
        for text in (self._sign, self._word, self.reason, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addStretch()
        self._column = column

    def say(self, reason: str) -> None:
        """Say why the session stands still; that the person asked for it needs no words."""
        words = {"person": "", "gap": self.tr("The computer was asleep.")}.get(reason, reason)
        set_text(self.reason, words)
        self.reason.setVisible(bool(words))
        self._fit()

    def leaves(self, below: int) -> bool:
        """Leave so many pixels free at the lower end, unless the word and the reason need them; whether it does."""
        for free in (below, Space.M):
            self._column.setContentsMargins(Space.M, Space.M, Space.M, free)
            self._fit()
            if self._column.totalHeightForWidth(self.width()) <= self.height():
                break
        return free == below

    def _fit(self) -> None:
        """In a low window the sign goes first, then the hint; never the word and the reason."""
        for pieces in ((self._sign, self._hint), (self._hint,), ()):
            for piece in (self._sign, self._hint):
                piece.setHidden(piece not in pieces)
            self._column.invalidate()
            if self._column.totalHeightForWidth(self.width()) <= self.height():
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Take the look."""
        super().set_look(look)
        self._sign.setPixmap(look.icon("pause-circle-fill", "text").pixmap(QSize(72, 72)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        if self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("surface", 214))
        painter.drawRoundedRect(self.rect(), Radius.CARD, Radius.CARD)
        painter.end()


class FigureCard(QFrame, Themed):
    """A click on the picture pauses, or goes on."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("figureCard")
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Picture of the exercise; a click pauses, or goes on"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.figure = FigureView()
        self.badge = label("", "badge", "badge", wrap=False)
        self.caption = label("", "caption", "caption")
        self.edge = CardEdge()
        self.veil = PauseVeil()
        for piece in (self.figure, self.edge, self.badge, self.caption, self.veil):
            piece.setParent(self)
        self.veil.hide()
        self._far = self._right = False

    def set_far(self, far: bool) -> None:
        """In the far view there is no caption: it could not be read from there."""
        self._far = far
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Take the look."""
        super().set_look(look)
        self.figure.set_paper(look.color("surface"))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small window."""
        return QSize(240, 200)

    def show_frame(self, frame: Frame) -> None:
        """Show the picture of a frame, its side and its caption."""
        self.figure.show_moment(frame.moment)
        before = (self.badge.text(), self.caption.text(), not self.veil.isHidden(), self._right)
        self._right = frame.moment is not None and frame.moment.side is Side.RIGHT
        changed = before != (frame.badge, frame.caption, frame.paused, self._right)
        set_text(self.badge, frame.badge)
        set_text(self.caption, frame.caption)
        if frame.paused:
            self.veil.say(frame.pause_reason)
        self.veil.setVisible(frame.paused)
        if changed:
            self._arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the picture counts."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._arrange()

    def _scale(self, text: QLabel, percent: int) -> None:
        whole = self.look.px(Size.LEAD + 1) if self.look else Size.LEAD
        size = 0 if percent == 100 else max(Size.LEAD, whole * percent // 100)  # 0: as in the style sheet
        if text.property("size") != size:
            text.setProperty("size", size)
            radius = round(size * 0.6 + 6) if text is self.badge else min(Radius.CONTROL, size // 2)
            text.setStyleSheet(f"font-size: {size}px; border-radius: {radius}px" if size else "")
        text.ensurePolished()

    def _arrange(self) -> None:
        """Large type gives way before the picture is gone: words are heard too, and the picture is the exercise."""
        edge = Space.L if self.width() > 420 else Space.M
        width = max(1, self.width() - 2 * edge)
        paused = not self.veil.isHidden()
        shown = bool(self.caption.text()) and not self._far and not paused
        larger = [(percent, percent) for percent in _LARGER if self.height() * 100 >= percent * _USUAL_HEIGHT]
        for of_caption, of_badge in (*larger, *_PERCENTS):
            self._scale(self.caption, of_caption)
            self._scale(self.badge, of_badge)
            # Room for two lines is always kept, so that the picture does not jump when the words change.
            two_lines = 2 * QFontMetrics(self.caption.font()).lineSpacing() + 2 * Space.M
            tall = self.caption.heightForWidth(width) if shown else 0
            kept = 0 if self._far else max(two_lines, tall) + 2 * Space.M
            # The badge stands on the floor below the feet, on its own side: there it never covers them.
            badge = self.badge.sizeHint().boundedTo(QSize(width, self.height()))
            low = self.height() - (edge if self._far else kept - Space.M // 2)
            picture = min(self.height() - 2 - max(kept, Radius.CARD), int((low - badge.height()) / (1 - _FREE)))
            if picture >= _LEAST_PICTURE * self.height() and badge.width() <= _MOST_BADGE * self.width():
                break
        if paused:
            low = self.height() - edge
        at = edge + self._right * (width - badge.width())
        self.badge.setGeometry(QRect(QPoint(at, low - badge.height()), badge))
        self.caption.setVisible(shown)
        self.caption.setGeometry(edge, self.height() - kept + (kept - tall) // 2, width, tall)
        self.figure.setGeometry(self.rect().adjusted(1, 1, -1, -1))
        self.figure.set_below(max(0, self.figure.height() - max(1, picture)))
        self.edge.setGeometry(self.rect())
        self.veil.setGeometry(self.rect().adjusted(1, 1, -1, -1))
        has_room = not paused or self.veil.leaves(self.height() - self.badge.y())
        self.badge.setVisible(bool(self.badge.text()) and has_room)
        self.veil.raise_()
        self.badge.raise_()
