"""How 转评赞 of a message went up: one line from the first sample to the last, with both figures (mission B11)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import RIGHT, draw_line
from weibo_operator.domain.crisis import CountSample
from weibo_operator.services.wording import clock_words, people_words
from weibo_operator.translation import tr

HEIGHT, WORDS, DOT = 72, 20, 3


class Sparkline(QWidget):
    """One message's samples along time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._samples: tuple[CountSample, ...] = ()
        self._ends = ("", "")
        self.setAccessibleName(tr("转评赞的变化"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @property
    def ends(self) -> tuple[str, str]:
        """The words at both ends."""
        return self._ends

    def show_samples(self, samples: Sequence[CountSample], now: datetime) -> None:
        """Show another message's samples, oldest first."""
        self._samples = tuple(samples)
        if samples:
            first, last = samples[0], samples[-1]
            self._ends = (_words(first, now), _words(last, now))
        else:
            self._ends = ("", "")
        said = tr("，").join(_words(sample, now) for sample in samples)
        self.setAccessibleDescription(said)
        self.setToolTip("\n".join(tr("{0}（{1}）", _words(sample, now), _parts(sample)) for sample in samples))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the line and the words under it."""
        return QSize(self._theme.px(260), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and both ends' words."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(px(4), px(6), self.width() - px(8), self.height() - px(WORDS) - px(14))
        points = self._points(box)
        if len(points) > 1:
            ground = QPolygonF([QPointF(points[0].x(), box.bottom()), *points, QPointF(points[-1].x(), box.bottom())])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("danger_subtle"))
            painter.drawPolygon(ground)
            painter.setPen(QPen(theme.color("danger"), 2))
            painter.drawPolyline(points)
            dot = px(DOT)
            for point in points:
                fill_box(
                    painter, QRectF(point.x() - dot, point.y() - dot, 2 * dot, 2 * dot), dot, theme.color("danger")
                )
        words = QRectF(0, self.height() - px(WORDS), self.width(), px(WORDS))
        half = words.width() / 2 - px(4)
        left = QRectF(words.left(), words.top(), half, words.height())
        right = QRectF(words.right() - half, words.top(), half, words.height())
        font = theme.font("meta")
        draw_line(painter, left, self._ends[0], font, theme.color("text2"))
        draw_line(painter, right, self._ends[1], font, theme.color("text"), RIGHT)
        painter.end()

    def _points(self, box: QRectF) -> list[QPointF]:
        if len(self._samples) < 2:
            return []
        start, end = self._samples[0].at, self._samples[-1].at
        length = max(1.0, (end - start).total_seconds())
        least = min(sample.total for sample in self._samples)
        most = max(*(sample.total for sample in self._samples), least + 1)
        return [
            QPointF(
                box.left() + box.width() * (sample.at - start).total_seconds() / length,
                box.bottom() - box.height() * (sample.total - least) / (most - least),
            )
            for sample in self._samples
        ]


def _words(sample: CountSample, now: datetime) -> str:
    return f"{clock_words(sample.at, now)}  {people_words(sample.total)}"


def _parts(sample: CountSample) -> str:
    return tr("转 {0:,}，评 {1:,}，赞 {2:,}", sample.reposts, sample.comments, sample.likes)
