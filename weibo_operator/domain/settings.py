"""Every business setting declared once: key, default, bounds; they live in the database and travel with the backup."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from msgspec import Struct

from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.remedy import RemedyKind

V = TypeVar("V", int, str, bool)


class Setting(Struct, Generic[V], frozen=True):
    """One setting: ``low`` and ``high`` bound a number."""

    key: str
    default: V
    low: int | None = None
    high: int | None = None

    def valid(self, value: object) -> bool:
        """True when ``value`` has the setting's type and lies within its bounds."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)
        return True


SHOP_NAME = Setting("shop.name", "")
OWN_NICKNAME = Setting("shop.own_nickname", "")
HOTLINE = Setting("shop.hotline", "")
SIGNATURE = Setting("shop.signature", "")
ADDRESS = Setting("shop.address", "")
TARGET_MINUTES = Setting("target.minutes", 120, 1, 7 * 24 * 60)
"""Response target: a turn that waits longer is shown as 超时 (design README §6)."""
IMPORTANT_TARGET_MINUTES = Setting("target.important_minutes", 20, 1, 7 * 24 * 60)
"""Response target for important customers (mission B7; twenty minutes is the airline's of mission D21)."""
INFLUENCE_FROM = Setting("level.influence_from", 10_000, 1, 1_000_000_000)
"""From this many followers influence raises a level by a point, and by another for each further digit (B3)."""
INFLUENCE_CAP = Setting("level.influence_cap", 2, 0, 3)
"""The most points that influence may give, so that ordinary customers are not starved (mission B4)."""
CLUSTER_ALERT_PEOPLE = Setting("cluster.alert_people", 8, 2, 1_000)
"""So many people with the same problem within ``cluster.alert_hours`` raise the alarm (mission B13)."""
CLUSTER_ALERT_HOURS = Setting("cluster.alert_hours", 24, 1, 24 * 7)
CLUSTER_HOURS = Setting("cluster.hours", 48, 1, 24 * 14)
"""A pause of so many hours ends a crowd (mission A12)."""
CLUSTER_SHOWN_FROM = Setting("cluster.shown_from", 3, 2, 1_000)
"""From so many people on a card says 同类 n 人."""
CRISIS_FOLLOWERS = Setting("crisis.followers", 100_000, 0, 1_000_000_000)
"""From this many followers discontent is a crisis signal by itself (mission B8); 0 switches it off, as below."""
CRISIS_GROWTH_PER_HOUR = Setting("crisis.growth_per_hour", 50, 0, 1_000_000)
"""So many reposts, comments and likes gained in an hour are a crisis signal (mission B11)."""
CRISIS_REPEAT_DAYS = Setting("crisis.repeat_days", 30, 0, 365)
"""A further complaint of the same customer within so many days is a crisis signal (mission B8)."""
CRISIS_ASKED_AGAIN = Setting("crisis.asked_again", 3, 0, 100)
"""A discontented customer who asks again so often while an answer is owed is a crisis signal."""
VIP_FOLLOWERS = Setting("vip.followers", 10_000, 0, 1_000_000_000)
"""From this many followers a customer counts as important (mission B5; weibo.md part 7 calls it a guess)."""
REOPEN_DAYS = Setting("intake.reopen_days", 7, 0, 365)
SAME_MATTER_HOURS = Setting("intake.same_matter_hours", 48, 0, 24 * 30)
ROTATION_THRESHOLD = Setting("rotation.threshold", 4, 0, 1000)
"""Below this many waiting customers rotation switches itself off (mission C6)."""
FAIR_PERIOD = Setting("rotation.fair_period", 4, 2, 20)
MINIMUM_GAP = Setting("rotation.minimum_gap_minutes", 0, 0, 240)
"""Minutes after a public reply in which its customer is passed over while others wait (mission C5).

0 switches it off, the default: the rotation alone puts everybody else's turn in between.
"""
OPEN_FROM_HOUR = Setting("hours.from", 9, 0, 23)
"""From this hour in Beijing the shop answers; the weekly summary counts waits inside these hours too."""
OPEN_TO_HOUR = Setting("hours.to", 21, 1, 24)
"""Until this hour; no later than the first one means round the clock."""
OPEN_ON_REST_DAYS = Setting("hours.rest_days", 1, 0, 1)
"""1 where weekends and public holidays count as well (weekends worked in exchange always do)."""
HANDLING_TIME = Setting("week.handling_time", 0, 0, 1)
"""1 where the time spent on each ticket is noted for the weekly summary (its figure 30); off by default."""
SILENCE_DAYS = Setting("follow_up.silence_days", 14, 0, 90)
"""Days of silence after our answer that make a follow-up by itself (mission E9); 0 switches it off."""
BROADCASTS_A_DAY = Setting("notice.broadcasts_a_day", 1, 0, 100)
"""So many notices a day the account may send to all its subscribers (mission G10); 0: no limit."""
BROADCASTS_A_MONTH = Setting("notice.broadcasts_a_month", 0, 0, 1_000)
"""The same by the month, for accounts that are counted so; 0: no limit."""
RECURRENCE_DAYS = Setting("follow_up.recurrence_days", 30, 0, 365)
"""The same matter of the same customer within so many days after it was closed came back (mission E12); 0: never."""
LEAD_GAP_DAYS = Setting("lead.gap_days", 7, 1, 90)
"""So many days a lead who says nothing is left alone after we spoke to them (mission F5)."""
LEAD_FIRST_TOUCHES = Setting("lead.first_touches", 10, 0, 200)
"""At most so many leads are spoken to for the first time on one day; 0 sets no bound."""
CARD_STALE_DAYS = Setting("knowledge.stale_days", 90, 1, 3650)
"""A knowledge card that nobody has checked for so many days is marked (issue 7, point 4)."""
STARTER_EDITION = Setting("templates.starter_edition", 0, 0, 10_000)
"""The edition of the starter templates that the file has seen; 0 in a new file and in those made before editions."""
WEEKS_WRITTEN = Setting("weekly.written", "")
"""What the command line wrote lately, as digests, so that it writes over nothing else; noted, not set."""
RECALL_SECONDS = Setting("send.recall_seconds", 5, 0, 30)
"""So long a reply can be called back before it leaves (product.md, Reply 5)."""
REPLY_TRAINING = Setting("reply.training", 0, 0, 1)
"""1 where the five points of a good reply are ticked beside the text (mission D14); off by default."""
HANDOFF_HOURS = Setting("handoff.hours", 8, 1, 24 * 30)
"""Working hours in which a department without a target of its own should answer."""
NOTIFY = Setting("alerts.on", 1, 0, 1)
"""1 where the system's own notice calls the operator back to the desk (domain/alerts.py)."""
QUIET_FROM_HOUR = Setting("alerts.quiet_from", 22, 0, 23)
"""From this hour in Beijing nothing is told; what came is told when the quiet hours are over."""
QUIET_TO_HOUR = Setting("alerts.quiet_to", 8, 0, 23)
"""Until this hour; the same as the first one means that no hour is quiet."""
WATCHED_FOLDER = Setting("intake.watched_folder", "")
"""Where new export files are noticed and offered; empty is off (issue 5, point 1)."""
API_DAILY_CALLS = Setting("api.daily_calls", 100, 20, 10_000)
"""Calls of one account on one day in Beijing; the platform's own example gives a hundred (weibo.md 4.1)."""
API_POLL_MINUTES = Setting("api.poll_minutes", 15, 0, 120)
"""Minutes between two looks for new messages, never fewer than three; 0 looks only when asked (F5)."""
API_WRITES_PER_HOUR = Setting("api.writes_per_hour", 60, 1, 1000)
"""Replies of one account in an hour; sixty comments are what an ordinary app may write (weibo.md 4.1)."""
VERSION_CHECK = Setting("versions.check", 0, 0, 1)
"""1 where the program may ask once a day whether there is a later version; off by default (issue 10, point 7)."""
VERSION_ADDRESS = Setting("versions.address", "")
"""The https address that is asked; empty until whoever publishes the program names one."""
VERSION_ASKED = Setting("versions.asked", 0, 0, 253_402_300_799_000)
"""When it was asked last, in milliseconds since the epoch, until the end of the year 9999."""
VERSION_FOUND = Setting("versions.found", "")
"""The last answer, as a document of ``domain/release.py``."""
VERSION_SKIPPED = Setting("versions.skipped", "")
"""The version of which nothing more is said."""
BACKUPS = Setting("backups.automatic", True)
"""Whether a backup is made by itself once a day and on closing."""
PRACTICE = Setting("practice", False)
"""True only in a practice database; real files are refused there."""

CHECKS: Mapping[FindingKind, Setting[bool]] = MappingProxyType(
    {kind: Setting(f"check.{kind.value}", True) for kind in FindingKind if kind is not FindingKind.LENGTH}
)
"""One switch for each rule of the desk check; what is too long Weibo does not take, so that rule has none."""

VISIT_DAYS: Mapping[Kind, Setting[int]] = MappingProxyType(
    {
        kind: Setting(f"follow_up.days.{kind.value}", 3 if kind is Kind.COMPLAINT else 0, 0, 90)
        for kind in Kind
        if kind not in (Kind.CHATTER, Kind.SPAM)
    }
)
"""So many days after it would be finished a ticket of this kind is visited first (mission E8); 0: not by itself."""
REMEDY_LIMITS: Mapping[RemedyKind, Setting[int]] = MappingProxyType(
    {
        RemedyKind.REFUND: Setting("remedy.limit.refund", 100, 0, 1_000_000),
        RemedyKind.RESEND: Setting("remedy.limit.resend", 200, 0, 1_000_000),
        RemedyKind.COUPON: Setting("remedy.limit.coupon", 50, 0, 1_000_000),
        RemedyKind.EXCHANGE: Setting("remedy.limit.exchange", 500, 0, 1_000_000),
    }
)
"""Up to so many yuan the front line gives a remedy by itself (mission D18); 0: always ask."""

LEVEL_SETTINGS = (
    TARGET_MINUTES,
    IMPORTANT_TARGET_MINUTES,
    INFLUENCE_FROM,
    INFLUENCE_CAP,
    CLUSTER_ALERT_PEOPLE,
    CRISIS_FOLLOWERS,
    CRISIS_GROWTH_PER_HOUR,
    CRISIS_REPEAT_DAYS,
    CRISIS_ASKED_AGAIN,
    VIP_FOLLOWERS,
)
"""What levels and targets depend on: a change has the open tickets judged again."""

SETTINGS: tuple[Setting[int] | Setting[str] | Setting[bool], ...] = (
    SHOP_NAME,
    OWN_NICKNAME,
    HOTLINE,
    SIGNATURE,
    ADDRESS,
    TARGET_MINUTES,
    IMPORTANT_TARGET_MINUTES,
    INFLUENCE_FROM,
    INFLUENCE_CAP,
    CRISIS_FOLLOWERS,
    CRISIS_GROWTH_PER_HOUR,
    CRISIS_REPEAT_DAYS,
    CRISIS_ASKED_AGAIN,
    VIP_FOLLOWERS,
    CLUSTER_HOURS,
    CLUSTER_SHOWN_FROM,
    CLUSTER_ALERT_HOURS,
    CLUSTER_ALERT_PEOPLE,
    REOPEN_DAYS,
    SAME_MATTER_HOURS,
    ROTATION_THRESHOLD,
    FAIR_PERIOD,
    MINIMUM_GAP,
    OPEN_FROM_HOUR,
    OPEN_TO_HOUR,
    OPEN_ON_REST_DAYS,
    HANDLING_TIME,
    SILENCE_DAYS,
    BROADCASTS_A_DAY,
    BROADCASTS_A_MONTH,
    RECURRENCE_DAYS,
    *VISIT_DAYS.values(),
    *REMEDY_LIMITS.values(),
    LEAD_GAP_DAYS,
    LEAD_FIRST_TOUCHES,
    CARD_STALE_DAYS,
    STARTER_EDITION,
    WEEKS_WRITTEN,
    RECALL_SECONDS,
    REPLY_TRAINING,
    HANDOFF_HOURS,
    NOTIFY,
    QUIET_FROM_HOUR,
    QUIET_TO_HOUR,
    WATCHED_FOLDER,
    API_DAILY_CALLS,
    API_POLL_MINUTES,
    API_WRITES_PER_HOUR,
    BACKUPS,
    VERSION_CHECK,
    VERSION_ADDRESS,
    VERSION_ASKED,
    VERSION_FOUND,
    VERSION_SKIPPED,
    PRACTICE,
)
