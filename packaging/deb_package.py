"""Packs the one-folder program as a .deb: no maintainer scripts, nothing outside /usr."""

from __future__ import annotations

import csv
import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from build_environment import ROOT

NAME = "weibo-operator"
METAINFO = "io.github.weibo_operator.desk.metainfo.xml"
PARTS = ROOT / "packaging" / "debian"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

DEPENDS = (
    "libc6 (>= 2.35)", "libgcc-s1", "libstdc++6 (>= 11)", "zlib1g", "libexpat1", "libegl1", "libgl1",
    "libfontconfig1", "libfreetype6", "libdbus-1-3", "libglib2.0-0", "libgssapi-krb5-2", "libssl3",
    "libwayland-client0", "libwayland-cursor0", "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-cursor0",
    "libxcb-glx0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render0",
    "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0",
    "libxcb-xkb1", "libxkbcommon0", "libxkbcommon-x11-0", "xkb-data",
    "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei | fonts-arphic-uming",
)  # fmt: skip
"""What the bundle needs of the system; compared with what the libraries name by `dpkg-shlibdeps` (README)."""

RECOMMENDS = ("gnome-keyring | kwalletmanager | keepassxc", "libcups2", "libgl1-mesa-dri", "xdg-utils")

CONTROL = """Package: {name}
Version: {version}
Section: net
Priority: optional
Architecture: {architecture}
Maintainer: {name} maintainers <maintainers@example.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Description: desk for one person who answers customers on Weibo (微博客服台)
 Mentions, comments and private messages become tickets in three panes; the
 next customer is picked by turns, templates fill the reply, and it is checked
 before it leaves. All data stay in one file on this machine.
 .
 一个人回复微博客户用的工作台，所有数据都在这台电脑上。
"""


def build(bundle: Path, work: Path, out: Path, version: str) -> Path:
    """Pack `bundle` (and the icons in `work`) and return the .deb; SystemExit when dpkg-deb is missing or fails."""
    if shutil.which("dpkg-deb") is None:
        raise SystemExit("dpkg-deb is missing: a .deb is built on Debian or Ubuntu.")
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(tree, bundle, work / "icons", version)
    package = out / f"{NAME}_{version}_{_architecture()}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(tree), str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"dpkg-deb failed: {done.stderr}")
    return package


def lay_out(tree: Path, bundle: Path, icons: Path, version: str) -> None:
    """Put every file where the package has it."""
    shutil.copytree(bundle, tree / "usr/lib" / NAME, symlinks=True)
    link = tree / "usr/bin" / NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{NAME}/{NAME}")
    _put(tree / "usr/share/applications" / f"{NAME}.desktop", filled(f"{NAME}.desktop", version))
    _put(tree / "usr/share/metainfo" / METAINFO, filled(METAINFO, version))
    _put_packed(tree / "usr/share/man/man1" / f"{NAME}.1.gz", filled(f"{NAME}.1", version))
    _put_packed(tree / "usr/share/man/zh_CN/man1" / f"{NAME}.1.gz", filled(f"{NAME}.zh_CN.1", version))
    for size in ICON_SIZES:
        icon = tree / f"usr/share/icons/hicolor/{size}x{size}/apps/{NAME}.png"
        icon.parent.mkdir(parents=True)
        shutil.copyfile(icons / f"{size}.png", icon)
    drawing = tree / f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg"
    drawing.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "resources/icons/app.svg", drawing)
    _put(tree / "usr/share/doc" / NAME / "copyright", copyright_text())
    _put_packed(tree / "usr/share/doc" / NAME / "changelog.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    _make_readable(tree)
    _put(tree / "DEBIAN/control", control(version, _kilobytes(tree)))


def control(version: str, kilobytes: int) -> str:
    """The package's facts."""
    return CONTROL.format(
        name=NAME,
        version=version,
        architecture=_architecture(),
        kilobytes=kilobytes,
        depends=", ".join(DEPENDS),
        recommends=", ".join(RECOMMENDS),
    )


def filled(name: str, version: str) -> str:
    """One of the texts in packaging/debian with version and day put in."""
    day = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)
    text = (PARTS / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", day.date().isoformat())


def copyright_text() -> str:
    """Our own licence, then every component with its licence and where its text lies in the package."""
    lines = ["微博客服台 / weibo-operator", "", (ROOT / "LICENSE").read_text(encoding="utf-8").strip(), ""]
    lines += [f"Parts made by others; the texts are in /usr/lib/{NAME}/_internal/resources/licences/texts:", ""]
    with (ROOT / "resources/licences/list.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = " ".join(filter(None, (row["name"], row["version"])))
            lines.append(f"{name}: {row['licence']} ({row['texts']}) {row['source']}".rstrip())
    lines += [
        "",
        "Qt and PySide6 lie beside the program as libraries of their own and may be replaced by other builds.",
    ]
    return "\n".join(lines) + "\n"


def _architecture() -> str:
    done = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _put_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _make_readable(tree: Path) -> None:
    """Everybody may read, nobody may write; libraries need not be executable, programs are."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or path == tree / "usr/lib" / NAME / NAME
        path.chmod(0o755 if runs else 0o644)


def _kilobytes(tree: Path) -> int:
    return sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) // 1024
