"""The fixed list: well formed, its corrections stable, its contexts read right."""

from pathlib import Path

import pytest

from tests.language.conftest import RESOURCES
from weibo_operator.domain.findings import Grade, corrected
from weibo_operator.language.confusions import Confusions
from weibo_operator.language.proofread import Proofreader
from weibo_operator.language.sounds import Sounds
from weibo_operator.language.tables import read_rows

FOLDER = RESOURCES / "dictionaries"
SOUNDS = Sounds(FOLDER / "sounds.tsv")


def table(tmp_path: Path, *rows: str) -> Confusions:
    path = tmp_path / "confusions.tsv"
    path.write_text("# words\n" + "\n".join(rows), encoding="utf-8")
    return Confusions((path,), SOUNDS)


def found(confusions: Confusions, text: str) -> list[tuple[int, str]]:
    return [(start, row.right) for start, row in confusions.find(text)]


def test_the_list_is_large_and_no_row_corrects_to_itself() -> None:
    rows = list(read_rows(FOLDER / "confusions.tsv", 6))
    assert len(rows) >= 450
    assert [row for row in rows if row[0] == row[1]] == []
    assert len(Confusions((FOLDER / "confusions.tsv",), SOUNDS)) == len(rows)


@pytest.mark.parametrize("name", ["confusions.tsv", "collocations.tsv", "collocations_more.tsv"])
def test_each_shipped_row_can_be_read(name: str) -> None:
    confusions = Confusions((FOLDER / name,), SOUNDS)
    for wrong, *_ in read_rows(FOLDER / name, 6):
        list(confusions.find(wrong))  # it is worked out with the first text that holds it


def test_a_needed_context_must_stand_beside_the_word(tmp_path: Path) -> None:
    confusions = table(tmp_path, "收获\t收货\tc\tw\t确认~ ~地址\t")
    assert found(confusions, "请确认收获") == [(3, "收货")]
    assert found(confusions, "收获地址") == [(0, "收货")]
    assert found(confusions, "收获很大") == []


def test_an_excusing_context_silences_the_row(tmp_path: Path) -> None:
    confusions = table(tmp_path, "因该\t应该\tc\t\t\t~商品")
    assert found(confusions, "因该到了") == [(0, "应该")]
    assert found(confusions, "因该商品") == []


def test_of_two_rows_for_a_word_both_are_heard(tmp_path: Path) -> None:
    confusions = table(tmp_path, "登陆\t登录\tc\tw\t~账号\t", "登陆\t登录\tp\tw\t\t~舰")
    assert [row.grade for _, row in confusions.find("登陆账号")] == [Grade.CERTAIN, Grade.POSSIBLE]
    assert found(confusions, "登陆舰") == []


@pytest.mark.parametrize("row", ["抱谦\t抱歉\tc\t\t~\t", "抱谦\t抱歉\tc\t\t向您\t", "抱谦\t抱歉\tc\t\t\t\t多"])
def test_a_malformed_row_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(ValueError, match=r"context|columns"):
        found(table(tmp_path, row), "抱谦")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("非常抱谦", "非常抱歉"),
        ("我们以经联系快递", "我们已经联系快递"),
        ("请耐心等侯", "请耐心等候"),
        ("您的反溃收到了", "您的反馈收到了"),
        ("马上为您按排", "马上为您安排"),
        ("今天就能发或", "今天就能发货"),
        ("退宽明天到账", "退款明天到账"),
        ("物硫信息没有更新", "物流信息没有更新"),
        ("请联系在线客付", "请联系在线客服"),
        ("我们会尽块处理", "我们会尽快处理"),
        ("请刷新后在试一次", "请刷新后再试一次"),
        ("您的帐号正常", "您的账号正常"),
        ("在次感谢您", "再次感谢您"),
        ("给您带来的不变", "给您带来的不便"),
    ],
)
def test_mistakes_everybody_makes(proofreader: Proofreader, text: str, right: str) -> None:
    assert corrected(text, proofreader.check(text)) == right


@pytest.mark.parametrize(
    "text",
    [
        "以经济实惠为主",
        "因该商品属于定制",
        "在次日送达",
        "这次收获很大",
        "台风在福建登陆",
        "口径不变，价格不变",
        "我在联系快递",
        "他在这里工作",
        "请确认订单和地址",
        "老师傅上门检查",
    ],
)
def test_right_words_that_hold_a_wrong_form(proofreader: Proofreader, text: str) -> None:
    assert [f for f in proofreader.check(text) if f.is_certain_typo] == []
