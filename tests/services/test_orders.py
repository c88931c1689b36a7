"""订单: read in leniently, brought up to date, found by what customers say; never in an export."""

from zipfile import ZipFile

import pytest

from tests.storage.test_growth import ASIDE, steps_of
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import Audience, Source
from weibo_operator.services.sentences import error_sentence

LIST = """订单编号,买家会员名,联系手机,宝贝标题,订单状态,物流单号,订单创建时间
="690012343307",小李,13812345678,橙汁机,待收货,SF1234567890123,2026-11-18 10:00
690012343308,小王,13900001111,玻璃杯,已发货,,2026-11-17 09:00
690012343308,小王,13900001111,杯刷,已发货,,2026-11-17 09:00
"""


@pytest.fixture
def listed(operator, tmp_path):
    path = tmp_path / "订单.csv"
    path.write_bytes(LIST.encode("gb18030"))
    operator.orders.import_file(path)
    return operator


def numbers(found):
    return [order.number for order in found]


def asks(operator, customers, text, **who):
    outcome = operator.intake.capture(customers.message(text, source=Source.PRIVATE, **who))
    return outcome.value


def test_columns_of_a_shop_system_are_recognised_and_of_a_phone_only_the_end_is_kept(listed):
    (order,) = listed.orders.find("690012343307")
    assert (order.nickname, order.phone_tail, order.product) == ("小李", "5678", "橙汁机")
    assert (order.state, order.waybill, order.ordered_at) == ("待收货", "SF1234567890123", "2026-11-18 10:00")
    stored = "\n".join(listed.desk.connection.iterdump())
    assert "13812345678" not in stored


def test_what_a_key_and_a_ticket_ask_does_not_grow_with_the_list(listed, customers, tmp_path):
    ticket = asks(listed, customers, "我的单号690012343307怎么还没到")

    def asked():
        return listed.orders.find("690012343307"), listed.orders.is_empty, listed.orders.of_ticket(ticket)

    before = steps_of(listed.desk.connection, asked)
    path = tmp_path / "更多.csv"
    path.write_text("订单编号\n" + "\n".join(f"7{number:011}" for number in range(3000)), encoding="utf-8")
    listed.orders.import_file(path)
    assert listed.orders.here().count == 3002
    assert steps_of(listed.desk.connection, asked) <= before * ASIDE
    listed.orders.clear()
    assert listed.orders.is_empty


def test_an_order_of_several_products_is_one(listed):
    assert listed.orders.here().count == 2
    assert listed.orders.find("3308")[0].product == "玻璃杯；杯刷"


@pytest.mark.parametrize(
    "query", ["3307", "12343307", "6900-1234-3307", "sf1234567890123", "5678", "13812345678", "@小李"]
)
def test_an_order_is_found_by_number_tail_waybill_phone_and_nickname(listed, query):
    assert numbers(listed.orders.find(query)) == ["690012343307"]


@pytest.mark.parametrize("query", ["", "33", "9999", "%", "小"])
def test_nothing_is_found_by_what_is_in_no_order(listed, query):
    assert listed.orders.find(query) == ()


def test_reading_the_list_again_brings_orders_up_to_date_and_keeps_the_others(listed, tmp_path):
    path = tmp_path / "新.csv"
    path.write_text("状态,订单号,备注\n已签收,690012343307,x\n,,\n待付款,55556666,\n,,只有备注\n", encoding="utf-8")
    report, changes = listed.orders.import_file(path)
    assert (report.new, report.changed, report.same) == (1, 1, 0)
    assert [(problem.line, problem.reason) for problem in report.problems] == [(5, "number")]
    assert changes.tables == {"shop_order"}
    assert listed.orders.find("3307")[0].state == "已签收"
    assert listed.orders.here().count == 3


def test_numbers_that_a_spreadsheet_has_shortened_are_named(operator, tmp_path):
    path = tmp_path / "订单.csv"
    path.write_text("订单号,状态\n6.90012E+11,待收货\n690012343307.0,待收货\n", encoding="utf-8")
    report, _ = operator.orders.import_file(path)
    assert [(problem.line, problem.reason) for problem in report.problems] == [(2, "lost_digits")]
    assert numbers(operator.orders.find("3307")) == ["690012343307"]


def test_a_file_without_numbers_changes_nothing(listed, tmp_path):
    path = tmp_path / "客户.csv"
    path.write_text("姓名,地址\n小李,某地\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as refused:
        listed.orders.import_file(path)
    assert "没有“订单号”一列" in error_sentence(refused.value)
    assert listed.orders.here().count == 2


def test_the_customers_words_name_the_order(listed, customers):
    ticket = asks(listed, customers, "订单尾号 3307 到哪里了")
    found = listed.orders.of_ticket(ticket)
    assert (numbers(found.orders), found.by_number) == (["690012343307"], True)
    assert found.orders[0].tail == "3307"
    assert found.others == ("小李",)


def test_the_customers_own_order_is_no_other_persons(listed, customers):
    ticket = asks(listed, customers, "订单尾号 3307 到哪里了", nickname="小李")
    assert listed.orders.of_ticket(ticket).others == ()


def test_the_latest_number_counts(listed, customers):
    asks(listed, customers, "订单尾号3307没到", posted_at=listed.desk.now())
    ticket = asks(listed, customers, "说错了，是订单 690012343308")
    assert numbers(listed.orders.of_ticket(ticket).orders) == ["690012343308"]


def test_without_a_number_the_nickname_tells(listed, customers):
    ticket = asks(listed, customers, "东西怎么还没到", nickname="小李")
    found = listed.orders.of_ticket(ticket)
    assert (numbers(found.orders), found.by_number) == (["690012343307"], False)


def test_a_number_that_is_in_no_order_is_said(listed, customers):
    found = listed.orders.of_ticket(asks(listed, customers, "订单尾号 4444 麻烦看看"))
    assert (found.orders, found.missing) == ((), "4444")


def test_without_a_list_nothing_is_said(operator, customers):
    found = operator.orders.of_ticket(asks(operator, customers, "订单尾号 3307 到哪里了"))
    assert (found.orders, found.missing) == ((), "")


def test_clearing_forgets_every_order(listed):
    listed.orders.clear()
    assert listed.orders.here().count == 0
    assert listed.orders.find("3307") == ()


def test_clearing_takes_one_statement_for_any_number_of_orders(operator, tmp_path):
    operator.orders.import_file(many(tmp_path, 300))
    asked = []
    operator.desk.connection.set_trace_callback(asked.append)
    operator.orders.clear()
    operator.desk.connection.set_trace_callback(None)
    assert [statement for statement in asked if "shop_order" in statement] == ["DELETE FROM shop_order"]
    assert operator.orders.here().count == 0


def many(folder, count):
    path = folder / "很多.csv"
    path.write_text("订单号,状态\n" + "".join(f"77{n:08d},已发货\n" for n in range(count)), encoding="utf-8")
    return path


def test_others_write_while_a_list_is_read_in(open_desk, customers, tmp_path):
    operator, beside = open_desk(), open_desk()
    ticket = asks(operator, customers, "到哪里了")
    told = []

    def write_beside(done, total):
        told.append((done, total))
        assert beside.orders.here().count == done
        beside.replies.save_draft(ticket, Audience.PUBLIC, f"写到第 {done} 笔")
        return True

    report, changes = operator.orders.import_file(many(tmp_path, 90), chunk=40, progress=write_beside)
    assert told == [(40, 90), (80, 90), (90, 90)]
    assert report.new == 90
    assert changes.tables == {"shop_order"}


def test_a_list_stopped_half_way_leaves_whole_orders_and_reading_it_again_brings_the_rest(listed, tmp_path):
    path = many(tmp_path, 90)
    report, changes = listed.orders.import_file(path, chunk=40, progress=lambda done, _total: done < 40)
    assert report.cancelled
    assert (report.new, report.changed, report.same) == (40, 0, 0)
    assert changes.tables == {"shop_order"}
    assert listed.orders.here().count == 42
    assert listed.orders.find("7700000039")[0].state == "已发货"
    assert listed.orders.find("7700000040") == ()
    again, _ = listed.orders.import_file(path)
    assert (again.new, again.changed, again.same, again.cancelled) == (50, 0, 40, False)


def test_a_list_stopped_while_it_is_read_changes_nothing(listed, tmp_path):
    report, changes = listed.orders.import_file(many(tmp_path, 1_200), progress=lambda _done, _total: False)
    assert (report.cancelled, report.new, changes.tables) == (True, 0, frozenset())
    assert listed.orders.here().count == 2


def test_a_list_whose_reading_was_killed_is_there_by_whole_pieces(open_desk, tmp_path):
    operator = open_desk()

    def killed(done, _total):
        if done == 50:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        operator.orders.import_file(many(tmp_path, 120), chunk=25, progress=killed)
    later = open_desk()
    assert later.orders.here().count == 50
    assert all(check.ok for check in later.health.examine())
    report, _ = later.orders.import_file(many(tmp_path, 120))
    assert (report.new, report.same) == (70, 50)


def test_no_export_holds_an_order(listed, customers, tmp_path):
    ticket = asks(listed, customers, "订单尾号 3307 到哪里了，东西冒烟了")
    listed.knowledge.export_file(tmp_path / "知识.csv")
    listed.crises.confirm(ticket)
    listed.crises.save_evidence(ticket, tmp_path / "证据.zip")
    with ZipFile(tmp_path / "证据.zip") as pack:
        content = b"".join(pack.read(name) for name in pack.namelist())
    content += (tmp_path / "知识.csv").read_bytes()
    for secret in ("690012343307", "橙汁机", "SF1234567890123"):
        assert secret.encode() not in content
