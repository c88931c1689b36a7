"""The matter of a text: how well customers who say the same are found, and how the product is read."""

from itertools import combinations
from pathlib import Path

import pytest

from weibo_operator.bootstrap import Language, resources_dir
from weibo_operator.domain.labels import Kind, Nature
from weibo_operator.domain.matters import NATURES, Issue, Matter, corrected, matter_of, people_shown
from weibo_operator.language.matters import MatterRules
from weibo_operator.language.triage_rules import read_signals

CASES = Path(__file__).with_name("matter_cases.tsv")
LISTS = resources_dir() / "dictionaries"
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.80


@pytest.fixture(scope="module")
def rules() -> MatterRules:
    return MatterRules(LISTS)


def cases() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(row[0], row[1], row[2] if len(row) > 2 else "") for row in rows]


def key(language: Language, text: str, parent: str) -> str:
    found = language.triage.triage(text, parent_text=parent)
    matter = matter_of(found.kind, found.issue, found.product)
    return "-" if matter is None else f"{matter.product}|{matter.issue}"


def test_customers_who_say_the_same_are_found(language: Language) -> None:
    """Pairwise: two texts belong together when their matter is the same (measured: precision 1.00, recall 0.88)."""
    found = [(wanted, key(language, text, parent)) for wanted, text, parent in cases()]
    right = wrong = missed = 0
    for (wanted, said), (other_wanted, other_said) in combinations(found, 2):
        same = wanted == other_wanted != "-"
        joined = said == other_said != "-"
        right += same and joined
        wrong += joined and not same
        missed += same and not joined
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"pairs of the same matter: precision {precision:.3f}, recall {recall:.3f}, n {len(found)}")  # noqa: T201 (read in a run)
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


def test_every_issue_has_words_and_a_nature() -> None:
    named = {line.split("\t")[0] for line in (LISTS / "triage_issues.tsv").read_text(encoding="utf-8").splitlines()}
    assert {name for name in named if not name.startswith("#")} == {issue.value for issue in Issue}
    assert set(NATURES) == set(Issue)
    read_signals(LISTS / "triage_issues.tsv")


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("电饭煲坏了", "电饭锅"),
        ("蓝牙耳机左耳没声", "耳机"),
        ("手机连不上你们的音箱", "音箱"),
        ("台灯的插头冒火花", "台灯"),
        ("插头冒火花", "插头"),
        ("优惠券用不了", ""),
        ("你们太差了", ""),
        ("空气炸锅", "空气炸锅"),
    ],
)
def test_the_product_is_the_whole_thing_under_its_usual_name(rules: MatterRules, text: str, product: str) -> None:
    assert rules.product(text) == product


def test_the_post_and_the_shop_s_own_words_help_where_the_text_names_nothing(rules: MatterRules) -> None:
    assert rules.product("还没发货", "新款耳机上市") == "耳机"
    assert rules.product("电饭锅还没发货", "新款耳机上市") == "电饭锅"
    assert rules.product("星火pro还没发货", "新款耳机上市", ("星火Pro",)) == "星火Pro"
    assert rules.product("星火Pro电饭锅还没发货", "", ("星火Pro",)) == "电饭锅"
    assert rules.product("屏幕碎了", "新款耳机上市") == "耳机"
    assert rules.product("还没发货", "星火Pro开卖", ("星火Pro", "火")) == "星火Pro"


def test_an_issue_that_differs_with_each_product_needs_one() -> None:
    assert matter_of(Kind.COMPLAINT, Issue.BROKEN, "") is None
    assert matter_of(Kind.COMPLAINT, Issue.FIRE, "") == Matter(Issue.FIRE, "")
    assert matter_of(Kind.COMPLAINT, Issue.CRASH, "耳机") == Matter(Issue.CRASH, "")
    assert matter_of(Kind.COMPLAINT, "", "耳机") is None
    for kind in (Kind.CHATTER, Kind.SPAM, Kind.PRAISE):
        assert matter_of(kind, Issue.FIRE, "耳机") is None


@pytest.mark.parametrize("nature", Nature)
@pytest.mark.parametrize("issue", [*Issue, ""])
def test_a_corrected_nature_keeps_only_its_own_issues(nature: Nature, issue: str) -> None:
    found = corrected(Matter(issue, "耳机"), nature=nature.value)
    assert found.product == "耳机"
    assert found.issue == (issue if issue and NATURES[Issue(issue)] is nature else "")


def test_a_corrected_topic_is_the_product_unless_it_names_a_nature() -> None:
    matter = Matter(Issue.BROKEN, "耳机")
    assert corrected(matter, topic=" 音箱 ") == Matter(Issue.BROKEN, "音箱")
    assert corrected(matter, topic=Nature.QUALITY.value) == Matter(Issue.BROKEN, "")
    assert corrected(matter) == matter


def test_very_large_crowds_are_not_counted_to_the_last_head() -> None:
    assert (people_shown(999), people_shown(1000), people_shown(1999)) == ("999", "999+", "999+")
