"""Builds export files in the layouts of the known crawlers, with sentences written for the tests."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from weibo_operator.domain.base62 import mid_to_bid
from weibo_operator.domain.channel import IncomingMessage, RowProblem

CAPTURED_AT = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
"""Noon in Beijing on 20 November 2026."""

SEARCH_17 = [
    *(
        "id",
        "bid",
        "user_id",
        "用户昵称",
        "微博正文",
        "头条文章url",
        "发布位置",
        "艾特用户",
        "话题",
        "转发数",
        "评论数",
    ),
    *("点赞数", "发布时间", "发布工具", "微博图片url", "微博视频url", "retweet_id"),
]
SEARCH_21 = [*SEARCH_17, "ip", "user_authentication", "会员类型", "会员等级"]
FIRST_MID = 5_100_000_000_000_001


def search_row(number: int = 0, **changes: str) -> dict[str, str]:
    """One row of a weibo-search file; ``changes`` replace cells by header."""
    mid = str(FIRST_MID + number * 7)
    row = {
        "id": mid,
        "bid": mid_to_bid(mid),
        "user_id": str(1_700_000_000 + number),
        "用户昵称": f"买家{number}号",
        "微博正文": f"第{number}单还没有发货，什么时候能到？",
        "转发数": "0",
        "评论数": "2",
        "点赞数": "1.5万",
        "发布时间": "2026-11-18 09:30",
        "发布工具": "iPhone客户端",
        "ip": "广东",
        "user_authentication": "普通用户",
    }
    return {**row, **changes}


def as_csv(
    headers: list[str], rows: Sequence[Mapping[str, str]], *, delimiter: str = ",", line_end: str = "\r\n"
) -> str:
    """The rows as delimited text with a header line; absent cells are empty."""
    out = io.StringIO()
    writer = csv.DictWriter(
        out, headers, restval="", extrasaction="ignore", delimiter=delimiter, lineterminator=line_end
    )
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def put(folder: Path, text: str | bytes, *, encoding: str = "utf-8-sig", name: str = "export.csv") -> Path:
    """Writes a file and returns its path."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def split(outcomes: list[IncomingMessage | RowProblem]) -> tuple[list[IncomingMessage], list[RowProblem]]:
    """Messages and problems, each in order."""
    messages = [each for each in outcomes if isinstance(each, IncomingMessage)]
    return messages, [each for each in outcomes if isinstance(each, RowProblem)]
