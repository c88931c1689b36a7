"""Pages as the clipboard gives them, each layout written by hand with invented people, and what is to be read."""

from dataclasses import dataclass
from datetime import UTC, datetime

from weibo_operator.domain.labels import Source

CAPTURED = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
"""Thursday 2026-11-19 14:10 in Beijing."""
OWN = "橙果数码旗舰店"


@dataclass(frozen=True)
class Said:
    """One message expected: Beijing time as ``%m-%d %H:%M``."""

    who: str
    text: str
    when: str
    source: Source
    about: str = ""
    counts: tuple[int | None, int | None, int | None] = (None, None, None)
    """Reposts, comments, likes."""


@dataclass(frozen=True)
class Page:
    """A copied text, what is in it, and which lines no message is made of (page furniture aside)."""

    text: str
    said: tuple[Said, ...]
    rest: tuple[str, ...] = ()


MENTIONS_WEB = Page(
    """首页
@我的
全部
@我的微博
北城小满
今天 12:30
来自 iPhone客户端
@橙果数码旗舰店 下单时写着48小时内送到，今天第五天了还停在已揽收
展开
3
5
12
阿布在路上 微博会员
昨天 08:05 来自 微博网页版 发布于 广东
想问 @橙果数码旗舰店 的充电宝能上飞机吗？
转发
评论
赞
""",
    (
        Said(
            "北城小满",
            "@橙果数码旗舰店 下单时写着48小时内送到，今天第五天了还停在已揽收",
            "11-19 12:30",
            Source.MENTION,
            counts=(3, 5, 12),
        ),
        Said(
            "阿布在路上", "想问 @橙果数码旗舰店 的充电宝能上飞机吗？", "11-18 08:05", Source.MENTION, counts=(0, 0, 0)
        ),
    ),
)

REPOST_WEB = Page(
    """西街的猫
11-18 21:15 来自 HUAWEI Mate 60
//@老周修表:我也遇到过 //@橙果数码旗舰店:周末活动
@橙果数码旗舰店
周末满 300 减 40，到店再送一条数据线。
11-17 10:00 来自 微博网页版
转发 21 评论 8 赞 96
转发
评论
1
""",
    (
        Said(
            "西街的猫",
            "//@老周修表:我也遇到过 //@橙果数码旗舰店:周末活动",
            "11-18 21:15",
            Source.MENTION,
            "周末满 300 减 40，到店再送一条数据线。",
            (0, 0, 1),
        ),
    ),
)

INBOX_WEB = Page(
    """收到的评论
发出的评论

紫色控阿柚

今天 09:41 来自广东

回复@橙果数码旗舰店:什么时候发货呀，催了三遍了

评论我的微博：新品充电宝今天开卖

回复

赞

南风知我意 V

11-18 23:02 来自 微博网页版

屏幕左上角有一条亮线，怎么换？

评论我的微博：“老客户回馈”

回复

2
""",
    (
        Said(
            "紫色控阿柚",
            "回复@橙果数码旗舰店:什么时候发货呀，催了三遍了",
            "11-19 09:41",
            Source.COMMENT,
            "新品充电宝今天开卖",
        ),
        Said("南风知我意", "屏幕左上角有一条亮线，怎么换？", "11-18 23:02", Source.COMMENT, "老客户回馈"),
    ),
)

UNDER_POST_WEB = Page(
    """橙果数码旗舰店
11-18 10:00 来自 微博网页版
新品充电宝今天开卖，前一百位送收纳袋。
收起
12
3
88
按热度
按时间
木木的书房:收纳袋什么颜色的呀
11-18 10:12 来自浙江
回复
赞 4
小鹿慢慢走:回复@木木的书房:同问
11-18 10:20 来自湖南
共2条回复
大熊先生:上个月买的那台现在充不进电了
客服电话也打不通
24-11-18 11:05 来自北京
""",
    (
        Said(
            OWN,
            "新品充电宝今天开卖，前一百位送收纳袋。",
            "11-18 10:00",
            Source.SEARCH,
            counts=(12, 3, 88),
        ),
        Said("木木的书房", "收纳袋什么颜色的呀", "11-18 10:12", Source.COMMENT, counts=(None, 0, 4)),
        Said("小鹿慢慢走", "回复@木木的书房:同问", "11-18 10:20", Source.COMMENT, counts=(None, 2, None)),
        Said("大熊先生", "上个月买的那台现在充不进电了\n客服电话也打不通", "11-18 11:05", Source.COMMENT),
    ),
)

COLON_BELOW_WEB = Page(
    """北城小满
:这个怎么买呀
11-19 08:05 来自广东
回复
3

老周修表
:同问
11-19 08:15 来自北京
""",
    (
        Said("北城小满", "这个怎么买呀", "11-19 08:05", Source.COMMENT),
        Said("老周修表", "同问", "11-19 08:15", Source.COMMENT),
    ),
)

MOBILE_SITE = Page(
    """全部评论
按热度
北城小满
谢谢
11-18
回复
12
老周修表
收到货发现型号不对，我订的是 64G，发来的是 128G
3小时前
回复
赞
西街的猫 铁粉
同问
昨天 22:40
回复
""",
    (
        Said("北城小满", "谢谢", "11-18 00:00", Source.COMMENT),
        Said("老周修表", "收到货发现型号不对，我订的是 64G，发来的是 128G", "11-19 11:10", Source.COMMENT),
        Said("西街的猫", "同问", "11-18 22:40", Source.COMMENT),
    ),
)

MOBILE_SITE_HEADED = Page(
    """北城小满
11-18 来自广东
漏发了一条数据线
回复
老周修表
5分钟前 来自北京
谢谢
回复
""",
    (
        Said("北城小满", "漏发了一条数据线", "11-18 00:00", Source.COMMENT),
        Said("老周修表", "谢谢", "11-19 14:05", Source.COMMENT),
    ),
)

PRIVATE_LIST = Page(
    """消息
我的私信
北城小满
12:30
在吗
2
老周修表
昨天
[图片] 屏幕碎了能换吗
木木的书房
星期二
好的，那我等你们物流部的消息
""",
    (
        Said("北城小满", "在吗", "11-19 12:30", Source.PRIVATE),
        Said("老周修表", "[图片] 屏幕碎了能换吗", "11-18 00:00", Source.PRIVATE),
        Said("木木的书房", "好的，那我等你们物流部的消息", "11-17 00:00", Source.PRIVATE),
    ),
)

PRIVATE_LIST_TIME_LAST = Page(
    """我的私信
北城小满
我的订单号是 7788 结尾的，麻烦查一下
12:30
老周修表
好的
昨天 下午3:05
""",
    (
        Said("北城小满", "我的订单号是 7788 结尾的，麻烦查一下", "11-19 12:30", Source.PRIVATE),
        Said("老周修表", "好的", "11-18 15:05", Source.PRIVATE),
    ),
)

CHAT_PC = Page(
    """我的私信
北城小满 2026-11-19 12:30:05
你好，我昨天下的单能改地址吗
橙果数码旗舰店 2026-11-19 12:31:40
您好，请发一下订单号
北城小满 2026-11-19 12:33:10
尾号 7788
改到公司
""",
    (
        Said("北城小满", "你好，我昨天下的单能改地址吗", "11-19 12:30", Source.PRIVATE),
        Said(OWN, "您好，请发一下订单号", "11-19 12:31", Source.PRIVATE),
        Said("北城小满", "尾号 7788\n改到公司", "11-19 12:33", Source.PRIVATE),
    ),
)

OLD_SITE = Page(
    """北城小满：等了三天还没有发货 (11月18日 08:05)
评论我的微博：“新品上市”
回复 | 举报
老周修表：表带发错了 (今天 09:12)
""",
    (
        Said("北城小满", "等了三天还没有发货", "11-18 08:05", Source.COMMENT, "新品上市"),
        Said("老周修表", "表带发错了", "11-19 09:12", Source.COMMENT),
    ),
)

WAP_SITE = Page(
    """北城小满:这个怎么买呀 举报 赞[3] 回复 11月18日 08:05 来自iPhone客户端
老周修表:回复@北城小满:同问 举报 赞[0] 回复 5分钟前 来自微博网页版
""",
    (
        Said("北城小满", "这个怎么买呀", "11-18 08:05", Source.COMMENT, counts=(None, 0, 3)),
        Said("老周修表", "回复@北城小满:同问", "11-19 14:05", Source.COMMENT, counts=(None, 0, 0)),
    ),
)

SHARED_FROM_APP = Page(
    """分享 @北城小满 的微博：漏发了一条数据线 https://weibo.com/1234567890/5365001234567890

【老周修表的微博】表带发错了 https://m.weibo.cn/status/5365007654321098
""",
    (
        Said("北城小满", "漏发了一条数据线", "", Source.COMMENT),
        Said("老周修表", "表带发错了", "", Source.COMMENT),
    ),
)

ONE_BY_HAND = Page(
    """北城小满：下单时写着 48 小时内送到，今天已经第五天了
客服电话也打不通
""",
    (Said("北城小满", "下单时写着 48 小时内送到，今天已经第五天了\n客服电话也打不通", "11-19 14:10", Source.COMMENT),),
)

SHUFFLED = Page(
    """今天 12:30
北城小满
快递三天没动了

电池鼓包了，吓死人
老周修表
昨天 20:15 来自 Android

西街的猫
11-18 09:00
退货地址发我一下
""",
    (
        Said("北城小满", "快递三天没动了", "11-19 12:30", Source.COMMENT),
        Said("老周修表", "电池鼓包了，吓死人", "11-18 20:15", Source.COMMENT),
        Said("西街的猫", "退货地址发我一下", "11-18 09:00", Source.COMMENT),
    ),
)

KEPT_ROWS = Page(
    "北城小满\t2026-11-18 20:01\t快递丢了怎么办\n[2026-11-18 21:00] 老周修表：表带断了\n",
    (
        Said("北城小满", "快递丢了怎么办", "11-18 20:01", Source.COMMENT),
        Said("老周修表", "表带断了", "11-18 21:00", Source.COMMENT),
    ),
)

NOTICES = Page(
    """老周修表 评论了你的微博
表带断了
5分钟前
原微博：新品上市
北城小满 @了你
@橙果数码旗舰店 出来
昨天 10:00
""",
    (
        Said("老周修表", "表带断了", "11-19 14:05", Source.COMMENT, "新品上市"),
        Said("北城小满", "@橙果数码旗舰店 出来", "11-18 10:00", Source.MENTION),
    ),
)

MENTIONED_IN_COMMENTS = Page(
    """@我的评论
阿澄同学
今天 08:00 来自 微博轻享版
回复@老街修表:你去问 @橙果数码旗舰店 啊
原评论：@老街修表:充电宝烫手
查看对话
回复
北城小满
11-18 22:01 来自 iPhone客户端
#橙果充电宝# 用了三天就鼓包，@橙果数码旗舰店 给个说法
L北城小满的微博视频
展开c
转发
2
11
""",
    (
        Said(
            "阿澄同学",
            "回复@老街修表:你去问 @橙果数码旗舰店 啊",
            "11-19 08:00",
            Source.MENTION,
            "@老街修表:充电宝烫手",
        ),
        Said(
            "北城小满",
            "#橙果充电宝# 用了三天就鼓包，@橙果数码旗舰店 给个说法",
            "11-18 22:01",
            Source.MENTION,
            counts=(0, 2, 11),
        ),
    ),
)

NOTHING_KNOWN = Page(
    """关于本周的排班
周一小李，周二小王
问题：谁来顶周三
""",
    (),
    ("关于本周的排班", "周一小李，周二小王", "问题：谁来顶周三"),
)

HALF_KNOWN = Page(
    """下面是今天群里转来的两条
北城小满
今天 12:30 来自 iPhone客户端
快递三天没动了
回复 赞

还有一条截图里的，字太小看不清
""",
    (Said("北城小满", "快递三天没动了", "11-19 12:30", Source.COMMENT),),
    ("下面是今天群里转来的两条", "还有一条截图里的，字太小看不清"),
)

PAGES = {
    "mentions_web": MENTIONS_WEB,
    "repost_web": REPOST_WEB,
    "inbox_web": INBOX_WEB,
    "under_post_web": UNDER_POST_WEB,
    "colon_below_web": COLON_BELOW_WEB,
    "mobile_site": MOBILE_SITE,
    "mobile_site_headed": MOBILE_SITE_HEADED,
    "private_list": PRIVATE_LIST,
    "private_list_time_last": PRIVATE_LIST_TIME_LAST,
    "chat_pc": CHAT_PC,
    "old_site": OLD_SITE,
    "wap_site": WAP_SITE,
    "shared_from_app": SHARED_FROM_APP,
    "one_by_hand": ONE_BY_HAND,
    "shuffled": SHUFFLED,
    "kept_rows": KEPT_ROWS,
    "notices": NOTICES,
    "mentioned_in_comments": MENTIONED_IN_COMMENTS,
    "nothing_known": NOTHING_KNOWN,
    "half_known": HALF_KNOWN,
}
