"""The popup of a finding: every way out by key and by mouse, words that fit at every size of letters."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.support.key_map import Keys
from ui.support.theme import Theme
from ui.support.tokens import ScaleName
from ui.widgets.typo_foot import Deed, deeds_for
from ui.widgets.typo_popup import TypoPopup
from weibo_operator.domain.findings import Finding, FindingKind, Grade

SCALES: tuple[ScaleName, ...] = ("small", "standard", "large", "huge")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def finding(kind: FindingKind = FindingKind.TYPO, *suggestions: str) -> Finding:
    return Finding(0, 2, kind, Grade.CERTAIN, "抱谦", suggestions, 0.99, "同音错字（qiàn）")


TYPO = finding(FindingKind.TYPO, "抱歉", "道歉")
OTHERS = (TYPO, finding(), finding(FindingKind.TONE), finding(FindingKind.PRIVACY))


class Said:
    """What the popup told, in order."""

    def __init__(self, popup: TypoPopup) -> None:
        self.told: list[tuple[str, object]] = []
        for name in ("replaced", "put_always", "stepped"):
            getattr(popup, name).connect(lambda value, name=name: self.told.append((name, value)))
        for name in ("ignored", "silenced", "learned"):
            getattr(popup, name).connect(lambda name=name: self.told.append((name, None)))


@pytest.fixture
def popup(theme: Theme, qtbot: QtBot) -> TypoPopup:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    popup = TypoPopup(theme, host)
    popup.ask(TYPO, 1, 2, QRect(300, 400, 40, 26))
    return popup


@pytest.mark.parametrize(
    ("key", "modifier", "told"),
    [
        (Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, ("replaced", "道歉")),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, ("replaced", "抱歉")),
        (Qt.Key.Key_Return, SHIFT, ("put_always", "抱歉")),
        (Qt.Key.Key_I, Qt.KeyboardModifier.NoModifier, ("ignored", None)),
        (Qt.Key.Key_I, SHIFT, ("silenced", None)),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, ("learned", None)),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, ("stepped", 1)),
        (Qt.Key.Key_F7, SHIFT, ("stepped", -1)),
    ],
)
def test_each_key_has_its_way_out(popup: TypoPopup, qtbot: QtBot, key, modifier, told) -> None:
    said = Said(popup)
    qtbot.keyClick(popup, key, modifier)
    assert said.told == [told]


def test_keys_of_the_window_are_no_answer(popup: TypoPopup, qtbot: QtBot, theme: Theme) -> None:
    said = Said(popup)
    for key in (Qt.Key.Key_I, Qt.Key.Key_A, Qt.Key.Key_1):
        qtbot.keyClick(popup, key, Qt.KeyboardModifier.AltModifier)
    assert said.told == []
    theme.keys.put({"import": Keys(), "next_finding": Keys((), ("Ctrl+I",))})
    qtbot.keyClick(popup, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert said.told == [("stepped", 1)]


def test_always_takes_the_suggestion_that_is_chosen(popup: TypoPopup, qtbot: QtBot) -> None:
    said = Said(popup)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return, SHIFT)
    assert said.told == [("put_always", "道歉")]


def test_each_offer_of_the_foot_can_be_clicked(popup: TypoPopup, qtbot: QtBot) -> None:
    said = Said(popup)
    for part in popup.foot:
        qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=part.box.center().toPoint())
    assert sorted(said.told, key=str) == sorted(
        [("ignored", None), ("learned", None), ("silenced", None), ("put_always", "抱歉"), ("stepped", 1)], key=str
    )


def test_a_click_beside_the_offers_does_nothing(popup: TypoPopup, qtbot: QtBot) -> None:
    said = Said(popup)
    corner = min((part.box for part in popup.foot), key=lambda box: box.left()).bottomLeft().toPoint()
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=corner - QPoint(10, 2))
    assert said.told == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("asked", OTHERS, ids=lambda each: f"{each.kind.value}{len(each.suggestions)}")
def test_the_offers_fit_side_by_side(popup: TypoPopup, theme: Theme, scale: ScaleName, asked: Finding) -> None:
    theme.set_scale(scale)
    popup.ask(asked, 1, 1, QRect(300, 400, 40, 26))
    boxes = [part.box for part in popup.foot]
    body = popup._body()
    assert all(body.contains(box) for box in boxes)
    assert not [one for one in boxes for other in boxes if one is not other and one.intersects(other)]
    assert [part.deed for part in popup.foot][1:] == list(deeds_for(asked))[:-1]


def test_what_must_be_fixed_cannot_be_waved_through(popup: TypoPopup, qtbot: QtBot) -> None:
    popup.ask(finding(FindingKind.PRIVACY), 1, 1, QRect(300, 400, 40, 26))
    said = Said(popup)
    for modifier in (Qt.KeyboardModifier.NoModifier, SHIFT):
        qtbot.keyClick(popup, Qt.Key.Key_I, modifier)
    qtbot.keyClick(popup, Qt.Key.Key_A)
    qtbot.keyClick(popup, Qt.Key.Key_Return, SHIFT)
    assert said.told == [("stepped", 1)], "I goes on, the rest is not offered"


def test_only_words_are_learnt(popup: TypoPopup, qtbot: QtBot) -> None:
    popup.ask(finding(FindingKind.TONE), 1, 1, QRect(300, 400, 40, 26))
    said = Said(popup)
    qtbot.keyClick(popup, Qt.Key.Key_A)
    assert said.told == []
    assert Deed.LEARN not in deeds_for(finding(FindingKind.TONE))


def test_a_screen_reader_hears_word_reason_choices_and_keys(popup: TypoPopup) -> None:
    assert popup.accessibleName() == "第 1 处，共 2 处，抱谦，同音错字（qiàn），1 抱歉，2 道歉"
    assert (
        popup.accessibleDescription() == "I 忽略这次，A 加入词典，Shift+I 总是忽略，Shift+Enter 总是这样改，Tab 下一处"
    )
