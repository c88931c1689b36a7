"""Lines of counts and buttons: ``转发 3 评论 5 赞 12``, ``赞[12]``, ``12``, ``共 2 条回复``."""

from collections.abc import Sequence

from msgspec import Struct

from weibo_operator.channels.file_import.counts import parse_count
from weibo_operator.channels.paste.words import BUTTONS, COUNTS, FURNITURE, REPLIES

Count = tuple[str, int]
"""The button's word ("" for a number alone) and how many; a button without a number is 0."""

_LABELS = ("转发", "评论", "赞")
_SEPARATORS = " |/·•,，、\t"


class Spread(Struct, frozen=True):
    """What the page says of a post's spread; None where it says nothing."""

    reposts: int | None = None
    comments: int | None = None
    likes: int | None = None


def counts_in(text: str) -> tuple[Count, ...] | None:
    """The counts of a line that holds nothing but counts and buttons; None for any other line."""
    if found := REPLIES.fullmatch(text):
        return (("回复", parse_count(found["count"]) or 0),)
    counts: list[Count] = []
    at = 0
    while at < len(text):
        if text[at] in _SEPARATORS:
            at += 1
            continue
        found = COUNTS.match(text, at)
        if found is not None and _ends_word(text, found.end()):
            counts.append((found["label"] or "", parse_count(found["count"] or found["bare"] or "0") or 0))
            at = found.end()
            continue
        word = _word_at(text, at)
        if word not in BUTTONS and word not in FURNITURE:
            return None
        at += len(word)
    return tuple(counts)


def spread_of(counts: Sequence[Count]) -> Spread:
    """Three in a row are reposts, comments and likes, as under a post; a lone number is the likes of a comment."""
    known = {"点赞": "赞", "回复": "评论"}
    labelled = {known.get(label, label): count for label, count in counts if label}
    footer = counts[-len(_LABELS) :]
    if len(footer) == len(_LABELS) and all(
        label in ("", wanted) for (label, _), wanted in zip(footer, _LABELS, strict=True)
    ):
        labelled |= {wanted: count for (_, count), wanted in zip(footer, _LABELS, strict=True)}
    elif any(not label for label, _ in counts):
        labelled.setdefault("赞", next(count for label, count in counts if not label))
    return Spread(labelled.get("转发"), labelled.get("评论"), labelled.get("赞"))


def _ends_word(text: str, at: int) -> bool:
    return (
        at >= len(text)
        or text[at] in _SEPARATORS
        or COUNTS.match(text, at) is not None
        or _word_at(text, at) in BUTTONS
    )


def _word_at(text: str, at: int) -> str:
    end = at
    while end < len(text) and text[end] not in _SEPARATORS:
        end += 1
    return text[at:end]
