"""Where the program's own data files are."""

from pathlib import Path

from footroutine.domain.errors import UserError

_PACKAGE = Path(__file__).resolve().parents[1]


def assets_dir(package: Path = _PACKAGE) -> Path:
    """The folder of the shipped data files.

    The packaged copy (wheel, frozen bundle) comes first, then the checkout's top-level folder.

    Raises:
        UserError: neither is there.
    """
    for folder in (package / "assets", package.parent / "assets"):
        if (folder / "exercises").is_dir():  # any other package may own a folder of the same name
            return folder
    raise UserError(f"The program's data files are missing beside {package}. Install Foot Routine again.")
