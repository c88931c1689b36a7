"""Triage: the slide's table, accuracy floors on invented mentions, and what holds for any text."""

import csv
import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.domain.labels import Audience, Kind, Level, Nature, Sentiment, Source, Urgency
from weibo_operator.domain.triage import Triage
from weibo_operator.language.triage import TriageRules
from weibo_operator.language.triage_lessons import Lessons
from weibo_operator.language.triage_rules import read_signals

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
REAL = ROOT / "../shared/data"
RULES = TriageRules(ROOT / "resources")
COLUMNS = ("kind", "aspect", "department", "urgency", "crisis", "sentiment", "public_ok")

SLIDE = [
    ("购买的商品没有在承诺的时间内收到", "投诉", "关于服务", "物流部"),
    ("诺基亚N9有没有紫色的", "问题", "关于产品", "销售部"),
    ("贵网站的广告种类及报价", "问题", "关于网站", "广告部"),
    ("接到商品后发现型号不对", "投诉", "关于服务", "物流部"),
    ("希望网站能够提供商品功能与价格比较功能", "建议", "关于网站", "程序开发部"),
    ("商品损坏后未及时给予调换", "投诉", "关于服务", "服务部"),
    ("所发的邮件没有得到及时的回复", "投诉", "关于服务", "服务部"),
]


def labels(result: Triage) -> dict[str, str]:
    """The labels in the columns of the case files (their ``aspect`` is our nature)."""
    return {
        "kind": result.kind.value,
        "aspect": result.nature.value,
        "department": result.department,
        "urgency": result.urgency.value,
        "crisis": "yes" if result.crisis else "no",
        "sentiment": str(int(result.sentiment)),
        "public_ok": result.audience.label,
    }


def read_cases(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row | {"kind": row["kind"].replace("谩骂无具体问题", "谩骂")} for row in rows]


CASES = read_cases(HERE / "triage_cases.tsv")
LESSONS = sorted((ROOT / "resources/language/triage").glob("*.tsv"))


def accuracy(rows: list[dict[str, str]]) -> dict[str, float]:
    right: Counter[str] = Counter()
    for row in rows:
        got = labels(RULES.triage(row["text"]))
        right.update(column for column in COLUMNS if got[column] == row[column])
    return {column: right[column] / len(rows) for column in COLUMNS}


@pytest.mark.parametrize(("text", "kind", "aspect", "department"), SLIDE)
def test_the_slides_seven_rows(text: str, kind: str, aspect: str, department: str) -> None:
    result = RULES.triage(text)
    assert (result.kind.on_form, result.aspect.value, result.department) == (kind, aspect, department)
    assert result.reasons


def test_the_reason_names_the_deciding_words_and_the_department() -> None:
    assert RULES.triage(SLIDE[0][0]).reasons[0] == "“没有在承诺的时间内收到”→投诉，物流部"


def test_the_words_in_a_reason_end_where_words_end() -> None:
    swollen = "早上被一股焦味熏醒，小橙充电宝鼓得像个馒头，插口那里在冒烟！！不回我就打12315了"
    assert "“一股焦味熏醒，小橙充电宝”" in RULES.triage(swollen).reasons[0]
    unheard = RULES.triage("去信问保修，所发的邮件没有得到及时的回复").reasons[0]
    assert unheard == "“信问保修，所发的邮件没有得到及时的回复”→投诉，服务部"


def test_accuracy_on_mentions_that_were_not_learned() -> None:
    # The lists were written with these mentions in sight: this guards against regressions, it measures no quality.
    found = accuracy(CASES[1::2])
    floors = (0.92, 0.85, 0.87, 0.93, 0.97, 0.9, 0.95)
    assert all(found[column] >= floor for column, floor in zip(COLUMNS, floors, strict=True)), found


def test_accuracy_on_the_development_set() -> None:
    # Written by another hand than lists and lessons; tuning looked at it, so the benchmark has a set that is apart.
    rows = read_cases(HERE / "judged" / "triage_development.tsv")
    found = accuracy(rows)
    floors = (0.79, 0.68, 0.7, 0.82, 0.94, 0.84, 0.89)
    assert all(found[column] >= floor for column, floor in zip(COLUMNS, floors, strict=True)), found
    in_crisis = [labels(RULES.triage(row["text"]))["crisis"] == "yes" for row in rows if row["crisis"] == "yes"]
    assert sum(in_crisis) / len(in_crisis) >= 0.8


def test_no_judged_text_is_among_the_lessons() -> None:
    learned = {row["text"] for path in LESSONS for row in read_cases(path)}
    judged = [
        row["text"] for name in ("development", "apart") for row in read_cases(HERE / f"judged/triage_{name}.tsv")
    ]
    assert learned
    assert not learned & {row["text"] for row in CASES[1::2]}
    assert len(learned & set(judged)) <= 2  # 转发微博 and the like, which everybody writes alike


def test_crises_among_the_invented_mentions() -> None:
    found = [(row["crisis"] == "yes", RULES.triage(row["text"]).crisis) for row in CASES]
    assert all(alarm for true, alarm in found if true)
    assert sum(alarm for true, alarm in found if not true) <= 2


def test_corrections_change_what_is_suggested_next() -> None:
    corrected = ["玻璃珠串号，帮忙看看", "玻璃珠又串号了吧", "我这袋玻璃珠串号了"]
    lessons = Lessons([RULES.lesson(text, "kind", Kind.QUESTION) for text in corrected])
    text = "玻璃珠串号"
    assert RULES.triage(text).kind is not Kind.QUESTION
    result = RULES.triage(text, lessons=lessons)
    assert result.kind is Kind.QUESTION
    assert result.reasons[0].startswith("按你改过的“")


def test_accuracy_on_the_labelled_sample() -> None:
    sample = REAL / "triage_sample.tsv"
    if not sample.exists():
        pytest.skip("the labelled sample is not on this machine")
    found = accuracy(read_cases(sample))
    assert min(found.values()) >= 0.78, found
    assert found["kind"] >= 0.85


def test_drama_chatter_is_not_taken_for_customers() -> None:
    crawl = REAL / "weibo_search_native" / "sanshieryi_A.csv"
    if not crawl.exists():
        pytest.skip("the keyword crawl is not on this machine")
    with crawl.open(encoding="utf-8-sig", newline="") as file:
        results = [RULES.triage(row["微博正文"], source=Source.SEARCH) for row in csv.DictReader(file)]
    kinds = Counter(result.kind for result in results)
    assert kinds[Kind.CHATTER] / len(results) >= 0.99
    assert kinds[Kind.COMPLAINT] <= 15
    assert sum(result.crisis for result in results) <= 2


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("太棒了，修一次多三个毛病，您家师傅是来进货的吧👏", Nature.ATTITUDE),
        ("感谢贵公司，让我体验了三百块的耳机听出三十块的感觉，右边还没声", Nature.QUALITY),
        ("棒棒哒，我的快递又双叒在中转站度假了，已经第八天", Nature.DELIVERY),
    ],
)
def test_irony_over_a_fact_is_a_complaint(text: str, nature: Nature) -> None:
    result = RULES.triage(text)
    assert (result.kind, result.nature, result.sentiment) == (Kind.COMPLAINT, nature, Sentiment.NEGATIVE)


def test_blame_without_a_fact_is_answered_in_public_and_a_complaint_in_private() -> None:
    abuse = RULES.triage("什么垃圾公司，赶紧倒闭吧")
    complaint = RULES.triage("快递显示签收，我根本没拿到")
    assert (abuse.kind, abuse.audience) == (Kind.ABUSE, Audience.PUBLIC)
    assert (complaint.kind, complaint.audience) == (Kind.COMPLAINT, Audience.PRIVATE)
    assert "有具体问题→私信解决" in complaint.reasons


@pytest.mark.parametrize("text", ["订单尾号5521今天能发吗", "我叫王琴，手机13800000000，帮我查下余额"])
def test_personal_data_is_answered_in_private(text: str) -> None:
    assert RULES.triage(text).audience is Audience.PRIVATE


def test_what_came_in_private_is_answered_in_private() -> None:
    assert RULES.triage("空气炸锅怎么清洗", source=Source.PRIVATE).audience is Audience.PRIVATE
    assert RULES.triage("空气炸锅怎么清洗").audience is Audience.PUBLIC


def test_only_the_own_part_counts() -> None:
    result = RULES.triage("哈哈//@小张:再不退钱我就去12315了")
    assert (result.kind, result.crisis, result.no_reply) == (Kind.CHATTER, False, True)


def test_the_parent_names_the_topic_where_the_text_names_none() -> None:
    alone = RULES.triage("说好的居然又不作数，必须给个解释")
    below = RULES.triage("说好的居然又不作数，必须给个解释", parent_text="今天下单，快递明天送到")
    assert alone.nature is not Nature.DELIVERY
    assert below.nature is Nature.DELIVERY


@pytest.mark.parametrize(
    ("followers", "level", "crisis"),
    [(None, Level.P2, False), (500, Level.P2, False), (20_000, Level.P2, False), (126_000, Level.P1, True)],
)
def test_followers_raise_a_complaint(followers: int | None, level: Level, crisis: bool) -> None:
    result = RULES.triage("快递显示签收，我根本没拿到", followers=followers)
    assert (result.level, result.crisis) == (level, crisis)


def test_followers_do_not_raise_chatter() -> None:
    result = RULES.triage("哈哈哈哈", followers=5_000_000)
    assert (result.level, result.crisis) == (Level.P4, False)


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("插座刚插上就打火花，墙都熏黑了", Kind.COMPLAINT, Level.P1),
        ("明天手术要用的护具还没发货，急死了", Kind.COMPLAINT, Level.P1),
        ("袜子穿一天就破了", Kind.COMPLAINT, Level.P2),
        ("这款还有39码的吗", Kind.PRESALE, Level.P3),
        ("特别好吃，五星好评", Kind.PRAISE, Level.P4),
        ("转发微博", Kind.CHATTER, Level.P4),
    ],
)
def test_levels(text: str, kind: Kind, level: Level) -> None:
    result = RULES.triage(text)
    assert (result.kind, result.level) == (kind, level)


@pytest.mark.parametrize(
    "text", ["电热毯会不会漏电", "男主跟律师打官司那集，律师演得真好", "新闻说隔壁市有个烟花厂爆炸"]
)
def test_a_word_alone_is_no_crisis(text: str) -> None:
    assert not RULES.triage(text).crisis


def test_the_customers_own_quotation_marks_do_not_stand_within_those_of_a_reason() -> None:
    text = "页面写着48小时内送到，今天第五天了，物流还停在“已揽收”。购买的商品没有在承诺的时间内收到，请给个说法。"
    reasons = RULES.triage(text).reasons
    assert any("停在" in reason for reason in reasons)
    for reason in reasons:
        assert re.fullmatch("(?:[^“”]|“[^“”]+”)*", reason), reason
        assert all(run in text for run in re.findall("“([^“”]+)”", reason))


def test_the_topic_is_the_product_or_the_nature() -> None:
    assert RULES.triage("电饭锅用了三天就坏了").topic == "电饭锅"
    assert RULES.triage("快递三天没动静，物流卡在中转站").topic == Nature.DELIVERY.value


customers_words = st.lists(
    st.sampled_from([row["text"] for row in CASES] + ["//@a:", "<br>", "\n", "😀"]),
    max_size=4,
).map("".join)


@given(text=st.one_of(st.text(), customers_words), followers=st.none() | st.integers(0, 10**9), parent=customers_words)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_valid_suggestion(text: str, followers: int | None, parent: str) -> None:
    result = RULES.triage(text, followers=followers, parent_text=parent)
    assert result == RULES.triage(text, followers=followers, parent_text=parent)
    assert result.reasons
    assert all(reason.strip() for reason in result.reasons)
    assert result.department
    assert result.topic
    assert result.no_reply == (result.kind in (Kind.CHATTER, Kind.SPAM))
    assert not (result.crisis and (result.level is not Level.P1 or result.urgency is not Urgency.HIGH))


@pytest.mark.parametrize(
    "unit", ["没", "买的", "一二三", "说好…", "？", "发", "[怒]", "http://", "群里三百", "<", "😀", "a"]
)
def test_long_and_odd_texts_take_bounded_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    assert RULES.triage(text).reasons
    assert time.perf_counter() - start < 2.0


@pytest.mark.bench
def test_speed() -> None:
    texts = [row["text"] for row in CASES] * 10
    start = time.perf_counter()
    for text in texts:
        RULES.triage(text)
    assert len(texts) / (time.perf_counter() - start) >= 5_000


def test_a_broken_word_list_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.tsv"
    wrong.write_text("只有一列\n", encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape("wrong.tsv")):
        read_signals(wrong)
