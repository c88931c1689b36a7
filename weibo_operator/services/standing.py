"""Where a ticket stands follows from facts: level, target and late are derived at every commit and by the minute."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from datetime import timedelta

from weibo_operator.domain.clock import Clock
from weibo_operator.domain.customer import Importance
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.levels import Judgement, LevelFacts, LevelPolicy, judge
from weibo_operator.domain.settings import (
    CLUSTER_ALERT_PEOPLE,
    IMPORTANT_TARGET_MINUTES,
    INFLUENCE_CAP,
    INFLUENCE_FROM,
    TARGET_MINUTES,
    VIP_FOLLOWERS,
)
from weibo_operator.storage import clusters, crises, gathered, levels, outgoing, settings
from weibo_operator.storage.connection import Connection

AT_ONCE = 500
"""Tickets judged again in one transaction when many are due (a changed setting, a night's sleep): about 30 ms."""


class Standing:
    """Keeps the derived columns true; the journal calls ``follow`` at the end of each transaction."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def follow(self, touched: AbstractSet[TicketId]) -> AbstractSet[TicketId]:
        """Judge again what the transaction touched, whose crowds became others, and some of what is stale.

        Of crowds and stale ones no more than ``AT_ONCE``; the rest is stale from then on. Returns what may have changed
        besides what was touched.
        """
        # Also where nothing was touched: other settings of crowds make all of them anew.
        moved = sorted(clusters.sync_tickets(self._connection, touched) - touched)
        if len(moved) > AT_ONCE:
            levels.mark_stale(self._connection, moved[AT_ONCE:])
            moved = moved[:AT_ONCE]
        stale = levels.stale(self._connection, AT_ONCE - len(moved))
        everything = touched | set(moved) | set(stale)
        if not everything:
            return frozenset()
        policy, now = self._policy(), self._clock.now()

        def judged(facts: LevelFacts) -> Judgement:
            return judge(facts, policy, now)

        crises.sync_tickets(self._connection, everything, now, crises.policy_of(self._connection))
        levels.judge_again(self._connection, everything, settings.read(self._connection, VIP_FOLLOWERS), judged)
        everything = everything | gathered.sync_tickets(self._connection, everything)
        everything = everything | outgoing.sync_tickets(self._connection, everything)
        if stale or moved:
            levels.forget_stale(self._connection, (*stale, *moved))
        return everything - touched

    def due(self) -> tuple[TicketId, ...]:
        """What ``follow`` would judge otherwise by now; at most ``AT_ONCE`` of each sort."""
        return levels.due(self._connection, self._clock.now(), AT_ONCE)

    def judgements(self, tickets: Collection[TicketId]) -> Mapping[TicketId, Judgement]:
        """The level of each ticket with the parts that mattered, at this moment."""
        policy, now = self._policy(), self._clock.now()
        found = levels.facts(self._connection, tickets, settings.read(self._connection, VIP_FOLLOWERS))
        return {ticket: judge(facts, policy, now) for ticket, facts in found.items()}

    def mark_all_stale(self) -> None:
        """Have every open ticket judged again: a target or a band has changed. Called within a transaction."""
        levels.mark_all_stale(self._connection)

    def _policy(self) -> LevelPolicy:
        important = timedelta(minutes=settings.read(self._connection, IMPORTANT_TARGET_MINUTES))
        return LevelPolicy(
            targets={
                Importance.ORDINARY: timedelta(minutes=settings.read(self._connection, TARGET_MINUTES)),
                Importance.IMPORTANT: important,
                Importance.VIP: important,
            },
            influence_from=settings.read(self._connection, INFLUENCE_FROM),
            influence_cap=settings.read(self._connection, INFLUENCE_CAP),
            crowd_from=settings.read(self._connection, CLUSTER_ALERT_PEOPLE),
        )
