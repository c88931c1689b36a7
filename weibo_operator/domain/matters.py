"""What many customers can say at once: the matter of a ticket, when tickets are about the same (mission A12, B13)."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import ClusterId
from weibo_operator.domain.labels import Kind, Nature
from weibo_operator.translation import label, tr

PEOPLE_COUNTED = 1_000
"""A crowd is counted so far; beyond, one says “999+” and nothing depends on the exact number."""


class Issue(StrEnum):
    """What went wrong or is asked, finer than the nature; the value is the word shown."""

    LATE = "迟迟没到"
    LOST = "没收到货"
    DAMAGED = "送到时破损"
    WRONG = "发错货"
    MISSING = "少发漏发"
    DROPPED = "送货方式"
    COUPON = "优惠用不了"
    CHEAPER = "买完降价"
    CHARGE = "收费不符"
    STOCK = "有没有货"
    CHOICE = "怎么选"
    PRICE = "问价格"
    CRASH = "打不开"
    LOGIN = "登录不了"
    PAYMENT = "付款出错"
    LEAK = "信息泄露"
    REFUND = "退款没到"
    RETURN = "退换不成"
    REPAIR = "维修没结果"
    CLOSED = "停业退卡"
    SILENCE = "没人回复"
    RUDENESS = "服务态度"
    HOURS = "营业时间"
    VISIT = "到店"
    INVOICE = "发票"
    POINTS = "会员积分"
    RENEWAL = "乱扣费"
    PAIRING = "连不上"
    CLEANING = "清洗保养"
    FITTING = "安装"
    USAGE = "怎么用"
    FIRE = "漏电冒烟"
    SICKNESS = "吃坏身体"
    INJURY = "伤到人"
    FOREIGN = "吃出异物"
    SPOILED = "变质过期"
    BROKEN = "坏了"
    LEAKING = "漏水漏液"
    WEAR = "掉色开裂"
    FAKE = "和描述不符"
    TASTE = "味道"
    NOISE = "响声大"
    CONTENTS = "成分"


NATURES: Mapping[Issue, Nature] = {
    **dict.fromkeys(
        (
            Issue.LATE,
            Issue.LOST,
            Issue.DAMAGED,
            Issue.WRONG,
            Issue.MISSING,
            Issue.DROPPED,
        ),
        Nature.DELIVERY,
    ),
    **dict.fromkeys(
        (Issue.COUPON, Issue.CHEAPER, Issue.CHARGE, Issue.STOCK, Issue.CHOICE, Issue.PRICE),
        Nature.PRICE,
    ),
    **dict.fromkeys(
        (
            Issue.CRASH,
            Issue.LOGIN,
            Issue.PAYMENT,
            Issue.PAIRING,
            Issue.CLEANING,
            Issue.FITTING,
            Issue.USAGE,
        ),
        Nature.USAGE,
    ),
    **dict.fromkeys((Issue.LEAK, Issue.INVOICE, Issue.POINTS, Issue.RENEWAL), Nature.OTHER),
    **dict.fromkeys(
        (
            Issue.REFUND,
            Issue.RETURN,
            Issue.REPAIR,
            Issue.CLOSED,
            Issue.SILENCE,
            Issue.RUDENESS,
            Issue.HOURS,
            Issue.VISIT,
        ),
        Nature.ATTITUDE,
    ),
    **dict.fromkeys(
        (
            Issue.FIRE,
            Issue.SICKNESS,
            Issue.INJURY,
            Issue.FOREIGN,
            Issue.SPOILED,
            Issue.BROKEN,
            Issue.LEAKING,
            Issue.WEAR,
            Issue.FAKE,
            Issue.TASTE,
            Issue.NOISE,
            Issue.CONTENTS,
        ),
        Nature.QUALITY,
    ),
}
"""The nature each issue belongs to."""

SAFETY = frozenset((Issue.FIRE, Issue.SICKNESS, Issue.INJURY))
"""What endangers people goes before whatever else a text complains of."""

ALONE = SAFETY | frozenset(
    (
        Issue.LATE,
        Issue.COUPON,
        Issue.CRASH,
        Issue.LOGIN,
        Issue.PAYMENT,
        Issue.LEAK,
        Issue.REFUND,
        Issue.CLOSED,
        Issue.SILENCE,
        Issue.HOURS,
        Issue.INVOICE,
        Issue.POINTS,
        Issue.RENEWAL,
        Issue.FOREIGN,
    )
)
"""Issues that are one matter of the shop even where no product is named: a warehouse, a server, a till."""

WITHOUT_PRODUCT = frozenset(
    (
        Issue.COUPON,
        Issue.CRASH,
        Issue.LOGIN,
        Issue.PAYMENT,
        Issue.LEAK,
        Issue.CLOSED,
        Issue.SILENCE,
        Issue.HOURS,
        Issue.INVOICE,
        Issue.POINTS,
        Issue.RENEWAL,
    )
)
"""Issues of the shop itself: the product a customer happens to name makes no other matter of them."""

LONELY_KINDS = frozenset((Kind.CHATTER, Kind.SPAM, Kind.PRAISE))
"""Kinds that form no crowd."""


class Matter(Struct, frozen=True):
    """What makes two tickets the same: the issue, and the product unless the issue is the shop's own."""

    issue: str
    product: str

    @property
    def words(self) -> str:
        """The matter as it is stored and sent: “电饭锅，漏电冒烟”."""
        return f"{self.product}，{self.issue}" if self.product else self.issue

    @property
    def shown(self) -> str:
        """The same in the operator's language."""
        issue = label(self.issue)
        return tr("{0}，{1}", self.product, issue) if self.product else issue


class Cluster(Struct, frozen=True):
    """A crowd: tickets of one matter without a pause of ``cluster.hours``.

    ``people`` are the distinct customers whose ticket opened within the latest ``cluster.hours`` of it, ``recent``
    those within the latest ``cluster.alert_hours``; both are counted up to ``PEOPLE_COUNTED`` or a little more.
    """

    id: ClusterId
    matter: Matter
    first_at: datetime
    last_at: datetime
    people: int
    recent: int


def matter_of(kind: Kind, issue: str, product: str) -> Matter | None:
    """The matter by which a ticket joins a crowd, or None when it joins none.

    Chatter, advertising and praise form no crowds; neither does an issue that means a different thing with each product
    where no product is named.
    """
    if kind in LONELY_KINDS or not issue:
        return None
    if issue in WITHOUT_PRODUCT:
        return Matter(issue, "")
    if not product and issue not in ALONE:
        return None
    return Matter(issue, product)


def corrected(matter: Matter, *, nature: str | None = None, topic: str | None = None) -> Matter:
    """The matter after the operator has set another nature or topic (None: left as it was).

    An issue of another nature no longer holds, and what holds instead nobody has said. A topic is the product, unless
    it is the name of a nature.
    """
    issue, product = matter.issue, matter.product
    if nature is not None and not any(member == issue and NATURES[member] is Nature(nature) for member in Issue):
        issue = ""
    if topic is not None:
        product = "" if topic.strip() in frozenset(Nature) else topic.strip()
    return Matter(issue, product)


def people_shown(people: int) -> str:
    """The size of a crowd as it is shown: exact below a thousand."""
    return str(people) if people < PEOPLE_COUNTED else f"{PEOPLE_COUNTED - 1}+"
