"""A week that is over is counted anew when the shop's hours are changed, as its waits are counted inside them too."""

from pytestqt.qtbot import QtBot

from tests.ui.weekly_fixture import (  # noqa: F401  fixtures
    settle,
    weekly_chosen,
    weekly_page,
    weekly_practised,
    weekly_settings,
)
from ui.support.context import Context
from ui.weekly.controller import WeeklyPage
from weibo_operator.domain.settings import OPEN_FROM_HOUR, OPEN_TO_HOUR


def shown(page: WeeklyPage) -> dict[str, str]:
    """Every figure of the page by its name."""
    return {line.cells[0]: line.cells[1] for line in page.view.body.figures.rows.lines}


def test_a_past_week_is_read_again_in_the_new_hours(practised: Context, page: WeeklyPage, qtbot: QtBot):
    page.show_week(page.week.previous())
    settle(page, qtbot)
    assert page.summary is not None
    assert page.summary.final
    before = shown(page)
    page.hide()  # the operator goes to the settings
    shop = practised.operator.shop
    practised.news.tell(shop.change(OPEN_FROM_HOUR, 10))
    practised.news.tell(shop.change(OPEN_TO_HOUR, 12))
    page.show()
    settle(page, qtbot)
    after = shown(page)
    assert {name for name in before if before[name] != after[name]}, "waits inside the hours are others now"
