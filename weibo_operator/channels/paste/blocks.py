"""Where one message ends and the next begins, decided for the whole text at once.

Pages agree on little: the time stands under the name, or under the text, or beside either. Each dated line has a few
readings; a reading leaves some words over, takes a short answer for a name, or finds nobody who wrote. The cheapest
row of readings through the whole text wins (Viterbi), so that a page's own order decides its doubtful places.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate, pairwise
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.channels.paste.marks import Mark
from weibo_operator.channels.paste.names import looks_unlikely

_REACH = 30
"""Lines above a time in which its name is looked for."""
_READINGS = 10
_BETWEEN = 3
"""Buttons and badges that may stand between a name and its time."""
_UNLIKELY = 2.0
_NO_WORDS = 6.0
_LEFT_OVER = 3.0
_BEFORE_ALL = 0.3
_AFTER_FOOT = 1.0
_FOREIGN_CARD = 4.0
_NO_GAP = 1.0
_GAP_INSIDE = 0.15


class Shape(StrEnum):
    """In which order a message's parts stand."""

    HEADED = "headed"
    """Name, time, words; or name and time on one line."""
    ENDED = "ended"
    """Name, words, time."""
    NAMED = "named"
    """``name：words``, then the time."""
    WHOLE = "whole"
    """``name：words`` and the time on one line."""
    DATED = "dated"
    """Time, name, words."""
    ANY = "any"
    """A paragraph with one time, in whatever order."""
    QUOTE = "quote"
    """The post that the message before is about, which has a time of its own."""
    LOOSE = "loose"
    """A time for which nobody is found."""


_COST = {
    Shape.HEADED: 0.0,
    Shape.ENDED: 1.0,
    Shape.NAMED: -0.5,
    Shape.WHOLE: -1.0,
    Shape.DATED: 4.0,
    Shape.ANY: 2.5,
    Shape.QUOTE: 0.0,
    Shape.LOOSE: 9.0,
}


class Block(Struct, frozen=True):
    """Rows ``start`` to ``end`` (exclusive) of the marked lines; ``head`` names the author, ``anchor`` the time."""

    shape: Shape
    start: int
    head: int
    anchor: int
    end: int = 0


def blocks_of(rows: Sequence[Mark], own_names: frozenset[str]) -> tuple[Block, ...]:
    """The blocks in order; rows before the first belong to none."""
    anchors = _anchors(rows)
    if not anchors:
        return _undated(rows)
    sums = _Sums(rows, own_names)
    paragraphs = _paragraphs(rows)
    best: list[_Path] = []
    before = -1
    for number, anchor in enumerate(anchors):
        upto = anchors[number + 1] if number + 1 < len(anchors) else len(rows)
        readings = _readings(rows, anchor, before, upto, paragraphs[anchor])
        best = [_cheapest(best, each, sums) for each in readings]
        before = anchor
    path: _Path | None = min(best, key=lambda each: each.cost + sums.cost(each.block, len(rows)))
    found: list[Block] = []
    end = len(rows)
    while path is not None:
        found.append(replace(path.block, end=end))
        end, path = path.block.start, path.before
    return tuple(reversed(found))


def foot_of(rows: Sequence[Mark], start: int, end: int) -> int:
    """The first row from ``start`` that ends a message's words: counts, or the buttons below it."""
    for at in range(start, end):
        row = rows[at]
        if row.counts or (row.is_page and row.line.text.split(" ")[0] in ("回复", "转发", "评论", "赞", "举报")):
            return at
    return end


class _Path(Struct, frozen=True):
    """A row of readings from the beginning, as a chain; ``cost`` leaves out the last one, whose end is open."""

    cost: float
    block: Block
    before: "_Path | None" = None


def _cheapest(best: list[_Path], reading: Block, sums: "_Sums") -> _Path:
    if not best:
        return _Path(sums.before_all(reading.start), reading)
    costs = [path.cost + sums.cost(path.block, reading.start) for path in best]
    cost = min(costs)
    return _Path(cost, reading, best[costs.index(cost)])


def _paragraphs(rows: Sequence[Mark]) -> list[tuple[int, int]]:
    """For each row where its paragraph starts and ends (exclusive)."""
    starts = [at for at, row in enumerate(rows) if row.line.after_gap or at == 0]
    found: list[tuple[int, int]] = []
    for start, end in pairwise([*starts, len(rows)]):
        found += [(start, end)] * (end - start)
    return found


def _anchors(rows: Sequence[Mark]) -> list[int]:
    """Dated rows, and addresses of posts (whose id tells the time) in paragraphs without a date."""
    anchors: list[int] = []
    for start, end in dict.fromkeys(_paragraphs(rows)):
        dated = [at for at in range(start, end) if rows[at].is_anchor]
        anchors += dated or [at for at in range(start, end) if _is_posted(rows[at])]
    return anchors


def _is_posted(row: Mark) -> bool:
    return row.post is not None and (row.is_page or row.is_named_text)


def _undated(rows: Sequence[Mark]) -> tuple[Block, ...]:
    """Without any date: each ``name：words`` with the lines below it, if the text begins with one."""
    starts = [at for at, row in enumerate(rows) if row.is_named_text]
    first = next((at for at, row in enumerate(rows) if row.is_words), None)
    if not starts or first != starts[0]:
        return ()
    ends = [*starts[1:], len(rows)]
    return tuple(Block(Shape.WHOLE, at, at, at, end) for at, end in zip(starts, ends, strict=True))


def _readings(rows: Sequence[Mark], anchor: int, before: int, upto: int, paragraph: tuple[int, int]) -> list[Block]:
    row = rows[anchor]
    if row.is_named_text:
        return [Block(Shape.WHOLE, anchor, anchor, anchor)]
    if row.name:
        return [Block(Shape.HEADED, anchor, anchor, anchor)]
    found = [Block(Shape.LOOSE, anchor, anchor, anchor)]
    head = _name_above(rows, anchor, before)
    if head is not None:
        found.append(Block(Shape.HEADED, head, head, anchor))
    words = False
    for at in range(anchor - 1, max(before, anchor - _REACH), -1):
        above = rows[at]
        if above.is_named_text:
            found.append(Block(Shape.NAMED, at, at, anchor))
        elif above.name and words:
            found.append(Block(Shape.ENDED, at, at, anchor))
        if above.quote is not None and before >= 0:
            found.append(Block(Shape.QUOTE, at, at, anchor))
        words = words or above.is_words
        if len(found) >= _READINGS:
            break
    below = next((at for at in range(anchor + 1, min(upto, anchor + _REACH)) if not rows[at].is_page), upto)
    if below < upto and rows[below].name and rows[below].said is None:
        found.append(Block(Shape.DATED, anchor, below, anchor))
    shuffled = _shuffled(rows, anchor, before, upto, paragraph)
    return found if shuffled is None else [*found, shuffled]


def _name_above(rows: Sequence[Mark], anchor: int, before: int) -> int | None:
    for at in range(anchor - 1, max(before, anchor - 2 - _BETWEEN), -1):
        row = rows[at]
        if row.name and row.said is None:
            return at
        if not (row.is_page or row.where) or row.counts:
            return None
    return None


def _shuffled(rows: Sequence[Mark], anchor: int, before: int, upto: int, paragraph: tuple[int, int]) -> Block | None:
    start, end = paragraph
    if start <= before or end > upto or end - start > _REACH:
        return None
    names = [at for at in range(start, end) if rows[at].name and rows[at].said is None and at != anchor]
    if not names:
        return None
    return Block(Shape.ANY, start, min(names, key=lambda at: _name_cost(rows[at])), anchor)


def _name_cost(row: Mark) -> float:
    if row.linked:
        return -_FOREIGN_CARD
    return (_UNLIKELY if looks_unlikely(row.name) else 0.0) - (1.0 if row.verified else 0.0)


class _Sums:
    """Running totals over the rows, so that a reading's cost needs no second look at them."""

    def __init__(self, rows: Sequence[Mark], own_names: frozenset[str]) -> None:
        self._rows = rows
        self._own = own_names
        self._words = [0, *accumulate(int(row.is_words) for row in rows)]
        self._cards = [0, *accumulate(int(row.linked) for row in rows)]
        self._gaps = [0, *accumulate(int(row.line.after_gap) for row in rows)]
        self._has_gaps = self._gaps[-1] > 1

    def before_all(self, start: int) -> float:
        """What it costs to leave the first ``start`` rows out."""
        return _BEFORE_ALL * self._words[start] + _FOREIGN_CARD * self._cards[start]

    def cost(self, block: Block, end: int) -> float:
        """What a reading costs whose block ends before row ``end``."""
        rows, anchor = self._rows, block.anchor
        if block.head >= end:
            return inf  # its author stands in the next block already
        cost = _COST[block.shape]
        if self._has_gaps and not rows[block.start].line.after_gap:
            cost += _NO_GAP
        cost += _GAP_INSIDE * (self._gaps[end] - self._gaps[block.start + 1])
        cards = self._cards[end] - self._cards[block.start] - int(rows[block.head].linked)
        cost += _FOREIGN_CARD * cards
        if block.shape is Shape.LOOSE:
            return cost + self._words[end] - self._words[anchor]
        if block.shape is not Shape.QUOTE:
            cost += _name_cost(rows[block.head]) + (0.5 if rows[block.head].name in self._own else 0.0)
        below = self._words[end] - self._words[anchor + 1]
        if block.shape in (Shape.ENDED, Shape.NAMED, Shape.WHOLE):
            return cost + _LEFT_OVER * below
        if block.shape is Shape.QUOTE:
            above = self._words[anchor] - self._words[block.start + 1]
            return cost + (_LEFT_OVER * below if above or (rows[block.start].quote or ("", ""))[1] else 1.0)
        foot = foot_of(rows, anchor + 1, end)
        lost = self._words[end] - self._words[foot]
        words = self._words[foot] - self._words[anchor + 1]
        if block.shape is Shape.DATED:
            words -= 1
        if block.shape is Shape.ANY:
            words = self._words[end] - self._words[block.start] - 1
            lost = 0
        return cost + _AFTER_FOOT * lost + (0.0 if words > 0 else _NO_WORDS)
