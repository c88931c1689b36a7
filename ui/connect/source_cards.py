"""The three ways by which messages come in, side by side and honestly labelled (PNG 26); 1, 2, 3 press them."""

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QVBoxLayout, QWidget

from ui.support.actions import in_lists
from ui.support.key_map import KeyMap
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.chip import ChipSpec, paint_chip
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.paint_shape import paint_box, paint_focus
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.translation import tr

PAD, HEAD, LINE, FOOT = 14, 44, 25, 4
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDEST = 569


class Source(Struct, frozen=True):
    """One way in: lines are (what it does or what to mind, True when it is something to mind)."""

    key: str
    digit: str
    icon: str
    title: str
    chip: ChipSpec
    lines: tuple[tuple[str, bool], ...]


_FREE = ChipSpec((tr("不需要任何授权"),), "success")
_OPTIONAL = ChipSpec((tr("可选"),))


def sources(keys: KeyMap) -> tuple[Source, ...]:
    """The three ways, with the key that pastes."""
    pasting = tr("在微博里复制评论或私信，回到这里按 {0}，看过再变成工单", keys.said(in_lists("paste")))
    return (
        Source("paste", "1", "clipboard-paste", tr("粘贴进来"), _FREE, ((pasting, False),)),
        Source(
            "import",
            "2",
            "file-spreadsheet",
            tr("导入文件"),
            _FREE,
            ((tr("支持 Excel、CSV、JSON，自动认列、去重，拖进窗口就行"), False),),
        ),
        Source(
            "connect",
            "3",
            "plug",
            tr("连接微博开放平台"),
            _OPTIONAL,
            (
                (tr("自动收评论和 @，能直接发评论，每小时约 60 条"), False),
                (tr("要自己申请应用；私信、搜索一般申请不到，还是用上面两种"), True),
            ),
        ),
    )


class SourceCard(QAbstractButton):
    """One way in; the one with the focus is tinted, and Enter takes it."""

    def __init__(self, theme: Theme, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.source = source
        self._chip = source.chip
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(source.title)
        self._describe()
        theme.changed.connect(self._restyle)

    def set_chip(self, chip: ChipSpec) -> None:
        """Label it otherwise."""
        self._chip = chip
        self._describe()
        self.update()

    def set_source(self, source: Source) -> None:
        """Say the same way in other words; its label stays."""
        self.source = source
        self._describe()
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the widest line needs, a line each."""
        theme, px = self._theme, self._theme.px
        widths = [text_width(theme.font("secondary"), words) for words, _ in self.source.lines]
        return QSize(round(max(widths)) + px(64), px(HEAD + LINE * len(self.source.lines) + FOOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, head and lines."""
        theme, on = self._theme, self.hasFocus()
        painter = QPainter(self)
        radius = theme.size("radius_card")
        fill = "accent_subtle" if on else "hover" if self.underMouse() else "surface"
        edge: ColorRole = "accent" if on else "control"
        paint_box(painter, self.rect(), radius, theme.color(fill), theme.color(edge), 2 if on else 1)
        if on and self.isDown():
            paint_focus(painter, theme, self.rect(), radius)
        self._paint_head(painter, accent=on)
        self._paint_lines(painter)
        painter.end()

    def _paint_head(self, painter: QPainter, *, accent: bool) -> None:
        theme, px = self._theme, self._theme.px
        band = QRectF(0, px(6), self.width(), px(HEAD - 8))
        side = theme.size("icon_nav")
        icon: ColorRole = "accent_text" if accent else "text2"
        theme.paint_icon(painter, QRectF(px(PAD), band.top(), side, band.height()), self.source.icon, icon)
        left = px(PAD) + side + px(9)
        font = theme.font("card_name")
        words = QRectF(left, band.top(), band.width() - left, band.height())
        left += draw_line(painter, words, self.source.title, font, theme.color("text")) + px(9)
        cap = keycap_width(theme, self.source.digit)
        room = self.width() - left - cap - px(PAD + 8)
        paint_chip(painter, theme, QRectF(left, band.top(), room, band.height()), self._chip)
        spot = QRectF(self.width() - cap - px(PAD), band.top(), cap + 1, band.height())
        paint_keycap(painter, theme, spot, self.source.digit, "accent" if accent else "plain")

    def _paint_lines(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        side, top = theme.size("icon_text"), float(px(HEAD - 4))
        for words, to_mind in self.source.lines:
            icon, role = ("circle-alert", "text2") if to_mind else ("check", "success")
            theme.paint_icon(painter, QRectF(px(PAD), top, side, px(LINE)), icon, role)
            left = px(PAD) + side + px(8)
            band = QRectF(left, top, self.width() - left - px(PAD), px(LINE))
            draw_line(painter, band, words, theme.font("secondary"), theme.color("text2"))
            top += px(LINE)

    def _describe(self) -> None:
        self.setAccessibleName(tr("{0}，{1}", self.source.title, tr("，").join(self._chip.parts)))
        self.setAccessibleDescription(tr("；").join(words for words, _ in self.source.lines))


class SourceCards(QWidget):
    """``chosen`` carries paste, import or connect; ↑ and ↓ go from card to card, 1–3 and Enter take one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards = {source.key: SourceCard(theme, source, self) for source in sources(theme.keys)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in self.cards.values():
            column.addWidget(card)
            card.clicked.connect(self._take)
        self.setFocusProxy(self.cards["paste"])
        theme.keys.changed.connect(self._say_keys)

    def show_account(self, words: str) -> None:
        """Say at the third card which account is connected; empty: none."""
        self.cards["connect"].set_chip(ChipSpec((words,), "success") if words else _OPTIONAL)

    @Slot()
    def _say_keys(self) -> None:
        for source in sources(self._theme.keys):
            self.cards[source.key].set_source(source)

    @Slot()
    def _take(self) -> None:
        sender = self.sender()
        if isinstance(sender, SourceCard):
            self.chosen.emit(sender.source.key)

    def event(self, event: QEvent) -> bool:
        """Digits and Enter are keys of the cards, not commands of the lists."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card, take one."""
        if not _is_own(event):
            super().keyPressEvent(event)
            return
        cards = list(self.cards.values())
        focused = QApplication.focusWidget()
        here = next((place for place, card in enumerate(cards) if card is focused), None)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            cards[((-1 if here is None else here) + step) % len(cards)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.isAutoRepeat():
            event.accept()
        elif event.key() in ENTER:
            if here is not None:
                cards[here].click()
        else:
            cards[event.key() - Qt.Key.Key_1].click()


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    digit = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3
    return plain and (digit or event.key() in (*ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down))
