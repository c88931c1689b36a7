"""The further figures of the weekly summary against weeks counted by hand: outcomes, moods, crises, promises, work."""

from datetime import timedelta

import pytest
from weekly_desk import WeeklyDesk, beijing

from weibo_operator.domain.settings import MINIMUM_GAP, OPEN_FROM_HOUR, OPEN_ON_REST_DAYS, OPEN_TO_HOUR
from weibo_operator.domain.week import Week
from weibo_operator.services.weekly_tables_shown import tables
from weibo_operator.storage import settings
from weibo_operator.storage.times import to_ms

WEEK = Week(2026, 47)
AFTER = beijing(24, "10:00:00")
HOUR = 3600


@pytest.fixture
def desk():
    desk = WeeklyDesk(AFTER)
    yield desk
    desk.close()


def figures(desk, *keys, week=WEEK):
    """Value and n of figures, each of which must open exactly its n rows."""
    summary = desk.weekly.summary(week)
    found = {}
    for key in keys:
        figure = summary.figure(key)
        rows = desk.weekly.rows(week, key)
        assert len({(row.kind, row.id) for row in rows}) == len(rows) == figure.n, key
        found[key] = (figure.value, figure.n)
    return found


def complaint(desk, customer, at, **other):
    return desk.ticket(customer, at, "投诉", "物流配送", "物流部", **other)


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


def promise(desk, ticket, made, due, state="open", settled=None):
    values = {"ticket_id": ticket, "kind": "发货", "text": "明天发", "made_at": to_ms(made), "due_at": to_ms(due)}
    settled = None if state == "open" else to_ms(settled or due)
    return desk._insert("promise", state=state, settled_at=settled, **values)


def test_promises_and_remedies(desk):
    ticket = complaint(desk, desk.customer("客户", "1"), beijing(16))
    promise(desk, ticket, beijing(10), beijing(16), "kept")
    promise(desk, ticket, beijing(16), beijing(17), "kept")
    promise(desk, ticket, beijing(17), beijing(18), "late")
    promise(desk, ticket, beijing(17), beijing(18))
    promise(desk, ticket, beijing(17), beijing(19), "cancelled")
    promise(desk, ticket, beijing(22), beijing(23))
    assert figures(
        desk, "promises_made", "promises_due", "promises_kept", "promises_late", "promises_owed", "promise_rate"
    ) == {
        "promises_made": (5, 5),
        "promises_due": (4, 4),
        "promises_kept": (2, 2),
        "promises_late": (1, 1),
        "promises_owed": (1, 1),
        "promise_rate": (0.5, 4),
    }
    for day, cents, limit in ((16, 5000, 10000), (17, 15050, 10000), (23, 99, 10000)):
        values = {"cents": cents, "limit_cents": limit, "given_at": to_ms(beijing(day))}
        desk._insert("remedy", ticket_id=ticket, kind="退款", approved_by="老板", **values)
    assert figures(desk, "remedies", "remedy_yuan", "remedies_over_limit") == {
        "remedies": (2, 2),
        "remedy_yuan": (200.5, 2),
        "remedies_over_limit": (1, 1),
    }
    desk._insert("testimonial", ticket_id=ticket, text="好", permission="given", kept_at=to_ms(beijing(20)))
    assert figures(desk, "praises_kept") == {"praises_kept": (1, 1)}


def test_what_other_users_answered_and_what_was_solved_outside(desk):
    someone = desk.customer("客户", "1")
    tickets = [desk.ticket(someone, beijing(16)) for _ in range(5)]
    for ticket, day in zip(tickets, (17, 18, 19, 23, 17), strict=True):
        desk.solve(ticket, beijing(day))
    for ticket in (tickets[0], tickets[3]):
        desk._insert("peer_answer", ticket_id=ticket, nickname="热心小王", marked_at=to_ms(beijing(17)))
    assert figures(desk, "community_solved", "community_share") == {
        "community_solved": (1, 1),
        "community_share": (0.25, 4),
    }
    solved_at = to_ms(beijing(18))
    link = {"link": "https://weibo.com/1234567890/N8x9y0Z1a", "linked_at": solved_at}
    desk._insert("offline_solution", ticket_id=tickets[1], how="门店换了", solved_at=solved_at, **link)
    desk._insert("offline_solution", ticket_id=tickets[2], how="电话讲清楚了", solved_at=solved_at)
    desk._insert("offline_solution", ticket_id=tickets[4], how="电话", solved_at=to_ms(beijing(23)))
    assert figures(desk, "offline_solved", "offline_fed_back") == {
        "offline_solved": (2, 2),
        "offline_fed_back": (0.5, 2),
    }


def test_what_customers_were_shown_to_do_for_themselves(desk):
    someone = desk.customer("客户", "1")
    link, way = "https://weibo.com/1234567890/N8x9y0Z1a", "打开设置，选恢复出厂设置"
    texts = (f"看这里 {link} 就好", f"您好，{way}。", "马上给您查", f"{way}，不行再找我", "广告请走合作信箱")
    tickets = [desk.ticket(someone, beijing(16)) for _ in texts]
    for ticket, text in zip(tickets, texts, strict=True):
        number = desk.message(ticket, beijing(17), "out")
        desk.connection.execute("UPDATE message SET text = ? WHERE id = ?", (text, number))
    assert figures(desk, "self_served", "self_service_share") == {"self_served": (0, 0), "self_service_share": (0, 5)}
    card = {"kind": "常见问题", "code": "x", "self_service": 1}
    desk._insert("knowledge_card", title="恢复", text=f"{{称呼}}您好\n{way}", **card)
    desk._insert("knowledge_card", title="短", text="好的", **card)
    desk._insert("knowledge_card", title="不自助", text="马上给您查", **{**card, "self_service": 0})
    desk._insert("knowledge_card", title="驱动", text=f"驱动在 {link} 下载", **card)
    assert figures(desk, "self_served", "self_service_share") == {"self_served": (3, 3), "self_service_share": (0.6, 5)}


def test_a_promise_not_due_yet_is_not_owed(desk):
    ticket = complaint(desk, desk.customer("客户", "1"), beijing(16))
    promise(desk, ticket, beijing(17), beijing(20))
    desk.clock.moment = beijing(19)
    assert figures(desk, "promises_due", "promise_rate") == {"promises_due": (0, 0), "promise_rate": (None, 0)}


def test_rotation_and_slips(desk):
    one, two = desk.customer("甲", "1"), desk.customer("乙", "2")
    first, second = desk.ticket(one, beijing(16), topic="发货"), desk.ticket(two, beijing(16), topic="退款")
    for number in range(3):
        desk.turn(first, beijing(16, f"0{number}:00:00"))
    desk.turn(second, beijing(17))
    for ticket, clock, audience in (
        (first, "09:00:00", "public"),
        (first, "09:20:00", "public"),
        (second, "09:40:00", "private"),
        (first, "10:00:00", "public"),
        (second, "10:30:00", "public"),
        (second, "12:00:00", "public"),
    ):
        desk.message(ticket, beijing(16, clock), "out", audience=audience)
    desk.message(second, beijing(16, "15:00:00"), "out", is_ack=1)
    assert figures(desk, "served_per_hour", "turns_per_customer", "turns_of_one_customer", "topic_run") == {
        "served_per_hour": (5 / 3, 6),
        "turns_per_customer": (1, 4),
        "turns_of_one_customer": (3, 4),
        "topic_run": (3, 3),
    }
    for day, undone in ((16, None), (17, 5), (23, None)):
        desk._insert("operation", kind="skip", at=to_ms(beijing(day)), ticket_id=first, undone_at=undone)
    for name, typos, state in (("a", 2, "sent"), ("b", 0, "sent"), ("c", 1, "withdrawn")):
        when = to_ms(beijing(18))
        values = {"audience": "public", "text": "字", "after_state": "closed", "created_at": when, "decided_at": when}
        desk._insert("intent", id=name, ticket_id=first, open_typos=typos, state=state, **values)
        if state == "sent":
            message = desk.message(first, beijing(18), "out")
            desk.connection.execute("UPDATE message SET intent_id = ? WHERE id = ?", (name, message))
    assert figures(desk, "skips", "sent_with_typos") == {"skips": (1, 1), "sent_with_typos": (1, 1)}


def test_the_longest_wait_for_the_buffer(desk):
    one, two = desk.customer("甲", "1"), desk.customer("乙", "2")
    first, second = desk.ticket(one, beijing(16)), desk.ticket(two, beijing(16))
    desk.message(first, beijing(16, "09:00:00"), "out")
    desk.message(second, beijing(16, "09:00:00"), "out", audience="private")
    desk.turn(first, beijing(16, "09:10:00"), beijing(16, "09:50:00"), "reply")
    desk.turn(first, beijing(16, "09:25:00"), beijing(16, "09:26:00"), "reply")
    desk.turn(first, beijing(16, "10:00:00"), beijing(16, "12:00:00"), "reply")
    desk.turn(second, beijing(16, "09:01:00"), beijing(16, "09:50:00"), "reply")
    assert figures(desk, "buffer_wait") == {"buffer_wait": (None, 0)}
    store(desk, MINIMUM_GAP, 30)
    assert figures(desk, "buffer_wait") == {"buffer_wait": (20 * 60, 2)}


def test_what_the_check_kept_from_leaving(desk):
    ticket, gone = desk.ticket(desk.customer("甲", "1"), beijing(16)), 999
    for kind, day, of in (
        ("typo", 16, ticket),
        ("typo", 16, ticket),
        ("typo", 22, gone),
        ("typo", 23, ticket),
        ("privacy", 17, ticket),
        ("tone", 15, ticket),
        ("double", 18, ticket),
    ):
        desk._insert("caught", kind=kind, ticket_id=of, at=to_ms(beijing(day)))
    assert figures(desk, "typos_caught", "privacy_stopped", "tones_mended", "doubles_prevented") == {
        "typos_caught": (3, 3),
        "privacy_stopped": (1, 1),
        "tones_mended": (0, 0),
        "doubles_prevented": (1, 1),
    }
    assert [detail.id for detail in desk.weekly.tickets_of(WEEK, "typos_caught")] == [ticket]


def test_the_time_spent_on_tickets(desk):
    one, two = (desk.ticket(desk.customer(name, name), beijing(16)) for name in "甲乙")
    for ticket, began, seconds in (
        (one, beijing(16), 60),
        (one, beijing(17), 120),
        (two, beijing(18), 300),
        (one, beijing(22, "23:59:59"), 20),
        (two, beijing(23), 999),
    ):
        values = {"began_at": to_ms(began), "ended_at": to_ms(began + timedelta(seconds=seconds))}
        desk._insert("handling", ticket_id=ticket, **values)
    assert figures(desk, "handling_time", "handling_per_ticket") == {
        "handling_time": (500, 4),
        "handling_per_ticket": (200, 4),
    }


def test_leads_and_suggestions(desk):
    ids = [desk.customer(f"客户{n}", str(n)) for n in range(4)]
    ticket = desk.ticket(ids[0], beijing(12), "售前")
    desk.message(ticket, beijing(17), "out")
    desk.message(ticket, beijing(19), "out")

    def lead(customer, created, state="watched", at=None):
        values = {"state": state, "state_at": to_ms(at or created), "created_at": to_ms(created)}
        return desk._insert("lead", customer_id=customer, **values)

    lead(ids[0], beijing(16))
    touched = lead(ids[1], beijing(15), "won", beijing(22, "23:59:59"))
    lead(ids[2], beijing(23))
    lead(ids[3], beijing(18), "won", beijing(23))
    desk._insert("lead_entry", lead_id=touched, at=to_ms(beijing(18)), state="touched", touch=1)
    desk.handoff(ticket, "广告部", beijing(18))
    suggestion = desk.handoff(ticket, "广告部", beijing(19))
    desk.connection.execute("UPDATE handoff SET kind = '建议' WHERE id = ?", (suggestion,))
    assert figures(desk, "leads_found", "leads_contacted", "leads_won", "suggestions_passed_on") == {
        "leads_found": (2, 2),
        "leads_contacted": (2, 2),
        "leads_won": (1, 1),
        "suggestions_passed_on": (1, 1),
    }


def store(desk, setting, value):
    row = settings.row_of(setting, value)
    desk.connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (row["key"], row["value"]))


def test_waits_in_open_hours(desk):
    someone = desk.customer("客户", "1")
    night = desk.ticket(someone, beijing(19, "22:00:00"))
    desk.turn(night, beijing(19, "22:00:00"), beijing(20, "09:15:00"), "reply")
    desk.message(night, beijing(20, "09:15:00"), "out")
    weekend = desk.ticket(someone, beijing(20, "20:30:00"))
    desk.turn(weekend, beijing(20, "20:30:00"), beijing(22, "09:30:00"), "reply")
    desk.message(weekend, beijing(22, "09:30:00"), "out")
    keys = ("first_answer_open_hours", "response_open_hours", "within_20_minutes_open_hours")
    # Saturday's twelve hours, half an hour before and after.
    assert figures(desk, *keys) == {keys[0]: (900, 2), keys[1]: (900, 2), keys[2]: (0.5, 2)}
    assert desk.weekly.summary(WEEK).figure("within_20_minutes").value == 0
    store(desk, OPEN_ON_REST_DAYS, 0)
    store(desk, OPEN_FROM_HOUR, 10)
    assert figures(desk, *keys) == {keys[0]: (0, 2), keys[1]: (0, 2), keys[2]: (0.5, 2)}
    store(desk, OPEN_TO_HOUR, 10)
    # Round the clock: the night before Friday, and Friday evening; the weekend is off.
    assert figures(desk, keys[0]) == {keys[0]: (3.5 * HOUR, 2)}
