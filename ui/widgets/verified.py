"""The V mark for a verification as exports word it."""

from ui.widgets.avatar import Verified

_COMPANY_WORDS = ("蓝V", "机构", "企业", "政府", "媒体")


def verified_mark(verified: str) -> Verified:
    """Blue is a company, any other verification a person, an empty word nobody."""
    if not verified:
        return ""
    return "company" if any(word in verified for word in _COMPANY_WORDS) else "person"
