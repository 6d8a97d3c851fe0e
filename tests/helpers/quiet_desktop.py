"""A notification daemon of a desktop that does not want to be disturbed; it says on its output what it is asked."""

import sys

from jeepney import MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection


def serve() -> None:
    """Answer until the bus goes away."""
    connection = open_dbus_connection(bus="SESSION")
    connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
    print("ready", flush=True)
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        member = next(v for k, v in message.header.fields.items() if k.name == "member")
        print(member, flush=True)
        if member == "GetCapabilities":
            connection.send(new_method_return(message, "as", (["actions", "inhibitions"],)))
        elif member == "Get" and message.body[1] == "Inhibited":
            connection.send(new_method_return(message, "v", (("b", True),)))
        else:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


if __name__ == "__main__":
    try:
        serve()
    except (ConnectionError, EOFError):
        sys.exit(0)
