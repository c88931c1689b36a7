"""The fixed list of mistakes customer-service writers make, each with the contexts that prove or excuse it (F7)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.findings import Grade
from weibo_operator.language.forms import Forms
from weibo_operator.language.sounds import Sounds
from weibo_operator.language.tables import read_rows

_REASONS = {"l": "形近错字", "w": "用词", "x": "多打了字", "m": "漏了字", "o": "字序颠倒", "s": "同音错字"}
_GRADES = {"c": Grade.CERTAIN, "p": Grade.POSSIBLE}


class Confusion(Struct, frozen=True):
    """One row: ``wrong`` is meant to be ``right`` where a ``needed`` context stands and no ``excused`` one.

    Contexts are pairs (text just before, text just after); an empty side matches anything.
    """

    wrong: str
    right: str
    grade: Grade
    reason: str
    needed: tuple[tuple[str, str], ...]
    excused: tuple[tuple[str, str], ...]

    def fits(self, before: str, after: str) -> bool:
        """Whether the row speaks between these two texts."""
        if any(before.endswith(left) and after.startswith(right) for left, right in self.excused):
            return False
        return not self.needed or any(before.endswith(left) and after.startswith(right) for left, right in self.needed)


class Confusions:
    """All rows of ``confusions.tsv``, and of ``collocations.tsv`` (real words in the wrong company), by wrong form.

    What a row means is worked out with the first text that holds its wrong form: a reply holds few of thousands.
    """

    def __init__(self, paths: Iterable[Path], sounds: Sounds) -> None:
        rows: dict[str, list[tuple[str, ...]]] = {}
        for cells in (cells for path in paths for cells in read_rows(path, 6)):
            rows.setdefault(cells[0], []).append(cells)
        self._rows = rows
        self._sounds = sounds
        self._known: dict[str, tuple[Confusion, ...]] = {}
        self._forms = Forms(rows)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def find(self, text: str) -> Iterator[tuple[int, Confusion]]:
        """Each place in ``text`` where a row's wrong form stands in a fitting context, longest form first.

        Raises ``ValueError`` for a row whose contexts say nothing.
        """
        for start, end in self._forms.places(text):
            wrong = text[start:end]
            if wrong in self._rows:
                before, after = text[:start], text[end:]
                yield from ((start, row) for row in self._of(wrong) if row.fits(before, after))

    def _of(self, wrong: str) -> tuple[Confusion, ...]:
        known = self._known.get(wrong)
        if known is None:
            known = self._known[wrong] = tuple(_confusion(cells, self._sounds) for cells in self._rows[wrong])
        return known


def _confusion(cells: tuple[str, ...], sounds: Sounds) -> Confusion:
    wrong, right, grade, kind, needed, excused = cells
    return Confusion(
        wrong,
        right,
        _GRADES[grade],
        _reason(wrong, right, kind, sounds),
        _contexts(needed),
        _contexts(excused),
    )


def _reason(wrong: str, right: str, kind: str, sounds: Sounds) -> str:
    if kind == "w":
        return f"用词：这里一般写“{right}”"
    if kind == "x":
        return "多打了一个字" if len(wrong) - len(right) == 1 else "多打了字"
    if kind in ("", "s") and len(wrong) == len(right):
        return sounds.reason(wrong, right)
    return _REASONS[kind]


def _contexts(cell: str) -> tuple[tuple[str, str], ...]:
    """Contexts written with ~ for the wrong word, as (before, after); ValueError for one that says nothing."""
    pairs: list[tuple[str, str]] = []
    for context in cell.split():
        before, tilde, after = context.partition("~")
        if not tilde or not before + after:
            raise ValueError(f"context {context!r} must be ~ with text beside it")
        pairs.append((before, after))
    return tuple(pairs)
