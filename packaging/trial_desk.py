"""An installed program on a virtual screen of this machine, and one customer answered on it by true keys."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import screen_picture
from build_environment import ROOT

sys.path.insert(0, str(ROOT))
from tests.end_to_end.screen import Screen
from tests.end_to_end.search_export import PEOPLE

WORDS = "您好，已经帮您催了物流，明天给您答复。"
BROWSER = '#!/bin/sh\nprintf "%s\\n" "$1" >> "$HOME/pages.txt"\n'
"""Stands in for the browser, and notes which pages were asked for."""
COPIED = "SELECT 1 FROM intent WHERE state = 'copied'"
ANSWERED = "SELECT text FROM message WHERE direction = 'out'"


class TrialDesk(Screen):
    """A screen whose pictures are taken from the server's own memory; how the program starts is the subclass's."""

    def __init__(self, folder: Path, database: Path) -> None:
        self._frames = folder / "frames"
        self._frames.mkdir()
        super().__init__(folder, database)

    @property
    def display(self) -> str:
        """DISPLAY as a variable for a command line."""
        return f"DISPLAY={self._display}"

    def picture(self, name: str) -> None:
        """Keep what the screen shows."""
        screen_picture.save(self._frames, self._folder / f"{name}.png")

    def _start_server(self) -> tuple[subprocess.Popen[bytes], str]:
        read_end, write_end = os.pipe()
        command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-ac"]
        # Between two programs nobody is connected: a server that starts over just then turns xdotool away.
        server = subprocess.Popen(
            [*command, "-noreset", "-fbdir", str(self._frames)],
            pass_fds=(write_end,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        return server, f":{number}"


def note_pages(root: Path) -> None:
    """Put the stand-in for the browser into the system at `root`."""
    browser = root / "usr/local/bin/xdg-open"
    browser.parent.mkdir(parents=True, exist_ok=True)
    browser.write_text(BROWSER, encoding="utf-8")
    browser.chmod(0o755)


def answer(desk: TrialDesk) -> None:
    """Next customer, a typed reply, copied, confirmed as sent."""
    desk.until("a customer", lambda: "#" in desk.title(), lambda: desk.keys("Escape", "n"), pace=3)
    desk.picture("customer")
    ticket = desk.title().split("#")[1].split(" ")[0]

    def draft() -> str:
        return "".join(text for (text,) in desk.query("SELECT text FROM draft WHERE ticket_id = ?", ticket))

    def write() -> None:
        desk.keys("Escape", "r")
        desk.write_anew(WORDS)

    desk.until("the reply to be written", lambda: draft() == WORDS, write, pace=6)
    desk.picture("reply")
    desk.until("the reply to be copied", lambda: desk.query(COPIED), lambda: desk.keys("ctrl+Return"))
    desk.picture("copied")
    desk.until("the reply to be sent", lambda: desk.query(ANSWERED), lambda: desk.keys("1"))
    desk.wait("the next customer", lambda: "#" in desk.title() and f"#{ticket} " not in desk.title())
    desk.picture("next")
    expect("one reply", desk.query(ANSWERED), [(WORDS,)])
    expect("the customers", desk.query("SELECT COUNT(*) FROM message WHERE direction = 'in'"), [(len(PEOPLE),)])


def expect(what: str, found: object, wanted: object) -> None:
    """SystemExit that names both when they differ."""
    if found != wanted:
        raise SystemExit(f"{what}: {found!r}, not {wanted!r}")
