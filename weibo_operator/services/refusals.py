"""What an answer of the platform leaves behind: permission over, a feature off, a rest (weibo.md 4.2)."""

from datetime import datetime, timedelta

from msgspec import Struct

from weibo_operator.domain.account import PauseScope
from weibo_operator.domain.open_platform import Feature, PlatformError, Reaction
from weibo_operator.services.call_budget import USED_UP

WRITES_REST = timedelta(minutes=10)
"""20016: “too many posts, have a rest”."""
STOP_REST = timedelta(hours=6)
"""10004, 20022: this network address is refused; it is looked again after this, or when the operator asks."""
LONGEST_REST = timedelta(hours=24)
"""No rest is longer, whatever the platform (or a clock that was wrong) says."""


class Rest(Struct, frozen=True):
    """Nothing of ``scope`` is called before ``until``."""

    scope: PauseScope
    until: datetime


def rest_after(error: PlatformError, now: datetime) -> Rest | None:
    """The rest an error asks for; None where it asks for none, or the day's own budget kept the call back."""
    if error.platform_code == USED_UP:
        return None
    if error.reaction is Reaction.RATE_LIMIT:
        wished = error.retry_at or next_full_hour(now)
        return Rest(PauseScope.ALL, min(wished, now + LONGEST_REST))
    if error.reaction is Reaction.STOP:
        return Rest(PauseScope.ALL, now + STOP_REST)
    if error.reaction is Reaction.PAUSE_WRITES:
        return Rest(PauseScope.WRITES, now + WRITES_REST)
    return None


def next_full_hour(now: datetime) -> datetime:
    """When the platform's hourly limits begin anew, where it doesn't say."""
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def feature_refused(error: PlatformError) -> Feature | None:
    """The feature that an answer switches off."""
    if error.reaction is not Reaction.NO_PERMISSION:
        return None
    return next((feature for feature in Feature if feature.value == error.path), None)
