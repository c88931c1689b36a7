"""A line that comes in several wordings: the longest that fits is shown, the whole one is always told."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole, TypeStyle
from ui.widgets.label import TextLabel
from ui.widgets.paint_text import text_width


class FittingLabel(TextLabel):
    """Takes the room it is given and never asks for more; its tooltip and accessible name hold the first wording."""

    def __init__(
        self,
        theme: Theme,
        style: TypeStyle = "meta",
        role: ColorRole = "text2",
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", style, role, align=align, parent=parent)
        self._wordings: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._choose)

    @property
    def whole(self) -> str:
        """The longest wording, empty without any."""
        return self._wordings[0] if self._wordings else ""

    def show_wordings(self, wordings: Sequence[str], *, more: str = "") -> None:
        """Show the first of ``wordings`` (longest first) that fits; ``more`` is a further line of the tooltip."""
        self._wordings = tuple(wordings)
        self.setToolTip("\n".join(part for part in (self.whole, more) if part))
        self.setAccessibleName(self.whole)
        self.setAccessibleDescription(more)
        self._choose()

    def minimumSizeHint(self) -> QSize:
        """It gives way before anything else does."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again what fits."""
        super().resizeEvent(event)
        self._choose()

    @Slot()
    def _choose(self) -> None:
        """Where nothing fits the whole one is cut at its end: its beginning says most."""
        font = self._theme.font(self._style, self._weight)
        fitting = (words for words in self._wordings if text_width(font, words) + 1 <= self.width())
        self.setText(next(fitting, self.whole))
