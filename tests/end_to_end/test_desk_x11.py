"""The whole job with no mouse: true key events on a virtual screen, watched from outside the program."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.end_to_end.screen import Screen, missing_tools
from tests.end_to_end.search_export import PEOPLE, write_export

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())} for a virtual screen"),
]


TYPED = "您好，非常抱谦让您久等了，我们正在核实。"
RIGHT = "您好，非常抱歉让您久等了，我们正在核实。"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, tmp_path / "desk.db")
    yield made
    made.stop()


def open_ticket(screen: Screen) -> str:
    """The number in the window's title, or empty on the board."""
    title = screen.title()
    return title.split("#")[1].split(" ")[0] if "#" in title else ""


def choose_file(screen: Screen, path: Path, *openers: str) -> None:
    """Open a file dialog by keys and type the path."""
    screen.until("the file dialog", screen.dialog_is_open, lambda: screen.keys(*openers))
    screen.focus()
    screen.keys("ctrl+a")
    screen.type(str(path))
    screen.until("the file dialog to close", lambda: not screen.dialog_is_open(), lambda: screen.keys("Return"))
    screen.focus()


def sent(screen: Screen) -> int:
    return screen.query("SELECT COUNT(*) FROM message WHERE direction = 'out'")[0][0]


def test_a_morning_at_the_desk(screen: Screen, tmp_path: Path) -> None:
    export = write_export(tmp_path / "search.csv", now=datetime.now(UTC))
    screen.start_program()

    # The first wizard later (Esc). Import with Ctrl+I; Ctrl+Enter imports once the preview is there.
    choose_file(screen, export, "Escape", "ctrl+i")
    screen.until(
        "the import",
        lambda: screen.query("SELECT COUNT(*) FROM message")[0][0] == len(PEOPLE),
        lambda: screen.keys("ctrl+Return"),
    )
    screen.until("the import dialog to close", lambda: open_ticket(screen), lambda: screen.keys("Escape", "n"))
    first = open_ticket(screen)

    # A template by pinyin initials, then a typo found and fixed by keys.
    screen.keys("ctrl+t")
    screen.type("wlyc")
    screen.keys("Return")
    screen.wait("the template in the draft", lambda: screen.query("SELECT 1 FROM draft WHERE ticket_id = ?", first))

    def draft() -> str:
        return "".join(text for (text,) in screen.query("SELECT text FROM draft WHERE ticket_id = ?", first))

    screen.until("the typed draft", lambda: draft() == TYPED, lambda: screen.write_anew(TYPED), pace=4)
    screen.until(
        "the typo to be fixed",
        lambda: draft() == RIGHT,
        lambda: screen.keys("F7", "1"),
    )

    # A kill in the middle loses nothing.
    screen.kill_program()
    screen.start_program()
    screen.wait("the same customer after the kill", lambda: open_ticket(screen) == first)

    # Copy mode: the intent first, then clipboard and browser, then 1.
    screen.until(
        "the intent",
        lambda: screen.query("SELECT 1 FROM intent WHERE state = 'copied'"),
        lambda: screen.keys("ctrl+Return"),
    )
    screen.wait("the clipboard", lambda: screen.clipboard() == RIGHT)
    screen.wait("the browser", screen.opened_pages)
    assert screen.opened_pages()[0].startswith("https://weibo.com/")
    screen.until("the reply to be confirmed", lambda: sent(screen) == 1, lambda: screen.keys("1"))
    screen.wait("the next customer", lambda: open_ticket(screen) not in ("", first))
    second = open_ticket(screen)
    customers = screen.query("SELECT customer_id FROM ticket WHERE id IN (?, ?)", first, second)
    assert len({customer for (customer,) in customers}) == 2
    assert screen.query("SELECT closed_by FROM turn WHERE ticket_id = ?", first) == [("reply",)]

    # Forward this one: the form's defaults are enough.
    screen.keys("alt+f")
    screen.until("the handoff", lambda: screen.query("SELECT 1 FROM handoff"), lambda: screen.keys("ctrl+Return"))
    assert screen.query("SELECT ticket_id, state FROM handoff") == [(int(second), "waiting")]
    screen.until(
        "the holding reply's question",
        lambda: screen.query("SELECT 1 FROM intent WHERE state = 'copied'"),
        lambda: screen.keys("ctrl+Return"),
    )
    screen.until("the holding reply to be confirmed", lambda: sent(screen) == 2, lambda: screen.keys("1"))
    screen.wait("the third customer", lambda: open_ticket(screen) not in ("", first, second))
    third = open_ticket(screen)

    # 稍后 by typing the time, then undo it.
    def put_off() -> None:
        screen.write_anew("明天下午")
        screen.keys("Return")

    screen.keys("alt+s")
    screen.until(
        "the ticket to be put off",
        lambda: screen.query("SELECT snoozed FROM ticket WHERE id = ?", third) == [(1,)],
        put_off,
        pace=3,
    )
    screen.until(
        "the undo",
        lambda: screen.query("SELECT snoozed FROM ticket WHERE id = ?", third) == [(0,)],
        lambda: screen.keys("Escape", "z"),
        seconds=20,
    )

    # Visit the first customer: the page's first row, outcome 1 满意.
    screen.query("SELECT 1 FROM follow_up WHERE ticket_id = ? AND state = 'due'", first)
    screen.keys("ctrl+2")
    screen.until(
        "the visit's outcome",
        lambda: screen.query("SELECT outcome FROM follow_up WHERE ticket_id = ?", first) == [("满意",)],
        lambda: screen.keys("1"),
    )
    assert screen.query("SELECT state FROM ticket WHERE id = ?", first) == [("closed",)]

    # The week as a workbook.
    target = tmp_path / "week.xlsx"
    screen.keys("ctrl+5")
    choose_file(screen, target, "ctrl+s")
    screen.wait("the workbook", target.exists)
    assert len(openpyxl.load_workbook(target).sheetnames) >= 3
    assert "Traceback" not in screen.log
    assert "Ambiguous" not in screen.log
