"""What the weekly figures depend on besides the rows: the shop's hours, the crisis checklist, the buffer."""

from pathlib import Path

from weibo_operator.domain.business_hours import BusinessHours
from weibo_operator.domain.settings import MINIMUM_GAP, OPEN_FROM_HOUR, OPEN_ON_REST_DAYS, OPEN_TO_HOUR
from weibo_operator.language.work_days import read_work_days
from weibo_operator.services.playbook import read_playbook
from weibo_operator.services.weekly_measure import Rules
from weibo_operator.storage import settings
from weibo_operator.storage.connection import Connection


def read_rules(connection: Connection, resources: Path) -> Rules:
    """The rules as the settings and the resource files have them now."""
    is_worked = None
    if not settings.read(connection, OPEN_ON_REST_DAYS):
        is_worked = read_work_days(resources / "dictionaries" / "holidays.tsv").is_worked
    hours = BusinessHours(settings.read(connection, OPEN_FROM_HOUR), settings.read(connection, OPEN_TO_HOUR), is_worked)
    buffer = settings.read(connection, MINIMUM_GAP) * 60_000
    return Rules(hours, frozenset(step.key for step in read_playbook(resources)), buffer)
