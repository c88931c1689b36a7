"""Pictures of the first wizard and of the practice round's line; the last ones, as the round stays."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ui.shell.window import MainWindow


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
    window.setup.coach.begin()
    yield picture("113-round-next")
    window.run("next")
    yield picture("114-round-template")
