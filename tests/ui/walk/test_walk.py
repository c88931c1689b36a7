"""A walk through every screen: nothing is cut, lies on another, is pale, nameless, English, or out of Tab's reach."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.ui.walk.walking import FIRST, SMALLEST, Found, Walk
from ui.shell.screenshots import Studio
from ui.support.theme import Theme
from weibo_operator.bootstrap import Language

KINDS = ("cut", "overlap", "pale", "nameless", "english", "unreachable")


@pytest.fixture(scope="module")
def walked(language: Language, theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """One desk per theme and one empty desk, each walked through once; places and names are the same in the dark."""
    found: Found = {}
    for mode, sizes, kinds in (("light", (FIRST, SMALLEST), KINDS), ("dark", (FIRST,), ("pale",))):
        theme.set_mode(mode)
        for bare in (False, True):
            walk = Walk(theme, sizes, kinds)
            studio = Studio(theme, language, tmp_path_factory.mktemp("walk"), walk.look, bare=bare)
            for _ in studio.take(waiting=mode == "light"):  # those have no colours of their own
                pass
            studio.close()
            for kind, seen in walk.found.items():
                found.setdefault(f"{kind} {mode}", {}).update(seen)
    theme.set_mode("light")
    return found


@pytest.mark.parametrize("kind", [*(f"{kind} light" for kind in KINDS), "pale dark"])
def test_every_screen(walked: Found, kind: str) -> None:
    wrong = [f"{where}: {sentence}" for sentence, where in walked[kind].items()]
    assert not wrong, "\n".join(wrong)


def test_every_screen_in_english(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.walk.english_face"],
        cwd=PROJECT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "WEIBO_OPERATOR_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert len(told["scenes"]) > 100
    wrong = [f"{kind}, {where}: {sentence}" for kind, seen in told["found"].items() for sentence, where in seen.items()]
    assert not wrong, "\n".join(wrong)
