"""A desktop's screen saver on the session bus: says on its output who keeps the screen on, and who lets go.

As a real one does, it lets go for a program whose connection to the bus has ended.
"""

import sys

from jeepney import HeaderFields, MatchRule, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection


def serve() -> None:
    """Answer until the bus goes away."""
    connection = open_dbus_connection(bus="SESSION")
    connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
    owners = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    connection.send_and_get_reply(message_bus.AddMatch(owners))
    held: dict[int, str] = {}
    print("ready", flush=True)
    cookie = 0
    while True:
        message = connection.receive()
        if owners.matches(message) and not message.body[2]:
            for gone in [number for number, owner in held.items() if owner == message.body[0]]:
                del held[gone]
                print(f"gone {gone}", flush=True)
        if message.header.message_type is not MessageType.method_call:
            continue
        member = message.header.fields[HeaderFields.member]
        if member == "Inhibit":
            cookie += 1
            held[cookie] = message.header.fields[HeaderFields.sender]
            connection.send(new_method_return(message, "u", (cookie,)))
            print(f"on {cookie}", flush=True)
        elif member == "UnInhibit":
            connection.send(new_method_return(message))
            held.pop(message.body[0], None)
            print(f"off {message.body[0]}", flush=True)
        else:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


if __name__ == "__main__":
    try:
        serve()
    except (ConnectionError, EOFError):
        sys.exit(0)
