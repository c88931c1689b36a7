"""收下的好评 in the window: who said what, permission, thanks, copying, the way to the ticket; kept after a restart."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, OpenDesk, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import group_titles, press
from tests.ui.window_fixture import OpenWindow
from ui.followup.praise_page import PraisePage
from ui.followup.praise_words import ONLY_ASKING, ONLY_THANKS, THANKS
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.praise import Permission
from weibo_operator.domain.praise import Testimonial as Kept
from weibo_operator.domain.reply import AfterSend

KEYS = Qt.KeyboardModifier
Praise = Callable[..., TicketId]


@pytest.fixture
def praise(context: Context, customers: Customers, clock: SetClock) -> Praise:
    """Keeps what a customer said; with ``answered`` they are written to an hour later."""

    def keep(uid: str, said: str, permission: Permission = Permission.NOT_ASKED, answered: str = "") -> TicketId:
        operator = context.operator
        message = customers.message(said, uid=uid, nickname=f"客户{uid}", followers=1200)
        ticket = operator.intake.capture(message).value
        assert ticket is not None
        operator.aftercare.keep_praise(ticket, said, permission)
        clock.advance(hours=1)
        if answered:
            after = AfterSend(State.CLOSED, None)
            copied = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=answered, after=after)
            operator.replies.confirm(copied.id)
        return ticket

    return keep


@pytest.fixture
def page(context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]) -> PraisePage:
    page = PraisePage(context)
    qtbot.addWidget(page)
    page.resize(1120 - 65, 600)
    show_active(page)
    return page


def titles(page: PraisePage) -> list[tuple[str, int]]:
    return group_titles(page._rows)


def kept(context: Context, ticket: TicketId) -> Kept:
    found = context.operator.aftercare.testimonial(ticket)
    assert found is not None
    return found


def show(page: PraisePage) -> None:
    page.refresh()
    page.list.setFocus()


def test_an_empty_list_says_how_praise_comes_here(page: PraisePage) -> None:
    assert page.empty.isVisible()
    assert "还没有收下过好评" in page.empty.accessibleName()
    assert page.panel.isHidden()
    assert not page.head.counts


def test_praise_stands_by_what_is_known_of_the_permission(page: PraisePage, praise: Praise) -> None:
    praise("1", "太好用了", answered=THANKS)
    praise("2", "推荐给大家")
    praise("3", "客服很耐心", Permission.GIVEN, answered="谢谢您")
    praise("4", "还不错", Permission.REFUSED)
    show(page)
    assert titles(page) == [
        ("问过能不能引用，等客户回话", 1),
        ("还没问能不能引用", 1),
        ("可以引用", 1),
        ("客户不同意引用", 1),
    ]
    assert page.head.counts == ("收下 4 条", "可以引用 1 条", "等客户回话 1 条", "还没道谢 2 条")
    assert page.panel.words == "太好用了"
    assert page.panel.told == ("今天 14:10 收下；今天 15:10 道过谢；今天 15:10 问过能不能引用；还没记下 TA 的答复")
    spoken = page._rows.data(page._rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "客户1，太好用了，等客户回话，今天问过，今天道过谢"


@pytest.mark.parametrize(
    ("key", "permission"),
    [(Qt.Key.Key_2, Permission.GIVEN), (Qt.Key.Key_3, Permission.REFUSED)],
)
def test_a_digit_records_what_the_customer_said_and_undo_takes_it_back(
    page: PraisePage, praise: Praise, context: Context, key: Qt.Key, permission: Permission
) -> None:
    ticket = praise("1", "太好用了")
    show(page)
    QTest.keyClick(page.list, key)
    assert kept(context, ticket).permission is permission
    assert page.chosen is not None
    assert page.chosen.permission is permission
    context.news.tell(context.operator.history.undo().changes)
    assert kept(context, ticket).permission is Permission.NOT_ASKED
    page.panel.choices.buttons[1].click()
    assert kept(context, ticket).permission is Permission.GIVEN


@pytest.mark.parametrize(
    ("permission", "answered", "words"),
    [
        (Permission.NOT_ASKED, "", THANKS),
        (Permission.GIVEN, "", ONLY_THANKS),
        (Permission.NOT_ASKED, "谢谢您的认可", ONLY_ASKING),
    ],
)
def test_r_writes_what_has_not_been_said_yet(
    page: PraisePage, praise: Praise, qtbot: QtBot, permission: Permission, answered: str, words: str
) -> None:
    ticket = praise("1", "太好用了", permission, answered)
    show(page)
    with qtbot.waitSignal(page.thanked) as thanked:
        QTest.keyClick(page.list, Qt.Key.Key_R)
    assert thanked.args == [ticket, words]


def test_where_all_is_said_r_opens_the_ticket_to_answer(page: PraisePage, praise: Praise, qtbot: QtBot) -> None:
    ticket = praise("1", "太好用了", Permission.GIVEN, "谢谢您的认可")
    show(page)
    assert page.panel.reply_button.text() == "回复"
    with qtbot.waitSignal(page.reply_requested) as asked:
        page.panel.reply_button.click()
    assert asked.args == [ticket]


def test_copying_warns_where_the_customer_has_not_agreed(
    page: PraisePage, praise: Praise, context: Context, qtbot: QtBot
) -> None:
    praise("1", "太好用了，\n强烈推荐")
    show(page)
    with qtbot.waitSignal(context.news.notice) as told:
        QTest.keyClick(page.list, Qt.Key.Key_C, KEYS.ControlModifier)
    assert context.desktop.clipboard_text() == "太好用了，\n强烈推荐"
    assert told.args == ["已复制 @客户1 的原话。还没征得同意，不要拿去宣传"]
    QTest.keyClick(page.list, Qt.Key.Key_2)
    with qtbot.waitSignal(context.news.notice) as told:
        page.panel.copy_button.click()
    assert told.args == ["已复制 @客户1 的原话"]


def test_the_ticket_the_card_and_the_page_are_a_key_away(
    page: PraisePage, praise: Praise, context: Context, qtbot: QtBot, pages: OpenedPages
) -> None:
    ticket = praise("1", "太好用了")
    show(page)
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened.args == [ticket]
    with qtbot.waitSignal(page.card_requested) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_V)
    assert asked.args == [context.operator.inbox.view(ticket).customer.id]
    with qtbot.waitSignal(page.edit_requested) as changed:
        page.panel.edit_button.click()
    assert changed.args == [ticket]
    with qtbot.waitSignal(page.list_wanted) as wanted:
        page.seg.selected.emit("promises")
    assert wanted.args == ["promises"]
    assert page.seg.current == "praise"


def test_del_takes_one_off_and_undo_brings_it_back(page: PraisePage, praise: Praise, context: Context) -> None:
    praise("1", "太好用了")
    show(page)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert context.operator.aftercare.testimonials() == ()
    assert page.empty.isVisible()
    context.news.tell(context.operator.history.undo().changes)
    assert page.chosen is not None


def test_all_of_it_is_there_after_a_restart(
    page: PraisePage, praise: Praise, context: Context, open_desk: OpenDesk
) -> None:
    ticket = praise("1", "太好用了", answered=THANKS)
    show(page)
    QTest.keyClick(page.list, Qt.Key.Key_2)
    (found,) = open_desk().aftercare.testimonials()
    assert found == kept(context, ticket)
    assert (found.permission, found.thanked, found.asked_at) == (Permission.GIVEN, True, context.operator.desk.now())


def test_two_keys_lead_to_the_list_thanks_go_to_the_reply_and_the_dialog_changes_it(
    open_window: OpenWindow, praise: Praise, context: Context
) -> None:
    ticket = praise("1", "太好用了")
    window = open_window(context)
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_H)
    page = window.pages.followup.praise
    assert page.isVisible()
    assert page.list.hasFocus()
    press(Qt.Key.Key_2)
    assert kept(context, ticket).permission is Permission.GIVEN
    press(Qt.Key.Key_H, KEYS.ShiftModifier)
    assert window.after.praise.isVisible()
    press(Qt.Key.Key_1, KEYS.AltModifier)
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert kept(context, ticket).permission is Permission.NOT_ASKED
    press(Qt.Key.Key_R)
    assert window.page == "inbox"
    assert window.pages.inbox.session.current_ticket == ticket
    assert window.pages.inbox.session.composer.editor.text.startswith(THANKS)
    window.run("page_praise")
    assert page.isVisible()


def test_f4_asks_the_person_in_charge_and_so_does_a_remedy_above_the_limit(
    open_window: OpenWindow, praise: Praise, context: Context
) -> None:
    ticket = praise("1", "杯子坏了，想退")
    window = open_window(context)
    window.show_ticket(ticket)
    form = window.dialogs.handoff
    press(Qt.Key.Key_F4)
    assert form.isVisible()
    assert form.fields.consent
    assert form.fields.people.isVisible()
    assert "请求确认" in form.submit_button.text()
    press(Qt.Key.Key_Escape)
    assert form.isHidden()
    press(Qt.Key.Key_F3)
    window.after.remedy.amount.setText("500")
    window.after.remedy.note.setText("两次没修好")
    press(Qt.Key.Key_9, KEYS.AltModifier)
    assert form.isVisible()
    assert form.fields.consent
    assert form.fields.description.toPlainText().startswith("请示：退款 500 元，两次没修好。")
