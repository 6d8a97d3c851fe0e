"""Real sessions, killed at random moments. Two hundred of them: tests/helpers/kills.py."""

import sys
from pathlib import Path

import pytest
from kills import kill_many


@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills in another way")
def test_a_killed_session_has_lost_no_set_and_goes_on_where_it_was(tmp_path: Path) -> None:
    assert kill_many(tmp_path, kills=20, seed=7)
