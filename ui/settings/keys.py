"""快捷键: every action with its keys; another key is pressed, collisions are said and can be taken over."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.settings.key_rows import KeyRows
from ui.settings.key_table import KeyTable
from ui.settings.row import Section
from ui.support.actions import plain_keys, spec
from ui.support.context import Context
from ui.support.key_map import Changed, given, restored, taken_from
from ui.support.key_rules import FIXED, Clash, Reach, clashes, keys_of, refusal
from ui.widgets.button import KeyButton
from ui.widgets.composing_field import ComposingField
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

REACH_WORDS = {Reach.LISTED: tr("在列表里"), Reach.ANYWHERE: tr("随时可用")}
HINT = tr("点一个键，或选中按 Enter，再按新的键；Backspace 去掉，R 恢复这一行")
WAITING = tr("按下新的键。G I 这样的，接着按第二下；只要一下的，等一等或按 Enter。Esc 放弃，Backspace 去掉这个键。")


class Wish(Struct, frozen=True):
    """A key somebody else has: for what it is wanted, and from whom."""

    action: str
    reach: Reach
    keys: str
    found: tuple[Clash, ...]


class KeysSection(Section):
    """Kept on this machine by the window (``KeyMap.changed``); every change can be taken back."""

    WIDTH = 760

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        theme = context.theme
        self._context = context
        self._keys = theme.keys
        self.wish: Wish | None = None
        self.field = ComposingField(tr("搜动作，或写一个键：Alt+F"), tr("搜动作或键"))
        self.reset_button = KeyButton(theme, tr("全部恢复默认"), icon="undo-2", height="control_34")
        self.told = TextLabel(theme, HINT, "secondary", "text2", wrap=True)
        self.take_button = KeyButton(theme, tr("换过来"), keys="↵", variant="primary", height="control_34")
        self.leave_button = KeyButton(theme, tr("取消"), keys="Esc", height="control_34")
        self.rows = KeyRows(self._keys, context.operator.initials.of, self)
        self.table = KeyTable(theme, self.rows)
        self._lay_out()
        self.field.wanted.connect(self._find)
        self.table.recorded.connect(self._take)
        self.table.recording.connect(self._on_recording)
        self.table.reset_asked.connect(self._restore)
        self.reset_button.clicked.connect(self._restore_all)
        self.take_button.clicked.connect(self._take_over)
        self.leave_button.clicked.connect(self._leave)
        self._keys.changed.connect(self.refresh)
        self._show_wish(None)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the keys that hold; the current one stays."""
        chosen = self.table.chosen
        self.rows.show_found(self.field.text())
        self.table.choose(*(chosen or ("", Reach.LISTED)))
        self.reset_button.setEnabled(bool(self._keys.changes))

    def event(self, event: QEvent) -> bool:
        """While it is asked whether to take a key over, Esc is an answer and not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and self.wish is not None and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer whether a key is to be taken over."""
        if self.wish is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave() if self.leave_button.hasFocus() else self._take_over()

    @Slot(str)
    def _find(self, query: str) -> None:
        self.table.stop()
        self._show_wish(None)
        self.rows.show_found(query)
        self.table.choose("", Reach.LISTED)
        self._say(HINT if self.rows.rowCount() else tr("没找到“{0}”。试试拼音首字母，或写一个键", query.strip()))

    @Slot(bool)
    def _on_recording(self, on: bool) -> None:
        self._show_wish(None)
        self._say(WAITING if on else HINT)

    @Slot(str, object, str)
    def _take(self, action: str, reach: Reach, keys: str) -> None:
        """A sequence was pressed for an action: take it, ask about it, or say why not."""
        row = self._keys.spec(action)
        said = refusal(action, reach, keys) if keys or action in FIXED else ""
        if said:
            self._say(said, wrong=True)
        elif not keys:
            if keys_of(row, reach):
                words = tr("“{0}”没有键了（{1}）", row.title, REACH_WORDS[reach])
                self._put(given(self._keys.changes, action, reach, ()), words)
        elif keys_of(row, reach) != _whole(keys):
            self._take_or_ask(Wish(action, reach, keys, clashes(self._keys.rows, action, reach, keys)))

    def _take_or_ask(self, wish: Wish) -> None:
        others = {each.action for each in wish.found}
        shown = plain_keys(wish.keys)
        if wish.action in others:
            own = next(each for each in wish.found if each.action == wish.action)
            self._say(tr("这个动作已经用 {0} 了（{1}）。", plain_keys(own.keys), REACH_WORDS[own.reach]), wrong=True)
        elif len(others) > 1:
            names = tr("、").join(tr("“{0}”", spec(each).title) for each in sorted(others)[:3])
            self._say(tr("{0} 会挡住 {1} 个动作的键，{2} 都在里面，换一个。", shown, len(others), names), wrong=True)
        elif others:
            self._show_wish(wish)
        else:
            self._give(wish)

    def _give(self, wish: Wish) -> None:
        changes = given(taken_from(self._keys.changes, wish.found), wish.action, wish.reach, _whole(wish.keys))
        words = tr("“{0}”改用 {1}（{2}）", spec(wish.action).title, plain_keys(wish.keys), REACH_WORDS[wish.reach])
        self._put(changes, words)

    @Slot()
    def _take_over(self) -> None:
        if self.wish is not None:
            wish = self.wish
            self._show_wish(None)
            self._give(wish)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _leave(self) -> None:
        self._show_wish(None)
        self._say(HINT)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _restore(self, action: str) -> None:
        changes, found = restored(self._keys.changes, action)
        if changes == self._keys.changes:
            self._say(tr("“{0}”用的就是默认的键。", spec(action).title))
            return
        words = tr("“{0}”恢复了默认的键", spec(action).title)
        self._put(changes, tr("{0}，从{1}那里换回来", words, _names(found)) if found else words)

    @Slot()
    def _restore_all(self) -> None:
        self._put({}, tr("全部快捷键恢复了默认"))

    def _put(self, changes: Changed, words: str) -> None:
        before = self._keys.changes
        self._keys.put(changes)
        self._say(words)
        self._context.news.taught.emit(words, partial(self._keys.put, before))

    def _show_wish(self, wish: Wish | None) -> None:
        self.wish = wish
        for button in (self.take_button, self.leave_button):
            button.setVisible(wish is not None)
        if wish is not None:
            (other,) = {each.action for each in wish.found}
            shown = tr("、").join(dict.fromkeys(plain_keys(each.keys) for each in wish.found))
            where = tr("、").join(dict.fromkeys(REACH_WORDS[each.reach] for each in wish.found))
            said = tr("{0} 现在是“{1}”的键（{2}）。换过来，它就没有这个键了。", shown, spec(other).title, where)
            self._say(said, wrong=True)
            self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.told.setText(words)
        self.told.set_role("danger_text" if wrong else "text2")

    def _lay_out(self) -> None:
        self.field.setFrame(True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.reset_button)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.told, 1)
        asked.addWidget(self.leave_button)
        asked.addWidget(self.take_button)
        self.column.addLayout(top)
        self.column.addLayout(asked)
        self.column.addWidget(self.table, 1)
        note = tr("只影响这台电脑，不随数据文件走。改了马上能用，按钮、帮助和快捷键表上写的也跟着变。")
        self.column.addWidget(TextLabel(self.theme, note, "meta", "text2", wrap=True))


def _whole(keys: str) -> tuple[str, ...]:
    """Both Enter keys for one of them."""
    return (keys, keys.replace("Return", "Enter")) if "Return" in keys else (keys,)


def _names(found: Sequence[Clash]) -> str:
    return tr("、").join(dict.fromkeys(tr("“{0}”", spec(each.action).title) for each in found))
