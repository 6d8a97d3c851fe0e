"""Reading a TOML file that anyone may have written."""

import math
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from footroutine.domain.errors import DataError, Problem

# Some ten times what a long file of ours holds; the reader's time grows faster than the size.
MAX_FILE_BYTES = 64_000
MAX_DEPTH = 40

# A key of very many parts takes tomllib a minute, and what comes of it overflows the stack of whoever looks inside.
_DEEP_KEY = re.compile(rf"""(?<![\w."'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}""")


def read_text(path: Path) -> str:
    """The text of a file.

    Raises:
        OSError: it cannot be read; FileNotFoundError if it is not there.
        DataError: what is there is no small file of UTF-8 text.
    """
    # A pipe or a device would be waited for without end.
    if path.exists() and not path.is_file():
        raise DataError([Problem(str(path), "", "is not a file")])
    with path.open("rb") as file:
        raw = file.read(MAX_FILE_BYTES + 1)
    if len(raw) > MAX_FILE_BYTES:
        raise DataError([Problem(str(path), "", f"is larger than {MAX_FILE_BYTES // 1000} kB")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Save it again with the encoding UTF-8"
        raise DataError([Problem(str(path), "", f"is not UTF-8 text (byte {error.start + 1})", hint)]) from error


def parse_toml(text: str, path: Path) -> dict[str, object]:
    """The content of a text in TOML; `path` is named in the problem.

    Raises:
        DataError: it is not TOML.
    """
    try:
        if _DEEP_KEY.search(text):
            raise RecursionError
        # One object stands for every not-a-number, so that contents can be compared.
        values = tomllib.loads(text, parse_float=lambda number: math.nan if "nan" in number else float(number))
        _check_depth(values, MAX_DEPTH)
        return values
    except RecursionError as error:
        raise DataError([Problem(str(path), "", "is nested too deeply")]) from error
    except ValueError as error:  # TOMLDecodeError, or a number of thousands of digits
        reason = str(error).split(";")[0]
        raise DataError([Problem(str(path), "", f"is not valid TOML: {reason[:1].lower()}{reason[1:]}")]) from error


def _check_depth(value: object, deepest: int) -> None:
    if deepest == 0:
        raise RecursionError
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for each in inside:
        _check_depth(each, deepest - 1)


def read_toml(path: Path) -> dict[str, object]:
    """The content of a TOML file.

    Raises:
        DataError: it cannot be read, or is not TOML.
    """
    try:
        return parse_toml(read_text(path), path)
    except OSError as error:
        raise DataError([Problem(str(path), "", f"cannot be read ({error.strerror or error})")]) from error
