"""Real crawls, where they are at hand: every row is read, and read right."""

import csv
import json
from pathlib import Path

import pytest
from file_import_samples import split

from weibo_operator.channels.file_import import FileReader
from weibo_operator.domain.base62 import mid_to_bid, time_of_mid
from weibo_operator.domain.labels import Source

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"


def real(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"The real data set {name} is not on this machine.")
    return path


def cells(path: Path, column: str, encoding: str = "utf-8-sig") -> list[str]:
    with path.open(encoding=encoding, newline="") as stream:
        return [row[column] for row in csv.DictReader(stream)]


def test_weibo_search_crawl():
    path = real("weibo_search_native/sanshieryi_A.csv")
    sniffed = FileReader().sniff(path)
    assert (sniffed.key, sniffed.encoding, len(sniffed.columns)) == ("weibo_search", "UTF-8 (BOM)", 17)
    messages, problems = split(list(FileReader().read(path)))
    assert problems == []
    assert {each.platform_id for each in messages} == set(cells(path, "id"))
    assert [each.text for each in messages] == cells(path, "微博正文")
    assert len({each.uid for each in messages}) == len(set(cells(path, "user_id")))
    for message, bid in zip(messages, cells(path, "bid"), strict=True):
        assert mid_to_bid(message.platform_id) == bid
        true = time_of_mid(message.platform_id)
        assert true is not None
        # The file's times are cut to the minute.
        assert abs((true - message.posted_at).total_seconds()) < 120


def test_mentions_of_an_own_account_in_the_crawl():
    path = real("weibo_search_native/sanshieryi_A.csv")
    named = [names.split(",") for names in cells(path, "艾特用户")]
    own = max({name for names in named for name in names if name}, key=lambda name: sum(name in n for n in named))
    messages, _ = split(list(FileReader([own]).read(path)))
    mentions = [each for each in messages if each.source is Source.MENTION]
    assert len(mentions) >= sum(own in names for names in named) > 0


def test_mediacrawler_export_has_the_right_times():
    path = real("mediacrawler_native/weibo_data_all.csv")
    assert FileReader().sniff(path).key == "mediacrawler_contents"
    messages, problems = split(list(FileReader().read(path)))
    assert (len(messages), problems) == (665, [])
    for message, late in zip(messages, cells(path, "create_time"), strict=True):
        assert int(message.posted_at.timestamp()) == int(late) - 28_800
        assert abs((time_of_mid(message.platform_id) or message.posted_at) - message.posted_at).seconds < 120


def test_comments_in_gb18030():
    path = real("comments_gb18030/weibo_comments.csv")
    sniffed = FileReader().sniff(path)
    assert (sniffed.key, sniffed.encoding) == ("plain_comments", "GB18030")
    messages, problems = split(list(FileReader().read(path)))
    assert (len(messages), problems) == (1_121, [])
    assert [each.text for each in messages] == cells(path, "comments", "gb18030")
    assert {each.source for each in messages} == {Source.COMMENT}
    assert not any(each.time_is_approximate for each in messages)


def test_a_page_of_the_sites_json():
    path = real("weibo_ajax_json/bloc.json")
    page = json.loads(path.read_text(encoding="utf-8"))["data"]["list"]
    messages, problems = split(list(FileReader().read(path)))
    assert problems == []
    assert [each.platform_id for each in messages] == [entry["idstr"] for entry in page]
    assert [each.text for each in messages] == [entry["text_raw"] for entry in page]
    for message, entry in zip(messages, page, strict=True):
        assert message.link == f"https://weibo.com/{entry['user']['idstr']}/{entry['mblogid']}"
        true = time_of_mid(message.platform_id)
        assert true is not None
        assert abs((true - message.posted_at).total_seconds()) <= 2
        assert not message.time_is_approximate
