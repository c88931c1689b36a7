"""Posts of one person by dataabc/weiboSpider: its CSV, whose ids are short, and its SQLite table."""

from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.domain.labels import Source

NOTHING = "无"
"""What the exporter writes into an empty cell."""


def without_nothing(values: Values) -> Values:
    """Empty cells empty; the post's own text stays, were it that very word."""
    return {role: "" if cell == NOTHING and role is not Role.TEXT else cell for role, cell in values.items()}


POSTS = TableFormat(
    key="weibo_spider_posts",
    columns={
        Role.ID: ("微博id",),
        Role.TEXT: ("微博正文",),
        Role.TIME: ("发布时间",),
        Role.PLACE: ("发布位置",),
        Role.DEVICE: ("发布工具",),
        Role.LIKES: ("点赞数",),
        Role.REPOSTS: ("转发数",),
        Role.COMMENTS: ("评论数",),
        Role.UID: ("用户id", "user_id"),
        Role.NICKNAME: ("用户昵称", "昵称"),
    },
    signature=frozenset(
        {"微博id", "微博正文", "头条文章url", "原始图片url", "微博视频url", "发布位置", "发布时间", "发布工具"}
    ),
    at_least=7,
    needed=((Role.TEXT,), (Role.TIME,)),
    source=Source.SEARCH,
    adapt=without_nothing,
    lone_author=True,
)

STORED_POSTS = TableFormat(
    key="weibo_spider_database",
    columns={
        Role.ID: ("id",),
        Role.UID: ("user_id",),
        Role.TEXT: ("content",),
        Role.TIME: ("publish_time",),
        Role.PLACE: ("publish_place",),
        Role.DEVICE: ("publish_tool",),
        Role.LIKES: ("up_num",),
        Role.REPOSTS: ("retweet_num",),
        Role.COMMENTS: ("comment_num",),
    },
    signature=frozenset({"content", "publish_time", "publish_place", "publish_tool", "up_num", "retweet_num"}),
    at_least=5,
    needed=((Role.TEXT,), (Role.UID,), (Role.TIME,)),
    source=Source.SEARCH,
    adapt=without_nothing,
)
