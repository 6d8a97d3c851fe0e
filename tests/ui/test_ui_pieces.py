"""The painted pieces: everything lies where it can be seen, whatever the numbers and the room."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import footroutine
from footroutine.player.frame import Mood, Part
from footroutine.ui.fit_text import FitText, Run
from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.look import Look, pixel_font
from footroutine.ui.rep_dots import RepDots
from footroutine.ui.ring import Ring
from footroutine.ui.routine_bar import RoutineBar
from footroutine.ui.words import clock_text

PROGRAM = Path(footroutine.__file__).parent

pytestmark = pytest.mark.usefixtures("dressed_app")


def test_every_sign_that_is_named_is_in_the_family(look: Look) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PROGRAM.rglob("*.py")))
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)*-(?:fill|bold))"', source))
    assert len(named) > 20
    for name in sorted(named):
        assert not look.icon(name, "text").pixmap(16, 16).isNull(), name


@given(reps=st.integers(0, 40), width=st.integers(200, 700), height=st.integers(26, 44))
def test_every_rep_has_its_dot_and_none_is_cut_off(reps: int, width: int, height: int) -> None:
    dots = RepDots()
    dots.resize(width, height)
    dots.show_reps(reps, 0, None, "effort")
    points, diameter = dots.centres()
    assert len(points) == reps
    assert len({(p.x(), p.y()) for p in points}) == reps
    for p in points:
        assert diameter / 2 <= p.x() <= width - diameter / 2
        assert diameter / 2 <= p.y() <= height - diameter / 2
    assert not reps or diameter >= 6


@given(st.lists(st.integers(1000, 900_000), min_size=1, max_size=8), st.integers(400, 1800))
def test_the_bar_is_in_proportion(lengths: list[int], width: int) -> None:
    bar = RoutineBar()
    bar.resize(width, 12)
    bar.show_parts([Part(f"Exercise {n}", length, 0.0) for n, length in enumerate(lengths)])
    boxes = bar.boxes()
    assert boxes[0].left() == 0
    assert boxes[-1].right() == pytest.approx(width)
    shares = [box.width() / sum(b.width() for b in boxes) for box in boxes]
    assert shares == pytest.approx([length / sum(lengths) for length in lengths])
    assert all(right.left() > left.right() for left, right in pairwise(boxes))


@given(st.text("ABCDWM gy", min_size=1, max_size=40), st.integers(120, 700), st.integers(20, 150))
def test_large_type_shrinks_rather_than_being_cut_off(text: str, width: int, pixels: int) -> None:
    shown = FitText("x")
    shown.set_pixels(pixels)
    shown.resize(width, round(pixels * 1.3))
    shown.show_runs([Run(text)])
    metrics = QFontMetricsF(pixel_font(int(shown.fitting_pixels()), QFont.Weight.Bold))
    assert metrics.horizontalAdvance(text) <= width or shown.fitting_pixels() < 2
    assert shown.fitting_pixels() <= pixels


@given(st.integers(120, 900), st.integers(120, 900), st.sampled_from(["", "1", "10", "59"]), st.sampled_from(Mood))
def test_digits_fit_their_ring(width: int, height: int, digits: str, mood: Mood) -> None:
    ring = Ring()
    ring.resize(width, height)
    ring.show_count(0.5, digits, mood, paused=False)
    inner = ring.circle().width() - 2 * ring.thickness()
    box = QFontMetricsF(ring.digit_font()).horizontalAdvance(digits), ring.cap_height()
    assert (box[0] ** 2 + box[1] ** 2) ** 0.5 <= inner


@pytest.mark.parametrize("fraction", [0.0, 0.25, 0.75, 1.0])
def test_the_ring_shows_what_is_left(look: Look, fraction: float) -> None:
    ring = Ring()
    ring.set_look(look)
    ring.resize(200, 200)
    ring.show_count(fraction, "", Mood.EFFORT, paused=False)
    image = ring.grab().toImage()
    middle = round(100 - (ring.circle().width() - ring.thickness()) / 2) + 1
    right, bottom, left = (199 - middle, 100), (100, 199 - middle), (middle, 100)
    filled = [image.pixelColor(*at).name() == look.theme["effort"] for at in (right, bottom, left)]
    assert filled == [fraction > 0.25 or fraction == 0.25, fraction > 0.5, fraction >= 0.75]


@pytest.mark.parametrize(("digits", "paused", "bars"), [("", True, True), ("", False, False), ("8", True, False)])
def test_a_pause_without_a_count_shows_two_bars(look: Look, digits: str, paused: bool, bars: bool) -> None:
    ring = Ring()
    ring.set_look(look)
    ring.resize(200, 200)
    ring.show_count(0.5, digits, Mood.MOVE, paused=paused)
    image = ring.grab().toImage()
    row = [image.pixelColor(x, 100).name() == look.theme["text"] for x in range(60, 140)]
    edges = sum(a != b for a, b in pairwise(row))
    assert (edges == 4) == bars


@pytest.mark.parametrize(
    ("ms", "text"),
    [(0, "0:00"), (1, "0:01"), (59_000, "0:59"), (59_001, "1:00"), (1_040_000, "17:20"), (3_725_000, "1:02:05")],
)
def test_time_is_rounded_up_so_that_zero_is_the_end(ms: int, text: str) -> None:
    assert clock_text(ms) == text


@given(st.lists(st.integers(30, 200), min_size=1, max_size=12), st.integers(200, 900))
def test_a_line_that_wraps_keeps_every_piece_inside_and_apart(widths: list[int], room: int) -> None:
    holder = QWidget()
    layout = WrapLayout(holder, gap=10)
    pieces = []
    for width in widths:
        piece = QLabel()
        piece.setFixedSize(width, 20)
        layout.addWidget(piece)
        pieces.append(piece)
    holder.resize(room, layout.heightForWidth(room))
    layout.setGeometry(holder.rect())
    boxes = [piece.geometry() for piece in pieces]
    assert all(holder.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


@given(st.integers(1, 12), st.integers(200, 1800), st.integers(100, 300))
def test_columns_are_shared_evenly_over_the_rows(count: int, room: int, narrowest: int) -> None:
    holder = QWidget()
    layout = ColumnsLayout(holder, gap=10, narrowest=narrowest)
    for _ in range(count):
        layout.addWidget(QLabel("x"))
    columns = layout.columns(room)
    rows = -(-count // columns)
    assert 1 <= columns <= count
    assert columns == 1 or columns * narrowest + (columns - 1) * 10 <= room
    assert (columns - 1) * rows < count  # one column less would need more rows


@given(st.integers(1, 12), st.integers(200, 1800), st.integers(100, 300))
def test_columns_that_fill_leave_no_gap_at_the_end_of_a_row(count: int, room: int, narrowest: int) -> None:
    holder = QWidget()
    layout = ColumnsLayout(holder, gap=10, narrowest=narrowest, fill=True)
    pieces = [QLabel("x") for _ in range(count)]
    for piece in pieces:
        layout.addWidget(piece)
    layout.setGeometry(QRect(0, 0, room, layout.heightForWidth(room)))
    rows: dict[int, list[QRect]] = {}
    for piece in pieces:
        rows.setdefault(piece.y(), []).append(piece.geometry())
    for row in rows.values():
        assert row[0].left() == 0
        assert room - len(row) < row[-1].right() + 1 <= room  # whole pixels: less than one for each is left
        assert len({box.width() for box in row}) == 1


def test_there_is_an_application(dressed_app: QApplication) -> None:
    assert dressed_app.font().family() == "Inter"
