"""Keys in the help's text: written {key:send} there, filled from the tables of keys, so that they are never stale."""

import re
from collections.abc import Mapping, Sequence

from ui.support.actions import ACTIONS, FAVOURITE_KEYS, ActionSpec, plain_keys
from ui.support.page_keys import PAGE_KEYS
from weibo_operator.translation import tr

PLACE = re.compile(r"\{key:([\w.]+)\}")
"""A key's place in the text: an action's id, page.id for a page's own, or one of ``FIXED``."""
FIXED: Mapping[str, str] = {
    "submit": "Ctrl+Enter",
    "favourites": tr("{0} 到 {1}", FAVOURITE_KEYS[0][1], FAVOURITE_KEYS[-1][1].rpartition("+")[2]),
}
"""Keys of dialogs and of the favourites, which are no actions."""
SCHEME = "action:"
LINKED = frozenset({tr("页面"), tr("收消息"), tr("数据"), tr("外观")})
"""Groups whose actions only open something: the help links to them. A click in a text must never send or finish."""
NOT_LINKED = frozenset({"sync_now", "net_line", "net_line_second", "import_banner", "real_data"})


def key_text(name: str, rows: Sequence[ActionSpec]) -> str:
    """The keys behind a place as the text says them; raises ``KeyError`` for a name no table knows.

    ``rows`` are the actions with the keys that hold now.
    """
    if name in FIXED:
        return FIXED[name]
    page, _, own = name.rpartition(".")
    if page:
        row = next((row for row in PAGE_KEYS[page].rows if row.id == own), None)
        if row is None:
            raise KeyError(name)
        return tr("、").join(dict.fromkeys(plain_keys(keys) for keys in row.keys_in(rows)))
    found = next((row for row in rows if row.id == name), None)
    if found is None:
        raise KeyError(name)
    return _action_text(found, rows)


def fill_keys(text: str, rows: Sequence[ActionSpec]) -> str:
    """Markdown with its keys in place: bold, and linked where the action only opens something."""
    return PLACE.sub(lambda place: _marked(place[1], rows), text)


def _marked(name: str, rows: Sequence[ActionSpec]) -> str:
    words = f"**{key_text(name, rows)}**"
    linked = any(row.id == name and row.group in LINKED and row.id not in NOT_LINKED for row in ACTIONS)
    return f"[{words}]({SCHEME}{name})" if linked else words


def _action_text(row: ActionSpec, rows: Sequence[ActionSpec]) -> str:
    """Ctrl+T where one key works in every mode, else N（打字时 Alt+N）, else where the palette has it."""
    if row.keys and not row.keys[0].startswith("Alt+"):
        return plain_keys(row.keys[0])
    if row.list_keys and row.keys:
        return tr("{0}（打字时 {1}）", plain_keys(row.list_keys[0]), plain_keys(row.keys[0]))
    if row.list_keys or row.keys:
        return plain_keys((row.list_keys or row.keys)[0])
    palette = next(row for row in rows if row.id == "palette")
    keys = palette.keys + palette.list_keys
    return tr("{0} 里的“{1}”", plain_keys(keys[0]), row.title) if keys else tr("搜索里的“{0}”", row.title)
