"""Pictures of replies that the program sends itself: the countdown, calling back, what waits, an unknown outcome."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtTest import QTest

from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.account import AccountRole, AccountState
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.domain.settings import RECALL_SECONDS

POST, FIRST = 4_900_000_000_000_001, 4_900_000_000_000_010
GUARD_MSEC = 700
"""A press right after a jump is ignored."""
WORDS = (
    ("北城小满", "下单时写着 48 小时内送到，今天已经第五天了", "您好，非常抱歉让您久等了，我们正在核实。"),
    ("老周修表", "收到货发现型号不对，我订的是 64G", "您好，已经收到您的问题，正在请同事查看。"),
    ("紫色控阿柚", "想问一下紫色的什么时候有货", "您好，紫色正在补货，到货第一时间告诉您。"),
    ("晨跑的阿杜", "保护壳颜色和图片不一样", "您好，您说的情况已经记下，马上核实。"),
    ("木木的书房", "到账金额对不上，少了十块", "您好，这笔款正在查，查好就告诉您。"),
)
"""Written for the pictures: who, what they say, what is answered."""


def take(window: MainWindow, context: Context, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each state; nothing leaves, as nobody sends here."""
    operator = context.operator
    _account(operator, "橙果客服", AccountRole.SERVICE)
    people = [_comment(operator, number) for number in range(len(WORDS))]
    window.show_page("inbox")
    _write(window, people[0], 0)
    yield picture("70-send")
    _send(window, people[0])
    yield picture("71-countdown")
    window.run("recall")
    yield picture("72-recalled")
    context.connection.lost(operator.desk.now())
    _write(window, people[1], 1)
    yield picture("73-offline")
    _send(window, people[1])
    window.show_ticket(people[1])
    yield picture("74-held")
    context.connection.found()
    yield from _ends(window, context, people, picture)
    _account(operator, "橙果品牌", AccountRole.BRAND)
    _write(window, people[4], 4)
    yield picture("77-accounts")


def _ends(
    window: MainWindow, context: Context, people: Sequence[TicketId], picture: Callable[[str], Path]
) -> Iterator[Path]:
    """A reply of unknown outcome and one that was refused; without a recall window, as the clock stands still."""
    operator = context.operator
    operator.shop.change(RECALL_SECONDS, 0)
    for place, reaction in ((2, Reaction.UNKNOWN), (3, Reaction.COMMENT_GONE)):
        ticket, error = people[place], PlatformError(reaction, path="")
        _write(window, ticket, place)
        _send(window, ticket)
        intent = operator.outbox.of_ticket(ticket)
        if intent is None:
            raise ValueError(ticket)
        operator.outbox.begin(intent.id)
        if reaction is Reaction.UNKNOWN:
            context.news.tell(operator.outbox.unknown(intent.id, error).changes)
            window.show_ticket(ticket)
            yield picture("75-unknown")
        else:
            context.news.tell(operator.outbox.refused(intent.id, error).changes)
            yield picture("76-refused")
    operator.shop.change(RECALL_SECONDS, RECALL_SECONDS.default)


def _write(window: MainWindow, ticket: TicketId, place: int) -> None:
    session = window.pages.inbox.session
    window.show_ticket(ticket)
    session.composer.strip.audience_chosen.emit(Audience.PUBLIC)
    session.composer.editor.selectAll()
    session.composer.editor.insertPlainText(WORDS[place][2])
    QTest.qWait(GUARD_MSEC)


def _send(window: MainWindow, ticket: TicketId) -> None:
    """Pressed twice, as the check may stop the first time."""
    for _ in range(2):
        if window.pages.inbox.session.current_ticket == ticket:
            window.run("send")


def _comment(operator: Operator, number: int) -> TicketId:
    nickname, text, _ = WORDS[number]
    uid = f"88{number}"
    message = IncomingMessage(
        platform=Platform.WEIBO,
        platform_id=str(FIRST + number),
        uid=uid,
        nickname=nickname,
        text=text,
        posted_at=operator.desk.now() - timedelta(minutes=number + 1),
        source=Source.COMMENT,
        audience=Audience.PUBLIC,
        link=f"https://weibo.com/{POST}",
        profile_url=f"https://weibo.com/u/{uid}",
        parent_platform_id=str(POST),
        followers=800,
    )
    ticket = operator.intake.capture(message).value
    if ticket is None:
        raise ValueError(nickname)
    return ticket


def _account(operator: Operator, nickname: str, role: AccountRole) -> None:
    """An account as a finished authorisation leaves it, without its permission."""
    now = round(operator.desk.now().timestamp() * 1000)
    month = round(timedelta(days=30).total_seconds() * 1000)
    values = {
        "platform": Platform.WEIBO.value,
        "uid": f"90{len(operator.accounts.all())}",
        "nickname": nickname,
        "role": role.value,
        "app_key": "1",
        "redirect_uri": "",
        "server": "http://127.0.0.1:1",
        "state": AccountState.ACTIVE.value,
        "state_since": now,
        "authorised_at": now,
        "expires_at": now + month,
        "is_default": int(not operator.accounts.all()),
        "added_at": now,
    }
    with operator.desk.bookkeeping() as recorder:
        recorder.add("account", values)
