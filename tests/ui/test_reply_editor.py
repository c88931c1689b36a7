"""The editor: offsets, marks, fixed lines, the two kinds of undo."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.reply.editor import ReplyEditor
from ui.support.offsets import to_points, to_units
from ui.support.theme import Theme
from ui.widgets.marks import Mark, boxes_of, difference, moved

TEXTS = st.text(st.sampled_from("您好，a😀👍🏻\n"), max_size=20)


@given(TEXTS, st.integers(0, 20))
def test_offsets_there_and_back(text: str, points: int) -> None:
    points = min(points, len(text))
    assert to_points(text, to_units(text, points)) == points


@given(st.integers(0, 20), st.integers(1, 5), st.integers(0, 20), st.integers(0, 5), st.integers(0, 5))
def test_a_mark_moves_with_its_word_or_goes(start: int, length: int, at: int, removed: int, added: int) -> None:
    text = [object() for _ in range(40)]
    after = text[:at] + [object() for _ in range(added)] + text[at + removed :]
    for mark in moved((Mark(start, start + length),), at, removed, added):
        assert after[mark.start : mark.end] == text[start : start + length]


@given(TEXTS, TEXTS)
def test_a_difference_names_what_changed(before: str, after: str) -> None:
    place, removed, added = difference(before, after)
    old, new = before.encode("utf-16-le"), after.encode("utf-16-le")
    inserted = new[2 * place : 2 * (place + added)]
    assert old[: 2 * place] + inserted + old[2 * (place + removed) :] == new


def test_marks_stay_while_words_are_composed_and_committed(theme: Theme, qtbot: QtBot) -> None:
    """An input method touches the whole paragraph at every letter; the waves must not flicker."""
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    editor.set_text("您好😀，非常抱谦。我们")
    mark = Mark(6, 8)
    editor.set_marks([mark], ())
    for letters in ("y", "yi'j", "yi'jing"):
        QApplication.sendEvent(editor, QInputMethodEvent(letters, []))
        assert editor.marks == (mark,)
    done = QInputMethodEvent("", [])
    done.setCommitString("已经")
    QApplication.sendEvent(editor, done)
    assert editor.text == "您好😀，非常抱谦。我们已经"
    assert editor.marks == (mark,)
    editor.place_caret(0)
    editor.insert_words("亲，")
    assert editor.marks == (Mark(8, 10),)


def test_a_word_that_wraps_is_marked_on_both_lines(theme: Theme, qtbot: QtBot) -> None:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(200, 200)
    editor.show()
    editor.set_text("字" * 60)
    starts = [editor.document().firstBlock().layout().lineAt(n).textStart() for n in range(2)]
    (first, _), (second, _) = boxes_of(editor.document(), starts[1] - 1, starts[1] + 1)
    assert first.right() > second.right()
    assert second.left() == 0
    assert second.top() - first.top() == theme.line_height("editor")


def test_several_words_are_replaced_as_one_step(theme: Theme, qtbot: QtBot) -> None:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    editor.set_text("😀抱谦，以经发了")
    editor.replace_all([(1, 3, "抱歉"), (4, 6, "已经")])
    assert editor.text == "😀抱歉，已经发了"
    editor.undo()
    assert editor.text == "😀抱谦，以经发了"
    assert not editor.document().isUndoAvailable()


def test_lines_are_equally_high(theme: Theme, qtbot: QtBot) -> None:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(300, 200)
    editor.show()
    editor.set_text("您好\nabc\n😀")
    editor.insert_words("\n新的一行")
    document = editor.document()
    layout = document.documentLayout()
    tops = [layout.blockBoundingRect(document.findBlockByNumber(n)).top() for n in range(document.blockCount())]
    assert tops == [float(theme.line_height("editor") * n) for n in range(4)]


def test_replace_counts_characters_not_units(theme: Theme, qtbot: QtBot) -> None:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    editor.set_text("😀😀抱谦了")
    editor.replace(2, 4, "抱歉")
    assert editor.text == "😀😀抱歉了"
    assert editor.caret == 5
    editor.undo()
    assert editor.text == "😀😀抱谦了"


def test_text_shown_cannot_be_undone_and_tells_nothing(theme: Theme, qtbot: QtBot) -> None:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_text("草稿")
    editor.undo()
    assert editor.text == "草稿"


def test_undo_key_is_left_to_the_window_when_nothing_was_typed(theme: Theme, qtbot: QtBot) -> None:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    editor.set_text("草稿")

    def is_kept() -> bool:
        key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        key.ignore()
        editor.event(key)
        return key.isAccepted()

    assert not is_kept()
    editor.insert_words("字")
    assert is_kept()


def test_pasted_text_is_plain(theme: Theme, qtbot: QtBot) -> None:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    editor.set_text("")
    editor.insertPlainText("<b>粗</b>")
    assert editor.text == "<b>粗</b>"
    assert not editor.acceptRichText()
