"""A desktop's settings portal on the session bus: answers what it is told to, and tells of changes.

    python settings_portal.py METHOD        ReadOne, as portals have it, or Read, as old ones do

Each line ``NAMESPACE KEY VALUE`` on its input sets a value (``true``, ``false`` or a number) and tells of the change.
"""

import os
import select
import sys
from collections.abc import Iterator

from jeepney import DBusAddress, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PORTAL = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings")
Variant = tuple[str, object]


def variant(text: str) -> Variant:
    """What a line says, with its type."""
    return ("b", text == "true") if text in ("true", "false") else ("u", int(text))


def serve(method: str) -> None:
    """Answer until the input ends."""
    values: dict[tuple[str, str], Variant] = {}
    connection = open_dbus_connection(bus="SESSION")
    connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
    print("ready", flush=True)
    while True:
        ready, _, _ = select.select([sys.stdin, connection.sock], [], [])
        if sys.stdin in ready:
            said = os.read(sys.stdin.fileno(), 1000).decode()
            if not said:
                return
            for line in said.splitlines():
                namespace, key, text = line.split()
                values[namespace, key] = variant(text)
                print("set", flush=True)
                connection.send(new_signal(PORTAL, "SettingChanged", "ssv", (namespace, key, variant(text))))
            continue
        for message in arrived(connection):
            answer(connection, message, method, values)


def arrived(connection: DBusConnection) -> Iterator[Message]:
    """Every message that is there: one reading may bring several."""
    while True:
        try:
            yield connection.receive(timeout=0)
        except TimeoutError:
            return


def answer(connection: DBusConnection, message: Message, method: str, values: dict[tuple[str, str], Variant]) -> None:
    """Answer a question; what is no question is passed over."""
    if message.header.message_type is not MessageType.method_call:
        return
    fields = {field.name: value for field, value in message.header.fields.items()}
    if fields["member"] != method:
        connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
    elif (found := values.get(message.body)) is None:
        connection.send(new_error(message, "org.freedesktop.portal.Error.NotFound"))
    else:
        connection.send(new_method_return(message, "v", (found if method == "ReadOne" else ("v", found),)))


if __name__ == "__main__":
    serve(sys.argv[1])
