"""What may be wrong with a screen; each check yields sentences, none where all is well."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QTextEdit,
    QToolTip,
    QWidget,
)

from tests.ui.walk.painted import Line, painted_lines
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from ui.widgets.toast import Toast
from ui.widgets.toast_action import ToastAction

WORDLESS = (QWidget, QFrame, QStackedWidget, QScrollArea, QScrollBar)
"""Plain containers: they paint a ground at most."""
TEXT, NON_TEXT = 4.5, 3.0
LARGE, LARGE_BOLD = 24, 19
"""Pixels from which WCAG asks for 3 instead of 4.5."""
INKED = 0.8
"""A crop with more ink than this is not words on a ground."""
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QAbstractItemView)
EDGED = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
SCROLLED = (QLineEdit, QAbstractSpinBox, QComboBox)
"""What is longer than the field is scrolled to in it."""
WORD = re.compile(r"(?<![@#/\w.:-])[A-Za-z][A-Za-z]+(?![\w./:@-])")


@dataclass(frozen=True, slots=True)
class Seen:
    """One widget of a screen and what it paints."""

    widget: QWidget
    lines: Sequence[Line]

    @property
    def lineage(self) -> tuple[str, ...]:
        """Its class and those of what holds it, innermost first."""
        names = [type(self.widget).__name__]
        holder = self.widget.parentWidget()
        while holder is not None:
            names.append(type(holder).__name__)
            holder = holder.parentWidget()
        return tuple(names)

    @property
    def called(self) -> str:
        """How a report names it."""
        words = "".join(line.text for line in self.lines) or self.widget.accessibleName()
        return f"{'<'.join(self.lineage[:3])} “{words[:24]}”"


def top_of(window: QWidget) -> QWidget:
    """What can be seen clearly now: the topmost thing that lies over the whole window, else the window."""
    children = [child for child in window.children() if isinstance(child, QWidget) and child.isVisible()]
    over = [child for child in children if child.geometry() == window.rect()]
    return over[-1] if over else window


def look_at(root: QWidget) -> list[Seen]:
    """Everything visible in ``root``."""
    widgets = [root, *root.findChildren(QWidget)]
    shown = [widget for widget in widgets if _is_in_sight(widget, root)]
    return [Seen(widget, () if type(widget) in WORDLESS else painted_lines(widget)) for widget in shown]


def cut(screen: Sequence[Seen]) -> Iterator[str]:
    """Words that do not fit into their widget, or end in an ellipsis with nothing that tells the whole."""
    for seen in screen:
        yield from _cut_hints(seen)
        for line in seen.lines:
            if _is_out(seen.widget, line):
                yield f"{seen.called}: “{line.text}” {_box(line.box)} outside {_size(seen.widget)}"
            elif _is_elided(seen.widget, line.text) and not _tells_whole(seen.widget, line):
                yield f"{seen.called}: “{line.text}” is elided and has no tooltip"


def overlaps(screen: Sequence[Seen]) -> Iterator[str]:
    """Widgets of one layout that lie on each other; words on words; words below a child widget."""
    for seen in screen:
        layout = seen.widget.layout()
        placed = [widget for widget in (_placed(layout) if layout else ()) if widget.isVisible()]
        for at, one in enumerate(placed):
            for other in placed[at + 1 :]:
                if _meet(QRectF(one.geometry()), QRectF(other.geometry())):
                    yield f"{seen.called}: {type(one).__name__} and {type(other).__name__} overlap"
        children = [child for child in placed if child.parentWidget() is seen.widget]
        for at, line in enumerate(seen.lines):
            for child in children:
                if _meet(line.box, QRectF(child.geometry())):
                    yield f"{seen.called}: “{line.text}” lies below {type(child).__name__}"
            for other in seen.lines[at + 1 :]:
                if _meet(line.box, other.box) and not _is_selected_twice(line, other):
                    yield f"{seen.called}: “{line.text}” and “{other.text}” overlap"


def pale(screen: Sequence[Seen], root: QWidget, theme: Theme) -> Iterator[str]:
    """Words too close in colour to what is really behind them, and edges of fields to what is around them."""
    image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shown = [toast for toast in root.findChildren(Toast) if toast.isVisible()]
    toasts = [QRect(toast.mapTo(root, QPoint()), toast.size()) for toast in shown]
    disabled, initial = theme.color("disabled").name(), QColor(theme.metrics.avatar_initial).name()
    for seen in screen:
        for line in seen.lines:
            if len(line.text) == 1 and QColor(line.ink.color).name() == initial:
                continue  # the initial or the V in a disc is a mark beside the name; discs are tested by themselves
            ground = _ground(image, root, seen.widget, line, toasts)
            if ground is None or any(_is_selected_twice(line, each) for each in seen.lines if each is not line):
                continue  # (the pair of colours of a selection is among those tested of the token tables)
            ink = _mixed(QColor(line.ink.color), ground, line.ink.opacity)
            large = line.ink.size >= (LARGE_BOLD if line.ink.weight >= 600 else LARGE)
            least = NON_TEXT if large or ink.name() == disabled else TEXT
            if (reached := contrast(ink, ground)) < least:
                yield f"{seen.called}: “{line.text}” {ink.name()} on {ground.name()} is {reached:.2f}"
        yield from _pale_edge(seen.widget, seen.called, image, root)


def nameless(screen: Sequence[Seen]) -> Iterator[str]:
    """Controls a screen reader could not name."""
    for seen in screen:
        if _is_control(seen.widget):
            spoken = QAccessible.queryAccessibleInterface(seen.widget)
            if not spoken.text(QAccessible.Text.Name).strip():
                yield f"{seen.called} has no name"


def english(screen: Sequence[Seen], allowed: Container[str], not_ours: Sequence[str] = ()) -> Iterator[str]:
    """Latin words in a Chinese face; not within widgets of the classes ``not_ours``, which show others' words."""
    for seen in screen:
        if any(name in not_ours for name in seen.lineage):
            continue
        for line in seen.lines:
            for word in WORD.findall(line.text):
                if word not in allowed:
                    yield f"{seen.called}: “{word}” in “{line.text}”"


def untranslated(screen: Sequence[Seen], words: Mapping[str, str], not_ours: Sequence[str] = ()) -> Iterator[str]:
    """Sentences of the program, ``words`` by their Chinese, that a face shows or speaks in Chinese all the same."""
    for seen in screen:
        if any(name in not_ours for name in seen.lineage):
            continue
        for text in (*(line.text for line in seen.lines), seen.widget.accessibleName(), seen.widget.toolTip()):
            if words.get(text.strip(), text.strip()) != text.strip():
                yield f"{seen.called}: “{text}”"


def unreachable(screen: Sequence[Seen], excused: tuple[str, ...] = ()) -> Iterator[str]:
    """Controls that Tab does not come to; in a group of exclusive choices it comes to one of them."""
    for seen in screen:
        widget = seen.widget
        wants = _is_control(widget) and widget.isEnabled() and not seen.called.startswith(excused)
        if wants and not _takes_tab(widget):
            yield f"{seen.called} is not reached by Tab"


def tooltip_of(widget: QWidget, at: QPoint) -> str:
    """What the mouse resting there brings up."""
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    told = QToolTip.text() if QToolTip.isVisible() else ""
    for tip in QApplication.topLevelWidgets():
        if tip.inherits("QTipLabel"):
            tip.hide()  # hideText waits a while
    return told


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's ratio."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _cut_hints(seen: Seen) -> Iterator[str]:
    """Native text that Qt clips without an ellipsis, and wrapped words that need more lines than they have."""
    widget = seen.widget
    if isinstance(widget, QPushButton) and widget.text():
        least = widget.minimumSizeHint()
        if widget.width() < least.width() or widget.height() < least.height():
            yield f"{seen.called}: {_size(widget)} is less than {least.width()}×{least.height()}"
    if isinstance(widget, TextLabel) and widget.wordWrap() and widget.text():
        wanted = widget.heightForWidth(widget.width())
        if widget.height() < wanted:
            yield f"{seen.called}: {widget.height()} high, its lines need {wanted}"
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        words, room = widget.fontMetrics().horizontalAdvance(widget.placeholderText()), widget.width()
        if words + 8 > room:
            yield f"{seen.called}: placeholder “{widget.placeholderText()}” {words} in {room}"


def _is_out(widget: QWidget, line: Line) -> bool:
    if isinstance(widget, SCROLLED) or isinstance(widget.parentWidget(), SCROLLED):
        return False
    room = QRectF(widget.rect()).adjusted(-1, -1, 1, 1)
    if isinstance(widget.parentWidget(), QAbstractScrollArea):  # the rest is scrolled to
        return line.box.left() < room.left() or line.box.right() > room.right()
    return not room.contains(line.box)


def _is_elided(widget: QWidget, text: str) -> bool:
    """Whether it ends in one ellipsis (Chinese prose has two) that is not in what the widget was given to say."""
    words = text.strip()
    if not words.endswith("…") or words.endswith("……"):
        return False
    given = [widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, (QLabel, QAbstractButton)):
        given.append(widget.text())
    if isinstance(widget, QLineEdit):
        given += [widget.text(), widget.placeholderText()]
    return not any(words in said for said in given)


def _tells_whole(widget: QWidget, line: Line) -> bool:
    """By a tooltip, asked for as the mouse does; a row of a list by the record it opens."""
    if isinstance(widget.parentWidget(), QAbstractItemView):
        return True
    return line.text.strip().rstrip("…") in tooltip_of(widget, line.box.center().toPoint())


def _is_in_sight(widget: QWidget, root: QWidget) -> bool:
    floats = widget is not root and widget.isWindow()  # a tooltip, a menu
    return widget.isVisible() and not floats and not widget.visibleRegion().isEmpty()


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def _meet(one: QRectF, other: QRectF) -> bool:
    shared = one.intersected(other)
    return shared.width() > 2 and shared.height() > 2


def _is_selected_twice(line: Line, other: Line) -> bool:
    """Selected words are painted in both inks, each clipped to its part."""
    return line.text == other.text and line.box == other.box


def _ground(image: QImage, root: QWidget, widget: QWidget, line: Line, toasts: Sequence[QRect]) -> QColor | None:
    """The commonest colour behind a line, None where something else covers it or it is scrolled away."""
    box = line.box.toRect()
    behind = QRect(widget.mapTo(root, box.topLeft()), box.size()).intersected(image.rect())
    toasts = [
        QRect(toast.mapTo(root, QPoint()), toast.size()) for toast in root.findChildren(Toast) if toast.isVisible()
    ]
    if any(toast.intersects(behind) for toast in toasts) and not isinstance(widget, (Toast, ToastAction)):
        return None  # lets the mouse through, so that childAt does not tell
    for point in (box.topLeft() + QPoint(1, 1), box.center(), box.bottomRight() - QPoint(1, 1)):
        if not widget.visibleRegion().contains(point):
            return None
        hit = root.childAt(widget.mapTo(root, point)) or root
        if hit is not widget and not hit.isAncestorOf(widget):
            return None
    return _behind(image.copy(behind), QColor(line.ink.color)) if not behind.isEmpty() else None


def _behind(image: QImage, ink: QColor) -> QColor:
    """The commonest colour; the ink itself, common in heavy small letters, only where it is nearly all there is."""
    pixels = Counter(memoryview(image.constBits()).cast("B").cast("I"))
    total, inked = pixels.total(), pixels.pop(ink.rgb(), 0)
    if not pixels or inked > INKED * total:
        return ink
    (pixel, _), *_ = pixels.most_common(1)
    return QColor.fromRgb(pixel)


def _mixed(ink: QColor, ground: QColor, part: float) -> QColor:
    def between(over: int, under: int) -> int:
        return round(over * part + under * (1 - part))

    return QColor(
        between(ink.red(), ground.red()), between(ink.green(), ground.green()), between(ink.blue(), ground.blue())
    )


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pale_edge(widget: QWidget, called: str, image: QImage, root: QWidget) -> Iterator[str]:
    """A field's left edge against what is left of it."""
    middle = QPoint(0, widget.height() // 2)
    at = widget.mapTo(root, middle)
    if not _has_edge(widget) or not widget.visibleRegion().contains(middle) or at.x() < 3:
        return
    if root.childAt(at + QPoint(1, 0)) is not widget:  # something lies on it
        return
    outside = image.pixelColor(at - QPoint(3, 0))
    reached = max(contrast(image.pixelColor(at + QPoint(step, 0)), outside) for step in (0, 1))
    if reached < NON_TEXT:
        yield f"{called}: edge {image.pixelColor(at).name()} on {outside.name()} is {reached:.2f}"


def _has_edge(widget: QWidget) -> bool:
    """A field with an edge of its own; where it has none its panel has one."""
    if not isinstance(widget, EDGED) or not widget.isEnabled() or isinstance(widget.parentWidget(), EDGED):
        return False
    if isinstance(widget, QPlainTextEdit):
        return widget.frameShape() is not QFrame.Shape.NoFrame and widget.property("frame") != "none"
    return not isinstance(widget, QLineEdit) or widget.hasFrame()


def _is_control(widget: QWidget) -> bool:
    """What the operator acts on; the inner parts of a compound control belong to it."""
    if isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox, QLineEdit)):
        return False
    if isinstance(widget, QHeaderView):  # names columns; no table of ours is sorted by a click on it
        return False
    if isinstance(widget, INTERACTIVE):
        return True
    passive = (QLabel, QAbstractScrollArea, QAbstractSlider)
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, passive) and not widget.isWindow()


def _takes_tab(widget: QWidget) -> bool:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return True
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive():
        return False
    # Qt takes the others out of the chain once one of them has had the focus: arrows lead to them.
    choices = widget.parentWidget().findChildren(QAbstractButton)
    return any(each.autoExclusive() and each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in choices)


def _box(box: QRectF) -> str:
    return f"{box.left():.0f},{box.top():.0f}–{box.right():.0f},{box.bottom():.0f}"


def _size(widget: QWidget) -> str:
    return f"{widget.width()}×{widget.height()}"
