"""The keys as they are now: the table of actions with what the operator changed of it on this machine."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.support.actions import ACTIONS, ANYWHERE, NAMED, ActionSpec, key_words, plain_keys, pressed_keys
from ui.support.key_rules import Clash, Reach, clash, clashes, keys_of, refusal, strokes
from weibo_operator.translation import tr

MOST_KEYS = 4
"""As many keys as one action may have in one reach."""


class Keys(Struct, frozen=True):
    """All keys of one action."""

    listed: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()

    def of(self, reach: Reach) -> tuple[str, ...]:
        """The keys of one reach."""
        return self.listed if reach is Reach.LISTED else self.anywhere

    def put(self, reach: Reach, keys: tuple[str, ...]) -> "Keys":
        """The same with other keys in one reach."""
        return replace(self, listed=keys) if reach is Reach.LISTED else replace(self, anywhere=keys)


Changed = Mapping[str, Keys]
"""What differs from the table, by action."""
DEFAULTS: Changed = {row.id: Keys(row.list_keys, row.keys) for row in ACTIONS}


class KeyMap(QObject):
    """``changed`` tells that a key is another one now; whoever binds or shows keys reads ``rows`` again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: Changed = {}
        self._rows: Mapping[str, ActionSpec] = {}
        self._words: dict[str, str] = {}
        self._take({})

    @property
    def rows(self) -> tuple[ActionSpec, ...]:
        """The table with the keys that hold now."""
        return tuple(self._rows.values())

    @property
    def changes(self) -> Changed:
        """What differs from the table."""
        return self._changes

    def spec(self, action: str) -> ActionSpec:
        """An action with its keys; raises ``KeyError`` for one that does not exist."""
        return self._rows[action]

    def put(self, changes: Changed) -> None:
        """Take other keys; what can't be, or would give two actions one key, is left as the table has it."""
        settled = settle(changes)
        if settled != self._changes:
            self._take(settled)
            self.changed.emit()

    def words(self, keys: str) -> str:
        """A keycap's words: for an action named by ``in_lists`` or ``anywhere`` its key of now, "" without one."""
        if not keys.startswith(NAMED):
            return keys
        found = self._words.get(keys)
        if found is None:  # asked in every picture
            found = self._words[keys] = key_words(self.sequence(keys))
        return found

    def sequence(self, keys: str) -> str:
        """The key sequence of an action named by ``in_lists`` or ``anywhere``, "" without one."""
        row = self._rows[keys.strip(NAMED)]
        return next(iter(row.keys if keys.endswith(ANYWHERE) else row.list_keys + row.keys), "")

    def said(self, keys: str) -> str:
        """A key named by ``in_lists`` or ``anywhere`` as a sentence says it: Ctrl+Enter; without one, who finds it."""
        sequence = self.sequence(keys)
        return plain_keys(sequence) if sequence else _instead(self._rows[keys.strip(NAMED)])

    def is_key_of(self, action: str, event: QKeyEvent) -> bool:
        """Whether a press is a key of this action in every mode."""
        return _is_one_of(event, self._rows[action].keys)

    def is_list_key_of(self, action: str, event: QKeyEvent) -> bool:
        """Whether a press is a key of this action in lists."""
        return _is_one_of(event, self._rows[action].list_keys)

    def _take(self, changes: Changed) -> None:
        self._changes = dict(changes)
        self._words = {}
        self._rows = {row.id: row for row in _rows(changes)}


def given(changes: Changed, action: str, reach: Reach, keys: tuple[str, ...]) -> Changed:
    """``changes`` with these keys for an action in one reach, and none taken from another."""
    held = changes.get(action, DEFAULTS[action]).put(reach, keys)
    return _without_defaults({**changes, action: held})


def taken_from(changes: Changed, found: Iterable[Clash]) -> Changed:
    """``changes`` with the keys that collide taken from those who have them."""
    for each in found:
        held = changes.get(each.action, DEFAULTS[each.action]).of(each.reach)
        changes = given(changes, each.action, each.reach, tuple(keys for keys in held if keys != each.keys))
    return changes


def restored(changes: Changed, action: str) -> tuple[Changed, tuple[Clash, ...]]:
    """``changes`` with an action's keys of the table, taken back from those who have them now: these come second."""
    bare = {name: keys for name, keys in changes.items() if name != action}
    rows = _rows(bare)
    found = tuple(
        each
        for reach in Reach
        for keys in DEFAULTS[action].of(reach)
        for each in clashes(rows, action, reach, keys)
        if each.action != action
    )
    return taken_from(bare, found), found


def settle(changes: Changed) -> Changed:
    """What of ``changes`` can be: known actions, allowed keys, no key for two actions; the rest falls away."""
    allowed = {name: keys for name, keys in changes.items() if name in DEFAULTS and _allowed(name, keys)}
    kept = _without_defaults(allowed)
    while broken := _first_clash(kept):
        kept = {name: keys for name, keys in kept.items() if name not in broken}
    return kept


def _allowed(action: str, held: Keys) -> bool:
    return all(
        len(held.of(reach)) <= MOST_KEYS
        and not any(refusal(action, reach, keys) for keys in held.of(reach))
        and not any(_in_the_way(*pair) for pair in combinations(held.of(reach), 2))
        for reach in Reach
    )


def _in_the_way(one: str, other: str) -> bool:
    """Two keys of one action of which one would never come about; the two Enter keys are no such pair."""
    return clash(one, other) and (one == other or strokes(one) != strokes(other))


def _first_clash(changes: Changed) -> frozenset[str]:
    """The actions of the first collision; one of them at least has been changed, as the table has none."""
    rows = _rows(changes)
    for action in changes:
        row = next(row for row in rows if row.id == action)
        for reach in Reach:
            for keys in keys_of(row, reach):
                if found := clashes(rows, action, reach, keys):
                    return frozenset({action, found[0].action})
    return frozenset()


def _without_defaults(changes: Changed) -> Changed:
    return {name: keys for name, keys in changes.items() if keys != DEFAULTS[name]}


def _instead(row: ActionSpec) -> str:
    """How an action without a key is found; the search itself by its field."""
    return tr("窗口顶部的搜索") if row.id == "palette" else tr("搜索里的“{0}”", row.title)


def _rows(changes: Changed) -> tuple[ActionSpec, ...]:
    return tuple(
        replace(row, list_keys=changes[row.id].listed, keys=changes[row.id].anywhere) if row.id in changes else row
        for row in ACTIONS
    )


def _is_one_of(event: QKeyEvent, keys: Iterable[str]) -> bool:
    return any(QKeySequence(each) == pressed_keys(event) for each in keys)
