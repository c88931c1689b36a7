"""The action table: one key does one thing, every key is a real one, none belongs to somebody else."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from ui.support.actions import ACTIONS, FAVOURITE_KEYS, NEVER_BOUND, ActionSpec, key_words, spec

ALL_KEYS = [keys for row in ACTIONS for keys in row.shown_keys] + [keys for _, keys in FAVOURITE_KEYS]
EXCEPTIONS = {"Ctrl+Shift+Return", "Ctrl+Shift+Enter"}
"""The design's own: send only."""


def test_ids_are_unique_and_titles_too() -> None:
    assert [name for name, count in Counter(row.id for row in ACTIONS).items() if count > 1] == []
    assert [name for name, count in Counter(row.title for row in ACTIONS).items() if count > 1] == []


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_a_row_can_be_found_by_its_id_and_has_its_words(row: ActionSpec) -> None:
    assert spec(row.id) is row
    assert row.title
    assert row.group


@pytest.mark.parametrize("keys", ALL_KEYS)
def test_every_key_is_understood(keys: str) -> None:
    sequence = QKeySequence(keys)
    assert sequence.count() == len(keys.split(", ")) or keys == "Ctrl+,"
    assert not sequence.isEmpty()
    assert "Key_unknown" not in str(sequence[0].key())


def test_no_two_actions_share_a_key() -> None:
    """Qt would run neither."""
    found = Counter(QKeySequence(keys).toString() for keys in ALL_KEYS)
    assert [keys for keys, count in found.items() if count > 1] == []


def test_no_key_is_the_beginning_of_another() -> None:
    """G, then I would never come about if G itself did something."""
    chords = [keys.split(", ")[0] for keys in ALL_KEYS if re.fullmatch(r"\w, \w", keys)]
    assert not set(chords) & set(ALL_KEYS)


@pytest.mark.parametrize("keys", ALL_KEYS)
def test_no_key_belongs_to_the_input_method_or_the_system(keys: str) -> None:
    taken = {QKeySequence(never).toString() for never in NEVER_BOUND}
    assert QKeySequence(keys).toString() not in taken
    assert "Ctrl+Alt" not in keys
    assert "Meta" not in keys
    assert keys in EXCEPTIONS or not re.fullmatch(r"Ctrl\+Shift\+.*", keys)


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_only_lists_take_bare_letters(row: ActionSpec) -> None:
    for keys in row.keys:
        named = "+" in keys or keys in {"Esc", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F12"}
        assert named, "a bare letter here would be swallowed in every field"


def test_whatever_has_no_key_is_in_the_palette() -> None:
    assert [row.id for row in ACTIONS if not row.shown_keys and not row.in_palette] == []


def test_keys_as_the_screen_shows_them() -> None:
    assert key_words("Ctrl+Shift+Return") == "Ctrl ⇧ ↵"
    assert key_words("G, I") == "G I"
    assert key_words("Ctrl+,") == "Ctrl ,"
