"""A chart of the weekly report as boxes, lines and words on a plane of points, for SVG and for paper alike."""

from collections.abc import Iterator
from enum import StrEnum
from math import ceil, log10

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.services.weekly_charts import Chart, Shape

WIDTH = 260.0
_HEIGHT = 112.0
_TITLE = 18.0
_FOOT = 14.0
_AXIS = 22.0
_ROW = 13.0
_BAR = 7.5
_NAMES = 68.0
_NUMBER = 26.0
_MOST_TICKS = 4
_FEW_LABELS = 8
_MOST_BARS, _MOST_PAIRS = 8, 5
"""The rest of a longer list is in its table."""
_SMALL, _TEXT, _HEAD = 6.5, 7.5, 9.0


class Ink(StrEnum):
    """What a box or line is drawn with; the second series is hatched, so that it shows without colour."""

    FIRST = "first"
    SECOND = "second"
    GRID = "grid"
    TRACK = "track"


class Anchor(StrEnum):
    """Which point of the words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Box(Struct, frozen=True):
    """A filled rectangle."""

    left: float
    top: float
    width: float
    height: float
    ink: Ink


class Line(Struct, frozen=True):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink


class Words(Struct, frozen=True):
    """A line of words; ``y`` is their baseline, ``size`` in points."""

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = Anchor.START
    bold: bool = False


Mark = Box | Line | Words


class Drawing(Struct, frozen=True):
    """A plane of ``width`` × ``height`` points with marks to be drawn in their order."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def drawing_of(chart: Chart) -> Drawing:
    """Draw a chart with its title, its legend where it has two series, and every number beside its mark."""
    height = _HEIGHT
    if chart.shape is Shape.BARS:
        most = _MOST_BARS if len(chart.series) == 1 else _MOST_PAIRS
        chart = replace(chart, labels=chart.labels[:most])
        height = _TITLE + _row_height(chart) * len(chart.labels) + 4
    body = {Shape.BARS: _bars, Shape.COLUMNS: _columns, Shape.LINE: _line}[chart.shape]
    return Drawing(WIDTH, height, (*_head(chart), *body(chart)))


def tick_step(highest: int) -> int:
    """A round step (1, 2, 5, 10, 20 …), few of which cover ``highest``."""
    rough = max(1, ceil(highest / _MOST_TICKS))
    power = 10 ** int(log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)


def _head(chart: Chart) -> Iterator[Mark]:
    yield Words(0, 10, chart.title, _HEAD, bold=True)
    if len(chart.names) < 2:
        return
    right = WIDTH
    for name, ink in reversed(tuple(zip(chart.names, (Ink.FIRST, Ink.SECOND), strict=True))):
        yield Words(right, 9.5, name, _TEXT, Anchor.END)
        right -= len(name) * _TEXT + 11
        yield Box(right, 3, 8, 8, ink)
        right -= 8


def _plane(chart: Chart) -> tuple[float, float, int, list[Mark]]:
    """The ground line, points per unit, and the grid with its numbers."""
    ground, top = _HEIGHT - _FOOT, _TITLE + 9
    step = tick_step(chart.highest)
    ceiling = step * ceil(chart.highest / step)
    unit = (ground - top) / ceiling
    marks: list[Mark] = []
    for value in range(0, ceiling + 1, step):
        y = ground - value * unit
        marks.append(Line(_AXIS, y, WIDTH, y, Ink.GRID))
        marks.append(Words(_AXIS - 4, y + 2.3, str(value), _SMALL, Anchor.END))
    return ground, unit, step, marks


def _columns(chart: Chart) -> Iterator[Mark]:
    ground, unit, _, marks = _plane(chart)
    yield from marks
    slot = (WIDTH - _AXIS) / len(chart.labels)
    width = min(12.0, slot * 0.7 / len(chart.series))
    every = 1 if len(chart.labels) <= _FEW_LABELS else 3
    for place, label in enumerate(chart.labels):
        middle = _AXIS + slot * (place + 0.5)
        left = middle - (width * len(chart.series) + 2 * (len(chart.series) - 1)) / 2
        for values, ink in zip(chart.series, (Ink.FIRST, Ink.SECOND), strict=False):
            value = values[place]
            if value:
                yield Box(left, ground - value * unit, width, value * unit, ink)
            if value is not None and (value or len(chart.labels) <= _FEW_LABELS):
                yield Words(left + width / 2, ground - value * unit - 2, str(value), _SMALL, Anchor.MIDDLE)
            left += width + 2
        if place % every == 0:
            yield Words(middle, _HEIGHT - 4, label, _SMALL, Anchor.MIDDLE)


def _line(chart: Chart) -> Iterator[Mark]:
    ground, unit, _, marks = _plane(chart)
    yield from marks
    slot = (WIDTH - _AXIS) / len(chart.labels)
    before: tuple[float, float] | None = None
    for place, (label, value) in enumerate(zip(chart.labels, chart.series[0], strict=True)):
        x = _AXIS + slot * (place + 0.5)
        yield Words(x, _HEIGHT - 4, label, _SMALL, Anchor.MIDDLE)
        if value is None:
            continue
        y = ground - value * unit
        if before is not None:
            yield Line(*before, x, y, Ink.FIRST)
        yield Box(x - 2, y - 2, 4, 4, Ink.FIRST)
        yield Words(x, y - 4, str(value), _SMALL, Anchor.MIDDLE)
        before = (x, y)


def _bars(chart: Chart) -> Iterator[Mark]:
    two = len(chart.series) > 1
    row = _row_height(chart)
    unit = (WIDTH - _NAMES - _NUMBER) / chart.highest
    for place, label in enumerate(chart.labels):
        top = _TITLE + row * place + (row - _BAR * len(chart.series) - 2 * two) / 2
        yield Words(0, _TITLE + row * (place + 0.5) + 2.6, label, _TEXT)
        for values, ink in zip(chart.series, (Ink.FIRST, Ink.SECOND), strict=False):
            value = values[place] or 0
            yield Box(_NAMES, top, WIDTH - _NAMES - _NUMBER, _BAR, Ink.TRACK)
            if value:
                yield Box(_NAMES, top, value * unit, _BAR, ink)
            yield Words(WIDTH, top + _BAR - 1.4, str(value), _TEXT, Anchor.END)
            top += _BAR + 2


def _row_height(chart: Chart) -> float:
    return _ROW if len(chart.series) == 1 else _BAR * 2 + 6
