"""What the bundle keeps: the rules on true paths of PySide6's wheels and of a Linux build."""

from pathlib import Path

import bundle
import bundle_rules
import pytest
import sizes

from tests.conftest import PROJECT

QT = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/platforminputcontexts/libibusplatforminputcontextplugin.so",
        f"{QT}/platforms/libqxcb.so",
        f"{QT}/platforms/libqwayland-generic.so",
        f"{QT}/platforms/libqoffscreen.so",
        f"{QT}/wayland-shell-integration/libxdg-shell.so",
        f"{QT}/xcbglintegrations/libqxcb-egl-integration.so",
        f"{QT}/tls/libqopensslbackend.so",
        f"{QT}/imageformats/libqjpeg.so",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "certifi/cacert.pem",
        "jieba/dict.txt",
        "resources/language/ngrams.bin",
        "resources/licences/texts/LGPL-3.txt",
        "weibo_operator-0.1.0.dist-info/METADATA",
    ],
)
def test_what_the_desk_needs_is_kept(path: str) -> None:
    assert bundle_rules.keeps(path, "linux")


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/platformthemes/libqgtk3.so",
        f"{QT}/platforms/libqeglfs.so",
        f"{QT}/imageformats/libqpdf.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_help_zh_CN.qm",
        "libgtk-3.so.0",
        "libcups.so.2",
        "libstdc++.so.6",
        "libcrypto.so.3",
        "jieba/lac_small/model_baseline/word_emb",
        "resources/language/triage/praise.tsv",
        "weibo_operator-0.1.0.dist-info/direct_url.json",
    ],
)
def test_what_it_does_not_need_is_left_out(path: str) -> None:
    assert not bundle_rules.keeps(path, "linux")


def test_windows_keeps_its_own_encryption_and_knows_backslashes() -> None:
    assert bundle_rules.keeps("libcrypto-3.dll", "win32")
    assert bundle_rules.keeps("PySide6\\translations\\qtbase_zh_CN.qm", "win32")
    assert not bundle_rules.keeps("PySide6\\translations\\qtbase_de.qm", "win32")
    assert not bundle_rules.keeps("PySide6\\opengl32sw.dll", "win32")


def test_nothing_that_the_program_imports_is_excluded() -> None:
    sources = [path.read_text(encoding="utf-8") for name in ("ui", "weibo_operator") for path in each(name)]
    excluded = [module for module in bundle_rules.EXCLUDED_MODULES if module != "PySide6.QtTest"]
    used = [module for module in excluded for text in sources if f"from {module} import" in text]
    assert used == []


def each(name: str) -> list[Path]:
    """The modules that the window reaches: its screenshots are drawn by developers only."""
    return [path for path in (PROJECT / name).rglob("*.py") if not path.name.startswith("screenshots")]


def test_the_recipe_compiles() -> None:
    path = PROJECT / "packaging" / "weibo_operator.spec"
    compile(path.read_text(encoding="utf-8"), str(path), "exec")


def test_the_version_has_one_place() -> None:
    version = bundle.project_version()
    texts = [PROJECT / "packaging" / name for name in ("weibo_operator.spec", "windows/installer.nsi")]
    texts += list((PROJECT / "packaging" / "debian").iterdir())
    assert [path.name for path in texts if version in path.read_text(encoding="utf-8")] == []
    assert f"FileVersion', '{version}'" in bundle.version_resource(version)


def test_sizes_are_told_by_part_and_links_counted_once(tmp_path: Path) -> None:
    library = tmp_path / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6"
    library.parent.mkdir(parents=True)
    library.write_bytes(bytes(3_000_000))
    (tmp_path / "_internal" / "libQt6Core.so.6").symlink_to(library)
    (tmp_path / "weibo-operator").write_bytes(bytes(1_000_000))
    assert sizes.measured(tmp_path) == {"Qt and PySide6": 3_000_000, "start program and code": 1_000_000}
    assert sizes.table(tmp_path).splitlines()[-1].split() == ["together", "4.0", "MB"]


def test_an_installer_that_is_too_large_is_refused(tmp_path: Path) -> None:
    setup = tmp_path / "setup.exe"
    setup.write_bytes(bytes(sizes.LARGEST_INSTALLER))
    sizes.refuse_large(setup)
    setup.write_bytes(bytes(sizes.LARGEST_INSTALLER + 1_000_000))
    with pytest.raises(SystemExit, match=r"46\.0 MB"):
        sizes.refuse_large(setup)
