"""重要客户 in the whole window: the list, the card and a contact, by keys; the card beside a conversation."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.followup.card_dialog import CardDialog
from ui.followup.care_delegate import AVATAR, CARD
from ui.followup.contact_dialog import ContactDialog
from ui.followup.contact_rows import CONTACT_COLUMNS, spoken_contact
from ui.followup.important_page import ImportantPage
from ui.inbox.card_words import importance_chip, spoken
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.theme import Theme
from ui.widgets.card_columns import column_spans
from ui.widgets.grouped_rows import GroupTitle
from ui.widgets.paint_text import parts_width, text_width
from weibo_operator.domain.contact import CardText
from weibo_operator.domain.customer import Importance
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.relation import Relation

TODAY = date(2026, 11, 19)
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def arrive(
    context: Context, customers: Customers, uid: str, followers: int | None = None
) -> tuple[CustomerId, TicketId]:
    operator = context.operator
    ticket = operator.intake.capture(customers.message(f"耳机 {uid} 坏了", uid=uid, followers=followers)).value
    assert ticket is not None
    return operator.inbox.view(ticket).customer.id, ticket


@pytest.fixture
def star(context: Context, customers: Customers) -> CustomerId:
    """Somebody many follow, next to an ordinary customer."""
    arrive(context, customers, "1001", 200)
    return arrive(context, customers, "2002", 52_000)[0]


def go_important(window: MainWindow) -> ImportantPage:
    """G, V as the operator presses it."""
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_V)
    page = window.pages.followup.important
    assert page.isVisible()
    return page


def titles(page: ImportantPage) -> list[tuple[str, int, str]]:
    held = [page._rows.row_at(row) for row in range(page._rows.rowCount())]
    return [(row.text, row.count, row.role) for row in held if isinstance(row, GroupTitle)]


def test_two_keys_lead_to_the_list_and_the_seg_leads_back(
    open_window: OpenWindow, context: Context, star: CustomerId, qtbot: QtBot
) -> None:
    window = open_window(context)
    page = go_important(window)
    assert page.list.hasFocus()
    assert page.chosen is not None
    assert page.chosen.id == star
    assert "粉丝 5.2万" in page.panel.fact("为什么重要")
    qtbot.mouseClick(page.seg._segments["due"], Qt.MouseButton.LeftButton)
    assert window.pages.followup.visits.isVisible()
    visits = window.pages.followup.visits
    qtbot.mouseClick(visits.seg._segments["important"], Qt.MouseButton.LeftButton)
    assert page.isVisible()
    assert (visits.seg.current, page.seg.current) == ("due", "important")


def test_an_empty_list_says_who_comes_here(open_window: OpenWindow, context: Context, customers: Customers) -> None:
    arrive(context, customers, "1001", 200)
    page = go_important(open_window(context))
    assert page.empty.isVisible()
    assert "粉丝到 1万" in page.empty.accessibleName()


def test_a_contact_is_recorded_by_keys_and_undone(
    open_window: OpenWindow, context: Context, star: CustomerId, clock: SetClock
) -> None:
    context.operator.important.edit(star, CardText(contact_days=30, next_contact=TODAY - timedelta(days=3)))
    window = open_window(context)
    page = go_important(window)
    assert titles(page) == [("已逾期", 1, "danger_text")]
    press(Qt.Key.Key_H)
    dialog = window.findChild(ContactDialog)
    assert dialog.isVisible()
    assert dialog.note.hasFocus()
    dialog.note.insert("寄了新品")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    card = context.operator.important.card(star)
    assert [(contact.note, contact.at) for contact in card.contacts] == [("寄了新品", clock.now())]
    assert card.text.next_contact == TODAY + timedelta(days=30)
    assert titles(page) == [("以后", 1, "text")]
    press(Qt.Key.Key_Z)
    assert context.operator.important.card(star).contacts == ()
    assert titles(page) == [("已逾期", 1, "danger_text")]


def test_how_a_customer_likes_to_be_met_is_chosen_by_keys_and_shown_beside_the_reply(
    open_window: OpenWindow, context: Context, star: CustomerId
) -> None:
    window = open_window(context)
    page = go_important(window)
    press(Qt.Key.Key_V)
    dialog = window.findChild(CardDialog)
    dialog.preferred_way.setFocus()
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert context.operator.important.card(star).text.preferred_way == "电话"
    assert page.panel.fact("偏好渠道") == "电话"
    press(Qt.Key.Key_Return)
    assert "偏好渠道 电话" in window.pages.inbox.session.panel.card.words
    context.news.tell(context.operator.history.undo().changes)
    assert context.operator.important.card(star).text.preferred_way == ""


def test_another_day_and_another_next_date(open_window: OpenWindow, context: Context, star: CustomerId) -> None:
    window = open_window(context)
    go_important(window)
    press(Qt.Key.Key_H)
    dialog = window.findChild(ContactDialog)
    dialog.day._segments["yesterday"].click()
    dialog.next_contact.line.setFocus()
    press(Qt.Key.Key_1, ALT)
    assert dialog.next_contact.meant.endswith("还有 7 天")
    dialog.next_contact.line.setText("随便哪天")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "下次联系" in dialog.message
    dialog.next_contact.line.setText("下周一")
    press(Qt.Key.Key_Return, CONTROL)
    card = context.operator.important.card(star)
    assert card.contacts[0].at.date() == TODAY - timedelta(days=1)
    assert card.text.next_contact == date(2026, 11, 23)


def test_the_card_is_written_by_keys(open_window: OpenWindow, context: Context, star: CustomerId) -> None:
    context.operator.shop.edit_customer(star, notes="第一行\n第二行")
    window = open_window(context)
    page = go_important(window)
    press(Qt.Key.Key_V)
    dialog = window.findChild(CardDialog)
    assert dialog.vip.hasFocus()
    press(Qt.Key.Key_Space)
    dialog.manager.setFocus()
    dialog.manager.insert("小陈")
    press(Qt.Key.Key_4, ALT)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    text = context.operator.important.card(star).text
    assert (text.vip, text.manager, text.contact_days) == (True, "小陈", 30)
    assert text.notes == "第一行\n第二行"
    assert text.next_contact == TODAY + timedelta(days=30)
    assert page.panel.fact("客户经理") == "小陈"
    press(Qt.Key.Key_Z)
    assert context.operator.important.card(star).text == CardText(notes="第一行\n第二行")


def test_escape_leaves_the_card_as_it_was(open_window: OpenWindow, context: Context, star: CustomerId) -> None:
    window = open_window(context)
    go_important(window)
    press(Qt.Key.Key_V)
    dialog = window.findChild(CardDialog)
    dialog.manager.setFocus()
    dialog.manager.insert("小陈")
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert context.operator.important.card(star).text == CardText()


def test_an_overdue_date_stays_unless_it_is_changed(
    open_window: OpenWindow, context: Context, star: CustomerId
) -> None:
    late = CardText(next_contact=TODAY - timedelta(days=3))
    context.operator.important.edit(star, late)
    window = open_window(context)
    go_important(window)
    press(Qt.Key.Key_V)
    dialog = window.findChild(CardDialog)
    assert dialog.next_contact.meant == "11-16 周一，已经过去了，请选今天或以后"
    dialog.next_contact.line.setText("2026-11-01")
    dialog.save()
    assert dialog.isVisible()
    dialog.next_contact.show_day(late.next_contact)
    dialog.relation.setText("老客户")
    dialog.save()
    assert context.operator.important.card(star).text == CardText(relation="老客户", next_contact=late.next_contact)


def test_due_contacts_come_by_themselves(
    open_window: OpenWindow, context: Context, star: CustomerId, clock: SetClock
) -> None:
    context.operator.important.edit(star, CardText(next_contact=TODAY + timedelta(days=2)))
    window = open_window(context)
    badge = window._rail._buttons["followup"]
    assert badge.accessibleName() == "回访"
    clock.advance(days=2)
    window._tick()
    assert badge.accessibleName() == "回访，1"
    assert "重要客户要联系 1 位" in window.pages.followup.visits._controller.week_parts()
    assert titles(go_important(window)) == [("今天要联系", 1, "text")]


def test_a_list_left_open_overnight_shows_what_fell_due(
    open_window: OpenWindow, context: Context, star: CustomerId, clock: SetClock
) -> None:
    context.operator.important.edit(star, CardText(next_contact=TODAY + timedelta(days=1)))
    window = open_window(context)
    page = go_important(window)
    assert titles(page) == [("以后", 1, "text")]
    clock.advance(days=1)
    window._tick()
    assert titles(page) == [("今天要联系", 1, "text")]
    clock.advance(days=1)
    window._tick()
    assert titles(page) == [("已逾期", 1, "danger_text")]


def test_enter_opens_the_ticket_that_waits_and_o_the_page(
    open_window: OpenWindow, context: Context, star: CustomerId, pages: OpenedPages
) -> None:
    window = open_window(context)
    page = go_important(window)
    press(Qt.Key.Key_O)
    assert pages.addresses == ["https://weibo.com/u/2002"]
    press(Qt.Key.Key_Return)
    assert window.page == "inbox"
    assert page.chosen is not None
    assert window.pages.inbox.session.current_ticket == page.chosen.ticket_id


def test_the_card_stands_beside_the_conversation_and_v_writes_it(
    open_window: OpenWindow, context: Context, star: CustomerId
) -> None:
    context.operator.important.edit(star, CardText(role="媒体", manager="小陈", next_contact=TODAY - timedelta(days=3)))
    window = open_window(context)
    (row,) = context.operator.important.listed()
    assert row.ticket_id is not None
    window.show_ticket(row.ticket_id)
    panel = window.pages.inbox.session.panel
    assert not panel._vip.isHidden()
    assert panel.card.words.splitlines() == ["重要客户：角色是媒体", "客户经理 小陈", "下次联系 逾期 3 天"]
    press(Qt.Key.Key_H, ALT)
    contact = window.findChild(ContactDialog)
    contact.note.insert("电话里道歉了")
    press(Qt.Key.Key_Return)
    assert "今天联系过：电话里道歉了" in panel.card.words
    panel.card._pencil.click()
    dialog = window.findChild(CardDialog)
    assert dialog.isVisible()
    dialog.vip.setChecked(True)
    press(Qt.Key.Key_Return, CONTROL)
    assert panel.card.words.startswith("VIP：在 VIP 名单上")


def test_an_ordinary_customer_has_a_pencil_and_no_mark(
    open_window: OpenWindow, context: Context, customers: Customers
) -> None:
    _, ticket = arrive(context, customers, "1001", 200)
    window = open_window(context)
    window.show_ticket(ticket)
    panel = window.pages.inbox.session.panel
    assert panel._vip.isHidden()
    assert panel.card.words == ""
    assert not panel.card._pencil.isHidden()
    assert panel.card.contact_button.isHidden()


def test_the_board_marks_important_customers_in_words_too(context: Context, star: CustomerId) -> None:
    inbox, now = context.operator.inbox, context.operator.desk.now()
    by_name = {card.nickname: card for card in inbox.cards(inbox.pane(State.NEW))}
    assert importance_chip(by_name["客户1001"]) is None
    chip = importance_chip(by_name["客户2002"])
    assert chip is not None
    assert chip.parts == ("重要",)
    assert "重要客户" in spoken(by_name["客户2002"], now, 3)
    assert "重要" not in spoken(by_name["客户1001"], now, 3)
    context.operator.important.edit(star, CardText(vip=True))
    (card,) = inbox.cards((by_name["客户2002"].id,))
    assert card.importance is Importance.VIP


@pytest.mark.parametrize("size", [(1280, 641), (1366, 689)])
def test_both_dialogs_fit_into_the_smallest_window(
    open_window: OpenWindow, context: Context, star: CustomerId, size: tuple[int, int]
) -> None:
    window = open_window(context)
    window.resize(*size)
    for dialog in (window.dialogs.card, window.dialogs.contact):
        dialog.open_for(star)
        bottom = dialog.accept_button.mapTo(window, QPoint(0, dialog.accept_button.height())).y()
        assert bottom < size[1]
        dialog.dismiss()


def test_a_relation_is_chosen_on_the_card_shown_filtered_by_and_undone(
    open_window: OpenWindow, context: Context, star: CustomerId
) -> None:
    window = open_window(context)
    page = go_important(window)
    press(Qt.Key.Key_V)
    dialog = window.findChild(CardDialog)
    assert dialog.level.itemText(0) == "按来往：新客户"
    dialog.level.setCurrentText("拥护者")
    QTest.keyClick(dialog.manager, Qt.Key.Key_Return)
    assert context.operator.important.card(star).text.level is Relation.SUPPORTER
    assert page.panel.relation.accessibleName() == "拥护者"
    assert page.panel.relation.toolTip().startswith("手工设的；来过 1 天")
    assert page.chosen is not None
    assert "拥护者" in spoken_contact(page.chosen, context.operator.desk.now())
    press(Qt.Key.Key_Space)
    assert page.level.text() == "只看拥护者"
    assert page.chosen is not None
    press(Qt.Key.Key_Space)
    assert page.level.text() == "只看忠实客户"
    assert page.empty.isVisible()
    assert "重要客户里没有忠实客户" in page.empty.accessibleName()
    for _ in range(3):
        press(Qt.Key.Key_Space)
    assert page.level.text() == "全部关系"
    assert page.list.isVisible()
    press(Qt.Key.Key_Z)
    assert context.operator.important.card(star).standing.level is Relation.NEW
    assert page.panel.relation.accessibleName() == "新客户"


@pytest.mark.parametrize("width", [672, 926])
def test_the_role_has_room_under_the_name(theme: Theme, width: int) -> None:
    _, person, why, _, last = column_spans(theme, CONTACT_COLUMNS, QRectF(0, 0, width, CARD))
    room = person.width() - theme.px(AVATAR) - theme.px(12)
    assert parts_width(theme, ("新客户", "2.9万 粉丝", "合作伙伴"), theme.font("meta")) <= room
    assert text_width(theme.font("secondary"), "在 VIP 名单上") <= why.width()
    assert text_width(theme.font("secondary"), "还没有联系过") <= last.width()
