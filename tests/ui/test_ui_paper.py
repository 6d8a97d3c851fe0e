"""Sheets of paper: what fits on a page is not parted, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from footroutine.ui.paper import laid_out


@given(st.lists(st.floats(1.0, 2500.0), min_size=1, max_size=20), st.floats(200.0, 1100.0))
def test_every_block_is_printed_once_in_order_and_kept_together_where_it_can_be(
    heights: list[float], page_height: float
) -> None:
    pages = laid_out(heights, page_height)
    pieces = [piece for page in pages for piece in page]
    assert [piece.block for piece in pieces] == sorted(piece.block for piece in pieces)
    for block, height in enumerate(heights):
        own = [piece for piece in pieces if piece.block == block]
        assert abs(sum(piece.height for piece in own) - height) < 1e-6
        assert len(own) == 1 or height > page_height
    for page in pages:
        assert page
        assert all(piece.top + piece.height <= page_height + 1e-6 for piece in page)
        ends = [piece.top + piece.height for piece in page]
        assert all(after.top >= end - 1e-6 for end, after in zip(ends, page[1:], strict=False))
