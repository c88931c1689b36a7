"""One message by whatever route it comes: by its id, and where an id is missing by author, words and minute."""

import itertools
from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.storage import messages

TEXT = "锅坏了，怎么退"


def stored(operator: Operator) -> int:
    return int(operator.desk.connection.execute("SELECT count(*) FROM message").fetchone()[0])


def by_file(customers: Customers) -> IncomingMessage:
    return replace(customers.message(TEXT, uid="name:小李", nickname="小李"), platform_id="hash:0123456789abcdef")


def by_hand(customers: Customers) -> IncomingMessage:
    return replace(customers.message(TEXT, uid="name:小李", nickname="小李"), platform_id="manual:77")


def by_interface(customers: Customers) -> IncomingMessage:
    return customers.message(TEXT, uid="1001", nickname="小李", platform_id="4538221764930210")


ROUTES = (by_file, by_hand, by_interface)


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(ROUTES, 2)))
def test_a_missing_id_makes_no_second_message(operator: Operator, customers: Customers, clock: SetClock, first, second):
    assert operator.intake.capture(first(customers)).value is not None
    clock.advance(seconds=119)
    assert operator.intake.capture(second(customers)).value is None
    assert stored(operator) == 1


def test_later_or_other_words_are_another_message(operator: Operator, customers: Customers):
    first = by_hand(customers)
    operator.intake.capture(first)
    operator.intake.capture(replace(first, platform_id="manual:2", posted_at=first.posted_at + timedelta(seconds=121)))
    operator.intake.capture(replace(first, platform_id="manual:3", text="锅坏了，怎么修"))
    operator.intake.capture(replace(first, platform_id="manual:4", uid="name:小张", nickname="小张"))
    operator.intake.capture(replace(first, platform_id="manual:5", platform=Platform.PHONE, audience=Audience.PRIVATE))
    assert stored(operator) == 5


def test_the_same_words_under_two_posts_are_two_messages(operator: Operator, customers: Customers):
    first = replace(by_hand(customers), parent_platform_id="p1")
    operator.intake.capture(first)
    operator.intake.capture(replace(first, platform_id="manual:2", parent_platform_id="p2"))
    operator.intake.capture(replace(first, platform_id="manual:3", parent_platform_id="p2"))
    assert stored(operator) == 2


def test_two_ids_of_the_platform_are_two_messages(operator: Operator, customers: Customers):
    for number in ("4001", "4002", "4002"):
        operator.intake.capture(customers.message("转发微博", uid="1001", platform_id=number))
    assert stored(operator) == 2


def test_blanks_html_and_invisible_characters_make_no_difference(operator: Operator, customers: Customers):
    first = by_hand(customers)
    operator.intake.capture(first)
    again = replace(first, platform_id="hash:1", text="锅坏了，<br />怎么退\u200b ")
    assert operator.intake.capture(again).value is None


def test_by_hand_and_then_by_file(operator: Operator, customers: Customers, tmp_path):
    row = search_row(1)
    file = put(tmp_path, as_csv(SEARCH_17, [row]))
    (read,) = operator.intake.preview(file).samples
    taken = replace(read, platform_id="manual:1", uid=f"name:{read.nickname}", source=Source.OTHER)
    operator.intake.capture(taken)
    shown = operator.intake.preview(file)
    report = operator.intake.import_file(file).value
    assert (shown.duplicates, report.duplicates, report.new) == (1, 1, 0)
    assert stored(operator) == 1
    assert messages.is_known(operator.desk.connection, read.platform, "manual:1")
