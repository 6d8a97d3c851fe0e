"""A desktop's screen saver on the session bus: says on its output who keeps the screen on, and who lets go."""

import sys

from jeepney import MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection


def serve() -> None:
    """Answer until the bus goes away."""
    connection = open_dbus_connection(bus="SESSION")
    connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
    print("ready", flush=True)
    cookie = 0
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        member = next(v for k, v in message.header.fields.items() if k.name == "member")
        if member == "Inhibit":
            cookie += 1
            connection.send(new_method_return(message, "u", (cookie,)))
            print(f"on {cookie}", flush=True)
        elif member == "UnInhibit":
            connection.send(new_method_return(message))
            print(f"off {message.body[0]}", flush=True)
        else:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


if __name__ == "__main__":
    try:
        serve()
    except (ConnectionError, EOFError):
        sys.exit(0)
