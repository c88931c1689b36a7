"""The weekly summary against a week counted by hand, and its exports against the summary."""

import json
import stat
import time

import openpyxl
import pytest

from tests.services.weekly_desk import RESOURCES, WeeklyDesk, beijing, small_week
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import Backlog, Unit
from weibo_operator.services.weekly_words import read_words

WEEK = Week(2026, 47)

BY_HAND = {
    "messages": (1, 4, 4),
    "turns": (1, 4, 4),
    "tickets": (1, 3, 3),
    "customers": (1, 3, 3),
    "replies_public": (2, 1, 1),
    "replies_private": (2, 1, 1),
    "first_touch_median": (3, 300, 2),
    "first_touch_p90": (3, 601, 2),
    "first_touch_mean": (3, 450.5, 2),
    "first_answer_median": (4, 601, 2),
    "first_answer_p90": (4, 3600, 2),
    "first_answer_mean": (4, 2100.5, 2),
    "response_median": (5, 601, 2),
    "response_p90": (5, 3600, 2),
    "response_mean": (5, 2100.5, 2),
    "within_20_minutes": (6, 0.25, 4),
    "reply_rate": (7, 0.75, 4),
    "reply_rate_by_deadline": (7, 0.5, 4),
    "reply_rate_strict": (7, 0.5, 4),
    "no_reply_rate": (8, 0.25, 4),
    "solved": (9, 1, 1),
    "reopened": (9, 1, 1),
    "open_at_end": (9, 3, 3),
    "complaints": (15, 1, 1),
    "forwarded": (16, 3, 3),
    "handoffs_answered": (16, 1, 1),
    "handoffs_on_time": (16, 1, 1),
    "handoffs_overdue": (16, 1, 1),
    "department_median": (16, 18 * 3600, 1),
    "visits_due": (17, 2, 2),
    "visits_done": (17, 1, 1),
    "visit_rate": (17, 0.5, 2),
    "complaint_visit_rate": (17, 1, 1),
    "praises": (20, 1, 1),
    "praises_thanked": (20, 1, 1),
    "praise_per_complaint": (20, 1, 2),
    "first_answer_open_hours": (4, 0, 2),
    "response_open_hours": (5, 0, 2),
    "within_20_minutes_open_hours": (6, 0.5, 4),
    "first_solution_median": (10, 60 * 3600, 1),
    "first_solution_p90": (10, 60 * 3600, 1),
    "first_solution_mean": (10, 60 * 3600, 1),
    "last_solution_median": (10, 60 * 3600, 1),
    "last_solution_p90": (10, 60 * 3600, 1),
    "last_solution_mean": (10, 60 * 3600, 1),
    "solved_at_once": (11, 0, 1),
    "reopen_rate": (12, 1, 1),
    "negative_again": (13, 0, 1),
    "open_under_1_day": (14, 1, 1),
    "open_1_to_3_days": (14, 0, 0),
    "open_3_to_7_days": (14, 1, 1),
    "open_over_7_days": (14, 1, 1),
    "open_waits_for_us": (14, 2, 2),
    "open_waits_for_department": (14, 0, 0),
    "open_waits_for_customer": (14, 1, 1),
    "satisfaction": (18, 1, 1),
    "verdict_coverage": (18, 1, 1),
    **{f"ended_{end}": (19, None, 0) for end in ("positive", "neutral", "negative", "silent")},
    "ordinary_first_answer": (21, 3600, 1),
    **dict.fromkeys(("crisis_public_answer", "crisis_checklists", "crisis_peak"), (22, None, 0)),
    "promise_rate": (23, None, 0),
    "served_per_hour": (26, 1, 1),
    "turns_per_customer": (26, 1, 4),
    "turns_of_one_customer": (26, 2, 4),
    "topic_run": (26, None, 0),
    "buffer_wait": (26, None, 0),
    **dict.fromkeys(("handling_time", "handling_per_ticket"), (30, None, 0)),
    "community_share": (31, 0, 1),
    "offline_fed_back": (32, None, 0),
    "self_service_share": (33, 0, 1),
}
NOTHING = {
    "topic_tickets": 25,
    "began_negative": 19,
    "praises_kept": 20,
    "important_complaints": 21,
    "important_open": 21,
    "important_first_answer": 21,
    "crises_raised": 22,
    "crises_confirmed": 22,
    "promises_made": 23,
    "promises_due": 23,
    "promises_kept": 23,
    "promises_late": 23,
    "promises_owed": 23,
    "remedies": 24,
    "remedy_yuan": 24,
    "remedies_over_limit": 24,
    "skips": 26,
    "sent_with_typos": 27,
    "typos_caught": 27,
    "privacy_stopped": 27,
    "tones_mended": 27,
    "doubles_prevented": 27,
    "leads_found": 28,
    "leads_contacted": 28,
    "leads_won": 28,
    "suggestions_passed_on": 28,
    "community_solved": 31,
    "offline_solved": 32,
    "self_served": 33,
}
"""Figures of what did not happen in that week; test_weekly_outcomes.py has weeks in which it did."""


@pytest.fixture
def tickets(desk):
    return small_week(desk)


def cells(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_what_later_days_can_change_is_marked_until_they_are_over(desk, tickets):
    def marked():
        return {each.key for each in desk.weekly.summary(WEEK).figures if each.provisional}

    assert marked() == {"solved_at_once", "reopen_rate", "negative_again"}
    rows = {row[1]: row[3] for row in desk.weekly.report(WEEK).figures.rows}
    assert rows["重开率"] == "1（暂定）"
    desk.clock.moment = beijing(30)
    assert marked() == {"negative_again"}
    desk.clock.moment = beijing(23, month=12)
    assert marked() == set()


def test_any_week_can_be_compared_with(desk, tickets):
    long_ago = Week(2026, 40)
    desk.turn(desk.ticket(desk.customer("老客户", "9"), beijing(1, month=10)), beijing(1, month=10))
    summary = desk.weekly.summary(WEEK, against=long_ago)
    plain = desk.weekly.summary(WEEK)
    assert (summary.figure("turns").previous, plain.figure("turns").previous) == (1, 1)
    assert (summary.figure("solved").previous, plain.figure("solved").previous) == (0, 1)
    assert [each.four_week_mean for each in summary.figures] == [each.four_week_mean for each in plain.figures]
    assert [each.value for each in summary.figures] == [each.value for each in plain.figures]
    text = desk.weekly.text(WEEK, against=long_ago)
    assert "第 40 周" in text
    assert "上周" not in text
    assert desk.weekly.summary(WEEK, against=WEEK.previous()) == plain
    with pytest.raises(InvalidInputError):
        desk.weekly.summary(WEEK, against=WEEK)


def test_the_plan_and_the_lists_are_in_the_exports(desk, tickets):
    for week, action in ((WEEK, "换一家快递"), (WEEK.previous(), "写清退货地址")):
        values = {"owner": "小宁", "due_on": "2026-11-27", "created_at": 0}
        desk._insert("plan_item", week=str(week), action=action, **values)
    assert "1. 换一家快递、小宁、11 月 27 日" in desk.weekly.text(WEEK)
    printed = {table.key: table.rows for table in desk.weekly.report(WEEK).tables}
    assert printed["plan"] == (("换一家快递", "小宁", "2026-11-27", "未完成"),)
    assert printed["last_plan"][0][0] == "写清退货地址"
    assert sum(int(cell) for row in printed["ages"] for cell in row[1:2]) == 3
    assert ("0 至 1 点", "1", "", "", "", "", "", "") in printed["heat"]
    assert ("15 至 16 点", "", "", "", "1（1）", "", "", "") in printed["heat"]
    assert [item["action"] for item in desk.weekly.as_json(WEEK)["plan"]] == ["换一家快递"]
    assert "换一家快递" in desk.weekly.html(desk.weekly.report(WEEK))


def test_figures_by_hand(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    nothing = {key: (number, None if key == "important_first_answer" else 0, 0) for key, number in NOTHING.items()}
    assert {each.key: (each.number, each.value, each.n) for each in summary.figures} == BY_HAND | nothing
    assert [each.number for each in summary.figures] == sorted(each.number for each in summary.figures)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_the_machines_zone_changes_nothing(desk, tickets, zone, monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("this platform cannot change its zone while running")
    here = desk.weekly.as_json(WEEK)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        there = desk.weekly.as_json(WEEK)
    time.tzset()
    assert there == here


def test_comparison_with_the_weeks_before(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    messages = summary.figure("messages")
    assert (messages.previous, messages.four_week_mean, messages.change) == (1, 1, 3)
    answer = summary.figure("first_answer_median")
    assert (answer.previous, answer.four_week_mean, answer.small) == (1800, 1800, True)
    desk.clock.moment = beijing(30)
    later = desk.weekly.summary(Week(2026, 48)).figure("messages")
    assert (later.value, later.previous, later.four_week_mean) == (1, 4, 2.5)


def test_a_running_week_is_compared_with_the_same_part_of_the_weeks_before(desk, tickets):
    desk.clock.moment = beijing(25, "00:00:00")
    running = desk.weekly.summary(Week(2026, 48))
    assert not running.final
    assert running.figure("messages").previous == 2
    desk.clock.moment = beijing(30)
    over = desk.weekly.summary(Week(2026, 48))
    assert over.final
    assert over.figure("messages").previous == 4


def test_a_day_to_come_has_dashes_instead_of_zeros():
    desk = WeeklyDesk(beijing(20, "10:00:00"))
    small_week(desk)
    report = desk.weekly.report(WEEK)
    days = next(table for table in report.tables if table.key == "days")
    assert all("—" not in row for row in days.rows[:5])
    assert [row[1:] for row in days.rows[5:]] == [("—",) * 7] * 2
    desk.close()


def test_the_backlog_is_an_equation(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    assert summary.backlog == Backlog(open_at_start=0, created=3, reopened=1, solved=1, open_at_end=3)
    assert summary.backlog.balances
    assert [day.open_at_end for day in summary.days] == [1, 1, 0, 1, 2, 2, 3]
    assert summary.days[-1].open_at_end == summary.backlog.open_at_end


def test_tables_by_hand(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    assert [(band.key, band.count) for band in summary.bands] == [
        ("20_minutes", 1),
        ("81_minutes", 1),
        ("4_hours", 0),
        ("24_hours", 0),
        ("later", 0),
        ("unanswered", 1),
    ]
    assert [day.messages for day in summary.days] == [1, 1, 0, 1, 0, 0, 1]
    assert [day.solved for day in summary.days] == [0, 0, 1, 0, 0, 0, 0]
    assert [day.unanswered for day in summary.days] == [0, 0, 0, 1, 0, 0, 0]
    assert summary.no_reply_reasons == (("闲聊", 1),)
    assert summary.heat[0][0] == summary.heat[6][23] == summary.heat[3][15] == 1
    assert sum(summary.heat_by_hour) == summary.figure("turns").n
    (waiting,) = summary.unanswered
    assert (waiting.ticket_id, waiting.waited_seconds) == (tickets["hard"], (4 * 24 + 19) * 3600)


def test_visits_of_a_running_week_stand_beside_the_same_part_of_the_week_before(desk):
    someone = desk.customer("客户", "1")
    for monday in (9, 16):
        for day in range(monday, monday + 5):
            ticket = desk.ticket(someone, beijing(monday), "投诉")
            desk.visit(ticket, beijing(day, "12:00:00"), "满意" if day < 18 else "")
    early = desk.visit(desk.ticket(someone, beijing(16)), beijing(21), "满意")
    desk.clock.moment = beijing(17, "20:00:00")
    summary = desk.weekly.summary(WEEK)

    def shown(*keys):
        return [(summary.figure(key).value, summary.figure(key).previous) for key in keys]

    assert shown("visits_due", "visits_done", "visit_rate") == [(3, 2), (3, 2), (1, 1)]
    assert shown("complaint_visit_rate") == [(1, 1)]
    assert (summary.visits.due, summary.visits.complaints_due) == (3, 2)
    assert early in {row.id for row in desk.weekly.rows(WEEK, "visits_due")}
    desk.clock.moment = beijing(18, "12:01:00")
    summary = desk.weekly.summary(WEEK)
    assert shown("visits_due", "visits_done") == [(4, 3), (3, 3)]
    desk.clock.moment = beijing(23)
    summary = desk.weekly.summary(WEEK)
    assert shown("visits_due", "visits_done") == [(6, 5), (3, 5)]


def test_problems_departments_and_visits_by_hand(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    assert sum(cell.count for cell in summary.matrix) == summary.figure("tickets").n
    top = {(each.kind, each.nature, each.department): (each.count, each.change) for each in summary.top}
    assert top == {("投诉", "物流配送", "物流部"): (1, 1), ("咨询", "产品质量", "质检部"): (1, 1)}
    rows = {row.department: row for row in summary.departments}
    assert (rows["质检部"].forwarded, rows["质检部"].on_time, rows["质检部"].median_seconds) == (1, 1, 64800)
    assert (rows["物流部"].forwarded, rows["物流部"].answered, rows["物流部"].overdue) == (2, 0, 1)
    assert rows["物流部"].median_seconds is None
    (transfer,) = summary.repeated_transfers
    assert (transfer.ticket_id, transfer.departments) == (tickets["hard"], ("质检部", "物流部"))
    assert (summary.visits.due, summary.visits.done) == (2, 1)
    assert (summary.visits.complaints_due, summary.visits.complaints_done) == (1, 1)
    assert summary.visits.outcomes == ((VisitOutcome.SATISFIED, 1),)


def test_every_figure_opens_exactly_its_rows(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    for figure in summary.figures:
        rows = desk.weekly.rows(WEEK, figure.key)
        assert len({(row.kind, row.id) for row in rows}) == len(rows) == figure.n, figure.key
    detail = {row.id for row in desk.weekly.tickets(WEEK)}
    for figure in summary.figures:
        opened = {row.id for row in desk.weekly.tickets_of(WEEK, figure.key)}
        assert opened <= detail | {tickets["complaint"]}, figure.key
    with pytest.raises(KeyError):
        desk.weekly.rows(WEEK, "nonsense")


def test_details_by_hand(desk, tickets):
    rows = {row.id: row for row in desk.weekly.tickets(WEEK)}
    assert set(rows) == {tickets[name] for name in ("question", "complaint", "praise", "hard")}
    complaint = rows[tickets["complaint"]]
    assert complaint.first_touch_at == beijing(16, "00:05:00")
    assert complaint.first_answer_at == beijing(16, "01:00:00")
    assert complaint.solved_at == beijing(18, "12:00:00")
    assert (complaint.turns, complaint.transfers, complaint.outcome) == (2, 1, VisitOutcome.SATISFIED)
    assert rows[tickets["hard"]].transfers == 2
    assert rows[tickets["hard"]].first_touch_at is None


def test_an_empty_week_has_no_data_instead_of_zeros(desk, tickets):
    empty = Week(2026, 40)
    summary = desk.weekly.summary(empty)
    assert all(each.key.startswith("open_") for each in summary.figures if each.value is not None)
    assert {each.value for each in summary.figures} == {None, 0}
    assert summary.backlog == Backlog(0, 0, 0, 0, 0)
    text = desk.weekly.text(empty)
    assert "回复率 —（上周 —）" in text
    assert "新进消息 —" in text
    assert "本周没有收到客户消息。" in text
    figures = desk.weekly.as_json(empty)["figures"]
    assert figures[0] == {
        "number": 1,
        "key": "messages",
        "name": "新进消息",
        "unit": "count",
        "value": None,
        "n": 0,
        "small": False,
        "previous_week": None,
        "four_week_mean": None,
    }


def test_a_new_file_has_a_summary_too(desk):
    summary = desk.weekly.summary(desk.weekly.current())
    assert summary.backlog.balances
    assert desk.weekly.text(summary.week)
    assert desk.weekly.tickets(summary.week) == ()


def test_a_future_week_has_one_too(desk, tickets):
    summary = desk.weekly.summary(Week(2030, 1))
    assert summary.backlog == Backlog(4, 0, 0, 0, 4)
    assert [day.open_at_end for day in summary.days] == [None] * 7


def test_three_conclusions_first(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    first, second, third = desk.weekly.conclusions(summary)
    assert first == "本周有 3 位客户发来 4 条消息（比上周多 3 条），形成 4 次互动。"
    assert second == "回复率 75%（样本少），首次答复中位数 10 分钟（样本少）；还有 1 条未回复，最长已等 4 天 19 小时。"
    assert third == "解决 1 张工单，到 11 月 22 日结束时积压 3 张；问题最多的是“投诉，物流配送”，共 1 张。"
    lines = desk.weekly.text(WEEK).splitlines()
    assert tuple(lines[1:4]) == (first, second, third)
    running = desk.weekly.conclusions(desk.weekly.summary(WEEK.next()))[2]
    assert running == "没有解决工单，目前积压 4 张；问题最多的是“咨询，其他”，共 1 张。"
    assert len(lines) <= 40
    assert "期初积压 0 + 新建 3 + 重开 1 − 解决 1 = 期末积压 3" in lines


def test_text_masks_names_unless_asked(desk, tickets):
    assert "=＊＊" in desk.weekly.text(WEEK)
    assert "calc" not in desk.weekly.text(WEEK)
    assert "calc" in desk.weekly.text(WEEK, unmasked=True)


def test_the_workbook_reads_back_as_the_summary(desk, tickets, tmp_path):
    path = desk.export(WEEK, tmp_path / "周报.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["摘要", "图表", "明细", "定义"]
    words = read_words(RESOURCES / "templates" / "week.toml")
    shown = {row[1]: row for row in cells(book["摘要"]) if isinstance(row[0], int)}
    for figure in desk.weekly.summary(WEEK).figures:
        row = shown[words.name(figure.key)]
        assert row[0] == figure.number
        for value, cell in (
            (figure.value, row[2]),
            (figure.previous, row[5]),
            (figure.four_week_mean, row[6]),
        ):
            assert cell == expected_cell(figure.unit, value), figure.key
        marks = "（样本少）" * figure.small + "（暂定）" * figure.provisional
        assert str(row[4]) == f"{figure.n}{marks}"
    texts = [cell for row in cells(book["摘要"]) for cell in row if isinstance(cell, str)]
    assert "期初积压 0 + 新建 3 + 重开 1 − 解决 1 = 期末积压 3" in texts
    assert any("1.2.3" in text and desk.weekly.summary(WEEK).provenance.fingerprint in text for text in texts)


def expected_cell(unit, value):
    if value is None:
        return "—"
    if unit is Unit.SECONDS:
        return pytest.approx(value / 60, abs=0.05)
    return pytest.approx(value, abs=0.005)


def test_the_detail_sheet_has_one_row_per_ticket(desk, tickets, tmp_path):
    book = openpyxl.load_workbook(desk.export(WEEK, tmp_path / "周报.xlsx"))
    head, *rows = cells(book["明细"])
    details = desk.weekly.tickets(WEEK)
    assert [row[0] for row in rows] == [detail.id for detail in details]
    complaint = dict(zip(head, rows[[row[0] for row in rows].index(tickets["complaint"])], strict=True))
    assert complaint["客户"] == "@＊＊"
    assert complaint["UID"] is None
    assert complaint["来信时间"] == beijing(16).replace(tzinfo=None)
    assert complaint["首次触达"] == beijing(16, "00:05:00").replace(tzinfo=None)
    assert (complaint["类型"], complaint["回访结果"], complaint["级别"]) == ("投诉", "满意", "P3")


def test_masked_and_unmasked_workbooks(desk, tickets, tmp_path):
    def everything(**options):
        book = openpyxl.load_workbook(desk.export(WEEK, tmp_path / "周报.xlsx", **options))
        return [str(cell) for sheet in book for row in cells(sheet) for cell in row if cell is not None]

    private = ("小李", "阿明", "calc", "1002", "13800001234")
    assert not [text for text in everything() for secret in private if secret in text]
    assert all(any(secret in text for text in everything(unmasked=True)) for secret in private)


def test_outside_text_is_never_a_formula(desk, tickets, tmp_path):
    book = openpyxl.load_workbook(desk.export(WEEK, tmp_path / "周报.xlsx", unmasked=True))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "=cmd|' /C calc'!A0"]
    assert found
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert types <= {"s", "n", "d", "inlineStr"}


def test_a_place_that_cannot_be_written_is_an_expected_failure(desk, tickets, tmp_path):
    for place in (tmp_path / "none" / "周报.xlsx", tmp_path):
        with pytest.raises(InvalidInputError) as refused:
            desk.export(WEEK, place)
        assert (refused.value.data["field"], refused.value.data["reason"]) == ("path", "cannot_write")
    assert not list(tmp_path.iterdir())


def test_a_failed_export_leaves_the_old_file(desk, tickets, tmp_path):
    kept = tmp_path / "周报.xlsx"
    kept.write_bytes(b"old")
    (tmp_path / ".周报.xlsx.partial").mkdir()
    with pytest.raises(InvalidInputError):
        desk.export(WEEK, kept)
    assert kept.read_bytes() == b"old"
    assert stat.S_ISREG(kept.stat().st_mode)


def test_json_says_the_same(desk, tickets):
    summary = desk.weekly.summary(WEEK)
    found = json.loads(json.dumps(desk.weekly.as_json(WEEK), ensure_ascii=False))
    assert {each["key"]: each["value"] for each in found["figures"]} == {
        each.key: each.value for each in summary.figures
    }
    assert found["week"] == "2026-W47"
    assert found["start"] == "2026-11-16T00:00:00+08:00"
    assert "calc" not in json.dumps(found)


def test_every_figure_has_a_name_and_a_definition(desk, tickets):
    words = desk.weekly.words
    keys = {figure.key for figure in desk.weekly.summary(WEEK).figures}
    assert keys == set(words.metrics)
    assert all(words.name(key) and words.definition(key) for key in keys)
    assert set(words.choice["text"]) <= keys
