"""How well the proofreader does on whole replies: false alarms on right ones, recall on mistyped ones."""

import time
from pathlib import Path

import pytest

from weibo_operator.domain.findings import FindingKind, corrected
from weibo_operator.domain.labels import Audience
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.proofread import Proofreader

HERE = Path(__file__).parent
SHARED_DATA = HERE.parents[2] / "shared" / "data"


def lines(name: str) -> list[str]:
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def pairs(name: str) -> list[tuple[str, str]]:
    return [(wrong, right) for wrong, right in (row.split("\t") for row in lines(name))]


def share_corrected(proofreader: Proofreader, name: str) -> float:
    cases = pairs(name)
    return sum(corrected(wrong, proofreader.check(wrong)) == right for wrong, right in cases) / len(cases)


@pytest.mark.parametrize("reply", lines("correct_replies.txt"))
def test_no_red_mark_on_a_right_reply(proofreader: Proofreader, reply: str) -> None:
    assert [f for f in proofreader.check(reply) if f.is_certain_typo] == []


def test_right_replies_are_seldom_doubted(proofreader: Proofreader) -> None:
    replies = lines("correct_replies.txt")
    doubted = [r for r in replies if any(f.kind is FindingKind.TYPO for f in proofreader.check(r))]
    assert len(replies) >= 150
    assert len(doubted) <= 0.04 * len(replies), doubted


def test_the_right_half_of_each_pair_is_right(proofreader: Proofreader) -> None:
    for _, right in pairs("typo_replies.tsv"):
        assert corrected(right, proofreader.check(right)) == right


def test_most_mistyped_replies_come_out_right(proofreader: Proofreader) -> None:
    assert len(pairs("typo_replies.tsv")) >= 100
    assert share_corrected(proofreader, "typo_replies.tsv") >= 0.75


def test_recall_on_replies_the_lists_were_never_fitted_to(proofreader: Proofreader) -> None:
    """By the first suggestion of certain findings only; figures of both grades: tests/benchmarks."""
    assert share_corrected(proofreader, "typo_replies_unseen.tsv") >= 0.5


def test_customers_own_sloppy_lines_are_seldom_marked(proofreader: Proofreader) -> None:
    path = SHARED_DATA / "jd_customer_utterances" / "jd_chat.tsv"
    if not path.exists():
        pytest.skip("the shared customer lines are not on this machine")
    rows = [row.split("\t")[2] for row in path.read_text(encoding="utf-8").splitlines()[1:]]
    marked = sum(any(f.is_certain_typo for f in proofreader.check(row)) for row in rows)
    assert marked <= 0.008 * len(rows)


def test_a_warm_desk_check_of_140_characters_takes_less_than_50_ms(desk_check: DeskCheck) -> None:
    text = "".join(lines("correct_replies.txt"))[:140]
    desk_check.load()
    taken: list[float] = []
    for _ in range(9):
        began = time.perf_counter()
        desk_check.check(text, audience=Audience.PUBLIC, customer_nickname="小李")
        taken.append(time.perf_counter() - began)
    assert sorted(taken)[4] < 0.05
