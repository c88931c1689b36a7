"""The crisis checklist, read from ``resources/templates/crisis_playbook.tsv`` (mission B2, B9)."""

from pathlib import Path

from weibo_operator.domain.crisis_case import PlaybookStep

PHASES = ("稳住", "沟通", "修复")
_COLUMNS = 6


def read_playbook(resources: Path) -> tuple[PlaybookStep, ...]:
    """The steps in their order; raises ``ValueError`` for a row that is none, or a key that comes twice."""
    path = resources / "templates" / "crisis_playbook.tsv"
    found: dict[str, PlaybookStep] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        cells += [""] * (_COLUMNS - len(cells))
        if len(cells) > _COLUMNS or cells[0] not in PHASES or not cells[1] or cells[1] in found:
            raise ValueError(f"{path.name}, line {number}")
        found[cells[1]] = PlaybookStep(*cells)
    return tuple(found.values())
