"""Real input methods on the test's own screen, each with a message bus and settings of its own."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end.screen import Screen

FCITX_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
"""
FCITX_ALWAYS_ON = "[Behavior]\nActiveByDefault=True\nShareInputState=All\n"


@dataclass(frozen=True, slots=True)
class InputMethod:
    """How one is started, switched to pinyin and recognised as ready; what a desktop that uses it sets."""

    name: str
    needs: tuple[str, ...]
    """Files and programs; all must be there."""
    packages: str
    """What to install with apt-get."""
    desktop: Mapping[str, str]
    command: tuple[str, ...]
    is_ready: tuple[str, ...]
    """A command whose output names the pinyin engine once it is on."""
    engine: str
    switch_on: tuple[str, ...] = ()
    holds_shortcuts: bool = False
    """Ctrl or Alt with a letter does nothing while it composes, and never reaches the program."""
    enter_commits: bool = False
    """Ctrl+Enter turns the letters into text as they stand, and never reaches the program."""

    @property
    def missing(self) -> tuple[str, ...]:
        """What the machine lacks."""
        needed = (*self.needs, "dbus-daemon")
        return tuple(each for each in needed if not (Path(each).exists() if "/" in each else shutil.which(each)))


IBUS = InputMethod(
    name="ibus-libpinyin",
    needs=("ibus", "ibus-daemon", "/usr/share/ibus/component/libpinyin.xml"),
    packages="ibus ibus-libpinyin",
    desktop={"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"},
    # Its socket lies in /tmp: in the test's folder the path would be longer than a socket's may be.
    command=("ibus-daemon", "--panel=disable", "--address=unix:tmpdir=/tmp"),
    is_ready=("ibus", "engine"),
    engine="libpinyin",
    switch_on=("ibus", "engine", "libpinyin"),
    holds_shortcuts=True,
)
FCITX = InputMethod(
    name="fcitx5-pinyin",
    needs=("fcitx5", "fcitx5-remote", "/usr/share/fcitx5/inputmethod/pinyin.conf"),
    packages="fcitx5 fcitx5-chinese-addons",
    # As the desktop sets it, without a word of ibus: that cure is the program's own.
    desktop={"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"},
    command=("fcitx5", "--disable=wayland,waylandim,notifications,notificationitem,kimpanel,cloudpinyin"),
    is_ready=("fcitx5-remote", "-n"),
    engine="pinyin",
    enter_commits=True,
)
BOTH = (IBUS, FCITX)


class Running:
    """An input method at work on ``screen``, until ``stop``; to be started before the program."""

    def __init__(self, screen: Screen, method: InputMethod, folder: Path) -> None:
        self._screen = screen
        self._ends = ExitStack()
        self._output = self._ends.enter_context((folder / "input-method.log").open("ab"))
        environment = screen.environment
        for name in [name for name in environment if name.startswith(("IBUS_", "GTK_IM", "XMODIFIERS", "FCITX"))]:
            del environment[name]
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        environment |= {**method.desktop, "XDG_RUNTIME_DIR": str(runtime), "GSETTINGS_BACKEND": "memory"}
        settings = Path(environment["HOME"]) / ".config" / "fcitx5"
        settings.mkdir(parents=True)
        (settings / "profile").write_text(FCITX_PROFILE, encoding="utf-8")
        (settings / "config").write_text(FCITX_ALWAYS_ON, encoding="utf-8")
        environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        self._start(method.command)

        def switch_on() -> None:
            if method.switch_on:
                self._ask(method.switch_on)

        screen.until("the input method", lambda: method.engine in self._ask(method.is_ready), switch_on)

    def stop(self) -> None:
        """End it, then its bus."""
        self._ends.close()

    def _start_bus(self) -> str:
        read_end, write_end = os.pipe()
        self._start(("dbus-daemon", "--session", "--nofork", f"--print-address={write_end}"), pass_fds=(write_end,))
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            address = pipe.readline().strip()
        if not address:
            raise AssertionError("dbus-daemon did not start")
        return address

    def _start(self, command: Sequence[str], pass_fds: Sequence[int] = ()) -> None:
        process = subprocess.Popen(
            command, env=self._screen.environment, stdout=self._output, stderr=self._output, pass_fds=pass_fds
        )
        self._ends.callback(process.wait, timeout=10)
        self._ends.callback(process.terminate)

    def _ask(self, command: Sequence[str]) -> str:
        got = subprocess.run(command, env=self._screen.environment, capture_output=True, check=False, timeout=20)
        return got.stdout.decode("utf-8", errors="replace")
