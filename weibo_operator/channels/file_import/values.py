"""What a single cell looks like, to tell a row of values from a row of headers."""

import re
from datetime import datetime

from weibo_operator.channels.file_import.dates import parse_date, year_last
from weibo_operator.channels.file_import.identity import whole_id
from weibo_operator.domain.clock import CHINA

_ANY_DAY = datetime(2026, 1, 1, tzinfo=CHINA)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_LONGEST_HEADER = 60


def is_date(text: str) -> bool:
    """The cell names a moment, in whatever spelling."""
    text = text.strip()
    return bool(text) and (parse_date(text, _ANY_DAY) is not None or year_last(text) is not None)


def is_link(text: str) -> bool:
    """The cell is a page's address."""
    return _WEB.match(text.strip()) is not None


def is_value(text: str) -> bool:
    """No header: a date, an id, an address or a whole text."""
    text = text.strip()
    return bool(whole_id(text)) or is_link(text) or len(text) > _LONGEST_HEADER or is_date(text)
