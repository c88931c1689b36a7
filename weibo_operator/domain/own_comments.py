"""Whether a reply of unknown outcome stands among our own comments as the platform shows them."""

import html
import re
from collections.abc import Sequence
from datetime import timedelta

from weibo_operator.domain.open_platform import OwnComment
from weibo_operator.domain.reply import Intent

_PREFIX = re.compile(r"^回复@[^:：\s]{1,40}[:：]")
_CLOCKS_APART = timedelta(minutes=15)
"""The platform's clock and ours may differ by so much; the text, the post and the comment must agree in any case."""


def found_among(intent: Intent, comments: Sequence[OwnComment]) -> OwnComment | None:
    """The comment that is this reply: same words, same place, not older than its sending; None where there is none.

    The platform puts 回复@昵称: before an answer to a comment, and may write blanks otherwise.
    """
    sending = intent.sending
    if sending is None or sending.started_at is None:
        return None
    since = sending.started_at - _CLOCKS_APART
    for comment in comments:
        same_place = comment.post_id == sending.target.post_id and comment.reply_to in ("", sending.target.comment_id)
        if same_place and comment.posted_at >= since and _words(comment.text) == _words(intent.text):
            return comment
    return None


def _words(text: str) -> str:
    # The platform gives back signs like > spelled out; its own answer may have them so, or not.
    return "".join(_PREFIX.sub("", html.unescape(text).strip()).split())
