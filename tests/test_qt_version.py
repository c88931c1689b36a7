"""Guard against a PySide6 that loses a reference to None on each void call, which in time is fatal."""

import sys

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter

CALLS = 300  # a faulty release loses one reference per call: enough to see, too few to bring the process down
TOLERATED = 50  # other code takes and gives back references meanwhile


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_painting_gives_back_every_reference_to_none(qapp: object):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(CALLS // 6):
        painter.save()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor("black"))
        painter.drawRoundedRect(QRect(0, 0, 4, 4), 1, 1)
        painter.restore()
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < TOLERATED
