"""The report's charts on paper: boxes, hatched boxes, lines and words, all of them vectors."""

from collections.abc import Mapping

from ui.support.tokens import ColorRole
from ui.weekly.sheet_paper import Paper
from weibo_operator.services.weekly_drawing import Box, Drawing, Ink, Line

_ROLES: Mapping[Ink, ColorRole] = {
    Ink.FIRST: "chart1",
    Ink.SECOND: "text2",
    Ink.GRID: "divider",
    Ink.TRACK: "neutral_subtle",
}


def draw_chart(paper: Paper, drawing: Drawing, x: float, y: float, scale: float) -> None:
    """Draw with the upper left corner at a point of the page."""
    for mark in drawing.marks:
        match mark:
            case Box():
                place = (x + mark.left * scale, y + mark.top * scale, mark.width * scale, mark.height * scale)
                if mark.ink is Ink.SECOND:
                    paper.hatch(*place, _ROLES[mark.ink])
                else:
                    paper.box(*place, _ROLES[mark.ink])
            case Line():
                ends = (x + mark.x1 * scale, y + mark.y1 * scale, x + mark.x2 * scale, y + mark.y2 * scale)
                paper.stroke(*ends, 1.4 if mark.ink is Ink.FIRST else 0.4, _ROLES[mark.ink])
            case _:
                size = round(mark.size * scale, 2)
                paper.line(x + mark.x * scale, y + mark.y * scale, mark.text, size, mark.anchor, bold=mark.bold)
