"""Commands that read texts from stdin and need no data file: triage, check, length."""

from collections.abc import Callable, Mapping

from weibo_operator.bootstrap import Language
from weibo_operator.cli.options import Options
from weibo_operator.cli.output import input_lines, print_json, print_line
from weibo_operator.domain.findings import corrected
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import weibo_length
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.translation import label, tr


def triage(language: Language, options: Options) -> int:
    """One object per line of stdin, in the contract's keys."""
    for text in input_lines():
        found = language.triage.triage(text)
        labels = [label(each) for each in (found.kind, found.nature, found.aspect, found.department, found.urgency)]
        if not options.json:
            told = tr("；").join(map(shown_reason, found.reasons))
            seen_by = label(found.audience.label)
            print_line(tr("{0} P{1} {2}（{3}）", " ".join(labels), int(found.level), seen_by, told))
            continue
        print_json(
            {
                "kind": found.kind.value,
                "nature": found.nature.value,
                "aspect": found.aspect.value,
                "department": found.department,
                "urgency": found.urgency.value,
                "level": f"P{int(found.level)}",
                "crisis": found.crisis,
                "sentiment": int(found.sentiment),
                "public_ok": found.audience.label,
                "reasons": list(found.reasons),
            }
        )
    return 0


def check(language: Language, options: Options) -> int:
    """One object per line of stdin: the findings and the text with every certain typo put right."""
    audience = Audience(options.audience)
    for text in input_lines():
        findings = language.check.check(text, audience=audience)
        better = corrected(text, findings)
        if not options.json:
            print_line(
                tr("；").join(tr("{0}：{1}", found.text, found.reason) for found in findings) or tr("未发现问题")
            )
            continue
        listed = [
            {
                "start": found.start,
                "end": found.end,
                "kind": found.kind.value,
                "grade": found.grade.value,
                "text": found.text,
                "suggestions": list(found.suggestions),
                "probability": found.probability,
                "reason": found.reason,
            }
            for found in findings
        ]
        print_json({"findings": listed, "corrected": better})
    return 0


def length(language: Language, options: Options) -> int:  # noqa: ARG001  every command has the same shape
    """One object per line of stdin: its length in 字 by Weibo's rule."""
    for text in input_lines():
        count = weibo_length(text)
        if options.json:
            print_json({"length": count})
        else:
            print_line(str(count))
    return 0


COMMANDS: Mapping[str, Callable[[Language, Options], int]] = {"triage": triage, "check": check, "length": length}
