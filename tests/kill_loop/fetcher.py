"""Fetches what customers wrote, and is killed while it does: ``python -m tests.kill_loop.fetcher FILE TOKEN UID``."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.kill_loop.victim import keyring_with, serve
from weibo_operator.bootstrap import Language, build, load_language, resources_dir
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.clock import SystemClock
from weibo_operator.domain.open_platform import Token


def started(file: Path, token: Token, language: Language) -> Callable[[], None]:
    """The whole program on the file, about to look for new messages, as the clock makes it do."""
    platform = WeiboPlatform(SystemClock(), patience=Patience(connect=5, read=5))
    operator = build(file, language=language, platform=platform, secrets=keyring_with(token))

    def fetch() -> None:
        goes_on = True
        while goes_on:
            (account,) = operator.accounts.all()
            report = operator.sync.fetch(account).value
            if report.error is not None:
                raise RuntimeError(report.error.data)
            goes_on = report.goes_on
        operator.close()

    return fetch


def main(file: Path, value: str, uid: str) -> None:
    """Fetch for each line on stdin; the word lists are read once."""
    token = Token(value, uid, datetime.now(UTC) + timedelta(days=1))
    language = load_language(resources_dir())
    serve(lambda: started(file, token, language))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
