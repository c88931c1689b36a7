"""Pictures with high contrast, light and dark: board, session, keys, appearance, weekly summary."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ui.shell.window import MainWindow
from ui.support.theme import Theme


def take(window: MainWindow, theme: Theme, picture: Callable[[str], Path]) -> Iterator[Path]:
    """The main pages; the theme is as it was afterwards."""
    theme.set_high_contrast(on=True)
    window.show_page("inbox")
    window.commands.to_board()
    yield picture("95-contrast-board")
    window.run("next")
    yield picture("96-contrast-session")
    window.run("keys")
    yield picture("97-contrast-keys")
    window.pages.settings.open_section("appearance")
    yield picture("98-contrast-appearance")
    window.show_page("weekly")
    yield picture("99-contrast-weekly")
    theme.set_high_contrast(on=False)
