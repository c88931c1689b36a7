"""The language is settled by the environment, the operator's choice, the system, in this order."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.conftest import PROJECT
from ui.support.language_choice import KEY, is_pending, settle_language
from weibo_operator.translation import VARIABLE, choose_language, settle_for_command_line


@pytest.mark.parametrize(
    ("wish", "system", "environment", "language"),
    [
        ("system", ["zh-Hans-CN", "en-US"], {}, "zh"),
        ("system", ["en-US", "zh-CN"], {}, "en"),
        ("system", ["ja-JP"], {}, "en"),
        ("system", ["C"], {}, "zh"),
        ("system", [], {}, "zh"),
        ("zh", ["en-US"], {}, "zh"),
        ("en", ["zh-CN"], {}, "en"),
        ("something else", ["zh_TW"], {}, "zh"),
        ("zh", ["zh-CN"], {VARIABLE: "en"}, "en"),
        ("en", ["zh-CN"], {VARIABLE: "xx"}, "en"),
    ],
)
def test_which_language(wish: str, system: list[str], environment: dict[str, str], language: str) -> None:
    assert choose_language(wish, system, environment) == language


def test_the_kept_choice_is_told_to_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue(KEY, "en")
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.delenv(f"{VARIABLE}_OURS", raising=False)
    settle_language(settings)
    assert os.environ[VARIABLE] == "en"
    assert not is_pending(settings)
    settings.setValue(KEY, "zh")
    assert is_pending(settings)
    settle_language(settings)
    assert os.environ[VARIABLE] == "zh", "what the program itself named before is no wish"


def test_a_language_the_environment_names_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(f"{VARIABLE}_OURS", raising=False)
    monkeypatch.setenv(VARIABLE, "en")
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue(KEY, "zh")
    settle_language(settings)
    assert os.environ[VARIABLE] == "en"
    assert not is_pending(settings)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en_US.UTF-8", "en"), ("zh_CN.UTF-8", "zh"), ("C.UTF-8", "zh"), ("POSIX", "zh"), ("", "zh")],
)
def test_the_command_line_speaks_the_locales_language(
    locale: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8" if locale else "")
    settle_for_command_line(["queue"])
    assert os.environ[VARIABLE] == language


def test_what_programs_read_is_the_same_in_every_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en")
    settle_for_command_line(["check", "--json"])
    assert os.environ[VARIABLE] == "zh"


def test_no_sentence_is_imported_before_the_language_is_settled() -> None:
    ours = "[name for name in sys.modules if name.split('.')[0] in ('ui', 'weibo_operator')]"
    look = f"import json, sys, ui.__main__; print(json.dumps({ours}))"
    run = subprocess.run([sys.executable, "-c", look], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert set(json.loads(run.stdout)) <= {
        "ui",
        "ui.__main__",
        "weibo_operator",
        "weibo_operator.cli",
        "weibo_operator.cli.commands",
        "weibo_operator.translation",
    }
