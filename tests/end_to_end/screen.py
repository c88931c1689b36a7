"""A virtual screen with the real program on it, driven by true X11 key events and watched from outside."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool", "xclip")
LONG = 60.0


def missing_tools() -> list[str]:
    """The programs this test needs and the machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Screen:
    """Xvfb, the program in it, a browser that only notes addresses."""

    def __init__(self, folder: Path, database: Path) -> None:
        self._folder = folder
        self.database = database
        self.pages = folder / "pages.txt"
        self._server, self._display = self._start_server()
        self.environment = self._make_environment()
        """What the program sees; to be added to before it starts."""
        self._program: subprocess.Popen[bytes] | None = None
        self._output = (folder / "program.log").open("ab")

    def start_program(self) -> None:
        """Open the program on the test's file and wait for its window."""
        self._program = subprocess.Popen(
            [sys.executable, "-m", "ui", "--db", str(self.database)],
            cwd=PROJECT,
            env=self.environment,
            stdout=self._output,
            stderr=self._output,
        )
        self.wait("the window", lambda: bool(self._windows()))
        self.focus()

    def kill_program(self) -> None:
        """kill −9."""
        if self._program is not None:
            self._program.send_signal(signal.SIGKILL)
            self._program.wait()
            self._program = None

    def stop(self) -> None:
        """End program and screen."""
        if self._program is not None:
            self._program.terminate()
            try:
                self._program.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._program.kill()
        self._output.close()
        self._server.terminate()
        self._server.wait(timeout=10)

    @property
    def log(self) -> str:
        """What the program printed."""
        return (self._folder / "program.log").read_text(encoding="utf-8", errors="replace")

    def focus(self) -> None:
        """Give the keys to the program's newest window: there is no window manager here."""
        windows = self._windows()
        if windows:
            self._xdotool("windowfocus", "--sync", windows[-1])

    def keys(self, *presses: str) -> None:
        """Press keys in xdotool's spelling (ctrl+Return, Escape, n)."""
        for press in presses:
            self._xdotool("key", "--clearmodifiers", press)

    def type(self, text: str, *, delay: int = 20) -> None:
        """Type text; Chinese needs ``delay`` ms between keys, as each character gets its own key on the fly."""
        self._xdotool("type", "--delay", str(delay), text)

    def write_anew(self, text: str) -> None:
        """Replace what stands in the focused field."""
        self.keys("ctrl+a")
        self.type(text, delay=90)

    def title(self) -> str:
        """The main window's title: it names the open customer."""
        titles = [self._xdotool("getwindowname", window) for window in self._windows()]
        return next((title for title in titles if "微博客服台" in title), "")

    def dialog_is_open(self) -> bool:
        """True while a second window (a file dialog) is shown."""
        return len(self._windows()) > 1

    def clipboard(self) -> str:
        """What the program put into the clipboard."""
        got = subprocess.run(
            ["xclip", "-selection", "clipboard", "-o"],
            env=self.environment,
            capture_output=True,
            check=False,
            timeout=10,
        )
        return got.stdout.decode("utf-8", errors="replace")

    def opened_pages(self) -> list[str]:
        """The addresses the browser was asked for."""
        return self.pages.read_text(encoding="utf-8").split() if self.pages.exists() else []

    def query(self, sql: str, *values: object) -> list[tuple]:
        """Ask the program's file from outside."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def wait(self, what: str, condition: Callable[[], object], *, seconds: float = LONG) -> None:
        """Wait until something is so; on failure say what was waited for, with the program's output."""
        self.until(what, condition, lambda: None, seconds=seconds)

    def until(
        self,
        what: str,
        condition: Callable[[], object],
        again: Callable[[], None],
        *,
        seconds: float = LONG,
        pace: float = 1.5,
    ) -> None:
        """Do ``again`` now and then until something is so (a dialog takes keys only once it is shown)."""
        pause = threading.Event()
        end = time.monotonic() + seconds
        next_try = 0.0
        while True:
            try:
                if condition():
                    return
            except sqlite3.OperationalError:
                pass  # not made yet, or just being written
            now = time.monotonic()
            if now > end:
                self.picture("failed")
                raise AssertionError(f"waited {seconds:.0f} s for {what}; title {self.title()!r}\n{self.log[-3000:]}")
            if now >= next_try:
                again()
                next_try = time.monotonic() + pace
            pause.wait(0.05)

    def picture(self, name: str) -> None:
        """Keep what the screen shows, where the machine can take a picture of it."""
        if shutil.which("import"):
            target = self._folder / f"{name}.png"
            subprocess.run(["import", "-window", "root", str(target)], env=self.environment, check=False, timeout=20)

    def _windows(self) -> list[str]:
        found = self._xdotool("search", "--onlyvisible", "--name", ".", check=False)
        return found.split()

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        got = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, check=False, timeout=60
        )
        if check and got.returncode:
            raise AssertionError(f"xdotool {arguments}: {got.stderr.decode(errors='replace')}\n{self.log[-2000:]}")
        return got.stdout.decode("utf-8", errors="replace").strip()

    def _start_server(self) -> tuple[subprocess.Popen[bytes], str]:
        read_end, write_end = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=(write_end,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise AssertionError("Xvfb did not start")
        return server, f":{number}"

    def _make_environment(self) -> dict[str, str]:
        tools = self._folder / "bin"
        tools.mkdir()
        browser = tools / "xdg-open"
        browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self.pages}"\n', encoding="utf-8")
        browser.chmod(0o755)
        home = self._folder / "home"
        home.mkdir()
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "QT_", "WAYLAND"))}
        return {
            **kept,
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "BROWSER": str(browser),
            "LANG": "C.UTF-8",
            "PYTHONFAULTHANDLER": "1",
        }
