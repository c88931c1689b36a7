"""Lessons, wizards, settings and notices name the keys that hold now: those of the table, others, or none at all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from ui.connect.departments_page import department_words
from ui.connect.practice_page import TAUGHT, PracticePage, more_words, taught_words
from ui.connect.source_cards import SourceCards
from ui.crowd.notices_sheet import NoticesSheet
from ui.intake.paste_words import nothing_copied, too_many
from ui.settings.checks import ChecksSection, hint_words
from ui.settings.controller import SettingsPage
from ui.settings.fields import NumberField
from ui.shell.coach import lessons
from ui.shell.fetcher import no_account_words
from ui.support.actions import anywhere, in_lists
from ui.support.context import Context
from ui.support.key_map import KeyMap, Keys
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.domain.settings import API_POLL_MINUTES


@pytest.fixture
def host() -> Iterator[QWidget]:
    widget = QWidget()
    widget.resize(1301, 689)
    yield widget
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def shown_in(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(TextLabel)}


def test_the_round_names_the_keys_of_now() -> None:
    keys = KeyMap()
    assert [lesson.words for lesson in lessons(keys)] == [
        "按 N，叫出下一位客户。",
        "按 Ctrl+T 打开模板，↑↓ 选一条，Enter 插入。",
        "看一眼，按 Ctrl+Enter 发送，再按 1 说已经发出。还有 {变量} 没填就先填上。",
        "第二位，回复已经替你写好，里面有个错字：按 F7，再按 1 改成“应该”。",
        "改好了。再按 Ctrl+Enter 发送，然后按 1。",
        "第三位，按 Alt+F 转交给部门，Ctrl+Enter 交出去。",
    ]
    keys.put({"next": Keys((";",), ()), "send": Keys((), ("Ctrl+M",)), "next_finding": Keys()})
    words = [lesson.words for lesson in lessons(keys)]
    assert words[0] == "按 ;，叫出下一位客户。"
    assert words[2] == "看一眼，按 Ctrl+M 发送，再按 1 说已经发出。还有 {变量} 没填就先填上。"
    assert "按 搜索里的“下一处错字或提醒”，再按 1 改成“应该”" in words[3]


def test_the_search_without_a_key_is_found_at_the_top() -> None:
    keys = KeyMap()
    assert keys.said(anywhere("palette")) == "Ctrl+K"
    keys.put({"palette": Keys()})
    assert keys.said(anywhere("palette")) == "窗口顶部的搜索"
    assert more_words(keys) == "记不住也没关系：任何时候按 ? 看全部快捷键，按 窗口顶部的搜索 直接搜命令。"


def test_a_taught_key_while_typing_is_said_only_where_there_is_one() -> None:
    keys = KeyMap()
    typing = [row for row in TAUGHT if row.typing]
    assert [taught_words(row, keys) for row in typing] == ["正在打字时按 Alt+N", "正在打字时按 Alt+F"]
    keys.put({"next": Keys(("N",), ()), "forward": Keys((), ("Ctrl+M",))})
    assert [taught_words(row, keys) for row in typing] == ["", "正在打字时按 Ctrl+M"]


def test_notices_name_the_keys_of_now() -> None:
    keys = KeyMap()
    assert no_account_words(keys) == (
        "还没有连接微博。现在可以按 Ctrl+I 导入文件、Ctrl+V 粘贴、C 手工录入，或在“设置，账号”里连接微博。"
    )
    assert department_words(keys).startswith("复杂的问题按 F 转交给部门。没有的部门关掉（空格），缺的写在下面；负责人")
    keys.put({"import": Keys((), ("F12",)), "template_files": Keys(), "paste": Keys((";",), ()), "forward": Keys()})
    assert no_account_words(keys).startswith("还没有连接微博。现在可以按 F12 导入文件、; 粘贴、C 手工录入，")
    assert nothing_copied(keys).endswith("复制，再回来按 ;。")
    assert too_many(501, keys) == "一次最多粘贴 500 条，这里有 501 条。请存成文件，再按 F12 导入。"
    assert department_words(keys).startswith("复杂的问题按 搜索里的“转交部门” 转交给部门。")


def test_what_is_shown_already_follows(theme: Theme, host: QWidget) -> None:
    keys = theme.keys
    page, cards = PracticePage(theme, host), SourceCards(theme, host)
    assert {"正在打字时按 Alt+N", more_words(keys)} <= shown_in(page)
    assert cards.cards["paste"].accessibleDescription() == ("在微博里复制评论或私信，回到这里按 Ctrl+V，看过再变成工单")
    cards.show_account("@小橙")
    keys.put({"next": Keys(("N",), ("Ctrl+M",)), "paste": Keys((";",), ()), "help": Keys(("'",), ())})
    assert {"正在打字时按 Ctrl+M", more_words(keys)} <= shown_in(page)
    assert "任何时候按 ' 看全部快捷键" in more_words(keys)
    assert "回到这里按 ;，" in cards.cards["paste"].accessibleDescription()
    assert "@小橙" in cards.cards["connect"].accessibleName(), "an account is still said"


def test_settings_say_them_when_they_are_opened_again(context: Context, host: QWidget) -> None:
    keys, page = context.theme.keys, SettingsPage(context)
    page.setParent(host)
    page.open_section("checks")
    page.open_section("dictionary")
    page.open_section("accounts")
    checks = page.sections["checks"]
    assert isinstance(checks, ChecksSection)
    assert "有把握的画红线，其余按 F7 才看" in shown_in(checks)
    assert "模板里留下的 {…}" in shown_in(checks)
    assert "行话换大白话（写回复时按 F7 看到，按 Enter 换掉）" in shown_in(page.sections["dictionary"])
    assert poll_hint(page) == "隔这么久看有没有新消息，最少 3 分钟；0 表示只按 F5 看"
    keys.put({"next_finding": Keys((), ("Ctrl+M",)), "sync_now": Keys((), ("F12",)), "template_files": Keys()})
    for section in ("checks", "dictionary", "accounts"):
        page.open_section("shop")
        page.open_section(section)
    assert "有把握的画红线，其余按 Ctrl+M 才看" in shown_in(checks)
    assert "行话换大白话（写回复时按 Ctrl+M 看到，按 Enter 换掉）" in shown_in(page.sections["dictionary"])
    assert poll_hint(page) == "隔这么久看有没有新消息，最少 3 分钟；0 表示只按 F12 看"
    assert hint_words("模板里留下的 {…}", keys) == "模板里留下的 {…}"


def test_the_empty_list_of_notices_names_the_crowds_key(context: Context, host: QWidget) -> None:
    keys, sheet = context.theme.keys, NoticesSheet(context, host)
    sheet.open_list()
    assert "有好几位客户说同一件事时，按 Q 看这一类，\n再按 P 拟一条公开提醒" in shown_in(sheet)
    sheet.dismiss()
    keys.put({"crowd": Keys((";",), ())})
    sheet.open_list()
    assert f"有好几位客户说同一件事时，按 {keys.said(in_lists('crowd'))} 看这一类，\n再按 P 拟一条公开提醒" in shown_in(
        sheet
    )
    assert keys.said(in_lists("crowd")) == ";"
    sheet.dismiss()


def poll_hint(page: SettingsPage) -> str:
    fields = page.sections["accounts"].findChildren(NumberField)
    return next(field.hint for field in fields if field._spec.setting is API_POLL_MINUTES)
