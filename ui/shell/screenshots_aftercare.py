"""Pictures of what follows an answer: promises, their dialog, remedies, praise, a visit with the customer's words."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from ui.shell.window import MainWindow
from ui.widgets.overlay import Overlay
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Audience, Kind, Platform, Source, State
from weibo_operator.domain.praise import Permission
from weibo_operator.domain.remedy import RemedyKind

SAID = (
    "@橙果数码旗舰店 新换的机器到了，拍了张阳台，屏幕终于没有亮点了，谢谢",
    "@橙果数码旗舰店 有没有人知道这个系统怎么关自动更新？翻了半天没找到",
)
"""Written for the pictures."""


def take(window: MainWindow, operator: Operator, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each screen."""
    after = window.after
    window.run("page_promises")
    yield picture("70-promises")
    window.pages.followup.promises.change()
    yield picture("71-promise-late")
    _dismiss(window)
    promise, *_ = operator.promises.due_list()
    operator.aftercare.give(promise.ticket_id, RemedyKind.COUPON, 2_000, note="随单补一张")
    window.show_ticket(promise.ticket_id)
    yield picture("72-owed")
    after.show_remedy()
    after.remedy.amount.setText("299")
    yield picture("73-remedy-over-limit")
    _dismiss(window)
    praised = next(
        ticket
        for state in State
        for ticket in operator.inbox.pane(state)
        if operator.inbox.view(ticket).ticket.kind is Kind.PRAISE
    )
    operator.aftercare.keep_praise(praised, operator.aftercare.praise_of(praised), Permission.NOT_ASKED)
    window.show_ticket(praised)
    after.show_praise()
    yield picture("74-praise")
    _dismiss(window)
    window.run("page_praise")
    yield picture("76-praise-list")
    _let_speak(operator)
    window.show_page("followup")
    window.pages.followup.show_list("due")
    yield picture("75-visit-since")


def _let_speak(operator: Operator) -> None:
    """The first customer to visit has posted something since our answer."""
    visit, *_ = operator.follow_ups.due_list()
    known = operator.inbox.view(visit.ticket_id).customer
    for number, text in enumerate(SAID):
        message = IncomingMessage(
            platform=Platform.WEIBO,
            platform_id=f"since{number}",
            uid=known.uid,
            nickname=known.nickname,
            text=text,
            posted_at=operator.desk.now() - timedelta(hours=13 - 12 * number),
            source=Source.SEARCH,
            audience=Audience.PUBLIC,
        )
        operator.intake.capture(message)


def _dismiss(window: MainWindow) -> None:
    for overlay in window.findChildren(Overlay):
        if overlay.isVisible():
            overlay.dismiss()
