"""Sentences that name a key: they say the one that holds now, and follow while they are shown."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window_fixture import OpenWindow
from ui.inbox.gathered_panel import GatheredPanel
from ui.reply.asked_list import AskedList
from ui.reply.finding_marks import findings_words
from ui.reply.level_chip import LevelChip, keys_words
from ui.reply.strip import ComposerStrip
from ui.support.context import Context
from ui.support.key_map import KeyMap, Keys
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.labels import Actor, Level
from weibo_operator.domain.levels import Judgement, LevelPart, PartKind


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "按 1–4 改，0 交还程序"),
        ({"level_2": Keys((";",))}, "按 1、;、3、4 改，0 交还程序"),
        ({"level_auto": Keys()}, "按 1–4 改，搜索里的“级别交还程序自动判断” 交还程序"),
    ],
)
def test_the_digits_of_the_levels(changes: dict[str, Keys], said: str) -> None:
    keys = KeyMap()
    keys.put(changes)
    assert keys_words(keys) == said


def test_a_screen_reader_hears_the_key_of_the_findings() -> None:
    keys = KeyMap()
    slip = Finding(0, 2, FindingKind.TYPO, Grade.CERTAIN, "以经", ("已经",), 1.0, "错别字")
    assert findings_words((slip,), keys) == "1 处疑似错字：以经，按 F7 查看"
    keys.put({"next_finding": Keys((), ("F12",)), "template_files": Keys()})
    assert findings_words((slip,), keys) == "1 处疑似错字：以经，按 F12 查看"
    assert findings_words((), keys) == ""


def test_tooltips_and_names_of_the_reply_follow(theme: Theme, qtbot: QtBot) -> None:
    chip, asked, strip = LevelChip(theme), AskedList(theme), ComposerStrip(theme)
    for widget in (chip, asked, strip):
        qtbot.addWidget(widget)
    parts = (LevelPart(PartKind.KIND, 2, "投诉"),)
    chip.show_judgement(Judgement(Level.P2, Level.P2, parts, None, late=False, waited=timedelta()), Actor.AUTO)
    assert chip.toolTip().endswith("\n按 1–4 改，0 交还程序")
    assert "（F7 看漏答）" in asked.toolTip()
    assert strip.seg.accessibleName() == "谁能看到这条回复（Alt+I）"
    theme.keys.put(
        {"level_auto": Keys((";",)), "next_finding": Keys((), ("Ctrl+M",)), "audience": Keys(("I",), ("Alt+;",))}
    )
    assert chip.toolTip().endswith("\n按 1–4 改，; 交还程序")
    assert chip.accessibleDescription() == "按 1–4 改，; 交还程序"
    assert "（Ctrl+M 看漏答）" in asked.toolTip()
    assert strip.seg.accessibleName() == "谁能看到这条回复（Alt+;）"


def test_the_hints_beside_chat_and_ads_follow(theme: Theme, qtbot: QtBot) -> None:
    panel = GatheredPanel(theme)
    qtbot.addWidget(panel)

    def shown(words: str) -> bool:
        return any(label.text() == words for label in panel.findChildren(TextLabel))

    assert shown("空格选一条，Ctrl+A 全选，M 一次关掉")
    assert shown("R 放回轮流，按咨询处理，程序会记住")
    assert shown("是投诉、表扬或别的，按 L 改")
    theme.keys.put({"no_reply": Keys((";",)), "labels": Keys()})
    assert shown("空格选一条，Ctrl+A 全选，; 一次关掉")
    assert shown("是投诉、表扬或别的，按 搜索里的“改类型、性质、部门” 改")


def test_empty_pages_follow(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    pages = window.pages
    empty = (pages.leads.leads.empty, pages.followup.praise.empty, pages.followup.helpful.empty, pages.handoff.empty)

    def said() -> list[str]:
        window.show_page("handoff")
        return [each.accessibleName().partition("按 ")[2].split("，")[0] for each in empty]

    assert said() == ["Shift+L", "Shift+H 收下", "Shift+A 记下", "F 转交"]
    window.show_page("inbox")
    context.theme.keys.put({"lead": Keys(("Shift+Q",)), "praise": Keys(("Shift+U",)), "forward": Keys((";",))})
    assert said() == ["Shift+Q", "Shift+U 收下", "Shift+A 记下", "; 转交"]
