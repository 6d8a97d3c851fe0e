"""The manual page, made from the command line's own parser, so that the two cannot differ: `man_page.py FILE`."""

# ruff: noqa: SLF001 - argparse has no other way to say what a parser knows

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import footroutine
from footroutine.app.cli import parser

_HEAD = f"""\
.TH FOOTROUTINE 1 "" "Foot Routine {footroutine.__version__}" "User Commands"
.SH NAME
footroutine \\- guided foot exercises, by picture, countdown and voice
.SH SYNOPSIS
.B footroutine
[\\fICOMMAND\\fR] [\\fIOPTION\\fR]...
.SH DESCRIPTION
With no command, the window is opened. When it is open already, it comes to the front.
.PP
This is not medical advice. Ask a doctor or a podiatrist before you begin, and stop if it hurts."""
_FOOT = """\
.SH EXIT STATUS
0 done, 1 an error told in one line, 2 wrong usage.
.SH FILES
.TP
.I ~/.config/footroutine/settings.toml
the settings, yours to edit
.TP
.I ~/.local/share/footroutine
your own exercises and routines
.TP
.I ~/.cache/footroutine
spoken phrases, which can be made again
.TP
.I ~/.local/state/footroutine/log
the log"""


def page() -> str:
    """The whole page."""
    top = parser()
    lines = [_HEAD, ".SH OPTIONS", *_options(top), ".SH COMMANDS"]
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for told in action._choices_actions:
                own = action.choices[told.dest]
                lines += [f".SS {_escaped(own.prog.removeprefix('footroutine '))}", _sentence(own.description)]
                lines += _options(own)
    return "\n".join([*lines, _FOOT, ""])


def _options(own: argparse.ArgumentParser) -> Iterator[str]:
    for action in own._actions:
        if isinstance(action, argparse._SubParsersAction):
            continue
        metavar = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
        value = f" \\fI{_escaped(str(metavar))}\\fR" if action.nargs != 0 and metavar else ""
        names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in action.option_strings)
        yield f".TP\n{names}{value}".rstrip() if names else f".TP\n{value.strip()}"
        default = "" if action.default in (None, False, argparse.SUPPRESS) else f"default: {action.default}"
        yield _escaped(action.help or default or ("which one" if not names else "see above"))


def _sentence(text: str | None) -> str:
    return _escaped(f"{(text or '')[:1].upper()}{(text or '')[1:]}.")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
