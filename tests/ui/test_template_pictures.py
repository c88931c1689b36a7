"""A template's pictures in the window: chosen in the editor, offered in the reply, copied as files (mission D10)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.session_fixture import Capture, write
from tests.ui.window_fixture import OpenWindow
from ui.reply.session import ReplySession
from ui.reply.stop_line import Way
from ui.support.context import Context
from ui.templates.controller import TemplatesPage
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.template import FileKind, TemplateFile
from weibo_operator.services.template_edit import TemplateEdit

SAID = "图里有洗护方法，冷水手洗，不要暴晒就好。"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "洗护图.png"
    path.write_bytes(b"\x89PNG")
    return path


@pytest.fixture
def page(context: Context, show_active: Callable[[QWidget], None]) -> Iterator[TemplatesPage]:
    page = TemplatesPage(context)
    page.resize(1301, 633)
    show_active(page)
    yield page
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def save(operator: Operator, *paths: Path) -> None:
    files = tuple(TemplateFile(str(path), FileKind.PICTURE) for path in paths)
    operator.templates.save(TemplateEdit("洗护", "产品", "", "both", "亲切", 9, (SAID,), files))


def test_a_picture_is_chosen_named_and_taken_out(
    page: TemplatesPage, operator: Operator, picture: Path, qtbot: QtBot
) -> None:
    page.refresh()
    page.new_template()
    form = page.view.form
    form.files.choose = lambda _parent: (picture, picture)
    form.title.setText("洗护说明")
    form.boxes[0].text.setPlainText(SAID)
    qtbot.keyClick(form.files.add, Qt.Key.Key_Space)
    (row,) = form.files.rows
    qtbot.keyClicks(row.note, "xi")
    page.session.save()
    (found,) = operator.templates.find("洗护说明")
    assert found.files == (TemplateFile(str(picture), FileKind.PICTURE, "xi"),)
    qtbot.keyClick(row.drop, Qt.Key.Key_Space)
    page.session.save()
    assert operator.templates.find("洗护说明")[0].files == ()


def test_the_reply_offers_the_picture_and_one_key_copies_it_as_a_file(
    session: ReplySession, operator: Operator, capture: Capture, picture: Path, qtbot: QtBot
) -> None:
    save(operator, picture)
    session.show_ticket(capture())
    session.insert_favourite(9)
    qtbot.waitUntil(lambda: session.line.line is not None and session.line.line.way is Way.FILES)
    assert "洗护图.png" in session.line.accessibleName()
    session.copy_files()
    assert [url.toLocalFile() for url in QGuiApplication.clipboard().mimeData().urls()] == [str(picture)]
    session.composer.editor.set_text("已经发货。")
    session._controller.proofing.check_now()
    assert session._controller.files.files == ()


def test_after_a_restart_the_draft_still_says_what_goes_with_it(
    session: ReplySession, operator: Operator, capture: Capture, picture: Path, qtbot: QtBot
) -> None:
    save(operator, picture)
    one, two = capture(uid="1"), capture(uid="2")
    session.show_ticket(one)
    write(session, SAID)
    session.show_ticket(two)
    assert session._controller.files.files == ()
    session.show_ticket(one)
    assert [file.name for file in session._controller.files.files] == ["洗护图.png"]


def test_a_picture_that_is_gone_is_said_and_nothing_is_copied(
    session: ReplySession, context: Context, operator: Operator, capture: Capture, tmp_path: Path, qtbot: QtBot
) -> None:
    save(operator, tmp_path / "没有" / "洗护图.png")
    QGuiApplication.clipboard().setText("原来的")
    session.show_ticket(capture())
    write(session, SAID)
    session._controller.proofing.check_now()
    told: list[str] = []
    context.news.notice.connect(told.append)
    session.copy_files()
    assert "找不到 洗护图.png" in told[0]
    assert QGuiApplication.clipboard().text() == "原来的"


def test_the_key_works_while_writing(
    context: Context, open_window: OpenWindow, operator: Operator, capture: Capture, picture: Path, qtbot: QtBot
) -> None:
    save(operator, picture)
    ticket = capture()
    window = open_window(context)
    window.show_ticket(ticket)
    session = window.pages.inbox.session
    qtbot.waitUntil(lambda: session._controller.proofing.is_ready, timeout=20_000)
    write(session, SAID)
    qtbot.waitUntil(lambda: bool(session._controller.files.files))
    qtbot.keyClick(session.composer.editor, Qt.Key.Key_F12)
    assert QGuiApplication.clipboard().mimeData().hasUrls()


def test_in_a_low_window_nothing_of_the_form_is_squeezed(
    page: TemplatesPage, operator: Operator, picture: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    save(operator, picture, tmp_path / "b.png", tmp_path / "c.png")
    page.refresh()
    page.open_record(next(each.id for each in operator.templates.all() if each.title == "洗护"))
    rows = page.view.form.files.rows
    assert len(rows) == 3
    qtbot.waitUntil(lambda: all(row.note.height() >= row.note.sizeHint().height() for row in rows))
    box = page.view.form.boxes[0]
    assert box.height() >= box.minimumSizeHint().height()
