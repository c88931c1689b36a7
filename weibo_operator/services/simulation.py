"""下一位 against other orders of answering, on the same simulated days (``weibo-operator simulate``)."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from weibo_operator.domain.simulation import (
    Ask,
    DayLog,
    Policy,
    PolicyQueue,
    Shift,
    by_level,
    first_come,
    newest_first,
    run_day,
)
from weibo_operator.domain.simulation_measures import Measures, measure
from weibo_operator.services.simulation_arrivals import draw_day, shift_of
from weibo_operator.services.simulation_desk import DeskQueue
from weibo_operator.services.simulation_profile import Profile

_HOUR_MS = 3_600_000

ROTATION = "rotation"
COMPARED: Mapping[str, Policy] = {
    "first_come": first_come,
    "newest_first": newest_first,
    "by_level": by_level,
}
"""What the rotation is compared with."""

POLICIES = (ROTATION, *COMPARED)
"""The rows for each speed, in their order."""

Progress = Callable[[int, int], None]
"""Called with the days done and the days to do, each order and speed apart."""


class Plan(Struct, frozen=True):
    """What to simulate: separate days, each with a desk that was empty the evening before.

    ``speeds`` are answers per hour.
    """

    seed: int
    days: int
    speeds: tuple[int, ...]
    fair_period: int
    threshold: int
    policies: tuple[str, ...] = POLICIES


class Row(Struct, frozen=True):
    """One order at one speed."""

    speed: int
    policy: str
    measures: Measures


def simulate(profile: Profile, plan: Plan, *, progress: Progress | None = None) -> tuple[Row, ...]:
    """Every order at every speed on the same days."""
    drawn = [(draw_day(profile, seed=plan.seed, day=day), shift_of(profile, day)) for day in range(plan.days)]
    todo = len(plan.speeds) * len(plan.policies) * plan.days
    rows: list[Row] = []
    done = 0
    for speed in plan.speeds:
        for policy in plan.policies:
            logs: list[DayLog] = []
            for asks, shift in drawn:
                logs.append(_one_day(plan, policy, speed, asks, shift))
                done += 1
                if progress is not None:
                    progress(done, todo)
            rows.append(Row(speed, policy, measure(logs)))
    return tuple(rows)


def _one_day(plan: Plan, policy: str, speed: int, asks: tuple[Ask, ...], shift: Shift) -> DayLog:
    answer_ms = _HOUR_MS / speed
    if policy != ROTATION:
        return run_day(asks, shift, PolicyQueue(COMPARED[policy]), answer_ms=answer_ms)
    queue = DeskQueue(opened_at=shift.opens, fair_period=plan.fair_period, threshold=plan.threshold)
    try:
        return run_day(asks, shift, queue, answer_ms=answer_ms)
    finally:
        queue.close()
