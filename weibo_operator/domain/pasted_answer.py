"""Finds departments' answers in what was pasted: by code, without the quoted package and the messengers' decoration.

Mission E7: an answer comes back through WeChat, DingTalk or mail: quoted, forwarded, wrapped anew, with name and time
lines around it. Nothing here knows the desk: the caller says which codes exist and what was sent under them.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.pasted_lines import QUOTED, head_start, visible, without_decoration

_DASH = "-‐‑‒–—―−－﹣➖_~～"
_GAP = r"[\s>＞|｜▏▎»]{0,40}"
"""Bounded, for two of them meet: a page of empty lines would be tried with each way to share them out."""
_DIGITS = "0-9０-９"
_ALNUM = f"A-Za-zＡ-Ｚａ-ｚ{_DIGITS}"
# A code may be broken over lines, also between its digits; the reading with the break counts only where it is known.
_CODE = LatePattern(
    rf"(?<![{_ALNUM}])[FfＦｆ]{_GAP}[{_DASH}]{_GAP}(?P<number>[{_DIGITS}]{{1,9}})"
    rf"(?P<rest>(?:{_GAP}\n{_GAP}[{_DIGITS}]{{1,8}})?)(?![{_DIGITS}])"
)
_ONLY_LABEL = LatePattern(r"[\s#＃【\[（(「“>|：:]*(?:(?:回复)?(?:编号|单号)|客服台|回复)?[\s：:]*")
_AND = LatePattern(r"[ \t】）)\]]*[、,，;；和与及跟&＆+＋/／]?[ \t#＃【（(\[]*(?:编号|单号)?[ \t：:]*")
_LABEL_ON_LINE = LatePattern(r"[ \t#＃【\[（(「“|]*(?:(?:回复)?(?:编号|单号)[ \t：:]*)?$")
_LONGEST_LABEL = 40
_BETWEEN = LatePattern(r"[ \t】）)\]」”]*[，,、;；。.！!]?[ \t]*")
_SEPARATORS = " \t，,、;；"
_CLOSING = "。．.！!;；，,）)】] "
_FOLDED_CODE = LatePattern(r"f-[0-9]+")
_FOLDED_AWAY = frozenset("\"'“”‘’「」『』<>|▏▎»")
_LEAST_LINE = 4
"""A shorter line of a package is no proof that the package is quoted."""
_LEAST_START = 12
"""So many characters of a package's beginning are its quotation, cut off after them (WeChat shows two lines)."""


class CodeAt(Struct, frozen=True):
    """A code as it stands in a text: ``number`` is the handoff's."""

    start: int
    end: int
    number: int


class PastedAnswer(Struct, frozen=True):
    """What was said to one handoff, and by whom if the messenger told it."""

    number: int
    text: str
    speaker: str = ""


class _Anchor(Struct, frozen=True):
    start: int
    end: int
    number: int
    is_quoted: bool


def codes_in(text: str, known: Collection[int] | None = None) -> tuple[CodeAt, ...]:
    """Every code in the visible text, in order; ``known`` decides whether digits after a line break belong to it."""
    return _codes(visible(text), known)


def numbers_in(text: str) -> frozenset[int]:
    """Every number the text's codes may mean, both readings of a code whose digits are broken over lines."""
    short = {code.number for code in codes_in(text, ())}
    joined = {_number(found.group("number") + found.group("rest")) for found in _CODE.finditer(visible(text))}
    return frozenset(short | joined)


def read_answers(
    text: str, packages: Mapping[int, Sequence[str]], names: Collection[str] = ()
) -> tuple[PastedAnswer, ...]:
    """The answers in a pasted text, one per handoff in the order they stand in; empty ones are left in.

    ``packages``: for each handoff that may be meant, the texts that were sent under its code and may be quoted.
    ``names``: people who may have answered, whose “name：” before an answer is no part of it.
    """
    marked, quoted = _without_packages(visible(text), packages)
    anchors = sorted([*quoted, *_spoken_codes(marked, packages)], key=lambda anchor: anchor.start)
    numbers = list(dict.fromkeys(anchor.number for anchor in anchors))
    if len(numbers) <= 1:
        found = tuple(_cleaned(number, marked, names) for number in numbers)
    else:
        found = _shared_out(marked, _runs(anchors, marked), names)
    return tuple(each for each in found if each.number in packages)


def _codes(text: str, known: Collection[int] | None) -> tuple[CodeAt, ...]:
    return tuple(_read(found, known) for found in _CODE.finditer(text))


def _read(found: re.Match[str], known: Collection[int] | None) -> CodeAt:
    number = _number(found.group("number"))
    if found.group("rest"):
        joined = _number(found.group("number") + found.group("rest"))
        if known is not None and joined in known and number not in known:
            return CodeAt(found.start(), found.end(), joined)
    return CodeAt(found.start(), found.end("number"), number)


def _number(digits: str) -> int:
    return int("".join(digit for digit in unicodedata.normalize("NFKC", digits) if digit.isdecimal()))


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it survives any messenger, with the place of each character in the original."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for folded in unicodedata.normalize("NFKC", character).lower():
            if not folded.isspace() and folded not in _FOLDED_AWAY:
                kept.append("-" if folded in _DASH else folded)
                places.append(place)
    return "".join(kept), places


def _without_packages(text: str, packages: Mapping[int, Sequence[str]]) -> tuple[str, list[_Anchor]]:
    """The text with every quotation of a package replaced by marks of the same length, and where they stood."""
    folded, places = _folded(text)
    characters, anchors = list(text), list[_Anchor]()
    # Whole quotations first: a line that two packages share belongs to the one that stands there, and of two packages
    # with one beginning it is the one that goes on as the text does.
    for find in (_quoted_starts, _quoted_lines):
        for number, start, end in sorted(_quotations(find, folded, packages), key=lambda each: each[1] - each[2]):
            first, last = places[start], places[end - 1] + 1
            if all(character in (QUOTED, "\n") for character in characters[first:last]):
                continue
            anchors.append(_Anchor(first, last, number, is_quoted=True))
            characters[first:last] = ["\n" if character == "\n" else QUOTED for character in characters[first:last]]
    return "".join(characters), anchors


def _quotations(
    find: Callable[[str, str], Iterator[tuple[int, int]]], folded: str, packages: Mapping[int, Sequence[str]]
) -> Iterator[tuple[int, int, int]]:
    """What ``find`` finds of every package: (number, start, end)."""
    for number, sent in packages.items():
        for package in sent:
            for start, end in find(folded, package):
                yield number, start, end


def _quoted_starts(folded: str, package: str) -> Iterator[tuple[int, int]]:
    """Where the package or its beginning stands in a folded text."""
    whole = _folded(package)[0]
    head = whole[:_LEAST_START]
    place = folded.find(head) if len(head) == _LEAST_START else -1
    while place >= 0:
        length = next(
            (n for n, (a, b) in enumerate(zip(folded[place:], whole, strict=False)) if a != b),
            min(len(whole), len(folded) - place),
        )
        if not _has_another_code(folded, place, length, whole):
            yield place, place + length
        place = folded.find(head, place + length)


def _has_another_code(folded: str, place: int, length: int, package: str) -> bool:
    """True where the text goes on like the package up to its code, and another code stands there."""
    own = _FOLDED_CODE.search(package)
    if own is None or length < own.start():
        return False
    here = _FOLDED_CODE.match(folded, place + own.start())
    return here is not None and here.group() != own.group()


def _quoted_lines(folded: str, package: str) -> Iterator[tuple[int, int]]:
    """Where whole lines of the package stand in a folded text."""
    for line in package.split("\n"):
        wanted = _folded(line)[0]
        place = folded.find(wanted) if len(wanted) >= _LEAST_LINE else -1
        while place >= 0:
            yield place, place + len(wanted)
            place = folded.find(wanted, place + len(wanted))


def _spoken_codes(marked: str, known: Collection[int]) -> Iterator[_Anchor]:
    """The codes somebody wrote; one nobody gave counts only where it begins a line, as an answer of its own."""
    for code in _codes(marked, known):
        before = marked[_line_start(marked, code.start, 0) : code.start]
        if code.number in known or _ONLY_LABEL.fullmatch(before):
            yield _Anchor(code.start, code.end, code.number, is_quoted=False)


def _runs(anchors: Sequence[_Anchor], marked: str) -> list[_Anchor]:
    """Neighbouring anchors of one handoff become one where nobody says anything in between."""
    runs: list[_Anchor] = []
    for anchor in anchors:
        last = runs[-1] if runs else None
        if last is not None and last.number == anchor.number and not _says(marked[last.end : anchor.start]):
            runs[-1] = _Anchor(last.start, max(last.end, anchor.end), anchor.number, anchor.is_quoted)
        else:
            runs.append(anchor)
    return runs


def _shared_out(marked: str, runs: Sequence[_Anchor], names: Collection[str]) -> tuple[PastedAnswer, ...]:
    """Give every handoff its words: those after its code, or those before it where the text ends with a code."""
    before = _says(marked[: runs[0].start], names)
    behind = bool(before) and not _says(marked[runs[-1].end :], names).strip(_CLOSING)
    groups = _named_together(runs, marked)
    parts: dict[int, list[str]] = {}
    for place, group in enumerate(groups):
        last_end = groups[place - 1][-1].end if place else 0
        if behind:
            # The bracket that closes around the code before, and the comma behind it, are nobody's words.
            between = _BETWEEN.match(marked, last_end, group[0].start) if place else None
            start, end = (between.end() if between else last_end), group[-1].end
        else:
            # The line's own beginning (a name, “编号”, a bracket) belongs to the code, as does the head above it.
            start = _message_start(marked, group[0].start, last_end) if place else 0
            following = groups[place + 1 :]
            end = _words_end(marked, following[0][0].start, group[-1].end) if following else len(marked)
        for run in group:
            words = marked[start : group[0].start] + marked[run.start : run.end] + marked[group[-1].end : end]
            parts.setdefault(run.number, []).append(words)
    return tuple(_cleaned(number, "\n".join(words), names) for number, words in parts.items())


def _named_together(runs: Sequence[_Anchor], marked: str) -> list[list[_Anchor]]:
    """Codes that one sentence names together (F-12、F-13 都已补发): its words are for each of them."""
    groups: list[list[_Anchor]] = []
    for run in runs:
        last = groups[-1][-1] if groups else run
        is_spoken = last is not run and not last.is_quoted and not run.is_quoted
        if is_spoken and _AND.fullmatch(marked, last.end, run.start):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _message_start(text: str, place: int, least: int) -> int:
    """Where the words to the code at ``place`` begin: with its message, or beside another code with its label."""
    if "\n" not in text[least:place]:
        label = _LABEL_ON_LINE.search(text, max(least, place - _LONGEST_LABEL), place)
        return place if label is None else label.start()
    return head_start(text, _line_start(text, place, least), least)


def _words_end(text: str, place: int, least: int) -> int:
    """Where the words end that stand before the code at ``place``; the comma before a code on one line is no part."""
    end = _message_start(text, place, least)
    return end if "\n" in text[least:place] else least + len(text[least:end].rstrip(_SEPARATORS))


def _line_start(text: str, place: int, least: int) -> int:
    return max(least, text.rfind("\n", 0, place) + 1)


def _says(marked: str, names: Collection[str] = ()) -> str:
    return without_decoration(marked, (), names)[0]


def _cleaned(number: int, marked: str, names: Collection[str]) -> PastedAnswer:
    codes = [(code.start, code.end) for code in _codes(marked, (number,)) if code.number == number]
    text, speaker = without_decoration(marked, codes, names)
    return PastedAnswer(number, text, speaker)
