"""The parsed command line as one record with a default for every option."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from weibo_operator.domain.settings import FAIR_PERIOD, ROTATION_THRESHOLD
from weibo_operator.services.health import Check
from weibo_operator.services.weekly_export import DrawPdf

WindowChecks = Callable[[], tuple[Check, ...]]
"""What the self-test asks of Qt, where there is Qt."""


class Options(Struct, dict=True):
    """Filled by argparse (``namespace=``); options of other commands keep their defaults.

    ``dict``, as argparse puts words that it does not know into the record's dictionary until it has told of them.
    """

    command: str | None = None
    db: Path | None = None
    json: bool = False
    files: list[Path] = field(default_factory=list[Path])
    file_format: str = "auto"
    account: str = ""
    captured_at: str = ""
    dry_run: bool = False
    pane: str = "new"
    limit: int = 50
    why: bool = False
    audience: str = "public"
    week: str = ""
    week_format: str = "txt"
    out: Path | None = None
    unmasked: bool = False
    draw_pdf: DrawPdf | None = None
    """Not an option: what draws a PDF, where the program that runs the command has a window's means."""
    window_checks: WindowChecks | None = None
    """Not an option either: the self-test's part about the window."""
    path: Path = Path()
    seed: int = 1
    days: int = 10
    speed: str = "20,30,45"
    profile: Path | None = None
    fair_period: int = FAIR_PERIOD.default
    threshold: int = ROTATION_THRESHOLD.default
