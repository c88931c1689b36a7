"""Conclusions in the operator's own words and the improvement plan: kept per week, undone, refused when empty."""

from datetime import date

import pytest

from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import PlanItemId
from weibo_operator.domain.week import Week
from weibo_operator.domain.week_plan import LONGEST, LONGEST_TEXT, PlanEdit

WEEK = Week(2026, 47)


def test_conclusions_are_kept_for_their_week_and_given_back(operator: Operator) -> None:
    plan = operator.week_plan
    assert plan.conclusions(WEEK) == ""
    outcome = plan.write_conclusions(WEEK, "  第一句。 \n\n第二句。\n")
    assert "week_note" in outcome.changes.tables
    assert plan.conclusions(WEEK) == "第一句。\n第二句。"
    assert plan.conclusions(WEEK.previous()) == ""
    plan.write_conclusions(WEEK, "改过。")
    operator.history.undo()
    assert plan.conclusions(WEEK) == "第一句。\n第二句。"
    plan.write_conclusions(WEEK, " ")
    assert plan.conclusions(WEEK) == ""
    operator.history.undo()
    operator.history.undo()
    assert plan.conclusions(WEEK) == ""


def test_the_summary_says_what_the_operator_wrote(operator: Operator) -> None:
    own = operator.weekly.conclusions(operator.weekly.summary(WEEK))
    assert len(own) == 3
    operator.week_plan.write_conclusions(WEEK, "这周平稳。\n下周加人。")
    assert operator.weekly.conclusions(operator.weekly.summary(WEEK)) == ("这周平稳。", "下周加人。")
    assert operator.weekly.text(WEEK).splitlines()[1:3] == ["这周平稳。", "下周加人。"]
    operator.week_plan.write_conclusions(WEEK, "")
    assert operator.weekly.conclusions(operator.weekly.summary(WEEK)) == own


def test_a_plan_is_written_ticked_changed_and_taken_back(operator: Operator) -> None:
    plan = operator.week_plan
    first = plan.add(WEEK, PlanEdit(" 发货前  再核对一遍型号 ", "小宁", date(2026, 11, 27))).value
    second = plan.add(WEEK, PlanEdit("写退款话术")).value
    assert [(item.id, item.action, item.owner, item.due, item.done) for item in plan.plan(WEEK)] == [
        (first, "发货前 再核对一遍型号", "小宁", date(2026, 11, 27), False),
        (second, "写退款话术", "", None, False),
    ]
    assert plan.plan(WEEK.next()) == ()
    plan.tick(first, done=True)
    assert plan.plan(WEEK)[0].done_at == operator.desk.now()
    operator.history.undo()
    assert not plan.plan(WEEK)[0].done
    plan.edit(second, PlanEdit("写退款话术", "老板"))
    plan.delete(first)
    assert [(item.action, item.owner) for item in plan.plan(WEEK)] == [("写退款话术", "老板")]
    operator.history.undo()
    assert [item.id for item in plan.plan(WEEK)] == [first, second]


def test_nothing_empty_and_nothing_endless_is_kept(operator: Operator) -> None:
    plan = operator.week_plan
    for edit, reason in ((PlanEdit("  "), "empty"), (PlanEdit("长" * (LONGEST + 1)), "too_long")):
        with pytest.raises(InvalidInputError) as refused:
            plan.add(WEEK, edit)
        assert refused.value.data["reason"] == reason
    with pytest.raises(InvalidInputError):
        plan.write_conclusions(WEEK, "长" * (LONGEST_TEXT + 1))
    with pytest.raises(NotFoundError):
        plan.tick(PlanItemId(7), done=True)
    assert plan.plan(WEEK) == ()
    assert operator.history.last() is None
