"""Whether a reply of unknown outcome stands among our own comments as the platform shows them."""

import html
import re
from collections.abc import Sequence
from datetime import timedelta

from weibo_operator.domain.open_platform import OwnComment
from weibo_operator.domain.reply import Intent

_PREFIX = re.compile(r"^回复@([^:：\s]{1,40})[:：]")
_CLOCKS_APART = timedelta(minutes=15)
"""The platform's clock and ours may differ by so much; the text, the post and the comment must agree in any case."""


def found_among(intent: Intent, comments: Sequence[OwnComment]) -> OwnComment | None:
    """The comment that is this reply: same words, same place, not older than its sending; None where there is none.

    The platform puts 回复@昵称: before an answer to a comment, and may write blanks otherwise. Where it does not tell
    which comment was answered, that name has to be this customer's: the same words may have gone to another one.
    """
    sending = intent.sending
    if sending is None or sending.started_at is None:
        return None
    since = sending.started_at - _CLOCKS_APART
    for comment in comments:
        if comment.post_id != sending.target.post_id or comment.posted_at < since:
            continue
        named, words = _parts(comment.text)
        if comment.reply_to:
            same_place = comment.reply_to == sending.target.comment_id
        else:
            same_place = not sending.target.comment_id or named == intent.nickname
        if same_place and words == _parts(intent.text)[1]:
            return comment
    return None


def _parts(text: str) -> tuple[str, str]:
    """Whom a comment names first, and its words without blanks."""
    # The platform gives back signs like > spelled out; its own answer may have them so, or not.
    shown = html.unescape(text).strip()
    prefix = _PREFIX.match(shown)
    words = shown if prefix is None else shown[prefix.end() :]
    return "" if prefix is None else prefix[1], "".join(words.split())
