"""The day's budget of calls (weibo.md 4.1): counted before each call leaves, refused when it is used up."""

from datetime import timedelta

from weibo_operator.domain.clock import china_day
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import Feature, PlatformError, Reaction
from weibo_operator.domain.polling import Budget, next_midnight
from weibo_operator.domain.settings import API_DAILY_CALLS, API_WRITES_PER_HOUR
from weibo_operator.services.desk import Desk
from weibo_operator.storage import accounts
from weibo_operator.storage.connection import without_waiting_for_the_disk

USED_UP = "budget"
"""Stands where the platform's code would: it was not asked, the day's own budget kept the call back."""


class CallBudget:
    """Counts an account's calls by Beijing's day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, account: AccountId) -> Budget:
        """What is used and left now."""
        now = self._desk.now()
        connection = self._desk.connection
        return Budget(
            used=accounts.calls_on(connection, account, china_day(now)),
            limit=self._desk.setting(API_DAILY_CALLS),
            resets_at=next_midnight(now),
            writes_this_hour=accounts.writes_between(connection, account, now - timedelta(hours=1), now),
            writes_per_hour=self._desk.setting(API_WRITES_PER_HOUR),
        )

    def count(self, account: AccountId, feature: Feature, *, automatic: bool = False) -> None:
        """Count a call that is about to leave, in a transaction of its own.

        Raises ``PlatformError`` (RATE_LIMIT, code ``USED_UP``) when the day's calls are used up; what nobody pressed
        for (``automatic``) leaves the reserve alone.
        """
        with without_waiting_for_the_disk(self._desk.connection), self._desk.bookkeeping() as recorder:
            budget = self.of(account)
            if (budget.left_for_polls if automatic else budget.left) < 1:
                raise PlatformError(
                    Reaction.RATE_LIMIT, path=feature.value, platform_code=USED_UP, retry_at=budget.resets_at
                )
            day = china_day(self._desk.now()).isoformat()
            recorder.put("call_day", {"account_id": account, "day": day, "calls": budget.used + 1})
