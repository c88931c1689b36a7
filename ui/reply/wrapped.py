"""Wrapped text in columns: as high as its lines need at the width it gets."""

from PySide6.QtWidgets import QSizePolicy

from ui.support.theme import Theme
from ui.support.tokens import ColorRole, TypeStyle
from ui.widgets.label import TextLabel


def wrapped_label(theme: Theme, style: TypeStyle = "secondary", role: ColorRole = "text", text: str = "") -> TextLabel:
    """Return a label whose height follows its width inside any column."""
    label = TextLabel(theme, text, style, role, wrap=True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
