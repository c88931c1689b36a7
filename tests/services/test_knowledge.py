"""知识卡: found, edited, checked again, imported and exported without a loss; every step can be taken back."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from weibo_operator.bootstrap import build
from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError
from weibo_operator.domain.facets import Facet, FacetLine
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.settings import CARD_STALE_DAYS, HOTLINE, SHOP_NAME
from weibo_operator.services.sentences import error_sentence
from weibo_operator.storage.connection import MEMORY

EDIT = CardEdit(CardKind.FAQ, "橙子怎么存放", "放在阴凉处，五天内吃完。", words=("保鲜", "冷藏"), source="包装背面")


def titles(found):
    return [card.title for card in found]


def edits_of(operator):
    return sorted((card.edit for card in operator.knowledge.all()), key=repr)


def test_a_new_file_has_the_starter_set_that_nobody_has_checked(operator):
    cards = operator.knowledge.all()
    assert len(cards) == 12
    assert operator.knowledge.add_starter_set() == 0
    assert operator.knowledge.stale() == cards


@pytest.mark.parametrize("query", ["czzmcf", "C'z'zm", "橙子", "怎么存", "保鲜", "五天内", "包装背面"])
def test_a_card_is_found_by_initials_characters_words_and_source(operator, query):
    saved = operator.knowledge.save(EDIT).value
    assert operator.knowledge.find(query)[0].id == saved


def test_a_comparison_needs_a_source(operator):
    edit = replace(EDIT, kind=CardKind.COMPARISON, source="  ")
    with pytest.raises(InvalidInputError) as refused:
        operator.knowledge.save(edit)
    assert error_sentence(refused.value) == (
        "和别家对比要写明来源（链接、检测报告或说明书），否则不保存。填上“来源”就会存好。"
    )
    operator.knowledge.save(replace(edit, source="2026 年检测报告"))


@pytest.mark.parametrize("field", ["title", "text"])
def test_a_card_without_title_or_text_is_refused(operator, field):
    with pytest.raises(InvalidInputError) as refused:
        operator.knowledge.save(replace(EDIT, **{field: " \n"}))
    assert refused.value.data["field"] == field


def test_a_card_is_stale_until_it_is_checked_and_again_after_the_days_of_the_setting(operator, clock):
    card = operator.knowledge.save(EDIT).value
    assert card in [each.id for each in operator.knowledge.stale()]
    operator.knowledge.mark_checked(card)
    assert operator.knowledge.get(card).checked_at == clock.now()
    clock.advance(days=90)
    assert not operator.knowledge.is_stale(operator.knowledge.get(card))
    clock.advance(minutes=1)
    assert operator.knowledge.is_stale(operator.knowledge.get(card))
    operator.shop.change(CARD_STALE_DAYS, 91)
    assert not operator.knowledge.is_stale(operator.knowledge.get(card))


def test_favourites_come_first_then_what_is_used(operator):
    operator.knowledge.save(EDIT)
    used = operator.knowledge.save(replace(EDIT, title="用过的")).value
    operator.knowledge.save(replace(EDIT, title="常用的", favourite=True))
    operator.suggestions.note(operator_asked(), ("card", used))
    assert titles(operator.knowledge.all())[:2] == ["常用的", "用过的"]


def operator_asked():
    from weibo_operator.domain.suggestion import Asked

    return Asked("咨询", "其他", "", "橙子放哪里")


def test_every_step_can_be_taken_back_and_done_again_after_a_restart(open_desk):
    operator = open_desk()
    before = edits_of(operator)
    card = operator.knowledge.save(EDIT).value
    operator.knowledge.mark_checked(card)
    operator.knowledge.save(replace(EDIT, text="放冰箱。"), card)
    operator.knowledge.delete(card)
    assert edits_of(operator) == before
    again = open_desk()
    for expected in ("放冰箱。", EDIT.text):
        again.history.undo()
        assert again.knowledge.get(card).text == expected
    assert again.knowledge.get(card).checked_at is not None
    again.history.undo()
    assert again.knowledge.get(card).checked_at is None
    again.history.undo()
    assert edits_of(again) == before
    again.history.redo()
    assert again.knowledge.get(card).title == EDIT.title


def test_broken_rows_are_named_with_line_and_reason_and_the_others_are_taken(operator, tmp_path):
    path = tmp_path / "知识.csv"
    rows = (
        "标签,标题,正文,类别,出处,最近核对",
        "保鲜,橙子怎么存放,放阴凉处。,常见问题,,2026-11-01",
        ",,没有标题的,常见问题,,",
        ",没有内容,,常见问题,,",
        ",和别家比,我们的重一点。,对比,,",
        ",别的种类,内容。,小道消息,,",
        ",日子不对,内容。,,,上个月",
        ",多了一格,内容。,,,,多出来的",
        ",苹果怎么存放,冷藏。,,,2026/11/2 9:30",
        '"没有配对的,引号,内容',
    )
    path.write_bytes("\r\n".join(rows).encode("gb18030"))
    report = operator.knowledge.import_file(path).value
    assert (report.new, report.changed, report.same) == (2, 0, 0)
    assert [(problem.line, problem.reason) for problem in report.problems] == [
        (3, "title"),
        (4, "text"),
        (5, "source"),
        (6, "unknown_kind"),
        (7, "unknown_day"),
        (8, "too_many_cells"),
        (10, "quote"),
    ]
    stored = operator.knowledge.find("橙子怎么存放")[0]
    assert stored.words == ("保鲜",)
    assert stored.checked_at == datetime(2026, 10, 31, 16, tzinfo=UTC)
    assert operator.knowledge.find("苹果")[0].checked_at == datetime(2026, 11, 2, 1, 30, tzinfo=UTC)
    operator.history.undo()
    assert operator.knowledge.find("橙子怎么存放") == ()
    assert operator.history.last() is None


def test_a_file_without_the_two_columns_changes_nothing(operator, tmp_path):
    path = tmp_path / "别的.csv"
    path.write_text("姓名,电话\n小李,1\n", encoding="utf-8")
    before = edits_of(operator)
    with pytest.raises(InvalidInputError) as refused:
        operator.knowledge.import_file(path)
    assert error_sentence(refused.value).startswith("别的.csv 第 1 行没有“标题”和“内容”两列")
    with pytest.raises(FileUnreadableError):
        operator.knowledge.import_file(tmp_path / "没有.csv")
    assert edits_of(operator) == before


def test_importing_the_same_again_changes_nothing_and_a_changed_text_changes_its_card(operator, tmp_path):
    card = operator.knowledge.save(EDIT).value
    path = tmp_path / "知识.csv"
    assert operator.knowledge.export_file(path) == 13
    outcome = operator.knowledge.import_file(path)
    assert (outcome.value.same, outcome.operation) == (13, None)
    path.write_text(path.read_text(encoding="utf-8-sig").replace("五天内", "三天内"), encoding="utf-8-sig")
    report = operator.knowledge.import_file(path).value
    assert (report.new, report.changed, report.same) == (0, 1, 12)
    assert operator.knowledge.get(card).text == "放在阴凉处，三天内吃完。"


def test_what_a_spreadsheet_would_calculate_is_text_in_the_file(operator, tmp_path):
    for number, begins in enumerate(("=1+1", "+86", "-1", "@某人", "'=already", "＝全角")):
        operator.knowledge.save(replace(EDIT, title=f"公式{number}", text=begins, source=begins))
    path = tmp_path / "知识.csv"
    operator.knowledge.export_file(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.reader(stream):
            assert not any(cell.startswith(("=", "+", "-", "@", "＝")) for cell in row)
    report = operator.knowledge.import_file(path).value
    assert (report.new, report.changed) == (0, 0)


def with_the_shop(operator):
    operator.shop.change(SHOP_NAME, "橙果数码")
    operator.shop.change(HOTLINE, "400-200-3388")
    operator.knowledge.save(replace(EDIT, text="放阴凉处；<b>急</b>就打 {热线|电话}。\n五天内*吃完*。"))
    operator.knowledge.save(CardEdit(CardKind.COMPARISON, "和某家比", "我们保修两年。", source="某家官网 11 月"))


def test_the_cards_become_a_page_for_the_shops_own_site(operator, tmp_path: Path):
    with_the_shop(operator)
    count = operator.knowledge.export_file(tmp_path / "知识.html")
    page = (tmp_path / "知识.html").read_text("utf-8")
    assert count == len(operator.knowledge.all()) == page.count("<article>")
    assert "<title>橙果数码 常见问题与说明</title>" in page
    assert "&lt;b&gt;急&lt;/b&gt;就打 400-200-3388。" in page
    assert "来源：某家官网 11 月" in page
    assert "<script" not in page
    assert EDIT.source not in page, "where we know it from stays in the house"


def test_as_markdown_nothing_in_a_card_is_markup(operator, tmp_path: Path):
    with_the_shop(operator)
    operator.knowledge.export_file(tmp_path / "知识.md")
    page = (tmp_path / "知识.md").read_text("utf-8")
    assert page.startswith("# 橙果数码 常见问题与说明\n")
    assert "\n### 橙子怎么存放\n" in page
    assert "\\<b\\>急\\</b\\>就打 400\\-200\\-3388。" in page
    assert "五天内\\*吃完\\*。" in page


def test_keywords_with_their_answers_are_written_for_the_platforms_own_automatic_replies(operator, tmp_path: Path):
    """D23, G9: to be entered there by hand; comparisons are for people only."""
    with_the_shop(operator)
    operator.knowledge.export_file(tmp_path / "关键词.txt")
    text = (tmp_path / "关键词.txt").read_text("utf-8-sig")
    assert "关键词：保鲜、冷藏\n回复：放阴凉处；<b>急</b>就打 400-200-3388。 五天内*吃完*。\n" in text
    assert "和某家比" not in text
    assert text.count("关键词：") == text.count("回复：") == len(operator.knowledge.all()) - 1


def test_an_export_where_nothing_can_be_written_says_so(operator, tmp_path):
    with pytest.raises(InvalidInputError) as refused:
        operator.knowledge.export_file(tmp_path / "没有这个文件夹" / "知识.csv")
    assert refused.value.data["reason"] == "cannot_write"


TEXT = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("=+-@'\",;\n\r\t、，\ufeff"), max_size=40)
CARDS = st.builds(
    CardEdit,
    kind=st.sampled_from(CardKind),
    title=TEXT,
    text=TEXT,
    code=TEXT,
    words=st.lists(TEXT, max_size=3).map(tuple),
    source=TEXT,
    checked_at=st.none()
    | st.integers(0, 10**12).map(lambda ms: datetime(2001, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)),
    favourite=st.booleans(),
    facets=st.lists(st.builds(FacetLine, st.sampled_from(Facet), TEXT, TEXT, TEXT), max_size=3).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(CARDS, max_size=6))
def test_what_is_exported_comes_back_the_same(language, tmp_path: Path, edits):
    one, other = build(MEMORY, language=language), build(MEMORY, language=language)
    try:
        for operator in (one, other):
            for card in operator.knowledge.all():
                operator.knowledge.delete(card.id)
        kept = 0
        for edit in edits:
            try:
                one.knowledge.save(edit)
                kept += 1
            except InvalidInputError:
                continue
        one.knowledge.export_file(tmp_path / "a.csv")
        report = other.knowledge.import_file(tmp_path / "a.csv").value
        assert (report.new, report.problems) == (kept, ())
        assert edits_of(other) == edits_of(one)
        other.knowledge.export_file(tmp_path / "b.csv")
        assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    finally:
        one.close()
        other.close()


def test_the_menu_is_written_before_the_keywords_and_what_has_no_room_is_said(operator, tmp_path):
    for title, text, menu in (
        ("退货", "七天内可退，运费我们出", " 售后 ／ 退换货 "),
        ("驱动", "在 https://weibo.com/1/Abc 下载", "售后/驱动下载"),
        ("门店", "在南京路", "门店"),
        ("会员", "满 100 元", "会员中心哦"),
        ("活动", "周五", "活动"),
    ):
        operator.knowledge.save(CardEdit(CardKind.FAQ, title, text, menu=menu, self_service=True))
    operator.knowledge.export_file(tmp_path / "自动回复.txt")
    text = (tmp_path / "自动回复.txt").read_text("utf-8-sig")
    menu, _, rest = text.partition("\n\n")
    assert menu.splitlines() == [
        "自定义菜单",
        "注意：一级菜单最多 3 个，现在 4 个",
        "注意：“会员中心哦”太长，只显示前 4 个字",
        "售后",
        "  退换货 → 回复：七天内可退，运费我们出",
        "  驱动下载 → 打开 https://weibo.com/1/Abc",
        "门店 → 回复：在南京路",
        "会员中心哦 → 回复：满 100 元",
        "活动 → 回复：周五",
    ]
    assert "关键词：退货\n回复：七天内可退，运费我们出\n" in rest


def test_marks_and_menu_come_back_from_a_table_and_from_undo(operator, tmp_path):
    edit = CardEdit(CardKind.FAQ, "退货", "七天内可退", code="th", menu="售后/退换货", self_service=True)
    card = operator.knowledge.save(edit).value
    operator.knowledge.export_file(tmp_path / "卡.csv")
    operator.knowledge.save(replace(edit, menu="", self_service=False), card)
    operator.knowledge.import_file(tmp_path / "卡.csv")
    assert operator.knowledge.get(card).edit == edit
    operator.history.undo()
    assert not operator.knowledge.get(card).self_service
    with pytest.raises(InvalidInputError) as refused:
        operator.knowledge.save(replace(edit, menu="一/二/三"), card)
    assert refused.value.data["reason"] == "menu_levels"
