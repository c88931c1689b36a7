"""What tests of several services start from."""

from collections.abc import Iterator

import pytest

from tests.conftest import Customers, SetClock
from tests.services.platform_box import PlatformBox, add_account
from tests.services.sends import Sends
from tests.services.weekly_desk import AFTER, WeeklyDesk
from weibo_operator.bootstrap import Operator
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.services.accounts import Accounts


@pytest.fixture
def sends(operator: Operator, clock: SetClock, customers: Customers) -> Sends:
    box = PlatformBox(clock)
    accounts = Accounts(operator.desk, lambda: box, MemorySecrets())
    return Sends(operator, clock, customers, box, accounts, add_account(accounts, operator.desk))


@pytest.fixture
def desk() -> Iterator[WeeklyDesk]:
    """A written desk on the Tuesday after the week that the summary's tests count."""
    desk = WeeklyDesk(AFTER)
    yield desk
    desk.close()
