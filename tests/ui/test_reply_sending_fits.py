"""A reply on its way in every size of window and letters, light and dark: no words are cut, nothing sticks out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.outbox_fixture import Desk
from tests.ui.test_nothing_is_cut import outside, settle
from tests.ui.walk.checks import cut, look_at
from tests.ui.window_fixture import OpenWindow
from ui.reply.session import ReplySession
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.theme import Theme
from ui.support.tokens import ScaleName
from weibo_operator.domain.account import AccountRole
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.domain.reply import Hold

SIZES = ((1120, 600), (1280, 641), (1366, 689))
SCALES: tuple[ScaleName, ...] = ("standard", "huge")
LONG_NAME = "一个名字特别特别长的客户账号还带英文NickName"
LONG = "您好，非常抱歉让您久等了，我们已经联系物流部核实您的包裹，今天 18:00 前一定给您准确的答复。" * 2


def states(desk: Desk) -> dict[str, TicketId]:
    """A ticket in each state in which its reply can wait."""
    made: dict[str, TicketId] = {}
    for number, hold in enumerate((Hold.OFFLINE, Hold.EXPIRED, Hold.RESTART)):
        ticket = made[hold.value] = desk.comment(uid=f"5{number}", nickname=LONG_NAME)
        desk.press(ticket, LONG, hold=hold)
    made["again"] = desk.comment(uid="60", nickname=LONG_NAME)
    intent = desk.press(made["again"], LONG)
    desk.comment("再不回我就投诉了，" * 8, uid="60", nickname=LONG_NAME)
    desk.clock.advance(seconds=6)
    desk.operator.outbox.begin(intent.id)
    for name, reaction in (("unknown", Reaction.UNKNOWN), ("maybe", Reaction.MAYBE_SENT), ("looked", Reaction.UNKNOWN)):
        made[name] = desk.comment(uid=f"7{len(made)}", nickname=LONG_NAME)
        unknown = desk.press(made[name], LONG)
        desk.unknown(unknown, reaction)
        if name == "looked":
            desk.operator.outbox.looked(unknown.id)
    made["sending"] = desk.comment(uid="80", nickname=LONG_NAME)
    desk.begin(desk.press(made["sending"], LONG))
    made["queued"] = desk.comment(uid="81", nickname=LONG_NAME)
    desk.press(made["queued"], LONG)
    made["free"] = desk.comment(uid="82", nickname=LONG_NAME)
    return made


def below(window: MainWindow, session: ReplySession) -> list[str]:
    """The composer whole within the window."""
    corner = session.composer.mapTo(window, session.composer.rect().bottomRight())
    return [] if corner.y() < window.height() and corner.x() < window.width() else [f"composer ends at {corner}"]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_of_a_reply_on_its_way_is_cut(
    context: Context,
    open_window: OpenWindow,
    desk: Desk,
    theme: Theme,
    size: tuple[int, int],
    scale: ScaleName,
) -> None:
    desk.account("橙果数码旗舰店官方微博", "900")
    desk.account("橙果品牌官方微博", "901", AccountRole.BRAND)
    tickets = states(desk)
    theme.set_scale(scale)
    window = open_window(context)
    window.resize(*size)
    session = window.pages.inbox.session
    wrong: list[str] = []
    for name, ticket in tickets.items():
        window.show_ticket(ticket)
        settle(window)
        assert (window.width(), window.height()) == size, f"{name} makes the window larger"
        assert session.is_confirming is (name != "free")
        wrong += [f"{name}: {each}" for each in (*cut(look_at(session.composer)), *below(window, session))] + outside(
            window, name
        )
    session._controller.choose_audience(Audience.PUBLIC)
    session.composer.editor.insertPlainText("您好，正在帮您查。")
    settle(window)
    wrong += cut(look_at(session.composer))
    assert wrong == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_answer_can_be_reached_by_tab(
    context: Context, open_window: OpenWindow, desk: Desk, theme: Theme, mode: str, qtbot: QtBot
) -> None:
    desk.account()
    ticket = states(desk)["unknown"]
    theme.set_mode("dark" if mode == "dark" else "light")
    window = open_window(context)
    window.show_ticket(ticket)
    strip = window.pages.inbox.session.composer.outgoing
    reached: set[str] = set()
    focus: Callable[[], object] = window.focusWidget
    for _ in range(8):
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is not None and strip.isAncestorOf(now):
            reached.add(now.accessibleName())
    assert reached == set(strip.answers)
