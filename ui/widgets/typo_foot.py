"""The foot of the popup of one finding: what else can be done with it, each with its key, and the next finding."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.support.theme import Theme
from ui.widgets.kbd import keycap_width, paint_keycap, spoken_keys
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.translation import label, tr

LINE, NEXT_LINE, BOTTOM = 42, 30, 6
PAD, CAP_GAP, BETWEEN = 15, 8, 16


class Deed(StrEnum):
    """What the foot offers."""

    IGNORE = "忽略这次"
    SILENCE = "总是忽略"
    LEARN = "加入词典"
    ALWAYS = "总是这样改"
    NEXT = "下一处"


KEYS = {Deed.IGNORE: "I", Deed.SILENCE: "⇧I", Deed.LEARN: "A", Deed.ALWAYS: "⇧↵", Deed.NEXT: "Tab"}
SPOKEN = {Deed.SILENCE: "Shift+I", Deed.ALWAYS: "Shift+Enter"}


class FootPart(Struct, frozen=True):
    """One offer in its place."""

    deed: Deed
    box: QRectF


def deeds_for(finding: Finding | None) -> tuple[Deed, ...]:
    """What can be done with a finding besides putting it right; what must be fixed cannot be waved through."""
    if finding is None or finding.must_fix:
        return (Deed.NEXT,)
    if finding.kind is not FindingKind.TYPO:
        return (Deed.IGNORE, Deed.SILENCE, Deed.NEXT)
    always = (Deed.ALWAYS,) if finding.suggestions else ()
    return (Deed.IGNORE, Deed.LEARN, Deed.SILENCE, *always, Deed.NEXT)


def spoken_deeds(deeds: Sequence[Deed]) -> str:
    """The offers for a screen reader."""
    return tr("，").join(f"{SPOKEN.get(deed, spoken_keys(KEYS[deed]))} {label(deed)}" for deed in deeds)


def foot_height(theme: Theme, deeds: Sequence[Deed], width: float) -> int:
    """The foot's height in a popup of this width."""
    further = len({part.box.top() for part in foot_parts(theme, deeds, QRectF(0, 0, width, 0))}) - 1
    return theme.px(LINE) + (further * theme.px(NEXT_LINE) + theme.px(BOTTOM) if further else 0)


def foot_parts(theme: Theme, deeds: Sequence[Deed], foot: QRectF) -> tuple[FootPart, ...]:
    """The offers from the left, line by line from the top of ``foot``; the next finding at the right of the first."""
    pad, gap = theme.px(PAD), theme.px(BETWEEN)
    last = _width(theme, Deed.NEXT)
    found = [FootPart(Deed.NEXT, QRectF(foot.right() - pad - last, foot.top(), last, theme.px(LINE)))]
    left, top, height = foot.left() + pad, foot.top(), theme.px(LINE)
    right = foot.right() - pad - last - gap
    for deed in deeds:
        if deed is Deed.NEXT:
            continue
        width = _width(theme, deed)
        if left + width > right:
            top += height
            left, height, right = foot.left() + pad, theme.px(NEXT_LINE), foot.right() - pad
        found.append(FootPart(deed, QRectF(left, top, width, height)))
        left += width + gap
    return tuple(found)


def deed_at(parts: Sequence[FootPart], at: QPointF) -> Deed | None:
    """The offer under a place."""
    return next((part.deed for part in parts if part.box.adjusted(-4, 0, 4, 0).contains(at)), None)


def paint_foot(painter: QPainter, theme: Theme, parts: Sequence[FootPart]) -> None:
    """Draw the offers; the next finding has its key before it, as the design has it."""
    font, color = theme.font("secondary"), theme.color("text2")
    for part in parts:
        if part.deed is Deed.NEXT:
            draw_line(painter, part.box, f"{KEYS[part.deed]} {label(part.deed)}", font, color)
            continue
        drawn = draw_line(painter, part.box, label(part.deed), font, color)
        paint_keycap(painter, theme, part.box.adjusted(drawn + CAP_GAP, 0, 0, 0), KEYS[part.deed])


def _width(theme: Theme, deed: Deed) -> float:
    font = theme.font("secondary")
    if deed is Deed.NEXT:
        return text_width(font, f"{KEYS[deed]} {label(deed)}") + 1
    return text_width(font, label(deed)) + CAP_GAP + keycap_width(theme, KEYS[deed])
