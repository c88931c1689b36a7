"""The level in the conversation's head: says it and why, and offers the others by mouse and by digit."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.support.actions import in_lists
from ui.support.key_map import KeyMap
from ui.support.theme import Theme
from ui.widgets.chip import GAP, PAD, TONES, ChipSpec, chip_width, level_chip, paint_chip
from ui.widgets.paint_shape import fill_box, paint_focus
from weibo_operator.domain.labels import Actor, Level
from weibo_operator.domain.levels import Judgement
from weibo_operator.services.why_words import LEVEL_NAMES, level_sentence
from weibo_operator.translation import tr

DIGITS = {Qt.Key.Key_0: None, **{Qt.Key(Qt.Key.Key_0 + level): level for level in Level}}


def chip_of(level: Level, by: Actor) -> ChipSpec:
    """The chip of any level, with a person where the operator set it."""
    pressing = level_chip(level)
    parts, tone, icon = (
        (pressing.parts, pressing.tone, pressing.icon) if pressing else ((LEVEL_NAMES[level],), "neutral", "")
    )
    return ChipSpec(parts, tone, "user" if by is Actor.OPERATOR else icon)


def keys_words(keys: KeyMap) -> str:
    """The keys that set a level while no menu is open."""
    each = [keys.said(in_lists(f"level_{int(level)}")) for level in Level]
    shown = "1–4" if each == ["1", "2", "3", "4"] else tr("、").join(each)
    return tr("按 {0} 改，{1} 交还程序", shown, keys.said(in_lists("level_auto")))


class LevelMenu(QMenu):
    """P1 … P4 and 自动, each by its digit too while the menu is open; ``chosen`` carries a level, None for 自动."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("级别"), parent)
        self.setAccessibleName(tr("级别"))
        self._levels = {level: self._add(f"P{int(level)} {LEVEL_NAMES[level]}\t{int(level)}", level) for level in Level}
        self.addSeparator()
        self._auto = self._add(tr("自动\t0"), None)
        self.triggered.connect(self._tell)

    def show_level(self, level: Level, suggested: Level, by: Actor) -> None:
        """Mark what holds now and name what the program would give."""
        for each, action in self._levels.items():
            action.setChecked(each is level)
        self._auto.setText(tr("自动（程序会给 P{0}）\t0", int(suggested)))
        self._auto.setChecked(by is not Actor.OPERATOR)

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        level = action.data()
        self.chosen.emit(None if level is None else Level(level))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses at once."""
        if Qt.Key(event.key()) in DIGITS:
            self.close()
            self.chosen.emit(DIGITS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _add(self, text: str, level: Level | None) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setData(level)
        return action


class LevelChip(QPushButton):
    """A chip that opens the menu; it never takes the focus by a click."""

    level_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spec = chip_of(Level.P3, Actor.AUTO)
        self._said = ""
        self.menu_of_levels = LevelMenu(self)
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.clicked.connect(self._open)
        self.menu_of_levels.chosen.connect(self.level_chosen)
        theme.changed.connect(self._restyle)

    def show_judgement(self, judgement: Judgement, by: Actor) -> None:
        """Show a level, who set it and why."""
        self._spec = chip_of(judgement.level, by)
        self._said = level_sentence(judgement, by)
        self.setAccessibleName(tr("级别 {0}", self._said))
        self.menu_of_levels.show_level(judgement.level, judgement.suggested, by)
        self._restyle()

    @Slot()
    def _open(self) -> None:
        self.menu_of_levels.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @Slot()
    def _restyle(self) -> None:
        keys = keys_words(self._theme.keys)
        self.setToolTip(f"{self._said}\n{keys}" if self._said else "")
        self.setAccessibleDescription(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The chip with an arrow after it."""
        arrow = self._theme.size("icon_text") + self._theme.px(GAP)
        return QSize(chip_width(self._theme, self._spec) + arrow, self._theme.size("chip"))

    def minimumSizeHint(self) -> QSize:
        """It is not cut by layouts."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw one box for chip and arrow, and the focus ring."""
        theme, radius = self._theme, self._theme.size("radius_button")
        fill, ink, _ = TONES[self._spec.tone]
        painter = QPainter(self)
        fill_box(painter, self.rect(), radius, theme.color(fill))
        paint_chip(painter, theme, self.rect(), self._spec)
        side = theme.size("icon_text")
        place = QRectF(self.width() - theme.px(PAD) - side + 2, 0, side, self.height())
        theme.paint_icon(painter, place, "chevron-down", ink)
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        painter.end()
