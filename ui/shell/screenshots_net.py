"""Pictures of the line about Weibo in each state, of the outbox page, and of the question on closing."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from ui.shell.leaving import Stage
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.open_platform import Delivered, Feature, PlatformError, Reaction
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import IntentState
from weibo_operator.domain.settings import RECALL_SECONDS

Picture = Callable[[str], Path]


def take(window: MainWindow, context: Context, picture: Picture) -> Iterator[Path]:
    """Photograph each state; goes on from the replies of the pictures before, and nothing leaves."""
    window.commands.to_board()
    yield picture("80-line-unknown")
    window.show_page("outbox")
    window.pages.outbox.toggle()
    yield picture("81-outbox")
    window.pages.outbox.down()
    yield picture("82-outbox-held")
    window.pages.outbox.back()
    window.show_page("inbox")
    yield from _network(window, context, picture)
    yield from _permission(window, context, picture)
    window.show_page("outbox")
    yield picture("89-outbox-empty")
    window.show_page("inbox")
    leaving = window.background.leaving.dialog
    leaving.show_stage(Stage.ASKED, 2)
    leaving.open_over()
    yield picture("90-leaving")
    leaving.dismiss()


def _network(window: MainWindow, context: Context, picture: Picture) -> Iterator[Path]:
    outbox = context.operator.outbox
    for intent in outbox.listed():
        if intent.state is IntentState.UNKNOWN:
            context.news.tell(outbox.sent(intent.id, Delivered()).changes)
    yield picture("83-line-back-online")
    context.connection.lost(context.operator.desk.now() - timedelta(minutes=4))
    yield picture("84-line-offline")
    window.run("next")
    yield picture("84-line-offline-session")
    window.commands.to_board()
    context.connection.found()
    context.operator.shop.change(RECALL_SECONDS, RECALL_SECONDS.default)
    for intent in outbox.listed():
        context.news.tell(outbox.recall(intent.id).changes)


def _permission(window: MainWindow, context: Context, picture: Picture) -> Iterator[Path]:
    accounts = context.operator.accounts
    first, *others = accounts.all()
    for other in others:
        # One account reads as most desks have it.
        context.news.tell(accounts.sign_out(other.id).changes)
    _meet(context, Reaction.RELOGIN, "21327")
    yield picture("85-line-expired")
    window.run("next")
    yield picture("86-line-expired-session")
    window.commands.to_board()
    context.news.tell(accounts.let_in(first.id))
    _meet(context, Reaction.PAUSE_WRITES, "20016")
    yield picture("87-line-rest")
    context.news.tell(accounts.lift_pause(first.id))
    _meet(context, Reaction.NO_PERMISSION, "10014")
    yield picture("88-line-feature-off")
    context.news.tell(accounts.switch_on(first.id, Feature.COMMENTS))


def _meet(context: Context, reaction: Reaction, code: str) -> None:
    """What an answer of the platform leaves behind."""
    accounts = context.operator.accounts
    error = PlatformError(reaction, path=Feature.COMMENTS.value, platform_code=code)
    changes: Changes = accounts.refused(accounts.all()[0].id, error)
    context.news.tell(changes)
