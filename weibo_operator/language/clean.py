"""Readies raw Weibo text: HTML to text, the own part apart from the repost chain, the words apart from the marks."""

import html
import re

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_IMAGE = re.compile(r"<img\b[^>]{0,2000}>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
# A tag starts with a letter or a slash, so that "<3" and "a < b" stay as the customer wrote them.
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->")
# The joiner (U+200D) holds an emoji together and stays.
_ZERO_WIDTH = str.maketrans("", "", "\u200b\u200c\u200e\u200f\u2060\ufeff\u00ad")
_CHAIN = re.compile(r"(?<!:)//\s?[@＠]|／／\s?[@＠]")
_REPLY_PREFIX = re.compile(r"^(?:\s*回复\s?[@＠][^:：\s@＠]{1,40}\s?[:：]\s?)+")
_MENTION = re.compile(r"[@＠][\w\-·]{1,30}")
_LINK = re.compile(r"https?://[A-Za-z0-9./?=&%#_+~:;,!*()\-]{1,500}|\bt\.cn/[A-Za-z0-9]{1,20}|网页链接")
_HASH = re.compile(r"[#＃]")
_BLANKS = re.compile(r"[ \t\u3000\xa0]{2,}")


def split_chain(text: str) -> tuple[str, str]:
    """Return (own part before the first ``//@``, the rest starting with ``//@`` or empty)."""
    found = _CHAIN.search(text)
    if found is None:
        return text.rstrip(), ""
    return text[: found.start()].rstrip(), text[found.start() :]


def strip_html(text: str) -> str:
    """Return the text without markup: ``<br>`` a newline, an emoji image its code, entities their character.

    Zero-width blanks and blanks at the end go; emoji codes such as ``[馋嘴]`` stay.
    """
    if "<" in text:
        text = _BREAK.sub("\n", text)
        text = _IMAGE.sub(_alt_text, text)
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return text.translate(_ZERO_WIDTH).rstrip()


def plain(text: str) -> str:
    """Return the words to classify: no @names, links, "回复@x:" prefix or # marks (a topic's words stay)."""
    text = _REPLY_PREFIX.sub("", text.translate(_ZERO_WIDTH))
    text = _LINK.sub(" ", text)
    text = _MENTION.sub(" ", text)
    text = _HASH.sub(" ", text)
    return _BLANKS.sub(" ", text).strip()


def _alt_text(image: re.Match[str]) -> str:
    alt = _ALT.search(image.group())
    return (alt.group(1) or alt.group(2) or "") if alt else ""
