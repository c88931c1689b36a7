"""What comes back: pasted, in parts, from the person in charge; who gave it; what the customer hears meanwhile."""

import io
import re
import zipfile
from datetime import timedelta
from html import unescape
from xml.parsers.expat import ParserCreate

import openpyxl
import pytest
from msgspec.structs import replace

from weibo_operator.domain.errors import InvalidInputError, MoveNotAllowedError
from weibo_operator.domain.handoff import Asks, HandoffState, Verdict
from weibo_operator.domain.handoff_steps import NEXT, Step, check_next, steps_of
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import HOTLINE, SIGNATURE
from weibo_operator.domain.ticket import WaitsFor
from weibo_operator.domain.verdict_words import verdict_in
from weibo_operator.services.handoff_cards import card_of, may_become_card
from weibo_operator.services.package_files import excel_file, word_file, write_package


@pytest.fixture
def forward(operator, customers):
    def forward_one(text="快递三天没动了", *, uid="1", **changes):
        ticket = operator.intake.capture(customers.message(text, uid=uid, nickname=f"小李{uid}")).value
        return operator.handoffs.forward(replace(operator.handoffs.defaults(ticket).form, **changes)).value

    return forward_one


def reply(operator, ticket, after=State.IN_PROGRESS):
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="转给物流了", after=AfterSend(after))
    operator.replies.confirm(intent.id)


def test_a_quoted_package_is_taken_off_and_the_speaker_is_told(operator, forward):
    handed = forward()
    pasted = f"「我：{handed.package}」\n- - - - -\n李工 10:03\n今天补发，\n单号明早给"
    ((found, given),) = operator.handoffs.read(pasted).answers
    assert (found.id, given.text, given.speaker) == (handed.id, "今天补发，\n单号明早给", "李工")


def test_a_quoted_reminder_is_taken_off_too(operator, forward):
    handed = forward()
    ((_, given),) = operator.handoffs.read(f"> {operator.handoffs.reminder(handed)}\n\n在查了，下午给").answers
    assert given.text == "在查了，下午给"


def test_several_unknown_and_over_ones_are_told_apart(operator, forward):
    first, second, over = forward(uid="1"), forward(uid="2"), forward(uid="3")
    operator.inbox.no_reply([over.ticket_id], reason="客户撤了")
    text = f"{first.code} 已补发\n{second.code} 已退款\n{over.code} 查到了\nF-999 好了"
    reading = operator.handoffs.read(text)
    assert [(found.id, given.text) for found, given in reading.answers] == [
        (first.id, "已补发"),
        (second.id, "已退款"),
    ]
    assert [found.id for found in reading.over] == [over.id]
    assert reading.unknown == ("F-999",)
    assert operator.handoffs.get(first.id).state is HandoffState.WAITING


def test_a_part_keeps_the_rest_awaited(operator, forward):
    handed = forward()
    reply(operator, handed.ticket_id)
    part = operator.handoffs.answer(handed.id, "包裹找到了", expert="李工", partial=True).value
    assert (part.state, part.answer, part.answered_at) == (HandoffState.WAITING, "包裹找到了", None)
    assert operator.inbox.view(handed.ticket_id).ticket.waits_for is WaitsFor.DEPARTMENT
    assert "包裹找到了" in operator.handoffs.interim(part)
    whole = operator.handoffs.answer(handed.id, "明天送到", expert="王姐").value
    assert (whole.state, whole.answer, whole.expert) == (HandoffState.ANSWERED, "包裹找到了\n明天送到", "李工、王姐")
    assert operator.inbox.view(handed.ticket_id).ticket.waits_for is WaitsFor.US
    with pytest.raises(MoveNotAllowedError):
        check_next(whole, HandoffState.WAITING)
    operator.history.undo()
    assert operator.handoffs.get(handed.id) == part
    operator.history.undo()
    assert operator.handoffs.get(handed.id).answer == ""


def test_the_interim_message_names_a_new_time_when_it_is_late(operator, forward, clock):
    operator.shop.change(HOTLINE, "400-100-1000")
    handed = forward(due_at=clock.now() + timedelta(hours=1))
    clock.advance(hours=3)
    operator.handoffs.nudge(handed.id)
    said = operator.handoffs.interim(operator.handoffs.get(handed.id))
    assert "催过" in said
    assert "400-100-1000" in said
    assert "今天 15:10" not in said
    assert "{" not in said


def test_the_person_in_charge_agrees_or_declines_with_a_reason(operator, forward):
    asked = forward(asks=Asks.CONSENT, contact="罗经理（分机 1）")
    assert asked.addressee == "罗经理"
    assert "请确认" in asked.package
    assert f"{asked.code} 不同意" in asked.package
    assert operator.inbox.view(asked.ticket_id).history[-1].data["department"].startswith("罗经理")
    for text, verdict in (("", Verdict.DECLINED), ("", Verdict.NONE)):
        with pytest.raises(InvalidInputError):
            operator.handoffs.answer(asked.id, text, verdict=verdict)
    declined = operator.handoffs.answer(asked.id, "超出授权额度", verdict=Verdict.DECLINED).value
    assert (declined.verdict, declined.state) == (Verdict.DECLINED, HandoffState.ANSWERED)
    assert operator.inbox.next_up().card.handoff_department.startswith("罗经理")
    again = forward(uid="2", asks=Asks.CONSENT, contact="罗经理")
    assert operator.handoffs.answer(again.id, "", verdict=Verdict.AGREED).value.verdict is Verdict.AGREED
    with pytest.raises(InvalidInputError):
        forward(uid="3", asks=Asks.CONSENT, contact=" ")


def test_a_consent_is_no_transfer(operator, forward):
    asked = forward(asks=Asks.CONSENT, contact="罗经理")
    assert operator.handoffs.defaults(asked.ticket_id).transfer_number == 1
    assert asked.ticket_id == operator.handoffs.defaults(asked.ticket_id).earlier[0].ticket_id


def test_the_week_counts_no_consent_as_a_transfer(operator, forward):
    handed = forward(department="物流部")
    for contact in ("罗经理", "罗经理"):
        form = operator.handoffs.defaults(handed.ticket_id).form
        operator.handoffs.forward(replace(form, asks=Asks.CONSENT, contact=contact, department="服务部"))
    summary = operator.weekly.summary(operator.weekly.current())
    assert summary.figure("forwarded").n == 1
    assert [row.department for row in summary.departments] == ["物流部"]
    assert summary.repeated_transfers == ()
    (detail,) = operator.weekly.tickets(operator.weekly.current())
    assert detail.transfers == 1


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("确认", Verdict.AGREED),
        ("可以，按这个办", Verdict.AGREED),
        ("不同意，超出额度", Verdict.DECLINED),
        ("不可以", Verdict.DECLINED),
        ("可以吗", None),
        ("额度多少", None),
    ],
)
def test_the_verdict_is_read_from_the_first_words(text, verdict):
    assert verdict_in(text) is verdict


def test_the_steps_have_their_times_and_people(operator, forward, clock):
    operator.shop.change(SIGNATURE, "——小橙")
    opened = clock.now()
    handed = forward(collected_at=opened, by_hand=True)
    assert [taken.at is None for taken in steps_of(handed)] == [False, False, False, True, True]
    clock.advance(hours=1)
    operator.handoffs.answer(handed.id, "已补发", expert="李工")
    clock.advance(hours=1)
    reply(operator, handed.ticket_id, State.CLOSED)
    steps = {taken.step: taken for taken in steps_of(operator.handoffs.get(handed.id))}
    assert (steps[Step.COLLECTED].at, steps[Step.COLLECTED].person) == (opened, "小橙")
    assert steps[Step.CLASSIFIED].person == "小橙"
    assert (steps[Step.ANSWERED].at, steps[Step.ANSWERED].person) == (opened + timedelta(hours=1), "李工")
    assert steps[Step.CUSTOMER_ANSWERED].at == opened + timedelta(hours=2)


def test_every_state_says_where_it_may_go(operator, forward):
    handed = forward()
    for state in HandoffState:
        for wanted in HandoffState:
            if wanted in NEXT[state]:
                check_next(replace(handed, state=state), wanted)
            else:
                with pytest.raises(MoveNotAllowedError):
                    check_next(replace(handed, state=state), wanted)


def test_what_was_done_teaches_the_department(operator, forward, customers):
    for uid in "123":
        handed = forward(uid=uid)
        form = replace(operator.handoffs.defaults(handed.ticket_id).form, department="服务部")
        operator.handoffs.forward(form)  # corrected: it counts where it ended up
    ticket = operator.intake.capture(customers.message("快递三天没动了", uid="9")).value
    suggested = operator.handoffs.defaults(ticket).suggested
    assert (suggested.department, suggested.same, suggested.similar) == ("服务部", 3, 3)
    operator.departments.save(
        [found for found in operator.departments.every() if found.name != "服务部"], {"服务部": "销售部"}
    )
    assert operator.handoffs.defaults(ticket).suggested.department == "销售部"


def test_a_used_answer_becomes_a_card_with_its_author(operator, forward):
    handed = forward("充电宝怎么退\n急")
    answered = operator.handoffs.answer(handed.id, "寄到仓库，运费我们出", expert="李工").value
    assert not may_become_card(answered)
    reply(operator, handed.ticket_id, State.CLOSED)
    done = operator.handoffs.get(handed.id)
    assert may_become_card(done) == (done.state is HandoffState.DONE)
    card = operator.knowledge.get(operator.knowledge.save(card_of(done)).value)
    assert (card.title, card.text) == ("充电宝怎么退", "寄到仓库，运费我们出")
    assert "李工" in card.source
    assert done.code in card.source


@pytest.fixture
def sheet(operator, forward):
    handed = forward("=cmd|' /C calc'!A0 @小王 电话13800138000 <b>&急</b>", uid="7")
    operator.handoffs.answer(handed.id, "=1+1", expert="李工")
    return lambda masked: operator.handoffs.sheet(operator.handoffs.get(handed.id), masked=masked)


def test_the_word_file_holds_the_words_as_text(sheet):
    with zipfile.ZipFile(io.BytesIO(word_file(sheet(masked=False)))) as archive:
        assert archive.testzip() is None
        document = archive.read("word/document.xml").decode()
    ParserCreate().Parse(document, True)
    words = [unescape(text) for text in re.findall(r"<w:t[^>]*>([^<]*)</w:t>", document)]
    assert any("=cmd|' /C calc'!A0 @小王 电话13800138000" in text for text in words)
    assert "小李7" in words
    assert "<b>" not in document
    assert "李工" in words


def test_the_workbook_has_no_formula(sheet):
    page = openpyxl.load_workbook(io.BytesIO(excel_file(sheet(masked=False)))).active
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert any(cell.value == "=1+1" for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}


def test_masked_it_names_no_customer(sheet):
    content = str(sheet(masked=True))
    assert "小李7" not in content
    assert "13800138000" not in content
    assert "@小王" not in content
    assert "weibo.com" not in content
    assert sheet(masked=True).note


def test_masked_no_spelling_of_a_telephone_and_no_part_of_the_name_is_left(operator, forward):
    handed = forward("小李7 的电话 138-0013-8000，座机0571-8888123，11-18 打过 12315", uid="7")
    operator.handoffs.answer(handed.id, "小李7：139 0013 8001 已回电，退 1299.00 元")
    content = str(operator.handoffs.sheet(operator.handoffs.get(handed.id), masked=True))
    assert "小李7" not in content
    for left in ("8000", "0571", "8123", "8001", "139"):
        assert left not in content
    for kept in ("小＊＊ 的电话 ＊＊，座机＊＊，11-18 打过 12315", "小＊＊：＊＊ 已回电，退 1299.00 元"):
        assert kept in content


def test_a_file_that_cannot_be_written_is_refused(sheet, tmp_path):
    for wrong in (tmp_path / "no" / "x.docx", tmp_path / "x.pages"):
        with pytest.raises(InvalidInputError):
            write_package(sheet(masked=True), wrong)
    assert write_package(sheet(masked=True), tmp_path / "x.docx").stat().st_size > 500
