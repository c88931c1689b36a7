"""What the bundle takes in and leaves out; plain data and matching, so that it is tested without PyInstaller."""

from __future__ import annotations

from fnmatch import fnmatchcase

EXCLUDED_MODULES = (
    # Tools and tests of libraries; sqlite-utils names pip for a command that the desk does not have.
    "tkinter", "pip", "setuptools", "pkg_resources", "wheel", "pytest", "_pytest", "hypothesis", "unittest", "pydoc",
    "doctest", "lib2to3", "idlelib", "distutils", "ensurepip", "venv", "turtle", "xmlrpc", "IPython",
    # Imported by libraries only where they are found.
    "numpy", "pandas", "PIL", "fontTools", "rich", "trio", "socksio", "h2", "brotli", "brotlicffi", "zstandard",
    # GPL parts of Python's library that nothing here uses.
    "readline", "rlcompleter", "_gdbm", "_dbm", "curses", "_curses",
    # Needed by libraries only for what the desk never asks of them.
    "multiprocessing", "cffi", "pycparser", "_pydecimal",
    # Encodings that no export of Chinese customers has.
    "_codecs_jp", "_codecs_kr", "_codecs_iso2022",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDBus",
    "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtXml",
    "jieba.posseg", "jieba.analyse", "jieba.lac_small",
)  # fmt: skip
"""Modules that PyInstaller must not follow."""

HIDDEN_MODULES = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.chainer",
    "keyring.backends.fail",
)
"""Found through entry points at run time; those of other systems load only there."""

KEPT_TRANSLATIONS = ("qtbase_zh_CN.qm", "qt_zh_CN.qm")

_UNUSED_QT = (
    "*/*Qt6Quick*", "*/*Qt6Qml*", "*/*Qt6Pdf*", "*/*Qt6VirtualKeyboard*", "*/*Qt6Test*", "*/*Qt6Sql*",
    "*/opengl32sw.dll", "*/d3dcompiler_47.dll",
    "*/plugins/platforms/*qeglfs*", "*/plugins/platforms/*qlinuxfb*", "*/plugins/platforms/*qminimal*",
    "*/plugins/platforms/*qvkkhrdisplay*", "*/plugins/platforms/*qvnc*", "*/plugins/platforms/*qdirect2d*",
    "*/plugins/egldeviceintegrations/*", "*/*Qt6EglF*", "*/plugins/wayland-graphics-integration-client/*",
    "*/plugins/generic/*", "*/plugins/networkinformation/*", "*/plugins/sqldrivers/*", "*/plugins/designer/*",
    "*/plugins/qmltooling/*", "*/plugins/imageformats/*qpdf*", "*/plugins/imageformats/*qtiff*",
    "*/plugins/imageformats/*qtga*", "*/plugins/imageformats/*qwbmp*", "*/plugins/imageformats/*qicns*",
    "*/plugins/imageformats/*qwebp*", "*/plugins/imageformats/*qgif*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*", "*/plugins/platformthemes/*qgtk3*",
    # Everything is drawn by the processor; xdg-shell is what desktops speak.
    "*/*Qt6OpenGL*", "*/*Qt6WaylandEgl*", "*/plugins/platforms/*qwayland-egl*", "*/*Qt6WlShell*",
    "*/plugins/wayland-shell-integration/*ivi*", "*/plugins/wayland-shell-integration/*qt-shell*",
    "*/plugins/wayland-shell-integration/*fullscreen*", "*/plugins/wayland-shell-integration/*wl-shell*",
)  # fmt: skip

_GTK = (
    "*/libgtk-3*", "*/libgdk*", "*/libpango*", "*/libcairo*", "*/libatk*", "*/libatspi*", "*/libepoxy*",
    "*/libharfbuzz*", "*/libpixman*", "*/libthai*", "*/libdatrie*", "*/libfribidi*", "*/libgraphite2*", "*/libgio-*",
    "*/libgobject-*", "*/libgmodule-*", "*/libmount*", "*/libblkid*", "*/libselinux*", "*/libjpeg.so*",
    "*/libXcomposite*", "*/libXcursor*", "*/libXdamage*", "*/libXinerama*", "*/libXfixes*", "*/libXi.so*",
    "*/libXrandr*", "*/libXrender*", "*/libpng16*", "*/libbrotli*",
)  # fmt: skip
"""What Qt's GTK theme pulls in on a build machine that has GTK; the program looks the same without it."""

_CUPS = (
    "*/libcups*", "*/libavahi*", "*/libgnutls*", "*/libhogweed*", "*/libnettle*", "*/libp11-kit*", "*/libtasn1*",
    "*/libunistring*", "*/libidn2*", "*/libgmp.*", "*/libgssapi*", "*/libk5crypto*", "*/libkrb5*", "*/libcom_err*",
    "*/libkeyutils*",
)  # fmt: skip
"""What prints on paper, and what it pulls in: the desktop's own, which knows the desktop's printers."""

_OF_THE_DESKTOP = (
    "*/libstdc++*", "*/libgcc_s*", "*/libexpat*", "*/libfontconfig*", "*/libfreetype*", "*/libX11*", "*/libXau*",
    "*/libXdmcp*", "*/libXext*", "*/libdbus-1*", "*/libsystemd*", "*/libgcrypt*", "*/libgpg-error*", "*/libcap.*",
    "*/libbsd*", "*/libmd.*", "*/libxcb*", "*/libz.*", "*/libxkbcommon*", "*/libwayland-*", "*/libdrm*", "*/libEGL*",
    "*/libGL*", "*/libglib-2*", "*/libgthread-2*", "*/libpcre2*", "*/liblz4*", "*/libICE*", "*/libSM*",
    "*/libssl*", "*/libcrypto*",
)  # fmt: skip
"""Libraries that every Linux desktop has, and that the .deb depends on: a bundled copy would only raise the floor, and
one of OpenSSL would miss the system's security updates."""

_NOT_FOR_THE_DESK = (
    "*/direct_url.json", "*/RECORD", "*/INSTALLER", "*/REQUESTED", "*/*.pyi", "*/py.typed",
    "*/jieba/analyse/*", "*/jieba/posseg/*", "*/jieba/lac_small/*", "*/jieba/*.p",
    "*/resources/language/replies/*", "*/resources/language/trade_words/*", "*/resources/language/triage/*",
)  # fmt: skip
"""Notes of pip (one holds the build machine's path), types, parts of jieba that the desk does not use, and lessons
that only the learning commands read."""


def keeps(destination: str, system: str) -> bool:
    """Whether a file stays in the bundle.

    Args:
        destination: Its path inside the bundle, with either slash.
        system: A value of sys.platform.
    """
    path = "/" + destination.replace("\\", "/")
    if "/translations/" in path and "PySide6" in path:
        return path.endswith(KEPT_TRANSLATIONS)
    patterns = _UNUSED_QT + _NOT_FOR_THE_DESK
    if system.startswith("linux"):
        patterns += _GTK + _CUPS + _OF_THE_DESKTOP
    return not any(fnmatchcase(path, pattern) for pattern in patterns)
