"""Where files are kept, and what is said when they cannot be."""

import stat
import sys
from pathlib import Path

import pytest

from footroutine.domain.errors import UserError
from footroutine.services.paths import (
    Paths,
    default_paths,
    make_folder,
    make_folders,
    profile_paths,
    runtime_folder,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions of the POSIX kind")


def test_a_profile_keeps_everything_under_one_folder(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "me")
    assert make_folders(paths) == ()
    assert len(set(paths)) == 4
    assert all(folder.is_dir() and folder.is_relative_to(tmp_path / "me") for folder in paths)


def test_a_profile_given_relatively_is_fixed_where_the_program_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert profile_paths(Path("me")).data == tmp_path / "me" / "data"


def test_the_platforms_folders_carry_the_programs_name() -> None:
    assert all("footroutine" in folder.parts for folder in default_paths())


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="XDG folders")
def test_xdg_folders_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    assert default_paths().config == tmp_path / "c" / "footroutine"
    assert default_paths().data == tmp_path / "d" / "footroutine"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the password file names the home folder")
def test_no_home_folder_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(uid: int) -> None:
        raise KeyError(uid)

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    with pytest.raises(UserError, match=r"no home folder .* --profile DIR"):
        default_paths()


@posix_only
def test_every_folder_made_is_its_owners_only(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "new" / "profile")
    make_folders(paths)
    for folder in (tmp_path / "new", tmp_path / "new" / "profile", *paths):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@posix_only
def test_a_folder_that_was_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert make_folder(tmp_path) is None
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_nothing_is_left_behind_by_the_look_whether_a_file_can_be_written(tmp_path: Path) -> None:
    make_folder(tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_one_folder_that_cannot_be_made_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    paths = Paths(tmp_path / "taken", tmp_path / "data", tmp_path / "taken" / "cache", tmp_path / "log")
    problems = make_folders(paths)
    assert [problem.file for problem in problems] == [str(paths.config), str(paths.cache)]
    assert all("nothing can be saved here" in problem.reason and "--profile" in problem.hint for problem in problems)
    assert (tmp_path / "taken").read_text() == "a file, not a folder"
    assert paths.data.is_dir()
    assert paths.log.is_dir()


def test_a_folder_whose_name_no_disk_takes_is_told(tmp_path: Path) -> None:
    problem = make_folder(tmp_path / ("x" * 300))
    assert problem
    assert "nothing can be saved here" in problem.reason


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder in which not even the superuser can write")
def test_a_folder_that_takes_no_files_is_told() -> None:
    problem = make_folder(Path("/proc/self"))
    assert problem
    assert problem.file == "/proc/self"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG's runtime folder")
def test_programs_meet_where_only_their_owner_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = runtime_folder()
    assert folder == tmp_path / "footroutine"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    assert runtime_folder() is None


@pytest.mark.skipif(sys.platform != "linux", reason="XDG's runtime folder")
def test_programs_do_not_meet_where_someone_has_laid_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "footroutine").symlink_to(tmp_path / "elsewhere")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert runtime_folder() is None
