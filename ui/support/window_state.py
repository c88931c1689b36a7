"""What the window remembers between starts: its place, the open ticket, look and keys, the choice after sending."""

import json

from PySide6.QtCore import QByteArray, QSettings

from ui.support.key_map import Changed, Keys
from ui.support.theme import Theme
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.reply import AFTER_SEND_CHOICES, AfterSend

_MODES = ("system", "light", "dark")
_KEYS = "keys"
_SCALES = ("small", "standard", "large", "huge")


class WindowState:
    """A thin layer over QSettings; whatever it finds there is checked before it is believed."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt packed them; empty at the first start."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_geometry(self, packed: QByteArray) -> None:
        """Remember place and size."""
        self._settings.setValue("window/geometry", packed)

    def open_ticket(self, file_key: str) -> TicketId | None:
        """The ticket that was open when this file was last closed."""
        value = self._settings.value(f"open_ticket/{file_key}")
        return TicketId(int(value)) if isinstance(value, (int, str)) and str(value).isdecimal() else None

    def keep_open_ticket(self, file_key: str, ticket: TicketId | None) -> None:
        """Remember the open ticket of this file."""
        if ticket is None:
            self._settings.remove(f"open_ticket/{file_key}")
        else:
            self._settings.setValue(f"open_ticket/{file_key}", int(ticket))

    @property
    def after_send(self) -> AfterSend:
        """The remembered 发送后."""
        state = self._settings.value("reply/after_state", "")
        days = self._settings.value("reply/after_days", "")
        wanted = [
            choice
            for choice in AFTER_SEND_CHOICES
            if choice.state.value == state and str(choice.follow_up_days or "") == str(days)
        ]
        return wanted[0] if wanted else AFTER_SEND_CHOICES[0]

    def keep_after_send(self, choice: AfterSend) -> None:
        """Remember 发送后."""
        self._settings.setValue("reply/after_state", State(choice.state).value)
        self._settings.setValue("reply/after_days", str(choice.follow_up_days or ""))

    def was_read(self, key: str) -> bool:
        """True when the operator said 知道了 to what ``key`` names."""
        return self._settings.value(f"read/{key.replace('/', '|')}") is not None

    def keep_read(self, key: str) -> None:
        """Never say again what ``key`` names."""
        self._settings.setValue(f"read/{key.replace('/', '|')}", "true")

    def dress(self, theme: Theme) -> None:
        """Give the theme the remembered look and keys."""
        mode = self._settings.value("look/mode", "system")
        scale = self._settings.value("look/scale", "standard")
        theme.keys.put(self.keys)
        theme.set_mode(mode if mode in _MODES else "system")
        theme.set_scale(scale if scale in _SCALES else "standard")
        theme.set_high_contrast(on=self._settings.value("look/high_contrast", "false") in (True, "true"))
        theme.set_reduced_motion(on=self._settings.value("look/reduced_motion", "false") in (True, "true"))

    @property
    def keys(self) -> Changed:
        """The keys the operator chose, by action; what can't be read is left out."""
        self._settings.beginGroup(_KEYS)
        found = {name: _read_keys(self._settings.value(name)) for name in self._settings.childKeys()}
        self._settings.endGroup()
        return {name: keys for name, keys in found.items() if keys is not None}

    def keep_keys(self, changes: Changed) -> None:
        """Remember these keys and no others."""
        self._settings.remove(_KEYS)
        for name, keys in changes.items():
            self._settings.setValue(f"{_KEYS}/{name}", json.dumps([keys.listed, keys.anywhere]))

    def keep_look(self, key: str, value: object) -> None:
        """Remember one of mode, high_contrast, scale, reduced_motion, language."""
        self._settings.setValue(f"look/{key}", value)


def _read_keys(value: object) -> Keys | None:
    """Two lists of key sequences; None for anything else."""
    try:
        read = json.loads(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if not isinstance(read, list) or len(read) != 2:
        return None
    if not all(isinstance(part, list) and all(isinstance(keys, str) for keys in part) for part in read):
        return None
    return Keys(tuple(read[0]), tuple(read[1]))
