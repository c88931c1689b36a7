"""What is said under a wording: its length for each audience, and what the desk check found."""

from collections.abc import Sequence

from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import length_limit, reply_length
from weibo_operator.domain.template import ALSO_CALLED, ASKED_VARIABLES, KNOWN_VARIABLES, fill, unknown_variables
from weibo_operator.translation import label, tr

OF_A_TEMPLATE = frozenset(
    {FindingKind.VARIABLE, FindingKind.LENGTH, FindingKind.REPEAT, FindingKind.NAME, FindingKind.PROMISE}
)
"""Findings that only mean something in a reply to somebody."""
SHOWN = 2


def audiences_of(choice: str) -> tuple[Audience, ...]:
    """The audiences a template is for; ``choice`` is public, private or both."""
    return {"public": (Audience.PUBLIC,), "private": (Audience.PRIVATE,)}.get(
        choice, (Audience.PUBLIC, Audience.PRIVATE)
    )


def length_words(text: str, choice: str) -> tuple[str, bool]:
    """The length with its verdict, and whether it is too long for one of its audiences; the cursor mark has none."""
    text = fill(text, {})
    over = [
        tr("{0}超出 {1} 字", label(audience.label), length - length_limit(audience))
        for audience in audiences_of(choice)
        if (length := reply_length(text, audience)) > length_limit(audience)
    ]
    said = tr("约 {0} 字", reply_length(text, Audience.PRIVATE))
    if over:
        return tr("{0}，{1}", said, tr("，").join(over)), True
    if not text.strip():
        return "", False
    fits = {"public": tr("公开发得下"), "private": tr("私信发得下")}.get(choice, tr("公开和私信都发得下"))
    return tr("{0}，{1}", said, fits), False


def unknown_words(text: str) -> str:
    """What is said of variables that the program doesn't know; empty when it knows them all."""
    names = unknown_variables(text)
    if not names:
        return ""
    said = tr("、").join(f"{{{name}}}" for name in names)
    known = tr("、").join((*KNOWN_VARIABLES, *ASKED_VARIABLES))
    return tr("不认识 {0}：照样存着，发送前要自己填。认识的有 {1}", said, known)


def likely_variable(text: str) -> tuple[str, str] | None:
    """The first unknown variable that is another name for a known one, and that one."""
    names = (name for name in unknown_variables(text) if name in ALSO_CALLED)
    return next(((name, ALSO_CALLED[name]) for name in names), None)


def remarks(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that concern a template."""
    return tuple(finding for finding in findings if finding.kind not in OF_A_TEMPLATE)


def finding_words(findings: Sequence[Finding]) -> str:
    """The findings in one line, the first two in words."""
    if not findings:
        return tr("未发现错字")
    said = tr("；").join(_words(finding) for finding in findings[:SHOWN])
    more = tr("；另有 {0} 处", len(findings) - SHOWN) if len(findings) > SHOWN else ""
    return f"{said}{more}"


def _words(finding: Finding) -> str:
    if finding.suggestions:
        return tr("“{0}”是不是“{1}”", finding.text, finding.suggestions[0])
    return tr("“{0}”{1}", finding.text, finding.reason)
