"""Any bytes in any format: a message, a named row or a refusal, never another failure, and nothing left behind."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from file_import_samples import SEARCH_21, as_csv, put, search_row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from weibo_operator.channels.file_import import FileReader
from weibo_operator.channels.file_import.formats.registry import KNOWN_TABLES
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.errors import FileUnreadableError

THOROUGH = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "无", "4.5E+15", "5100000000000001", "刚刚", "2026-11-18 09:30", "赞[3]", "<br>", "@小店:"]),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), CELLS)
KEYS = st.sampled_from(
    [
        *("user", "weibo", "id", "bid", "text", "content", "created_at", "publish_time", "user_id", "screen_name"),
        *("comments", "posts", "data", "cards", "mblog", "card_group", "card_type", "retweet", "retweeted_status"),
        *("attitudes_count", "user_screen_name", "like_counts", "reply_id", "is_original", "at_users", "pic_urls"),
    ]
)
TREES = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=9))
)
COLUMNS = ("id", "bid", "weibo_id", "root_id", "user_id", "created_at", "user_screen_name", "text", "like_count")
STORED = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.floats(), CELLS, st.binary(max_size=8))


def read_everything(path: Path) -> None:
    """Reads the file; whatever it is, only the expected error may come, and the folder stays as it was."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    try:
        outcomes = list(FileReader(["小店"]).read(path))
    except FileUnreadableError:
        outcomes = []
    for each in outcomes:
        assert isinstance(each, IncomingMessage | RowProblem)
        if isinstance(each, IncomingMessage):
            assert each.uid
            assert each.platform_id
            assert each.posted_at.tzinfo is not None
            each.text.encode()
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before


@pytest.mark.parametrize("layout", KNOWN_TABLES, ids=lambda layout: layout.key)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_cells_in_every_known_layout(tmp_path: Path, layout, data: st.DataObject):
    headers = [names[0] for names in layout.columns.values()] + sorted(layout.signature)
    headers = list(dict.fromkeys(headers))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(headers), max_size=len(headers)), max_size=4))
    home = tmp_path / "weibo" / "爱喝汤的人"
    home.mkdir(parents=True, exist_ok=True)
    text = as_csv(headers, [dict(zip(headers, row, strict=True)) for row in rows])
    path = put(home, text.encode(errors="replace"), name="1700000001.csv")
    assert FileReader().sniff(path).key == layout.key
    read_everything(path)
    objects = [dict(zip(headers, row, strict=True)) for row in rows] or [{}]
    read_everything(put(home, json.dumps(objects), encoding="utf-8", name="1700000001.csv"))


@THOROUGH
@given(TREES)
def test_any_tree_of_known_keys(tmp_path: Path, tree: object):
    for document in (tree, {"user": {"id": 1}, "weibo": [tree]}, {"data": [tree, tree]}):
        read_everything(put(tmp_path, json.dumps(document), encoding="utf-8", name="page.json"))


@THOROUGH
@given(st.lists(st.one_of(TREES.map(json.dumps), st.text(max_size=20)), max_size=6))
def test_any_lines_of_json(tmp_path: Path, lines: list[str]):
    text = "\n".join(["{}", *lines])
    read_everything(put(tmp_path, text.encode(errors="replace"), name="lines.jsonl"))


@THOROUGH
@given(
    st.integers(0, 10_000), st.lists(st.tuples(st.integers(0, 10_000), st.binary(min_size=1, max_size=3)), max_size=6)
)
def test_a_damaged_crawl_in_every_encoding(tmp_path: Path, cut: int, damage: list[tuple[int, bytes]]):
    text = as_csv(SEARCH_21, [search_row(number) for number in range(3)])
    for codec in ("utf-8-sig", "gb18030", "utf-16", "utf-16-le"):
        content = bytearray(text.encode(codec))
        for at, piece in damage:
            start = at % len(content)
            content[start : start + len(piece)] = piece
        read_everything(put(tmp_path, bytes(content[: max(1, len(content) - cut % 400)])))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(*[STORED] * len(COLUMNS)), max_size=4))
def test_any_values_in_a_crawlers_database(tmp_path: Path, rows: list[tuple[object, ...]]):
    read_everything(database(tmp_path / "weibo.db", rows))


@THOROUGH
@given(st.data())
def test_any_damage_to_a_crawlers_database(tmp_path: Path, data: st.DataObject):
    path = tmp_path / "weibo.db"
    whole = database(path, [("5100000000009001", "", "5100000000000001", "", "1", "刚刚", "甲", "好", 1)] * 40)
    content = bytearray(whole.read_bytes())
    places = st.tuples(st.integers(0, len(content) - 1), st.binary(min_size=1, max_size=64))
    for at, piece in data.draw(st.lists(places, min_size=1, max_size=12)):
        content[at : at + len(piece)] = piece
    path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
    read_everything(path)


@THOROUGH
@given(
    st.sampled_from([b"SQLite format 3\x00", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"{", b""]), st.binary()
)
def test_any_bytes_after_any_beginning(tmp_path: Path, head: bytes, rest: bytes):
    read_everything(put(tmp_path, head + rest))


def database(path: Path, rows: list[tuple[object, ...]]) -> Path:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as made, made:
        made.execute(f"CREATE TABLE comments ({', '.join(COLUMNS)})")
        made.execute("CREATE TABLE user (id, nick_name, follower_count)")
        safe = [
            tuple(cell.encode(errors="replace").decode() if isinstance(cell, str) else cell for cell in row)
            for row in rows
        ]
        made.executemany(f"INSERT INTO comments VALUES ({', '.join('?' * len(COLUMNS))})", safe)  # noqa: S608  marks only
    return path
