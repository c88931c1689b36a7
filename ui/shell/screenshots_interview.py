"""Pictures of 问答场: the dialog, an answered and three waiting questions, the line while it is served, its end."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ui.shell.window import MainWindow
from ui.widgets.overlay import Overlay
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Platform, Source, State
from weibo_operator.domain.reply import AfterSend

POST = "4900000000000001"
ASKED = (
    ("晚风里的猫", "新款会出奶白色吗？想给妈妈买一个", 320),
    ("老街修表匠", "保修期能不能延到两年，零件好买吗", 12_400),
    ("阿柚同学", "学生有没有优惠，凭学生证可以吗", 86),
    ("云边小卖部2号", "上一代的充电头能不能通用？", 1_540),
)
"""Written for the pictures: who, what, followers."""


def take(window: MainWindow, operator: Operator, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each state; the session is ended and its questions are finished afterwards."""
    tickets = [_ask(operator, number, *row) for number, row in enumerate(ASKED)]
    window.show_ticket(tickets[0])
    window.run("interview_begin")
    window.interviews.dialog.who.setText("产品总监王敏")
    yield picture("84-interview-dialog")
    _dismiss(window)
    now = operator.desk.now()
    operator.interviews.begin("产品总监王敏", now, link=operator.interviews.link_of(tickets[0]))
    copied = operator.replies.copy(
        tickets[0], audience=Audience.PUBLIC, text="奶白色下月上市，到时候置顶通知大家。", after=AfterSend(State.CLOSED)
    )
    operator.replies.confirm(copied.id)
    window.run("interview")
    yield picture("84-interview")
    window.interviews.sheet.dismiss()
    window.run("interview_serve")
    yield picture("84-interview-served")
    window.run("interview_end")
    window.run("interview")
    yield picture("84-interview-ended")
    window.interviews.sheet.dismiss()
    operator.inbox.no_reply(tickets[1:], reason="截图用")
    window.show_page("inbox")


def _ask(operator: Operator, number: int, nickname: str, text: str, followers: int) -> TicketId:
    """A comment under our own post."""
    message = IncomingMessage(
        platform=Platform.WEIBO,
        platform_id=f"question{number}",
        uid=f"60{number}",
        nickname=nickname,
        text=text,
        posted_at=operator.desk.now(),
        source=Source.COMMENT,
        audience=Audience.PUBLIC,
        link=f"https://m.weibo.cn/status/{POST}",
        parent_platform_id=POST,
        followers=followers,
    )
    ticket = operator.intake.capture(message).value
    if ticket is None:
        raise RuntimeError("the picture's question was left out as a duplicate")
    return ticket


def _dismiss(window: MainWindow) -> None:
    for overlay in window.findChildren(Overlay):
        if overlay.isVisible():
            overlay.dismiss()
