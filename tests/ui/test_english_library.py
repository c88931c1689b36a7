"""In English the forms and the reply show English labels; what is kept, matched or written to a file stays Chinese."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from ui.crowd.interview_words import minutes_name
from ui.reply.lines import advice_line
from ui.reply.rows import after_word
from ui.support.context import Context
from ui.templates.controller import TemplatesPage
from ui.templates.file_words import plan_lines, plan_words
from ui.templates.knowledge_page import KnowledgePage
from weibo_operator.domain.ids import InterviewId
from weibo_operator.domain.interview import Interview
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.promises import PromiseKind
from weibo_operator.domain.template import FORMAL, FRIENDLY
from weibo_operator.services.promise_words import promise_line
from weibo_operator.services.template_edit import TemplateEdit
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import VARIABLE

CARD = CardEdit(CardKind.PRODUCT, "橙汁机", "一次榨两杯。", words=("榨汁", "几杯"))
TEMPLATE = TemplateEdit("物流延迟", "物流", "wlyc", "both", FRIENDLY, 0, ("{客户}您好，正在查。",))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en")


def test_a_card_shows_its_kind_in_english_and_keeps_it(qtbot: QtBot, context: Context) -> None:
    page = KnowledgePage(context)
    qtbot.addWidget(page)
    form = page.view.form
    form.load(CARD)
    assert (form.kind.currentText(), form.words.text()) == ("Product", "榨汁, 几杯")
    assert form.edit() == CARD
    form.words.setText("榨汁，几杯、多大, 噪音")
    assert form.edit().words == ("榨汁", "几杯", "多大", "噪音")


def test_the_shelves_of_cards_speak_english_and_open_by_what_is_kept(qtbot: QtBot, context: Context) -> None:
    context.operator.knowledge.save(CARD)
    page = KnowledgePage(context)
    qtbot.addWidget(page)
    page.read_list()
    names = [page.view.shelf_rows.index(row, 0).data() for row in range(page.view.shelf_rows.rowCount())]
    assert "Product" in names
    page.view.shelves.choose_row(names.index("Product"))
    assert [card.title for card in page.view.rows.rows] == ["橙汁机"]


def test_a_template_shows_its_tone_in_english_and_keeps_it(qtbot: QtBot, context: Context) -> None:
    page = TemplatesPage(context)
    qtbot.addWidget(page)
    form = page.view.form
    form.load(TEMPLATE)
    assert form.tone.currentText() == "Friendly"
    assert form.edit() == TEMPLATE
    form.tone.setCurrentIndex(form.tone.findText("Formal"))
    assert form.edit().tone == FORMAL


def test_a_file_is_told_in_whole_english_sentences(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "话术.csv"
    path.write_text(
        "标题,分类,语气,适用,说法一\n缺货,售前,亲切,公开,马上补。\n空的,售前,正式,公开,\n", encoding="utf-8"
    )
    plan = context.operator.templates.plan_import(path)
    assert plan_words(plan) == "1 new, 1 row not readable"
    assert 'Row 3 "空的": ' in plan_lines(plan)
    assert 'Row 2 "缺货", 售前, Friendly' in plan_lines(plan)


def test_a_time_stands_apart_from_the_word_before_it() -> None:
    assert after_word("Comment", "Today 10:58") == "Comment today 10:58"
    assert after_word("评论于", "今天 10:58") == "评论于今天 10:58"


def test_advice_is_one_sentence_and_its_switch_another() -> None:
    line = advice_line(Audience.PUBLIC, ())
    assert (line.cause, line.action) == ("A public reply suits this customer", "Make it public")


def test_the_minutes_are_a_chinese_file_in_any_language() -> None:
    began = datetime(2026, 11, 19, 4, tzinfo=UTC)
    interview = Interview(InterviewId(1), "1", "", "王敏", began, began, None)
    assert minutes_name(interview) == "问答纪要_王敏_2026-11-19.xlsx"


def test_words_inside_a_sentence_begin_small_and_a_promise_says_what_before_when(
    context: Context, customers: Customers, clock: SetClock
) -> None:
    ticket = context.operator.intake.capture(customers.message("订单一直没动静，怎么回事", under="p1")).value
    due = clock.now() + timedelta(days=9)
    context.operator.promises.note(ticket, "补寄杯盖", due)
    (promise,) = context.operator.promises.of_ticket(ticket)
    assert promise_line(promise, clock.now()).startswith("By ")
    shipped = replace(promise, by_hand=False, kind=PromiseKind.SHIP)
    assert promise_line(shipped, clock.now()).startswith("Ship it by ")
    assert after_word("DM", clock_words(clock.now() - timedelta(days=1), clock.now())).startswith("DM yesterday ")
