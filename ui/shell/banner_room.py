"""No more than two lines over the work: the less important ones give way."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from ui.widgets.banner import Banner

MOST = 2


class BannerRoom(QObject):
    """``banners`` are ordered, the most important first."""

    def __init__(self, banners: Sequence[Banner], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._banners = tuple(banners)
        for banner in self._banners:
            banner.wished.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Show the first two that have something to say."""
        wanted = [banner for banner in self._banners if banner.is_wanted]
        for banner in wanted:
            banner.set_turn(on=banner in wanted[:MOST])
