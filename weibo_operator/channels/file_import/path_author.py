"""Whose posts a file holds, from where it lies: the crawlers write ``weibo/<昵称>/<uid>.csv``."""

import re
from pathlib import Path
from typing import NamedTuple

_UID = re.compile(r"[1-9]\d{4,11}", re.ASCII)
_FOLDERS_OF_TOOLS = frozenset({"weibo", "csv", "json", "data", "result", "results", "output", "export", "结果文件"})
_HOLDER = "weibo"


class Person(NamedTuple):
    """A uid, and the nickname if the folder tells it."""

    uid: str
    nickname: str


def author_of(path: Path) -> Person | None:
    """The person a crawler's file is about, None where its place does not tell."""
    folder, name = path.parent.name, path.stem
    named_folder = folder if path.parent.parent.name == _HOLDER and folder not in _FOLDERS_OF_TOOLS else ""
    if _UID.fullmatch(name):
        return Person(name, "" if _UID.fullmatch(named_folder) else named_folder)
    if _UID.fullmatch(named_folder):
        return Person(named_folder, name)
    return Person("", named_folder) if named_folder else None
