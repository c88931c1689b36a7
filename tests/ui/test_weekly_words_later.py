"""The figures are there at once; the rising words, for which a dictionary is read, come after them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.conftest import START
from tests.ui.weekly_fixture import (  # noqa: F401  fixtures
    Chosen,
    NotedDesktop,
    listed,
    settle,
    weekly_chosen,
    weekly_settings,
)
from ui.support.context import Context
from ui.weekly.body import COUNTING
from ui.weekly.controller import WeeklyPage
from ui.weekly.tickets import LOOKING
from weibo_operator.bootstrap import Language, build, resources_dir
from weibo_operator.language.segment import Segmenter, Word
from weibo_operator.language.topic_words import TopicWords
from weibo_operator.services.weekly_export import WeekFormat


class SlowDictionary(Segmenter):
    """Cuts nothing before it is let go: a dictionary on a slow disk."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = Event()

    def words(self, text: str, *, guess_unknown: bool = True) -> tuple[Word, ...]:
        assert self.let_go.wait(30)
        return super().words(text, guess_unknown=guess_unknown)


@pytest.fixture(name="dictionary")
def slow_dictionary() -> Iterator[SlowDictionary]:
    dictionary = SlowDictionary()
    yield dictionary
    dictionary.let_go.set()


@pytest.fixture(name="page")
def slow_page(
    context: Context,
    tmp_path: Path,
    clock,
    language: Language,
    practice_file: Path,
    dictionary: SlowDictionary,
    qtbot: QtBot,
    chosen: Chosen,
    settings: QSettings,
) -> Iterator[WeeklyPage]:
    path = Path(shutil.copy(practice_file, tmp_path / "practice.db"))
    clock.at = START
    slow = replace(language, topics=TopicWords(resources_dir(), dictionary))

    def open_again():
        return build(path, clock=clock, language=slow)

    operator = open_again()
    desk = replace(context, operator=operator, open_operator=open_again, desktop=NotedDesktop())
    page = WeeklyPage(desk, choose_path=chosen, settings=settings)
    page.resize(1301, 689)
    page.show()
    qtbot.waitUntil(lambda: page.summary is not None, timeout=20_000)
    yield page
    dictionary.let_go.set()
    settle(page, qtbot)
    page.close()
    operator.close()


def test_everything_but_the_rising_words_is_there_and_opens(page: WeeklyPage, qtbot: QtBot, dictionary: SlowDictionary):
    body, summary = page.view.body, page.summary
    assert summary is not None
    assert page.reading
    assert not summary.whole
    assert body.tiles.tiles[0].data.value != "—"
    assert summary.figure("topic_tickets").value is None
    assert not body._cards["topics"].isHidden()
    assert body._cards["topics"]._remark.text() == COUNTING
    tile = body.tiles.tiles[0]
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    listed(page, qtbot)
    assert page.view.tickets.table.rows.lines
    dictionary.let_go.set()
    settle(page, qtbot)
    assert page.summary is not None
    assert page.summary.whole
    assert page.summary.figure("topic_tickets").value is not None
    assert body._cards["topics"]._remark.text() == ""
    assert [line.opens for line in body.topics.rows.lines] == list(page.summary.more.topics)
    assert replace(page.summary, whole=False, more=summary.more, figures=summary.figures) == summary


def test_the_tickets_are_looked_for_beside_the_window(page: WeeklyPage, qtbot: QtBot):
    page.view.body.tiles.tiles[0].click()
    sheet = page.view.tickets
    assert page.listing
    assert sheet.frame._subtitle.accessibleName() == LOOKING
    assert not sheet.table.rows.lines
    sheet.figure_chosen.emit("tickets")
    listed(page, qtbot)
    summary = page.summary
    assert summary is not None
    assert len(sheet.table.rows.lines) == summary.figure("tickets").n
    page.view.body.tiles.tiles[0].click()
    sheet.dismiss()
    assert not page.listing


def test_an_export_waits_for_the_words_with_progress(
    page: WeeklyPage, qtbot: QtBot, dictionary: SlowDictionary, tmp_path: Path
):
    page.view.header.format_action(WeekFormat.TXT).trigger()
    qtbot.waitUntil(lambda: "正在导出" in page.view.banner.accessibleName(), timeout=20_000)
    assert page._sharing.running
    assert not list(tmp_path.glob("*.txt"))
    page._context.desktop.copy("早先复制的")
    page.handle("copy")
    assert page._context.desktop.clipboard_text() == "早先复制的"
    dictionary.let_go.set()
    qtbot.waitUntil(lambda: "已导出" in page.view.banner.accessibleName(), timeout=20_000)
    settle(page, qtbot)
    page.handle("copy")
    (written,) = tmp_path.glob("*.txt")
    assert written.read_text("utf-8") == page._context.desktop.clipboard_text()
