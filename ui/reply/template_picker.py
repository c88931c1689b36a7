"""The picker of templates and cards: covers the composer, never the customer's words; everything by keys."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.reply.picker_preview import TemplatePreview
from ui.reply.picker_rows import ROW, TITLE_ROW, CurrentRow, Group, PickerDelegate, PickerModel
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.chip import Chip, ChipSpec
from ui.widgets.composing_field import ComposingField
from ui.widgets.kbd import KeyCap
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box, paint_shadow, stroke_box
from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import weibo_length
from weibo_operator.domain.suggestion import Asked, Usable, key_of
from weibo_operator.domain.template import TONES, Template, fill
from weibo_operator.services.knowledge_words import checked_words
from weibo_operator.services.wording import shortened
from weibo_operator.translation import label, tr

SHADOW = 18
HEIGHT = 376
HEAD = 48
FOOT = 38
LIST_SHARE = 0.43
FITS = {
    "public": (tr("适合公开回复"), "globe"),
    "private": (tr("适合私信"), "lock"),
    "both": (tr("公开、私信都适合"), "users"),
}
HINT = tr("变量按 Tab 逐个填写，客户昵称会自动带入")
LONGEST_SOURCE = 16
EVERY = 1000
MOST_USED = 5
TEMPLATES, CARDS = tr("模板"), tr("知识卡")
KEYS = (("↑ ↓", tr("选择")), ("Enter", tr("插入")), ("Ctrl Enter", tr("插入并发送")), ("Esc", tr("关闭")))


class SearchField(ComposingField):
    """Tells text and letters still being composed as one; hands the list's keys on."""

    moved = Signal(int)
    accepted = Signal(bool)
    digit = Signal(int)
    given_up = Signal()
    tone_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("搜模板和知识卡"), tr("搜模板和知识卡，拼音首字母、汉字、分类都可以"), parent)
        self._keys = theme.keys

    def event(self, event: QEvent) -> bool:
        """Keep the picker's own keys from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            is_own = event.key() in keys and event.modifiers() in _PLAIN_OR_CONTROL
            if is_own or self._keys.is_key_of("other_tone", event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter, digits and Esc belong to the list; while composing they belong to the input method."""
        if self.composing:
            super().keyPressEvent(event)
            return
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.accepted.emit(control)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif self._keys.is_key_of("other_tone", event):
            self.tone_asked.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not event.modifiers():
            self.digit.emit(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)


_PLAIN_OR_CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class _Rest:
    """What is offered once is not offered a second time further down."""

    def __init__(self, first: Iterable[Usable]) -> None:
        self.taken: Sequence[Usable] = tuple(first)
        self._keys = set(map(key_of, self.taken))

    def take(self, some: Iterable[Usable]) -> Sequence[Usable]:
        """Those of some that have not been taken yet, as taken now."""
        new = tuple(each for each in some if key_of(each) not in self._keys)
        self._keys.update(map(key_of, new))
        return new


class TemplatePicker(QWidget):
    """``picked`` carries the template or card and whether to send at once; ``closed`` comes after any end."""

    picked = Signal(object, bool)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme: Theme = context.theme
        self._values: Mapping[str, str] = {}
        self._audience = Audience.PUBLIC
        self._asked: Asked | None = None
        self._current = CurrentRow()
        self._tone = self._query = ""
        theme = self._theme
        self.field = SearchField(theme)
        self.field.setFont(theme.font("conversation"))
        self._rows = PickerModel(self)
        self._list = QTableView()
        self._title = TextLabel(theme, "", "body", weight=600)
        self._uses = TextLabel(theme, "", "secondary", "text3", align=Qt.AlignmentFlag.AlignRight)
        self._preview = TemplatePreview(theme)
        self._hint = TextLabel(theme, HINT, "secondary", "text2")
        self.tone = KeyButton(theme, "", keys=anywhere("other_tone"), variant="ghost", height="control_28")
        self.tone.setToolTip(tr("只看一种语气的模板"))
        self._length = Chip(theme, ChipSpec(("",)))
        self._fits = Chip(theme, ChipSpec(("",)))
        self._nothing = TextLabel(theme, tr("没找到。试试拼音首字母，或只输一部分"), "secondary", "text2", wrap=True)
        self._settle_list()
        self._lay_out()
        self._wire()
        self.hide()

    @property
    def current(self) -> Usable | None:
        """The template or card the keys act on."""
        return self._rows.usable(self._current.row)

    def open_over(self, area: QRect, values: Mapping[str, str], audience: Audience, asked: Asked | None = None) -> None:
        """Show at the bottom of ``area`` (pixels of the parent): what fits best first, then all."""
        self._values, self._audience, self._asked = values, audience, asked
        height = min(self._theme.px(HEIGHT), area.height())
        place = QRect(area.left(), area.bottom() + 1 - height, area.width(), height)
        self.setGeometry(place.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        self.field.clear()
        self._say_tone()
        self._find("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Close without inserting."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, ground and hairlines."""
        theme = self._theme
        body = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter = QPainter(self)
        paint_shadow(painter, theme, body, theme.size("radius_card"))
        fill_box(painter, body, theme.size("radius_card"), theme.color("raised"))
        stroke_box(painter, body, theme.size("radius_card"), theme.color("divider"))
        divider, head, foot = theme.color("divider"), theme.px(HEAD), theme.px(FOOT)
        painter.fillRect(body.left(), body.top() + head, body.width(), 1, divider)
        painter.fillRect(body.left(), body.bottom() - foot, body.width(), 1, divider)
        middle = body.left() + round(body.width() * LIST_SHARE)
        painter.fillRect(middle, body.top() + head, 1, body.height() - head - foot, divider)
        side = theme.size("icon_control")
        icon = QRect(body.left() + 16, body.top(), side, head)
        theme.paint_icon(painter, icon, "search", "text2")
        painter.end()

    @Slot(str)
    def _find(self, query: str) -> None:
        self._query = query
        self._rows.show_found(self._groups(query), self._audience)
        self._fit_rows()
        self._current.row = next(iter(self._rows.records), 0)
        self._list.scrollToTop()
        self._list.setVisible(self._rows.rowCount() > 0)
        self._nothing.setVisible(self._rows.rowCount() == 0)
        self._show_current()

    @Slot(int)
    def _move(self, step: int) -> None:
        records = self._rows.records
        if records:
            self._current.row = records[(records.index(self._current.row) + step) % len(records)]
            if self._current.row == records[0]:
                self._list.scrollToTop()
            self._list.scrollTo(self._rows.index(self._current.row, 0))
            self._show_current()

    @Slot(bool)
    def _accept(self, at_once: bool) -> None:
        template = self.current
        if template is not None:
            self.hide()
            self.closed.emit()
            self.picked.emit(template, at_once)

    @Slot(int)
    def _choose(self, number: int) -> None:
        if number < len(self._rows.records):
            self._current.row = self._rows.records[number]
            self._accept(at_once=False)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if index.row() in self._rows.records:
            self._choose(self._rows.records.index(index.row()))

    @Slot()
    def _fit_rows(self) -> None:
        for row in range(self._rows.rowCount()):
            self._list.setRowHeight(row, self._theme.px(TITLE_ROW if self._rows.title(row) else ROW))

    def _groups(self, query: str) -> Sequence[Group]:
        """What was looked for; before anything is typed what fits, what is used most, then all by category."""
        operator = self._context.operator
        if query:
            guessed = bool(self.field.composing)
            found = operator.templates.find(query, tone=self._tone, guessed=guessed)
            return ((TEMPLATES, found), (CARDS, operator.knowledge.find(query, guessed=guessed)))
        asked, audience = self._asked, self._audience.value
        best = () if asked is None else operator.suggestions.best(asked, audience=audience)
        rest = _Rest(each for each in best if not isinstance(each, Template) or self._tone in ("", each.tone))
        templates = operator.templates.find("", limit=EVERY, tone=self._tone)
        groups: list[Group] = [
            (tr("建议：按 TA 的话和以往的用法"), rest.taken),
            (tr("用得最多"), rest.take([each for each in templates if each.uses][:MOST_USED])),
        ]
        groups += [
            (name, rest.take(each for each in templates if each.category == name))
            for name in operator.templates.categories()
        ]
        return (*groups, (CARDS, rest.take(operator.knowledge.find("", limit=EVERY))))

    @Slot()
    def _turn_tone(self) -> None:
        """All tones, 正式, 亲切, and round again."""
        order = ("", *TONES)
        self._tone = order[(order.index(self._tone) + 1) % len(order)]
        self._say_tone()
        self._find(self._query)

    def _say_tone(self) -> None:
        self.tone.setText(tr("只看{0}", label(self._tone)) if self._tone else tr("全部语气"))

    def _show_current(self) -> None:
        template = self.current
        for widget in (self._title, self._uses, self._preview, self._hint, self._length, self._fits):
            widget.setVisible(template is not None)
        if isinstance(template, KnowledgeCard):
            self._show_card(template)
        elif template is not None:
            wording = self._context.operator.templates.next_wording(template, self._values, self._audience).text
            self._hint.setText(HINT)
            self._hint.set_role("text2")
            self._title.setText(template.title)
            self._uses.setText(tr("用过 {0} 次", template.uses) if template.uses else tr("还没用过"))
            self._preview.show_wording(wording, self._values)
            length = weibo_length(fill(wording, self._values))
            self._length.set_spec(ChipSpec((tr("约 {0} 字", length),)))
            words, icon = FITS[template.audience]
            suits = template.audience in ("both", self._audience.value)
            self._fits.set_spec(ChipSpec((words,), "neutral" if suits else "info", icon))
        self._list.viewport().update()

    def _show_card(self, card: KnowledgeCard) -> None:
        """When it was checked stands where a template's hint does; the stale ones say so before they go in."""
        operator = self._context.operator
        stale = operator.knowledge.is_stale(card)
        words = checked_words(card, operator.desk.now(), stale=stale)
        text = operator.suggestions.words_of(card, self._asked)
        self._title.setText(card.title)
        self._uses.setText(tr("用过 {0} 次", card.uses) if card.uses else tr("还没用过"))
        self._preview.show_wording(text, self._values)
        self._hint.setText(tr("{0}，发之前先确认还对不对", words) if stale else words)
        self._hint.set_role("danger_text" if stale else "text2")
        self._length.set_spec(ChipSpec((tr("约 {0} 字", weibo_length(fill(text, self._values))),)))
        source = shortened(card.source, LONGEST_SOURCE)
        self._fits.set_spec(ChipSpec((label(card.kind.value), *((source,) if source else ())), "neutral", "book-open"))

    def _settle_list(self) -> None:
        self._list.setModel(self._rows)
        self._list.setItemDelegate(PickerDelegate(self._theme, self._rows, self._current))
        self._list.verticalHeader().hide()
        self._list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._list.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self._list.horizontalHeader().hide()
        self._list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.setShowGrid(False)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(tr("模板和知识卡"))

    def _lay_out(self) -> None:
        theme = self._theme
        head = QWidget()
        head.setFixedHeight(theme.px(HEAD))
        top = QHBoxLayout(head)
        top.setContentsMargins(40, 0, 15, 0)
        top.addWidget(self.field, 1)
        top.addWidget(TextLabel(theme, tr("拼音首字母、汉字、分类都可以搜"), "secondary", "text3"))
        left = QVBoxLayout()
        left.setContentsMargins(0, 8, 0, 6)
        left.addWidget(self._list, 1)
        left.addWidget(self._nothing)
        body = QHBoxLayout()
        body.setSpacing(0)
        share = round(LIST_SHARE * 100)
        body.addLayout(left, share)
        body.addLayout(self._right_side(), 100 - share)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addLayout(body, 1)
        outer.addWidget(self._key_bar())

    def _right_side(self) -> QVBoxLayout:
        title = QHBoxLayout()
        title.addWidget(self._title, 1)
        title.addWidget(self._uses)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._length)
        chips.addWidget(self._fits)
        chips.addStretch()
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 16, 12)
        right.setSpacing(8)
        right.addLayout(title)
        right.addWidget(self._preview, 1)
        right.addWidget(self._hint)
        right.addLayout(chips)
        return right

    def _key_bar(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(self._theme.px(FOOT))
        row = QHBoxLayout(bar)
        row.setContentsMargins(15, 0, 15, 0)
        row.setSpacing(8)
        for keys, words in KEYS:
            row.addWidget(KeyCap(self._theme, keys))
            row.addWidget(TextLabel(self._theme, words, "secondary", "text2"))
            row.addSpacing(4)
        row.addStretch()
        row.addWidget(self.tone)
        return bar

    def _wire(self) -> None:
        self.field.wanted.connect(self._find)
        self.field.moved.connect(self._move)
        self.field.accepted.connect(self._accept)
        self.field.digit.connect(self._choose)
        self.field.given_up.connect(self.dismiss)
        self.field.tone_asked.connect(self._turn_tone)
        self.tone.clicked.connect(self._turn_tone)
        self._list.clicked.connect(self._click)
