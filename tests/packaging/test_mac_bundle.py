"""The recipe and the disk image as macOS would read them; no Mac was at hand, so this is all that is known of them."""

import importlib.util
import os
import plistlib
import runpy
import sys
import types
from pathlib import Path

import bundle
import mac_image
import pytest

from tests.conftest import PROJECT

SPEC = PROJECT / "packaging" / "weibo_operator.spec"


class Stage:
    """Stands in for a step of PyInstaller: keeps what it is given."""

    def __init__(self, *given: object, **named: object) -> None:
        self.given, self.named = given, named
        self.binaries = [("PySide6/libQt6Core.dylib", "", "BINARY"), ("PySide6/Qt/lib/libQt6Quick.dylib", "", "BINARY")]
        self.datas: list[tuple[str, str, str]] = []
        self.pure: list[object] = []
        self.scripts: list[object] = []


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the recipe made with PyInstaller's names standing in, on a Mac; "bundle" is the .app."""
    hooks = types.ModuleType("PyInstaller.utils.hooks")
    vars(hooks).update(copy_metadata=lambda _name: [], collect_data_files=lambda _name, **_: [])
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setenv("WEIBO_OPERATOR_ICONS", str(tmp_path))
    made: dict[str, object] = {}

    class App(Stage):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)
            made["bundle"] = self

    names = {"Analysis": Stage, "PYZ": Stage, "EXE": Stage, "COLLECT": Stage, "BUNDLE": App}
    return made | runpy.run_path(str(SPEC), {**names, "SPECPATH": str(SPEC.parent)}) | made


def test_the_app_has_name_version_icon_and_language(recipe: dict[str, object], tmp_path: Path) -> None:
    app = recipe["bundle"]
    assert isinstance(app, Stage)
    assert app.named["name"] == f"{mac_image.VOLUME}.app"
    assert app.named["version"] == bundle.project_version()
    assert app.named["icon"] == str(tmp_path / "weibo-operator.icns")
    facts = plistlib.loads(plistlib.dumps(app.named["info_plist"]))
    assert facts["CFBundleDevelopmentRegion"] == "zh_CN"
    assert facts["LSMinimumSystemVersion"] == "12.0"


def test_the_app_holds_the_folder_with_one_program(recipe: dict[str, object]) -> None:
    app, folder = recipe["bundle"], recipe["folder"]
    assert isinstance(app, Stage)
    assert isinstance(folder, Stage)
    assert app.given == (folder,)
    programs = [stage for stage in folder.given if isinstance(stage, Stage)]
    assert [program.named["name"] for program in programs] == [bundle.NAME], "the second one is Windows' alone"
    assert folder.given[1] == [("PySide6/libQt6Core.dylib", "", "BINARY")], "what is not needed is left out"


def test_the_disk_image_shows_the_program_beside_the_folder_for_it() -> None:
    app = f"/dist/{mac_image.VOLUME}.app"
    settings = runpy.run_path(str(mac_image.SETTINGS), {"defines": {"app": app, "icon": "/icons/weibo-operator.icns"}})
    assert settings["files"] == [app]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert set(settings["icon_locations"]) == {f"{mac_image.VOLUME}.app", "Applications"}
    (_, (width, height)) = settings["window_rect"]
    assert all(0 < x < width and 0 < y < height for x, y in settings["icon_locations"].values())


def test_the_packer_is_told_app_icon_and_target() -> None:
    command = mac_image.command(Path("/env/python"), Path("/dist/a.app"), Path("/icons"), Path("/dist/a.dmg"))
    assert command[:3] == [os.fspath(Path("/env/python")), "-m", "dmgbuild"]
    assert {"app=/dist/a.app", "icon=/icons/weibo-operator.icns"} <= set(command)
    assert command[-2:] == [mac_image.VOLUME, "/dist/a.dmg"]


@pytest.mark.skipif(importlib.util.find_spec("dmgbuild") is None, reason="needs dmgbuild")
def test_the_packer_knows_every_setting() -> None:
    found = importlib.util.find_spec("dmgbuild")
    assert found is not None
    assert found.origin is not None
    known = Path(found.origin).with_name("core.py").read_text(encoding="utf-8")
    settings = runpy.run_path(str(mac_image.SETTINGS), {"defines": {"app": "/a.app", "icon": "/a.icns"}})
    written = [name for name in settings if not name.startswith("_") and name not in ("app", "defines", "Path")]
    assert [name for name in written if f'"{name}"' not in known] == []
