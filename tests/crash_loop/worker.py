"""Does one kind of work and is killed while it does: ``python -m tests.crash_loop.worker WORK FOLDER``."""

import shutil
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.crash_loop.works import WORKS
from tests.kill_loop.victim import serve
from weibo_operator.bootstrap import load_language, resources_dir


def main(name: str, folder: Path) -> None:
    """Work for each line on stdin; the word lists are read once."""
    language = load_language(resources_dir())
    with TemporaryDirectory() as place:  # what is loaded with the first use is there before the forks
        warm = shutil.copytree(folder, Path(place) / "desk")
        WORKS[name].do(warm, language)
    serve(lambda: partial(WORKS[name].do, folder, language))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
