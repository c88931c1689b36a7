"""Pictures of the first wizard, the help, a rush and the practice round's line; the last ones, as the round stays."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ui.shell.window import MainWindow
from weibo_operator.domain.rush import RushNotes, RushResult

WENT = RushResult(12, 9, 1, 74.0, 252.0, 4, 3, RushNotes(5, 1, 2, 1, 46))


def take(window: MainWindow, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each page and the first two lessons."""
    window.show_page("inbox")
    window.commands.to_board()
    dialog = window.setup.dialog
    dialog.open_setup()
    yield picture("110-setup-shop")
    dialog.go_on()
    yield picture("111-setup-departments")
    dialog.go_on()
    yield picture("112-setup-practice")
    dialog.dismiss()
    window.helps.dialog.open_at("forward")
    yield picture("115-help")
    window.helps.dialog.dismiss()
    window.rush.ask()
    yield picture("116-rush")
    window.rush.dialog.dismiss()
    window.rush.sheet.open_for(WENT, 1)
    yield picture("117-rush-result")
    window.rush.sheet.dismiss()
    window.setup.coach.begin()
    yield picture("113-round-next")
    window.run("next")
    yield picture("114-round-template")
