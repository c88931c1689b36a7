"""Pictures of what other users answered and of what was solved outside: both dialogs, the list 热心博友."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ui.shell.window import MainWindow
from ui.widgets.overlay import Overlay
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.labels import State

ANSWERS = (
    ("阳台上的猫_", "长按电源键 10 秒松开，等它自己亮，我那台就是这样好的", True),
    ("阳台上的猫_", "设置里关掉“快速启动”就不会了", False),
    ("数码老王", "官网的驱动页面能下，选型号最后带 B 的那个", False),
)
"""Written for the pictures: who, what, thanked."""


def take(window: MainWindow, operator: Operator, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each screen."""
    tickets = operator.inbox.pane(State.CLOSED, limit=len(ANSWERS)) + operator.inbox.pane(State.NEW)
    for ticket, (name, said, thanked) in zip(tickets, ANSWERS, strict=False):
        link = "https://weibo.com/1234567890/N8x9y0Z1a"
        number = operator.community.mark(ticket, name, said=said, link=link, finish=False).value
        if thanked:
            operator.community.note_thanked(number)
    window.run("page_helpful")
    yield picture("77-helpful")
    ticket, *_ = operator.inbox.pane(State.NEW)
    window.show_ticket(ticket)
    window.run("peer_answer")
    window.community.peer.name.setText("阳台上的猫_")
    yield picture("78-peer-answer")
    _dismiss(window)
    operator.offline.record(ticket, "电话里讲好，门店换了新的")
    window.run("offline")
    yield picture("79-offline")
    _dismiss(window)
    operator.history.undo()


def _dismiss(window: MainWindow) -> None:
    for overlay in window.findChildren(Overlay):
        if overlay.isVisible():
            overlay.dismiss()
