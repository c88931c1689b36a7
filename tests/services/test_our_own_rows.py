"""What our own accounts wrote stands in exports and on copied pages too: it is no customer's, whichever account's."""

from pathlib import Path

import pytest

from tests.services.platform_box import insert_account
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.labels import State
from weibo_operator.domain.open_platform import AppKey
from weibo_operator.domain.settings import OWN_NICKNAME

APP = AppKey("2005", server="http://127.0.0.1:1")
BY_UID = """用户id,昵称,内容,时间
1900000900,橙果客服,您好，请私信我们,2026-11-18 09:30
1900000901,改了名的活动号,抽奖开始啦,2026-11-18 09:31
1900000005,买家,没发货,2026-11-18 09:32
1900000006,橙果活动,同名的客户没发货,2026-11-18 09:33
"""
BY_NAME = """昵称,内容,时间
橙果客服,您好，请私信我们,2026-11-18 09:30
橙果活动,抽奖开始啦,2026-11-18 09:31
买家,没发货,2026-11-18 09:32
"""
PAGE = """橙果客服
您好，请私信我们
11-18 09:30

橙果活动
抽奖开始啦
11-18 09:31

买家
没发货
11-18 09:32
"""


@pytest.fixture
def shop(operator: Operator) -> Operator:
    """A desk with two accounts."""
    insert_account(operator.desk, APP, uid="1900000900", nickname="橙果客服")
    insert_account(operator.desk, APP, uid="1900000901", nickname="橙果活动")
    return operator


def put(folder: Path, text: str) -> Path:
    path = folder / "评论.csv"
    path.write_text(text, encoding="utf-8")
    return path


def customers(operator: Operator) -> list[str]:
    return sorted(operator.inbox.view(ticket).customer.nickname for ticket in operator.inbox.pane(State.NEW))


@pytest.mark.parametrize(
    ("text", "inside", "who"), [(BY_UID, 2, ["买家", "橙果活动"]), (BY_NAME, 2, ["买家"])], ids=["uid", "name"]
)
def test_rows_of_both_accounts_are_left_out_of_an_import(
    shop: Operator, tmp_path: Path, text: str, inside: int, who: list[str]
) -> None:
    path = put(tmp_path, text)
    preview, rehearsed = shop.intake.preview(path), shop.intake.rehearse(path)
    report = shop.intake.import_file(path).value
    assert {(each.new, each.inside) for each in (preview, rehearsed, report)} == {(len(who), inside)}
    assert customers(shop) == who


def test_rows_of_both_accounts_are_not_ticked_in_a_paste(shop: Operator) -> None:
    rows = shop.paste.rows(shop.paste.read(PAGE).messages)
    assert [(row.found.message.nickname, row.is_wanted) for row in rows] == [
        ("橙果客服", False),
        ("橙果活动", False),
        ("买家", True),
    ]


def test_the_nickname_that_is_set_is_ours_without_any_account(operator: Operator, tmp_path: Path) -> None:
    path = put(tmp_path, BY_UID)
    operator.shop.change(OWN_NICKNAME, "橙果客服")
    assert operator.intake.import_file(path).value.inside == 1
    assert "橙果客服" not in customers(operator)


def test_the_nickname_given_with_a_file_is_ours_in_it(operator: Operator, tmp_path: Path) -> None:
    path = put(tmp_path, BY_NAME)
    assert operator.intake.rehearse(path, account="橙果客服").inside == 1
    assert operator.intake.import_file(path, account="橙果客服").value.inside == 1


def test_whoever_calls_by_phone_under_our_name_is_a_customer(shop: Operator, tmp_path: Path) -> None:
    path = put(tmp_path, "昵称,内容,时间,渠道\n橙果客服,没发货,2026-11-18 09:32,电话\n")
    assert (shop.intake.import_file(path).value.new, customers(shop)) == (1, ["橙果客服"])
