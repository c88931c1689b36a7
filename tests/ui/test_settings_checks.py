"""Each rule of the check before sending has its switch; what is switched off is not said, after a restart too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from ui.settings.checks import ChecksSection
from ui.settings.controller import SettingsPage
from ui.support.context import Context
from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.settings import CHECKS

SHOUTED = "您自己看不懂吗！！！非常抱谦"


@pytest.fixture
def section(context: Context) -> Iterator[ChecksSection]:
    page = SettingsPage(context)
    page.resize(1301, 689)
    page.show()
    page.open_section("checks")
    found = page.sections["checks"]
    assert isinstance(found, ChecksSection)
    yield found
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def kinds(context: Context) -> set[FindingKind]:
    found = context.operator.replies.check(SHOUTED, ticket=None, audience=Audience.PUBLIC)
    return {finding.kind for finding in found}


def test_every_rule_that_may_be_switched_has_one_switch(section: ChecksSection):
    assert set(section.switches) == set(CHECKS)
    assert all(switch.accessibleName() for switch in section.switches.values())
    assert all(switch.isChecked() for switch in section.switches.values())


def test_a_rule_switched_off_says_nothing_and_speaks_again(section: ChecksSection, context: Context, qtbot: QtBot):
    assert {FindingKind.TYPO, FindingKind.TONE} <= kinds(context)
    switch = section.switches[FindingKind.TONE]
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert FindingKind.TONE not in kinds(context)
    assert FindingKind.TYPO in kinds(context)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert FindingKind.TONE in kinds(context)


def test_the_switches_show_what_is_stored(section: ChecksSection, context: Context):
    context.news.tell(context.operator.shop.change(CHECKS[FindingKind.TYPO], value=False))
    assert not section.switches[FindingKind.TYPO].isChecked()
    assert FindingKind.TYPO not in kinds(context)
