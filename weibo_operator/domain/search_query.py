"""What is typed into the search field: words, and conditions on the ticket (product.md, Undo, history, search)."""

import re

from msgspec import Struct

from weibo_operator.domain.labels import Kind, State

_KEYS = {
    "author": ("来自", "from"),
    "kind": ("类型", "kind"),
    "department": ("部门", "department"),
    "state": ("状态", "state"),
}
_STATES = {
    State.NEW: ("新", "new"),
    State.IN_PROGRESS: ("处理中", "inprogress"),
    State.FOLLOW_UP: ("待回访", "followup"),
    State.CLOSED: ("完成", "已完成", "closed"),
}
_LATE = ("超时", "late")
_UNITS = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "": 1}
_CONDITION = re.compile(rf"({'|'.join(word for words in _KEYS.values() for word in words)})[:：](\S+)", re.IGNORECASE)
_FOLLOWERS = re.compile(r"(?:粉丝|followers)(>=|<=|[>＞≥<＜≤])(\d{1,9}(?:\.\d{1,3})?)([万千wk]?)", re.IGNORECASE)
_PIECES = re.compile(r"\S+")


class SearchQuery(Struct, frozen=True):
    """``text`` is looked for as it stands; of the conditions an empty one (None, False) asks for nothing.

    ``author`` and ``department`` are parts of names; ``followers`` are the fewest and the most, both included.
    """

    text: str
    author: str = ""
    kinds: tuple[Kind, ...] = ()
    department: str = ""
    states: tuple[State, ...] = ()
    late: bool = False
    followers: tuple[int | None, int | None] = (None, None)

    @property
    def has_conditions(self) -> bool:
        """True when more than text is asked for."""
        return self != SearchQuery(self.text)


def read_query(typed: str, labels: dict[str, str] | None = None) -> SearchQuery:
    """Take the conditions out of ``typed``; what is none stays text, 类型:没有这种 too.

    ``labels`` are further names of kinds (those of another language), each with the kind's own.
    """
    labels = labels or {}
    found: dict[str, str] = {}
    late, least, most = False, None, None
    rest: list[str] = []
    for piece in _PIECES.findall(typed):
        condition, followers = _CONDITION.fullmatch(piece), _FOLLOWERS.fullmatch(piece)
        if piece.lower() in _LATE:
            late = True
        elif followers is not None:
            low, high = _bounds(*followers.groups())
            least, most = (low if low is not None else least), (high if high is not None else most)
        elif condition is not None and _is_known(key := _key(condition[1]), condition[2], labels):
            found[key] = condition[2]
        else:
            rest.append(piece)
    if not found and not late and least is most is None:
        return SearchQuery(typed)
    return SearchQuery(
        text=" ".join(rest),
        author=found.get("author", "").removeprefix("@"),
        kinds=_kinds(found["kind"], labels) if "kind" in found else (),
        department=found.get("department", ""),
        states=_states(found["state"]) if "state" in found else (),
        late=late,
        followers=(least, most),
    )


def _key(word: str) -> str:
    return next(key for key, words in _KEYS.items() if word.lower() in words)


def _is_known(key: str, value: str, labels: dict[str, str]) -> bool:
    if key == "kind":
        return bool(_kinds(value, labels))
    return bool(_states(value)) if key == "state" else True


def _kinds(value: str, labels: dict[str, str]) -> tuple[Kind, ...]:
    wanted = value.lower()
    names = {kind.value: kind.value for kind in Kind} | labels
    return tuple(dict.fromkeys(Kind(kind) for name, kind in names.items() if name.lower().startswith(wanted)))


def _states(value: str) -> tuple[State, ...]:
    wanted = value.lower().replace("-", "").replace("_", "")
    return tuple(state for state, words in _STATES.items() if any(word.startswith(wanted) for word in words))


def _bounds(sign: str, number: str, unit: str) -> tuple[int | None, int | None]:
    """The fewest and the most followers, both included, one of them None."""
    count = round(float(number) * _UNITS[unit.lower()])
    match sign:
        case ">" | "＞":
            return count + 1, None
        case "<" | "＜":
            return None, count - 1
        case ">=" | "≥":
            return count, None
        case _:
            return None, count
