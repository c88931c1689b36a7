"""轮流与优先级 in the settings: presets, what a threshold changes at once, and the shop's own words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.settings.controller import SettingsPage
from ui.settings.fields import NumberField
from ui.settings.rules import RulesSection
from ui.settings.specs import SECTIONS
from ui.support.context import Context
from weibo_operator.domain import settings
from weibo_operator.domain.customer import Importance
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Level


@pytest.fixture
def section(context: Context) -> Iterator[RulesSection]:
    page = SettingsPage(context)
    page.resize(1280 - 65, 641)
    page.open_section("rotation")
    page.show()
    found = page.sections["rotation"]
    assert isinstance(found, RulesSection)
    yield found
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def field(section: RulesSection, setting: settings.Setting[int]) -> NumberField:
    (spec,) = [spec for spec in SECTIONS if spec.key == "rotation"]
    found = section.fields[[each.setting for each in spec.fields].index(setting)]
    assert isinstance(found, NumberField)
    return found


def arrive(context: Context, customers: Customers, text: str, uid: str, followers: int | None = None) -> TicketId:
    ticket = context.operator.intake.capture(customers.message(text, uid=uid, followers=followers)).value
    assert ticket is not None
    return ticket


def test_the_presets_of_the_target_are_those_of_the_method(context: Context, section: RulesSection) -> None:
    row = field(section, settings.TARGET_MINUTES)
    chosen: list[int] = []
    for preset in row.presets:
        preset.click()
        chosen.append(context.operator.shop.value(settings.TARGET_MINUTES))
    assert [preset.text() for preset in row.presets] == ["20 分钟", "81 分钟", "2 小时", "4 小时", "24 小时"]
    assert chosen == [20, 81, 120, 240, 1440]


def test_every_field_is_explained_in_one_line(section: RulesSection) -> None:
    (spec,) = [spec for spec in SECTIONS if spec.key == "rotation"]
    assert all(group.title for group in spec.groups)
    assert all(each.hint and "\n" not in each.hint for each in spec.fields)
    assert len(section.fields) == len(spec.fields)


def test_a_lower_threshold_makes_important_and_shortens_the_target_at_once(
    context: Context, section: RulesSection, customers: Customers, qtbot: QtBot
) -> None:
    inbox = context.operator.inbox
    ticket = arrive(context, customers, "耳机坏了，怎么修", "1", followers=5_000)
    (before,) = inbox.cards((ticket,))
    line = field(section, settings.VIP_FOLLOWERS).line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "5000")
    with qtbot.waitSignal(context.news.changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert ticket in told.args[0].tickets
    (after,) = inbox.cards((ticket,))
    assert (before.importance, after.importance) == (Importance.ORDINARY, Importance.IMPORTANT)
    assert before.target_at is not None
    assert after.target_at is not None
    assert (before.target_at - after.target_at).total_seconds() == 100 * 60


def test_a_crisis_word_counts_for_the_very_next_message(
    context: Context, section: RulesSection, customers: Customers, qtbot: QtBot
) -> None:
    def level(uid: str) -> Level:
        ticket = arrive(context, customers, "请问充电宝会鼓包吗", uid)
        return context.operator.inbox.view(ticket).ticket.level

    before = level("1")
    section.crisis.field.setFocus()
    section.crisis.field.insert("鼓包")
    qtbot.keyClick(section.crisis.field, Qt.Key.Key_Return)
    assert section.crisis.words == ("鼓包",)
    assert before is not Level.P1
    assert level("2") is Level.P1
    (button,) = section.crisis.buttons
    assert "危机词" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert section.crisis.words == ()
    assert level("3") is before


def test_the_two_lists_of_words_are_apart(context: Context, section: RulesSection, qtbot: QtBot) -> None:
    for words, text in ((section.urgent, "婚礼"), (section.crisis, "过敏")):
        words.field.insert(text)
        qtbot.mouseClick(words.add, Qt.MouseButton.LeftButton)
    assert (section.urgent.words, section.crisis.words) == (("婚礼",), ("过敏",))
    assert context.operator.words.words("term") == ()
