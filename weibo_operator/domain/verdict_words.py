"""Whether the person in charge agrees, read from the first words of what they wrote (mission A4)."""

import re

from weibo_operator.domain.handoff import Verdict

_DECLINED = re.compile(r"^(?:我|我们|这个|这样)?\s*(?:不同意|不行|不可以|不能|不确认|先不|不要|暂不|别|否决|驳回|不批)")
_AGREED = re.compile(
    r"^(?:我|我们|这个|这样)?\s*(?:同意|确认|可以|行|好的?|没问题|批准|OK)(?![吗么？?])", re.IGNORECASE
)


def verdict_in(text: str) -> Verdict | None:
    """AGREED or DECLINED by the first words; None where they don't say."""
    words = text.strip()
    if _DECLINED.match(words):
        return Verdict.DECLINED
    return Verdict.AGREED if _AGREED.match(words) else None
