"""Plain text from the small HTML that Weibo's own JSON carries in ``text``."""

import html
import re

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMOJI = re.compile(r"<img\b[^>]*?\balt=(?:\"([^\"]*)\"|'([^']*)')[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^>]*>")


def strip_html(text: str) -> str:
    """The text without tags: ``<br />`` is a line break, an emoji image its code (``[馋嘴]``)."""
    text = _BREAK.sub("\n", text)
    text = _EMOJI.sub(lambda found: found[1] or found[2] or "", text)
    return html.unescape(_TAG.sub("", text))
