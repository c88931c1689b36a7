"""What was understood of text copied from a page, and the contract of whatever reads it (issue 5, point 2)."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Protocol

from msgspec import Struct

from weibo_operator.domain.channel import IncomingMessage

_DIGITS = 24


def stand_in_id(nickname: str, at: datetime, text: str) -> str:
    """An id for a message that brought none: the same author, minute and words give the same.

    Spelt like the stand-ins of imported files, so that a file and a paste of one page agree.
    """
    minute = at.astimezone(UTC).replace(second=0, microsecond=0)
    digest = hashlib.sha256(f"{nickname}|{minute.isoformat()}|{text}".encode("utf-8", "replace")).hexdigest()
    return f"hash:{digest[:_DIGITS]}"


class PastedMessage(Struct, frozen=True):
    """One message found in the text.

    ``lines`` are the numbers (from 0) of the lines it is made of. The true time lies within ``slack`` of
    ``message.posted_at``: "3小时前" says no more. ``ours`` is set when one of our own accounts wrote it;
    ``time_is_missing`` when nothing was said and the time is that of pasting.
    """

    message: IncomingMessage
    lines: tuple[int, ...]
    slack: timedelta = timedelta(minutes=1)
    ours: bool = False
    time_is_missing: bool = False
    is_doubtful: bool = False
    """The author's name reads like a sentence: perhaps the lines were taken for each other."""


class RestLine(Struct, frozen=True):
    """A line that is in no message; ``furniture`` marks a page's own buttons and headings."""

    number: int
    text: str
    furniture: bool = False


class Pasted(Struct, frozen=True):
    """Every line that is not blank is in exactly one message or in the rest, in the order of the text."""

    messages: tuple[PastedMessage, ...] = ()
    rest: tuple[RestLine, ...] = ()


class PasteReader(Protocol):
    """Reads what an operator copied."""

    def read(self, text: str, captured_at: datetime, *, html: str = "") -> Pasted:
        """What is in ``text``; its ``html`` spelling, where the clipboard has one, tells ids and links.

        ``captured_at`` (aware) is what "5分钟前" counts from. Raises nothing, whatever the text.
        """
        ...
