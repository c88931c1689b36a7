"""What becomes of a reply when it is sent: it goes by itself, it is kept for later, or it is copied."""

from enum import StrEnum

from ui.reply.stop_line import Line, Way
from ui.support.actions import anywhere
from weibo_operator.domain.account import Account
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.polling import Budget
from weibo_operator.services.routes import CopyReason, Route
from weibo_operator.translation import tr


class Road(StrEnum):
    """What the send button promises."""

    SEND = "send"
    KEEP = "keep"
    COPY = "copy"


_WHY_COPIED = {
    CopyReason.PRIVATE: tr("微博不让程序发私信：复制以后在微博里粘贴。"),
    CopyReason.NO_TARGET: tr("不知道客户那条微博的编号：复制以后在微博里粘贴。"),
    CopyReason.NO_PERMISSION: tr("微博没有给这个应用评论的权限：复制以后在微博里粘贴。"),
}


def road_of(route: Route, *, offline: bool) -> Road:
    """The road of a route while the platform can be reached, or can't."""
    if route.is_copy:
        return Road.COPY
    return Road.KEEP if route.is_expired or offline else Road.SEND


def send_words(road: Road, audience: Audience) -> str:
    """What the send button says."""
    if road is Road.SEND:
        return tr("发送并下一位")
    if road is Road.KEEP:
        return tr("存为待发")
    return tr("复制并打开微博") if audience is Audience.PUBLIC else tr("复制并打开私信")


def why_words(route: Route, road: Road) -> str:
    """Why it is not sent at once; empty where there is nothing to explain."""
    if road is Road.KEEP:
        why = tr("授权过期") if route.is_expired else tr("没有网络")
        return tr("{0}：先存进待发箱，恢复以后由你确认再发。", why)
    return "" if route.reason is None else _WHY_COPIED.get(route.reason, "")


def advised_line(advised: Account) -> Line:
    """Another account should answer this (mission G5); one key accepts."""
    cause = tr("这件事该由 @{0} 回答", advised.nickname)
    return Line(cause, "", "neutral", "user", Way.ACCOUNT, tr("换成它"), anywhere("account"))


def limit_line(budget: Budget) -> Line:
    """The hour's replies are nearly used up, or all of them are (PNG 09b-9)."""
    cause = tr("这一小时已发 {0} / {1} 条", budget.writes_this_hour, budget.writes_per_hour)
    if budget.writes_left:
        return Line(tr("{0}，先发紧急的", cause), "", "danger", "hourglass")
    return Line(tr("{0}，再发的会在待发箱里等一会儿", cause), "", "danger", "hourglass")
