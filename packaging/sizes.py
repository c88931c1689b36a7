"""How large a bundle is and what of it: a table for the end of a build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

MEGABYTE = 1_000_000
LARGEST_INSTALLER = 45 * MEGABYTE
"""A shop's line is slow: what is larger is refused."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "Qt and PySide6": ("PySide6", "shiboken6", "libQt6", "libpyside6", "libshiboken6", "libicu", "QtCore"),
    "Python": ("python3", "base_library.zip", "libpython", "python31", "lib-dynload"),
    "words and other resources": ("resources",),
    "jieba": ("jieba",),
    "cryptography (keyring)": ("cryptography", "_cffi_backend"),
    "start program and code": ("weibo-operator",),
}


def part_of(path: Path) -> str:
    """The part that a file belongs to, by the first folder or file name below `_internal`."""
    names = [name for name in path.parts if name != "_internal"]
    return next((part for part, starts in PARTS.items() if names[0].startswith(starts)), "other libraries")


def measured(folder: Path) -> dict[str, int]:
    """Part -> bytes of its files, each counted once (links are not followed)."""
    sizes: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            part = part_of(path.relative_to(folder))
            sizes[part] = sizes.get(part, 0) + path.stat().st_size
    return sizes


def table(folder: Path, *installers: Path) -> str:
    """The lines of the table, the largest part first, then the installers."""
    sizes = measured(folder)
    rows = sorted(sizes.items(), key=lambda row: -row[1])
    rows += [("together", sum(sizes.values()))]
    rows += [(installer.name, installer.stat().st_size) for installer in installers]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"   {name:<{width}}  {size / MEGABYTE:7.1f} MB" for name, size in rows)


def refuse_large(installer: Path) -> None:
    """SystemExit for an installer above the limit."""
    size = installer.stat().st_size
    if size > LARGEST_INSTALLER:
        raise SystemExit(
            f"{installer.name} has {size / MEGABYTE:.1f} MB, more than {LARGEST_INSTALLER / MEGABYTE:.0f}."
        )
