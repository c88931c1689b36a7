"""A regular expression that is compiled when it is first asked."""

import re
import sys
from collections.abc import Callable, Iterator


class LatePattern:
    """Asked like ``re.Pattern``; the window starts without some two hundred that only a reply or a paste needs.

    A wrong one raises ``re.error`` with its first question; a test compiles all of them.
    """

    __slots__ = ("_compiled", "_flags", "_written")

    def __init__(self, written: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._written = written
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = re.compile(self._written, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match anywhere."""
        return self.regex.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """A match that begins at ``start``."""
        return self.regex.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """A match of all of it."""
        return self.regex.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, from left to right."""
        return self.regex.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        """Every match's text; of a pattern with one group the group's."""
        return self.regex.findall(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with every match (the first ``count``) replaced."""
        return self.regex.sub(new, text, count)

    def split(self, text: str, most: int = 0) -> list[str]:
        """What stands between the matches, for patterns without a group that may take no part."""
        return self.regex.split(text, most)
