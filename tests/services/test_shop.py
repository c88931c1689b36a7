"""The shop's own facts: settings within their bounds, departments, what is noted of a customer."""

import pytest

from weibo_operator.domain.department import Department, DepartmentContact
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.settings import (
    FAIR_PERIOD,
    OWN_NICKNAME,
    SETTINGS,
    SHOP_NAME,
    TARGET_MINUTES,
    VERSION_ADDRESS,
)


def test_a_setting_has_its_default_until_it_is_changed(open_desk):
    one = open_desk()
    assert one.shop.value(TARGET_MINUTES) == 120
    one.shop.change(TARGET_MINUTES, 30)
    one.shop.change(SHOP_NAME, "橙果")
    one.close()
    two = open_desk()
    assert (two.shop.value(TARGET_MINUTES), two.shop.value(SHOP_NAME)) == (30, "橙果")


def test_who_the_shop_is_is_stored_whole_or_not_at_all(open_desk):
    one = open_desk()
    with pytest.raises(InvalidInputError):
        one.shop.introduce({SHOP_NAME: "橙果", VERSION_ADDRESS: "http://example.invalid"})
    assert one.shop.value(SHOP_NAME) == ""
    one.shop.introduce({SHOP_NAME: "橙果", OWN_NICKNAME: "＠橙果数码"})
    one.close()
    two = open_desk()
    assert (two.shop.value(SHOP_NAME), two.shop.value(OWN_NICKNAME)) == ("橙果", "橙果数码")


@pytest.mark.parametrize("setting", [setting for setting in SETTINGS if setting.low is not None])
def test_a_setting_stays_within_its_bounds(operator, setting):
    for value in (setting.low, setting.high):
        operator.shop.change(setting, value)
        assert operator.shop.value(setting) == value
    for value in (setting.low - 1, setting.high + 1, True, "1"):
        with pytest.raises(InvalidInputError):
            operator.shop.change(setting, value)
    assert operator.shop.value(setting) == setting.high


def test_a_value_that_went_bad_in_the_file_is_the_default(operator):
    operator.desk.connection.execute("INSERT INTO setting VALUES (?, '1')", (FAIR_PERIOD.key,))
    assert operator.shop.value(FAIR_PERIOD) == FAIR_PERIOD.default


def test_the_default_departments_are_there_once(open_desk):
    first = open_desk().shop.departments()
    assert len(first) == 7
    assert open_desk().shop.departments() == first


def test_the_departments_are_replaced_and_come_back(operator):
    before = operator.shop.departments()
    operator.departments.save([Department(" 售后 ", (DepartmentContact("小赵"),)), Department("物流部")])
    assert list(operator.shop.departments().items()) == [("售后", "小赵"), ("物流部", "")]
    operator.history.undo()
    assert operator.shop.departments() == before


@pytest.mark.parametrize("names", [[], [" "], ["物流部", "物流部 "]])
def test_departments_without_or_with_the_same_name_are_refused(operator, names):
    with pytest.raises(InvalidInputError):
        operator.departments.save([Department(name) for name in names])
    assert len(operator.shop.departments()) == 7


def test_a_customers_notes(operator, customers):
    ticket = operator.intake.capture(customers.message("在吗")).value
    customer = operator.inbox.view(ticket).customer.id
    operator.shop.edit_customer(customer, notes="老客户", role="代理商", vip=True)
    operator.shop.edit_customer(customer, notes="")
    found = operator.inbox.view(ticket).customer
    assert (found.notes, found.role, found.vip) == ("", "代理商", True)
    operator.history.undo()
    assert operator.inbox.view(ticket).customer.notes == "老客户"
    for wrong in ({"role": "神仙"}, {"followers": -1}):
        with pytest.raises(InvalidInputError):
            operator.shop.edit_customer(customer, **wrong)
