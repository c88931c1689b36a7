"""Counts as Weibo's pages and exports write them: ``119``, ``2.3万``, ``10万+``, ``赞[74065]``."""

import re

_NUMBER = re.compile(r"(\d{1,15}(?:,\d{3})*(?:\.\d{1,6})?)\s*([千万亿]?)", re.ASCII)
_UNIT = {"": 1, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_LONGEST = 15
_LARGEST = 2**63 - 1
"""What the database can hold."""
_BARE_WORDS = frozenset({"赞", "转发", "评论", "回复", "收藏", "无"})


def parse_count(text: str) -> int | None:
    """The number a count cell means: a button's bare word (``赞``) is 0, an empty or unreadable cell None."""
    if not text:
        return None
    if text.isdecimal() and len(text) <= _LONGEST:
        return int(text)
    text = text.strip()
    if text in _BARE_WORDS:
        return 0
    found = _NUMBER.search(text)
    if found is None or text.startswith("-"):
        return None
    count = float(found[1].replace(",", "")) * _UNIT[found[2]]
    # So close to the bound a float knows no single numbers any more.
    return round(count) if count < _LARGEST else None
