"""The practice shop, its conversations and the starter templates have the shape and story they promise."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pypinyin import Style, lazy_pinyin

from weibo_operator.domain.labels import DEFAULT_DEPARTMENTS, Audience, Kind, Level, Nature, Source, State
from weibo_operator.domain.template import ASKED_VARIABLES, CURSOR, KNOWN_VARIABLES, VARIABLE, fill

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
VARIABLES = frozenset([*KNOWN_VARIABLES, *ASKED_VARIABLES, CURSOR])
CATEGORIES = [
    "物流",
    "退换货",
    "售前",
    "价格活动",
    "发票",
    "使用帮助",
    "安抚转交",
    "表扬感谢",
    "私信引导",
    "危机-稳住",
    "危机-沟通",
    "危机-修复",
    "回访",
    "换渠道",
    "博友协助",
    "线索",
]
ROLES = frozenset(["客户", "供应商", "代理商", "合作伙伴", "员工", "媒体", "名人"])
OUTCOMES = frozenset(["满意", "新问题", "好评分享", "无动态", "不满", "未解决但已安抚"])
CUSTOMER_KEYS = {
    "uid",
    "nickname",
    "followers",
    "verified",
    "location",
    "role",
    "vip",
    "notes",
    "conversation",
}
COUNT_KEYS = {"reposts", "comments", "likes"}
STEP_KEYS: dict[str, tuple[set[str], set[str]]] = {
    "in": ({"source", "text", *COUNT_KEYS}, {"post"}),
    "recount": ({"message", *COUNT_KEYS}, set()),
    "reply": ({"audience", "text", "after"}, {"follow_up_days", "question"}),
    "ack": ({"text"}, set()),
    "no_reply": ({"reason"}, set()),
    "forward": ({"department", "description", "contact", "due_hours", "holding", "audience"}, set()),
    "answer": ({"department", "text"}, set()),
    "nudge": (set(), set()),
    "follow_up_done": ({"outcome", "note"}, set()),
    "close": (set(), set()),
    "level": ({"level"}, set()),
    "labels": ({"kind", "nature", "department"}, set()),
    "draft": ({"audience", "text"}, set()),
    "card": ({"manager", "relation", "private_way", "contact_days", "next_in_days"}, set()),
    "contact": ({"note"}, set()),
}
"""Per step type: the keys it must have and those it may have, beside type, at and thread."""
SLIDE_WORDS = (
    "购买的商品没有在承诺的时间内收到",
    "诺基亚N9有没有紫色的",
    "贵网站的广告种类及报价",
    "接到商品后发现型号不对",
    "希望网站能够提供商品功能与价格比较功能",
    "商品损坏后未及时给予调换",
    "所发的邮件没有得到及时的回复",
)
MINUTES_PER_DAY = 1440
REOPEN_WINDOW = 7 * MINUTES_PER_DAY
PUBLIC_LIMIT, PRIVATE_LIMIT = 140, 300

Step = dict[str, Any]
Customer = dict[str, Any]
Ticket = dict[str, Any]


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shop() -> dict[str, Any]:
    return toml("demo/shop.toml")


@pytest.fixture(scope="module")
def starter() -> dict[str, Any]:
    return toml("templates/starter.toml")


@pytest.fixture(scope="module")
def customers() -> list[Customer]:
    lines = (RESOURCES / "demo/conversations.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def tickets(customers: list[Customer]) -> list[Ticket]:
    return [ticket for customer in customers for ticket in play(customer)]


def minute(step: Step) -> int:
    """Minutes from midnight of the demo's today (negative in the past)."""
    hour, minutes = step["at"]["time"].split(":")
    return int(hour) * 60 + int(minutes) - step["at"]["days_ago"] * MINUTES_PER_DAY


def steps_of(customers: list[Customer], kind: str) -> list[Step]:
    return [step for customer in customers for step in customer["conversation"] if step["type"] == kind]


def play(customer: Customer) -> list[Ticket]:
    """The customer's tickets after all steps, by the rules of product.md "Words"."""
    tickets: list[Ticket] = []
    by_thread: dict[str, Ticket] = {}
    for step in customer["conversation"]:
        thread = step.get("thread", "")
        ticket = by_thread.get(thread)
        if step["type"] == "in":
            if ticket is None or has_lapsed(ticket, minute(step)):
                ticket = by_thread[thread] = open_ticket(customer, step)
                tickets.append(ticket)
            receive(ticket, step)
        else:
            assert ticket is not None, f"{customer['nickname']}: a step before the first message"
            apply(ticket, step)
    return tickets


def open_ticket(customer: Customer, step: Step) -> Ticket:
    return {
        "customer": customer,
        "state": State.NEW,
        "waiting": None,
        "reopened": False,
        "closed": None,
        "due": None,
        "text": step["text"],
        "department_due": None,
        "answered": False,
        "transfers": 0,
        "turns": [],
    }


def has_lapsed(ticket: Ticket, now: int) -> bool:
    return ticket["state"] is State.CLOSED and now - ticket["closed"] > REOPEN_WINDOW


def receive(ticket: Ticket, step: Step) -> None:
    if ticket["state"] is State.CLOSED:
        ticket["reopened"] = True
    if ticket["state"] in (State.CLOSED, State.FOLLOW_UP):
        ticket["state"] = State.IN_PROGRESS
    if ticket["waiting"] is None:
        ticket["waiting"] = minute(step)


def apply(ticket: Ticket, step: Step) -> None:
    now = minute(step)
    match step["type"]:
        case "reply":
            assert ticket["state"] is not State.CLOSED, "a reply on a closed ticket"
            end_turn(ticket, now)
            move(ticket, State(step["after"]), now)
            ticket["answered"] = False
            ticket["due"] = step.get("follow_up_days", 0) - step["at"]["days_ago"]
        case "no_reply":
            end_turn(ticket, None)
            move(ticket, State.CLOSED, now)
        case "forward":
            move(ticket, State.IN_PROGRESS, now)
            ticket["transfers"] += 1
            ticket["answered"] = False
            ticket["department_due"] = now + step["due_hours"] * 60
            if step["holding"]:
                end_turn(ticket, now)
        case "answer":
            assert ticket["department_due"] is not None, "an answer nobody asked for"
            ticket["department_due"] = None
            ticket["answered"] = True
        case "nudge":
            assert ticket["department_due"] is not None, "a nudge with no open handoff"
        case "follow_up_done":
            assert ticket["state"] is State.FOLLOW_UP, "a visit that was not planned"
            unhappy = step["outcome"] in {"新问题", "不满"}
            move(ticket, State.IN_PROGRESS if unhappy else State.CLOSED, now)
        case "close":
            move(ticket, State.CLOSED, now)


def end_turn(ticket: Ticket, answered_at: int | None) -> None:
    if ticket["waiting"] is not None and answered_at is not None:
        ticket["turns"].append((ticket["waiting"], answered_at - ticket["waiting"]))
    ticket["waiting"] = None


def move(ticket: Ticket, state: State, now: int) -> None:
    ticket["state"] = state
    ticket["closed"] = now if state is State.CLOSED else None


def filled(text: str, shop: dict[str, Any]) -> str:
    values = shop["samples"] | shop["variables"]
    return fill(text, values)


def length(text: str) -> float:
    """Weibo's 字: code points up to U+00FF count half."""
    return sum(0.5 if ord(character) <= 0xFF else 1 for character in text)


def starter_texts(starter: dict[str, Any]) -> list[str]:
    groups = [*starter["templates"], *starter["holding"]]
    return [*starter["acknowledgements"], *(text for group in groups for text in group["wordings"])]


# --- shop -------------------------------------------------------------------------------------------------


def test_shop_gives_every_variable_exactly_once(shop: dict[str, Any]) -> None:
    assert not shop["variables"].keys() & shop["samples"].keys()
    assert shop["variables"].keys() | shop["samples"].keys() == VARIABLES - {CURSOR}
    assert shop["variables"]["热线"] == shop["shop"]["hotline"]
    assert shop["variables"]["署名"] == shop["shop"]["signature"]


def test_shop_lists_the_default_departments_with_a_contact(shop: dict[str, Any]) -> None:
    assert tuple(entry["name"] for entry in shop["departments"]) == DEFAULT_DEPARTMENTS
    assert all(entry["contact"] and entry["duty"] and entry["due_hours"] > 0 for entry in shop["departments"])


# --- conversations: schema --------------------------------------------------------------------------------


def test_customers_are_complete_and_distinct(customers: list[Customer], shop: dict[str, Any]) -> None:
    uids = [customer["uid"] for customer in customers]
    assert len(customers) >= 72
    assert len(set(uids)) == len(uids)
    assert shop["account"]["uid"] not in uids
    assert len({customer["nickname"] for customer in customers}) == len(customers)
    for customer in customers:
        assert customer.keys() == CUSTOMER_KEYS
        assert re.fullmatch(r"99\d{8}", customer["uid"]), "uids stay in a range no real account has"
        assert customer["verified"] in {"", "黄V", "蓝V", "金V"}
        assert customer["role"] in ROLES
        assert isinstance(customer["vip"], bool)
        assert customer["followers"] >= 0


def test_steps_have_the_keys_of_their_type(customers: list[Customer]) -> None:
    for customer in customers:
        for step in customer["conversation"]:
            required, optional = STEP_KEYS[step["type"]]
            keys = step.keys() - {"type", "at", "thread"}
            assert required <= keys <= required | optional, (customer["nickname"], step)
            assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", step["at"]["time"])
            assert 0 <= step["at"]["days_ago"] <= 13


def test_steps_are_in_order_and_lie_before_nine_today(customers: list[Customer]) -> None:
    for customer in customers:
        moments = [minute(step) for step in customer["conversation"]]
        assert moments == sorted(moments), customer["nickname"]
        assert moments[-1] <= 8 * 60 + 50, customer["nickname"]
        assert customer["conversation"][0]["type"] == "in", customer["nickname"]


def test_labels_are_the_product_s(customers: list[Customer]) -> None:
    for step in steps_of(customers, "in"):
        assert Source(step["source"]) is not Source.OTHER
        assert step["text"].strip() == step["text"] != ""
    for step in steps_of(customers, "labels"):
        assert Kind(step["kind"])
        assert Nature(step["nature"])
        assert step["department"] in DEFAULT_DEPARTMENTS
    for step in steps_of(customers, "level"):
        assert Level(step["level"])
    assert {step["outcome"] for step in steps_of(customers, "follow_up_done")} == OUTCOMES


def test_handoffs_name_a_department_and_its_contact(customers: list[Customer], shop: dict[str, Any]) -> None:
    contacts = {entry["name"]: entry["contact"] for entry in shop["departments"]}
    for step in steps_of(customers, "forward"):
        assert contacts[step["department"]] == step["contact"]
        assert step["due_hours"] > 0


def test_follow_ups_say_when_and_what_to_ask(customers: list[Customer]) -> None:
    for step in steps_of(customers, "reply"):
        planned = step["after"] == State.FOLLOW_UP
        assert planned == ("follow_up_days" in step) == ("question" in step), step["text"]


def test_our_texts_fit_and_carry_no_order_number_in_public(customers: list[Customer]) -> None:
    for step in [*steps_of(customers, "reply"), *steps_of(customers, "ack")]:
        is_public = step.get("audience") != Audience.PRIVATE
        assert length(step["text"]) <= (PUBLIC_LIMIT if is_public else PRIVATE_LIMIT)
        assert not (is_public and re.search(r"CG\d{8}|1[3-9]\d{9}", step["text"])), step["text"]
    for step in steps_of(customers, "forward"):
        limit = PUBLIC_LIMIT if step["audience"] == Audience.PUBLIC else PRIVATE_LIMIT
        assert length(step["holding"]) <= limit


# --- conversations: the story -----------------------------------------------------------------------------


def test_every_pane_has_enough_tickets(tickets: list[Ticket]) -> None:
    states = Counter(ticket["state"] for ticket in tickets)
    assert states[State.NEW] >= 14
    assert states[State.IN_PROGRESS] >= 7
    assert states[State.FOLLOW_UP] >= 8
    assert states[State.CLOSED] >= 35


def test_waiting_turns_are_open_tickets_only(tickets: list[Ticket]) -> None:
    for ticket in tickets:
        if ticket["state"] in (State.CLOSED, State.FOLLOW_UP):
            assert ticket["waiting"] is None, ticket["customer"]["nickname"]
        if ticket["state"] is State.NEW:
            assert ticket["waiting"] is not None, ticket["customer"]["nickname"]


def test_overnight_queue_has_a_big_account_a_danger_and_a_cluster(tickets: list[Ticket]) -> None:
    waiting = [ticket for ticket in tickets if ticket["state"] is State.NEW]
    assert sum(-12 * 60 <= ticket["waiting"] < 9 * 60 for ticket in waiting) >= 10
    assert any(ticket["customer"]["followers"] >= 100_000 for ticket in waiting)
    assert any("冒烟" in ticket["text"] and "充电宝" in ticket["text"] for ticket in waiting)
    late = [ticket for ticket in waiting if "耳机" in ticket["text"] and "要不要" not in ticket["customer"]["nickname"]]
    assert len({ticket["customer"]["uid"] for ticket in late}) >= 5
    assert max(t["waiting"] for t in late) - min(t["waiting"] for t in late) <= 2 * MINUTES_PER_DAY


def test_in_progress_shows_every_kind_of_waiting(tickets: list[Ticket]) -> None:
    working = [ticket for ticket in tickets if ticket["state"] is State.IN_PROGRESS]
    assert any(t["department_due"] is not None and t["department_due"] > 9 * 60 for t in working)
    assert any(t["department_due"] is not None and t["department_due"] < 0 for t in working)
    assert any(t["answered"] for t in working)
    assert any(t["waiting"] is not None for t in working)
    assert any(t["reopened"] for t in working)
    assert any(t["transfers"] >= 2 for t in working)


def test_follow_ups_are_overdue_today_tomorrow_and_later(tickets: list[Ticket]) -> None:
    due = Counter(min(max(ticket["due"], -1), 2) for ticket in tickets if ticket["state"] is State.FOLLOW_UP)
    assert all(due[day] >= 2 for day in (-1, 0, 1, 2)), due


def test_both_weeks_have_quick_and_slow_answers(tickets: list[Ticket]) -> None:
    turns = [turn for ticket in tickets for turn in ticket["turns"]]
    for first_day, last_day in ((-7, 0), (-14, -7)):
        answers = [took for opened, took in turns if first_day * MINUTES_PER_DAY <= opened < last_day * MINUTES_PER_DAY]
        assert len(answers) >= 30
        assert sum(took <= 20 for took in answers) >= 10
        assert sum(took >= 120 for took in answers) >= 4


def test_people_are_of_many_sorts(customers: list[Customer], tickets: list[Ticket]) -> None:
    roles = Counter(customer["role"] for customer in customers)
    assert roles.keys() >= {"客户", "员工", "媒体", "供应商", "代理商", "合作伙伴"}
    per_customer = Counter(ticket["customer"]["uid"] for ticket in tickets)
    assert max(per_customer.values()) >= 2
    asked = [[s for s in c["conversation"] if s["type"] == "in"] for c in customers]
    assert max(map(len, asked)) >= 8
    texts = [step["text"] for step in steps_of(customers, "in")]
    assert sum("//@" in text for text in texts) >= 3
    assert sum(re.search(r"\[[^\[\]]+\]", text) is not None for text in texts) >= 15
    assert sum(len(text) <= 14 for text in texts) >= 30
    private = [step["text"] for step in steps_of(customers, "in") if step["source"] == Source.PRIVATE]
    assert sum(re.search(r"CG\d{8}", text) is not None for text in private) >= 6


def test_noise_is_closed_with_a_reason_and_some_waits_for_bulk_clearing(customers: list[Customer]) -> None:
    reasons = [step["reason"] for step in steps_of(customers, "no_reply")]
    assert len(reasons) >= 12
    assert len(set(reasons)) >= 5
    assert reasons.count("垃圾广告") >= 3


def test_praise_is_thanked_within_a_day(tickets: list[Ticket]) -> None:
    thanked = [
        ticket["turns"][0][1]
        for ticket in tickets
        if re.search("表扬|好评|夸你们|是个好灯|记住了|好正", ticket["text"]) and ticket["turns"]
    ]
    assert len(thanked) >= 5
    assert max(thanked) <= MINUTES_PER_DAY


@pytest.mark.parametrize("words", SLIDE_WORDS)
def test_the_seven_situations_of_the_slide_occur(words: str, customers: list[Customer]) -> None:
    assert any(words in step["text"] for step in steps_of(customers, "in"))


def test_unfinished_drafts_give_the_check_something_to_show(customers: list[Customer], tickets: list[Ticket]) -> None:
    drafts = " ".join(step["text"] for step in steps_of(customers, "draft"))
    assert all(typo in drafts for typo in ("抱谦", "因该", "己经"))
    assert re.search(r"1[3-9]\d{9}", drafts)
    assert re.search(r"\{时间\}", drafts)
    open_uids = {t["customer"]["uid"] for t in tickets if t["waiting"] is not None}
    for customer in customers:
        if any(step["type"] == "draft" for step in customer["conversation"]):
            assert customer["uid"] in open_uids


# --- templates --------------------------------------------------------------------------------------------


def test_templates_are_complete(starter: dict[str, Any]) -> None:
    assert starter["categories"] == CATEGORIES
    assert len(starter["templates"]) >= 40
    assert {template["category"] for template in starter["templates"]} == set(CATEGORIES)
    for template in starter["templates"]:
        assert template["audience"] in {"public", "private", "both"}
        assert template["tone"] in {"正式", "亲切"}
        assert 2 <= len(template["wordings"]) <= 3
    favourites = [template["favourite"] for template in starter["templates"] if "favourite" in template]
    assert sorted(favourites) == list(range(1, 10))


def test_codes_are_the_pinyin_initials_of_the_first_word(starter: dict[str, Any]) -> None:
    codes = [(template["code"], template["tone"]) for template in starter["templates"]]
    assert len(set(codes)) == len(codes)
    for template in starter["templates"]:
        head = template["title"].split()[0]
        assert template["code"] == "".join(lazy_pinyin(head, style=Style.FIRST_LETTER)), head


def test_acknowledgements_and_holding_replies(starter: dict[str, Any]) -> None:
    assert len(set(starter["acknowledgements"])) >= 8
    assert tuple(entry["department"] for entry in starter["holding"]) == DEFAULT_DEPARTMENTS
    for entry in starter["holding"]:
        assert len(entry["wordings"]) >= 2
        assert all("{热线}" in text and "{时间}" in text for text in entry["wordings"])


def test_variables_are_known_and_texts_distinct(starter: dict[str, Any]) -> None:
    texts = starter_texts(starter)
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert {match.group(1) for match in VARIABLE.finditer(text)} <= VARIABLES, text
        assert text.endswith("{署名}"), text


def test_wordings_fit_after_filling(starter: dict[str, Any], shop: dict[str, Any]) -> None:
    for template in starter["templates"]:
        limit = PRIVATE_LIMIT if template["audience"] == "private" else PUBLIC_LIMIT
        assert all(length(filled(text, shop)) <= limit for text in template["wordings"]), template["title"]
    shared = [*starter["acknowledgements"], *(t for entry in starter["holding"] for t in entry["wordings"])]
    assert all(length(filled(text, shop)) <= PUBLIC_LIMIT for text in shared)


def test_public_wordings_ask_for_no_private_data(starter: dict[str, Any]) -> None:
    for template in starter["templates"]:
        if template["audience"] != "private":
            text = "".join(template["wordings"])
            assert not {"订单号", "单号"} & {match.group(1) for match in VARIABLE.finditer(text)}, template["title"]


@pytest.mark.parametrize(
    "banned",
    [
        r"亲(?![切自])",
        "哦",
        "！",
        "保证",
        "绝对",
        "一定会",
        "百分之百",
        "马上",
        "立刻",
        "第一时间",
        "全网",
        "难道",
        "您自己",
    ],
)
def test_tone_is_calm(banned: str, starter: dict[str, Any]) -> None:
    assert not [text for text in starter_texts(starter) if re.search(banned, text)]
