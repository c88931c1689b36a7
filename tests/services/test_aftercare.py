"""After the answer: visits before finishing, the customer's verdict, recurrence, remedies and limits, praise."""

from datetime import datetime, timedelta

import pytest

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Kind, Nature, State
from weibo_operator.domain.praise import Permission
from weibo_operator.domain.remedy import RemedyKind, RemedyTotal, parse_yuan, yuan_words
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import RECURRENCE_DAYS, REMEDY_LIMITS, VISIT_DAYS


@pytest.fixture
def complaint(operator, customers):
    ticket = operator.intake.capture(customers.message("杯子碎了，你们怎么包装的，投诉", under="p1")).value
    assert operator.inbox.view(ticket).ticket.kind is Kind.COMPLAINT
    return ticket


IN_PROGRESS = AfterSend(State.IN_PROGRESS)


def answer(operator, ticket, text="补寄了，请您查收", after=IN_PROGRESS):
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=after)
    operator.replies.confirm(intent.id)


def state(operator, ticket):
    return operator.inbox.view(ticket).ticket.state


def visit_of(operator, ticket):
    return next(visit for visit in operator.follow_ups.due_list() if visit.ticket_id == ticket)


def test_a_complaint_is_visited_before_it_is_finished(operator, complaint, clock):
    answer(operator, complaint)
    operator.inbox.finish(complaint)
    assert state(operator, complaint) is State.FOLLOW_UP
    assert visit_of(operator, complaint).due_at == datetime(2026, 11, 22, 10, tzinfo=CHINA)
    operator.inbox.finish(complaint)
    assert state(operator, complaint) is State.CLOSED
    assert operator.follow_ups.due_list() == ()
    operator.history.undo()
    operator.history.undo()
    assert state(operator, complaint) is State.IN_PROGRESS


def test_a_reply_that_finishes_a_complaint_plans_its_visit(operator, complaint):
    answer(operator, complaint, after=AfterSend(State.CLOSED))
    assert state(operator, complaint) is State.FOLLOW_UP
    assert visit_of(operator, complaint).due_at == datetime(2026, 11, 22, 10, tzinfo=CHINA)


def test_a_visited_complaint_is_finished_at_once(operator, complaint, customers, clock):
    answer(operator, complaint, after=AfterSend(State.CLOSED))
    clock.advance(days=3)
    operator.follow_ups.done(visit_of(operator, complaint).id, VisitOutcome.DISSATISFIED)
    answer(operator, complaint, "再补一个，请您查收", after=AfterSend(State.CLOSED))
    assert state(operator, complaint) is State.CLOSED


def test_the_days_are_the_shops_own(operator, complaint, customers):
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    answer(operator, complaint, after=AfterSend(State.CLOSED))
    assert state(operator, complaint) is State.CLOSED
    operator.shop.change(VISIT_DAYS[Kind.QUESTION], 7)
    asked = operator.intake.capture(customers.message("请问几点开门", uid="2", under="p2")).value
    answer(operator, asked, "九点开门", after=AfterSend(State.CLOSED))
    assert visit_of(operator, asked).due_at == datetime(2026, 11, 26, 10, tzinfo=CHINA)


def test_all_complaints_are_visited_whatever_the_way_of_finishing(operator, customers):
    for number in range(6):
        found = operator.intake.capture(customers.message("坏了，投诉", uid=f"9{number}", under=f"z{number}")).value
        answer(operator, found, after=AfterSend(State.CLOSED if number % 2 else State.IN_PROGRESS))
        if number % 2 == 0:
            operator.inbox.finish(found)
    assert len(operator.follow_ups.due_list()) == 6


def test_what_the_customer_said_since_suggests_the_outcome(operator, complaint, customers, clock):
    answer(operator, complaint, after=AfterSend(State.FOLLOW_UP, 3))
    visit = visit_of(operator, complaint)
    assert operator.aftercare.recent(visit) == ()
    assert operator.aftercare.suggested(visit) is None
    clock.advance(hours=2)
    operator.intake.capture(customers.message("新杯子用着很好，谢谢，已收到", under="another"))
    operator.intake.capture(
        customers.message("旧的要寄回吗", under="another", posted_at=clock.now() + timedelta(minutes=1))
    )
    recent = operator.aftercare.recent(visit)
    assert [said.text for said in recent] == ["旧的要寄回吗", "新杯子用着很好，谢谢，已收到"]
    suggested = operator.aftercare.suggested(visit)
    assert suggested is not None
    assert (suggested.outcome, suggested.words) == (
        VisitOutcome.SATISFIED,
        "谢谢，已收到",
    )


def test_words_before_our_answer_and_other_peoples_are_not_shown(operator, complaint, customers, clock):
    operator.intake.capture(customers.message("谢谢", uid="77", under="p7"))
    answer(operator, complaint, after=AfterSend(State.FOLLOW_UP, 3))
    assert operator.aftercare.recent(visit_of(operator, complaint)) == ()


def close(operator, ticket):
    operator.inbox.finish(ticket)
    if state(operator, ticket) is not State.CLOSED:
        operator.inbox.finish(ticket)


def test_the_same_matter_soon_after_is_a_recurrence(operator, complaint, customers, clock):
    answer(operator, complaint)
    close(operator, complaint)
    closed_at = operator.inbox.view(complaint).ticket.closed_at
    clock.advance(days=9)
    again = operator.intake.capture(customers.message("杯子又碎了，投诉", under="p9")).value
    assert again != complaint
    found = operator.aftercare.recurrence(again)
    assert found is not None
    assert (found.ticket_id, found.before, found.closed_at, found.times) == (again, complaint, closed_at, 1)
    week = (clock.now() - timedelta(days=1), clock.now() + timedelta(days=1))
    assert operator.aftercare.recurrences(*week) == 1
    operator.shop.change(RECURRENCE_DAYS, 8)
    assert operator.aftercare.recurrence(again) is None
    operator.shop.change(RECURRENCE_DAYS, 0)
    assert operator.aftercare.recurrences(*week) == 0


def test_another_matter_another_customer_and_praise_are_none(operator, complaint, customers, clock):
    answer(operator, complaint)
    close(operator, complaint)
    clock.advance(days=2)
    other = operator.intake.capture(customers.message("发票抬头开错了，麻烦重开", under="p3")).value
    someone = operator.intake.capture(customers.message("杯子碎了，投诉", uid="4", under="p4")).value
    praise = operator.intake.capture(customers.message("杯子很漂亮，谢谢店家", under="p5")).value
    for ticket in (other, someone, praise, complaint):
        assert operator.aftercare.recurrence(ticket) is None


def test_a_corrected_label_is_followed(operator, complaint, customers, clock):
    answer(operator, complaint)
    close(operator, complaint)
    clock.advance(days=2)
    again = operator.intake.capture(customers.message("杯子又碎了，投诉", under="p9")).value
    assert operator.aftercare.recurrence(again) is not None
    operator.inbox.set_labels(again, nature=Nature.ATTITUDE.value)
    assert operator.aftercare.recurrence(again) is None


def test_a_remedy_within_the_limit_is_recorded_and_undone(operator, complaint, clock):
    operator.aftercare.give(complaint, RemedyKind.REFUND, 10_000, note="原路退回")
    (given,) = operator.aftercare.remedies(complaint)
    assert (given.kind, given.cents, given.note, given.over_limit, given.given_at) == (
        RemedyKind.REFUND,
        10_000,
        "原路退回",
        False,
        clock.now(),
    )
    assert operator.history.last().data["what"] == "退款 100 元"
    operator.history.undo()
    assert operator.aftercare.remedies(complaint) == ()


def test_above_the_limit_somebody_has_to_agree(operator, complaint, clock):
    with pytest.raises(InvalidInputError) as refused:
        operator.aftercare.give(complaint, RemedyKind.REFUND, 10_001)
    assert refused.value.data["reason"] == "over_limit"
    assert operator.aftercare.remedies(complaint) == ()
    operator.aftercare.give(complaint, RemedyKind.REFUND, 10_001, approved_by=" 王店长 ")
    operator.shop.change(REMEDY_LIMITS[RemedyKind.REFUND], 500)
    (given,) = operator.aftercare.remedies(complaint)
    assert (given.over_limit, given.approved_by) == (True, "王店长")
    operator.aftercare.give(complaint, RemedyKind.REFUND, 50_000)
    operator.aftercare.give(complaint, RemedyKind.APOLOGY)
    day = timedelta(days=1)
    assert operator.aftercare.remedy_totals(clock.now() - day, clock.now() + day) == (
        RemedyTotal(RemedyKind.REFUND, 2, 60_001, 1),
        RemedyTotal(RemedyKind.APOLOGY, 1, 0, 0),
    )
    assert operator.aftercare.remedy_totals(clock.now() + day, clock.now() + 2 * day) == ()


@pytest.mark.parametrize(
    ("kind", "cents"), [(RemedyKind.REFUND, 0), (RemedyKind.COUPON, -1), (RemedyKind.APOLOGY, 100)]
)
def test_an_amount_that_does_not_fit_is_refused(operator, complaint, kind, cents):
    with pytest.raises(InvalidInputError):
        operator.aftercare.give(complaint, kind, cents)
    with pytest.raises(NotFoundError):
        operator.aftercare.give(TicketId(99), RemedyKind.APOLOGY)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("50", 5000),
        ("29.9", 2990),
        ("￥1,200", 120_000),
        (" 30元 ", 3000),
        ("0.08", 8),
        ("1000000", 100_000_000),
        ("1000001", None),
        ("1.234", None),
        ("", None),
        ("-5", None),
        ("五十", None),
        ("1e3", None),
        ("٣", None),
        ("5.", None),
    ],
)
def test_amounts_as_they_are_typed(typed, cents):
    assert parse_yuan(typed) == cents


@pytest.mark.parametrize(("cents", "words"), [(5000, "50"), (2990, "29.9"), (8, "0.08"), (120_000, "1,200")])
def test_amounts_as_they_are_shown(cents, words):
    assert yuan_words(cents) == words
    assert parse_yuan(words) == cents


def test_praise_is_kept_with_its_permission_and_thanked(operator, customers, clock):
    ticket = operator.intake.capture(customers.message("这个杯子太棒了，强烈推荐", under="p1")).value
    operator.intake.capture(customers.message("还有别的颜色吗", under="p1"))
    words = operator.aftercare.praise_of(ticket)
    assert words == "这个杯子太棒了，强烈推荐"
    operator.aftercare.keep_praise(ticket, words, Permission.NOT_ASKED)
    (kept,) = operator.aftercare.testimonials()
    assert (kept.text, kept.permission, kept.thanked, kept.nickname) == (words, Permission.NOT_ASKED, False, "客户1001")
    clock.advance(hours=1)
    answer(operator, ticket, "谢谢您的认可")
    operator.aftercare.keep_praise(ticket, words, Permission.GIVEN)
    (kept,) = operator.aftercare.testimonials()
    assert (kept.permission, kept.thanked) == (Permission.GIVEN, True)
    operator.history.undo()
    assert operator.aftercare.testimonial(ticket).permission is Permission.NOT_ASKED
    operator.aftercare.drop_praise(ticket)
    assert operator.aftercare.testimonials() == ()
    with pytest.raises(NotFoundError):
        operator.aftercare.drop_praise(ticket)
    operator.history.undo()
    assert operator.aftercare.testimonial(ticket) is not None


def test_thanks_and_the_question_are_known_by_their_times_whatever_the_customer_writes_after(
    operator, customers, clock
):
    ticket = operator.intake.capture(customers.message("太好用了，推荐", under="p1")).value
    operator.aftercare.keep_praise(ticket, "太好用了，推荐", Permission.NOT_ASKED)
    assert (kept := operator.aftercare.testimonial(ticket)).thanked_at is None
    assert not kept.is_asked
    clock.advance(hours=1)
    answer(operator, ticket, "谢谢您的认可！")
    thanked_at = clock.now()
    assert (kept := operator.aftercare.testimonial(ticket)).thanked_at == thanked_at
    assert kept.asked_at is None
    clock.advance(hours=1)
    operator.intake.capture(customers.message("不客气", under="p1"))
    answer(operator, ticket, "可以让我们引用您这段话吗？")
    kept = operator.aftercare.testimonial(ticket)
    assert (kept.thanked_at, kept.asked_at, kept.is_asked) == (thanked_at, clock.now(), True)
    operator.intake.capture(customers.message("可以呀", under="p1"))
    operator.aftercare.keep_praise(ticket, kept.text, Permission.GIVEN)
    (kept,) = operator.aftercare.testimonials()
    assert (kept.thanked_at, kept.is_asked) == (thanked_at, False)


def test_praise_without_words_is_refused(operator, complaint):
    with pytest.raises(InvalidInputError):
        operator.aftercare.keep_praise(complaint, "  ", Permission.GIVEN)
    with pytest.raises(NotFoundError):
        operator.aftercare.keep_praise(TicketId(99), "很好", Permission.GIVEN)


def test_what_was_put_off_comes_back_when_the_customer_writes(operator, complaint, customers, clock):
    operator.inbox.snooze(complaint, until=clock.now() + timedelta(days=5))
    assert operator.inbox.next_up() is None
    clock.advance(hours=1)
    operator.intake.capture(customers.message("人呢", under="p1"))
    assert operator.inbox.next_up().card.id == complaint
    clock.advance(days=6)
    operator.inbox.wake()
    assert operator.inbox.next_up().card.id == complaint
