"""What the line above the composer says of the ticket itself: advice on the audience, silence, news meanwhile."""

from collections.abc import Sequence

from ui.reply.stop_line import Line, Way
from ui.support.actions import anywhere
from weibo_operator.domain.labels import Audience, Kind
from weibo_operator.domain.message import Direction, Message
from weibo_operator.services.inbox import TicketView
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.translation import label, tr


def advice_line(advice: Audience, reasons: Sequence[str]) -> Line:
    """Say what is advised and why; the switch is the operator's."""
    is_public = advice is Audience.PUBLIC
    icon = "globe" if is_public else "lock"
    named = [reason for reason in reasons if advice.label in reason] or reasons
    why = tr("：{0}", shown_reason(named[0])) if named else ""
    cause = tr("建议公开回复这位客户{0}", why) if is_public else tr("建议用私信回复这位客户{0}", why)
    switch = tr("改成公开回复") if is_public else tr("改成私信")
    return Line(cause, "", "neutral", icon, Way.SWITCH if is_public else Way.PRIVATE, switch, anywhere("audience"))


def silence_line(kind: Kind) -> Line:
    """Suggest that no answer is needed; one key opens 无需回复 with the reason chosen beforehand."""
    return Line(
        tr("建议无需回复：{0}", label(kind.value)),
        "",
        "neutral",
        "ban",
        Way.NO_REPLY,
        tr("无需回复"),
        anywhere("no_reply"),
    )


def news_line(view: TicketView) -> Line | None:
    """What was said on the ticket since it was opened, by us or by the customer; None where nobody said anything."""
    if view.messages and view.messages[-1].direction is Direction.OUT:
        return Line(tr("这张工单刚刚有人回复过"), "", "info", "message-circle", Way.LOOK, tr("看看"))
    last = _last_inbound(view.messages)
    if last is None:
        return None
    cause = tr("{0} 刚刚又说了一句：“{1}”", view.customer.nickname, last.text)
    return Line(cause, "", "info", "message-circle", Way.LOOK, tr("看看"))


def _last_inbound(messages: Sequence[Message]) -> Message | None:
    return next((message for message in reversed(messages) if message.direction is Direction.IN), None)
