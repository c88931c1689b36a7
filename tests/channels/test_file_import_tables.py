"""The columns of each known export become the right fields of a message."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from file_import_samples import (
    CAPTURED_AT,
    FIRST_MID,
    SEARCH_17,
    SEARCH_21,
    as_csv,
    put,
    search_row,
    split,
)

from weibo_operator.channels.file_import import FileReader
from weibo_operator.domain.base62 import mid_to_bid, time_of_mid
from weibo_operator.domain.channel import IncomingMessage, MessageReader, RowProblem
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import FileUnreadableError
from weibo_operator.domain.labels import Source

CONTENTS = (
    *("id", "user_id", "nickname", "profile_url", "ip_location", "last_modify_ts", "note_id", "content"),
    *("create_time", "create_date_time", "liked_count", "comments_count", "shared_count", "note_url"),
)
COMMENTS = (
    *("comment_id", "create_time", "create_date_time", "note_id", "content", "sub_comment_count"),
    *("comment_like_count", "last_modify_ts", "ip_location", "parent_comment_id", "user_id", "nickname"),
)


def read(path: Path, *own_names: str) -> tuple[list[IncomingMessage], list[RowProblem]]:
    return split(list(FileReader(own_names).read(path, captured_at=CAPTURED_AT)))


def read_one(folder: Path, headers: list[str], row: dict[str, str], *own_names: str) -> IncomingMessage:
    messages, problems = read(put(folder, as_csv(headers, [row])), *own_names)
    assert problems == []
    (message,) = messages
    return message


def test_the_reader_keeps_the_contract():
    reader: MessageReader = FileReader()
    assert reader is not None


@pytest.mark.parametrize("columns", [17, 18, 19, 21])
def test_weibo_search_layouts(tmp_path: Path, columns: int):
    path = put(tmp_path, as_csv(SEARCH_21[:columns], [search_row()]))
    sniffed = FileReader().sniff(path)
    assert (sniffed.key, sniffed.columns) == ("weibo_search", tuple(SEARCH_21[:columns]))
    (message,), _ = read(path)
    assert message.location == ("广东" if columns > 17 else "")


def test_a_searched_post(tmp_path: Path):
    row = search_row(发布位置="深圳", 艾特用户="小店客服,好友", user_authentication="蓝V", ip="", 评论数="")
    message = read_one(tmp_path, SEARCH_21, row)
    mid = str(FIRST_MID)
    assert (message.platform_id, message.uid, message.nickname) == (mid, "1700000000", "买家0号")
    assert message.text == row["微博正文"]
    assert message.posted_at == datetime(2026, 11, 18, 9, 30, tzinfo=CHINA)
    assert not message.time_is_approximate
    assert message.source is Source.SEARCH
    assert message.link == f"https://weibo.com/1700000000/{mid_to_bid(mid)}"
    assert message.profile_url == "https://weibo.com/u/1700000000"
    assert (message.reposts, message.comments, message.likes) == (0, None, 15_000)
    assert (message.location, message.device, message.verified) == ("深圳", "iPhone客户端", "蓝V")
    assert message.mentions == ("小店客服", "好友")


def test_ordinary_users_are_not_verified(tmp_path: Path):
    assert read_one(tmp_path, SEARCH_21, search_row()).verified == ""


@pytest.mark.parametrize(
    ("changes", "source"),
    [
        ({"微博正文": "@小店客服 在吗"}, Source.MENTION),
        ({"微博正文": "转给他看//@小店客服:新品到了", "艾特用户": "路人"}, Source.MENTION),
        ({"微博正文": "问一下", "艾特用户": "路人,小店客服"}, Source.MENTION),
        ({"微博正文": "@小店客服二号 在吗"}, Source.SEARCH),
        ({"微博正文": "写信到 hi@小店客服"}, Source.SEARCH),
        ({"微博正文": "小店客服真慢"}, Source.SEARCH),
    ],
)
def test_a_post_that_names_us_is_a_mention(tmp_path: Path, changes: dict[str, str], source: Source):
    assert read_one(tmp_path, SEARCH_17, {**search_row(), **changes}, "@小店客服").source is source


def test_a_repost_keeps_its_chain(tmp_path: Path):
    text = "同问//@甲:我的也没到//@乙:什么情况"
    message = read_one(tmp_path, SEARCH_17, search_row(微博正文=text, retweet_id="5099999999999999"))
    assert (message.text, message.parent_platform_id) == (text, "5099999999999999")


@pytest.mark.parametrize("damaged", ["5.1E+15", "5.10000E+15", "", "5100000000000000"])
def test_an_id_damaged_by_a_spreadsheet_is_repaired_from_its_bid(tmp_path: Path, damaged: str):
    row = search_row(id=damaged, retweet_id="5.1E+15")
    message = read_one(tmp_path, SEARCH_17, row)
    assert message.platform_id == str(FIRST_MID)
    assert message.parent_platform_id == ""


def test_an_id_that_truly_ends_in_zero_is_left_alone(tmp_path: Path):
    mid = "5100000000000030"
    assert read_one(tmp_path, SEARCH_17, search_row(id=mid, bid=mid_to_bid(mid))).platform_id == mid


def test_a_damaged_id_without_a_bid_is_a_problem(tmp_path: Path):
    rows = [search_row(0), search_row(1, id="4.53774E+15", bid=""), search_row(2)]
    messages, problems = read(put(tmp_path, as_csv(SEARCH_17, rows)))
    assert [each.nickname for each in messages] == ["买家0号", "买家2号"]
    assert [(each.line, each.code, each.detail) for each in problems] == [(3, "damaged_id", "4.53774E+15")]


def test_without_ids_a_person_is_a_name_and_a_message_a_hash(tmp_path: Path):
    row = search_row(id="", bid="", user_id="")
    message = read_one(tmp_path, SEARCH_17, row)
    assert message.uid == "name:买家0号"
    assert (message.link, message.profile_url) == ("", "")
    assert message.platform_id.startswith("hash:")
    assert len(message.platform_id) == len("hash:") + 24
    assert read_one(tmp_path, SEARCH_17, row) == message
    for change in ({"微博正文": "别的"}, {"用户昵称": "别人"}, {"发布时间": "2026-11-18 09:31"}):
        assert read_one(tmp_path, SEARCH_17, {**row, **change}).platform_id != message.platform_id


def test_a_row_without_an_author_is_a_problem(tmp_path: Path):
    _, problems = read(put(tmp_path, as_csv(SEARCH_17, [search_row(user_id="", 用户昵称=" ")])))
    assert [each.code for each in problems] == ["no_author"]


def test_repeated_posts_are_all_yielded(tmp_path: Path):
    messages, _ = read(put(tmp_path, as_csv(SEARCH_17, [search_row(), search_row()])))
    assert len(messages) == 2


def test_the_files_own_time_is_the_default_capture_time(tmp_path: Path):
    path = put(tmp_path, as_csv(SEARCH_17, [search_row(发布时间="刚刚", id="", bid="")]))
    (message,), _ = split(list(FileReader().read(path)))
    assert message.time_is_approximate
    assert message.posted_at.timestamp() == pytest.approx(path.stat().st_mtime, abs=1)


@pytest.mark.parametrize("written", ["刚刚", "昨天 08:05", "11-18", ""])
def test_a_vague_time_gives_way_to_the_time_in_a_posts_id(tmp_path: Path, written: str):
    message = read_one(tmp_path, SEARCH_17, search_row(发布时间=written))
    assert (message.posted_at, message.time_is_approximate) == (time_of_mid(str(FIRST_MID)), False)


@pytest.mark.parametrize("hours", [8, -8, 0, 3, 24])
def test_only_a_lost_time_zone_is_put_right_by_the_id(tmp_path: Path, hours: int):
    true = time_of_mid(str(FIRST_MID))
    assert true is not None
    written = f"{(true + timedelta(hours=hours)).astimezone(CHINA):%Y-%m-%d %H:%M:%S}"
    message = read_one(tmp_path, SEARCH_17, search_row(发布时间=written))
    assert message.posted_at == true + timedelta(hours=0 if abs(hours) == 8 else hours)


def contents_row(**changes: str) -> dict[str, str]:
    moment = time_of_mid(str(FIRST_MID))
    assert moment is not None
    row = {
        "id": "1",
        "note_id": str(FIRST_MID),
        "user_id": "1700000001",
        "nickname": "买家一号",
        "content": "杯子漏水，客服不理我",
        "create_time": str(int((moment + timedelta(hours=8)).timestamp())),
        "create_date_time": f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M:%S}+08:00",
        "liked_count": "3",
        "comments_count": "2",
        "shared_count": "1",
        "ip_location": "浙江",
        "note_url": f"https://m.weibo.cn/detail/{FIRST_MID}",
    }
    return {**row, **changes}


@pytest.mark.parametrize("gone", ["", "create_date_time"])
def test_mediacrawler_posts_have_the_right_time(tmp_path: Path, gone: str):
    headers = [header for header in CONTENTS if header != gone]
    path = put(tmp_path, as_csv(headers, [contents_row()]))
    assert FileReader().sniff(path).key == "mediacrawler_contents"
    (message,), _ = read(path)
    assert message.posted_at == time_of_mid(str(FIRST_MID))
    assert message.platform_id == str(FIRST_MID)
    assert (message.reposts, message.comments, message.likes) == (1, 2, 3)
    assert message.location == "浙江"


def test_a_mended_mediacrawler_time_is_left_alone(tmp_path: Path):
    moment = time_of_mid(str(FIRST_MID))
    assert moment is not None
    row = contents_row(create_date_time="", create_time=str(int(moment.timestamp())))
    assert read_one(tmp_path, list(CONTENTS), row).posted_at == moment


def test_masked_people_with_one_name_stay_two(tmp_path: Path):
    headers = [header for header in CONTENTS if header != "user_id"] + ["creator_hash"]
    rows = [contents_row(nickname="张**", creator_hash=digest) for digest in ("aaaabbbbcccc", "ddddeeeeffff")]
    messages, _ = read(put(tmp_path, as_csv(headers, rows)))
    assert [each.uid for each in messages] == ["name:张**#aaaabbbb", "name:张**#ddddeeee"]


def test_mediacrawler_comments(tmp_path: Path):
    row = {
        "comment_id": "5100000000009999",
        "create_time": "1763488800",
        "create_date_time": "2026-11-18 10:00:00+08:00",
        "note_id": str(FIRST_MID),
        "content": "@小店客服 我也是",
        "comment_like_count": "4",
        "parent_comment_id": "",
        "user_id": "1700000002",
        "nickname": "买家二号",
    }
    answer = {**row, "comment_id": "5100000000010001", "parent_comment_id": "5100000000009999"}
    late = {**row, "comment_id": "5100000000010002", "create_date_time": "", "create_time": "1795024800"}
    path = put(tmp_path, as_csv(list(COMMENTS), [row, answer, late]))
    assert FileReader().sniff(path).key == "mediacrawler_comments"
    messages, problems = read(path, "小店客服")
    assert problems == []
    assert [each.parent_platform_id for each in messages] == [
        str(FIRST_MID),
        "5100000000009999",
        str(FIRST_MID),
    ]
    assert {each.source for each in messages} == {Source.COMMENT}
    assert {each.link for each in messages} == {f"https://m.weibo.cn/detail/{FIRST_MID}"}
    assert messages[0].posted_at == datetime(2026, 11, 18, 10, 0, tzinfo=CHINA)
    assert messages[2].posted_at.timestamp() == 1795024800 - 28_800


def test_weibo_crawler_comments(tmp_path: Path):
    text = as_csv(
        ["id", "weibo_id", "created_at", "user_screen_name", "text", "pic_url", "like_count"],
        [
            {
                "id": "5100000000009999",
                "weibo_id": str(FIRST_MID),
                "created_at": "Wed Nov 18 10:00:00 +0800 2026",
                "user_screen_name": "买家三号",
                "text": "多久能到",
                "like_count": "0",
            }
        ],
    )
    path = put(tmp_path, text)
    assert FileReader().sniff(path).key == "weibo_crawler_comments"
    (message,), _ = read(path)
    assert (message.uid, message.parent_platform_id) == ("name:买家三号", str(FIRST_MID))
    assert message.posted_at == datetime(2026, 11, 18, 10, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("headers", "key"),
    [
        (("user_name", "created_at", "comments"), "plain_comments"),
        (("昵称", "时间", "评论内容"), "plain_comments"),
        (("评论者", "评论时间", "评论"), "plain_comments"),
        (("Nick Name", "Create Time", "Text"), "plain_comments"),
        (("用户名", "发布时间", "微博正文"), "plain_posts"),
        (("博主", "发布时间", "正文"), "plain_posts"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_home_made_headers(tmp_path: Path, headers: tuple[str, str, str], key: str, delimiter: str):
    cells = dict(zip(headers, ("买家四号", "2026/11/18 10:00:00", "包装破了,怎么办;急"), strict=True))
    path = put(tmp_path, as_csv(list(headers), [cells], delimiter=delimiter))
    assert FileReader().sniff(path).key == key
    (message,), problems = read(path)
    assert problems == []
    assert (message.nickname, message.text) == ("买家四号", "包装破了,怎么办;急")
    assert message.posted_at == datetime(2026, 11, 18, 10, 0, tzinfo=CHINA)
    assert message.source is (Source.SEARCH if key == "plain_posts" else Source.COMMENT)


def test_home_made_comments_keep_their_ids_apart_from_the_posts(tmp_path: Path):
    row = {
        "评论id": "5100000000009999",
        "微博id": str(FIRST_MID),
        "用户id": "1700000003",
        "用户昵称": "买家五号",
        "评论内容": "求补发",
        "评论时间": "5分钟前",
        "点赞数": "赞[12]",
        "粉丝数": "1.2万",
        "IP属地": "来自四川",
    }
    message = read_one(tmp_path, list(row), row)
    assert (message.platform_id, message.parent_platform_id) == ("5100000000009999", str(FIRST_MID))
    assert (message.followers, message.likes, message.location) == (12_000, 12, "四川")
    assert message.time_is_approximate


def test_row_numbers_and_post_ids_are_not_taken_for_comment_ids(tmp_path: Path):
    rows = [{"id": str(n), "weibo_id": str(FIRST_MID), "user_name": f"人{n}", "comment": "好"} for n in (1, 2)]
    messages, _ = read(put(tmp_path, as_csv(list(rows[0]), rows)))
    assert len({each.platform_id for each in messages}) == 2
    assert all(each.platform_id.startswith("hash:") for each in messages)


def test_without_a_time_column_the_capture_time_stands_in(tmp_path: Path):
    message = read_one(tmp_path, ["昵称", "评论内容"], {"昵称": "买家六号", "评论内容": "在吗"})
    assert (message.posted_at, message.time_is_approximate) == (CAPTURED_AT, True)


@pytest.mark.parametrize(
    ("headers", "missing"), [("昵称,时间", "评论内容"), ("评论内容,时间", "昵称"), ("id,微博正文", "昵称")]
)
def test_home_made_files_without_a_needed_column(tmp_path: Path, headers: str, missing: str):
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(put(tmp_path, f"{headers}\n1,2\n"))
    assert (caught.value.data["reason"], caught.value.data["detail"]) == ("missing_column", missing)


def test_a_named_format_is_not_guessed(tmp_path: Path):
    text = as_csv(["user_name", "created_at", "comments"], [])
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().read(put(tmp_path, text), file_format="weibo_search")
    assert caught.value.data["reason"] == "missing_column"
