"""Figures of the weekly summary against weeks counted by hand: what came of the tickets, moods, crises."""

from datetime import timedelta

from tests.services.weekly_desk import WEEK, beijing, complaint, figures
from weibo_operator.services.weekly_tables_shown import tables
from weibo_operator.storage.times import to_ms

HOUR = 3600


def test_solution_times_belong_to_the_week_of_the_first_and_of_the_last_solve(desk):
    someone = desk.customer("客户", "1")
    twice = desk.ticket(someone, beijing(12))
    desk.solve(twice, beijing(13))
    desk.reopen(twice, beijing(15))
    desk.solve(twice, beijing(18))
    once = desk.ticket(someone, beijing(16))
    desk.solve(once, beijing(17))
    later_again = desk.ticket(someone, beijing(16))
    desk.solve(later_again, beijing(19))
    desk.reopen(later_again, beijing(23, "01:00:00"))
    desk.solve(later_again, beijing(24))
    day = 24 * HOUR
    assert figures(desk, "first_solution_median", "first_solution_p90", "first_solution_mean") == {
        "first_solution_median": (day, 2),
        "first_solution_p90": (3 * day, 2),
        "first_solution_mean": (2 * day, 2),
    }
    assert figures(desk, "last_solution_median", "last_solution_p90", "last_solution_mean") == {
        "last_solution_median": (day, 2),
        "last_solution_p90": (6 * day, 2),
        "last_solution_mean": (3.5 * day, 2),
    }


def test_solved_at_once_and_reopened_within_seven_days(desk):
    someone = desk.customer("客户", "1")

    def solved(*turns, reopened=None):
        ticket = desk.ticket(someone, beijing(16))
        for clock in turns:
            desk.turn(ticket, beijing(16, clock), beijing(16, "12:00:00"), "reply")
        desk.solve(ticket, beijing(16, "13:00:00"))
        if reopened is not None:
            desk.reopen(ticket, reopened)
        return ticket

    solved("01:00:00")
    solved("01:00:00", "02:00:00")
    solved("01:00:00", reopened=beijing(23, "13:00:00"))
    solved("01:00:00", reopened=beijing(23, "13:00:01"))
    assert figures(desk, "solved_at_once", "reopen_rate") == {"solved_at_once": (0.5, 4), "reopen_rate": (0.25, 4)}


def test_a_customer_whose_complaint_was_solved_comes_back_negative(desk):
    def told(name, days, sentiment):
        customer = desk.customer(name, name)
        desk.solve(complaint(desk, customer, beijing(15)), beijing(16))
        later = desk.ticket(customer, beijing(16) + timedelta(days=days))
        desk.message(later, beijing(16) + timedelta(days=days), "in", sentiment=sentiment)

    told("a", 30, -1)
    told("b", 30.001, -1)
    told("c", 3, 0)
    told("d", -0.5, -1)
    asked = desk.customer("e", "e")
    desk.solve(desk.ticket(asked, beijing(15)), beijing(16))
    assert figures(desk, "negative_again") == {"negative_again": (0.25, 4)}


def test_the_backlog_by_age_and_by_who_is_to_move(desk):
    someone = desk.customer("客户", "1")
    end = WEEK.end
    for days in (0.99, 1, 2.99, 3, 6.99, 7):
        desk.ticket(someone, end - timedelta(days=days))
    solved_later = desk.ticket(someone, end - timedelta(days=20))
    desk.solve(solved_later, beijing(24, "09:00:00"))
    solved_before = desk.ticket(someone, end - timedelta(days=20))
    desk.solve(solved_before, beijing(22))
    desk.ticket(someone, end)
    keys = ("open_under_1_day", "open_1_to_3_days", "open_3_to_7_days", "open_over_7_days")
    assert [value for value, _ in figures(desk, *keys).values()] == [1, 2, 2, 2]
    summary = desk.weekly.summary(WEEK)
    assert sum(summary.figure(key).value for key in keys) == summary.backlog.open_at_end == 7


def test_who_is_to_move_is_told_as_of_the_end_of_the_week(desk):
    someone = desk.customer("客户", "1")
    waits = [desk.ticket(someone, beijing(17)) for _ in range(6)]
    desk.turn(waits[0], beijing(17), beijing(23, "08:00:00"), "reply")
    desk.turn(waits[1], beijing(17), beijing(17, "08:00:00"), "reply")
    desk.handoff(waits[2], "物流部", beijing(18), answered=beijing(24))
    desk.handoff(waits[3], "物流部", beijing(18), answered=beijing(19))
    desk.handoff(waits[4], "物流部", beijing(18), answered=beijing(19))
    desk.message(waits[4], beijing(20), "out")
    desk.handoff(waits[5], "物流部", beijing(18), state="withdrawn")
    assert figures(desk, "open_waits_for_us", "open_waits_for_department", "open_waits_for_customer") == {
        "open_waits_for_us": (2, 2),
        "open_waits_for_department": (1, 1),
        "open_waits_for_customer": (3, 3),
    }


def test_satisfaction_takes_the_visit_before_the_last_words(desk):
    someone = desk.customer("客户", "1")

    def solved(tone=None, outcome="", before=0):
        ticket = desk.ticket(someone, beijing(16))
        desk.message(ticket, beijing(16, "01:00:00"), "in", sentiment=before)
        desk.message(ticket, beijing(16, "02:00:00"), "out")
        desk.message(ticket, beijing(16, "02:30:00"), "out", is_ack=1)
        if tone is not None:
            desk.message(ticket, beijing(16, "02:15:00"), "in", sentiment=-tone)
            desk.message(ticket, beijing(16, "03:00:00"), "in", sentiment=tone)
        if outcome:
            desk.visit(ticket, beijing(20), outcome)
        desk.solve(ticket, beijing(21))

    solved(tone=1)
    solved(tone=0)
    solved(tone=-1)
    solved(tone=-1, outcome="满意")
    solved(tone=1, outcome="不满")
    solved(tone=1, outcome="无动态")
    solved(before=1)
    solved(outcome="未解决但已安抚")
    assert figures(desk, "satisfaction", "verdict_coverage") == {
        "satisfaction": (3 / 7, 7),
        "verdict_coverage": (7 / 8, 8),
    }


def test_satisfaction_of_a_past_week_stays_when_its_tickets_are_taken_up_again(desk):
    someone = desk.customer("客户", "1")

    def solved(tone, outcome=""):
        ticket = desk.ticket(someone, beijing(16))
        desk.message(ticket, beijing(16, "02:00:00"), "out")
        desk.message(ticket, beijing(16, "03:00:00"), "in", sentiment=tone)
        if outcome:
            desk.visit(ticket, beijing(18), outcome)
        desk.solve(ticket, beijing(19))
        return ticket

    asked, visited, angry = solved(1), solved(-1, "满意"), solved(1)
    before = figures(desk, "satisfaction", "verdict_coverage")
    assert before == {"satisfaction": (1, 3), "verdict_coverage": (1, 3)}
    desk.clock.moment = beijing(29)
    for ticket in (asked, visited, angry):
        desk.reopen(ticket, beijing(24))
        desk.message(ticket, beijing(24), "in", sentiment=-1)
    desk.message(asked, beijing(25), "out")
    desk.visit(visited, beijing(25), "不满")
    assert figures(desk, "satisfaction", "verdict_coverage") == before
    for ticket in (asked, visited, angry):
        desk.solve(ticket, beijing(26))
    assert figures(desk, "satisfaction", "verdict_coverage") == before
    assert figures(desk, "satisfaction", "verdict_coverage", week=WEEK.next()) == {
        "satisfaction": (0, 2),
        "verdict_coverage": (2 / 3, 3),
    }


def test_moods_from_the_first_words_to_the_last(desk):
    someone = desk.customer("客户", "1")

    def began(tone, *ends, answered=True):
        ticket = desk.ticket(someone, beijing(16))
        desk.message(ticket, beijing(16), "in", sentiment=tone)
        desk.message(ticket, beijing(16, "00:30:00"), "in", sentiment=-tone)
        if answered:
            desk.message(ticket, beijing(16, "01:00:00"), "out")
        for hour, end in enumerate(ends, 2):
            desk.message(ticket, beijing(16, f"{hour:02}:00:00"), "in", sentiment=end)

    began(-1, 1)
    began(-1, -1, 0)
    began(-1, 1, -1)
    began(-1)
    began(-1, answered=False)
    began(1, -1)
    began(0, -1)
    assert figures(desk, "began_negative", "ended_positive", "ended_neutral", "ended_negative", "ended_silent") == {
        "began_negative": (5, 5),
        "ended_positive": (0.2, 5),
        "ended_neutral": (0.2, 5),
        "ended_negative": (0.2, 5),
        "ended_silent": (0.4, 5),
    }


def test_examples_of_moods_name_the_deciding_words(desk):
    def began(number, first, last=None):
        ticket = desk.ticket(desk.customer(f"客户{number}", f"m{number}"), beijing(16, f"0{number}:00:00"))
        told = [(beijing(16, f"0{number}:00:00"), first, -1)]
        if last is not None:
            desk.message(ticket, beijing(16, f"0{number}:10:00"), "out")
            told.append((beijing(16, f"0{number}:20:00"), *last))
        for at, text, tone in told:
            message = desk.message(ticket, at, "in", sentiment=tone)
            desk.connection.execute("UPDATE message SET text = ? WHERE id = ?", (text, message))
        return ticket

    silent = began(1, "太差了，真失望")
    began(2, "太差了", ("谢谢，很满意", 1))
    happy = [began(number, "太差了，太差了", ("谢谢，很满意", 1)) for number in (3, 4)]
    odd = began(5, "我的快递呢", ("好吧", 0))
    found = desk.weekly.summary(WEEK).more.moods
    assert [(each.ticket_id, each.end) for each in found] == [
        *((ticket, "positive") for ticket in happy),
        (odd, "neutral"),
        (silent, "silent"),
    ]
    assert "失望" in found[3].began.words
    assert found[3].ended is None
    assert found[0].ended is not None
    assert "满意" in found[0].ended.words
    assert len(set(found[0].began.words)) == len(found[0].began.words)
    assert found[2].began.words == (), "no listed word speaks for that tone"
    for told in (html_of(desk), str(desk.weekly.as_json(WEEK)), sheet_of(desk)):
        assert "失望" in told
        assert "满意" in told
        assert "我的快递呢" in told


def html_of(desk):
    return desk.weekly.html(desk.weekly.report(WEEK))


def sheet_of(desk):
    shown = tables(desk.weekly.summary(WEEK), desk.weekly.words, unmasked=False)
    return "".join(str(cell) for table in shown if table.heading == "moods" for row in table.rows for cell in row)


def test_important_complaints_beside_ordinary_ones(desk):
    def told(uid, minutes, kind="投诉", state="in_progress", **customer):
        who = desk._insert("customer", platform="weibo", uid=uid, nickname=uid, first_seen_at=0, **customer)
        closed = {"closed_at": to_ms(beijing(17))} if state == "closed" else {}
        ticket = desk.ticket(who, beijing(16), kind, state=state, **closed)
        if minutes:
            desk.message(ticket, beijing(16) + timedelta(minutes=minutes), "out")

    told("vip", 10, vip=1)
    told("press", 30, role="媒体", state="closed")
    told("many", 0, followers=10_000)
    told("asks", 5, kind="咨询", vip=1)
    told("few", 50, followers=9_999)
    told("unknown", 70)
    assert figures(
        desk, "important_complaints", "important_open", "important_first_answer", "ordinary_first_answer"
    ) == {
        "important_complaints": (3, 3),
        "important_open": (2, 2),
        "important_first_answer": (600, 2),
        "ordinary_first_answer": (3000, 2),
    }


def crisis(desk, ticket, at, state="confirmed", steps=0):
    decided = None if state == "raised" else to_ms(at)
    values = {"ticket_id": ticket, "state": state, "raised_at": to_ms(at), "decided_at": decided}
    row = desk._insert("crisis", **values)
    for step in sorted(desk.weekly.rules().playbook)[:steps]:
        desk._insert("crisis_step", crisis_id=row, phase="稳住", key=step, done_at=to_ms(at))


def test_crises_of_the_week(desk):
    someone = desk.customer("客户", "1")
    every = len(desk.weekly.rules().playbook)
    answered, private, dismissed, undecided, old = (complaint(desk, someone, beijing(16)) for _ in range(5))
    crisis(desk, answered, beijing(17), steps=every)
    desk.message(answered, beijing(16, "23:00:00"), "out")
    desk.message(answered, beijing(17, "00:12:00"), "out")
    crisis(desk, private, beijing(18), state="closed", steps=every - 1)
    desk.message(private, beijing(18, "01:00:00"), "out", audience="private")
    crisis(desk, dismissed, beijing(19), state="dismissed")
    desk.connection.execute("UPDATE ticket SET crisis_since = ? WHERE id = ?", (to_ms(beijing(20)), undecided))
    crisis(desk, old, beijing(15))
    message = desk.message(answered, beijing(16), "in")
    for day, counts in ((17, (5, 5, 5)), (18, (90, 10, 20)), (23, (900, 900, 900))):
        reposts, comments, likes = counts
        values = {"reposts": reposts, "comments": comments, "likes": likes, "at": to_ms(beijing(day))}
        desk._insert("count_sample", message_id=message, ticket_id=answered, **values)
    keys = ("crises_raised", "crises_confirmed", "crisis_public_answer", "crisis_checklists", "crisis_peak")
    assert figures(desk, *keys) == {
        "crises_raised": (4, 4),
        "crises_confirmed": (2, 2),
        "crisis_public_answer": (12 * 60, 1),
        "crisis_checklists": (0.5, 2),
        "crisis_peak": (120, 1),
    }
