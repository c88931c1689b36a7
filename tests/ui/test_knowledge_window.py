"""Knowledge cards and orders in the whole window, by keys: found, written, checked, imported, put into a reply."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import press
from tests.ui.walk.checks import cut, look_at, overlaps
from tests.ui.window_fixture import OpenWindow
from ui.shell.window import MainWindow
from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.theme import Theme
from ui.templates.knowledge_page import KnowledgePage
from ui.templates.list_report import LeftOutDialog
from ui.templates.model import STALE
from weibo_operator.domain.facets import Facet, FacetLine
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.labels import Audience, Source

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
EDIT = CardEdit(CardKind.FAQ, "橙子怎么存放", "放在阴凉处，五天内吃完。", words=("保鲜",))
ORDERS = "订单号,客户昵称,商品,状态\n690012343307,客户1001,橙汁机,待收货\n690012343308,别人,玻璃杯,已发货\n"


@pytest.fixture
def window(context: Context, customers: Customers, open_window: OpenWindow) -> MainWindow:
    context.operator.intake.capture(customers.message("订单尾号 3307 的橙子怎么存放", source=Source.PRIVATE))
    return open_window(context)


def knowledge(window: MainWindow) -> KnowledgePage:
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_Z)
    assert window.page == "knowledge"
    return window.pages.knowledge


def titles(page: KnowledgePage) -> list[str]:
    return [card.title for card in page.view.rows.rows]


def read_orders(window: MainWindow, folder: Path, qtbot: QtBot, words: str = ORDERS) -> None:
    path = folder / "订单.csv"
    path.write_text(words, encoding="utf-8")
    with qtbot.waitSignal(window.library.orders.reading.finished):
        window.library.orders.read_file(path)


def test_nothing_is_written_by_looking(window: MainWindow, context: Context):
    before = context.operator.history.last()
    page = knowledge(window)
    for _ in range(3):
        press(Qt.Key.Key_J)
    press(Qt.Key.Key_K)
    assert page.session.key == page.view.rows.rows[2].id
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_I)
    assert context.operator.history.last() == before


def test_the_two_libraries_are_one_click_apart(window: MainWindow):
    page = knowledge(window)
    page.view.seg.selected.emit("templates")
    assert window.page == "templates"
    window.pages.templates.view.seg.selected.emit("knowledge")
    assert window.page == "knowledge"
    assert page.view.seg.current == "knowledge"


def test_a_card_is_written_saved_by_itself_checked_and_taken_back(window: MainWindow, context: Context, qtbot: QtBot):
    page = knowledge(window)
    window.run("knowledge_new")
    form = page.view.form
    assert form.title.hasFocus()
    qtbot.keyClicks(form.title, "chengzi")
    form.text.insert("放在阴凉处。")
    with qtbot.waitSignal(page.session.saved):
        qtbot.keyClicks(form.words, "bx")
    (card,) = context.operator.knowledge.find("chengzi")
    assert (card.text, card.words, card.code) == ("放在阴凉处。", ("bx",), "chengzi")
    assert form.state == ("还没核对过",)
    press(Qt.Key.Key_E, ALT)
    assert form.state == ("今天核对过",)
    context.operator.history.undo()
    assert context.operator.knowledge.get(card.id).checked_at is None
    context.operator.history.undo()
    assert context.operator.knowledge.find("chengzi") == ()


def test_a_comparison_without_a_source_is_not_stored_and_says_why(window: MainWindow, context: Context, qtbot: QtBot):
    context.operator.knowledge.save(EDIT)
    page = knowledge(window)
    page.open_record(context.operator.knowledge.find("橙子怎么存放")[0].id)
    with qtbot.waitSignal(page.session.refused) as refused:
        page.view.form.kind.setCurrentText("对比")
    assert "来源" in refused.args[0]
    assert context.operator.knowledge.find("橙子怎么存放")[0].kind is CardKind.FAQ
    with qtbot.waitSignal(context.news.notice) as told:
        window.show_page("inbox")
    assert "没有保存" in told.args[0]


def test_stale_cards_are_listed_the_longest_ago_first(window: MainWindow, context: Context, clock: SetClock):
    page = knowledge(window)
    for card in context.operator.knowledge.all():
        context.operator.knowledge.mark_checked(card.id)
    clock.advance(days=50)
    later = context.operator.knowledge.all()[0]
    context.operator.knowledge.mark_checked(later.id)
    clock.advance(days=41)
    never = context.operator.knowledge.save(EDIT)
    context.news.tell(never.changes)
    page.view.shelves.choose_row(5)
    listed = titles(page)
    assert listed[0] == EDIT.title
    assert later.title not in listed
    assert len(listed) == 12
    assert page.view.shelf_rows.rows[5] == (STALE, 12)


def test_search_takes_initials_still_being_composed(window: MainWindow, context: Context):
    context.operator.knowledge.save(EDIT)
    page = knowledge(window)
    page.view.search.setText("c'z'zm")
    assert titles(page) == [EDIT.title]
    page.view.search.setText("没有这样的")
    assert titles(page) == []
    window.run("back")
    assert len(titles(page)) == 13


def test_lines_that_were_left_out_are_shown_with_their_reasons(window: MainWindow, context: Context, tmp_path: Path):
    page = knowledge(window)
    path = tmp_path / "知识.csv"
    path.write_text("标题,内容,类型\n橙子怎么存放,放阴凉处。,\n,没有标题的,\n比一比,更重。,对比\n", encoding="utf-8")
    page.import_file(path)
    dialog = window.findChild(LeftOutDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.list.toPlainText().splitlines() == [
        "第 3 行“没有标题的”：没有标题",
        "第 4 行“比一比”：对比要写明来源",
    ]
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert "橙子怎么存放" in titles(page)
    page.export_file(tmp_path / "出.csv")
    assert "橙子怎么存放,放阴凉处。" in (tmp_path / "出.csv").read_text(encoding="utf-8-sig")


def open_reply(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_N)
    session = window.pages.inbox.session
    qtbot.waitUntil(lambda: session._controller.proofing.is_ready, timeout=20_000)
    session.focus_editor()


def test_a_card_is_found_seen_and_put_into_the_reply(window: MainWindow, context: Context, qtbot: QtBot):
    card = context.operator.knowledge.save(EDIT).value
    open_reply(window, qtbot)
    session = window.pages.inbox.session
    press(Qt.Key.Key_Slash)
    picker = session.picker
    assert picker.isVisible()
    # What fits stands first, before anything is typed.
    assert picker.current is not None
    assert picker.current.title == EDIT.title
    assert picker._rows.title(0).startswith("建议")
    picker.field.setText("czzm")
    assert picker._hint.text() == "还没核对过，发之前先确认还对不对"
    press(Qt.Key.Key_Return)
    assert session.composer.editor.text == EDIT.text
    assert session._controller.audience is Audience.PRIVATE
    press(Qt.Key.Key_Return, CONTROL)
    if not session.is_confirming:
        press(Qt.Key.Key_Return, CONTROL)
    assert session.is_confirming
    press(Qt.Key.Key_1)
    assert context.operator.knowledge.get(card).uses == 1


def test_arrows_pass_over_titles_and_digits_count_only_what_can_be_chosen(window: MainWindow, qtbot: QtBot):
    open_reply(window, qtbot)
    press(Qt.Key.Key_T, CONTROL)
    picker = window.pages.inbox.session.picker
    records = picker._rows.records
    assert 0 not in records
    for _ in range(len(records)):
        assert picker.current is not None
        press(Qt.Key.Key_Down)
    assert picker._current.row == records[0]
    press(Qt.Key.Key_Up)
    assert picker._current.row == records[-1]
    chosen = picker._rows.usable(records[1])
    with qtbot.waitSignal(picker.picked) as picked:
        press(Qt.Key.Key_2)
    assert picked.args[0] == chosen


def test_an_order_named_by_the_customer_stands_beside_the_conversation(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, pages: OpenedPages
):
    open_reply(window, qtbot)
    section = window.pages.inbox.session.panel.orders
    assert not section.isVisibleTo(window)
    read_orders(window, tmp_path, qtbot)
    assert section.words == "订单尾号 3307（待收货）"
    assert section.details == ""
    section.details_button.click()
    assert "订单号：690012343307" in section.details
    section.look_up_button.click()
    sheet = window.library.orders
    assert sheet.isVisible()
    assert sheet.table.item(0, 0).text() == "690012343307"
    assert pages.addresses == []


def test_orders_are_looked_up_by_keys_and_cleared_at_the_second_press(
    window: MainWindow, context: Context, tmp_path: Path, qtbot: QtBot
):
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_D)
    sheet = window.library.orders
    assert sheet.isVisible()
    assert not sheet.clear_button.isVisible()
    read_orders(window, tmp_path, qtbot)
    QTest.keyClicks(sheet.field, "3308")
    assert sheet.table.rowCount() == 1
    assert sheet.table.item(0, 2).text() == "玻璃杯"
    sheet.clear_button.click()
    assert context.operator.orders.here().count == 2
    sheet.clear_button.click()
    assert context.operator.orders.here().count == 0
    assert sheet.table.isHidden()


def test_orders_are_read_in_while_the_window_goes_on(
    window: MainWindow, context: Context, tmp_path: Path, qtbot: QtBot
):
    read_orders(window, tmp_path, qtbot)
    sheet = window.library.orders
    sheet.open_list()
    path = tmp_path / "更多.csv"
    path.write_text("订单号,状态\n" + "".join(f"77{n:08d},已发货\n" for n in range(200)), encoding="utf-8")
    told: list[str] = []
    context.news.notice.connect(told.append)
    with qtbot.waitSignal(sheet.reading.finished):
        sheet.read_file(path)
        assert context.operator.orders.here().count == 2
        assert sheet.here == "更多.csv：正在读"
        assert sheet.stop_button.isVisible()
        assert not sheet.clear_button.isVisible()
        assert not sheet.read_button.isEnabled()
        QTest.keyClicks(sheet.field, "3308")
        assert sheet.table.item(0, 2).text() == "玻璃杯"
        sheet.reading.progressed.emit(50, 200)
        assert sheet.here == "更多.csv：已读进 50 / 200 笔"
    assert told == ["更多.csv：200 笔新的"]
    assert sheet.here.startswith("共 202 笔")
    assert not sheet.stop_button.isVisible()
    assert sheet.read_button.isEnabled()


def test_reading_orders_can_be_stopped_and_what_came_in_stays(
    window: MainWindow, context: Context, tmp_path: Path, qtbot: QtBot
):
    sheet = window.library.orders
    sheet.open_list()
    path = tmp_path / "订单.csv"
    path.write_text("订单号\n" + "".join(f"77{n:08d}\n" for n in range(5_000)), encoding="utf-8")
    told: list[str] = []
    context.news.notice.connect(told.append)
    with qtbot.waitSignal(sheet.reading.finished) as done:
        with qtbot.waitSignal(sheet.reading.progressed, check_params_cb=lambda _, total: total > 0):
            sheet.read_file(path)
        sheet.stop_button.click()
        assert sheet.here == "正在停下，已经进来的会留着……"
    assert done.args is not None
    report = done.args[1]
    assert report.cancelled
    assert 0 < report.new == context.operator.orders.here().count < 5_000
    assert told == [f"订单.csv：停下了，{report.new} 笔新的。其余的没有动，再导入一次就补齐。"]


def test_lines_left_out_wait_until_the_orders_are_looked_at_again(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    read_orders(window, tmp_path, qtbot, ORDERS + ",没有号码的,杯子,\n")
    assert not [each for each in window.findChildren(LeftOutDialog) if each.isVisible()]
    window.library.orders.open_list()
    (dialog,) = window.findChildren(LeftOutDialog)
    assert dialog.isVisible()
    dialog.dismiss()
    window.library.orders.open_list()
    assert not dialog.isVisible()


def test_a_file_that_is_no_list_of_orders_is_said(window: MainWindow, context: Context, qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "别的.csv"
    path.write_text("姓名,地址\n小李,某地\n", encoding="utf-8")
    with qtbot.waitSignal(context.news.notice) as told:
        window.library.orders.read_file(path)
    assert "没有“订单号”一列" in told.args[0]


def test_the_export_is_a_command_and_offers_every_kind(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    asked: list[str] = []

    def place(_parent: QWidget, _title: str, _offered: Path, kinds: str) -> Path:
        asked.append(kinds)
        return tmp_path / "知识.html"

    monkeypatch.setattr(file_dialogs, "choose_place", place)
    command = window.findChild(QAction, "knowledge_export")
    assert isinstance(command, QAction)
    command.trigger()
    assert (tmp_path / "知识.html").read_text("utf-8").count("<article>") == len(context.operator.knowledge.all())
    assert all(ending in asked[0] for ending in ("*.csv", "*.html", "*.md", "*.txt"))


def test_a_comparison_is_filled_in_and_what_is_asked_goes_first_into_the_reply(
    window: MainWindow, context: Context, customers: Customers, qtbot: QtBot
):
    page = knowledge(window)
    window.run("knowledge_new")
    form = page.view.form
    assert form.facets.isHidden()
    form.kind.setCurrentText("产品")
    assert form.facets.field(Facet.PRICE, "我们").isVisible()
    assert not form.facets.field(Facet.PRICE, "别家").isVisible()
    form.kind.setCurrentText("对比")
    qtbot.keyClicks(form.title, "bijiao")
    form.text.insert("都是五升。")
    for facet, ours, theirs in ((Facet.QUALITY, "steel", "tin"), (Facet.PRICE, "299", "259")):
        qtbot.keyClicks(form.facets.field(facet, "我们"), ours)
        qtbot.keyClicks(form.facets.field(facet, "别家"), theirs)
    with qtbot.waitSignal(page.session.refused) as refused:
        qtbot.keyClicks(form.facets.field(Facet.QUALITY, "来源"), "book")
    assert "来源" in refused.args[0]
    with qtbot.waitSignal(page.session.saved):
        qtbot.keyClicks(form.facets.field(Facet.PRICE, "来源"), "shop")
    (card,) = context.operator.knowledge.find("bijiao")
    assert [(line.facet, line.source) for line in card.facets] == [(Facet.QUALITY, "book"), (Facet.PRICE, "shop")]
    page.open_record(card.id)
    assert form.facets.lines == card.facets
    window.show_page("inbox")
    ticket = context.operator.intake.capture(customers.message("这个多少钱，比别家贵吗", uid="2002")).value
    assert ticket is not None
    session = window.pages.inbox.session
    window.show_ticket(ticket)
    qtbot.waitUntil(lambda: session._controller.proofing.is_ready, timeout=20_000)
    session.focus_editor()
    window.run("templates")
    qtbot.keyClicks(session.picker.field, "bijiao")
    assert session.picker.current == card
    assert session.picker._preview.accessibleName().startswith("价格：我们299，别家259（来源：shop）")
    press(Qt.Key.Key_Return)
    assert session.composer.editor.text.splitlines() == [
        "价格：我们299，别家259（来源：shop）",
        "都是五升。",
        "质量：我们steel，别家tin（来源：book）",
    ]


def settle(window: MainWindow) -> None:
    for _ in range(3):
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Timer):
            QCoreApplication.sendPostedEvents(None, kind)
    window.ensurePolished()


@pytest.mark.parametrize("size", [(1120, 600), (1366, 689)])
def test_the_table_of_a_comparison_is_whole_in_a_low_window_and_huge_letters(
    window: MainWindow, context: Context, theme: Theme, size: tuple[int, int]
):
    lines = tuple(FacetLine(facet, "我们这样", "别家那样", "两家官网") for facet in Facet)
    card = context.operator.knowledge.save(CardEdit(CardKind.COMPARISON, "比一比", "都是五升。", facets=lines)).value
    theme.set_scale("huge")
    window.resize(*size)
    page = knowledge(window)
    page.open_record(card)
    settle(window)
    screen = look_at(page)
    assert [*cut(screen), *overlaps(screen)] == []
    for facet in Facet:
        field = page.view.form.facets.field(facet, "来源")
        assert field.height() >= field.sizeHint().height()
