"""Exit with 0 when Qt starts and can show Chinese; a program of its own, as a missing library aborts it.

Usage: qt_probe.py [PLATFORM ...], the window systems whose Qt plugin must load too ("xcb", "wayland").
"""

import ctypes
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication


def load_platform_plugins(names: list[str]) -> None:
    """Load the plugin of each window system without connecting to one; OSError names the missing library."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    for name in names:
        ctypes.CDLL(str(folder / f"libq{name}.so"))


def main(names: list[str]) -> int:
    """Start an application, load the plugins and look for a font with Chinese characters."""
    application = QApplication([])
    load_platform_plugins(names)
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        print("no font with Chinese characters", file=sys.stderr)
        return 1
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
