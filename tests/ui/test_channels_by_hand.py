"""Customers of phone, WeChat, shop counter and e-mail: the same states, cards and weekly report (mission G7)."""

from pathlib import Path

import pytest

from tests.conftest import SetClock
from ui.inbox.card_words import source_mark
from ui.intake.capture_words import PLACES, Captured, message_of
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Platform, State
from weibo_operator.services.wording import channel_words

BY_HAND = {"phone": "电话", "wechat": "微信", "shop": "门店", "email": "邮件"}


def captured(operator: Operator, clock: SetClock, place: str) -> TicketId:
    form = Captured("王女士", place, f"买的台灯一直闪，想换一台（{place}）", clock.now(), "", None)
    ticket = operator.intake.capture(message_of(form)).value
    assert ticket is not None
    return ticket


@pytest.mark.parametrize("place", BY_HAND)
def test_a_customer_taken_down_by_hand_is_shown_with_the_channel(
    operator: Operator, clock: SetClock, place: str
) -> None:
    ticket = captured(operator, clock, place)
    (card,) = operator.inbox.cards((ticket,))
    assert source_mark(card).parts == (BY_HAND[place],)
    assert (card.state, card.audience) == (State.NEW, Audience.PRIVATE)
    (message,) = operator.inbox.view(ticket).messages
    assert channel_words(message.platform, message.source) == BY_HAND[place]


def test_one_person_on_two_channels_is_two_customers(operator: Operator, clock: SetClock) -> None:
    tickets = [captured(operator, clock, place) for place in BY_HAND]
    assert len({card.customer_id for card in operator.inbox.cards(tickets)}) == len(BY_HAND)


def test_a_table_with_a_column_of_channels(operator: Operator, tmp_path: Path) -> None:
    words = {"电话": Platform.PHONE, "微信": Platform.WECHAT, "到店": Platform.SHOP, "邮件": Platform.EMAIL}
    lines = [
        f"顾客{number},{word},第{number}件商品坏了，怎么退？,2026-11-18 09:{number:02d}"
        for number, word in enumerate(words)
    ]
    path = tmp_path / "登记.csv"
    path.write_text("\n".join(["客户,渠道,内容,时间", *lines]), encoding="utf-8")
    mapped = operator.tables.open(path)
    report = operator.intake.import_file(path, mapping=mapped.mapping).value
    assert (report.new, report.skipped) == (4, 0)
    cards = operator.inbox.cards(operator.inbox.pane(State.NEW))
    assert {card.nickname: card.platform for card in cards} == {
        f"顾客{number}": platform for number, platform in enumerate(words.values())
    }
    assert {source_mark(card).parts[0] for card in cards} == set(BY_HAND.values())


def test_the_weekly_details_name_the_channel(operator: Operator, clock: SetClock) -> None:
    for place in BY_HAND:
        captured(operator, clock, place)
    details = operator.weekly.tickets(operator.weekly.current())
    assert sorted(channel_words(each.platform, each.source) for each in details) == sorted(BY_HAND.values())


def test_every_place_of_the_capture_form_has_words(operator: Operator, clock: SetClock) -> None:
    for place in PLACES:
        (card,) = operator.inbox.cards((captured(operator, clock, place),))
        assert source_mark(card).parts[0]
