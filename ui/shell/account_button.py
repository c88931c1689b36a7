"""Our account at the foot of the rail: its first character, and as a dot whether it needs the operator (PNG 23)."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.support.account_words import Standing
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import CENTER, draw_line
from weibo_operator.translation import tr

SIDE, FACE, DOT, SIGN = 46, 34, 12, 15
NOBODY = Standing("none", "plug", tr("没有连接"), tr("连接微博开放平台"))
DOTS: dict[str, ColorRole] = {"ok": "success", "offline": "text3", "needs_you": "danger"}


class AccountButton(QAbstractButton):
    """``show_account`` shows who is connected and how that stands; the words are in the tooltip and read aloud."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._standing = NOBODY
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.show_account("", NOBODY)

    @property
    def standing(self) -> Standing:
        """What is shown."""
        return self._standing

    def show_account(self, name: str, standing: Standing) -> None:
        """Show an account's nickname (empty: none is connected) and how it stands."""
        self._name, self._standing = name, standing
        self.setToolTip(standing.sentence)
        self.setAccessibleName(standing.sentence)
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """46 by 46 at 100 %."""
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face, the dot and the focus ring."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = px(FACE)
        box = QRectF((self.width() - face) / 2, (self.height() - face) / 2, face, face)
        if self.underMouse():
            fill_box(painter, self.rect(), theme.size("radius_row"), theme.color("hover"))
        if self._name:
            paint_avatar(painter, theme, box, self._name)
            self._paint_dot(painter, box)
        else:
            stroke_box(painter, box, face / 2, theme.color("control"))
            inset = px(8)
            theme.paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "plug", "text2")
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), theme.size("radius_row"))
        painter.end()

    def _paint_dot(self, painter: QPainter, face: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        role = DOTS.get(self._standing.mark)
        if role is None:
            return
        calls = self._standing.mark == "needs_you"
        side = px(SIGN if calls else DOT)
        dot = QRectF(face.right() - side + px(3), face.bottom() - side + px(3), side, side)
        fill_box(painter, dot.adjusted(-2, -2, 2, 2), side, theme.color("rail"))
        fill_box(painter, dot, side / 2, theme.color(role))
        if calls:
            draw_line(painter, dot, "!", theme.font("meta", 600), theme.color("on_danger"), CENTER)
        elif self._standing.mark == "offline":
            # Not by colour alone: a hollow dot is an account that can't be reached.
            inset = px(3)
            fill_box(painter, dot.adjusted(inset, inset, -inset, -inset), side, theme.color("rail"))
