"""How findings look in the reply's editor: waves, dots and tints, and the same in words for a screen reader."""

from collections.abc import Sequence

from ui.support.actions import anywhere
from ui.support.key_map import KeyMap
from ui.support.offsets import to_units
from ui.support.tokens import ColorRole
from ui.widgets.marks import Mark
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.translation import tr

Tint = tuple[int, int, ColorRole, ColorRole]
"""Start, end (UTF-16 units), ground and ink of a highlighted stretch."""


def marks_of(text: str, findings: Sequence[Finding], asked: Finding | None) -> tuple[list[Mark], list[Tint]]:
    """Waves for sure typos, tints for what must be fixed; the quiet class only while something is asked."""
    marks: list[Mark] = []
    tints: list[Tint] = []
    for finding in findings:
        start, end = to_units(text, finding.start), to_units(text, finding.end)
        if finding.must_fix:
            too_long = finding.kind is FindingKind.LENGTH
            ground: ColorRole = "danger_subtle" if too_long else "info_subtle"
            tints.append((start, end, ground, "danger_text" if too_long else "info_text"))
        elif finding.grade is Grade.CERTAIN or asked is not None:
            marks.append(Mark(start, end, sure=finding.is_sure_slip))
        if finding is asked:
            tints.append((start, end, "danger_subtle" if finding.is_sure_slip else "info_subtle", "text"))
    return marks, tints


def findings_words(findings: Sequence[Finding], keys: KeyMap) -> str:
    """What a screen reader says of the editor: the sure typos by their words, the rest by number."""
    typos = [finding.text for finding in findings if finding.is_sure_slip]
    others = len(findings) - len(typos)
    said = [tr("{0} 处疑似错字：{1}", len(typos), tr("、").join(typos))] if typos else []
    said += [tr("{0} 处提醒", others)] if others else []
    return tr("{0}，按 {1} 查看", tr("，").join(said), keys.said(anywhere("next_finding"))) if said else ""
