"""What a screen reader is told: the real window's accessibility tree and events, read over AT-SPI from outside."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Customers
from tests.end_to_end.screen import PROJECT, Screen, missing_tools
from weibo_operator.bootstrap import Language, build

PYTHON = "/usr/bin/python3"
"""The system's own: python3-dbus and python3-gi belong to it."""
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))


def missing() -> list[str]:
    """What this test needs and the machine lacks."""
    lacking = missing_tools()
    if shutil.which("dbus-daemon") is None:
        lacking.append("dbus-daemon")
    if not any(launcher.exists() for launcher in LAUNCHERS):
        lacking.append("at-spi2-core")
    found = (
        Path(PYTHON).exists()
        and not subprocess.run(
            [PYTHON, "-c", "import dbus, gi"], check=False, capture_output=True, timeout=60
        ).returncode
    )
    return lacking if found else [*lacking, "python3-dbus and python3-gi"]


pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())} to listen as a screen reader does"),
]
Heard = list[dict[str, str]]


class Ears:
    """A session bus of its own, and the reader on it; ``environment`` is the program's."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        assert self._bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus.stdout.readline().strip()
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self._reader = subprocess.Popen(
            [PYTHON, str(PROJECT / "tests" / "end_to_end" / "accessibility_reader.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        assert self._answer() == "ready"

    def tree(self) -> list[dict[str, object]]:
        """Every object on the screen."""
        return self._ask("tree")

    def events(self) -> Heard:
        """Focus and announcements since the last time."""
        return self._ask("events")

    def stop(self) -> None:
        """End reader and bus; the bus takes along what it started."""
        for process in (self._reader, self._bus):
            with process:  # closes its pipes
                process.terminate()

    def _ask(self, what: str) -> Any:
        assert self._reader.stdin is not None
        self._reader.stdin.write(what + "\n")
        self._reader.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._reader.stdout is not None
        return json.loads(self._reader.stdout.readline())


@pytest.fixture
def screen(tmp_path: Path, language: Language, customers: Customers) -> Iterator[Screen]:
    """A screen whose file holds two customers who wait."""
    operator = build(tmp_path / "desk.db", language=language)
    for number, (name, text) in enumerate((("北城小满", "物流五天没动"), ("阿柚", "紫色什么时候有货"))):
        posted = customers.message(text, uid=f"70{number}", nickname=name, posted_at=datetime.now(UTC))
        operator.intake.capture(posted)
    operator.close()
    made = Screen(tmp_path, tmp_path / "desk.db")
    yield made
    made.stop()


@pytest.fixture
def ears(screen: Screen) -> Iterator[Ears]:
    made = Ears(screen.environment)
    yield made
    made.stop()


def test_the_window_is_read_and_a_sent_reply_is_announced(screen: Screen, ears: Ears) -> None:
    screen.start_program()
    screen.wait("the tree", lambda: len(ears.tree()) > 20)
    tree = ears.tree()
    spoken = {(each["role"], each["name"]) for each in tree}
    assert {("application", "weibo-operator"), ("table", "新"), ("push button", "下一位客户")} <= spoken
    assert [each for each in tree if each["focusable"] and not each["name"]] == [], "whatever takes keys has a name"
    assert [name for _role, name in spoken if "，，" in str(name)] == []
    card = next(each for each in tree if each["role"] == "cell" and each["name"] == "北城小满")
    assert "物流五天没动" in str(card["more"])

    heard: Heard = []

    def hears(what: str, words: str) -> bool:
        heard.extend(ears.events())
        return any(each["what"] == what and words in each["name"] for each in heard)

    screen.keys("n")
    screen.wait("the focus in the editor", lambda: hears("focus", "回复内容"))
    written = "SELECT 1 FROM draft WHERE text = 'hello'"
    screen.until("the draft", lambda: screen.query(written), lambda: screen.write_anew("hello"), seconds=90, pace=5)
    screen.keys("ctrl+Return")
    screen.wait("the question after copying", lambda: hears("focus", "已复制"))
    assert screen.clipboard() == "hello"
    heard.clear()
    screen.until("the announcement", lambda: hears("announcement", "已回复 @北城小满"), lambda: screen.keys("1"))
    screen.wait("the next customer's editor", lambda: hears("focus", "回复内容"))
    assert any("现在是 @阿柚" in each["name"] for each in heard)
    assert len(screen.query("SELECT 1 FROM message WHERE direction = 'out'")) == 1
