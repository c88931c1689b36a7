"""Crises through the services: alarms, decisions, checklist, counts sampled again, post-mortem, undo and restart."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import Customers, OpenDesk, SetClock
from weibo_operator.bootstrap import Operator, resources_dir
from weibo_operator.domain.crisis import SignalCode
from weibo_operator.domain.crisis_case import CaseState, Review
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, Source, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import CRISIS_FOLLOWERS, CRISIS_REPEAT_DAYS
from weibo_operator.domain.week import Week
from weibo_operator.services.playbook import PHASES, read_playbook
from weibo_operator.storage import crises, crisis_cases, messages

DANGER = "充电宝冒烟了，今天就打12315曝光你们"
COMPLAINT = "收到就是坏的，太失望了"
AFTER = AfterSend(State.IN_PROGRESS)

Come = Callable[..., TicketId]


@pytest.fixture
def come(operator: Operator, customers: Customers) -> Come:
    """A customer comes with words and perhaps counts; returns the ticket."""

    def arrive(text: str, uid: int = 1, *, likes: int | None = None, **facts: object) -> TicketId:
        message = replace(customers.message(text, uid=str(uid), **facts), likes=likes)
        ticket = operator.intake.capture(message).value
        assert ticket is not None
        return ticket

    return arrive


def answer(
    operator: Operator, ticket: TicketId, text: str = "您好，正在查", audience: Audience = Audience.PUBLIC
) -> None:
    intent = operator.replies.copy(ticket, audience=audience, text=text, after=AFTER)
    operator.replies.confirm(intent.id)


def codes(operator: Operator, ticket: TicketId) -> list[SignalCode]:
    return [signal.code for signal in operator.crises.signals(ticket)]


def level(operator: Operator, ticket: TicketId) -> Level:
    return operator.inbox.view(ticket).ticket.level


def test_words_raise_an_alarm_and_the_level_with_their_reason(operator: Operator, come: Come) -> None:
    quiet = come("请问几点开门", 2)
    ticket = come(DANGER, 1, followers=126_000)
    (row,) = operator.crises.undecided()
    assert (row.ticket, row.state, row.raised_at) == (ticket, CaseState.RAISED, operator.desk.now())
    assert level(operator, ticket) is Level.P1
    line = operator.crises.signals_line(ticket)
    assert "12315" in line
    assert "粉丝 12.6万" in line
    assert operator.crises.row(quiet) is None
    assert operator.crises.view(quiet) is None


def test_a_medium_is_one_as_soon_as_its_role_is_known(operator: Operator, come: Come) -> None:
    ticket = come(COMPLAINT)
    assert operator.crises.row(ticket) is None
    customer = operator.inbox.view(ticket).customer.id
    operator.shop.edit_customer(customer, role="媒体")
    assert codes(operator, ticket) == [SignalCode.ROLE]
    assert [row.ticket for row in operator.crises.undecided()] == [ticket]
    operator.history.undo()
    assert operator.crises.undecided() == ()


def test_the_list_says_the_risk_of_the_page_while_the_crowd_grows(operator: Operator, come: Come) -> None:
    loud = come("快递三天没到，投诉", 1, followers=2_000_000)
    risks = list[int]()
    for uid in range(2, 12):
        come("快递三天没到", uid)
        (row,) = (row for row in operator.crises.active() if row.ticket == loud)
        view = operator.crises.view(loud)
        assert view is not None
        assert row.risk == view.risk.product
        risks.append(row.risk)
    for uid in range(2, 12):
        operator.history.undo()
        (row,) = (row for row in operator.crises.active() if row.ticket == loud)
        assert row.risk == ([3, *risks[:-1]])[-uid + 1]
    assert len(set(risks)) > 1


def test_a_threshold_that_is_changed_counts_at_once(operator: Operator, come: Come) -> None:
    ticket = come(COMPLAINT, followers=60_000)
    assert operator.crises.undecided() == ()
    operator.shop.change(CRISIS_FOLLOWERS, 50_000)
    assert [row.ticket for row in operator.crises.undecided()] == [ticket]
    operator.shop.change(CRISIS_FOLLOWERS, 0)
    assert operator.crises.undecided() == ()


def test_who_complains_again_after_an_answer_is_a_signal(operator: Operator, come: Come, clock: SetClock) -> None:
    first = come("收到就是坏的，太失望了", under="p1")
    side_by_side = come("客服态度太差，投诉", under="p2")
    assert codes(operator, side_by_side) == [], "complaints side by side are one outburst"
    answer(operator, first)
    clock.advance(days=5)
    again = come("换来的还是坏的，太失望了", under="p3")
    assert again not in (first, side_by_side)
    assert codes(operator, again) == [SignalCode.REPEAT]
    assert operator.crises.signals_line(again) == "30 天内第 2 次投诉"
    operator.shop.change(CRISIS_REPEAT_DAYS, 4)
    assert codes(operator, again) == []


def test_who_asks_three_times_while_an_answer_is_owed(operator: Operator, come: Come, clock: SetClock) -> None:
    ticket = come("收到就是坏的，投诉", under="p")
    for text in ("在吗", "坏了", "怎么办"):
        clock.advance(minutes=1)
        come(text, under="p")
    assert codes(operator, ticket) == [], "pieces of one asking"
    for text in ("还没人理", "投诉你们", "到底有没有人"):
        clock.advance(minutes=40)
        come(text, under="p")
    assert codes(operator, ticket) == [SignalCode.ASKED_AGAIN]
    assert [row.ticket for row in operator.crises.undecided()] == [ticket]
    answer(operator, ticket)
    assert operator.crises.undecided() == (), "answered: the reason is gone"
    operator.history.undo()
    assert [row.ticket for row in operator.crises.undecided()] == [ticket]


def test_confirming_survives_what_raised_it(operator: Operator, come: Come, clock: SetClock) -> None:
    ticket = come(COMPLAINT, followers=126_000)
    raised_at = operator.desk.now()
    clock.advance(minutes=3)
    outcome = operator.crises.confirm(ticket)
    assert (outcome.value.state, outcome.value.raised_at, outcome.value.decided_at) == (
        CaseState.CONFIRMED,
        raised_at,
        operator.desk.now(),
    )
    assert operator.crises.undecided() == ()
    assert operator.crises.confirm(ticket).operation is None, "a second press changes nothing"
    operator.shop.edit_customer(operator.inbox.view(ticket).customer.id, followers=5)
    assert [row.ticket for row in operator.crises.active()] == [ticket]
    assert level(operator, ticket) is Level.P1


def test_a_ticket_without_a_signal_can_be_made_one(operator: Operator, come: Come) -> None:
    ticket = come("请问几点开门")
    before = level(operator, ticket)
    operator.crises.confirm(ticket)
    assert level(operator, ticket) is Level.P1
    assert operator.crises.signals_line(ticket) == "由你标为危机"
    operator.history.undo()
    assert level(operator, ticket) is before
    assert operator.crises.row(ticket) is None


def test_what_was_turned_down_comes_back_only_for_another_reason(
    operator: Operator, come: Come, clock: SetClock
) -> None:
    ticket = come(DANGER, under="p")
    with pytest.raises(InvalidInputError):
        operator.crises.dismiss(ticket, " ")
    operator.crises.dismiss(ticket, "误会，已经说清")
    assert operator.crises.active() == ()
    assert [(row.state, row.reason) for row in operator.crises.ended()] == [(CaseState.DISMISSED, "误会，已经说清")]
    assert level(operator, ticket) is not Level.P1
    clock.advance(hours=1)
    come("我要去12315投诉，曝光", under="p")
    assert operator.crises.active() == (), "words were turned down"
    operator.shop.edit_customer(operator.inbox.view(ticket).customer.id, role="媒体")
    (row,) = operator.crises.undecided()
    assert (row.ticket, row.raised_at) == (ticket, operator.desk.now())
    assert operator.crises.ended() == ()
    operator.crises.confirm(ticket)
    assert [found.state for found in operator.crises.active()] == [CaseState.CONFIRMED]


def test_steps_are_stamped_and_taken_back(operator: Operator, come: Come, clock: SetClock, open_desk: OpenDesk) -> None:
    ticket = come(DANGER)
    operator.crises.tick(ticket, "tell_lead", done=True, note="打给罗经理")
    ticked_at = operator.desk.now()
    clock.advance(minutes=9)
    operator.crises.tick(ticket, "public_answer", done=True)
    view = operator.crises.view(ticket)
    assert view is not None
    assert view.steps["tell_lead"].at == ticked_at
    assert view.steps["tell_lead"].note == "打给罗经理"
    assert (view.row.state, view.row.steps_done) == (CaseState.RAISED, 2), "ticking decides nothing"
    restarted = open_desk().crises.view(ticket)
    assert restarted is not None
    assert restarted.steps == view.steps
    operator.history.undo()
    operator.history.undo()
    assert operator.crises.view(ticket).steps == {}
    assert [row.ticket for row in operator.crises.undecided()] == [ticket]
    operator.history.redo()
    assert set(operator.crises.view(ticket).steps) == {"tell_lead"}
    operator.crises.tick(ticket, "tell_lead", done=False)
    assert operator.crises.view(ticket).steps == {}
    operator.history.undo()
    assert operator.crises.view(ticket).steps["tell_lead"].at == ticked_at
    with pytest.raises(InvalidInputError):
        operator.crises.tick(ticket, "buy_praise", done=True)


def test_closing_ends_it(operator: Operator, come: Come) -> None:
    ticket = come(DANGER)
    with pytest.raises(InvalidInputError):
        operator.crises.close(ticket)
    operator.crises.confirm(ticket)
    operator.crises.close(ticket)
    assert operator.crises.active() == ()
    assert [row.state for row in operator.crises.ended()] == [CaseState.CLOSED]
    operator.history.undo()
    assert [row.state for row in operator.crises.active()] == [CaseState.CONFIRMED]
    with pytest.raises(NotFoundError):
        operator.crises.close(TicketId(999))


def test_a_finished_ticket_gives_no_alarm_but_a_confirmed_case_stays(operator: Operator, come: Come) -> None:
    ticket, other = come(DANGER), come(DANGER, 2)
    operator.crises.confirm(ticket)
    operator.inbox.no_reply((ticket, other), reason="已在别处答复")
    assert [row.ticket for row in operator.crises.active()] == [ticket]
    assert operator.crises.undecided() == ()


def test_history_and_undo_speak_of_the_ticket(operator: Operator, come: Come) -> None:
    ticket = come(DANGER)
    operator.crises.confirm(ticket)
    operator.crises.tick(ticket, "tell_lead", done=True)
    kinds = [found.kind for found in operator.history.of_ticket(ticket)]
    assert kinds == [OperationKind.CAPTURE, OperationKind.CRISIS_CONFIRM, OperationKind.CRISIS_STEP]
    for _ in kinds:
        operator.history.undo()
    assert operator.inbox.counts()[State.NEW] == 0
    for _ in kinds:
        operator.history.redo()
    view = operator.crises.view(ticket)
    assert view is not None
    assert (view.row.state, set(view.steps)) == (CaseState.CONFIRMED, {"tell_lead"})


def test_a_crowd_is_one_case(operator: Operator, come: Come) -> None:
    tickets = [come(f"电饭锅冒烟了，投诉，第{number}次", 10 + number) for number in range(9)]
    alone = come("耳机发错货了，投诉", 90)
    operator.crises.dismiss(tickets[0], "已经说清") if operator.crises.row(tickets[0]) is not None else None
    operator.history.undo()
    (row,) = operator.crises.active()
    assert row.crowd == 8
    assert row.ticket in tickets
    operator.crises.confirm(row.ticket)
    (row,) = operator.crises.active()
    assert (row.state, row.crowd) == (CaseState.CONFIRMED, 8)
    assert operator.crises.view(row.ticket).row.crowd == 8
    assert operator.crises.row(alone) is None
    operator.history.undo()
    operator.crises.dismiss(operator.crises.active()[0].ticket, "词说中了，事不严重")
    assert operator.crises.active() == ()
    operator.history.undo()
    assert len(operator.crises.active()) == 1


def test_counts_that_come_again_are_sampled(operator: Operator, customers: Customers, clock: SetClock) -> None:
    message = replace(customers.message("这个牌子怎么样", uid="1"), reposts=2, comments=3, likes=5)
    ticket = operator.intake.capture(message).value
    assert ticket is not None
    clock.advance(minutes=30)
    same = operator.intake.capture(message)
    assert (same.value, same.operation) == (None, None)
    clock.advance(minutes=30)
    again = operator.intake.capture(replace(message, reposts=12, comments=9, likes=None))
    assert again.value is None
    shown = operator.inbox.view(ticket).messages[0]
    assert (shown.reposts, shown.comments, shown.likes) == (12, 9, 5), "a count it doesn't tell stays"
    assert codes(operator, ticket) == []
    clock.advance(hours=1)
    operator.intake.capture(replace(message, reposts=80, comments=60, likes=40))
    assert codes(operator, ticket) == [SignalCode.GROWTH]
    view = operator.crises.view(ticket)
    assert view is not None
    (sampled,) = view.sampled
    assert [sample.total for sample in sampled.samples] == [10, 26, 180]
    assert view.risk.speed == 3
    operator.history.undo()
    shown = operator.inbox.view(ticket).messages[0]
    assert (shown.reposts, shown.comments, shown.likes) == (12, 9, 5)
    assert operator.crises.view(ticket) is None


ROWS = "昵称,内容,时间,转发,评论,赞,id\n"


def write_rows(path: Path, *counts: tuple[int, int, int]) -> Path:
    rows = [f"小李,快递三天没动了,2026-11-19 10:00,{r},{c},{z},4900000000000001" for r, c, z in counts]
    path.write_text(ROWS + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_file_imported_again_is_all_duplicates_and_a_sample(
    operator: Operator, clock: SetClock, tmp_path: Path
) -> None:
    first = operator.intake.import_file(write_rows(tmp_path / "a.csv", (1, 2, 3), (1, 2, 4))).value
    assert (first.new, first.duplicates) == (1, 1)
    (ticket,) = operator.inbox.pane(State.NEW)
    assert crises.samples(operator.desk.connection, ticket) == {}, "one file was taken at one moment"
    assert operator.inbox.view(ticket).messages[0].likes == 4
    clock.advance(hours=2)
    again = write_rows(tmp_path / "b.csv", (30, 40, 130))
    assert operator.intake.rehearse(again).duplicates == 1
    assert crises.samples(operator.desk.connection, ticket) == {}
    report = operator.intake.import_file(again).value
    assert (report.new, report.duplicates) == (0, 1)
    ((held,),) = [crises.samples(operator.desk.connection, ticket).values()]
    assert [(sample.at, sample.total) for sample in held] == [
        (operator.desk.now() - timedelta(hours=2), 7),
        (operator.desk.now(), 200),
    ]
    assert codes(operator, ticket) == [SignalCode.GROWTH]
    assert [row.ticket for row in operator.crises.undecided()] == [ticket]
    operator.history.undo()
    assert crises.samples(operator.desk.connection, ticket) == {}
    assert operator.inbox.view(ticket).messages[0].likes == 4
    assert operator.crises.undecided() == ()


def test_an_import_that_tells_a_message_twice_in_an_older_ticket_is_undone_whole(
    operator: Operator, tmp_path: Path
) -> None:
    """The message has an image there, so its newer counts need one as well."""
    operator.intake.import_file(write_rows(tmp_path / "a.csv", (1, 2, 3)))
    (ticket,) = operator.inbox.pane(State.NEW)
    again = tmp_path / "b.csv"
    rows = [f"小李,快递三天没动了！,2026-11-19 11:00,0,0,{likes},4900000000000002" for likes in ("", 7)]
    again.write_text(ROWS + "\n".join(rows) + "\n", encoding="utf-8")
    report = operator.intake.import_file(again).value
    assert (report.new, report.duplicates) == (1, 1)
    assert [message.likes for message in operator.inbox.view(ticket).messages] == [3, 7]
    operator.history.undo()
    assert [message.likes for message in operator.inbox.view(ticket).messages] == [3]


def test_an_older_file_is_kept_as_a_sample_and_not_shown(operator: Operator, clock: SetClock, tmp_path: Path) -> None:
    operator.intake.import_file(write_rows(tmp_path / "a.csv", (1, 1, 1)))
    (ticket,) = operator.inbox.pane(State.NEW)
    clock.advance(hours=4)
    operator.intake.import_file(write_rows(tmp_path / "b.csv", (9, 9, 9)))
    older = write_rows(tmp_path / "c.csv", (5, 5, 5))
    captured_at = clock.now() - timedelta(hours=2)
    operator.intake.import_file(older, captured_at=captured_at)
    operator.intake.import_file(older, captured_at=captured_at)
    ((held,),) = [crises.samples(operator.desk.connection, ticket).values()]
    assert [sample.total for sample in held] == [3, 15, 27]
    assert operator.inbox.view(ticket).messages[0].likes == 9


def test_a_clock_that_went_back_breaks_nothing(operator: Operator, customers: Customers, clock: SetClock) -> None:
    message = replace(customers.message(COMPLAINT, uid="1"), likes=5)
    ticket = operator.intake.capture(message).value
    clock.advance(hours=-3)
    operator.intake.capture(replace(message, likes=500))
    operator.crises.confirm(ticket)
    view = operator.crises.view(ticket)
    assert view is not None
    assert view.row.state is CaseState.CONFIRMED


def test_the_post_mortem_finds_where_it_began(
    operator: Operator, come: Come, clock: SetClock, open_desk: OpenDesk
) -> None:
    missed = come("客服态度太差，投诉", under="p1")
    clock.advance(hours=5)
    prompt = come("请问这个怎么用", under="p2")
    answer(operator, prompt)
    clock.advance(hours=1)
    ticket = come(DANGER, under="p3")
    clock.advance(hours=3)
    found = operator.crises.missed(ticket)
    assert [each.ticket for each in found] == [missed, ticket]
    assert found[0].answered_after is None
    due = (operator.desk.now() + timedelta(days=3)).date()
    review = Review(missed, " 晚上没人看 ", "公开回应，换新", "晚班值守", "小宁", due)
    with pytest.raises(InvalidInputError):
        operator.crises.save_review(ticket, replace(review, cause=" "))
    operator.crises.save_review(ticket, review)
    operator.crises.save_review(ticket, replace(review, owner="小方"))
    stored = open_desk().crises.view(ticket)
    assert stored is not None
    assert stored.review == replace(review, cause="晚上没人看", owner="小方", written_at=operator.desk.now())
    operator.history.undo()
    assert operator.crises.view(ticket).review.owner == "小宁"
    operator.history.undo()
    assert operator.crises.view(ticket).review is None


CRISIS_FIGURES = (
    "crises_raised",
    "crises_confirmed",
    "crisis_public_answer",
    "crisis_checklists",
    "crisis_peak",
)


def test_the_figures_of_the_week(operator: Operator, come: Come, clock: SetClock) -> None:
    start = operator.desk.now()
    confirmed, turned_down, open_one = come(DANGER, 1), come(DANGER, 2), come(DANGER, 3)
    assert open_one
    operator.crises.dismiss(turned_down, "误会，已经说清")
    operator.crises.confirm(confirmed)
    clock.advance(minutes=12)
    answer(operator, confirmed)
    keys = [step.key for step in operator.crises.playbook]
    for key in keys:
        operator.crises.tick(confirmed, key, done=True)
    week = Week.of(start)
    summary = operator.weekly.summary(week)
    found = {key: summary.figure(key).value for key in CRISIS_FIGURES}
    assert found == dict(zip(CRISIS_FIGURES, (3, 1, 12 * 60, 1, None), strict=True))
    later = operator.weekly.summary(week.next())
    assert not any(later.figure(key).n for key in CRISIS_FIGURES)
    view = operator.crises.view(confirmed)
    assert view is not None
    assert view.answered_at == start + timedelta(minutes=12)


def test_a_private_answer_is_no_public_one(operator: Operator, come: Come, clock: SetClock) -> None:
    ticket = come(DANGER)
    operator.crises.confirm(ticket)
    clock.advance(minutes=5)
    answer(operator, ticket, audience=Audience.PRIVATE)
    assert operator.crises.view(ticket).answered_at is None


def test_one_customer_with_very_many_messages_and_tickets(operator: Operator, customers: Customers) -> None:
    """What a ticket costs doesn't grow with what the customer wrote before."""
    for number in range(60):
        operator.intake.capture(customers.message(f"太差了，投诉 {number}", uid="1", under=f"p{number}"))
        operator.intake.capture(customers.message(f"还是没人理 {number}", uid="1", under="p0"))
    ticket = min(operator.inbox.pane(State.NEW))
    connection = operator.desk.connection
    steps: list[int] = []

    def cost() -> int:
        steps.append(1)
        return 0

    connection.set_progress_handler(cost, 100)
    crises.facts(connection, (ticket,), crises.policy_of(connection))
    connection.set_progress_handler(None, 0)
    assert len(steps) < 60


def test_the_playbook_has_three_phases_and_asks_for_nothing_forbidden() -> None:
    steps = read_playbook(resources_dir())
    assert list(dict.fromkeys(step.phase for step in steps)) == list(PHASES)
    assert all(step.title and step.hint for step in steps)
    assert all(step.audience in ("public", "private") for step in steps if step.text)
    words = "".join(step.title + step.hint + step.text for step in steps)
    for never in ("水军", "小号", "好评返现", "刷好评", "请删"):
        assert never not in words


def test_a_playbook_that_is_no_playbook_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    for text in ("乱写\tkey\t标题", "稳住\tone\t甲\n稳住\tone\t乙"):
        (folder / "crisis_playbook.tsv").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"crisis_playbook\.tsv, line"):
            read_playbook(tmp_path)


def test_a_text_is_found_by_its_message(operator: Operator, come: Come) -> None:
    ticket = come(DANGER)
    (said,) = operator.inbox.view(ticket).messages
    assert messages.texts(operator.desk.connection, (said.id,)) == {said.id: DANGER}


def test_the_crowd_of_a_ticket_without_one_is_empty(operator: Operator, come: Come) -> None:
    assert crisis_cases.crowd_of(operator.desk.connection, come("哈哈哈", source=Source.SEARCH)) == ()
