"""Valid files of every kind that the importers read, small, with invented people: what the mutations begin with."""

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

from tests.fuzz.words import cell
from weibo_operator.channels.file_import.formats.registry import HOME_MADE_TABLES, KNOWN_TABLES, STORED_TABLES
from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.roles import Role

CODECS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")
JSON_KEYS = (
    *(
        "user",
        "weibo",
        "id",
        "idstr",
        "mid",
        "bid",
        "text",
        "text_raw",
        "content",
        "created_at",
        "publish_time",
        "user_id",
    ),
    *(
        "screen_name",
        "comments",
        "posts",
        "data",
        "list",
        "cards",
        "mblog",
        "card_group",
        "card_type",
        "retweeted_status",
    ),
    *("attitudes_count", "comments_count", "reposts_count", "like_counts", "reply_comment", "status", "rootid", "ok"),
    *(
        "error",
        "error_code",
        "errno",
        "statuses",
        "total_number",
        "next_cursor",
        "longText",
        "longTextContent",
        "deleted",
    ),
    *("source", "region_name", "verified", "verified_type", "followers_count", "mblogid", "reset_time", "cmt", "dm"),
    *(
        "access_token",
        "uid",
        "expires_in",
        "remind_in",
        "mention_status",
        "mention_cmt",
        "reset_time_in_seconds",
        "user_name",
    ),
)
_VALUES: Mapping[Role, str] = {
    Role.ID: "5100000000000001",
    Role.BID: "QaBcDeFgH",
    Role.UID: "1700000001",
    Role.NICKNAME: "买家一号",
    Role.TEXT: "第一单还没有发货，什么时候能到？",
    Role.TIME: "2026-11-18 09:30",
    Role.LIKES: "1.5万",
    Role.COMMENTS: "2",
    Role.REPOSTS: "赞[3]",
    Role.FOLLOWERS: "1200",
    Role.MENTIONS: "小店,小店客服",
    Role.POST: "5100000000000009",
    Role.PARENT: "5100000000000008",
    Role.LINK: "https://weibo.com/1700000001/QaBcDeFgH",
}
_USER = {
    "idstr": "1700000001",
    "screen_name": "买家一号",
    "followers_count": "10万",
    "verified": True,
    "verified_type": 0,
}
POST = {
    "idstr": "5100000000000001",
    "mblogid": "QaBcDeFgH",
    "created_at": "Wed Nov 18 10:00:00 +0800 2026",
    "user": _USER,
    "text": "<a href='x'>#新品#</a> 好喝<img alt='[馋嘴]' /><br />还想买",
    "attitudes_count": 3,
    "region_name": "发布于 广东",
    "retweeted_status": {"idstr": "5099999999999999", "text": "原文", "user": {"screen_name": "小店"}},
}
COMMENT = {
    "id": 5_100_000_000_009_001,
    "created_at": "Wed Nov 18 11:00:00 +0800 2026",
    "user": _USER,
    "text": "收到的水杯漏水，怎么办",
    "source": "来自广东",
    "like_counts": 7,
    "status": {"idstr": "5100000000000001", "text": "正文", "user": {"screen_name": "小店", "idstr": "900"}},
    "reply_comment": {"id": 5_100_000_000_008_001, "text": "原话", "user": _USER},
}
DOCUMENTS: tuple[object, ...] = (
    {"ok": 1, "data": {"list": [POST, POST], "total": 2}},
    {"statuses": [POST], "total_number": 1},
    {"ok": 1, "data": [{**COMMENT, "comments": [COMMENT]}]},
    {"comments": [COMMENT, {**COMMENT, "idstr": "5100000000009002"}], "total_number": 2, "next_cursor": 0},
    {"data": {"cards": [{"card_type": 9, "mblog": POST}, {"card_type": 11, "card_group": [{"mblog": POST}]}]}},
    {
        "user": {"id": "1700000001", "nickname": "某人"},
        "weibo": [{"id": "QaBcDeFgH", "content": "话", "publish_time": "2026-11-18"}],
    },
    {
        "user": {"id": 1},
        "weibo": [{"id": 1, "bid": "Q", "text": "话", "created_at": "2026-11-18", "attitudes_count": 1}],
    },
    [
        {
            "comment_id": "5100000000009001",
            "content": "好",
            "nickname": "甲",
            "user_id": "1",
            "create_date_time": "2026-11-18 10:00",
        }
    ],
)


def headers_of(layout: TableFormat) -> list[str]:
    """The columns of a layout by their usual names."""
    names = [names[0] for names in layout.columns.values()]
    return list(dict.fromkeys([*names, *sorted(layout.signature)]))


def row_of(layout: TableFormat) -> dict[str, str]:
    """A good row of a layout."""
    return {names[0]: _VALUES[role] for role, names in layout.columns.items() if role in _VALUES}


def as_csv(headers: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    """Delimited text with a header line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(headers)
    writer.writerows(rows)
    return out.getvalue()


def tables() -> tuple[str, ...]:
    """A good file of every layout, and tables of the operator's own."""
    found = [
        as_csv(headers, [[row_of(layout).get(name, "") for name in headers] for _ in range(3)])
        for layout in (*KNOWN_TABLES, *HOME_MADE_TABLES)
        for headers in (headers_of(layout),)
    ]
    own = as_csv(
        ("来电时间", "姓名", "说了什么", "渠道"), [("2026/11/18 9:30", "王女士", "杯子漏水，想退", "电话")] * 3, ";"
    )
    bare = as_csv(("甲", "2026-11-18 10:00", "东西还没到"), [("乙", "3/4/2026", "什么时候发货")] * 2, "\t")
    return (*found, own, bare, "sep=;\r\n昵称;内容;时间\r\n甲;好;刚刚\r\n")


def documents() -> tuple[str, ...]:
    """A good file of every JSON format, whole and one object a line."""
    whole = [json.dumps(each, ensure_ascii=False) for each in DOCUMENTS]
    return (*whole, "\n".join(json.dumps(each) for each in (POST, POST, COMMENT)), json.dumps(DOCUMENTS[0], indent=1))


def databases(folder: Path) -> tuple[bytes, ...]:
    """A crawler's database of every stored layout."""
    found: list[bytes] = []
    for layout in STORED_TABLES:
        path = folder / "sample.db"
        path.unlink(missing_ok=True)
        row = row_of(layout)
        with closing(sqlite3.connect(path)) as made, made:
            made.execute("PRAGMA page_size = 512")
            names = ", ".join(f'"{name}"' for name in headers_of(layout))
            made.execute(f"CREATE TABLE messages ({names})")
            made.execute("CREATE TABLE user (id, nick_name, follower_count)")
            made.execute("INSERT INTO user VALUES ('1700000001', '买家一号', '12万')")
            values = [row.get(name, "") for name in headers_of(layout)]
            marks = ", ".join("?" * len(values))
            made.executemany(f"INSERT INTO messages VALUES ({marks})", [values] * 4)  # noqa: S608  only question marks
        found.append(path.read_bytes())
        path.unlink()
    return tuple(found)


def workbook(folder: Path) -> bytes:
    """A workbook of two sheets with words, numbers, dates and a title above the headers."""
    import xlsxwriter

    path = folder / "sample.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        own, other = book.add_worksheet("留言"), book.add_worksheet("备注")
        own.write_row(0, 0, ("客户留言表",))
        own.write_row(1, 0, ("昵称", "内容", "时间", "点赞数"))
        for row in range(2, 6):
            own.write_row(row, 0, ("买家", f"第{row}单没有到", "", row))
            own.write_number(row, 2, 46344.4, day)
        other.write_row(0, 0, ("甲", "乙"))
    content = path.read_bytes()
    path.unlink()
    return content


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: Mapping[str, bytes], *, deflated: bool = True) -> bytes:
    """A workbook of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, compress_type=made.compression)
    return out.getvalue()


def any_table(random: Random) -> str:
    """A table made of any cells under the headers of a layout, or under any headers."""
    layout = random.choice((*KNOWN_TABLES, *HOME_MADE_TABLES))
    headers = headers_of(layout) if random.random() < 0.8 else [cell(random) for _ in range(random.randint(1, 6))]
    row = row_of(layout)

    def filled() -> list[str]:
        made = [row.get(name, "") if random.random() < 0.6 else cell(random) for name in headers]
        return made if random.random() < 0.9 else [*made, cell(random)][random.randint(0, 2) :]

    return as_csv(headers, [filled() for _ in range(random.randint(0, 4))], random.choice(",,,;\t"))
