"""Fonts of the type scale, in the families that carry good Chinese faces on each system."""

from collections.abc import Sequence

from PySide6.QtGui import QFont

from ui.support.tokens import TypeStep


def make_font(families: Sequence[str], step: TypeStep, percent: int, weight: int | None = None) -> QFont:
    """Return a type step's font at ``percent`` of its size; ``weight`` (400, 600) overrides the step's."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(scaled(step.size, percent))
    font.setWeight(QFont.Weight(weight or step.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferDefaultHinting)
    return font


def scaled(pixels: float, percent: int) -> int:
    """Return ``pixels`` at the size setting, rounded, never 0 for a positive measure."""
    return max(1, round(pixels * percent / 100)) if pixels > 0 else 0
