"""No more than two lines over the work: the less important ones give way."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Slot

from ui.widgets.banner import Banner

MOST = 2


class BannerRoom(QObject):
    """``banners`` are ordered, the most important first; those of ``page_lines`` stand on the inbox page only."""

    def __init__(
        self, banners: Sequence[Banner], page_lines: Collection[Banner], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._banners = tuple(banners)
        self._page_lines = tuple(page_lines)
        self._on_inbox = True
        for banner in self._banners:
            banner.wished.connect(self.fit)
        self.fit()

    def turn_to(self, *, inbox: bool) -> None:
        """Another page is shown: a line that nobody sees there takes no place."""
        self._on_inbox = inbox
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Show the first two that have something to say."""
        here = [banner for banner in self._banners if self._on_inbox or banner not in self._page_lines]
        wanted = [banner for banner in here if banner.is_wanted]
        for banner in wanted:
            banner.set_turn(on=banner in wanted[:MOST])
