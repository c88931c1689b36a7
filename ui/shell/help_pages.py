"""The help's pages, read from resources/help: Markdown files whose order and groups are those of its README."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from ui.support.actions import ActionSpec
from ui.support.help_keys import fill_keys
from weibo_operator.translation import SOURCE, spoken

INDEX = "README.md"
_ROW = re.compile(r"^- \[(.+)\]\((\w+)\.md\)$")
_GROUP = re.compile(r"^## (.+)$")
_MARKS = re.compile(r"\]\([^)]*\)|[*\[\]#]")
_SEPARATORS = re.compile(r"['’ ]")


class HelpPage(Struct, frozen=True):
    """One page: ``key`` is its file's stem, ``text`` its Markdown with the keys filled in."""

    key: str
    group: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """The words without Markdown's signs, to be searched."""
        return _MARKS.sub("", self.text)


def read_pages(resources: Path, rows: Sequence[ActionSpec]) -> tuple[HelpPage, ...]:
    """Every page of the index, in its order, with the keys of ``rows``; raises ``OSError`` for one without a file."""
    group, pages = "", list[HelpPage]()
    for line in _file(resources, INDEX).read_text(encoding="utf-8").splitlines():
        if heading := _GROUP.match(line):
            group = heading[1]
        elif row := _ROW.match(line):
            text = _file(resources, f"{row[2]}.md").read_text(encoding="utf-8")
            pages.append(HelpPage(row[2], group, row[1], fill_keys(text, rows)))
    return tuple(pages)


def found_pages(
    pages: Sequence[HelpPage], query: str, initials: Callable[[str], str], *, guessed: bool = False
) -> tuple[HelpPage, ...]:
    """The pages for a query of characters or pinyin initials: those it names by their title come first.

    ``guessed``: the query is still being composed, its characters may be what an input method made of initials.
    """
    wanted = query.strip().lower()
    if not wanted:
        return tuple(pages)
    letters = initials(wanted) if guessed else _letters(wanted)
    ranked = [(rank, page) for page in pages if (rank := _rank(page, wanted, letters, initials)) is not None]
    return tuple(page for _, page in sorted(ranked, key=lambda found: found[0]))


def _file(resources: Path, name: str) -> Path:
    """In the operator's language; in Chinese where that has no such page."""
    said = resources / "help" / spoken() / name
    return said if said.is_file() else resources / "help" / SOURCE / name


def _rank(page: HelpPage, wanted: str, letters: str, initials: Callable[[str], str]) -> int | None:
    title, short = page.title.lower(), initials(page.title)
    if title.startswith(wanted) or (letters and short.startswith(letters)):
        return 0
    if wanted in title or (letters and letters in short):
        return 1
    return 2 if wanted in page.plain.lower() else None


def _letters(query: str) -> str:
    """The query as pinyin initials, or empty when it holds anything else."""
    kept = _SEPARATORS.sub("", query)
    return kept if kept.isascii() and kept.isalnum() else ""
