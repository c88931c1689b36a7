"""The checklist's steps as the window names them; what a step says to a customer stays as it is written for them."""

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from ui.support.context import Context
from weibo_operator.domain.crisis_case import PlaybookStep
from weibo_operator.translation import spoken


def shown_steps(context: Context) -> tuple[PlaybookStep, ...]:
    """The playbook with phase, title and hint in the operator's language, as far as that language has a file."""
    named = _named(context.resources / "templates" / f"crisis_playbook.{spoken()}.tsv")
    return tuple(
        replace(step, phase=named[step.key][0], title=named[step.key][1], hint=named[step.key][2])
        if step.key in named
        else step
        for step in context.operator.crises.playbook
    )


@cache
def _named(path: Path) -> dict[str, tuple[str, str, str]]:
    """Key → phase, title and hint; empty without a file. A row that is none raises ``ValueError``."""
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {
        key: (phase, title, hint) for phase, key, title, hint in (row for row in rows if not row[0].startswith("#"))
    }
