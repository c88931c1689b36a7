"""What stops a reply, in the order of product.md (Reply 3), and the line that says so."""

from collections.abc import Sequence

from ui.reply.stop_line import Line, Way
from ui.support.actions import anywhere
from ui.support.key_map import KeyMap
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import length_limit, reply_length
from weibo_operator.translation import tr

ORDER = (
    FindingKind.TYPO,
    FindingKind.PUNCTUATION,
    FindingKind.TONE,
    FindingKind.PRIVACY,
    FindingKind.PROMISE,
    FindingKind.SUPERLATIVE,
    FindingKind.SELF_PRAISE,
    FindingKind.JARGON,
    FindingKind.FIRST_TOUCH,
    FindingKind.VARIABLE,
    FindingKind.LENGTH,
    FindingKind.REPEAT,
    FindingKind.UNANSWERED,
    FindingKind.NAME,
)
TITLES = {
    FindingKind.PUNCTUATION: tr("标点"),
    FindingKind.TONE: tr("语气"),
    FindingKind.PRIVACY: tr("隐私"),
    FindingKind.PROMISE: tr("承诺"),
    FindingKind.SUPERLATIVE: tr("极限用语"),
    FindingKind.SELF_PRAISE: tr("自夸"),
    FindingKind.JARGON: tr("行话"),
    FindingKind.FIRST_TOUCH: tr("线索"),
    FindingKind.UNANSWERED: tr("漏答"),
    FindingKind.NAME: tr("称呼"),
}


def is_typo(finding: Finding) -> bool:
    """Whether the finding is counted among 疑似错字 (typos and punctuation of the sure class)."""
    return finding.is_sure_slip


def stopping(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that stop a reply once or for good: everything sure, in the order of product.md."""
    sure = [finding for finding in findings if finding.grade is Grade.CERTAIN]
    return tuple(sorted(sure, key=lambda finding: (ORDER.index(finding.kind), finding.start)))


def stop_line(stops: Sequence[Finding], text: str, audience: Audience, nickname: str, keys: KeyMap) -> Line:
    """The line for the first of ``stops``; what must be fixed does not offer a second press."""
    first = stops[0]
    if is_typo(first):
        count = sum(is_typo(finding) for finding in stops)
        cause = tr("还有 {0} 处疑似错字。改好再发，{1}", count, _again(keys))
        more = _others(stops, count, keys)
        return Line(cause, more, "danger", "spell-check", Way.FIX, tr("逐个改"), anywhere("next_finding"))
    if first.kind is FindingKind.VARIABLE:
        names = [finding.text for finding in stops if finding.kind is FindingKind.VARIABLE]
        cause = tr("还有 {0} 个变量没填：{1}", len(names), tr("、").join(names))
        return Line(cause, "", "info", "hash", Way.FILL, tr("去填"), "Tab")
    if first.kind is FindingKind.LENGTH:
        over = reply_length(text, audience, nickname) - length_limit(audience)
        return Line(tr("超出 {0} 字，微博不收。删短一点再发", over), "", "danger", "triangle-alert")
    if first.kind is FindingKind.PRIVACY and first.must_fix:
        cause = tr("“{0}”{1}，公开回复所有人都能看到。要改成私信吗？", first.text, first.reason)
        return Line(cause, "", "info", "lock", Way.PRIVATE, tr("改成私信"), anywhere("audience"))
    if first.kind is FindingKind.REPEAT:
        cause = tr("和上一条公开回复一模一样，微博会拒收。换一种说法？")
        return Line(cause, "", "info", "copy", Way.REWORD, tr("换一种说法"), anywhere("other_wording"))
    title = TITLES.get(first.kind, "")
    cause = tr("{0}：“{1}”，{2}。改好再发，{3}", title, first.text, first.reason, _again(keys))
    more = _others(stops, 1, keys)
    return Line(cause, more, "info", "circle-alert", Way.FIX, tr("看看"), anywhere("next_finding"))


def _again(keys: KeyMap) -> str:
    return tr("或再按一次 {0} 直接发送", keys.said(anywhere("send")))


def _others(stops: Sequence[Finding], told: int, keys: KeyMap) -> str:
    rest = len(stops) - told
    if any(finding.kind is FindingKind.REPEAT for finding in stops):
        # It would be refused: that is said at once, not only when the rest is put right.
        other = keys.said(anywhere("other_wording"))
        return tr("另有 {0} 处提醒，和上一条公开回复一模一样，按 {1} 换一种说法", rest, other)
    return tr("另有 {0} 处提醒", rest) if rest > 0 else ""
