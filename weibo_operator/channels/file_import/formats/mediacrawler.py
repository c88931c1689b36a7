"""Posts and comments of NanmiCoder/MediaCrawler: its CSV and JSON files and its database exports."""

from datetime import timedelta

from weibo_operator.channels.file_import.counts import parse_count
from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.identity import whole_id
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.domain.base62 import time_of_mid
from weibo_operator.domain.labels import Source

_LATE_BY = int(timedelta(hours=8).total_seconds())
_TOLERANCE = int(timedelta(minutes=10).total_seconds())


def right_time(values: Values) -> Values:
    """Without ``create_date_time`` mends ``create_time``, which is 8 hours late (weibo.md 6.4, measured).

    The post's id tells the true time; only a difference of 8 hours is corrected, so that a mended exporter is
    read as it is.
    """
    if values.get(Role.TIME) or Role.RAW_TIME not in values:
        return values
    written = values[Role.RAW_TIME]
    values[Role.TIME] = written
    stamp = parse_count(written)
    true = time_of_mid(values[Role.ID]) if whole_id(values.get(Role.ID, "")) else None
    if stamp is not None and true is not None:
        late = stamp - int(true.timestamp())
        if abs(late - _LATE_BY) <= _TOLERANCE:
            values[Role.TIME] = str(stamp - _LATE_BY)
    return values


def late_comment(values: Values) -> Values:
    """Without ``create_date_time`` takes ``create_time`` as 8 hours late: a comment's id tells no time."""
    if values.get(Role.TIME) or Role.RAW_TIME not in values:
        return values
    stamp = parse_count(values[Role.RAW_TIME])
    values[Role.TIME] = values[Role.RAW_TIME] if stamp is None else str(stamp - _LATE_BY)
    return values


CONTENTS = TableFormat(
    key="mediacrawler_contents",
    columns={
        Role.ID: ("note_id",),
        Role.UID: ("user_id",),
        Role.AUTHOR_HASH: ("creator_hash",),
        Role.NICKNAME: ("nickname",),
        Role.TEXT: ("content",),
        Role.TIME: ("create_date_time",),
        Role.RAW_TIME: ("create_time",),
        Role.REPOSTS: ("shared_count",),
        Role.COMMENTS: ("comments_count",),
        Role.LIKES: ("liked_count",),
        Role.LOCATION: ("ip_location",),
        Role.LINK: ("note_url",),
    },
    signature=frozenset({"note_id", "content", "create_date_time", "create_time", "last_modify_ts", "note_url"}),
    at_least=4,
    needed=((Role.TEXT,), (Role.NICKNAME,)),
    source=Source.SEARCH,
    adapt=right_time,
)

COMMENTS = TableFormat(
    key="mediacrawler_comments",
    columns={
        Role.ID: ("comment_id",),
        Role.POST: ("note_id",),
        Role.PARENT: ("parent_comment_id",),
        Role.UID: ("user_id",),
        Role.AUTHOR_HASH: ("creator_hash",),
        Role.NICKNAME: ("nickname",),
        Role.TEXT: ("content",),
        Role.TIME: ("create_date_time",),
        Role.RAW_TIME: ("create_time",),
        Role.COMMENTS: ("sub_comment_count",),
        Role.LIKES: ("comment_like_count",),
        Role.LOCATION: ("ip_location",),
    },
    signature=frozenset({"comment_id", "note_id", "content", "sub_comment_count", "comment_like_count"}),
    at_least=4,
    needed=((Role.TEXT,), (Role.NICKNAME,)),
    source=Source.COMMENT,
    adapt=late_comment,
)
