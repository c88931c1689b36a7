"""Crowds: who says the same, opened together and answered in rotation, and the alarm (mission A12, B13)."""

from datetime import timedelta

from weibo_operator.domain.crowd import Alarm, Crowd
from weibo_operator.domain.ids import ClusterId, TicketId
from weibo_operator.domain.matters import Cluster
from weibo_operator.domain.settings import CLUSTER_ALERT_HOURS, CLUSTER_ALERT_PEOPLE, CLUSTER_HOURS, CLUSTER_SHOWN_FROM
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import Inbox
from weibo_operator.storage import clusters, crowds

LISTED_AT_MOST = 1_000
"""So many members are listed; of more, the latest."""


class Crowds:
    """Reads crowds and puts their alarms away."""

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        self._desk = desk
        self._inbox = inbox

    def shown_from(self) -> int:
        """From so many people on a crowd is worth a word."""
        return self._desk.setting(CLUSTER_SHOWN_FROM)

    def of_ticket(self, ticket: TicketId) -> Cluster | None:
        """The ticket's cluster, whatever its size; None where nobody could say the same."""
        return clusters.of_tickets(self._desk.connection, (ticket,)).get(ticket)

    def now_of(self, cluster: Cluster) -> Cluster | None:
        """The same crowd as it is now: under its number, or where it went when crowds merged; None when it is gone."""
        known = clusters.get(self._desk.connection, cluster.id)
        return known or clusters.find(self._desk.connection, cluster.matter, cluster.last_at)

    def opened(self, cluster: Cluster) -> Crowd | None:
        """The crowd with its members as it is now; None when it is gone."""
        now = self.now_of(cluster)
        if now is None:
            return None
        members = crowds.members(self._desk.connection, now, limit=LISTED_AT_MOST + 1)
        return Crowd(now, members[:LISTED_AT_MOST], complete=len(members) <= LISTED_AT_MOST)

    def lively(self) -> tuple[Cluster, ...]:
        """The crowds of these days that are worth a word, the largest first."""
        since = self._desk.now() - timedelta(hours=self._desk.setting(CLUSTER_HOURS))
        return crowds.lively(self._desk.connection, since, people=self.shown_from())

    def next_up(self, cluster: Cluster, *, but: TicketId | None = None) -> TicketId | None:
        """The next member to serve, in the order of the rotation; None when none but ``but`` waits.

        The customer served last, that of ``but`` and those 缓冲中 are passed over while another member waits.
        """
        now = self.now_of(cluster)
        if now is None:
            return None
        passed_over = self._inbox.passed_over(but)
        return crowds.next_of_crowd(self._desk.connection, now, passed_over, but)

    def waiting(self, cluster: Cluster) -> int:
        """How many tickets of the crowd wait for an answer."""
        now = self.now_of(cluster)
        return 0 if now is None else crowds.waiting(self._desk.connection, now)

    def alarms(self) -> tuple[Alarm, ...]:
        """Crowds of at least ``cluster.alert_people`` within ``cluster.alert_hours`` that go on and were not put away.

        One that was put away comes back when twice as many people are in it.
        """
        within = timedelta(hours=self._desk.setting(CLUSTER_ALERT_HOURS))
        found = crowds.alarms(
            self._desk.connection, self._desk.now(), within=within, people=self._desk.setting(CLUSTER_ALERT_PEOPLE)
        )
        return tuple(Alarm(cluster, within) for cluster in found)

    def put_away(self, cluster: ClusterId) -> None:
        """Say no more of this crowd unless it doubles; remembered."""
        known = clusters.get(self._desk.connection, cluster)
        if known is not None:
            with self._desk.bookkeeping() as recorder:
                recorder.put("cluster_seen", dict(crowds.seen_values(known, self._desk.now())))
