"""The contract between the desk and whatever brings messages in (product.md, channel)."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from weibo_operator.domain.columns import Table, TableMapping
from weibo_operator.domain.labels import Audience, Platform, Source


class ChannelName(StrEnum):
    """The routes by which messages come in."""

    FILE_IMPORT = "file_import"


class IncomingMessage(Struct, frozen=True):
    """One message as a channel read it, before the desk has cleaned or stored it.

    ``uid`` is the sender's id on the platform, or ``name:`` + nickname where the export holds none (such a person is
    never merged with a real uid). ``platform_id`` is the post's or comment's own id, or ``hash:`` + a digest of
    sender, time and text where the export holds none. ``posted_at`` is aware UTC. ``text`` may still hold a
    ``//@`` chain and HTML.
    """

    platform: Platform
    platform_id: str
    uid: str
    nickname: str
    text: str
    posted_at: datetime
    source: Source
    time_is_approximate: bool = False
    audience: Audience = Audience.PUBLIC
    link: str = ""
    profile_url: str = ""
    parent_platform_id: str = ""
    parent_author: str = ""
    parent_text: str = ""
    followers: int | None = None
    verified: str = ""
    """认证 as the export words it ("蓝V", "黄V", "金V", "红V") or empty."""
    location: str = ""
    device: str = ""
    reposts: int | None = None
    comments: int | None = None
    likes: int | None = None
    mentions: tuple[str, ...] = ()


class RowProblem(Struct, frozen=True):
    """A row or file the channel could not read: where, what (a code), and what it saw."""

    file: str
    line: int
    code: str
    detail: str = ""


class FileFormat(Struct, frozen=True):
    """How a file was recognised: format key, encoding in words, number of data rows if known.

    ``notes`` are codes of what the operator should know before importing (``services.sentences.format_note``),
    some with a detail after a colon.
    """

    key: str
    encoding: str
    columns: tuple[str, ...] = field(default=())
    notes: tuple[str, ...] = field(default=())


class MessageReader(Protocol):
    """Reads files of exported messages."""

    def sniff(self, path: Path) -> FileFormat:
        """Recognise the file from its content; raises ``FileUnreadableError`` with file, line and remedy."""
        ...

    def table(self, path: Path, sheet: str = "") -> Table:
        """The headers and first rows of a table whose columns may be unknown; raises ``FileUnreadableError``."""
        ...

    def proposed(self, table: Table) -> TableMapping:
        """What each column seems to be, from its header and its first cells; perhaps incomplete."""
        ...

    def read(
        self,
        path: Path,
        *,
        file_format: str = "auto",
        captured_at: datetime | None = None,
        mapping: TableMapping | None = None,
    ) -> Iterator[IncomingMessage | RowProblem]:
        """Yield each row as a message or a problem; raises ``FileUnreadableError`` before the first row.

        With a ``mapping`` the file is read as the table it describes, whatever ``file_format`` says.
        """
        ...
