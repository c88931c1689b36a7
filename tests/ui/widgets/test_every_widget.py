"""What holds for every widget: it draws, follows the theme, and names itself."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.support.theme import Theme
from ui.support.tokens import SCALE_NAMES


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_it_draws_more_than_a_ground(specimen: QWidget):
    specimen.resize(specimen.sizeHint().expandedTo(specimen.minimumSizeHint()))
    assert len(colours(specimen.grab().toImage())) > 3


def test_it_looks_different_in_the_dark(specimen: QWidget, theme: Theme):
    before = specimen.grab().toImage()
    theme.set_mode("dark")
    assert specimen.grab().toImage() != before


@pytest.mark.parametrize("scale", SCALE_NAMES)
def test_it_never_hints_at_less_than_its_minimum(specimen: QWidget, theme: Theme, scale):
    theme.set_scale(scale)
    least, hint = specimen.minimumSizeHint(), specimen.sizeHint()
    assert hint.width() >= least.width()
    assert hint.height() >= least.height()


def test_buttons_within_are_named_and_large_enough(specimen: QWidget):
    buttons = specimen.findChildren(QAbstractButton)
    if isinstance(specimen, QAbstractButton):
        buttons.append(specimen)
    for button in buttons:
        if button.isVisible():
            assert button.accessibleName()
            assert button.height() >= 28
            assert button.width() >= 28


def test_focusable_widgets_without_words_have_a_tooltip(specimen: QWidget):
    if isinstance(specimen, QAbstractButton) and not specimen.text():
        assert specimen.toolTip()
