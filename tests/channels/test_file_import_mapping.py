"""Tables of one's own: what is proposed, how a mapping reads, what is remembered."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from file_import_samples import CAPTURED_AT, FIRST_MID, SEARCH_17, as_csv, put, search_row, split
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from weibo_operator.bootstrap import resources_dir
from weibo_operator.channels.file_import import FileReader
from weibo_operator.channels.file_import.mapping import header_key, read_synonyms
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.columns import OFFERED_ROLES, DateOrder, Role, TableMapping
from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError
from weibo_operator.domain.labels import Audience, Platform, Source

SYNONYMS = resources_dir() / "dictionaries" / "column_names.tsv"
NAME, TEXT, TIME = Role.NICKNAME, Role.TEXT, Role.TIME
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def reader() -> FileReader:
    return FileReader((), SYNONYMS)


def table(folder: Path, headers: Sequence[str], *rows: Sequence[str]) -> Path:
    lines = [dict(zip(headers, row, strict=True)) for row in rows]
    return put(folder, as_csv(list(headers), lines))


def read(path: Path, mapping: TableMapping) -> tuple[list[IncomingMessage], list[RowProblem]]:
    return split(list(reader().read(path, captured_at=CAPTURED_AT, mapping=mapping)))


@pytest.mark.parametrize(
    ("headers", "row", "roles"),
    [
        (("客户姓名", "反馈内容", "登记时间"), ("周女士", "电热毯不热了", "2026-11-18 9:30"), (NAME, TEXT, TIME)),
        (("Customer", "Message", "Sent At"), ("Li", "还没有收到货", "2026/11/18 9:30"), (NAME, TEXT, TIME)),
        (
            ("序号", "客户微博昵称", "客户反馈内容", "反馈日期"),
            ("1", "爱喝汤的人", "汤洒了一地", "11月18日"),
            (None, NAME, TEXT, TIME),
        ),
        (
            ("a", "b", "c", "d"),
            ("爱喝汤的人", "2026-11-18 09:30", "送来的时候汤已经洒了一半", "https://weibo.com/1/2"),
            (NAME, TIME, TEXT, Role.LINK),
        ),
        (
            ("日期", "时间", "来源", "联系人", "手机号", "问题"),
            ("2026-11-18", "09:30", "微信", "老吴", "13900000002", "羽绒被怎么洗"),
            (TIME, Role.CLOCK, Role.CHANNEL, NAME, Role.UID, TEXT),
        ),
    ],
)
def test_proposals(tmp_path: Path, headers: Sequence[str], row: Sequence[str], roles: tuple[Role | None, ...]):
    found = reader().table(table(tmp_path, headers, row))
    mapping = reader().proposed(found)
    assert mapping.roles == roles
    assert mapping.is_complete


def test_what_the_desk_knows_is_proposed_the_same(tmp_path: Path):
    path = put(tmp_path, as_csv(SEARCH_17, [search_row(number) for number in range(5)]))
    found = reader().table(path)
    assert found.format == "weibo_search"
    by_mapping, _ = read(path, reader().proposed(found))
    by_format, _ = split(list(reader().read(path, captured_at=CAPTURED_AT)))
    assert [replace(each, mentions=()) for each in by_mapping] == by_format


def test_nothing_is_proposed_where_nothing_tells(tmp_path: Path):
    mapping = reader().proposed(reader().table(table(tmp_path, ("x", "y"), ("1", "2"), ("3", "4"))))
    assert mapping.roles == (None, None)
    assert not mapping.is_complete


@pytest.mark.parametrize(
    ("dates", "order", "day"),
    [
        (("3/4/2026 9:30", "18/11/2026 9:30"), DateOrder.DAY_FIRST, (2026, 4, 3)),
        (("3/4/2026 9:30", "11/18/2026 9:30"), DateOrder.MONTH_FIRST, (2026, 3, 4)),
        (("3/4/2026 9:30", "5/6/2026 9:30"), DateOrder.MONTH_FIRST, (2026, 3, 4)),
    ],
)
def test_the_order_of_day_and_month(
    tmp_path: Path, dates: tuple[str, str], order: DateOrder, day: tuple[int, int, int]
):
    path = table(tmp_path, ("谁", "何时", "说了"), *(("老吴", date, "被子怎么洗") for date in dates))
    proposal = reader().proposed(reader().table(path))
    assert proposal.date_order is order
    messages, problems = read(path, replace(proposal, roles=(NAME, TIME, TEXT)))
    assert problems == []
    assert messages[0].posted_at == datetime(*day, 9, 30, tzinfo=CHINA)


def test_date_and_clock_in_two_columns(tmp_path: Path):
    path = table(tmp_path, ("谁", "哪天", "几点", "说了"), ("老吴", "2026-11-18", "9:30", "怎么洗"))
    (message,), _ = read(path, TableMapping((NAME, TIME, Role.CLOCK, TEXT)))
    assert (message.posted_at, message.time_is_approximate) == (datetime(2026, 11, 18, 9, 30, tzinfo=CHINA), False)


def test_channels_of_the_table_and_of_each_row(tmp_path: Path):
    path = table(
        tmp_path,
        ("谁", "渠道", "账号", "说了", "编号"),
        ("甲", "微信公众号", "jia_123", "一", "KF-20261118-01"),
        ("乙", "客户来电", "13900000002", "二", "2"),
        ("丙", "微博私信", "1700000003", "三", "3"),
        ("丁", "", "13900000004", "四", "4"),
    )
    roles = (NAME, Role.CHANNEL, Role.UID, TEXT, Role.ID)
    messages, _ = read(path, TableMapping(roles, Platform.SHOP, Source.OTHER, Audience.PRIVATE))
    assert [(each.platform, each.source, each.audience, each.uid) for each in messages] == [
        (Platform.WECHAT, Source.OTHER, Audience.PRIVATE, "jia_123"),
        (Platform.PHONE, Source.OTHER, Audience.PRIVATE, "13900000002"),
        (Platform.WEIBO, Source.PRIVATE, Audience.PRIVATE, "1700000003"),
        (Platform.SHOP, Source.OTHER, Audience.PRIVATE, "13900000004"),
    ]
    assert messages[0].platform_id == "KF-20261118-01"
    assert all(each.platform_id.startswith("hash:") for each in messages[1:])


def test_a_telephone_number_is_no_uid_on_weibo(tmp_path: Path):
    path = table(tmp_path, ("谁", "手机", "说了"), ("老吴", "13900000002", "怎么洗"))
    (message,), _ = read(path, TableMapping((NAME, Role.UID, TEXT)))
    assert message.uid.startswith("name:老吴#"), "it tells him from others of his name"
    assert "139" not in message.uid
    assert message.profile_url == ""


def test_one_author_for_all_rows_and_the_capture_time_of_the_mapping(tmp_path: Path):
    path = table(tmp_path, ("何时", "说了"), ("5分钟前", "怎么洗"))
    captured = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
    mapping = TableMapping((TIME, TEXT), author="老吴", captured_at=captured)
    (message,), _ = split(list(reader().read(path, mapping=mapping)))
    assert (message.nickname, message.uid) == ("老吴", "name:老吴")
    assert message.posted_at == datetime(2026, 11, 1, 3, 55, tzinfo=UTC)


def test_a_table_without_headers(tmp_path: Path):
    path = put(tmp_path, "老吴,2026-11-18 09:30,羽绒被怎么洗\n小林,2026-11-19 10:00,枕头有味道\n")
    found = reader().table(path)
    assert (found.headers, len(found.rows)) == (("", "", ""), 2)
    messages, problems = read(path, reader().proposed(found))
    assert [each.nickname for each in messages] == ["老吴", "小林"]
    assert problems == []


def by_itself(path: Path) -> list[IncomingMessage]:
    assert reader().sniff(path).key in {"plain_comments", "plain_posts"}
    messages, problems = split(list(reader().read(path, captured_at=CAPTURED_AT)))
    assert problems == []
    return messages


def test_a_known_layout_keeps_the_number_of_each_customer(tmp_path: Path):
    rows = [("小李", f"{number}", f"问题{number}", "2026-11-18 09:30") for number in range(10001, 10101)]
    path = table(tmp_path, ("昵称", "用户编号", "内容", "时间"), *rows)
    assert [each.uid for each in by_itself(path)] == [row[1] for row in rows]


@pytest.mark.parametrize("phone", ["手机号", "客户手机号", "联系电话"])
def test_a_known_layout_keeps_channel_and_telephone(tmp_path: Path, phone: str):
    path = table(
        tmp_path,
        ("昵称", "渠道", phone, "内容", "时间"),
        ("小李", "电话", "13800000001", "杯子裂了", "2026-11-18 09:30"),
        ("小李", "电话", "13900000002", "有紫色吗", "2026-11-18 09:31"),
        ("老王", "微信", "wang_1", "怎么退", "2026-11-18 09:32"),
        ("老赵", "微博", "", "几点开门", "2026-11-18 09:33"),
    )
    assert [(each.platform, each.uid) for each in by_itself(path)] == [
        (Platform.PHONE, "13800000001"),
        (Platform.PHONE, "13900000002"),
        (Platform.WECHAT, "wang_1"),
        (Platform.WEIBO, "name:老赵"),
    ]


def test_two_of_one_name_are_told_apart_by_their_telephones(tmp_path: Path):
    """Without a channel, in a layout that is read without asking: even where they wrote the same at the same time."""
    path = table(
        tmp_path,
        ("昵称", "手机号", "评论内容", "评论时间"),
        ("王女士", "13800000001", "怎么退", "2026-11-18"),
        ("王女士", "13900000002", "怎么退", "2026-11-18"),
        ("王女士", "138-0000-0001", "还没退", "2026-11-19"),
        ("王女士", "", "谢谢", "2026-11-19"),
    )
    one, other, again, unknown = by_itself(path)
    assert one.platform_id != other.platform_id
    assert len({one.uid, other.uid, unknown.uid}) == 3
    assert again.uid == one.uid
    assert unknown.uid == "name:王女士"
    assert not any("1380000" in each.uid for each in (one, again)), "the number itself stays in the file"


def test_people_with_telephones_are_callers_where_nothing_tells_of_weibo(tmp_path: Path):
    rows = (
        ("王女士", "138 0000 0001", "杯子裂了", "2026-11-18 9:30"),
        ("王女士", "+8613900000002", "怎么退", "2026-11-18"),
    )
    path = table(tmp_path, ("客户姓名", "联系电话", "反馈内容", "登记时间"), *rows)
    mapping = reader().proposed(reader().table(path))
    assert (mapping.platform, mapping.audience) == (Platform.PHONE, Audience.PRIVATE)
    messages, problems = read(path, mapping)
    assert problems == []
    assert [each.uid for each in messages] == ["13800000001", "13900000002"]


@pytest.mark.parametrize("header", ["评论内容", "微博内容", "私信内容"])
def test_beside_words_of_weibo_a_telephone_makes_no_caller(tmp_path: Path, header: str):
    row = ("王女士", "13800000001", "杯子裂了", "2026-11-18 9:30")
    found = reader().table(table(tmp_path, ("客户姓名", "联系电话", header, "登记时间"), row))
    assert reader().proposed(found).platform is Platform.WEIBO


@pytest.mark.parametrize("headers", [("日期", "时刻"), ("日期", "时间"), ("日期", "几点")])
def test_a_known_layout_keeps_the_hour_beside_the_date(tmp_path: Path, headers: tuple[str, str]):
    path = table(tmp_path, ("昵称", "内容", *headers), ("老王", "杯子裂了要退款", "2026-11-18", "09:07"))
    (message,) = by_itself(path)
    assert (message.posted_at, message.time_is_approximate) == (datetime(2026, 11, 18, 9, 7, tzinfo=CHINA), False)


def test_what_a_known_layout_leaves_unread_is_not_guessed(tmp_path: Path):
    headers = ("昵称", "内容", "发布时间", "转发数", "平台", "手机型号", "购买手机", "单号", "通话时长")
    row = ("老王", "杯子裂了要退款", "2026-11-18 09:30", "3", "微博", "13900000002", "1390000000", "20261118", "00:35")
    path = table(tmp_path, headers, row)
    found = by_itself(path)
    assert found == split(list(FileReader().read(path, captured_at=CAPTURED_AT)))[0]
    assert (found[0].uid, found[0].source) == ("name:老王", Source.SEARCH)


@pytest.mark.parametrize("above", ["十一月客户反馈\n", "sep=;\n", "\n反馈表,,,\n\n"])
def test_lines_above_the_headers(tmp_path: Path, above: str):
    delimiter = ";" if "sep" in above else ","
    text = delimiter.join(("昵称", "评论内容", "评论时间")) + "\n" + delimiter.join(("甲", "一", "坏时间")) + "\n"
    path = put(tmp_path, above + text)
    assert FileReader().sniff(path).key == "plain_comments"
    _, problems = split(list(FileReader().read(path)))
    assert [(each.line, each.code) for each in problems] == [(above.count("\n") + 2, "bad_date")]


def test_rows_of_ones_own_may_be_short_or_hold_commas(tmp_path: Path):
    text = "昵称,评论内容,评论时间,点赞数,备注\n甲,一,2026-11-18 9:30\n乙,二,三,四,2026-11-18 9:30,1,\n丙,五\n"
    messages, problems = split(list(FileReader().read(put(tmp_path, text))))
    assert [(each.nickname, each.text) for each in messages] == [("甲", "一"), ("乙", "二,三,四")]
    assert [(each.line, each.code) for each in problems] == [(4, "cell_count")]


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        (TableMapping((NAME, None)), "mapping_incomplete"),
        (TableMapping((None, TEXT)), "mapping_incomplete"),
        (TableMapping((TEXT, TEXT), author="甲"), "mapping_repeated"),
        (TableMapping((NAME, TEXT, TIME)), "mapping_width"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_before_the_first_row(
    tmp_path: Path, mapping: TableMapping, reason: str
):
    with pytest.raises(InvalidInputError) as caught:
        reader().read(table(tmp_path, ("谁", "说了"), ("甲", "一")), mapping=mapping)
    assert caught.value.data["reason"] == reason


def test_a_file_that_is_no_table(tmp_path: Path):
    for content in (b"%PDF-1.7\n...", b'{"ok": 1}'):
        with pytest.raises(FileUnreadableError) as caught:
            reader().table(put(tmp_path, content))
        assert caught.value.data["reason"] == "no_table"


def test_a_list_of_objects_is_a_table_too(tmp_path: Path):
    path = put(tmp_path, '[{"who": "老吴", "said": "羽绒被怎么洗", "n": 3}]', encoding="utf-8")
    found = reader().table(path)
    assert (found.headers, found.rows) == (("who", "said", "n"), (("老吴", "羽绒被怎么洗", "3"),))
    (message,), _ = read(path, TableMapping((NAME, TEXT, None)))
    assert message.text == "羽绒被怎么洗"


def test_the_key_of_a_header_row():
    assert header_key(["User Name", "内容"]) == header_key(["\ufeffuser_name", " 内容"])
    assert header_key(["a", "b"]) != header_key(["b", "a"])
    assert header_key(["ab", ""]) != header_key(["a", "b"])
    assert header_key(["昵称", "内容"]) == "2e08e0ed3ae4a3bb"


def test_every_name_in_the_resource_is_offered_and_told_once():
    found = read_synonyms(SYNONYMS)
    assert set(found) <= set(OFFERED_ROLES)
    for names in found.values():
        assert all(name.strip() == name for name in names)
        assert len(set(names)) == len(names)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6), st.permutations([NAME, TEXT, None]))
def test_any_table_is_shown_proposed_and_read(tmp_path: Path, rows: list[list[str]], roles: list[Role | None]):
    path = table(tmp_path, ("甲", "乙", "丙"), *rows)
    try:
        found = reader().table(path)
        reader().proposed(found)
        outcomes = list(reader().read(path, mapping=TableMapping(tuple(roles), captured_at=CAPTURED_AT)))
    except (FileUnreadableError, InvalidInputError):
        return
    assert all(isinstance(each, IncomingMessage | RowProblem) for each in outcomes)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_shown_or_refused(tmp_path: Path, content: bytes):
    for data in (content, f"id,{FIRST_MID}\n".encode() + content):
        path = put(tmp_path, data)
        try:
            found = reader().table(path)
            outcomes = list(reader().read(path, mapping=reader().proposed(found)))
        except (FileUnreadableError, InvalidInputError):
            continue
        assert all(isinstance(each, IncomingMessage | RowProblem) for each in outcomes)
