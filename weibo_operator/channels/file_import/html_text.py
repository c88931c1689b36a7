"""Plain text from the small HTML that Weibo's own JSON and some exports carry in the text."""

import html
import re

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMOJI = re.compile(r"<img\b[^>]*?\balt=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*))[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
_MARKUP = re.compile(r"<(?:br\s*/?|/?(?:a|span|img|p|div|b|i|em|strong|font)(?:\s[^>]*)?/?)>", re.IGNORECASE)


def strip_html(text: str) -> str:
    """The text without tags: ``<br />`` is a line break, an emoji image its code (``[馋嘴]``)."""
    text = _BREAK.sub("\n", text)
    text = _EMOJI.sub(lambda found: found[1] or found[2] or found[3] or "", text)
    return html.unescape(_TAG.sub("", text))


def strip_markup(text: str) -> str:
    """``strip_html`` for a text that surely holds tags; any other stays as the customer wrote it."""
    return strip_html(text) if "<" in text and _MARKUP.search(text) else text
