"""The labels a ticket can carry (product.md, "Values, spelt so everywhere"; weibo.md part 8)."""

from enum import IntEnum, StrEnum


class State(StrEnum):
    """A ticket's state; the three panes are the three open ones."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


OPEN_STATES = (State.NEW, State.IN_PROGRESS, State.FOLLOW_UP)


class Level(IntEnum):
    """Importance × urgency (mission B1); 1 is served first."""

    P1 = 1
    P2 = 2
    P3 = 3
    P4 = 4


class Kind(StrEnum):
    """What the customer wants (mission A8)."""

    COMPLAINT = "投诉"
    QUESTION = "咨询"
    PRESALE = "售前"
    SUGGESTION = "建议"
    PRAISE = "表扬"
    CHATTER = "闲聊"
    SPAM = "垃圾广告"
    ABUSE = "谩骂"

    @property
    def on_form(self) -> str:
        """The word the handoff form uses (投诉 / 问题 / 建议; mission A9); other kinds keep their own."""
        return "问题" if self in (Kind.QUESTION, Kind.PRESALE) else self.value


class Nature(StrEnum):
    """What it is about in the shop's own terms (mission A3)."""

    QUALITY = "产品质量"
    ATTITUDE = "服务态度"
    DELIVERY = "物流配送"
    USAGE = "操作使用"
    PRICE = "价格销售"
    FEATURE = "功能建议"
    ADVERTISING = "广告合作"
    OTHER = "其他"


class Aspect(StrEnum):
    """属性 on the handoff form (mission A9, the slide's table)."""

    SERVICE = "关于服务"
    PRODUCT = "关于产品"
    WEBSITE = "关于网站"


NO_DEPARTMENT = "无"
DEFAULT_DEPARTMENTS = ("物流部", "销售部", "广告部", "程序开发部", "服务部", "质检部", "公关部")
"""The slide's five and the two we added; the operator may edit the list, so a department is a name."""


class Urgency(StrEnum):
    """How soon an answer is needed."""

    HIGH = "高"
    MEDIUM = "中"
    LOW = "低"


class Audience(StrEnum):
    """Who sees a reply; chosen for each one (mission D1)."""

    PUBLIC = "public"
    PRIVATE = "private"

    @property
    def label(self) -> str:
        """The word of the triage output: 公开 or 私信."""
        return "公开" if self is Audience.PUBLIC else "私信"


class Sentiment(IntEnum):
    """The tone of a message."""

    NEGATIVE = -1
    NEUTRAL = 0
    POSITIVE = 1


class Source(StrEnum):
    """Where a message was found (mission A1)."""

    COMMENT = "评论"
    MENTION = "@提及"
    PRIVATE = "私信"
    SEARCH = "搜索"
    OTHER = "其他"


class Platform(StrEnum):
    """The network a customer's uid belongs to; one person has one uid there whatever route brought the text."""

    WEIBO = "weibo"
    WECHAT = "wechat"
    PHONE = "phone"
    SHOP = "shop"
    EMAIL = "email"
    OTHER = "other"


class Actor(StrEnum):
    """Who set a value: the program's suggestion, the operator, or an imported file."""

    AUTO = "auto"
    OPERATOR = "operator"
