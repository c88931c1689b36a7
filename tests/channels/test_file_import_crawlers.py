"""Each crawler's own files: what is recognised, whose words they are, when they were written."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from file_import_samples import CAPTURED_AT, FIRST_MID, as_csv, put, split

from ui.intake.import_words import FORMATS
from weibo_operator.channels.file_import import FileReader
from weibo_operator.channels.file_import.formats.registry import FORMAT_KEYS
from weibo_operator.domain.base62 import mid_to_bid, time_of_mid
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import FileUnreadableError
from weibo_operator.domain.labels import Source

MID = str(FIRST_MID)
BID = mid_to_bid(MID)
MORNING = datetime(2026, 11, 18, 10, 0, tzinfo=CHINA)
CRAWLER_POSTS = [
    *("id", "bid", "正文", "头条文章url", "原始图片url", "视频url", "Live Photo视频url", "位置", "日期", "工具"),
    *("点赞数", "评论数", "转发数", "话题", "@用户", "完整日期", "是否编辑过", "编辑次数"),
]
CRAWLER_POST = {
    "id": MID,
    "bid": BID,
    "正文": "晚上送到的汤洒了",
    "位置": "成都",
    "日期": "2026-11-18",
    "工具": "iPhone客户端",
    "点赞数": "3",
    "评论数": "2",
    "转发数": "1",
    "@用户": "小店客服",
    "完整日期": "2026-11-18 10:00:00",
}
SPIDER_POSTS = [
    *("微博id", "微博正文", "头条文章url", "原始图片url", "微博视频url", "发布位置", "发布时间", "发布工具"),
    *("点赞数", "转发数", "评论数"),
]
SPIDER_POST = {
    "微博id": BID,
    "微博正文": "无",
    "发布位置": "无",
    "发布时间": "2026-11-18 10:00",
    "发布工具": "无",
    "点赞数": "3",
    "转发数": "1",
    "评论数": "2",
}


def read(path: Path, *own: str) -> tuple[list[IncomingMessage], list[RowProblem]]:
    return split(list(FileReader(own).read(path, captured_at=CAPTURED_AT)))


def placed(folder: Path, person: str, name: str, content: str) -> Path:
    home = folder / "weibo" / person
    home.mkdir(parents=True, exist_ok=True)
    return put(home, content, name=name)


def put_json(folder: Path, document: object) -> Path:
    return put(folder, json.dumps(document, ensure_ascii=False), encoding="utf-8", name="export.json")


@pytest.mark.parametrize(
    ("person", "name", "uid", "nickname"),
    [
        ("爱喝汤的人", "1700000001.csv", "1700000001", "爱喝汤的人"),
        ("1700000001", "1700000001.csv", "1700000001", ""),
        ("1700000001", "爱喝汤的人.csv", "1700000001", "爱喝汤的人"),
        ("爱喝汤的人", "posts.csv", "name:爱喝汤的人", "爱喝汤的人"),
    ],
)
def test_weibo_crawler_posts_are_their_folders(tmp_path: Path, person: str, name: str, uid: str, nickname: str):
    path = placed(tmp_path, person, name, as_csv(CRAWLER_POSTS, [CRAWLER_POST]))
    assert FileReader().sniff(path).key == "weibo_crawler_posts"
    (message,), problems = read(path, "小店客服")
    assert problems == []
    assert (message.platform_id, message.uid, message.nickname) == (MID, uid, nickname)
    assert (message.text, message.posted_at, message.source) == ("晚上送到的汤洒了", MORNING, Source.MENTION)
    assert (message.location, message.likes, message.comments, message.reposts) == ("成都", 3, 2, 1)


@pytest.mark.parametrize(("headers", "row"), [(CRAWLER_POSTS, CRAWLER_POST), (SPIDER_POSTS, SPIDER_POST)])
def test_posts_without_an_author_anywhere_ask_for_one(tmp_path: Path, headers: list[str], row: dict[str, str]):
    path = put(tmp_path, as_csv(headers, [row]))
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(path)
    assert caught.value.data["reason"] == "missing_author"


def test_an_old_weibo_crawler_file_has_only_the_day(tmp_path: Path):
    headers = [header for header in CRAWLER_POSTS if header not in {"完整日期", "是否编辑过", "编辑次数"}]
    text = as_csv(headers, [CRAWLER_POST | {"id": "4.53774E+15", "日期": "2026-11-18T10:00:00"}])
    (message,), _ = read(placed(tmp_path, "爱喝汤的人", "1700000001.csv", text))
    assert (message.posted_at, message.platform_id) == (MORNING, MID)


def test_a_repost_in_a_weibo_crawler_file_tells_its_source(tmp_path: Path):
    more = ["是否原创", "源用户id", "源用户昵称", "源微博id", "源微博bid", "源微博正文"]
    row = CRAWLER_POST | {"源用户昵称": "小店", "源微博id": "5099999999999999", "源微博正文": "新汤上市"}
    (message,), _ = read(placed(tmp_path, "甲", "1700000001.csv", as_csv([*CRAWLER_POSTS, *more], [row])))
    assert (message.parent_platform_id, message.parent_author, message.parent_text) == (
        "5099999999999999",
        "小店",
        "新汤上市",
    )


def test_weibo_crawler_json(tmp_path: Path):
    post = {
        "id": FIRST_MID,
        "bid": BID,
        "user_id": 1700000001,
        "screen_name": "爱喝汤的人",
        "text": "汤洒了",
        "created_at": "2026-11-18",
        "full_created_at": "2026-11-18 10:00:00",
        "attitudes_count": "2.3万",
        "at_users": "小店客服",
        "retweet": {"id": 5099999999999999, "screen_name": "小店", "text": "新汤"},
    }
    other = {**post, "id": FIRST_MID + 1, "bid": "", "user_id": 1700000009, "screen_name": "别人", "retweet": None}
    user = {"id": "1700000001", "screen_name": "爱喝汤的人", "followers_count": 52, "verified_reason": "美食博主"}
    path = put_json(tmp_path, {"user": user, "weibo": [post, other, 7]})
    assert FileReader().sniff(path).key == "weibo_crawler_json"
    messages, problems = read(path)
    assert [(each.line, each.code) for each in problems] == [(3, "not_an_object")]
    assert [(each.uid, each.nickname, each.followers) for each in messages] == [
        ("1700000001", "爱喝汤的人", 52),
        ("1700000009", "别人", None),
    ]
    assert (messages[0].posted_at, messages[0].likes, messages[0].mentions) == (MORNING, 23_000, ("小店客服",))
    assert (messages[0].parent_author, messages[0].parent_platform_id) == ("小店", "5099999999999999")


def test_weibo_spider_csv(tmp_path: Path):
    path = placed(tmp_path, "老周修表", "1700000002.csv", as_csv(SPIDER_POSTS, [SPIDER_POST]))
    assert FileReader().sniff(path).key == "weibo_spider_posts"
    (message,), _ = read(path)
    assert (message.platform_id, message.uid, message.nickname) == (MID, "1700000002", "老周修表")
    # 无 is an empty cell everywhere but in the words themselves.
    assert (message.text, message.location, message.device) == ("无", "", "")
    assert (message.posted_at, message.link) == (MORNING, f"https://weibo.com/1700000002/{BID}")


def test_weibo_spider_json(tmp_path: Path):
    post = {"id": BID, "content": "表带断了", "publish_time": "2026-11-18 10:00", "publish_tool": "无", "up_num": 3}
    user = {"id": "1700000002", "nickname": "老周修表", "followers": 18, "following": 3, "weibo_num": 9}
    path = put_json(tmp_path, {"user": user, "weibo": [post]})
    assert FileReader().sniff(path).key == "weibo_spider_json"
    (message,), _ = read(path)
    assert (message.platform_id, message.uid, message.nickname) == (MID, "1700000002", "老周修表")
    assert (message.text, message.followers, message.likes, message.device) == ("表带断了", 18, 3, "")


def crawler_database(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("CREATE TABLE user (id TEXT PRIMARY KEY, nick_name TEXT, gender TEXT, follower_count INTEGER)")
        made.execute(
            "CREATE TABLE weibo (id TEXT, bid TEXT, user_id TEXT, screen_name TEXT, text TEXT, article_url TEXT,"
            " location TEXT, created_at TEXT, source TEXT, attitudes_count INT, comments_count INT,"
            " reposts_count INT, retweet_id TEXT)"
        )
        made.execute(
            "CREATE TABLE comments (id TEXT, bid TEXT, weibo_id TEXT, root_id TEXT, user_id TEXT, created_at TEXT,"
            " user_screen_name TEXT, user_avatar_url TEXT, text TEXT, pic_url TEXT, like_count INT)"
        )
        made.execute(
            "CREATE TABLE reposts (id TEXT, bid TEXT, weibo_id TEXT, user_id TEXT, created_at TEXT,"
            " user_screen_name TEXT, user_avatar_url TEXT, text TEXT, like_count INT)"
        )
        made.execute("CREATE TABLE bins (id INTEGER, data BLOB)")
        made.execute("INSERT INTO user VALUES ('1700000005', '小店', '', 8000), ('1700000001', '汤友', '', 25)")
        made.execute(
            "INSERT INTO weibo VALUES (?, ?, '1700000005', '小店', '新汤上市', '', '', '2026-11-18 10:00:00', '',"
            " 1, 2, 3, '')",
            (MID, BID),
        )
        html = '洒了<span class="url-icon"><img alt=[怒] src="x.png" /></span>'
        rows = [
            ("5100000000009001", "", MID, "5100000000009001", "1700000001", "2026-11-18 10:05:00", "", "", html, "", 4),
            ("5100000000009002", "", MID, "5100000000009001", "1700000005", "3小时前", "小店", "", "抱歉", "", 0),
            ("5100000000009003", "", MID, "", "1700000007", "看不懂", "丙", "", "时间坏了", "", 0),
        ]
        made.executemany(f"INSERT INTO comments VALUES ({', '.join('?' * 11)})", rows)  # noqa: S608  marks only
        made.execute(
            "INSERT INTO reposts VALUES ('5100000000005555', '', ?, '1700000008', '2026-11-18 11:00:00', '丁', '',"
            " '转发微博', 0)",
            (MID,),
        )
    return path


def test_weibo_crawler_database(tmp_path: Path):
    path = crawler_database(tmp_path / "weibodata.db")
    before = path.read_bytes()
    sniffed = FileReader().sniff(path)
    assert (sniffed.key, sniffed.encoding) == ("weibo_crawler_database", "SQLite")
    messages, problems = read(path)
    assert [(each.line, each.code) for each in problems] == [(4, "bad_date")]
    assert [(each.source, each.nickname, each.followers) for each in messages] == [
        (Source.SEARCH, "小店", 8000),
        (Source.COMMENT, "汤友", 25),
        (Source.COMMENT, "小店", 8000),
        (Source.SEARCH, "丁", None),
    ]
    post, comment, answer, repost = messages
    assert (comment.text, comment.likes) == ("洒了[怒]", 4)
    assert (comment.parent_platform_id, comment.parent_author, comment.parent_text) == (MID, "小店", "新汤上市")
    assert (answer.parent_platform_id, answer.parent_author) == ("5100000000009001", "汤友")
    assert answer.time_is_approximate
    assert (repost.parent_platform_id, post.posted_at) == (MID, MORNING)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_weibo_spider_database_takes_names_from_its_user_table(tmp_path: Path):
    path = tmp_path / "weibo.db"
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("CREATE TABLE user (id TEXT, nickname TEXT, followers INT)")
        made.execute(
            "CREATE TABLE weibo (id TEXT, user_id TEXT, content TEXT, publish_place TEXT, publish_time TEXT,"
            " publish_tool TEXT, up_num INT, retweet_num INT, comment_num INT)"
        )
        made.execute("INSERT INTO user VALUES ('1700000002', '老周修表', 18)")
        made.execute(
            "INSERT INTO weibo VALUES (?, '1700000002', '表带断了', '无', '2026-11-18 10:00', '无', 3, 1, 2)", (BID,)
        )
    assert FileReader().sniff(path).key == "weibo_spider_database"
    (message,), _ = read(path)
    assert (message.nickname, message.followers, message.platform_id) == ("老周修表", 18, MID)


def test_a_database_still_being_written_is_refused(tmp_path: Path):
    path = crawler_database(tmp_path / "weibodata.db")
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("INSERT INTO bins VALUES (1, x'00')")
        writer.commit()
        with pytest.raises(FileUnreadableError) as caught:
            FileReader().sniff(path)
    assert caught.value.data["reason"] == "database_busy"


@pytest.mark.parametrize(
    ("tables", "reason"),
    [(("ticket", "turn", "import_batch"), "own_desk"), (("orders",), "unknown_format"), ((), "unknown_format")],
)
def test_databases_that_hold_no_messages(tmp_path: Path, tables: tuple[str, ...], reason: str):
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("PRAGMA user_version = 3")
        for table in tables:
            made.execute(f"CREATE TABLE {table} (id, text)")
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(path)
    assert caught.value.data["reason"] == reason


def mediacrawler_comment(number: int) -> dict[str, object]:
    return {
        "comment_id": str(5_100_000_000_009_000 + number),
        "create_time": int(MORNING.timestamp()) + 28_800,
        "create_date_time": "2026-11-18 10:00:00+08:00",
        "note_id": MID,
        "content": f"第{number}条，汤洒了",
        "sub_comment_count": "0",
        "comment_like_count": "2",
        "last_modify_ts": 1_763_500_000_000,
        "parent_comment_id": "",
        "creator_hash": f"{number}f3a9c0d1e2b4",
        "nickname": "汤**",
    }


def test_one_object_a_line_with_a_broken_line(tmp_path: Path):
    lines = [json.dumps(mediacrawler_comment(number), ensure_ascii=False) for number in range(4)]
    lines[2] = lines[2][:40]
    path = put(tmp_path, "\n".join(["", *lines]), encoding="utf-8", name="search_comments.jsonl")
    sniffed = FileReader().sniff(path)
    assert (sniffed.key, sniffed.notes) == ("mediacrawler_comments", ("hashed_authors",))
    messages, problems = read(path)
    assert [each.text for each in messages] == [f"第{number}条，汤洒了" for number in (0, 1, 3)]
    assert {each.posted_at for each in messages} == {MORNING}
    assert len({each.uid for each in messages}) == 3
    assert [(each.line, each.code) for each in problems] == [(4, "not_an_object")]


def test_an_export_with_uids_has_no_warning(tmp_path: Path):
    rows = [{**mediacrawler_comment(1), "user_id": "1700000001", "creator_hash": ""}]
    assert FileReader().sniff(put_json(tmp_path, rows)).notes == ()


def crawl4weibo_comment(number: int) -> dict[str, object]:
    return {
        "id": 5_100_000_000_009_000 + number,
        "text": "汤洒了",
        "created_at": "Wed Nov 18 10:00:00 +0800 2026",
        "source": "来自四川",
        "user_id": 1_700_000_001,
        "user_screen_name": "汤友",
        "user_verified": True,
        "user_verified_type": 0,
        "user_followers_count": "1.2万",
        "like_counts": 5,
        "reply_id": "5100000000008000",
        "reply_text": "<b>原话</b>",
        "pic_url": "",
    }


def crawl4weibo_post() -> dict[str, object]:
    return {
        "id": MID,
        "user_id": "1700000005",
        "text": "新汤上市",
        "created_at": "Wed Nov 18 10:00:00 +0800 2026",
        "source": "iPhone客户端",
        "reposts_count": 1,
        "comments_count": 2,
        "attitudes_count": 3,
        "pic_urls": [],
        "is_original": True,
        "topic_ids": [],
        "at_users": ["小店客服"],
        "location": "",
        "retweeted_status": None,
        "comments": [crawl4weibo_comment(1)],
    }


def test_crawl4weibo_posts_and_comments(tmp_path: Path):
    post = crawl4weibo_post()
    for document in (post, [post], {"posts": [post]}):
        path = put_json(tmp_path, document)
        assert FileReader().sniff(path).key == "crawl4weibo"
        (first, second), problems = read(path, "小店客服")
        assert problems == []
        assert (first.source, first.uid, first.likes, first.device) == (Source.MENTION, "1700000005", 3, "iPhone客户端")
        assert (second.source, second.nickname, second.verified) == (Source.COMMENT, "汤友", "黄V")
        assert (second.followers, second.location, second.parent_text) == (12_000, "四川", "原话")
        assert (second.link, second.posted_at) == (f"https://m.weibo.cn/detail/{MID}", MORNING)


def test_crawl4weibo_comments_alone(tmp_path: Path):
    path = put_json(tmp_path, [crawl4weibo_comment(1), crawl4weibo_comment(2)])
    assert FileReader().sniff(path).key == "crawl4weibo"
    messages, _ = read(path)
    assert [each.source for each in messages] == [Source.COMMENT] * 2


def test_weibo_cli_posts_and_comments(tmp_path: Path):
    user = {"id": 1_700_000_001, "screen_name": "汤友", "followers_count": 25, "verified": False}
    post = {
        "id": FIRST_MID,
        "created_at": "2026-11-18 10:00:00+08:00",
        "text": "<a>#汤#</a>洒了",
        "text_raw": "#汤#洒了",
        "user": user,
        "region_name": "发布于 四川",
    }
    comment = {
        "id": 5_100_000_000_009_001,
        "created_at": "2026-11-18 10:00:00+08:00",
        "text": "同问",
        "user": user,
        "rootid": 5_100_000_000_009_001,
        "floor_number": 1,
        "like_count": 6,
    }
    (first, second), problems = read(put_json(tmp_path, [post, comment]))
    assert problems == []
    assert (first.text, first.location, first.source, first.posted_at) == ("#汤#洒了", "四川", Source.SEARCH, MORNING)
    assert (second.source, second.likes, second.posted_at) == (Source.COMMENT, 6, MORNING)


def test_the_phone_pages_cards(tmp_path: Path):
    mblog = {
        "id": MID,
        "bid": BID,
        "created_at": "刚刚",
        "text": '洒了<span class="url-icon"><img alt=[怒] src="x.png" /></span>',
        "source": "iPhone客户端",
        "user": {"id": 1_700_000_001, "screen_name": "汤友", "followers_count": "2.3万"},
        "attitudes_count": 1,
    }
    cards = [{"card_type": 9, "mblog": mblog}, {"card_type": 11, "card_group": [{"card_type": 9, "mblog": mblog}]}]
    path = put_json(tmp_path, {"ok": 1, "data": {"cards": cards}})
    assert FileReader().sniff(path).key == "weibo_ajax"
    messages, problems = read(path)
    assert problems == []
    assert [(each.platform_id, each.text, each.followers) for each in messages] == [(MID, "洒了[怒]", 23_000)] * 2
    assert messages[0].posted_at == time_of_mid(MID)


def test_every_format_has_words_for_the_operator():
    assert set(FORMAT_KEYS) <= set(FORMATS)
