"""The watched folder: what is new in it is told once, whatever it is called, and never what is the desk's own."""

import os
from pathlib import Path

import pytest

from weibo_operator.bootstrap import Operator
from weibo_operator.domain.settings import WATCHED_FOLDER
from weibo_operator.services.watched_folder import KnownPrints, print_of


@pytest.fixture
def folder(operator: Operator, tmp_path: Path) -> Path:
    made = tmp_path / "导出"
    made.mkdir()
    operator.shop.change(WATCHED_FOLDER, str(made))
    return made


def put(folder: Path, name: str, text: str = "昵称,内容,时间\n甲,没发货,2026-11-18 09:30\n", *, at: int = 0) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    if at:
        os.utime(path, (at, at))
    return path


def names(operator: Operator) -> list[str]:
    return [Path(each.path).name for each in operator.watched.find()]


def test_it_is_off_unless_the_operator_names_a_folder(operator: Operator, tmp_path: Path) -> None:
    put(tmp_path, "a.csv")
    assert operator.watched.folder is None
    assert operator.watched.find() == ()


def test_new_exports_are_found_newest_first(operator: Operator, folder: Path) -> None:
    put(folder, "a.csv", "1", at=1_700_000_000)
    put(folder, "b.json", "2", at=1_700_000_900)
    put(folder, "照片.jpg")
    put(folder, ".hidden.csv")
    put(folder, "下载中.csv.crdownload")
    (folder / "子文件夹.csv").mkdir()
    assert names(operator) == ["b.json", "a.csv"]


def test_what_was_seen_is_not_told_again_under_any_name(operator: Operator, folder: Path) -> None:
    put(folder, "a.csv")
    operator.watched.note(operator.watched.find())
    assert names(operator) == []
    (folder / "a.csv").rename(folder / "b.csv")
    put(folder, "copy.csv")
    assert names(operator) == []


def test_the_same_name_with_other_content_is_new(operator: Operator, folder: Path) -> None:
    path = put(folder, "a.csv")
    operator.watched.note(operator.watched.find())
    path.write_text("昵称,内容,时间\n乙,退款呢,2026-11-19 10:00\n", encoding="utf-8")
    assert names(operator) == ["a.csv"]


def test_a_file_that_lies_there_unchanged_is_read_once(operator: Operator, folder: Path) -> None:
    known = KnownPrints()
    put(folder, "a.csv", "1", at=1_700_000_000)
    (first,) = operator.watched.find(known)
    # Same path, size and time: by its digest one sees whether it was read.
    put(folder, "a.csv", "2", at=1_700_000_000)
    assert operator.watched.find(known) == (first,)
    put(folder, "a.csv", "2", at=1_700_000_060)
    (later,) = operator.watched.find(known)
    assert later.digest != first.digest
    (folder / "a.csv").unlink()
    assert operator.watched.find(known) == ()
    put(folder, "a.csv", "3", at=1_700_000_060)
    assert operator.watched.find(known)[0].digest != later.digest


def test_two_copies_are_one_file(operator: Operator, folder: Path) -> None:
    put(folder, "a.csv")
    put(folder, "a (1).csv")
    assert len(operator.watched.find()) == 1


def test_the_desk_itself_and_what_is_gone_are_left_alone(operator: Operator, folder: Path) -> None:
    (folder / "link.db").symlink_to(operator.desk.path)
    assert names(operator) == []
    operator.shop.change(WATCHED_FOLDER, str(folder / "nowhere"))
    assert names(operator) == []
    assert print_of(folder / "nowhere.csv") is None
