"""Posts found by keyword: the CSV of dataabc/weibo-search, in its layouts of 17 to 21 columns."""

from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.roles import Role
from weibo_operator.domain.labels import Source

WEIBO_SEARCH = TableFormat(
    key="weibo_search",
    columns={
        Role.ID: ("id",),
        Role.BID: ("bid",),
        Role.UID: ("user_id",),
        Role.NICKNAME: ("用户昵称",),
        Role.TEXT: ("微博正文",),
        Role.TIME: ("发布时间",),
        Role.MENTIONS: ("艾特用户",),
        Role.REPOSTS: ("转发数",),
        Role.COMMENTS: ("评论数",),
        Role.LIKES: ("点赞数",),
        Role.DEVICE: ("发布工具",),
        Role.PARENT: ("retweet_id",),
        Role.LOCATION: ("ip",),
        Role.PLACE: ("发布位置",),
        Role.VERIFIED: ("user_authentication",),
    },
    signature=frozenset({"bid", "user_id", "用户昵称", "微博正文", "艾特用户", "话题", "发布时间", "retweet_id"}),
    at_least=5,
    needed=((Role.TEXT,), (Role.TIME,), (Role.NICKNAME,)),
    source=Source.SEARCH,
)
