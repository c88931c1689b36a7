"""Comments of dataabc/weibo-crawler: ``<昵称>_comments.csv``, which holds no uids."""

from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.roles import Role
from weibo_operator.domain.labels import Source

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
