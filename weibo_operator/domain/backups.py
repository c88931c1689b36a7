"""Which automatic backups are kept: the newest of seven days, four weeks and twelve months (product.md, Data)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from weibo_operator.domain.clock import china_day

DAYS, WEEKS, MONTHS = 7, 4, 12


def kept(times: Iterable[datetime]) -> frozenset[datetime]:
    """The moments whose backups stay.

    Days, weeks and months without a backup don't count: a holiday, or a clock that was wrong, costs nothing.
    """
    newest_first = sorted(set(times), reverse=True)
    of_days = _newest(newest_first, DAYS, lambda moment: china_day(moment).toordinal())
    of_weeks = _newest(newest_first, WEEKS, lambda moment: (china_day(moment).toordinal() - 1) // 7)
    of_months = _newest(newest_first, MONTHS, lambda moment: china_day(moment).year * 12 + china_day(moment).month)
    return of_days | of_weeks | of_months


def _newest(newest_first: Sequence[datetime], count: int, period: Callable[[datetime], int]) -> frozenset[datetime]:
    """The newest moment of each of the last ``count`` periods that have one."""
    found: dict[int, datetime] = {}
    for moment in newest_first:
        if len(found) == count:
            break
        found.setdefault(period(moment), moment)
    return frozenset(found.values())
