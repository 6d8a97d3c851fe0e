"""The one resolver of the shipped data files."""

from pathlib import Path

import pytest

from footroutine.domain.errors import UserError
from footroutine.services.assets import assets_dir


def test_the_running_program_finds_its_data_files() -> None:
    assert (assets_dir() / "exercises" / "toe_press.toml").is_file()


def test_the_packaged_copy_comes_before_the_checkout(tmp_path: Path) -> None:
    for assets in ("footroutine/assets", "assets"):
        (tmp_path / assets / "exercises").mkdir(parents=True)
    assert assets_dir(tmp_path / "footroutine") == tmp_path / "footroutine" / "assets"


def test_a_checkout_has_its_data_files_at_the_top(tmp_path: Path) -> None:
    (tmp_path / "assets" / "exercises").mkdir(parents=True)
    assert assets_dir(tmp_path / "footroutine") == tmp_path / "assets"


def test_a_foreign_folder_of_the_same_name_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    with pytest.raises(UserError, match=r"data files are missing beside .*footroutine\. Install"):
        assets_dir(tmp_path / "footroutine")
