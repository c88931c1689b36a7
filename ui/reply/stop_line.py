"""The one line above the composer: a stop of the desk check, news of the customer, advice on the audience."""

from enum import IntEnum, StrEnum

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.banner import Banner, BannerTone


class Place(IntEnum):
    """Why a line is shown; the lowest one wins while several want to be."""

    COMPOSING = 0
    AGAIN = 1
    STOP = 2
    NOTE = 3
    LIMIT = 4
    FILES = 5
    OFFER = 6
    ADVICE = 7
    ACCOUNT = 8
    SILENCE = 9


class Way(StrEnum):
    """What a line's button does."""

    NONE = ""
    FIX = "fix"
    FILL = "fill"
    PRIVATE = "private"
    REWORD = "reword"
    LOOK = "look"
    SWITCH = "switch"
    OFFER = "offer"
    FILES = "files"
    NO_REPLY = "no_reply"
    ACCOUNT = "account"


class Line(Struct, frozen=True):
    """What the line says and offers."""

    cause: str
    more: str = ""
    tone: BannerTone = "info"
    icon: str = "info"
    way: Way = Way.NONE
    action: str = ""
    keys: str = ""


class StopLine(Banner):
    """Shows one line of those waiting; ``asked`` carries the way the operator chose."""

    asked = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, rounded=True, parent=parent)
        self._lines: dict[Place, Line] = {}
        self._hushed = False
        self._announced: Line | None = None
        self.acted.connect(self._ask)

    @property
    def line(self) -> Line | None:
        """What is shown now."""
        return self._lines[min(self._lines)] if self._lines and not self._hushed else None

    def hush(self, *, on: bool) -> None:
        """Say nothing while another question stands below."""
        if on != self._hushed:
            self._hushed = on
            self._show_first()

    def put(self, place: Place, line: Line) -> None:
        """Show a line, or keep it until those before it are gone."""
        self._lines[place] = line
        self._show_first()

    def drop(self, *places: Place) -> None:
        """Take lines away."""
        taken = [self._lines.pop(place) for place in places if place in self._lines]
        if taken:  # half the window makes room anew for another line
            self._show_first()

    def clear(self) -> None:
        """Take every line away."""
        self.drop(*self._lines)

    @Slot()
    def _ask(self) -> None:
        if self.line is not None:
            self.asked.emit(self.line.way.value)

    def _show_first(self) -> None:
        line = self.line
        if line is None:
            self.hide()
        else:
            self.show_message(line.cause, line.more, tone=line.tone, icon=line.icon, action=line.action, keys=line.keys)
            if line != self._announced:  # the keys stay in the editor: who cannot see must hear why nothing was sent
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        self._announced = line
        self.changed.emit()
