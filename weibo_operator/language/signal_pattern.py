"""One pattern of the triage word lists: what every match of it holds, and the match itself."""

from collections.abc import Iterator, Sequence

from weibo_operator.domain.late_pattern import LatePattern

_NUMERALS = "零一二两三四五六七八九十百千万几半多"
_NUMBER = rf"[0-9{_NUMERALS}]{{1,8}}"
_DIGITS = tuple("0123456789" + _NUMERALS)
_GAP = r"[^。！？!?\n]{0,12}"
_SPECIAL = frozenset("\\()[]{}?*+|.^$…№")

Choices = tuple[str, ...]
"""Texts one of which every match holds."""


class Pattern:
    """One way of saying a signal; nearly all texts are turned away by what a match would have to hold.

    It is compiled with the first text that holds all of that: compiling all was most of reading the word lists.
    """

    __slots__ = ("_needed", "_regex", "_written")

    def __init__(self, written: str) -> None:
        """``written`` as in the word lists: ``№`` a number, ``…`` up to 12 characters."""
        self._written = written
        self._needed = needed(written)
        self._regex = LatePattern(written.replace("№", _NUMBER).replace("…", _GAP))

    @property
    def keys(self) -> Choices:
        """What tells most: one of these is in every match (the empty text where nothing is known)."""
        return self._needed[0] if self._needed else ("",)

    def match(self, text: str) -> str:
        """The words of the text that match, or empty; raises ``re.error`` when the pattern is wrong."""
        for choices in self._needed:
            for choice in choices:
                if choice in text:
                    break
            else:
                return ""
        if self._needed == ((self._written,),):
            return self._written
        match = self._regex.search(text)
        return match.group() if match else ""


def needed(written: str) -> tuple[Choices, ...]:
    """Of each of these choices every match of the pattern holds one; those that tell most stand first."""
    alternatives = _parted(written)
    if len(alternatives) == 1:
        return tuple(sorted(dict.fromkeys(_of_sequence(written)), key=_telling, reverse=True))
    choices = _one_of(alternatives)
    return (choices,) if choices else ()


def _telling(choices: Choices) -> tuple[int, int]:
    """Longer texts are rarer, and so are fewer of them."""
    return min(map(len, choices)), -len(choices)


def _one_of(alternatives: Sequence[str]) -> Choices:
    """What a match of any of the alternatives holds; empty where one of them needs nothing."""
    of_each = [needed(each) for each in alternatives]
    return tuple(dict.fromkeys(choice for each in of_each for choice in each[0])) if all(of_each) else ()


def _of_sequence(written: str) -> Iterator[Choices]:
    """Runs of plain characters, groups and numbers, unless a quantifier says that they may be missing."""
    run, position = "", 0
    while position < len(written):
        char = written[position]
        after = _end_of_part(written, position)
        if char not in _SPECIAL:
            run += char
        else:
            if char in "?*{":
                run = run[:-1]
            if run:
                yield (run,)
            run = ""
            if written[after : after + 1] not in ("?", "*", "{"):
                yield from _of_part(written[position:after])
        position = after
    if run:
        yield (run,)


def _of_part(part: str) -> Iterator[Choices]:
    """What a part in special characters needs that must be there: a number its digits, a group one of its choices."""
    if part == "№":
        yield _DIGITS
    elif part.startswith("(") and (not part.startswith("(?") or part.startswith("(?:")):
        choices = _one_of(_parted(part[3 if part.startswith("(?:") else 1 : -1]))
        if choices:
            yield choices


def _parted(written: str) -> list[str]:
    """The alternatives of a pattern, at the ``|`` outside any group."""
    parts, position = [""], 0
    while position < len(written):
        after = _end_of_part(written, position)
        if written[position] == "|":
            parts.append("")
        else:
            parts[-1] += written[position:after]
        position = after
    return parts


def _end_of_part(written: str, position: int) -> int:
    """Where the character, class, group or quantifier that begins here ends."""
    char = written[position]
    if char == "\\":
        return position + 2
    if char == "[":
        return written.index("]", position + 2) + 1
    if char == "{":
        return written.index("}", position) + 1
    if char != "(":
        return position + 1
    position += 1
    while written[position] != ")":
        position = _end_of_part(written, position)
    return position + 1
