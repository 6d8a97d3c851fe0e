"""Things to set a value with: a switch, a stepper, a choice, a slider. The wheel scrolls the page, not the value."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QSlider,
    QWidget,
)

from footroutine.ui.look import Look, Themed
from footroutine.ui.parts import Button, draw_focus, label
from footroutine.ui.theme import Size, Space


class WheelGuard(QObject):
    """Hands the wheel to the page while its widget does not have the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop a wheel turn that is meant for the page."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return isinstance(event, QWheelEvent)
        return False


def _guard(widget: QWidget) -> None:
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(WheelGuard(widget))


class Switch(QCheckBox, Themed):
    """On or off; drawn, so that its state is told by place and in words, and not by colour alone."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__()  # without the text: it is drawn here, and Qt would take ``&`` for the mark of a key
        self._text = text
        self._states = (self.tr("Off"), self.tr("On"))
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The text that is drawn."""
        return self._text

    def show_state(self, on: bool) -> None:
        """Show a state without telling anyone."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)

    def _track(self) -> QRectF:
        tall = self._tall()
        return QRectF(4, (self.height() - tall) / 2, tall * 1.8, tall)

    def _tall(self) -> float:
        return self.look.px(22) if self.look else 22.0

    def sizeHint(self) -> QSize:
        """The switch, and its text in one line."""
        width = self.fontMetrics().horizontalAdvance
        text = sum(Space.M + width(word) for word in (self.text(), max(self._states, key=width)) if word)
        tall = max(self._tall() + 10, self.fontMetrics().height() + 6)
        return QSize(round(self._tall() * 1.8) + 8 + text, round(tall))

    def minimumSizeHint(self) -> QSize:
        """The text is never cut off."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Anywhere on it counts."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the switch and its text."""
        if self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self._track()
        radius = track.height() / 2
        on = self.isChecked()
        painter.setPen(QPen(self.look.color("accent" if on else "outline"), 2))
        painter.setBrush(self.look.color("accent" if on else "surface"))
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("on_accent" if on else "outline"))
        knob = QPointF(track.right() - radius if on else track.left() + radius, track.center().y())
        painter.drawEllipse(knob, radius * 0.6, radius * 0.6)
        left = track.right()
        for role, word in (("text", self.text()), ("muted", self._states[on])):
            if word:
                painter.setPen(self.look.color(role))
                place = QRectF(self.rect()).adjusted(left + Space.M, 0, 0, 0)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)
                left = place.left() + self.fontMetrics().horizontalAdvance(word)
        painter.end()
        if self.hasFocus():
            draw_focus(self, self.look)


class Stepper(QWidget):
    """A number between two buttons; arrow keys, typing and the buttons all set it."""

    changed = Signal(float)

    def __init__(self, name: str, minimum: float, maximum: float, *, unit: str = "", step: float = 1) -> None:
        super().__init__()
        self.setObjectName(f"{name}Stepper")
        self.box = QDoubleSpinBox()
        self.box.setObjectName(name)
        self.box.setDecimals(0 if step == int(step) and minimum == int(minimum) else 1)
        self.box.setRange(minimum, maximum)
        self.box.setSingleStep(step)
        self.box.setSuffix(f" {unit}" if unit else "")
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.setKeyboardTracking(False)
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # no wider than its number
        _guard(self.box)
        self.less = Button("", "step", f"{name}Less", "minus-bold")
        self.more = Button("", "step", f"{name}More", "plus-bold")
        for button in (self.less, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the arrow keys in the box
            button.setAutoRepeat(True)
        self.less.clicked.connect(self.box.stepDown)
        self.more.clicked.connect(self.box.stepUp)
        self.box.valueChanged.connect(self._on_change)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for piece, share in ((self.less, 0), (self.box, 1000), (self.more, 0)):
            row.addWidget(piece, share)
        row.addStretch(1)
        self._show_ends()

    def name(self, text: str) -> None:
        """What a screen reader calls it."""
        self.box.setAccessibleName(text)
        self.less.setAccessibleName(self.tr("{name}: less").format(name=text))
        self.more.setAccessibleName(self.tr("{name}: more").format(name=text))

    def set_value(self, value: float) -> None:
        """Show a number without telling anyone."""
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)
        self._show_ends()

    def _on_change(self, value: float) -> None:
        self._show_ends()
        self.changed.emit(value)

    def _show_ends(self) -> None:
        self.less.setEnabled(self.box.value() > self.box.minimum())
        self.more.setEnabled(self.box.value() < self.box.maximum())


class Choice(QComboBox, Themed):
    """One of several; each has a value and a label."""

    picked = Signal(str)

    def __init__(self, name: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)
        self.setView(QListView())  # the style sheet reaches its items; not those of the platform's menu
        _guard(self)
        for value, text in choices.items():
            self.addItem(text, value)
        self.activated.connect(lambda _: self.picked.emit(self.value()))

    def value(self) -> str:
        """The value that is chosen."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Show a value without telling anyone; one that is not on the list is added, so that nothing is lost."""
        index = self.findData(value)
        if index < 0:
            self.addItem(value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and the sign that it opens."""
        super().paintEvent(event)
        if self.look is None:
            return
        side = self.look.px(Size.SMALL)
        painter = QPainter(self)
        box = QRectF(self.width() - side - 10, (self.height() - side) / 2, side, side).toRect()
        self.look.icon("caret-down-bold", "muted").paint(painter, box)
        painter.end()


class TextLine(QLineEdit):
    """A line of text, taken when Enter is pressed or the line is left; one that does not fit is refused."""

    changed = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str, problem: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._problem = problem
        self._taken = ""
        self.editingFinished.connect(self._take)

    def set_value(self, value: str) -> None:
        """Show a text without telling anyone."""
        self._taken = value
        self.setText(value)

    def _take(self) -> None:
        text = self.text().strip()
        if text == self._taken:
            return
        if problem := self._problem(text):
            self.refused.emit(problem)
        else:
            self._taken = text
            self.changed.emit(text)


class PercentSlider(QWidget, Themed):
    """A slider that says its value."""

    changed = Signal(int)

    def __init__(self, name: str, minimum: int, maximum: int, step: int = 5) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(name)
        self.slider.setRange(minimum, maximum)
        self.slider.setSingleStep(step)
        self.slider.setPageStep(step * 2)
        self.slider.setMinimumWidth(120)
        self.slider.setTracking(False)  # a drag counts when it ends: larger type would move the slider away
        _guard(self.slider)
        self._text = label("", "label", f"{name}Value", wrap=False)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.slider, 1)
        row.addWidget(self._text)
        self.slider.sliderMoved.connect(self._show_value)
        self.slider.valueChanged.connect(self._on_change)

    def set_value(self, value: int) -> None:
        """Show a value without telling anyone."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._show_value(value)

    def set_look(self, look: Look) -> None:
        """Keep room for the widest value."""
        super().set_look(look)
        self._text.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %") + Space.S)

    def _show_value(self, value: int) -> None:
        self._text.setText(f"{value} %")

    def _on_change(self, value: int) -> None:
        self._show_value(value)
        self.changed.emit(value)
