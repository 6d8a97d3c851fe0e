"""A desktop that shows what plays and passes on its media keys: a client of MPRIS on the session bus."""

from collections import deque
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, new_method_call
from jeepney.bus_messages import DBus, message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.mpris.MediaPlayer2.footroutine"
PLAYER = DBusAddress("/org/mpris/MediaPlayer2", NAME, "org.mpris.MediaPlayer2.Player")
WITHIN_S = 60


class MediaClient:
    """Connected to one bus; every wait ends, at the latest after `WITHIN_S` seconds."""

    def __init__(self, address: str) -> None:
        self._bus: DBusConnection = open_dbus_connection(bus=address)
        rules = {
            "owner": MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged"),
            "changed": MatchRule(type="signal", interface="org.freedesktop.DBus.Properties", path=PLAYER.object_path),
        }
        rules["owner"].add_arg_condition(0, NAME)
        for rule in rules.values():
            self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        self._owner, self._changed = rules["owner"], rules["changed"]

    def wait_for_player(self, *, there: bool) -> None:
        """Until the player has come, or is gone."""
        with self._bus.filter(self._owner) as changes:
            (is_there,) = self._bus.send_and_get_reply(DBus().NameHasOwner(NAME)).body
            while bool(is_there) is not there:
                is_there = self._next(changes)[2]

    def press(self, key: str) -> None:
        """Pass a key on, such as ``PlayPause``."""
        reply = self._bus.send_and_get_reply(new_method_call(PLAYER, key), timeout=WITHIN_S)
        assert reply.header.message_type is MessageType.method_return, reply.body

    def value(self, name: str) -> Any:  # noqa: ANN401 - as the property has it
        """What a property of the player is now."""
        return self._bus.send_and_get_reply(Properties(PLAYER).get(name), timeout=WITHIN_S).body[0][1]

    def title(self) -> str | None:
        """What plays now; None when nothing does."""
        reply = self._bus.send_and_get_reply(Properties(PLAYER).get("Metadata"), timeout=WITHIN_S)
        return plain(reply.body[0][1]) if reply.header.message_type is MessageType.method_return else None

    def wait_for(self, name: str, wanted: object) -> None:
        """Until a property is told to have a value, or has it already; what is told must be typed as MPRIS types it."""
        with self._bus.filter(self._changed) as changes:
            now = self.value(name)
            while plain(now) != wanted:
                message = self._bus.recv_until_filtered(changes, timeout=WITHIN_S)
                assert message.header.fields[HeaderFields.signature] == "sa{sv}as"
                now = message.body[1][name][1]

    def _next(self, changes: "deque[Any]") -> Any:  # noqa: ANN401
        return self._bus.recv_until_filtered(changes, timeout=WITHIN_S).body

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()


def plain(value: Any) -> Any:  # noqa: ANN401
    """A track by its title, anything else as it is."""
    return value["xesam:title"][1] if isinstance(value, dict) else value
