"""The practice Weibo's address: taken with practice data and on this machine only, and the one page that opens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

import ui.main
from tests.ui.program_fixture import MakeProgram
from ui.main import is_on_this_machine, main
from ui.support.desktop import PracticeDesktop

HERE = "http://127.0.0.1:8765"


class Browser(QObject):
    """Stands where the browser would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show_page(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    made = Browser()
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, made, "show_page")
    yield made
    for scheme in ("http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (HERE, True),
        ("http://localhost:1/", True),
        ("http://[::1]:8765", True),
        ("https://127.0.0.1:8765", False),
        ("http://127.0.0.1", False),
        ("http://127.0.0.1:8765/2", False),
        ("http://127.0.0.1:8765@elsewhere.invalid:80", False),
        ("http://127.0.0.1.elsewhere.invalid:80", False),
        ("http://10.0.0.2:80", False),
        ("http://127.0.0.1:70000", False),
        ("http://127.0.0.1:0", False),
        ("", False),
    ],
)
def test_what_counts_as_this_machine(address: str, expected: bool) -> None:
    assert is_on_this_machine(address) is expected


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--practice-weibo", HERE], "--practice-weibo 只能和 --demo 一起用"),
        (["--demo", "--practice-weibo", "http://elsewhere.invalid:80"], "只接受本机地址"),
    ],
)
def test_other_uses_end_with_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_the_program_gets_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []

    def remember(**options: object) -> int:
        asked.append(options)
        return 0

    monkeypatch.setattr(ui.main, "run", remember)
    assert main(["--demo", "--practice-weibo", f"{HERE}/"]) == 0
    assert asked == [{"database": None, "demo": True, "practice_weibo": HERE}]


def test_only_practice_data_get_a_practice_weibo(make_program: MakeProgram) -> None:
    program = make_program(practice_weibo=HERE)
    program.open_real()
    assert program.window is not None
    assert program.window._context.practice_weibo == ""
    program.open_practice()
    assert program.window._context.practice_weibo == HERE


def test_only_its_own_pages_are_opened(browser: Browser) -> None:
    desktop = PracticeDesktop(HERE)
    assert desktop.open_page(f"{HERE}/oauth2/authorize?client_id=1")
    assert browser.opened == [f"{HERE}/oauth2/authorize?client_id=1"]
    for address in ("https://weibo.com/u/1", "http://127.0.0.1:8766/", "http://localhost:8765/", "http://127.0.0.1/"):
        assert desktop.open_page(address)
    assert not desktop.open_page("file:///etc/hosts")
    assert len(browser.opened) == 1


def test_without_one_nothing_is_opened(browser: Browser) -> None:
    assert PracticeDesktop().open_page(f"{HERE}/")
    assert not PracticeDesktop().open_page("")
    assert browser.opened == []
