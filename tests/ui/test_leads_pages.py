"""Saved searches and leads in the whole window, by keys: from a search to a hit, to a lead, to the first words."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.conftest import Customers, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.leads.leads_page import LeadsPage
from ui.leads.searches_page import SearchesPage
from ui.leads.words import words_line
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.widgets.form_dialog import FormDialog
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.lead import LeadState
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.saved_search import SearchWords

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = SearchWords((), ("求推荐", "哪个好"))
TEXTS = ("想换个电饭锅，求推荐", "橙果和别家哪个好", "快递三天没动了，投诉")


@pytest.fixture
def window(context: Context, customers: Customers, open_window: OpenWindow) -> MainWindow:
    """A desk with two people who ask what to buy, and a complaint."""
    for number, text in enumerate(TEXTS):
        context.operator.intake.capture(customers.message(text, uid=f"20{number}"))
    return open_window(context)


def go(second: Qt.Key) -> None:
    press(Qt.Key.Key_G)
    press(second)


def searches(window: MainWindow) -> SearchesPage:
    go(Qt.Key.Key_S)
    page = window.pages.leads.searches
    assert page.isVisible()
    return page


def leads(window: MainWindow) -> LeadsPage:
    go(Qt.Key.Key_L)
    page = window.pages.leads.leads
    assert page.isVisible()
    return page


def test_a_search_is_written_saved_and_shown_by_keys(window: MainWindow, context: Context) -> None:
    page = searches(window)
    assert page.empty.isVisible()
    window.run("search_new")
    dialog = window.leads.search_dialog
    assert dialog.isVisible()
    press(Qt.Key.Key_2, ALT)
    assert "求推荐" in dialog.any_of.text()
    press(Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    assert page.search is not None
    assert page.search.unseen == 2
    assert page.searches.hasFocus()
    assert window._rail._buttons["leads"].accessibleName() == "线索，2"
    press(Qt.Key.Key_Z)
    assert context.operator.searches.listed() == ()


def test_a_new_search_is_begun_on_every_page(window: MainWindow) -> None:
    begun: dict[str, bool] = {}
    for page in window.pages.keys:
        window.show_page(page)
        window.run("search_new")
        begun[page] = window.leads.search_dialog.isVisible()
        window.leads.search_dialog.dismiss()
    assert [page for page, done in begun.items() if not done] == []


def test_a_search_without_words_is_refused_in_the_dialog(window: MainWindow, context: Context) -> None:
    window.run("search_new")
    dialog = window.leads.search_dialog
    dialog.all_of.clear()
    press(Qt.Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    assert dialog.message == "“要找的词”还没有填。"
    assert context.operator.searches.listed() == ()


def test_hits_are_looked_at_and_become_leads(window: MainWindow, context: Context) -> None:
    context.operator.searches.save("买什么", WORDS)
    page = searches(window)
    press(Qt.Key.Key_Right)
    assert page.hit is not None
    first = page.hit
    press(Qt.Key.Key_L, SHIFT)
    (lead,) = context.operator.leads.listed()
    assert (lead.customer, lead.found_by) == (first.customer, "买什么")
    assert page.hit.lead == lead.id
    press(Qt.Key.Key_E)
    assert page.hit is not None
    assert page.hit.message != first.message
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_E)
    assert page.search is not None
    assert page.search.unseen == 0
    assert page.nothing.isVisible()
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_Z)
    assert page.search.unseen == 2


def test_what_comes_in_is_counted_while_the_page_is_open(
    window: MainWindow, context: Context, customers: Customers
) -> None:
    context.operator.searches.save("买什么", WORDS)
    page = searches(window)
    context.news.tell(context.operator.intake.capture(customers.message("锅求推荐", uid="9")).changes)
    assert page.search is not None
    assert page.search.unseen == 3


def test_each_press_searches_the_site_for_the_next_word(
    window: MainWindow, context: Context, pages: OpenedPages
) -> None:
    context.operator.searches.save("买什么", WORDS)
    searches(window)
    for _ in range(3):
        press(Qt.Key.Key_O)
    one, two, three = pages.addresses
    assert one == three
    assert one != two
    assert all(address.startswith("https://s.weibo.com/weibo?q=") for address in (one, two))


def test_enter_goes_to_the_hits_and_then_to_the_ticket(window: MainWindow, context: Context) -> None:
    context.operator.searches.save("买什么", WORDS)
    page = searches(window)
    press(Qt.Key.Key_Return)
    assert page.hit is not None
    ticket = page.hit.ticket
    press(Qt.Key.Key_Return)
    assert window.page == "inbox"
    assert window.pages.inbox.session.current_ticket == ticket


def test_a_search_is_renamed_and_deleted_with_undo(window: MainWindow, context: Context) -> None:
    context.operator.searches.save("买什么", WORDS)
    page = searches(window)
    press(Qt.Key.Key_E, SHIFT)
    dialog = window.leads.search_dialog
    assert dialog.any_of.text() == "求推荐 哪个好"
    dialog.name.setText("想买的人")
    press(Qt.Key.Key_Return, CONTROL)
    assert page.search is not None
    assert page.search.name == "想买的人"
    page.delete_button.click()
    assert page.empty.isVisible()
    window.run("undo")
    window.run("undo")
    assert page.search.name == "买什么"


def test_a_customer_of_the_inbox_becomes_a_lead(window: MainWindow, context: Context) -> None:
    window.show_page("inbox")
    press(Qt.Key.Key_L, SHIFT)
    (lead,) = context.operator.leads.listed()
    assert lead.customer == context.operator.inbox.view(window.commands.current).customer.id  # pyright: ignore[reportArgumentType]
    press(Qt.Key.Key_L, SHIFT)
    assert len(context.operator.leads.listed()) == 1


def make_lead(context: Context) -> None:
    found = context.operator.searches.save("买什么", WORDS).value
    hit, *_ = context.operator.searches.hits(found)
    context.operator.leads.add(hit.customer, message=hit.message, found_by="买什么")


def test_digits_set_the_state_and_h_writes_the_story(window: MainWindow, context: Context) -> None:
    make_lead(context)
    page = leads(window)
    press(Qt.Key.Key_3)
    assert page.chosen is not None
    assert page.chosen.state is LeadState.INTERESTED
    press(Qt.Key.Key_H)
    dialog = window.leads.lead_dialog
    assert dialog.isVisible()
    dialog.note.insert("月底前定")
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Return)
    assert (page.chosen.note, page.chosen.next_contact) == ("月底前定", date(2026, 11, 22))
    assert "月底前定" in page.panel._said[0].text()
    press(Qt.Key.Key_0)
    assert page.chosen.state is LeadState.DROPPED
    press(Qt.Key.Key_Z)
    assert page.chosen.state is LeadState.INTERESTED


def test_r_writes_once_and_then_leaves_the_person_alone(window: MainWindow, context: Context, clock: SetClock) -> None:
    make_lead(context)
    leads(window)
    press(Qt.Key.Key_R)
    session = window.pages.inbox.session
    ticket = session.current_ticket
    assert window.page == "inbox"
    assert ticket is not None
    clock.advance(minutes=1)
    after = AfterSend(State.IN_PROGRESS)
    intent = context.operator.replies.copy(ticket, audience=Audience.PUBLIC, text="几口人用呢", after=after)
    context.news.tell(context.operator.replies.confirm(intent.id).changes)
    window.commands.to_board()
    page = leads(window)
    assert page.chosen is not None
    assert page.chosen.state is LeadState.TOUCHED
    assert page.panel.why_not == "今天联系过，还没有回音，7 天内先不再打扰"
    said: list[str] = []
    context.news.notice.connect(said.append)
    press(Qt.Key.Key_R)
    assert window.page == "leads"
    assert "先不再打扰" in said[-1]


def test_a_search_is_told_in_one_line() -> None:
    words = SearchWords(("橙果",), ("投诉", "退款"), ("抽奖",))
    assert words_line(words) == "橙果，有“投诉”或“退款”，没有“抽奖”"


@pytest.mark.parametrize("size", [(1120, 600), (1280, 641), (1366, 689)])
def test_dialogs_and_lists_fit_into_small_windows(window: MainWindow, context: Context, size: tuple[int, int]) -> None:
    make_lead(context)
    window.resize(*size)
    page = searches(window)
    assert page.new_button.width() >= page.new_button.sizeHint().width()
    assert page.web_button.width() >= page.web_button.sizeHint().width()
    found = leads(window).chosen
    assert found is not None
    window.leads.lead_dialog.open_for(found)
    assert_fits(window, window.leads.lead_dialog)
    window.leads.search_dialog.open_new()
    assert_fits(window, window.leads.search_dialog)


def assert_fits(window: MainWindow, dialog: FormDialog) -> None:
    """The button that accepts is in sight; the dialog is put away again."""
    button = dialog.accept_button
    assert button.mapTo(window, QPoint(0, button.height())).y() < window.height()
    dialog.dismiss()
