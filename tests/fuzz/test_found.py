"""What the long runs found, each in its smallest form: none of it may come back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import Customers
from tests.fuzz.worker import within
from ui.support.when import parse_when
from weibo_operator.bootstrap import Operator, build
from weibo_operator.channels.file_import.counts import parse_count
from weibo_operator.channels.file_import.dates import parse_date, year_last
from weibo_operator.channels.list_file import read_list
from weibo_operator.channels.paste import PageReader
from weibo_operator.domain.errors import DatabaseUnavailableError, InvalidInputError
from weibo_operator.domain.pasted_answer import read_answers
from weibo_operator.domain.saved_search import SearchWords
from weibo_operator.domain.settings import OPEN_FROM_HOUR
from weibo_operator.domain.template import blanks_filled
from weibo_operator.language.due_dates import time_words
from weibo_operator.services import restoring
from weibo_operator.services.sentences import error_sentence

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize("written", ["99999999999亿", "1" + ",999" * 120 + "亿", "9" * 15 + ",999,999,999亿"])
def test_a_count_that_no_database_holds_is_none(written: str):
    assert parse_count(written) is None
    assert parse_count("9亿") == 900_000_000


def test_half_a_character_is_refused_in_words_and_nothing_is_stored(operator: Operator, customers: Customers):
    ticket = operator.intake.capture(customers.message("水杯漏水")).value
    assert ticket is not None
    handoff = operator.handoffs.forward(operator.handoffs.defaults(ticket).form).value
    with pytest.raises(InvalidInputError) as refused:
        operator.handoffs.answer(handoff.id, "已补发\ud83d")
    assert "半个字符" in error_sentence(refused.value)
    assert operator.handoffs.get(handoff.id) == handoff
    with pytest.raises(InvalidInputError):
        operator.searches.save("\udfff", SearchWords(("水杯",)))
    assert operator.searches.listed() == ()


def test_half_a_character_in_a_paste_becomes_a_mark():
    page = "北城小满\n今天 12:30\n来自 iPhone客户端\n杯子\udc80漏水了，\ud83d\ude00怎么办\n展开\n3\n5\n12\n"
    (found,) = PageReader(()).read(page, NOW).messages
    assert found.message.text == "杯子\ufffd漏水了，😀怎么办"


@pytest.mark.parametrize("html", ["<br" * 20_000, "<a href='" * 20_000, "<p " + "x='" * 20_000])
def test_tags_that_never_end_are_read_in_their_length(html: str):
    with within(4):
        PageReader(()).read("", NOW, html=html)


def test_a_list_with_bytes_that_are_no_text_can_be_stored(operator: Operator, tmp_path: Path):
    path = tmp_path / "orders.csv"
    good = "订单号,客户昵称\n" + "".join(f"330700{number},王女士\n" for number in range(9))
    path.write_bytes(good.encode() + b"330799,\xff\x80\xfe\n" + "330800,\ufeff李".encode() + b"\n")
    report, _ = operator.orders.import_file(path)
    assert report.new == 11


@pytest.mark.parametrize("said", ["9:00 " * 20_000, "Tue May 31 17:46:55 +0800 2011" * 3_000, "明天" * 30_000])
def test_times_in_a_long_text_are_found_in_its_length(said: str):
    with within(4):
        assert time_words(said, NOW)


@pytest.mark.parametrize("typed", ["9" * 320 + "小时后", "9" * 5_000 + "天后", "9" * 5_000 + "个工作日内"])
def test_a_number_of_hundreds_of_digits_is_no_time(typed: str):
    assert parse_when(typed, NOW) is None


def test_many_blanks_side_by_side_are_matched_at_once():
    wording = "您好" + "{订单号}" * 9 + "。"
    with within(1):
        assert blanks_filled(wording, {}, "您好" + "好" * 380 + "！") is None
        assert blanks_filled(wording, {}, "您好" + "好" * 380 + "。") is None
    assert blanks_filled("{客户}您好{时间}前", {}, "甲您好明天前") == {"客户": "甲", "时间": "明天"}


@pytest.mark.parametrize(
    "pasted", ["F-1 " + "#" * 60_000, "F-1" + "「" * 60_000, "F-1\n" + "\n" * 90_000, "F-1" + "（" * 60_000]
)
def test_an_answer_of_signs_is_read_in_its_length(pasted: str):
    with within(4):
        read_answers(pasted, {1: ("转交 F-1 水杯漏水，请尽快答复",)})


def test_a_cell_of_blanks_is_no_date():
    with within(1):
        assert parse_date("2026" + " " * 60_000 + "x", NOW) is None
        assert year_last(" 周一" * 20_000) is None


def test_a_list_of_nothing_but_broken_lines_is_read_in_its_length(tmp_path: Path):
    path = tmp_path / "broken.csv"
    path.write_text("订单号,商品\n" + '1,"a"b\n' * 30_000, encoding="utf-8")
    with within(4):
        lines = read_list(path)
    assert sum(line.broken for line in lines) == 30_000


def test_a_setting_that_is_no_json_of_ours_means_the_default(operator: Operator):
    put = "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"
    operator.desk.connection.execute(put, (OPEN_FROM_HOUR.key, "9" * 5_000))
    assert operator.shop.value(OPEN_FROM_HOUR) == OPEN_FROM_HOUR.default


@pytest.fixture
def backup(operator: Operator, customers: Customers) -> bytes:
    """The whole file of a desk with a customer in it."""
    operator.intake.capture(customers.message("水杯漏水"))
    path = operator.desk.path
    operator.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        (b"_sqlite_migrations", b"_sqlite_migratio\xff\xfe"),
        (b"nickname", b"nicknamf"),
        (b"CREATE TABLE", b"CREATF\x8aTABLE"),
    ],
)
def test_a_backup_whose_description_is_damaged_is_not_restored(
    backup: bytes, name: bytes, changed: bytes, tmp_path: Path, clock, language
):
    source, path = tmp_path / "backup.db", tmp_path / "shop" / "desk.db"
    path.parent.mkdir()
    build(path, clock=clock, language=language).close()
    before = path.read_bytes()
    assert name in backup
    source.write_bytes(backup.replace(name, changed))
    with pytest.raises(DatabaseUnavailableError) as refused:
        restoring.restore(path, source, clock.now())
    assert error_sentence(refused.value)
    assert [each.name for each in path.parent.iterdir()] == ["desk.db"]
    assert path.read_bytes() == before
