"""Property tests: an answer wrapped by any messenger comes back as it was written, under its code."""

import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.domain.pasted_answer import codes_in, numbers_in, read_answers

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202c\u2066\u2069"
LETTERS = "的一是在有这中到大说和已经补发查过今天明退款换货仓库单号客户订快递公司联系他们上门取件运费AByz0123456789"
WORD = st.text(st.sampled_from(LETTERS), min_size=2, max_size=30)
LINE = st.builds(lambda first, rest, end: "同意" + first + rest + end, WORD, WORD, st.sampled_from(["", "。", "！"]))
ANSWER = st.lists(LINE, min_size=1, max_size=4).map("\n".join)
NUMBER = st.integers(1, 99_999)
NAME = st.sampled_from(["张三", "李工", "王姐（物流部）", "Anna", "小赵-物流"])


def package_of(number: int, problem: str = "快递三天没动了 急") -> str:
    return (
        f"【紧急，投诉】物流部 F-{number}\n客户：@小李{number}（12.6万 粉丝）\n属性：关于服务\n问题：{problem}\n"
        f"链接：https://weibo.com/1001/p{number}\n请在明天 14:10 前回复（小赵），回复时带上编号 F-{number}，谢谢。\n"
        f"对话原文：\n今天 14:10 小李{number}：快递三天没动了\n急"
    )


@dataclass(frozen=True)
class Wrapping:
    """How a messenger shows it: ``code`` typed in some way, ``style`` of quoting, ``width`` of lines."""

    code: str
    style: str
    name: str
    width: int
    mark: str


def typed(draw: st.DrawFn, number: int) -> str:
    """The code as somebody types it or a program breaks it."""
    dash = draw(st.sampled_from(["-", "－", "–", "—", "‑", " - ", "-\n", "\n-", " -\n "]))
    code = f"{draw(st.sampled_from('FfＦｆ'))}{dash}{number}"
    if draw(st.booleans()):
        code = "".join(chr(ord(sign) + 0xFEE0) if sign.isdecimal() else sign for sign in code)
    return draw(
        st.sampled_from(["{}", "#{}", "＃{}", "【{}】", "（{}）", "编号 {}", "客服台 {}", "回复编号{}："])
    ).format(code)


@st.composite
def wrappings(draw: st.DrawFn, number: int) -> Wrapping:
    return Wrapping(
        code=typed(draw, number),
        style=draw(st.sampled_from(STYLES)),
        name=draw(NAME),
        width=draw(st.integers(12, 60)),
        mark=draw(st.sampled_from(["> ", ">> ", "| ", "＞", ""])),
    )


def rewrapped(text: str, width: int, mark: str) -> str:
    """The text with line breaks of somebody else's making."""
    lines = [line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width)]
    return "\n".join(mark + line for line in lines)


def spoken(answer: str, how: Wrapping) -> str:
    return f"{how.code} {answer}"


def bracketed(answer: str, how: Wrapping) -> str:
    return f"{how.name}: 「{how.code} {answer}」"


def behind(answer: str, how: Wrapping) -> str:
    return f"{how.name} 10:03:22\n{answer}（{how.code}）"


def wechat(answer: str, how: Wrapping, package: str) -> str:
    return f"「我：{package}」\n- - - - - - - - - - - - - - -\n{answer}"


def wechat_short(answer: str, how: Wrapping, package: str) -> str:
    return f"「我：{package[: 14 + how.width // 2]}…」\n———————\n{how.name} 2026/11/20 10:03\n{answer}"


def dingtalk(answer: str, how: Wrapping, package: str) -> str:
    return f"{how.name}\n11月20日 上午10:03\n{rewrapped(package, how.width, how.mark)}\n\n{answer}"


def mail(answer: str, how: Wrapping, package: str) -> str:
    return (
        f"{answer}\n\n------------------ 原始邮件 ------------------\n发件人: 客服台 <desk@example.com>\n"
        f"发送时间: 2026年11月20日(星期五) 上午10:03\n收件人: {how.name}\n主题: {how.code.splitlines()[0]}\n\n"
        f"{rewrapped(package, how.width, how.mark)}"
    )


def mail_below(answer: str, how: Wrapping, package: str) -> str:
    return f"{rewrapped(package, how.width, how.mark)}\n----- Forwarded message -----\nFrom: {how.name}\n\n{answer}"


def full_width(answer: str, how: Wrapping, package: str) -> str:
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in package)
    return f"{wide}\n{answer}"


def forwarded(answer: str, how: Wrapping, package: str) -> str:
    return f"聊天记录\n我 昨天 18:00\n{package}\n\n{how.name} 今天 09:12\n{answer}"


def wechat_record(answer: str, how: Wrapping, package: str) -> str:
    return f"小橙 2026/11/20 09:58:11\n{package}\n\n{how.name} 2026/11/20 10:03:22\n{answer}"


def ding_reply(answer: str, how: Wrapping, package: str) -> str:
    return f"{how.name} 回复 小橙：\n{rewrapped(package, how.width, '> ')}\n{answer}"


def outlook(answer: str, how: Wrapping, package: str) -> str:
    return (
        f"{answer}\n\n发自我的iPhone\n\n在 2026年11月20日，10:03，小橙 <desk@example.com> 写道：\n\n"
        f"{rewrapped(package, how.width, '> ')}"
    )


def english_mail(answer: str, how: Wrapping, package: str) -> str:
    return (
        f"{answer}\n\n-----Original Message-----\nFrom: desk@example.com\nSent: Friday, November 20, 2026 10:03 AM\n"
        f"To: {how.name}\nSubject: Re: {how.code.splitlines()[0]}\n\n{package}"
    )


def at_us(answer: str, how: Wrapping) -> str:
    return f"@小橙 {how.code} {answer}"


PLAIN = {style.__name__: style for style in (spoken, bracketed, behind, at_us)}
QUOTING = {
    style.__name__: style
    for style in (
        *(wechat, wechat_short, wechat_record, forwarded),
        *(dingtalk, ding_reply, mail, mail_below, outlook, english_mail, full_width),
    )
}
STYLES = (*PLAIN, *QUOTING)


def wrapped(answer: str, how: Wrapping, number: int) -> str:
    if how.style in PLAIN:
        return PLAIN[how.style](answer, how)
    return QUOTING[how.style](answer, how, package_of(number))


def bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if not sign.isspace() and sign not in UNSEEN)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """The text with the signs a messenger changes: all of them full-width, some that nobody sees put in between."""
    if draw(st.booleans()):
        text = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    for place, sign in draw(st.lists(st.tuples(st.integers(0, len(text)), st.sampled_from(UNSEEN)), max_size=12)):
        text = text[:place] + sign + text[place:]
    return text


@settings(deadline=None, max_examples=300)
@given(st.data(), NUMBER, ANSWER)
def test_an_answer_comes_back_from_any_wrapping(data: st.DataObject, number: int, answer: str) -> None:
    how = data.draw(wrappings(number))
    found = read_answers(wrapped(answer, how, number), {number: [package_of(number)]})
    assert [each.number for each in found] == [number]
    assert bare(found[0].text) == bare(answer)
    assert found[0].speaker in ("", how.name)


@settings(deadline=None, max_examples=300)
@given(st.data(), NUMBER, ANSWER)
def test_full_width_and_unseen_signs_hide_no_answer(data: st.DataObject, number: int, answer: str) -> None:
    text = data.draw(damaged(wrapped(answer, data.draw(wrappings(number)), number)))
    assert number in numbers_in(text)
    (found,) = read_answers(text, {number: [package_of(number)]})
    assert (found.number, bare(found.text)) == (number, bare(answer))


@settings(deadline=None, max_examples=150)
@given(st.data(), st.lists(NUMBER, min_size=2, max_size=4, unique=True), st.sampled_from(STYLES), st.booleans())
def test_several_answers_in_one_paste_are_told_apart(
    data: st.DataObject, numbers: list[int], style: str, damage: bool
) -> None:
    answers = [data.draw(ANSWER) for _ in numbers]
    hows = [data.draw(wrappings(number)) for number in numbers]
    hows = [Wrapping(how.code.replace("\n", ""), style, how.name, how.width, "> ") for how in hows]
    text = "\n\n".join(wrapped(answer, how, number) for answer, how, number in zip(answers, hows, numbers, strict=True))
    if damage:
        text = data.draw(damaged(text))
    found = read_answers(text, {number: [package_of(number)] for number in numbers})
    assert [each.number for each in found] == numbers
    assert [bare(each.text) for each in found] == [bare(answer) for answer in answers]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(NUMBER, min_size=2, max_size=3, unique=True),
    ANSWER,
    st.sampled_from(["、", "，", " 和 ", "/", " "]),
    st.sampled_from(["{codes} {answer}", "{codes}：{answer}", "{answer}（{codes}）", "李工 10:03\n{codes} {answer}"]),
)
def test_codes_named_together_share_the_answer(numbers: list[int], answer: str, between: str, shape: str) -> None:
    codes = between.join(f"F-{number}" for number in numbers)
    found = read_answers(shape.format(codes=codes, answer=answer), {number: [package_of(number)] for number in numbers})
    assert [(each.number, each.text) for each in found] == [(number, answer) for number in numbers]


@given(NUMBER, st.sampled_from(["PDF-{}", "F-{}0", "AF-{}", "F{}", "-{}"]))
def test_what_only_looks_like_the_code_is_none(number: int, shape: str) -> None:
    assert number not in {code.number for code in codes_in(shape.format(number), {number})}


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    numbers = numbers_in(text)
    found = read_answers(text, {number: [package_of(number)] for number in numbers})
    assert {each.number for each in found} <= numbers


def test_a_code_broken_between_its_digits_is_read_where_it_is_known() -> None:
    assert [code.number for code in codes_in("F-1\n2 补发", {12})] == [12]
    assert [code.number for code in codes_in("F-1\n2 补发", {1, 12})] == [1]
    assert numbers_in("F-1\n2 补发") == {1, 12}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("关于F-12的客户，我们已经联系", "关于F-12的客户，我们已经联系"),
        ("原因：仓库漏发。F-12", "原因：仓库漏发。"),
        ("F-12：\n1. 今天补发\n2. 运费我们出", "1. 今天补发\n2. 运费我们出"),
        ("F-12", ""),
        (package_of(12), ""),
        (package_of(12) + "\n" + package_of(12) + "\n已补发", "已补发"),
    ],
)
def test_what_belongs_to_the_answer_stays(text: str, answer: str) -> None:
    (found,) = read_answers(text, {12: [package_of(12)]})
    assert found.text == answer


@pytest.mark.parametrize(
    "answer",
    [
        "处理结果：\n已补发",
        "已补发\n最晚明天 18:00",
        "今天 已补发",
        "11月25日",
        "预计 11月25日",
        "18:00 送到",
        "时间：明天下午\n地点：门店",
        "主题：补发",
        "已经回复客户",
        "1. 补发\n注意：\n3 天内到",
        "已补发\n11-25 10:00",
    ],
)
def test_times_and_headings_of_the_answer_itself_are_kept(answer: str) -> None:
    for text in (f"F-12\n{answer}", f"「我：{package_of(12)}」\n- - - - -\n李工 10:03\n{answer}"):
        assert read_answers(text, {12: [package_of(12)]})[0].text == answer


def test_each_answer_tells_who_wrote_it() -> None:
    said = "李工 2026/11/20 10:03:22\nF-12 已补发\n\n王姐 2026/11/20 10:05:01\nF-13 已退款"
    found = read_answers(said, {12: [package_of(12)], 13: [package_of(13)]})
    assert [(each.text, each.speaker) for each in found] == [("已补发", "李工"), ("已退款", "王姐")]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("F-1 已补发，F-2 已退款", {1: "已补发", 2: "已退款"}),
        ("F-1 已补发。F-2 已退款。", {1: "已补发。", 2: "已退款。"}),
        ("F-1: 已补发，F-2: 已退款", {1: "已补发", 2: "已退款"}),
        ("F-1已补发 F-2已退款", {1: "已补发", 2: "已退款"}),
        ("F-1 已补发，F-2 F-3 已退款", {1: "已补发", 2: "已退款", 3: "已退款"}),
        ("F-1、F-2 已补发；F-3 已退款", {1: "已补发", 2: "已补发", 3: "已退款"}),
        ("【F-1】已补发，【F-2】已退款", {1: "已补发", 2: "已退款"}),
        ("（编号 F-1）已补发，（编号 F-2）已退款", {1: "已补发", 2: "已退款"}),
        ("李工 10:03\nF-1 已补发，F-2 已退款\n运费我们出", {1: "已补发", 2: "已退款\n运费我们出"}),
        ("F-1 已补发\nF-2 已退款，F-3 查无此单", {1: "已补发", 2: "已退款", 3: "查无此单"}),
        ("已补发（F-1），已退款（F-2）", {1: "已补发", 2: "已退款"}),
        ("已补发（F-1）。已退款（F-2）。", {1: "已补发", 2: "已退款"}),
        ("F-12、F-13 都已补发", {12: "都已补发", 13: "都已补发"}),
    ],
)
def test_two_codes_on_one_line_have_their_own_words(text: str, answers: dict[int, str]) -> None:
    found = read_answers(text, {number: [package_of(number)] for number in answers})
    assert {each.number: each.text for each in found} == answers


def test_two_packages_that_begin_alike_are_told_apart() -> None:
    packages = {number: [package_of(number)] for number in (12, 13)}
    said = f"已补发\n\n原邮件\n{package_of(12)}\n\n已退款\n\n原邮件\n{package_of(13)}"
    assert [(each.number, each.text) for each in read_answers(said, packages)] == [(12, "已补发"), (13, "已退款")]


def test_what_joins_an_emoji_stays_and_unseen_signs_go() -> None:
    (found,) = read_answers("\ufeffF-\u200b1\u200d2\x00 一\u200d家人 👨\u200d👩\u200d👧 收到", {12: []})
    assert found.text == "一家人 👨\u200d👩\u200d👧 收到"


def test_the_name_on_the_answers_own_line_is_told() -> None:
    said = f"我 昨天 18:00\n{package_of(12)}\n李工 今天 09:12\n已补发"
    assert read_answers(said, {12: [package_of(12)]})[0].speaker == "李工"
    assert read_answers("王姐：F-12 已补发", {12: []}, ("王姐",))[0].speaker == "王姐"


def test_a_code_nobody_gave_is_no_answer() -> None:
    assert read_answers("F-99 已补发", {12: [package_of(12)]}) == ()


def test_words_to_a_code_nobody_gave_are_nobody_elses() -> None:
    found = read_answers("F-12 已补发\nF-99 已退款", {12: [package_of(12)]})
    assert [(each.number, each.text) for each in found] == [(12, "已补发")]
    (kept,) = read_answers("F-12 已补发 F-99 型号的充电线", {12: [package_of(12)]})
    assert kept.text == "已补发 F-99 型号的充电线"
