"""A client of the desktop's accessibility bus: goes through the program's pages and prints what it reads as JSON.

Run by the system's own Python, which has the client library: ``python3 atspi_client.py PROCESS_ID``.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

WITHIN_S = 40


def waited_for(find: Callable[[], Any], what: str) -> Any:  # noqa: ANN401 - the client library has no types
    """What `find` gives, once it gives something."""
    deadline = time.monotonic() + WITHIN_S  # noqa: TID251 - a client's own deadline
    while time.monotonic() < deadline:  # noqa: TID251
        try:
            if found := find():
                return found
        except Exception:  # a widget went away while it was read
            continue
        time.sleep(0.05)  # noqa: TID251 - the bus has no other way to wait for another program
    sys.exit(f"never seen: {what}")


def program(pid: int) -> Any:  # noqa: ANN401
    """The program's root on the bus."""
    desktop = Atspi.get_desktop(0)
    children = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
    return next((c for c in children if c and c.get_process_id() == pid and c.get_child_count()), None)


def shown(root: Any) -> Iterator[Any]:  # noqa: ANN401
    """Everything below a root that a person could see."""
    for n in range(root.get_child_count()):
        child = root.get_child_at_index(n)
        if child and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield child
            yield from shown(child)


def labels(item: Any) -> Iterator[str]:  # noqa: ANN401
    """The names of what labels an item."""
    for relation in item.get_relation_set():
        if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY:
            yield from (relation.get_target(n).get_name() for n in range(relation.get_n_targets()))


def read(root: Any) -> list[dict[str, object]]:  # noqa: ANN401
    """The whole page: role, name, and whether the keyboard can go there."""
    return [
        {
            "role": item.get_role_name(),
            "name": item.get_name(),
            "label": " ".join(labels(item)),
            "focusable": item.get_state_set().contains(Atspi.StateType.FOCUSABLE),
        }
        for item in shown(root)
    ]


def press(root: Any, name: str) -> None:  # noqa: ANN401
    """Press a button as an assistive program does."""
    button = waited_for(
        lambda: next((i for i in shown(root) if i.get_name() == name and i.get_n_actions()), None), name
    )
    button.do_action(0)  # press, or toggle


def page(root: Any, landmark: str) -> list[dict[str, object]]:  # noqa: ANN401
    """The page, once something on it is there."""
    waited_for(lambda: any(i["name"] == landmark for i in read(root)), landmark)
    return read(root)


def main() -> None:
    """Go through the pages."""
    root = waited_for(lambda: program(int(sys.argv[1])), "the program")
    pages = {"first start": page(root, "I understand")}
    press(root, "I understand")
    press(root, "No voice: lead me by tones and captions")
    press(root, "Next")
    press(root, "Begin")
    pages["today"] = page(root, "Start the session")
    press(root, "Routines")
    pages["routines"] = page(root, "Name of the routine")
    press(root, "Progress")
    pages["progress"] = page(root, "Go to Today")
    press(root, "Settings")
    pages["settings"] = page(root, "Text size")
    press(root, "About")
    pages["about"] = page(root, "About Foot Routine")
    press(root, "Today")
    press(root, "Start the session")
    pages["session"] = page(root, "Pause")
    press(root, "End")
    press(root, "End the session")
    pages["done"] = page(root, "Back to Today")
    print(json.dumps(pages))


if __name__ == "__main__":
    main()
