"""Draws the program's icon in every size and container from resources/icons/app.svg, and the setup program's pictures.

Usage: draw_icons.py FOLDER. Needs PySide6 and no window system.
"""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import draw_setup_pictures
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app.svg"
DESKTOP_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MAC_KINDS: Mapping[bytes, int] = {
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}


def picture(size: int) -> QImage:
    """The icon as a square of `size` pixels with a clear ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return image


def png(size: int, folder: Path) -> bytes:
    """The icon as a PNG file, which stays in `folder` under its size."""
    path = folder / f"{size}.png"
    picture(size).save(str(path))
    return path.read_bytes()


def bitmap(size: int) -> bytes:
    """One picture of an .ico as Windows has read it always: rows from the bottom, BGRA, then an empty mask."""
    image = picture(size).convertToFormat(QImage.Format.Format_ARGB32)
    pixels = bytes(memoryview(image.constBits()))
    rows = [pixels[line * size * 4 :][: size * 4] for line in reversed(range(size))]
    mask_row = (size + 31) // 32 * 4
    head = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    return head + b"".join(rows) + bytes(mask_row * size)


def windows_icon(folder: Path) -> bytes:
    """An .ico; only its largest picture is a PNG, which old readers leave aside."""
    pictures = [png(size, folder) if size == max(WINDOWS_SIZES) else bitmap(size) for size in WINDOWS_SIZES]
    place = 6 + 16 * len(pictures)
    entries = bytearray(struct.pack("<HHH", 0, 1, len(pictures)))
    for size, content in zip(WINDOWS_SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), place)
        place += len(content)
    return bytes(entries) + b"".join(pictures)


def mac_icon(folder: Path) -> bytes:
    """An .icns: each entry is a kind, its length and a PNG."""
    entries = b""
    for kind, size in MAC_KINDS.items():
        content = png(size, folder)
        entries += kind + struct.pack(">I", len(content) + 8) + content
    return b"icns" + struct.pack(">I", len(entries) + 8) + entries


def draw_all(folder: Path) -> None:
    """Write every icon and picture into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in DESKTOP_SIZES:
        png(size, folder)
    (folder / "weibo-operator.ico").write_bytes(windows_icon(folder))
    (folder / "weibo-operator.icns").write_bytes(mac_icon(folder))
    draw_setup_pictures.draw(folder)


if __name__ == "__main__":
    application = QGuiApplication([])
    draw_all(Path(sys.argv[1]))
