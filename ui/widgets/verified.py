"""The V mark for a verification as exports word it."""

from ui.widgets.avatar import Verified
from weibo_operator.translation import tr

_COMPANY_WORDS = (tr("蓝V"), tr("机构"), tr("企业"), tr("政府"), tr("媒体"))


def verified_mark(verified: str) -> Verified:
    """Blue is a company, any other verification a person, an empty word nobody."""
    if not verified:
        return ""
    return "company" if any(word in verified for word in _COMPANY_WORDS) else "person"
