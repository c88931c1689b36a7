"""Tables of messages: what a column means, and how the operator says which column is which (issue 5, point 1)."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.labels import Audience, Platform, Source


class Role(StrEnum):
    """The meaning of a column."""

    ID = "id"
    BID = "bid"
    UID = "uid"
    NICKNAME = "nickname"
    TEXT = "text"
    TIME = "time"
    CLOCK = "clock"
    """The time of day, where the date stands in a column of its own."""
    CHANNEL = "channel"
    """Where the message was found, row by row: 评论, 私信, 电话 …"""
    POST = "post"
    """The post a comment stands under."""
    PARENT = "parent"
    """The comment answered, or the post reposted."""
    PARENT_AUTHOR = "parent_author"
    PARENT_TEXT = "parent_text"
    MENTIONS = "mentions"
    REPOSTS = "reposts"
    COMMENTS = "comments"
    LIKES = "likes"
    DEVICE = "device"
    LOCATION = "location"
    """Where the person is."""
    PLACE = "place"
    """Where one post was written; stands in for an unknown location."""
    FOLLOWERS = "followers"
    VERIFIED = "verified"
    LINK = "link"
    AUTHOR_HASH = "author_hash"
    """An exporter's digest that stands for the uid it hides."""
    RAW_TIME = "raw_time"
    """A second time column that only a format's own ``adapt`` may read."""


OFFERED_ROLES: tuple[Role, ...] = (
    *(Role.NICKNAME, Role.TEXT, Role.TIME, Role.CLOCK, Role.CHANNEL, Role.LINK, Role.ID, Role.BID, Role.UID),
    *(Role.POST, Role.PARENT, Role.PARENT_AUTHOR, Role.PARENT_TEXT, Role.MENTIONS, Role.REPOSTS, Role.COMMENTS),
    *(Role.LIKES, Role.FOLLOWERS, Role.VERIFIED, Role.LOCATION, Role.PLACE, Role.DEVICE),
)
"""The roles an operator may give to a column, the most wanted first."""


class DateOrder(StrEnum):
    """How ``3/4/2026`` is meant; a year in front always means year, month, day."""

    YEAR_FIRST = "ymd"
    """Only the unmistakable spellings."""
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class TableMapping(Struct, frozen=True):
    """How a table of one's own is to be read.

    ``roles`` holds one entry per column in the file's order (None: not used), no role twice. ``platform``,
    ``source`` and ``audience`` hold for every row that has no word for it in a ``Role.CHANNEL`` column. ``author``
    stands where no column names the author. ``captured_at`` (aware) belongs to one file and is not remembered for
    the next one; relative dates count from it.
    """

    roles: tuple[Role | None, ...]
    platform: Platform = Platform.WEIBO
    source: Source = Source.COMMENT
    audience: Audience = Audience.PUBLIC
    date_order: DateOrder = DateOrder.YEAR_FIRST
    author: str = ""
    captured_at: datetime | None = None
    sheet: str = ""
    """The sheet of a workbook; "" is the one ``Table.sheet`` names."""

    @property
    def is_complete(self) -> bool:
        """A text column, and an author by column or by name: enough to read the table."""
        people = self.author.strip() or Role.NICKNAME in self.roles or Role.UID in self.roles
        return Role.TEXT in self.roles and bool(people)


class Table(Struct, frozen=True):
    """The beginning of a table: ``headers`` ("" each where the file has none) and up to 20 ``rows`` below them.

    ``key`` is the same for every file with these headers, to remember a mapping by. ``format`` is the key of the
    layout the desk knows, or "" for a table of one's own. ``sheets`` names a workbook's sheets, ``sheet`` this one.
    ``notes`` are those of ``FileFormat``.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    key: str
    format: str = ""
    encoding: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    notes: tuple[str, ...] = ()
