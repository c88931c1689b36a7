"""Which road a reply takes, and where on the platform it is put."""

import pytest
from msgspec.structs import replace

from tests.services.sends import POST, Sends
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.services.routes import CopyReason


def test_without_permission_the_next_reply_is_copied(sends: Sends):
    ticket = sends.comment()
    sends.box.will(Reaction.NO_PERMISSION, code="10014")
    sends.press(ticket)
    sends.later_step()
    route = sends.routes.route(ticket, Audience.PUBLIC)
    assert (route.is_copy, route.reason) == (True, CopyReason.NO_PERMISSION)


@pytest.mark.parametrize(
    ("source", "number", "under", "wanted"),
    [
        (Source.COMMENT, "4900000000000099", POST, (POST, "4900000000000099")),
        (Source.MENTION, "4900000000000099", "", ("4900000000000099", "")),
        (Source.SEARCH, "4900000000000099", POST, ("4900000000000099", "")),
        (Source.COMMENT, "hash:abc", POST, None),
        (Source.COMMENT, "4900000000000099", "", None),
    ],
)
def test_where_a_reply_is_put(sends: Sends, source: Source, number: str, under: str, wanted: tuple[str, str] | None):
    message = sends.customers.message("在吗", source=source, under=under, platform_id=number)
    ticket = sends.operator.intake.capture(message).value
    assert ticket is not None
    route = sends.routes.route(ticket, Audience.PUBLIC)
    if wanted is None:
        assert route.reason is CopyReason.NO_TARGET
    else:
        assert route.target is not None
        assert (route.target.post_id, route.target.comment_id) == wanted
        assert route.target.customer_uid == "1001"


def test_the_post_of_an_answered_comment_is_told_by_its_link(sends: Sends):
    answering = replace(
        sends.customers.message("我也是", under="4900000000000055", platform_id="4900000000000056"),
        link=f"https://m.weibo.cn/detail/{POST}",
    )
    ticket = sends.operator.intake.capture(answering).value
    assert ticket is not None
    route = sends.routes.route(ticket, Audience.PUBLIC)
    assert route.target is not None
    assert (route.target.post_id, route.target.comment_id) == (POST, "4900000000000056")


def test_private_replies_and_other_platforms_are_copied(sends: Sends):
    ticket = sends.comment()
    assert sends.routes.route(ticket, Audience.PRIVATE).reason is CopyReason.PRIVATE
    assert sends.operator.inbox.view(ticket).customer.platform is Platform.WEIBO
