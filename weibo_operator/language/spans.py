"""Which parts of a reply are not the operator's own running text and are never corrected (mission F7)."""

import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]

_IN_LINK = r"(?:(?!\[[^\[\]\s]{1,12}\])[!-~])"
"""A link ends where an [emoji] begins: Weibo shows it as one."""
LINK = re.compile(
    rf"(?:https?://|www\.){_IN_LINK}+"
    rf"|(?<![A-Za-z0-9-])[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}})*\.(?:com|cn|net|org)\b{_IN_LINK}*"
)
MENTION = re.compile(r"@[\w\-·]{1,30}")
_QUOTED = re.compile(r"“[^“”\n]*”|「[^「」\n]*」|『[^『』\n]*』|《[^《》\n]*》|\"[^\"\n]*\"|‘[^‘’\n]*’")
_OTHER = re.compile(r"#[^#\n]{1,60}#|\[[^\[\]\s]{1,12}\]|\{[^{}\n]*\}|【[^【】\n]*】")
_NUMBER = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_MASK = "\ufffc"


def outside_voice(text: str, *, numbers: bool = True) -> tuple[Span, ...]:
    """Spans of links, @names, #topics#, [emoji], {variables}, quotations, and on request numbers and Latin words."""
    patterns = (LINK, MENTION, _QUOTED, _OTHER, *((_NUMBER,) if numbers else ()))
    return tuple(m.span() for pattern in patterns for m in pattern.finditer(text))


def occurrences(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Every place where one of ``words`` stands in ``text``."""
    return tuple(m.span() for word in words if word for m in re.finditer(re.escape(word), text))


def protected(text: str, known_names: Sequence[str] = (), user_words: Sequence[str] = ()) -> tuple[Span, ...]:
    """All spans in which no typo is ever reported.

    An @ followed by a known name protects that name only: the text after it may lack the space Weibo asks for.
    """
    named = occurrences(text, [f"@{name}" for name in known_names if name])
    spans = [s for s in outside_voice(text) if not any(s[0] == n[0] and text[s[0]] == "@" for n in named)]
    return (*spans, *named, *occurrences(text, (*known_names, *user_words)))


def overlaps(start: int, end: int, spans: Iterable[Span]) -> bool:
    """Whether ``start:end`` shares a character with one of ``spans``."""
    return any(start < stop and begin < end for begin, stop in spans)


def masked(text: str, spans: Iterable[Span]) -> str:
    """``text`` of the same length with every character inside ``spans`` made unreadable."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = _MASK * (end - start)
    return "".join(chars)


def han_runs(text: str) -> tuple[Span, ...]:
    """The stretches of Chinese characters in ``text``."""
    return tuple(m.span() for m in _HAN_RUN.finditer(text))
