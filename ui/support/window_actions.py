"""The table's actions as one window's shortcuts and as bare letters of its lists, with the keys that hold now."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.support.key_map import KeyMap


class ListLetters(QObject):
    """Bare letters for one list widget; they work only while it has the focus."""

    def __init__(self, widget: QWidget, actions: Mapping[str, QAction], keys: KeyMap) -> None:
        super().__init__(widget)
        self._widget = widget
        self._actions = actions
        self._keys = keys
        self._bound: dict[str, tuple[str, ...]] = {}
        self._made: dict[str, list[QShortcut]] = {}
        self._bind()
        keys.changed.connect(self._bind)

    @Slot()
    def _bind(self) -> None:
        """Bind what is not bound yet; keys let go are let go first, so that none is taken twice meanwhile."""
        changed = [row for row in self._keys.rows if self._bound.get(row.id, ()) != row.list_keys]
        for row in changed:
            for shortcut in self._made.pop(row.id, []):
                shortcut.setKey(QKeySequence())
                shortcut.deleteLater()
        for row in changed:
            self._bound[row.id] = row.list_keys
            self._made[row.id] = [self._shortcut(row.id, keys) for keys in row.list_keys]

    def _shortcut(self, action: str, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(action in ("down", "up"))
        shortcut.activated.connect(self._actions[action].trigger)
        return shortcut


class Actions(QObject):
    """The table's rows as Qt actions of one window."""

    def __init__(
        self,
        window: QWidget,
        handlers: Mapping[str, Callable[[], object]],
        extra_keys: Mapping[str, Callable[[], object]],
        keys: KeyMap,
    ) -> None:
        """``handlers`` by action id; ``extra_keys`` by key sequence (Alt+1…9), named like their keys."""
        super().__init__(window)
        self._keys = keys
        self._handlers = {**handlers, **extra_keys}
        self.by_id: dict[str, QAction] = {}
        self._extra: list[QAction] = []
        for row in self._keys.rows:
            action = QAction(row.title, window)
            action.setObjectName(row.id)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setAutoRepeat(False)
            action.triggered.connect(self._on_triggered)
            window.addAction(action)
            self.by_id[row.id] = action
        for keys_of_it in extra_keys:
            action = QAction(keys_of_it, window)
            action.setObjectName(keys_of_it)
            action.setShortcut(QKeySequence(keys_of_it))
            action.setAutoRepeat(False)
            action.triggered.connect(self._on_triggered)
            window.addAction(action)
            self._extra.append(action)
        self._bind()
        self._keys.changed.connect(self._bind)

    def set_enabled(self, *, on: bool) -> None:
        """Switch every key of the window on or off (off while a dialog is open, whose keys are its own)."""
        for action in (*self.by_id.values(), *self._extra):
            action.setEnabled(on)

    def letters_for(self, widgets: Iterable[QWidget]) -> None:
        """Give lists and buttons the bare letters of list mode."""
        for widget in widgets:
            ListLetters(widget, self.by_id, self._keys)

    @Slot()
    def _bind(self) -> None:
        """Take the keys that hold now."""
        for row in self._keys.rows:
            wanted = [QKeySequence(keys) for keys in row.keys]
            if self.by_id[row.id].shortcuts() != wanted:
                self.by_id[row.id].setShortcuts(wanted)

    @Slot()
    def _on_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._handlers[sender.objectName()]()
