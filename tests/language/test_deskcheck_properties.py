"""Whatever is typed: no exception, spans that fit, nothing inside links and @names, remedies that help."""

import time
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.labels import Audience
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.privacy import find_private
from weibo_operator.language.spans import LINK, overlaps
from weibo_operator.language.unanswered import sub_questions

NOW = datetime(2026, 11, 18, 10, 30, tzinfo=CHINA)
NO_TYPOS = frozenset({FindingKind.TYPO, FindingKind.PUNCTUATION})
PIECES = (
    *(
        "您好",
        "😀",
        "👨‍👩‍👧",
        "[微笑]",
        "@小王 ",
        "@a_1",
        "#话题#",
        "，",
        "。",
        "？",
        "！！",
        "\n",
        " ",
        "亲",
        "哦",
        "难道",
        "您自己",
    ),
    *(
        "13812345678",
        "１３８１２３４５６７８",
        "幺三八",
        "0571-8899",
        "SF1234567890123",
        "文三路90号",
        "a@b.cn",
        "微信abc_123",
    ),
    *(
        "明天",
        "2月30日",
        "下周五前",
        "24小时内",
        "三",
        "个工作日",
        "给您",
        "发货",
        "退款",
        "保证",
        "不",
        "吗",
        "如果",
        "9点",
    ),
    *("https://t.cn/A13812345678", "全网最低价", "100%", "{客户}", "XX", "“", "”", "一流", "\u200b", "\ufffc"),
)
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


@settings(max_examples=250, deadline=None)
@given(text=texts, asked=st.lists(texts, max_size=3), audience=st.sampled_from(list(Audience)))
def test_spans_fit_whatever_is_typed(desk_check: DeskCheck, text: str, asked: list[str], audience: Audience) -> None:
    found = desk_check.check(
        text,
        audience=audience,
        customer_nickname="小李",
        other_nicknames=("小王", "a_1"),
        customer_texts=asked,
        own_contacts=("0571-87654321", ""),
        now=NOW,
        off=NO_TYPOS,
    )
    for finding in found:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        assert finding.reason
        assert finding.text not in finding.suggestions or not finding.text


VOICE = {
    *(FindingKind.TONE, FindingKind.PRIVACY, FindingKind.PROMISE, FindingKind.SUPERLATIVE),
    FindingKind.SELF_PRAISE,
}


@settings(max_examples=250, deadline=None)
@given(text=texts)
def test_nothing_is_said_about_links(desk_check: DeskCheck, text: str) -> None:
    links = [m.span() for m in LINK.finditer(text) if "@" not in text[max(0, m.start() - 1) : m.end()]]
    for finding in desk_check.check(text, audience=Audience.PUBLIC, now=NOW, off=NO_TYPOS):
        if finding.kind in VOICE - {FindingKind.PROMISE}:
            assert not overlaps(finding.start, finding.end, links)


@given(name=st.sampled_from(["@13812345678", "@随便你怎么说", "@全网最低价", "@保证明天发货", "@SF1234567890123"]))
def test_names_are_no_words_of_ours(desk_check: DeskCheck, name: str) -> None:
    found = desk_check.check(f"谢谢 {name} 的提醒", audience=Audience.PUBLIC, now=NOW, off=NO_TYPOS)
    assert [f for f in found if f.kind in VOICE] == []


@settings(max_examples=200, deadline=None)
@given(text=texts)
def test_masking_what_is_private_leaves_nothing_private(text: str) -> None:
    for _ in range(len(text) + 1):
        found = list(find_private(text))
        if not found:
            return
        first = found[0]
        text = text[: first.start] + first.suggestions[0] + text[first.end :]
    raise AssertionError(text)


@settings(max_examples=200, deadline=None)
@given(asked=st.lists(texts, max_size=4))
def test_questions_come_from_the_customer(asked: list[str]) -> None:
    found = sub_questions(asked)
    assert len(set(found)) == len(found)


def test_long_runs_stay_quick(desk_check: DeskCheck) -> None:
    for piece in ("路", "1", "号1", "给您", "包换", "一", "a_", "1-", "您 ", "亲", "好"):
        began = time.process_time()
        desk_check.check((piece * 2000)[:2000], audience=Audience.PUBLIC, now=NOW, off=NO_TYPOS)
        assert time.process_time() - began < 2, piece
