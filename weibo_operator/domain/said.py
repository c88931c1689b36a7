"""A message as it is read: to whom it answers, its words, its links apart from the words (weibo.md part 7)."""

import re

from msgspec import Struct

_REPLY = re.compile(r"^(?:\s*回复\s?[@＠]([^:：\s@＠]{1,40})\s?[:：]\s?)+")
_LINK = re.compile(
    r"https?://[A-Za-z0-9./?=&%#_+~:;,!*()\-]{1,500}|(?<![A-Za-z0-9./])t\.cn/[A-Za-z0-9]{1,20}", re.ASCII
)
_ENDS = ".,;:!?)"
_INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200e\u200f\u2060\ufeff\u00ad")
_BLANKS = re.compile(r"[ \t\u3000\xa0]{2,}")
_LONGEST = 30


class Reading(Struct, frozen=True):
    """``reply_to`` is the nickname behind 回复@, empty without one; ``links`` are whole addresses in order."""

    reply_to: str
    words: str
    links: tuple[str, ...]


def reading(text: str) -> Reading:
    """Take a message apart for showing; nothing but the prefix, the links and invisible characters leaves the words."""
    text = text.translate(_INVISIBLE)
    prefix = _REPLY.match(text)
    reply_to = "" if prefix is None else prefix.group(1)
    body = text if prefix is None else text[prefix.end() :]
    links = tuple(dict.fromkeys(_whole(found) for found in _LINK.findall(body)))
    words = _BLANKS.sub(" ", _LINK.sub(" ", body)) if links else body
    return Reading(reply_to, words.strip(), links)


def short_words(text: str) -> str:
    """The words as a card shows them: without the prefix, each link as [链接]."""
    text = text.translate(_INVISIBLE)
    prefix = _REPLY.match(text)
    body = text if prefix is None else text[prefix.end() :]
    return _BLANKS.sub(" ", _LINK.sub("[链接]", body)).strip()


def link_words(link: str) -> str:
    """A link as its chip says it: without the scheme, cut where it is long."""
    shown = link.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def chain_lines(chain: str) -> str:
    """A ``//@`` chain with one author on each line."""
    return re.sub(r"\s*//\s?(?=[@＠])", "\n", chain.translate(_INVISIBLE)).strip()


def _whole(link: str) -> str:
    link = link.rstrip(_ENDS)
    return link if link.startswith("http") else f"http://{link}"
