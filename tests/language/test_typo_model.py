"""The word model and what is built on it: the files, the scores, the lattice, slips of the finger, set phrases."""

import json
import sys
import zlib
from array import array
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import PROJECT
from tests.language.conftest import RESOURCES
from weibo_operator.language.sounds import Sounds
from weibo_operator.language.typos.acceptance import Acceptance
from weibo_operator.language.typos.confusable import Confusable
from weibo_operator.language.typos.domain_words import DomainWords, Pairs, read_domain, write_domain
from weibo_operator.language.typos.evidence import FEATURES, elsewhere
from weibo_operator.language.typos.model import TypoModel
from weibo_operator.language.typos.planes import read_planes, write_planes
from weibo_operator.language.typos.rare_words import RareWords, marked
from weibo_operator.language.typos.set_phrases import SetPhrases
from weibo_operator.language.typos.word_model import UNKNOWN, Context, WordModel

sys.path.append(str(PROJECT / "packaging"))

CLAUSES = st.text(alphabet="您好我们的快递退款已经在再发货收到了会尽给处理抱歉不便申诉伙宽蜜", min_size=1, max_size=18)


@pytest.fixture(scope="module")
def model() -> TypoModel:
    dictionaries = RESOURCES / "dictionaries"
    return TypoModel(RESOURCES / "language", dictionaries, Sounds(dictionaries / "sounds.tsv"))


@pytest.fixture
def small(tmp_path: Path) -> WordModel:
    """A model of three words, made by the builder from an ARPA text."""
    import language_words as builder

    lines = [
        "\\data\\",
        "\\1-grams:",
        "-1.0\t我\t-0.5",
        "-2.0\t们\t-0.25",
        "-3.0\t好\t0",
        "\\2-grams:",
        "-0.5\t我 们\t-0.125",
        "\\3-grams:",
        "-0.25\t我 们 好",
        "\\end\\",
    ]
    arpa = builder.read_arpa(iter(lines))
    order = range(3)
    builder._write_ngrams(arpa, order, tmp_path / "ngrams.bin")
    lexicons = builder.Lexicons({}, {}, frozenset())
    builder._write_words(
        arpa, order, lexicons, ["我 wo", "们 men", "好 hao"], RESOURCES / "dictionaries", tmp_path / "words.bin"
    )
    return WordModel(tmp_path)


@given(st.lists(st.integers(0, 2**32 - 1)), st.binary(max_size=50), st.booleans())
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], raw: bytes, packed: bool
):
    path = tmp_path_factory.getbasetemp() / "planes-of-a-test.bin"
    write_planes(path, {"numbers": ("numbers", numbers), "raw": ("bytes", raw)}, packed=packed)
    found = read_planes(path)
    assert (list(found["numbers"]), found["raw"]) == (numbers, raw)


def test_scores_are_those_of_the_file_with_back_off(small: WordModel):
    me, many, good = (small.ids[word] for word in "我们好")
    assert (small.single(me), small.single(-1)) == (-1.0, UNKNOWN)
    assert small.pair(me, many) == -0.5
    assert small.pair(many, good) == -3.0 - 0.25
    assert small.pair(good, me) == -1.0
    assert Context(small, me, many).score(good) == -0.25
    assert Context(small, good, me).score(many) == -0.5
    assert Context(small, me, many).score(me) == -1.0 - 0.25 - 0.125


def test_the_domain_makes_its_own_words_likelier(small: WordModel):
    me, good = small.ids["我"], small.ids["好"]
    before = small.pair(me, good)
    small.take_domain({me: 10, good: 10}, {(me, good): 10})
    assert small.pair(me, good) > before
    assert small.single(good) > -3.0
    small.take_domain({}, {})
    assert small.pair(me, good) == before


def test_rare_words_are_found_again_and_hardly_anything_else():
    rare = RareWords(marked(["焊口", "游隙", "蒂部"]))
    assert all(word in rare for word in ("焊口", "游隙", "蒂部"))
    assert sum(f"{one}{other}" in rare for one in "天地人和你我他" for other in "大小多少上下左右") == 0


@pytest.mark.parametrize(
    ("typed", "right", "reply", "counts"),
    [
        ("焊口", "汉口", "断在焊口的话重新焊一下", (1, 0)),
        ("现伙", "现货", "现伙明天就能发货", (0, 1)),
        ("步步", "不不", "步步步步步步步", (3, 0)),
        ("题问", "问题", "没题问", (0, 1)),
    ],
)
def test_characters_are_counted_elsewhere_in_the_reply(typed: str, right: str, reply: str, counts: tuple[float, float]):
    assert elsewhere(typed, right, reply) == counts


def test_a_word_without_a_listed_reading_is_found_by_each_of_its_characters_readings(model: TypoModel):
    found = model.suggestions("快件超种的部分要补运费")
    assert [each.rights[0] for each in found] == ["超重"]


def test_a_reply_that_uses_the_characters_elsewhere_speaks_against_a_slip(model: TypoModel):
    clause = "这款没有现伙了"
    (alone,) = model.suggestions(clause)
    within = model.suggestions(clause, f"{clause}，伙食自理，一伙人，合伙也行")
    assert within == () or within[0].probability < alone.probability


def test_a_sound_is_likelier_than_each_of_its_characters(model: TypoModel):
    homophones, words = model._evidence._homophones, model._words
    for char in "货获伙惑":
        assert homophones.score_of_sound(char) > words.plain_score(words.ids[char])
    assert homophones.score_of_sound("货") == homophones.score_of_sound("伙")


def test_the_lead_over_words_as_near_is_no_less_than_the_lead_over_all(model: TypoModel):
    found = model._possible_in("您好这款暂时没有现伙")
    assert {"现货"} <= {each.right for each in found}
    lead, near, changed = (FEATURES.index(name) for name in ("lead", "near_lead", "changed"))
    for each in found:
        assert each.features[near] >= each.features[lead]
        assert each.features[changed] >= 1


def test_domain_counts_come_back(tmp_path: Path):
    counts = DomainWords()
    counts.add([3, 5, -1, 5, 3])
    write_domain(tmp_path / "domain.bin", counts)
    words, pairs = read_domain(tmp_path / "domain.bin")
    assert (words, pairs) == ({3: 2, 5: 2}, {(3, 5): 1, (5, 3): 1})
    own = DomainWords()
    own.add([3, 7])
    joined_words, joined_pairs = own.joined((words, pairs))
    assert joined_words[3] > 2
    assert joined_pairs[3, 7] == joined_words[7] > 0
    assert words[3] == 2


COUNTED = st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.integers(1, 99), max_size=30)


@given(COUNTED, COUNTED)
def test_counts_put_together_are_the_sums(shipped: dict[tuple[int, int], int], own: dict[tuple[int, int], int]):
    joined = Pairs(shipped).plus(own)
    assert dict(joined) == dict(Counter(shipped) + Counter(own))
    assert list(joined) == sorted(joined)


def test_trees_say_what_their_branches_say(tmp_path: Path):
    tree = {"feature": [0, 1], "threshold": [1.0, 5.0], "left": [-1, -2], "right": [1, -3], "value": [-2.0, 0.0, 2.0]}
    path = tmp_path / "acceptance.json"
    path.write_text(json.dumps({"features": FEATURES, "trees": [tree, tree]}), encoding="utf-8")
    acceptance = Acceptance(path)
    rest = [0.0] * (len(FEATURES) - 2)
    low, even, high = (acceptance.probability([*two, *rest]) for two in ((1.0, 9.0), (2.0, 5.0), (2.0, 6.0)))
    assert (round(low, 4), even, round(high, 4)) == (0.018, 0.5, 0.982)
    path.write_text(json.dumps({"features": ["other"], "trees": []}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"acceptance\.json"):
        Acceptance(path)


@settings(deadline=None, max_examples=60)
@given(CLAUSES)
def test_the_best_way_covers_the_clause_and_nothing_reads_better_than_itself(model: TypoModel, clause: str):
    lattice = model.lattice(clause)
    assert "".join(clause[edge.start : edge.end] for edge in lattice.path) == clause
    assert model.gain(clause, 0, len(clause), clause) == 0.0
    assert all(lattice.cost_of_seam(place) >= 0.0 for place in range(len(clause) + 1))


@settings(deadline=None, max_examples=60)
@given(CLAUSES)
def test_suggestions_lie_within_the_clause_and_change_something(model: TypoModel, clause: str):
    found = model.suggestions(clause)
    assert found == model.suggestions(clause)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for each in found:
        assert clause[each.start : each.end] not in each.rights
        assert all(len(right) == each.end - each.start for right in each.rights)
        assert 0.5 <= each.probability <= 1.0


def test_a_word_of_the_shop_is_learnt(model: TypoModel):
    clause = "这款没有现伙了"
    before = model.suggestions(clause)[0]
    assert before.rights[0] == "现货"
    model.learn(["我们的现伙很多", "现伙都在这里", "明天还有现伙", "现伙先到先得", "今天现伙卖完了"] * 5)
    learnt = model.suggestions(clause)
    model.learn([])
    assert learnt == () or learnt[0].probability < before.probability
    assert model.suggestions(clause)[0] == before


@pytest.mark.parametrize(
    ("clause", "right"),
    [
        ("请您您稍等两分钟", "请您稍等两分钟"),
        ("改个裤脚没题问", "改个裤脚没问题"),
        ("实在不好意", "实在不好意思"),
        ("天天看看妈妈", "天天看看妈妈"),
        ("慢慢来别着急", "慢慢来别着急"),
        ("您好请稍等", "您好请稍等"),
    ],
)
def test_slips_of_the_finger(model: TypoModel, clause: str, right: str):
    for slip in sorted(model.finger_slips(clause), key=lambda each: -each.start)[:1]:
        clause = clause[: slip.start] + slip.right + clause[slip.end :]
    assert clause == right


def test_set_phrases_are_missed_only_when_spoilt(tmp_path: Path):
    path = tmp_path / "phrases.txt"
    path.write_text("# 说明\n给您带来不便\n敬请谅解\n", encoding="utf-8")
    phrases = SetPhrases(path)
    assert [(s.start, s.end, s.right) for s in phrases.slips("非常抱歉给您来不便")] == [(4, 9, "给您带来不便")]
    assert [(s.right, s.reason) for s in phrases.slips("敬请请谅解")] == [("敬请谅解", "多打了一个字")]
    assert {s.right for s in phrases.slips("请敬谅解")} == {"敬请谅解"}
    assert list(phrases.slips("给您带来不便敬请谅解")) == []
    assert list(phrases.slips("您带来不便")) == []


def test_confusable_words_hold_within_longer_ones(tmp_path: Path):
    path = tmp_path / "pairs.tsv"
    path.write_text("# 说明\n反应\t反映\n那\t哪\n", encoding="utf-8")
    words = Confusable(path)
    assert words.holds("反应", "反映")
    assert words.holds("那家", "哪家")
    assert not words.holds("反应", "反应")
    assert not words.holds("那家", "那价")


def test_the_shipped_files_fit_each_other_and_stay_small():
    folder = RESOURCES / "language"
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 30_000_000
    # The model's own files; the texts it was made from lie in folders beside them, and triage has its own.
    own = [path for path in folder.glob("*.*") if path.stem != "triage"]
    assert sum(len(zlib.compress(path.read_bytes())) for path in own) < 8_000_000
    model = WordModel(folder)
    words, pairs = read_domain(folder / "domain.bin")
    assert max(words) < len(model.words)
    assert all(first in words and second in words for first, second in pairs)
    assert len(array("Q", bytes(read_planes(folder / "words.bin")["sounds"]))) > 100_000
