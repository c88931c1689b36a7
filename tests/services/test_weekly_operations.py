"""Figures of the weekly summary against weeks counted by hand: promises, help from outside, the work itself."""

from datetime import timedelta

from tests.services.weekly_desk import WEEK, beijing, complaint, figures
from weibo_operator.domain.settings import MINIMUM_GAP, OPEN_FROM_HOUR, OPEN_ON_REST_DAYS, OPEN_TO_HOUR
from weibo_operator.storage import settings
from weibo_operator.storage.times import to_ms

HOUR = 3600


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
