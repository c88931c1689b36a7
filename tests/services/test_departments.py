"""Departments: kept with their people; one that goes leaves no open handoff behind."""

import pytest
from msgspec.structs import replace

from weibo_operator.domain.department import Department, DepartmentContact, OfficeHours
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.sentences import error_sentence

PEOPLE = (DepartmentContact("王姐", "分机 8012", in_charge=True), DepartmentContact("小赵", "微信 zhao"))


@pytest.fixture
def handed(operator, customers):
    ticket = operator.intake.capture(customers.message("快递三天没动了")).value
    form = replace(operator.handoffs.defaults(ticket).form, department="物流部")
    return operator.handoffs.forward(form).value


def without(operator, name):
    return [found for found in operator.departments.every() if found.name != name]


def renamed(operator, name, to):
    return [replace(found, name=to if found.name == name else found.name) for found in operator.departments.every()]


def test_people_hours_and_targets_are_kept_and_come_back(operator, open_desk):
    before = operator.departments.every()
    changed = replace(before[0], contacts=PEOPLE, hours=OfficeHours(600, 1200, every_day=True), answer_hours=4)
    operator.departments.save([changed, *before[1:]])
    assert open_desk().departments.every() == (changed, *before[1:])
    assert operator.handoffs.departments()["物流部"] == "王姐（分机 8012）"
    assert operator.departments.in_charge() == (("物流部", PEOPLE[0]),)
    operator.history.undo()
    assert operator.departments.every() == before
    operator.history.redo()
    assert operator.departments.every() == (changed, *before[1:])


def test_two_departments_may_swap_their_names(operator):
    first, second, *rest = operator.departments.every()
    operator.departments.save([replace(first, name=second.name), replace(second, name=first.name), *rest])
    assert [found.id for found in operator.departments.every()][:2] == [first.id, second.id]
    assert [found.name for found in operator.departments.every()][:2] == [second.name, first.name]
    operator.history.undo()
    assert operator.departments.every()[:2] == (first, second)


@pytest.mark.parametrize("change", [without, lambda operator, name: renamed(operator, name, "配送部")])
def test_one_with_open_handoffs_does_not_go_silently(operator, handed, change):
    wanted, before = change(operator, "物流部"), operator.departments.every()
    assert operator.departments.in_the_way(wanted) == {"物流部": 1}
    with pytest.raises(InvalidInputError) as refused:
        operator.departments.save(wanted)
    assert "物流部还有 1 张" in error_sentence(refused.value)
    with pytest.raises(InvalidInputError):
        operator.departments.save(wanted, {"物流部": "没有的部门"})
    assert operator.departments.every() == before
    assert operator.handoffs.get(handed.id).department == "物流部"


def test_its_open_handoffs_are_moved_and_undo_brings_all_back(operator, handed):
    operator.departments.save(without(operator, "物流部"), {"物流部": "服务部"})
    assert operator.handoffs.get(handed.id).department == "服务部"
    assert operator.inbox.view(handed.ticket_id).ticket.department == "服务部"
    assert operator.departments.open_handoffs() == {"服务部": 1}
    operator.history.undo()
    assert operator.handoffs.get(handed.id).department == "物流部"
    assert operator.departments.every()[0].name == "物流部"


def test_one_whose_handoffs_are_over_may_go(operator, handed):
    operator.inbox.no_reply([handed.ticket_id], reason="客户自己收到了")
    operator.departments.save(without(operator, "物流部"))
    assert operator.handoffs.get(handed.id).department == "物流部"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (Department(""), "names"),
        (Department("物流部"), "names"),
        (Department("新", hours=OfficeHours(600, 600)), "office_hours"),
        (Department("新", answer_hours=0), "out_of_bounds"),
        (Department("新", answer_hours=721), "out_of_bounds"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(operator, wrong, reason):
    before = operator.departments.every()
    with pytest.raises(InvalidInputError) as refused:
        operator.departments.save([*before, wrong])
    assert refused.value.data["reason"] == reason
    assert error_sentence(refused.value).endswith("。")
    assert operator.departments.every() == before


def test_the_answer_by_counts_the_departments_own_hours(operator, clock):
    first, *rest = operator.departments.every()
    operator.departments.save([replace(first, hours=OfficeHours(0, 1440, every_day=True), answer_hours=24), *rest])
    assert (operator.departments.answer_by(first.name) - clock.now()).total_seconds() == pytest.approx(86400, abs=1800)
