"""Tables of dataabc/weibo-crawler: posts of one person, comments, and the tables of its SQLite file."""

from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.domain.labels import Source

_DATABASE = "weibo_crawler_database"


def fuller_time(values: Values) -> Values:
    """The time from 日期 where 完整日期, which old versions lack, is empty."""
    if not values.get(Role.TIME) and Role.RAW_TIME in values:
        values[Role.TIME] = values[Role.RAW_TIME]
    return values


POSTS = TableFormat(
    key="weibo_crawler_posts",
    columns={
        Role.ID: ("id",),
        Role.BID: ("bid",),
        Role.TEXT: ("正文",),
        Role.TIME: ("完整日期",),
        Role.RAW_TIME: ("日期",),
        Role.PLACE: ("位置",),
        Role.DEVICE: ("工具",),
        Role.LIKES: ("点赞数",),
        Role.COMMENTS: ("评论数",),
        Role.REPOSTS: ("转发数",),
        Role.MENTIONS: ("@用户",),
        Role.UID: ("user_id", "用户id"),
        Role.NICKNAME: ("用户昵称", "昵称"),
        Role.PARENT: ("源微博id",),
        Role.PARENT_AUTHOR: ("源用户昵称",),
        Role.PARENT_TEXT: ("源微博正文",),
    },
    signature=frozenset({"bid", "正文", "头条文章url", "原始图片url", "Live Photo视频url", "位置", "工具", "完整日期"}),
    at_least=5,
    needed=((Role.TEXT,), (Role.TIME, Role.RAW_TIME)),
    source=Source.SEARCH,
    adapt=fuller_time,
    lone_author=True,
)

COMMENTS = TableFormat(
    key="weibo_crawler_comments",
    columns={
        Role.ID: ("id",),
        Role.POST: ("weibo_id",),
        Role.PARENT: ("root_id",),
        Role.UID: ("user_id",),
        Role.NICKNAME: ("user_screen_name",),
        Role.TEXT: ("text",),
        Role.TIME: ("created_at",),
        Role.LIKES: ("like_count",),
    },
    signature=frozenset({"weibo_id", "created_at", "user_screen_name", "text", "pic_url", "like_count"}),
    at_least=5,
    needed=((Role.TEXT,), (Role.NICKNAME,), (Role.TIME,)),
    source=Source.COMMENT,
)

STORED_POSTS = TableFormat(
    key=_DATABASE,
    columns={
        Role.ID: ("id",),
        Role.BID: ("bid",),
        Role.UID: ("user_id",),
        Role.NICKNAME: ("screen_name",),
        Role.TEXT: ("text",),
        Role.TIME: ("full_created_at", "created_at"),
        Role.MENTIONS: ("at_users",),
        Role.PLACE: ("location",),
        Role.DEVICE: ("source",),
        Role.LIKES: ("attitudes_count",),
        Role.COMMENTS: ("comments_count",),
        Role.REPOSTS: ("reposts_count",),
        Role.PARENT: ("retweet_id",),
    },
    signature=frozenset({"bid", "user_id", "screen_name", "text", "attitudes_count", "reposts_count", "retweet_id"}),
    at_least=5,
    needed=((Role.TEXT,), (Role.UID,), (Role.TIME,)),
    source=Source.SEARCH,
)

STORED_COMMENTS = TableFormat(
    key=_DATABASE,
    columns={**COMMENTS.columns, Role.BID: ("bid",)},
    signature=frozenset({"weibo_id", "root_id", "user_id", "user_screen_name", "text", "like_count"}),
    at_least=6,
    needed=COMMENTS.needed,
    source=Source.COMMENT,
)

STORED_REPOSTS = TableFormat(
    key=_DATABASE,
    columns={
        Role.ID: ("id",),
        Role.BID: ("bid",),
        Role.PARENT: ("weibo_id",),
        Role.UID: ("user_id",),
        Role.NICKNAME: ("user_screen_name",),
        Role.TEXT: ("text",),
        Role.TIME: ("created_at",),
        Role.LIKES: ("like_count",),
    },
    signature=frozenset({"weibo_id", "bid", "user_id", "user_screen_name", "text", "created_at"}),
    at_least=6,
    needed=COMMENTS.needed,
    source=Source.SEARCH,
)
