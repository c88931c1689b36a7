"""Home-made exports: columns are recognised one by one by their Chinese or English names."""

from itertools import chain

from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.roles import Aliases, Role
from weibo_operator.domain.labels import Source

_ANY_TEXT = ("内容", "text_raw", "text", "content", "文本", "正文")
_POST_TEXT = ("微博正文", "微博内容", "博文", "博文内容", "微博文本", "weibo_text", "weibo_content")
_COMMENT_TEXT = (
    "评论内容",
    "评论正文",
    "评论文本",
    "comment_text",
    "comment_content",
    "comments",
    "comment",
    "评论",
)

_COMMON: Aliases = {
    Role.BID: ("bid", "mblogid"),
    Role.UID: (
        *("uid", "用户id", "user_id", "评论者id", "用户uid", "userid", "author_id", "creator_id", "作者id"),
        *("博主id", "评论用户id", "微博用户id", "from_uid"),
    ),
    Role.NICKNAME: (
        *(
            "昵称",
            "用户昵称",
            "user_name",
            "nickname",
            "用户名",
            "screen_name",
            "user_screen_name",
            "nick_name",
        ),
        *("评论者", "评论者昵称", "评论用户", "博主", "博主昵称", "作者", "发布者", "用户", "网友", "微博名"),
        *("author", "user", "username", "name"),
    ),
    Role.TIME: (
        *("时间", "发布时间", "created_at", "评论时间", "create_date_time", "create_time", "created_time"),
        *(
            "publish_time",
            "发表时间",
            "发帖时间",
            "日期",
            "完整日期",
            "发布日期",
            "date",
            "time",
            "datetime",
            "pubtime",
        ),
    ),
    Role.MENTIONS: ("艾特用户", "@用户", "at_users", "mentions"),
    Role.LIKES: (
        *("点赞数", "点赞", "赞", "like_count", "like_counts", "likes", "liked_count", "attitudes_count"),
        *("获赞数", "点赞量", "up_num", "comment_like_count"),
    ),
    Role.DEVICE: ("发布工具", "工具", "设备", "来源", "publish_tool", "device", "source"),
    Role.LOCATION: (
        *("ip属地", "ip", "ip_location", "region_name", "属地", "所在地", "用户所在地", "地区"),
        *("location", "user_location"),
    ),
    Role.PLACE: ("发布位置", "位置"),
    Role.FOLLOWERS: (
        "粉丝数",
        "粉丝量",
        "粉丝",
        "followers_count",
        "followers",
        "user_followers_count",
        "follower_count",
    ),
    Role.VERIFIED: ("user_authentication", "认证类型", "认证", "用户认证", "博主认证"),
    Role.LINK: ("链接", "微博链接", "网址", "原文链接", "评论链接", "link", "url", "note_url", "weibo_url"),
}
_POST_ID = ("微博id", "weibo_id", "note_id", "mid", "帖子id", "原微博id", "博文id")

POSTS = TableFormat(
    key="plain_posts",
    columns={
        Role.TEXT: (*_POST_TEXT, *_ANY_TEXT),
        Role.ID: ("idstr", *_POST_ID, "id"),
        **_COMMON,
        Role.REPOSTS: ("转发数", "转发量", "转发", "reposts_count", "reposts", "retweet_num", "shared_count"),
        Role.COMMENTS: ("评论数", "评论量", "评论", "comments_count", "comments", "comment_num"),
        Role.PARENT: ("retweet_id", "源微博id", "转发微博id"),
    },
    signature=frozenset(
        {
            *_POST_TEXT,
            "正文",
            "bid",
            "mblogid",
            "转发数",
            "转发量",
            "转发",
            "reposts_count",
            "reposts",
            "retweet_id",
        }
    ),
    at_least=1,
    needed=((Role.TEXT,), (Role.NICKNAME, Role.UID)),
    source=Source.SEARCH,
    home_made=True,
)

_COMMENT_COLUMNS: Aliases = {
    Role.TEXT: (*_COMMENT_TEXT[:5], *_ANY_TEXT, *_COMMENT_TEXT[5:]),
    Role.ID: ("评论id", "comment_id", "cid", "commentid", "idstr", "id"),
    Role.PARENT: ("parent_comment_id", "reply_id", "root_id", "rootid", "父评论id", "回复评论id"),
    Role.POST: _POST_ID,
    **_COMMON,
    Role.COMMENTS: ("回复数", "评论数", "sub_comment_count", "reply_count", "total_number"),
}

COMMENTS = TableFormat(
    key="plain_comments",
    columns=_COMMENT_COLUMNS,
    signature=frozenset(chain.from_iterable(_COMMENT_COLUMNS.values())),
    at_least=2,
    needed=((Role.TEXT,), (Role.NICKNAME, Role.UID)),
    source=Source.COMMENT,
    home_made=True,
)
