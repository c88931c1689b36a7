"""A small screen reader: walks the accessibility tree over AT-SPI and hears its events; run by the system's Python.

Reads one word a line from stdin and answers with one line of JSON: ``tree`` (every object: depth, role, name, whether
it takes the focus), ``events`` (focus and announcements heard since the last time). Needs python3-dbus and python3-gi.
"""

import importlib
import json
import sys
from typing import Any

ACCESSIBLE, OBJECT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Event.Object"
REGISTRY, ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
PROPERTIES = "org.freedesktop.DBus.Properties"
HEARD = ("object:state-changed:focused", "object:announcement")
FOCUSABLE, SHOWING = 11, 25
"""Numbers of AT-SPI's states."""


class Reader:
    """One client of the accessibility bus."""

    def __init__(self, dbus: Any, address: str) -> None:
        self._dbus = dbus
        self._bus = dbus.bus.BusConnection(address)
        self._heard: list[dict[str, str]] = []
        registry = self._bus.get_object(REGISTRY, "/org/a11y/atspi/registry")
        for event in HEARD:
            registry.RegisterEvent(event, [], "", dbus_interface="org.a11y.atspi.Registry")
        self._bus.add_signal_receiver(
            self._hear,
            dbus_interface=OBJECT,
            member_keyword="member",
            sender_keyword="sender",
            path_keyword="path",
        )

    def tree(self) -> list[dict[str, object]]:
        """Every object that is showing, from the applications down."""
        found: list[dict[str, object]] = []
        for name, path in self._at(REGISTRY, ROOT).GetChildren(dbus_interface=ACCESSIBLE):
            self._walk(str(name), str(path), 0, found)
        return found

    def events(self) -> list[dict[str, str]]:
        """What was heard since the last time."""
        heard, self._heard = self._heard, []
        return heard

    def _walk(self, name: str, path: str, depth: int, found: list[dict[str, object]]) -> None:
        held = self._at(name, path)
        low, _high = held.GetState(dbus_interface=ACCESSIBLE)
        if depth > 1 and not low >> SHOWING & 1:
            return
        found.append({"depth": depth, **self._words(name, path), "focusable": bool(low >> FOCUSABLE & 1)})
        for child, place in held.GetChildren(dbus_interface=ACCESSIBLE):
            self._walk(str(child), str(place), depth + 1, found)

    def _words(self, service: str, path: str) -> dict[str, str]:
        held = self._at(service, path)
        name, more = (held.Get(ACCESSIBLE, each, dbus_interface=PROPERTIES) for each in ("Name", "Description"))
        return {"role": str(held.GetRoleName(dbus_interface=ACCESSIBLE)), "name": str(name), "more": str(more)}

    def _hear(self, detail: Any, first: Any, _second: Any, value: Any, *_more: Any, **where: Any) -> None:
        """The signal's own five parts, and where it came from."""
        member = str(where["member"])
        if member == "StateChanged" and str(detail) == "focused" and int(first) == 1:
            try:
                self._heard.append({"what": "focus", **self._words(str(where["sender"]), str(where["path"]))})
            except self._dbus.DBusException:
                return  # gone again before it could be asked
        elif member == "Announcement":
            self._heard.append({"what": "announcement", "role": "", "name": str(value), "more": ""})

    def _at(self, name: str, path: str) -> Any:
        return self._bus.get_object(name, path, introspect=False)


def say(answer: object) -> None:
    """One line of JSON on stdout, at once."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Answer until stdin ends."""
    dbus = importlib.import_module("dbus")
    glib = importlib.import_module("gi.repository.GLib")
    importlib.import_module("dbus.mainloop.glib").DBusGMainLoop(set_as_default=True)
    launcher = dbus.SessionBus().get_object("org.a11y.Bus", "/org/a11y/bus")
    reader = Reader(dbus, str(launcher.GetAddress(dbus_interface="org.a11y.Bus")))
    loop = glib.MainLoop()

    def answer(*_readable: object) -> bool:
        asked = sys.stdin.readline().strip()
        if not asked:
            loop.quit()
            return False
        say(reader.tree() if asked == "tree" else reader.events())
        return True

    glib.io_add_watch(sys.stdin.fileno(), glib.IO_IN | glib.IO_HUP, answer)
    say("ready")
    loop.run()


if __name__ == "__main__":
    main()
