"""A Chinese reply with a real input method: true keys on a virtual screen, the practice data, watched from outside."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.input_methods import BOTH, InputMethod, Running
from tests.end_to_end.screen import Screen, missing_tools
from weibo_operator.bootstrap import load_language, make_practice, resources_dir

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())} for a virtual screen"),
]


def installed(method: InputMethod) -> object:
    """The input method as a parameter, skipped where the machine lacks it."""
    lacking = f"{method.name} is not installed ({', '.join(method.missing)}): apt-get install {method.packages}"
    return pytest.param(method, id=method.name, marks=pytest.mark.skipif(bool(method.missing), reason=lacking))


@pytest.fixture(params=[installed(method) for method in BOTH])
def method(request: pytest.FixtureRequest) -> InputMethod:
    return request.param


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice data, made once: that takes longer than everything typed here."""
    made = tmp_path_factory.mktemp("practice") / "practice.db"
    make_practice(made, language=load_language(resources_dir()))
    return made


@pytest.fixture
def screen(tmp_path: Path, method: InputMethod, practice: Path) -> Iterator[Screen]:
    """The program on the practice data, in a home of its own, the input method on."""
    made = Screen(tmp_path, Path(shutil.copy(practice, tmp_path)))
    running = None
    try:
        running = Running(made, method, tmp_path)
        made.start_program()
        yield made
    finally:
        made.stop()
        if running is not None:
            running.stop()


def open_ticket(screen: Screen) -> str:
    """The number in the window's title, or empty on the board."""
    found = re.search("#([0-9]+) ", screen.title())
    return found[1] if found else ""


def draft(screen: Screen, ticket: str) -> str:
    return "".join(text for (text,) in screen.query("SELECT text FROM draft WHERE ticket_id = ?", ticket))


def intents(screen: Screen) -> list[str]:
    """The texts the program was told to send, in order."""
    return [text for (text,) in screen.query("SELECT text FROM intent ORDER BY created_at, seq")]


def replies(screen: Screen) -> int:
    return screen.query("SELECT COUNT(*) FROM message WHERE direction = 'out'")[0][0]


def pinyin(screen: Screen, letters: str, *after: str) -> None:
    """Letter by letter as a hand does, then keys for the candidates."""
    screen.type(letters, delay=60)
    screen.keys(*after)


def opened(screen: Screen, *presses: str) -> str:
    """The ticket these keys lead to from the board."""
    screen.until("the board", lambda: not open_ticket(screen), lambda: screen.keys("Escape"))
    screen.keys(*presses)
    screen.wait("a ticket", lambda: open_ticket(screen))
    return open_ticket(screen)


def test_a_chinese_reply(screen: Screen, method: InputMethod) -> None:
    # Letters in a list are keys although the input method is on: J and K move, Enter opens.
    first = opened(screen, "Return")
    assert opened(screen, "j", "Return") != first
    assert opened(screen, "k", "Return") == first
    customer = opened(screen, "n")
    told, sent = intents(screen), replies(screen)

    # Esc gives up the composition, not the writing; a digit chooses a candidate, no template and no level.
    levels = screen.query("SELECT level FROM ticket WHERE id = ?", customer)
    pinyin(screen, "shenme", "Escape")
    pinyin(screen, "nihao", "1")
    screen.wait("the words in the draft", lambda: draft(screen, customer) == "你好")
    pinyin(screen, "ma", "2")
    screen.wait("the second candidate", lambda: re.fullmatch("你好[^0-9]+", draft(screen, customer)))
    assert screen.query("SELECT level FROM ticket WHERE id = ?", customer) == levels

    # Ctrl+Enter while composing sends nothing.
    pinyin(screen, "mashang")
    screen.picture("composing")
    screen.keys("ctrl+Return")
    screen.picture("ctrl-enter-while-composing")
    pinyin(screen, "", "space")
    wanted = "mashang " if method.enter_commits else "马上"
    screen.wait("what was composed", lambda: draft(screen, customer).endswith(wanted))
    assert intents(screen) == told

    # Going elsewhere while composing loses nothing and takes nothing along.
    screen.keys("ctrl+a")
    pinyin(screen, "nihao", "space")
    screen.wait("the words anew", lambda: draft(screen, customer) == "你好")
    pinyin(screen, "mashang", "alt+n", "space")  # an input method may keep Alt+N for itself: then the space chooses
    screen.wait("all that was typed", lambda: draft(screen, customer) in ("你好马上", "你好mashang", "你好ma shang"))
    screen.until("the next", lambda: open_ticket(screen) not in ("", customer), lambda: screen.keys("alt+n"), pace=5)
    other = open_ticket(screen)
    screen.keys("ctrl+a")
    pinyin(screen, "zaijian", "space")
    screen.wait("the other's words", lambda: draft(screen, other) == "再见")

    # Nor does a dialog over the editor: what stood in the input method stands in the reply.
    pinyin(screen, "nihao", "ctrl+k", "space" if method.holds_shortcuts else "Escape")
    screen.wait("the letters", lambda: draft(screen, other) in ("再见你好", "再见nihao", "再见ni hao"))

    # Initials find a template; the first Enter is the input method's.
    screen.keys("ctrl+a", "BackSpace", "ctrl+t")
    pinyin(screen, "wlyc")
    screen.picture("initials-while-composing")
    screen.keys("Return", "Return")
    screen.wait("the template", lambda: "抱歉" in draft(screen, other))
    screen.keys("ctrl+a")
    pinyin(screen, "zaijian", "space")
    screen.wait("the words once more", lambda: draft(screen, other) == "再见")

    # Committed, Ctrl+Enter asks once; 1 is a key again, not a candidate.
    screen.keys("ctrl+Return", "ctrl+Return")
    screen.wait("the intent", lambda: intents(screen) == [*told, "再见"])
    screen.until("the reply to be confirmed", lambda: replies(screen) == sent + 1, lambda: screen.keys("1"))
    screen.wait("the next customer", lambda: open_ticket(screen) not in ("", other))
    assert intents(screen) == [*told, "再见"]
    assert "Traceback" not in screen.log
