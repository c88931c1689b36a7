"""Words that are only read: a template's variables, times in words, and the check of a reply."""

from collections.abc import Sequence
from random import Random

from tests.fuzz.invariants import demand
from tests.fuzz.mutator import damaged_text
from tests.fuzz.targets.base import NOW, Input, Place, typed
from tests.fuzz.words import moment, nasty, phrase
from ui.support.when import parse_when
from weibo_operator.domain.labels import Audience, Source
from weibo_operator.domain.template import (
    ASKED_VARIABLES,
    KNOWN_VARIABLES,
    blanks_filled,
    could_become,
    filled,
    unfilled,
    unknown_variables,
)
from weibo_operator.language.due_dates import time_words
from weibo_operator.language.order_numbers import find_order_clues
from weibo_operator.language.variables import find_variables
from weibo_operator.language.work_days import read_work_days

_BETWEEN = "\x1f"
_NAMES = (*KNOWN_VARIABLES, *ASKED_VARIABLES, "光标", "没有这个", "{", "|", "")
_LONGEST = 20_000
"""Characters of a text in which times are looked for."""
_MATCHED = 400
"""``services.templates`` compares no longer text with the wordings."""
_TIMES = (
    *(
        "今天",
        "明天",
        "后天",
        "大后天",
        "下周一",
        "下下周",
        "本周末",
        "周天",
        "月底",
        "年底",
        "节后",
        "节前",
        "春节后",
        "下个月",
        "2月30日",
        "31号",
    ),
    *(
        "上午",
        "下午",
        "晚上",
        "凌晨",
        "早",
        "点",
        "点半",
        "时",
        "分",
        "一刻",
        "三刻",
        "：",
        ":",
        "24:00",
        "25:61",
        "十二",
        "零",
        "两",
        "三",
        "百",
        "千万亿",
    ),
    *(
        "个工作日",
        "小时",
        "分钟",
        "天",
        "周",
        "个月",
        "年",
        "内",
        "前",
        "后",
        "之前",
        "以内",
        "半",
        "最晚",
        "预计",
        "大概",
        "原定",
        "上个",
    ),
    *(
        "11-25",
        "13/40",
        "2026.2.29",
        "99999999999",
        "0",
        "９",
        "٣",
        "-1",
        "1.5",
        "下个工作日",
        "三旬",
        "中旬",
        "上旬",
        " ",
    ),
)


class VariableTarget:
    """A wording, values for its variables, and what the operator made of it."""

    def __init__(self, place: Place) -> None:
        self._wordings = (
            "{客户|您}，您好，{光标}订单{订单号}已由{部门|同事}处理。{签名}",
            "您好{客户}，{日期}前答复",
            "{{客户}}",
            "XX年____",
        )

    def make(self, random: Random) -> Input:
        """A wording and a text beside it."""
        wording = "".join(random.choice((_blank(random), phrase(random))) for _ in range(random.randint(0, 14)))
        if random.random() < 0.4:
            wording = damaged_text(random, random.choice(self._wordings), self._wordings)
        said = filled(wording, {"客户": phrase(random)}).text if random.random() < 0.5 else phrase(random, 400)
        return f"{wording[:3000]}{_BETWEEN}{said}"

    def check(self, data: Input) -> None:
        """Filled, read back, looked through for blanks."""
        wording, _, said = typed(data).partition(_BETWEEN)
        for values in ({}, {"客户": "{客户}", "订单号": "\\1", "签名": ""}):
            made = filled(wording, values)
            demand(made.caret is None or 0 <= made.caret <= len(made.text), "the caret stands outside")
            told = set(unfilled(wording)) >= set(unknown_variables(wording))
            demand(told, "an unknown variable that is none")
            if len(said) <= _MATCHED:
                blanks = blanks_filled(wording, values, said)
                demand((blanks is not None) == could_become(wording, values, said), "the two disagree")
        for finding in find_variables(wording):
            demand(wording[finding.start : finding.end] == finding.text, "a finding elsewhere")

    def close(self) -> None:
        """Nothing is open."""


class TimeTarget:
    """When something is due, in words: typed by the operator, or said in a reply."""

    def __init__(self, place: Place) -> None:
        self._days = read_work_days(place.resources / "dictionaries" / "holidays.tsv")

    def make(self, random: Random) -> Input:
        """Words of time in any order."""
        parts = [
            random.choice((random.choice(_TIMES), random.choice(_TIMES), _any(random)))
            for _ in range(random.randint(1, 8))
        ]
        text = "".join(parts)
        return (damaged_text(random, text, _TIMES) if random.random() < 0.3 else text)[:_LONGEST]

    def check(self, data: Input) -> None:
        """A moment with its zone, or none."""
        text = typed(data)
        found = parse_when(text, NOW, days=self._days)
        demand(found is None or found.tzinfo is not None, "a time without a zone")
        for words in time_words(text, NOW, self._days):
            demand(0 <= words.start < words.end <= len(text), "words that are not there")
            demand(words.due is None or words.due.tzinfo is not None, "a time without a zone")
        find_order_clues(text)

    def close(self) -> None:
        """Nothing is open."""


class CheckTarget:
    """A reply before it is sent, and a customer's message as it is sorted."""

    def __init__(self, place: Place) -> None:
        self._check, self._triage = place.language.check, place.language.triage
        self._check.load()
        self._good: Sequence[str] = (
            "您好，明天下午五点前给您答复，最晚三个工作日内补发。电话13800001111，身份证110101199003078515。",
            "亲，本产品全国第一，绝对不会坏！！！[笑cry]https://weibo.com/u/1 @小店 #话题#",
            "抱歉给您添麻烦了，{部门|同事}已核实，____请您查收。",
        )

    def make(self, random: Random) -> Input:
        """A reply damaged, or any words."""
        if random.random() < 0.6:
            return damaged_text(random, random.choice(self._good), self._good)[:2000]
        return "".join(random.choice((_any, phrase, nasty))(random) for _ in range(random.randint(0, 12)))[:2000]

    def check(self, data: Input) -> None:
        """Every finding lies in the text."""
        text = typed(data)
        findings = self._check.check(
            text,
            audience=Audience.PUBLIC,
            customer_nickname="买家",
            customer_texts=(text[::-1], "什么时候发货？"),
            now=NOW,
        )
        for finding in findings:
            demand(0 <= finding.start <= finding.end <= len(text), "a finding outside the text")
        self._triage.triage(text, source=Source.COMMENT)
        self._check.promises(text, NOW)

    def close(self) -> None:
        """Nothing is open."""


def _blank(random: Random) -> str:
    name = random.choice(_NAMES)
    return random.choice(("{%s}", "{%s|您}", "{%s|", "{{%s}}", "【%s】", "{%s}{%s}")).replace("%s", name)


def _any(random: Random) -> str:
    return random.choice((phrase, moment, nasty))(random)
