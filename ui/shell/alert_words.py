"""What the system's notice says of what came while another program was in front."""

from collections.abc import Sequence

from weibo_operator.domain.alerts import Alert, AlertKind
from weibo_operator.translation import Number, tr

_WORDS = {
    AlertKind.URGENT: tr("{n} 位紧急在等"),
    AlertKind.ANSWER: tr("{n} 张转交有答复或超期"),
    AlertKind.PROMISE: tr("{n} 个承诺到点"),
    AlertKind.VISIT: tr("{n} 个回访到点"),
}
_ONE = {
    AlertKind.URGENT: tr("紧急：@{name} 在等"),
    AlertKind.ANSWER: tr("@{name} 的转交有答复或超期"),
    AlertKind.PROMISE: tr("答应 @{name} 的事到点了"),
    AlertKind.VISIT: tr("该回访 @{name} 了"),
}


def alert_words(alerts: Sequence[Alert]) -> str:
    """One line for everything: a name where it is one of its kind, a count where there are more."""
    parts: list[str] = []
    for kind in AlertKind:
        of_kind = [alert for alert in alerts if alert.kind is kind]
        if len(of_kind) == 1:
            parts.append(_ONE[kind].format(name=of_kind[0].nickname))
        elif of_kind:
            parts.append(_WORDS[kind].format(n=Number(len(of_kind))))
    return tr("；").join(parts)
