"""Keys the operator chose: never two actions on one key, nothing refused, everything else as the table has it."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from ui.support import key_map
from ui.support.actions import ACTIONS, FAVOURITE_KEYS, NEVER_BOUND, anywhere, in_lists, key_words
from ui.support.key_map import DEFAULTS, KeyMap, Keys, restored, settle, taken_from
from ui.support.key_rules import FIXED, Reach, clash, clashes, keys_of, refusal, strokes
from ui.support.window_state import WindowState

IDS = [row.id for row in ACTIONS]
CANDIDATES = [
    *(keys for row in ACTIONS for keys in row.shown_keys),
    *(chr(letter) for letter in range(ord("A"), ord("Z") + 1)),
    *(f"{held}+{key}" for held in ("Ctrl", "Alt", "Shift", "Ctrl+Shift", "Ctrl+Alt", "Meta") for key in "QJX5;"),
    *(f"F{number}" for number in range(1, 13)),
    *("G, Q", "N, X", "Q, Q", "G", "?", ";", "+", "Ctrl++", "Esc", "Return", "Tab", "Up", "Space", "é", "", "Nonsense"),
    *NEVER_BOUND,
]
MOVES = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(list(Reach)), st.sampled_from(CANDIDATES), st.booleans()),
    max_size=12,
)


def collisions(keys: KeyMap) -> list[tuple[str, str]]:
    """Pairs of keys that would never both come about, in lists and everywhere taken together.

    The two Enter keys of one action count as one.
    """
    cells = [list(dict.fromkeys(map(strokes, keys_of(row, reach)))) for row in keys.rows for reach in Reach]
    held = [", ".join(each) for cell in cells for each in cell] + [keys for _, keys in FAVOURITE_KEYS]
    return [pair for pair in combinations(held, 2) if clash(*pair)]


@settings(max_examples=60, deadline=None)
@given(MOVES)
def test_no_sequence_of_remappings_leaves_two_actions_on_one_key(moves: list[tuple[str, Reach, str, bool]]) -> None:
    keys = KeyMap()
    for action, reach, wanted, restores in moves:
        if restores:
            changes, _ = restored(keys.changes, action)
            keys.put(changes)
            assert Keys(keys.spec(action).list_keys, keys.spec(action).keys) == DEFAULTS[action]
        elif not refusal(action, reach, wanted):
            found = clashes(keys.rows, action, reach, wanted)
            if all(each.action != action for each in found):
                keys.put(key_map.given(taken_from(keys.changes, found), action, reach, (wanted,)))
                assert keys_of(keys.spec(action), reach) == (wanted,)
        else:  # what is refused is not taken even when it is put
            keys.put(key_map.given(keys.changes, action, reach, (wanted,)))
    assert collisions(keys) == []
    for row in keys.rows:
        if row.id not in FIXED:
            assert [each for reach in Reach for each in keys_of(row, reach) if refusal(row.id, reach, each)] == []
    assert FIXED.isdisjoint(keys.changes)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*IDS, "nowhere"]),
        st.builds(
            Keys,
            st.lists(st.sampled_from(CANDIDATES), max_size=3).map(tuple),
            st.lists(st.sampled_from(CANDIDATES), max_size=3).map(tuple),
        ),
        max_size=10,
    )
)
def test_whatever_is_put_no_key_has_two_meanings(changes: dict[str, Keys]) -> None:
    keys = KeyMap()
    keys.put(changes)
    assert collisions(keys) == []
    assert settle(keys.changes) == keys.changes


def test_the_table_itself_is_allowed_and_changes_nothing() -> None:
    assert settle(DEFAULTS) == {}
    for row in ACTIONS:
        if row.id not in FIXED:
            assert [keys for reach in Reach for keys in keys_of(row, reach) if refusal(row.id, reach, keys)] == []


@pytest.mark.parametrize(
    ("action", "reach", "keys", "said"),
    [
        ("next", Reach.ANYWHERE, "Q", "会写进文字里"),
        ("next", Reach.ANYWHERE, "Shift+Q", "会写进文字里"),
        ("next", Reach.ANYWHERE, "?", "会写进文字里"),
        ("next", Reach.ANYWHERE, "Ctrl+C", "复制"),
        ("next", Reach.LISTED, "Esc", "每一处都要用"),
        ("next", Reach.LISTED, "Return", "每一处都要用"),
        ("next", Reach.LISTED, "Shift+Up", "每一处都要用"),
        ("next", Reach.LISTED, "Tab", "每一处都要用"),
        ("next", Reach.ANYWHERE, "Alt+5", "常用模板"),
        ("next", Reach.ANYWHERE, "Ctrl+Alt+Q", "QQ"),
        ("next", Reach.ANYWHERE, "Meta+Q", "系统"),
        ("next", Reach.ANYWHERE, "Ctrl+Shift+Q", "输入法"),
        ("next", Reach.LISTED, "U", "催一下"),
        ("next", Reach.LISTED, "5", "回访结果"),
        ("next", Reach.LISTED, "Ctrl+Z, X, Y", "认不出"),
        ("next", Reach.LISTED, "é", "认不出"),
        ("next", Reach.LISTED, "Nonsense", "认不出"),
        ("open", Reach.LISTED, "Q", "不能改"),
        ("back", Reach.ANYWHERE, "F12", "不能改"),
        *(("next", Reach.ANYWHERE, keys, "换一个") for keys in NEVER_BOUND),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(action: str, reach: Reach, keys: str, said: str) -> None:
    assert said in refusal(action, reach, keys)


@pytest.mark.parametrize(
    ("reach", "keys"),
    [(Reach.LISTED, ";"), (Reach.LISTED, "G, Q"), (Reach.LISTED, "F12"), (Reach.ANYWHERE, "Ctrl++")]
    + [(Reach.ANYWHERE, keys) for keys in ("Alt+;", "Ctrl+M", "F12", "Ctrl+Return", "Shift+F5")],
)
def test_what_can_be_is_not_refused(reach: Reach, keys: str) -> None:
    assert refusal("next", reach, keys) == ""


def test_a_key_that_begins_another_collides_with_it() -> None:
    rows = KeyMap().rows
    assert {each.action for each in clashes(rows, "next", Reach.LISTED, "N, X")} == set()
    assert {each.action for each in clashes(rows, "crowd", Reach.LISTED, "N, X")} == {"next"}
    assert len({each.action for each in clashes(rows, "next", Reach.LISTED, "G")}) > 10


def test_a_taken_key_goes_and_comes_back_when_the_other_is_restored() -> None:
    keys = KeyMap()
    found = clashes(keys.rows, "next", Reach.LISTED, "F")
    keys.put(key_map.given(taken_from(keys.changes, found), "next", Reach.LISTED, ("F",)))
    assert (keys.spec("next").list_keys, keys.spec("forward").list_keys) == (("F",), ())
    assert keys.spec("forward").keys == ("Alt+F",)
    changes, taken_back = restored(keys.changes, "forward")
    keys.put(changes)
    assert [each.action for each in taken_back] == ["next"]
    assert (keys.spec("next").list_keys, keys.spec("forward").list_keys) == ((), ("F",))


def test_a_name_is_shown_as_the_key_that_holds_now() -> None:
    keys = KeyMap()
    assert (keys.words(in_lists("forward")), keys.words(anywhere("forward")), keys.words("Esc")) == (
        "F",
        "Alt F",
        "Esc",
    )
    keys.put({"forward": Keys(("Ctrl++",), ("F12",)), "template_files": Keys()})
    assert (keys.words(in_lists("forward")), keys.words(anywhere("forward"))) == ("Ctrl +", "F12")
    assert keys.words(anywhere("template_files")) == ""
    assert key_words("Ctrl++") == "Ctrl +"
    keys.put({"forward": Keys(("F",), ())})
    assert (keys.words(anywhere("forward")), keys.words(in_lists("forward"))) == ("", "F"), "F would be typed"
    assert keys.said(anywhere("forward")) == "搜索里的“转交部门”"


def test_the_choice_survives_a_restart_and_damage_is_left_out(tmp_path: Path) -> None:
    path = str(tmp_path / "window.ini")
    settings_of = QSettings(path, QSettings.Format.IniFormat)
    keys = KeyMap()
    keys.put({"next": Keys((";", "G, Q"), ("Ctrl+M",)), "template_files": Keys()})
    WindowState(settings_of).keep_keys(keys.changes)
    for name, value in (
        ("forward", "not JSON"),
        ("finish", "[[1], []]"),
        ("snooze", '{"a": 1}'),
        ("labels", '[["Esc"], []]'),
        ("card", '[[";"], []]'),
        ("nowhere", '[["Q"], []]'),
        ("customer", 7),
    ):
        settings_of.setValue(f"keys/{name}", value)
    settings_of.sync()
    again = KeyMap()
    again.put(WindowState(QSettings(path, QSettings.Format.IniFormat)).keys)
    assert again.changes == {"template_files": Keys()}, "; is wanted twice: both fall back to the table"
    settings_of.remove("keys/card")
    again.put(WindowState(settings_of).keys)
    assert again.changes == keys.changes
    WindowState(settings_of).keep_keys({})
    assert WindowState(settings_of).keys == {}
