"""Pasting into the desk: what is new, what is known by whatever route, one operation that can be undone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.channels.paste_pages import CAPTURED, OWN, PAGES
from tests.conftest import OpenDesk, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError, NothingToUndoError
from weibo_operator.domain.labels import Audience, Kind, Source, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.pasted import PastedMessage
from weibo_operator.domain.settings import OWN_NICKNAME
from weibo_operator.services.paste import PasteReport, PasteRow, revised

ONE = "北城小满\n{when} 来自 iPhone客户端\n快递三天没动了，再不处理就投诉\n回复\n赞\n"


def rows_of(operator: Operator, text: str, html: str = "") -> tuple[PasteRow, ...]:
    return operator.paste.rows(operator.paste.read(text, html=html).messages)


def take_new(operator: Operator, text: str) -> PasteReport:
    """What the window does when nothing is changed: everything new, nothing of our own."""
    return operator.paste.add([row.found for row in rows_of(operator, text) if row.is_wanted]).value


def count(operator: Operator, table: str) -> int:
    return operator.desk.connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608 - own name


@pytest.fixture(autouse=True)
def _our_name(operator: Operator) -> None:
    operator.shop.change(OWN_NICKNAME, OWN)


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.said])
def test_a_page_becomes_tickets_and_pasted_again_changes_nothing(operator: Operator, clock: SetClock, name: str):
    clock.at = CAPTURED
    theirs = [said for said in PAGES[name].said if said.who != OWN]
    report = take_new(operator, PAGES[name].text)
    assert (report.new, report.duplicates) == (len(theirs), 0)
    assert count(operator, "message") == len(theirs)
    before = count(operator, "operation")
    if name != "one_by_hand":
        clock.advance(minutes=30)
    assert take_new(operator, PAGES[name].text) == PasteReport()
    assert count(operator, "operation") == before


def test_it_is_one_operation_undone_and_redone(operator: Operator):
    report = operator.paste.add([row.found for row in rows_of(operator, PAGES["inbox_web"].text)])
    assert operator.history.last().kind is OperationKind.PASTE
    assert len(operator.inbox.pane(State.NEW)) == len(report.value.tickets) == 2
    operator.history.undo()
    assert (count(operator, "message"), count(operator, "ticket"), count(operator, "customer")) == (0, 0, 0)
    with pytest.raises(NothingToUndoError):
        operator.history.undo()
    operator.history.redo()
    assert (
        operator.inbox.pane(State.NEW) == tuple(reversed(report.value.tickets))
        or len(operator.inbox.pane(State.NEW)) == 2
    )


def test_it_is_undone_after_a_restart(operator: Operator, open_desk: OpenDesk):
    take_new(operator, PAGES["inbox_web"].text)
    operator.close()
    again = open_desk()
    again.history.undo()
    assert count(again, "message") == 0


@pytest.mark.parametrize(
    ("first", "minutes", "second"),
    [
        ("5分钟前", 3, "8分钟前"),
        ("刚刚", 1, "1分钟前"),
        ("3小时前", 60, "4小时前"),
        ("今天 12:30", 60, "11-19 12:30"),
        ("昨天 12:30", 24 * 60, "11-18 12:30"),
        ("2小时前", 5, "今天 12:00"),
        ("11-18", 10, "昨天 08:05"),
    ],
)
def test_the_same_words_at_the_same_time_are_known_however_the_page_tells_it(
    operator: Operator, clock: SetClock, first: str, minutes: int, second: str
):
    clock.at = CAPTURED + timedelta(seconds=17)
    assert take_new(operator, ONE.format(when=first)).new == 1
    clock.advance(minutes=minutes)
    (row,) = rows_of(operator, ONE.format(when=second))
    # A day told without an hour begins at midnight: only its own next copy can be compared with it.
    assert row.known or first == "11-18"


def test_the_same_words_on_another_day_are_new(operator: Operator):
    take_new(operator, ONE.format(when="今天 12:30"))
    (row,) = rows_of(operator, ONE.format(when="昨天 12:30"))
    assert not row.known


def test_what_a_file_brought_is_known_by_its_words(operator: Operator, tmp_path: Path):
    path = tmp_path / "comments.csv"
    path.write_text("昵称,评论内容,时间\n北城小满,快递三天没动了，再不处理就投诉,2026-11-19 12:30\n", encoding="utf-8")
    path.write_text(
        '昵称,评论内容,时间\n北城小满,"快递三天没动了，再不处理就投诉",2026-11-19 12:30\n', encoding="utf-8"
    )
    assert operator.intake.import_file(path).value.new == 1
    (row,) = rows_of(operator, ONE.format(when="今天 12:30"))
    assert row.known


def test_a_page_copied_twice_into_one_text_counts_once(operator: Operator):
    text = PAGES["inbox_web"].text
    assert [row.known for row in rows_of(operator, f"{text}\n{text}")] == [False, False, True, True]


def test_rows_carry_what_the_desk_thinks_of_them(operator: Operator):
    (row,) = rows_of(operator, ONE.format(when="今天 12:30"))
    assert row.triage.kind is Kind.COMPLAINT
    assert row.is_wanted


def test_our_own_words_are_not_wanted_but_can_be(operator: Operator):
    found = rows_of(operator, PAGES["chat_pc"].text)
    assert [row.is_wanted for row in found] == [True, False, True]


def test_what_is_doubtful_waits_for_the_operator(operator: Operator):
    text = "北城小满\n11-18 20:01\n在吗\n我的快递丢了\n11-18 20:05\n您好，帮您查一下\n"
    sure, doubtful = rows_of(operator, text)
    assert (sure.is_wanted, doubtful.is_wanted) == (True, False)
    message = doubtful.found.message
    better = revised(
        doubtful.found, nickname="北城小满", text=message.text, posted_at=message.posted_at, source=message.source
    )
    assert operator.paste.rows([better])[0].is_wanted


def test_private_messages_join_the_conversation(operator: Operator):
    report = take_new(operator, PAGES["chat_pc"].text)
    assert (report.new, len(report.tickets)) == (2, 1)
    view = operator.inbox.view(report.tickets[0])
    assert [message.text for message in view.messages] == ["你好，我昨天下的单能改地址吗", "尾号 7788\n改到公司"]
    assert view.ticket.source is Source.PRIVATE


def found_one(operator: Operator) -> PastedMessage:
    (row,) = rows_of(operator, ONE.format(when="今天 12:30"))
    return row.found


def test_what_the_operator_puts_right_is_stored(operator: Operator):
    at = datetime(2026, 11, 18, 1, 0, tzinfo=UTC)
    better = revised(found_one(operator), nickname="@小满 ", text=" 灯坏了 ", posted_at=at, source=Source.PRIVATE)
    ticket = operator.paste.add([better]).value.tickets[0]
    view = operator.inbox.view(ticket)
    assert (view.customer.nickname, view.customer.uid) == ("小满", "name:小满")
    assert (view.messages[0].text, view.messages[0].posted_at) == ("灯坏了", at)
    assert view.messages[0].audience is Audience.PRIVATE
    assert not better.message.time_is_approximate


def test_putting_nothing_right_changes_nothing(operator: Operator):
    found = found_one(operator)
    same = revised(
        found,
        nickname=found.message.nickname,
        text=found.message.text,
        posted_at=found.message.posted_at,
        source=found.message.source,
    )
    assert same == found


@pytest.mark.parametrize(("field", "nickname", "text"), [("nickname", " ", "坏了"), ("text", "小满", " ")])
def test_a_message_without_a_name_or_words_is_refused_whole(operator: Operator, field: str, nickname: str, text: str):
    good = found_one(operator)
    bad = revised(good, nickname=nickname, text=text, posted_at=good.message.posted_at, source=good.message.source)
    with pytest.raises(InvalidInputError) as refused:
        operator.paste.add([good, bad])
    assert refused.value.data["field"] == field
    assert count(operator, "message") == 0


def test_nothing_chosen_is_no_operation(operator: Operator):
    assert operator.paste.add([]).value == PasteReport()
    assert operator.history.last() is None
