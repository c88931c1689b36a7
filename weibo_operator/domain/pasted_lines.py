"""What messengers and mail programs put around a text that is quoted or forwarded, taken off again."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from enum import Enum, auto
from itertools import accumulate

from msgspec import Struct

from weibo_operator.domain.late_pattern import LatePattern

QUOTED = "\x00"
"""Stands for a character of a quotation that is no part of the answer."""

_CODE_HERE = "\x01"
_BRACKETS = (("「", "」"), ("『", "』"), ("“", "”"), ("【", "】"), ('"', '"'), ("[", "]"), ("《", "》"))
_HALF_WIDTH = {code + 0xFEE0: code for code in range(ord("!"), ord("~") + 1)} | {0x3000: ord(" ")}
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_JOINER = LatePattern(f"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
_TAGS = range(0xE0000, 0xE0080)
_NOISE = LatePattern(r"[-—–－_=*·•…~～#＃.「」『』“”\"'<>＜＞|｜【】\[\]()（）:：,，。\s\x00\x01]*")
_QUOTE_MARK = LatePattern(r"^[\s>＞|｜▏▎»]+")
_CLOCK = r"(?:上午|下午|早上|晚上|中午|凌晨|AM|PM)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[AP]M)?"
_WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
_DATE = r"(?:\d{4}[-/.年]\s*)?\d{1,2}[-/.月]\s*\d{1,2}日?"
# A day in words alone (今天) is somebody's word; with the clock's time beside it a messenger wrote it.
_WHEN = rf"(?:{_DATE}[\s,，]*(?:{_WEEKDAY})?\s*(?:{_CLOCK})?|(?:(?:昨天|今天|前天|{_WEEKDAY})[\s,，]*)?{_CLOCK})"
_TIME_LINE = LatePattern(rf"[\[【(（]?\s*{_WHEN}\s*[\]】)）]?", re.IGNORECASE)
_NAME = r"[^\s:：，。,.!！?？；;、\x00\x01「」『』“”\"]{1,12}(?:\s?[(（][^()（）]{1,12}[)）])?"
_NO_NAME = LatePattern(
    r"明天|后天|今天|今晚|今早|明早|明晚|当天|上午|下午|预计|大概|大约|约$|最晚|最迟|最早|之前|之后|截止|截至|到货|发货|补发|送达|签收"
    r"|退款|到账|安排|完成|处理|结果|原因|如下|情况|方案|说明|注意|时间|日期|地址|电话|单号|编号|反馈|答复|回复|意见|建议|进展|备注"
)
_NAME_AND_TIME = LatePattern(rf"(?P<name>{_NAME})\s+[\[(（]?{_WHEN}[\])）]?\s*[:：]?", re.IGNORECASE)
_TIME_AND_NAME = LatePattern(rf"[\[(（]?{_WHEN}[\])）]?\s+(?P<name>{_NAME})\s*[:：]", re.IGNORECASE)
_NAME_ALONE = LatePattern(rf"(?P<name>{_NAME})\s*[:：]")
_NAME_REPLIES = LatePattern(rf"(?:(?P<name>{_NAME})\s+回复\s+@?|回复\s*@){_NAME}\s*[:：]")
_NAME_BEFORE = LatePattern(rf"^(?P<name>{_NAME})\s*[:：]\s*(?=\S)")
_MAIL_HEAD = LatePattern(
    r"[-—=_\s]*(?:原始邮件|转发的?邮件|原邮件|Original Message|Forwarded message)[-—=_\s]*"
    r"|(?:发件人|收件人|抄送|发送时间|From|To|Cc|Subject|Sent)\s*[:：].*",
    re.IGNORECASE,
)
_MAIL_LINE = LatePattern(r"(?:主题|日期|时间|Date)\s*[:：].*", re.IGNORECASE)
"""Part of a mail's head where one stands beside it; else the answer's own word."""
_HEADER = LatePattern(
    r"On .{4,80} wrote:|在 ?.{4,60}写道[:：]|(?:引用|回复|转发)\s*[:：]?|聊天记录|群聊的聊天记录"
    r"|发自我的.{2,12}|Sent from .{2,30}|以上|如上|\[?(?:消息|引用)来自.{0,20}\]?",
    re.IGNORECASE,
)
_LABEL_BEFORE = LatePattern(
    r"^(?:[@＠][^\s@＠\x01]{1,20}\s+)*(?:[#＃【\[（(「“\s]|客服台|微博客服台|回复|答复|反馈|关于|工单|转交|编号|单号|的|：|:)*\x01"
    r"(?![的这那])[\s】\]）)」”]*(?:[：:，,。;；、\-—]\s*)?"
)
_LABEL_BEHIND = LatePattern(
    # 单号 before a bracket is the answer's own word; inside it, or right before the code, it belongs to the code.
    r"[\s（(【\[「“#＃，,;；、\-—]*(?:(?:回复编号|编号|单号|客服台)[：:\s]*)?[#＃]?\x01[：:】\]）)」”\s。.]*$"
)

_LONGEST_LABEL = 40
"""Characters before a code that may be its label."""
_MOST_LAYERS = 30
"""Brackets in brackets and labels in them that are taken off; nobody quotes deeper."""


class _Role(Enum):
    """What a line is: somebody's words, a message's head, a name alone, or nothing anybody said."""

    SAID = auto()
    HEAD = auto()
    NAME = auto()
    NONE = auto()


_NAMED = {
    _NAME_AND_TIME: _Role.HEAD,
    _TIME_AND_NAME: _Role.HEAD,
    _NAME_REPLIES: _Role.NAME,
    _NAME_ALONE: _Role.NAME,
}


class _Line(Struct, frozen=True):
    """One line: ``text`` without quotation marks, ``shape`` the same in half-width signs, where it starts."""

    text: str
    shape: str
    start: int
    role: _Role
    name: str
    is_quoting: bool


def visible(text: str) -> str:
    """The text without what nobody sees: messengers put zero-width characters and direction marks into a text.

    Every line break becomes a line feed. What joins the parts of one emoji stays.
    """
    lines = _JOINER.sub("", "\n".join(text.splitlines()))
    return "".join(sign for sign in lines if sign in "\n\t\u200d" or not _is_unseen(sign))


def without_decoration(marked: str, codes: Sequence[tuple[int, int]], names: Collection[str]) -> tuple[str, str]:
    """The words somebody wrote in a text whose quotations are marked, and that person's name where a line tells it.

    ``codes``: where the answer's code stands; it goes where it only names the answer, not out of a sentence's middle.
    """
    kept: list[str] = []
    heads: list[str] = []
    speaker = ""
    for line in _lines(_with_marks(marked, codes)):
        if line.role is _Role.NONE:
            continue
        if line.role is not _Role.SAID and not (line.role is _Role.NAME and kept and line.name not in names):
            speaker = speaker if line.is_quoting or kept else line.name or speaker
            is_own = line.role is _Role.HEAD and not line.is_quoting and (kept or not line.name)
            heads += [line.text] if is_own else []
            continue
        text, heads = line.text, []
        begun = _NAME_BEFORE.match(line.shape)
        if begun and (text[: begun.end("name")] in names or _opens_bracket(text[begun.end() :])):
            speaker = speaker or ("" if line.is_quoting else text[: begun.end("name")])
            text = text[begun.end() :]
        kept.append(text)
    # A messenger's head stands before what was said: a time that ends the words is the answer's own.
    return _restored("\n".join([*kept, *heads]), [marked[start:end] for start, end in codes]), speaker


def head_start(marked: str, place: int, least: int) -> int:
    """Where the message begins whose first line begins at ``place``: above it may stand who wrote it, and when."""
    lines = _lines(marked[least:place])
    for line in reversed(lines):
        if line.role is _Role.SAID:
            break
        place = least + line.start
    return place


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf") and ord(sign) not in _TAGS


def _with_marks(marked: str, codes: Sequence[tuple[int, int]]) -> str:
    """Each code as one mark, so that a line break inside it is none."""
    done, parts = 0, list[str]()
    for start, end in codes:
        parts += [marked[done:start], _CODE_HERE]
        done = end
    return "".join([*parts, marked[done:]])


def _lines(text: str) -> list[_Line]:
    """Every line with what it is."""
    raws = text.split("\n")
    starts = [0, *accumulate(len(raw) + 1 for raw in raws)]
    shown = [_unquoted(raw) for raw in raws]
    shapes = [line.translate(_HALF_WIDTH) for line in shown]
    in_head = [_MAIL_HEAD.fullmatch(shape) is not None for shape in shapes]
    for place, shape in enumerate(shapes):
        in_head[place] = in_head[place] or (
            _MAIL_LINE.fullmatch(shape) is not None and any(in_head[max(0, place - 1) : place + 2])
        )
    following = _following(shapes)
    found: list[_Line] = []
    for place, (raw, line, shape) in enumerate(zip(raws, shown, shapes, strict=True)):
        role, name = _read_line(line, shape, following[place])
        role = _Role.NONE if in_head[place] else role
        found.append(_Line(line, shape, starts[place], role, name, is_quoting=QUOTED in raw))
    return found


def _following(shapes: Sequence[str]) -> list[str]:
    """For each line the next one that holds anything, "" after the last."""
    found, below = list[str](), ""
    for shape in reversed(shapes):
        found.append(below)
        below = shape or below
    return found[::-1]


def _unquoted(raw: str) -> str:
    """A line without quotation marks in front, and without the brackets around a part of it that was quoted."""
    line = _QUOTE_MARK.sub("", raw.replace(QUOTED, "")).strip()
    if QUOTED in raw:
        line = re.sub(r"^[「『“\"\[【]|(?:\.{3}|…+)?[」』”\"\]】]\s*$", "", line).strip()
    return line


def _read_line(line: str, shape: str, following: str) -> tuple[_Role, str]:
    """What a line is, and the name it tells; ``shape`` is the line, ``following`` the next one, in half-width signs."""
    if _NOISE.fullmatch(shape) or _HEADER.fullmatch(shape):
        return _Role.NONE, ""
    if _TIME_LINE.fullmatch(shape):
        return _Role.HEAD, ""
    if re.fullmatch(_NAME, shape) and _TIME_LINE.fullmatch(following):
        return (_Role.SAID, "") if _NO_NAME.search(shape) else (_Role.HEAD, line.lstrip("@＠"))
    for wanted, role in _NAMED.items():
        found = wanted.fullmatch(shape)
        if found:
            start, end = found.span("name")
            name = line[start:end].lstrip("@＠") if start >= 0 else ""
            return (_Role.SAID, "") if _NO_NAME.search(name) else (role, name)
    return _Role.SAID, ""


def _without_label_behind(text: str) -> str:
    """Looked for beside the last code alone: a text of nothing but signs would be read again from each of them."""
    code = text.rfind(_CODE_HERE)
    found = _LABEL_BEHIND.search(text, max(0, code - _LONGEST_LABEL)) if code >= 0 else None
    return text[: found.start()] if found else text


def _opens_bracket(text: str) -> bool:
    return text[:1] in ("「", "『", "“", '"', _CODE_HERE)


def _restored(text: str, codes: Sequence[str]) -> str:
    """Take the code off the ends and a pair of brackets off the whole; one in the middle is put back."""
    for _ in range(_MOST_LAYERS):
        before = text
        text = _without_label_behind(_LABEL_BEFORE.sub("", text.strip())).strip()
        for left, right in _BRACKETS:
            inner = text[1:-1]
            if len(text) > 1 and text[0] == left and text[-1] == right and left not in inner and right not in inner:
                text = inner.strip()
            if left != right and text.endswith(right) and left not in text:
                text = text[:-1].strip()
            if left != right and text.startswith(left) and right not in text:
                text = text[1:].strip()
        lines = [line for line in text.split("\n") if not _NOISE.fullmatch(line) or not line.strip()]
        text = "\n".join(lines).strip()
        if text == before:
            break
    code = "".join(codes[0].split()) if codes else ""
    return text.replace(_CODE_HERE, code)
