"""Commands that lead into the settings, wherever the operator is."""

from collections.abc import Callable, Mapping

from ui.shell.pages import Pages


class SettingsWays:
    """``show`` turns to a page by its key."""

    def __init__(self, pages: Pages, show: Callable[[str], object]) -> None:
        self._pages = pages
        self._show = show

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its keys do on every page."""
        return {"licences": self._licences, "keys": self._keys, "export_all": self._export_all}

    def _licences(self) -> None:
        self._show("settings")
        self._pages.settings.open_licences()

    def _keys(self) -> None:
        self._show("settings")
        self._pages.settings.open_section("keys")

    def _export_all(self) -> None:
        self._show("settings")
        self._pages.settings.handle("export_all")
