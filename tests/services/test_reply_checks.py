"""The desk check as the operator meets it: this ticket's facts, the shop's contacts, the switches."""

import pytest

from weibo_operator.domain.clock import china
from weibo_operator.domain.findings import FindingKind, Grade
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.promises import PromiseKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import ADDRESS, CHECKS, HOTLINE, SETTINGS


def kinds(operator, text, ticket, audience=Audience.PUBLIC):
    return {f.kind for f in operator.replies.check(text, ticket=ticket, audience=audience)}


@pytest.fixture
def ticket(operator, customers):
    return operator.intake.capture(customers.message("有货吗？多少钱？", nickname="小李", under="p1")).value


def test_the_open_turns_questions_are_asked_for(operator, ticket, customers):
    found = operator.replies.check("有货的，随时可以拍", ticket=ticket, audience=Audience.PUBLIC)
    assert [f.reason for f in found if f.kind is FindingKind.UNANSWERED] == ["客户还问了“多少钱”，回复里没看到"]
    assert FindingKind.UNANSWERED not in kinds(operator, "有货的，随时可以拍", None)
    intent = operator.replies.copy(
        ticket, audience=Audience.PUBLIC, text="有货，99元", after=AfterSend(State.IN_PROGRESS)
    )
    operator.replies.confirm(intent.id)
    assert FindingKind.UNANSWERED not in kinds(operator, "有货的，随时可以拍", ticket)
    operator.intake.capture(customers.message("什么时候发货？发什么快递？", nickname="小李", under="p1"))
    assert FindingKind.UNANSWERED in kinds(operator, "明天发货哈", ticket)


def test_a_waiting_customers_name_is_the_wrong_one(operator, ticket, customers):
    text = "小王您好，已经给您登记了"
    assert FindingKind.NAME not in kinds(operator, text, ticket)
    other = operator.intake.capture(customers.message("杯子碎了", uid="2002", nickname="小王")).value
    (finding,) = operator.replies.check(text, ticket=ticket, audience=Audience.PUBLIC)
    assert (finding.kind, finding.text, finding.grade, finding.suggestions) == (
        FindingKind.NAME,
        "小王",
        Grade.CERTAIN,
        ("小李",),
    )
    assert FindingKind.NAME not in kinds(operator, text, other)


def test_the_shops_contacts_are_public(operator, ticket):
    text = "请打0571-87654321，或者来文三路90号"
    assert FindingKind.PRIVACY in kinds(operator, text, ticket)
    operator.shop.change(HOTLINE, "0571-87654321")
    operator.shop.change(ADDRESS, "杭州市西湖区文三路90号")
    assert FindingKind.PRIVACY not in kinds(operator, text, ticket)


def test_a_promise_is_dated_by_the_desks_clock(operator, ticket, clock):
    (promise,) = operator.replies.promises("您好，明天给您发货")
    assert promise.kind is PromiseKind.SHIP
    assert (china(promise.due).date() - china(clock.now()).date()).days == 1


@pytest.mark.parametrize("kind", [FindingKind.PRIVACY, FindingKind.TONE, FindingKind.PROMISE, FindingKind.TYPO])
def test_each_rule_has_its_switch(operator, ticket, kind):
    text = "抱谦，难道13812345678明天给您退款"
    assert kind in kinds(operator, f"{text}。明天给您退款。", ticket)
    operator.shop.change(CHECKS[kind], False)
    left = kinds(operator, f"{text}。明天给您退款。", ticket)
    assert kind not in left
    assert left


def test_the_switches_names_are_kept():
    assert {switch.key for switch in CHECKS.values()} == {
        f"check.{kind.value}" for kind in FindingKind if kind is not FindingKind.LENGTH
    }
    assert len({setting.key for setting in (*SETTINGS, *CHECKS.values())}) >= len(CHECKS)


def test_a_known_blank_is_filled_with_one_key(operator, ticket):
    (finding,) = operator.replies.check("{客户}您好", ticket=ticket, audience=Audience.PRIVATE)
    assert finding.suggestions == ("小李",)
