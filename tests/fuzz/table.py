"""The targets by name, how many of a run's inputs each gets, and how long one input may take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.fuzz.targets import files, lists, pasting, platform, restoring, texts, typed
from tests.fuzz.targets.base import Place, Target


@dataclass(frozen=True)
class Entry:
    """A target: ``share`` of every thousand inputs, ``seconds`` for one of them."""

    open: Callable[[Place], Target]
    share: int
    seconds: float = 2.0


TARGETS: Mapping[str, Entry] = {
    "tables": Entry(files.tables, 70),
    "json": Entry(files.documents, 80),
    "databases": Entry(files.databases, 15),
    "workbooks": Entry(files.workbooks, 10, 10.0),
    "paste": Entry(pasting.PasteTarget, 30),
    "answers": Entry(pasting.AnswerTarget, 20),
    "platform": Entry(platform.PlatformTarget, 210),
    "templates": Entry(lists.templates, 2),
    "orders": Entry(lists.orders, 15),
    "cards": Entry(lists.cards, 5),
    "insiders": Entry(lists.InsiderTarget, 20),
    "variables": Entry(texts.VariableTarget, 220),
    "times": Entry(texts.TimeTarget, 230),
    "check": Entry(texts.CheckTarget, 1, 4.0),
    "search": Entry(typed.SearchTarget, 5),
    "settings": Entry(typed.SettingTarget, 60),
    "fields": Entry(typed.FieldTarget, 4, 4.0),
    "restore": Entry(restoring.RestoreTarget, 1, 10.0),
}
"""Every entrance by which something from outside, or from a keyboard, gets in."""
