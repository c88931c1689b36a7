"""What messengers and mail programs put around a text that is quoted or forwarded, taken off again."""

import re
from collections.abc import Collection, Iterator, Sequence

QUOTED = "\x00"
"""Stands for a character of a quotation that is no part of the answer."""

_CODE_HERE = "\x01"
_BRACKETS = (("「", "」"), ("『", "』"), ("“", "”"), ("【", "】"), ('"', '"'), ("[", "]"), ("《", "》"))
_NOISE = re.compile(
    r"[-—–－_=*·•…~～#＃.「」『』“”\"'<>＜＞|｜【】\[\]()（）:：,，。\s\x00\x01\u200b-\u200d\u2060\ufeff]*"
)
_QUOTE_MARK = re.compile(r"^[\s>＞|｜▏▎»\u200b-\u200d\u2060\ufeff]+")
_CLOCK = r"(?:上午|下午|早上|晚上|中午|凌晨|AM|PM)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[AP]M)?"
_DATE = r"(?:\d{4}[-/.年]\s*)?\d{1,2}[-/.月]\s*\d{1,2}日?|昨天|今天|前天|(?:星期|周)[一二三四五六日天]"
_WHEN = rf"(?:(?:{_DATE})[\s,，]*(?:(?:星期|周)[一二三四五六日天])?\s*(?:{_CLOCK})?|{_CLOCK})"
_TIME_LINE = re.compile(rf"[\[【(（]?\s*{_WHEN}\s*[\]】)）]?", re.IGNORECASE)
_NAME = r"[^\s:：，。,.!！?？；;、\x00\x01「」『』“”\"]{1,12}(?:\s?[(（][^()（）]{1,12}[)）])?"
_NAME_AND_TIME = re.compile(rf"(?P<name>{_NAME})\s+[\[(（]?{_WHEN}[\])）]?\s*[:：]?", re.IGNORECASE)
_TIME_AND_NAME = re.compile(rf"[\[(（]?{_WHEN}[\])）]?\s+(?P<name>{_NAME})\s*[:：]?", re.IGNORECASE)
_NAME_ALONE = re.compile(rf"(?P<name>{_NAME})\s*[:：]")
_NAME_BEFORE = re.compile(rf"^(?P<name>{_NAME})\s*[:：]\s*(?=\S)")
_HEADER = re.compile(
    r"(?:[-—=_\s]*(?:原始邮件|转发的?邮件|原邮件|Original Message|Forwarded message)[-—=_\s]*"
    r"|(?:发件人|收件人|抄送|主题|发送时间|日期|时间|From|To|Cc|Subject|Sent|Date)\s*[:：].*"
    r"|On .{4,80} wrote:|在 ?.{4,60}写道[:：]|(?:引用|回复|转发)\s*[:：]?|聊天记录|群聊的聊天记录"
    r"|发自我的.{2,12}|Sent from .{2,30}|以上|如上|\[?(?:消息|引用)来自.{0,20}\]?)",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"^(?:[#＃【\[（(「“\s]|客服台|微博客服台|回复|答复|反馈|关于|工单|转交|编号|单号|的|：|:)*\x01"
    r"(?![的这那])[\s】\]）)」”]*(?:[：:，,。;；、\-—]\s*)?"
)
_LABEL_BEHIND = re.compile(
    # 单号 before a bracket is the answer's own word; inside it, or right before the code, it belongs to the code.
    r"[\s（(【\[「“#＃，,;；、\-—]*(?:(?:回复编号|编号|单号|客服台)[：:\s]*)?[#＃]?\x01[：:】\]）)」”\s。.]*$"
)


def without_decoration(marked: str, codes: Sequence[tuple[int, int]], names: Collection[str]) -> tuple[str, str]:
    """The words somebody wrote in a text whose quotations are marked, and that person's name where a line tells it.

    ``codes``: where the answer's code stands; it goes where it only names the answer, not out of a sentence's middle.
    """
    kept: list[str] = []
    speaker = ""
    text = _with_marks(marked, codes)
    lines = [*_lines(text)]
    for (line, is_quoting), (following, _) in zip(lines, [*lines[1:], ("", False)], strict=False):
        if _TIME_LINE.fullmatch(line):
            continue
        named = _named_by(line, following)
        if named is not None:
            speaker = speaker if is_quoting or kept else named
            continue
        if _NOISE.fullmatch(line) or _HEADER.fullmatch(line):
            continue
        begun = _NAME_BEFORE.match(line)
        if begun and (begun.group("name") in names or _opens_bracket(line[begun.end() :])):
            speaker = speaker or ("" if is_quoting else begun.group("name"))
            line = line[begun.end() :]
        kept.append(line)
    return _restored("\n".join(kept), [marked[start:end] for start, end in codes]), speaker


def _with_marks(marked: str, codes: Sequence[tuple[int, int]]) -> str:
    """Each code as one mark, so that a line break inside it is none."""
    done, parts = 0, list[str]()
    for start, end in codes:
        parts += [marked[done:start], _CODE_HERE]
        done = end
    return "".join([*parts, marked[done:]])


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Each line without quotation marks in front, and whether a part of it was quoted."""
    for raw in text.splitlines():
        is_quoting = QUOTED in raw
        line = _QUOTE_MARK.sub("", raw.replace(QUOTED, "")).strip()
        if is_quoting:
            line = re.sub(r"^[「『“\"\[【]|(?:\.{3}|…+)?[」』”\"\]】]\s*$", "", line).strip()
        yield line, is_quoting


def _named_by(line: str, following: str) -> str | None:
    """The name on a line that holds nothing but a name (with a time, or above one); None for other lines."""
    if re.fullmatch(_NAME, line) and _TIME_LINE.fullmatch(following):
        return line.lstrip("@")
    for shape in (_NAME_AND_TIME, _TIME_AND_NAME, _NAME_ALONE):
        found = shape.fullmatch(line)
        if found:
            return found.group("name").lstrip("@")
    return None


def _opens_bracket(text: str) -> bool:
    return text[:1] in ("「", "『", "“", '"', _CODE_HERE)


def _restored(text: str, codes: Sequence[str]) -> str:
    """Take the code off the ends and a pair of brackets off the whole; one in the middle is put back."""
    before = ""
    while before != text:
        before = text
        text = _LABEL_BEHIND.sub("", _LABEL_BEFORE.sub("", text.strip())).strip()
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
    code = "".join(codes[0].split()) if codes else ""
    return text.replace(_CODE_HERE, code)
