"""Times as the command line writes them."""

from datetime import datetime

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import InvalidInputError


def moment_of(text: str) -> datetime:
    """A time in ISO 8601, Beijing time when it names no zone; raises ``InvalidInputError``."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInputError(field="captured-at", reason="time", value=text) from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=CHINA)
