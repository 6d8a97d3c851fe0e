"""Whether the window in use fills the screen: a film, a talk, a game. Asked of an X11 display's window manager.

https://specifications.freedesktop.org/wm-spec/latest/ (_NET_ACTIVE_WINDOW, _NET_WM_STATE). By ctypes on libxcb, which
Qt needs on X11 anyway; unlike libX11 it takes a window that has just gone for no reason to end the program.
"""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint, c_uint8, c_uint16, c_uint32, c_void_p

_ANY_TYPE, _MOST = 0, 64  # of a property: whatever its type; how many values are read
_ATOM_AT = 8  # bytes into the reply that names one


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint),)


class _Screens(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class _Display:
    """A connection to an X11 display, its root window the first."""

    def __init__(self, xcb: ctypes.CDLL, connection: c_void_p) -> None:
        self._xcb, self._connection = xcb, connection
        xcb.xcb_get_setup.restype, xcb.xcb_get_setup.argtypes = c_void_p, [c_void_p]
        screens = xcb.xcb_setup_roots_iterator
        screens.restype, screens.argtypes = _Screens, [c_void_p]
        self.root = int(screens(xcb.xcb_get_setup(connection)).data[0])
        property_ = [c_void_p, c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32]
        for name, values in (("intern_atom", [c_void_p, c_uint8, c_uint16, c_char_p]), ("get_property", property_)):
            asked, answer = getattr(xcb, f"xcb_{name}"), getattr(xcb, f"xcb_{name}_reply")
            asked.restype, asked.argtypes = _Cookie, values
            answer.restype, answer.argtypes = c_void_p, [c_void_p, _Cookie, c_void_p]
        xcb.xcb_get_property_value.restype, xcb.xcb_get_property_value.argtypes = c_void_p, [c_void_p]
        xcb.xcb_get_property_value_length.argtypes = [c_void_p]
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [c_void_p]

    def atom(self, name: str) -> int:
        """The number of a name, 0 of one that nobody has used yet."""
        cookie = self._xcb.xcb_intern_atom(self._connection, True, len(name), name.encode())
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        found = c_uint32.from_address(reply + _ATOM_AT).value if reply else 0
        self._free(reply)
        return found

    def values(self, window: int, name: str) -> list[int]:
        """The numbers of a window's property; none where it has none, or has gone."""
        cookie = self._xcb.xcb_get_property(self._connection, False, window, self.atom(name), _ANY_TYPE, 0, _MOST)
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return []
        length = self._xcb.xcb_get_property_value_length(reply) // ctypes.sizeof(c_uint32)
        found = list((c_uint32 * length).from_address(self._xcb.xcb_get_property_value(reply)))
        self._free(reply)
        return found


def is_full_screen() -> bool:
    """Whether it does; False where there is no X11 display, or nobody who tells."""
    with _display() as display:
        if display is None:
            return False
        full = display.atom("_NET_WM_STATE_FULLSCREEN")
        active = display.values(display.root, "_NET_ACTIVE_WINDOW")
        return bool(full and active and active[0]) and full in display.values(active[0], "_NET_WM_STATE")


@contextmanager
def _display() -> Iterator[_Display | None]:
    if not os.environ.get("DISPLAY"):
        yield None
        return
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        yield None
        return
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = c_void_p, [c_char_p, c_void_p]
    for name in ("xcb_connection_has_error", "xcb_disconnect"):
        getattr(xcb, name).argtypes = [c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        yield None if xcb.xcb_connection_has_error(connection) else _Display(xcb, connection)
    finally:
        xcb.xcb_disconnect(connection)
