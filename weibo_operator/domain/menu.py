"""The menu of the account's page in Weibo: two levels of names, as many as it takes (mission G9)."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

TOP_AT_MOST, BELOW_AT_MOST = 3, 5
"""So many names the page's menu has room for: at the top, and below each of them."""
TOP_LONGEST, BELOW_LONGEST = 4, 7
"""So many characters of a name are shown."""
SEPARATOR = "/"
T = TypeVar("T")


class MenuNode(Struct, Generic[T], frozen=True):
    """One name at the top: what stands at it, and the names below with what stands at each."""

    name: str
    items: Sequence[T]
    below: Sequence[tuple[str, Sequence[T]]]


class MenuFault(Struct, frozen=True):
    """What the page's menu has no room for: ``kind`` is top, below or long; ``name`` where, ``count`` how many."""

    kind: str
    name: str
    count: int


def menu_path(text: str) -> tuple[str, ...]:
    """“售后服务 / 退换货” as its names; empty parts are kept out."""
    names = (" ".join(part.split()) for part in text.replace("／", SEPARATOR).replace(">", SEPARATOR).split(SEPARATOR))
    return tuple(name for name in names if name)


def menu_tree(placed: Iterable[tuple[str, T]]) -> tuple[MenuNode[T], ...]:
    """Things with their places as a tree, in the order in which they come; what has no place is left out."""
    tops: dict[str, tuple[list[T], dict[str, list[T]]]] = {}
    for place, item in placed:
        path = menu_path(place)
        if not path:
            continue
        items, below = tops.setdefault(path[0], ([], {}))
        if len(path) == 1:
            items.append(item)
        else:
            below.setdefault(SEPARATOR.join(path[1:]), []).append(item)
    return tuple(
        MenuNode(name, tuple(items), tuple((lower, tuple(held)) for lower, held in below.items()))
        for name, (items, below) in tops.items()
    )


def menu_faults(tree: Sequence[MenuNode[T]]) -> tuple[MenuFault, ...]:
    """What of a tree the page's menu has no room for, from the top down."""
    faults = [MenuFault("top", "", len(tree))] if len(tree) > TOP_AT_MOST else []
    for node in tree:
        if len(node.below) > BELOW_AT_MOST:
            faults.append(MenuFault("below", node.name, len(node.below)))
        names = [(node.name, TOP_LONGEST), *((name, BELOW_LONGEST) for name, _ in node.below)]
        faults += [MenuFault("long", name, most) for name, most in names if len(name) > most]
    return tuple(faults)
