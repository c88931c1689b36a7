"""Walks through every screen in English and prints what is wrong, as JSON: run by itself, since a program that has
spoken Chinese stays with it (sentences are looked up when their modules are imported)."""

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ["WEIBO_OPERATOR_LANGUAGE"] = "en"
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from tests.ui.walk.walking import FIRST, SMALLEST, Walk
from ui.shell.screenshots import Studio
from ui.support.theme import Theme
from weibo_operator.bootstrap import load_language, resources_dir

KINDS = ("cut", "overlap", "nameless", "untranslated")


def main(folder: Path) -> int:
    """The practice desk and an empty one; ``folder`` takes their files."""
    app = QApplication([])
    theme = Theme(resources_dir(), app)
    theme.set_mode("light")
    theme.set_reduced_motion(on=True)
    theme.apply(app)
    walk = Walk(theme, (FIRST, SMALLEST), KINDS)
    for bare in (False, True):
        studio = Studio(theme, load_language(resources_dir()), folder, walk.look, bare=bare)
        for _ in studio.take():
            pass
        studio.close()
    json.dump({"scenes": walk.scenes, "found": walk.found}, sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        code = main(Path(scratch))
    sys.exit(code)
