"""Desks of one program write in turns: whoever waits is next, however long another goes on."""

from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Language, build
from weibo_operator.domain.settings import SHOP_NAME
from weibo_operator.storage.connection import turns_of


def test_a_second_desk_shares_the_turns(tmp_path: Path, clock: SetClock, language: Language) -> None:
    first = build(tmp_path / "desk.db", clock=clock, language=language)
    second = build(tmp_path / "desk.db", clock=clock, language=language, beside=first)
    alone = build(tmp_path / "desk.db", clock=clock, language=language)
    try:
        assert turns_of(first.desk.connection) is turns_of(second.desk.connection)
        assert turns_of(first.desk.connection) is not turns_of(alone.desk.connection)
    finally:
        for operator in (first, second, alone):
            operator.close()


def test_whoever_waits_is_served_between_two_pieces_of_long_work(
    tmp_path: Path, clock: SetClock, language: Language, customers: Customers
) -> None:
    first = build(tmp_path / "desk.db", clock=clock, language=language)
    second = build(tmp_path / "desk.db", clock=clock, language=language, beside=first)
    order: list[str] = []

    def click() -> None:
        first.intake.capture(customers.message("在吗，什么时候发货？", uid="1"))
        order.append("click")

    thread = Thread(target=click)
    turns = turns_of(second.desk.connection)
    assert turns is not None
    try:
        with turns.turn():  # the long work's piece at hand
            thread.start()
            while turns.waiting == 0:
                thread.join(0.001)
            order.append("piece")
        second.intake.capture(customers.message("退款怎么还没到？", uid="2"))
        order.append("next piece")
    finally:
        thread.join()
        first.close()
        second.close()
    assert order == ["piece", "click", "next piece"]


def test_a_desk_in_the_background_hears_before_each_statement_whether_somebody_waits_for_it(
    tmp_path: Path, clock: SetClock, language: Language, customers: Customers
) -> None:
    first = build(tmp_path / "desk.db", clock=clock, language=language)
    second = build(tmp_path / "desk.db", clock=clock, language=language, beside=first)
    thread = Thread(target=lambda: first.intake.capture(customers.message("在吗，什么时候发货？", uid="1")))
    turns = turns_of(second.desk.connection)
    assert turns is not None
    heard: list[bool] = []
    second.desk.give_way(lambda is_waited_for: heard.append(is_waited_for()))
    try:
        second.shop.change(SHOP_NAME, "橙果数码")
        assert len(heard) >= 3  # begin, at least one row, commit
        assert not any(heard)
        with turns.turn():
            thread.start()
            while turns.waiting == 0:
                thread.join(0.001)
            heard.clear()
            second.shop.value(SHOP_NAME)
            assert heard
            assert all(heard)
    finally:
        thread.join()
        first.close()
        second.close()


def test_a_turn_is_given_back_when_the_work_fails(tmp_path: Path, clock: SetClock, language: Language) -> None:
    operator = build(tmp_path / "desk.db", clock=clock, language=language)
    try:
        for _ in range(2):
            with pytest.raises(LookupError), operator.desk.bookkeeping():
                raise LookupError
        operator.shop.change(SHOP_NAME, "橙果数码")
        turns = turns_of(operator.desk.connection)
        assert turns is not None
        assert turns.waiting == 0
    finally:
        operator.close()
