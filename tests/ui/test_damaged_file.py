"""A damaged data file: at the start and while running the newest good backup is offered, and nothing is made worse."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.services.platform_box import insert_account
from tests.ui.program_fixture import MakeProgram
from ui.main import Program
from ui.shell.damage import Asking
from ui.shell.damage_dialog import Answer, DamageDialog, Question
from ui.support.theme import Theme
from ui.widgets.toast import Toast
from weibo_operator.bootstrap import Language, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.errors import DatabaseUnavailableError, OperatorError
from weibo_operator.domain.labels import State
from weibo_operator.domain.open_platform import AppKey, PlatformError, Reaction
from weibo_operator.domain.settings import WATCHED_FOLDER

Damage = Callable[[Path], None]


class OperatorAtTheDesk:
    """Stands where the operator would answer: notes what was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.files: list[Path | None] = []
        self.asked: list[Question] = []

    def ask(self, _theme: Theme, question: Question, _parent: QWidget | None) -> Answer:
        self.asked.append(question)
        return self.answers.pop(0)

    def choose(self, _parent: QWidget, _folder: Path) -> Path | None:
        return self.files.pop(0)


@pytest.fixture
def human() -> OperatorAtTheDesk:
    return OperatorAtTheDesk()


@pytest.fixture
def program(make_program: MakeProgram, human: OperatorAtTheDesk) -> Program:
    return make_program(Asking(human.ask, human.choose))


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    """A folder as a killed program left it: 60 customers, backed up when there were 50, the last ten in the -wal."""
    made, left = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("left")
    operator = build(made / "desk.db", language=language)
    customers = Customers(SetClock(operator.desk.now()))
    for number in range(60):
        if number == 50:
            operator.backups.make()
            operator.desk.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        operator.intake.capture(customers.message("还没到货" * 60, uid=str(number)))
    shutil.copytree(made, left, dirs_exist_ok=True)
    operator.close()
    return left


@pytest.fixture
def path(tmp_path: Path, killed: Path) -> Path:
    """The data file in a copy of that folder."""
    shutil.copytree(killed, tmp_path, dirs_exist_ok=True)
    return tmp_path / "desk.db"


def start(program: Program, path: Path) -> OperatorError | None:
    try:
        program.open(path)
    except OperatorError as error:
        return error
    return None


def said(program: Program) -> str:
    """The passing sentence in the window."""
    assert program.window is not None
    return "".join(toast.accessibleName() for toast in program.window.findChildren(Toast))


def contents(files: Iterable[Path]) -> list[bytes]:
    """What stands in files and their -wal; the index over a -wal (-shm) is made anew by every reader."""
    found = (each.read_bytes() for each in sorted(files) if not each.name.endswith(("-shm", ".lock")))
    return [each for each in found if each]


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


def without_wal(path: Path) -> None:
    path.with_name("desk.db-wal").unlink(missing_ok=True)


def overwrite(start: int, length: int) -> Damage:
    def spoil(path: Path) -> None:
        without_wal(path)
        with path.open("r+b") as file:
            file.seek(start)
            file.write(b"\xa5" * length)

    return spoil


def root_of(table: str) -> Damage:
    """The first page of a table: the file opens, and what reads the table fails."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as file:
            (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        overwrite((page - 1) * 4096, 4096)(path)

    return spoil


def emptied(path: Path) -> None:
    without_wal(path)
    os.truncate(path, 0)


def gone(path: Path) -> None:
    path.unlink()


def other_content(path: Path) -> None:
    without_wal(path)
    path.write_bytes("昵称,内容,时间\n".encode() * 900)


DAMAGES = {
    "cut": cut,
    "magic": overwrite(0, 16),
    "header": overwrite(16, 84),
    "schema": overwrite(100, 3996),
    "the settings": root_of("setting"),
    "the tickets": root_of("ticket"),
    "emptied": emptied,
    "gone": gone,
    "other content": other_content,
    "cut in the header": lambda path: (without_wal(path), os.truncate(path, 60)),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_at_the_start_the_newest_backup_is_offered_and_the_rest_is_kept(
    program: Program, path: Path, human: OperatorAtTheDesk, name: str
):
    DAMAGES[name](path)
    left = contents(path.parent.glob("desk.db*"))
    human.answers = [Answer.BACKUP]
    error = start(program, path)
    assert error is not None, name
    assert program.rescue(error)
    (question,) = human.asked
    assert str(path) in question.words
    assert question.answers[0][0] is Answer.BACKUP
    assert question.answers[0][1].endswith("的备份打开")
    assert program.window is not None
    assert program.window.pages.inbox.board.panes[0].model.ids
    assert program._operator is not None
    assert program._operator.inbox.counts()[State.NEW] == 50
    assert sorted(contents(path.parent.glob("desk.before-restore-*"))) == sorted(left), "not a byte was changed"


@pytest.mark.parametrize("name", DAMAGES)
def test_leaving_changes_nothing(program: Program, path: Path, human: OperatorAtTheDesk, name: str):
    DAMAGES[name](path)
    before = contents(path.parent.glob("desk.db*"))
    human.answers = [Answer.LEAVE]
    error = start(program, path)
    assert error is not None
    assert not program.rescue(error)
    assert contents(path.parent.glob("desk.db*")) == before
    assert not list(path.parent.glob("desk.before-*"))


def test_a_lost_wal_loses_what_was_in_it_and_no_more(program: Program, path: Path):
    """The file itself is whole: it opens at its last checkpoint, and the last writes are gone with the -wal."""
    without_wal(path)
    assert start(program, path) is None
    assert program._operator is not None
    assert program._operator.inbox.counts()[State.NEW] == 50
    assert program._operator.health.damage(lambda: True) == ""


def test_a_backup_that_turns_out_bad_is_told_and_the_next_is_offered(
    program: Program, path: Path, human: OperatorAtTheDesk
):
    (good,) = (path.parent / "backups").iterdir()
    bad = good.with_name("desk-20990101-000000.db")
    content = bytearray(good.read_bytes())
    content[-20 * 4096 : -4096] = os.urandom(19 * 4096)
    bad.write_bytes(content)
    overwrite(0, 16)(path)
    human.answers = [Answer.BACKUP, Answer.BACKUP]
    error = start(program, path)
    assert error is not None
    assert program.rescue(error)
    first, second = human.asked
    assert "2099年1月1日" in first.answers[0][1]
    assert bad.name in second.refusal
    assert "2099" not in second.answers[0][1]
    assert program.window is not None


def test_another_file_may_be_taken_and_thought_better_of(
    program: Program, path: Path, human: OperatorAtTheDesk, tmp_path: Path
):
    (backup,) = (path.parent / "backups").iterdir()
    elsewhere = tmp_path / "usb.db"
    shutil.move(backup, elsewhere)
    cut(path)
    human.answers = [Answer.FILE, Answer.FILE]
    human.files = [None, elsewhere]
    error = start(program, path)
    assert error is not None
    assert program.rescue(error)
    assert [answer for answer, _ in human.asked[0].answers] == [Answer.FILE, Answer.LEAVE], "no backup to offer"
    assert program._operator is not None
    assert program._operator.inbox.counts()[State.NEW] == 50


def test_beginning_anew_keeps_what_is_left(program: Program, path: Path, human: OperatorAtTheDesk):
    wal = path.with_name("desk.db-wal").read_bytes()
    path.unlink()
    human.answers = [Answer.ANEW]
    error = start(program, path)
    assert error is not None
    assert program.rescue(error)
    assert program._operator is not None
    assert program._operator.inbox.counts()[State.NEW] == 0
    (kept,) = path.parent.glob("desk.before-restore-*-wal")
    assert kept.read_bytes() == wal


def test_another_programs_file_stays_in_its_place(program: Program, tmp_path: Path, human: OperatorAtTheDesk):
    path = tmp_path / "desk.db"
    path.write_bytes("昵称,内容\n".encode() * 900)
    human.answers = [Answer.LEAVE]
    error = start(program, path)
    assert error is not None
    assert not program.rescue(error)
    assert [answer for answer, _ in human.asked[0].answers] == [Answer.AGAIN, Answer.LEAVE]


def test_while_running_a_failure_of_the_file_is_no_bug(
    program: Program, path: Path, human: OperatorAtTheDesk, qtbot: QtBot
):
    assert start(program, path) is None
    window = program.window
    assert window is not None
    told: list[str] = []
    program._news.notice.connect(told.append)
    assert program.take_failure(DatabaseUnavailableError(path="", reason="disk_full"))
    assert "磁盘满了" in told[0]
    assert not program.take_failure(KeyError("a bug"))
    human.answers = [Answer.LATER, Answer.BACKUP]
    for _ in range(3):
        assert program.take_failure(DatabaseUnavailableError(path=str(path), reason="damaged"))
    qtbot.waitUntil(lambda: bool(human.asked))
    qtbot.wait(50)
    assert len(human.asked) == 1, "who goes on is not asked again"
    assert program.window is window
    program._in_trouble = False
    program.on_damaged()
    assert program.window is not window
    assert program._operator is not None
    assert program._operator.inbox.counts()[State.NEW] == 50


def test_restoring_from_the_window_and_back(program: Program, path: Path):
    assert start(program, path) is None
    (backup,) = (path.parent / "backups").iterdir()
    program.restore_chosen(backup)
    assert program._operator is not None
    assert program._operator.inbox.counts()[State.NEW] == 50
    (kept,) = path.parent.glob("desk.before-restore-*.db")
    program.restore_chosen(kept)
    assert program._operator.inbox.counts()[State.NEW] == 60


def test_a_backup_of_another_machine_says_that_permissions_are_not_in_it(
    program: Program, path: Path, tmp_path: Path, language: Language, qtbot: QtBot
):
    """Made by another user on another system, with an account whose token lies in that machine's keyring."""
    usb = tmp_path / "小王 的 U 盘" / "微博客服台备份_2026-11-22.db"
    usb.parent.mkdir()
    shutil.copyfile(next((path.parent / "backups").iterdir()), usb)
    with closing(build(usb, language=language, secrets=MemorySecrets())) as there:
        there.shop.change(WATCHED_FOLDER, r"C:\Users\小王\Downloads\导出")
        insert_account(there.desk, AppKey("2005", server="http://127.0.0.1:1"), uid="900", nickname="橙果客服")
    (backup,) = (path.parent / "backups").iterdir()
    assert start(program, path) is None
    program.restore_chosen(backup)
    assert "授权" not in said(program), "there is no account whose permission could be missing"
    program.restore_chosen(usb)
    assert said(program) == "已恢复，原来的数据留着。授权不在备份里：换了电脑，按 G A 重新授权。"
    operator = program._operator
    assert operator is not None
    assert operator.inbox.counts()[State.NEW] == 50
    assert operator.watched.find() == (), "a folder of the other machine"
    (account,) = operator.accounts.all()
    operator.accounts.secrets = MemorySecrets()  # this machine's keyring holds nothing of it
    with pytest.raises(PlatformError) as refused:
        operator.accounts.session(account)
    assert refused.value.reaction is Reaction.RELOGIN


def test_a_restore_that_fails_leaves_the_desk_as_it_was(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    assert start(program, path) is None
    (tmp_path / "bad.db").write_bytes(b"x" * 9000)
    program.restore_chosen(tmp_path / "bad.db")
    assert "没有恢复" in told[0]
    assert program._operator is not None
    assert program._operator.inbox.counts()[State.NEW] == 60
    assert not list(tmp_path.glob("desk.before-*"))


def test_closing_makes_a_backup(program: Program, path: Path):
    shutil.rmtree(path.parent / "backups")
    path.parent.joinpath("backups").mkdir()
    assert start(program, path) is None
    program.close()
    (made,) = (path.parent / "backups").iterdir()
    assert made.suffix == ".db"


def test_the_question_can_be_answered_by_key_and_mouse(theme: Theme, qtbot: QtBot):
    answers = [
        (Answer.BACKUP, "用 2025年11月21日 22:10 的备份打开"),
        (Answer.FILE, "换一个文件"),
        (Answer.LEAVE, "退出"),
    ]
    dialog = DamageDialog(theme, Question("坏了", "", answers))
    qtbot.addWidget(dialog)
    dialog.show()
    for button in dialog.buttons.values():
        assert button.width() >= button.sizeHint().width(), button.text()
    dialog.buttons[Answer.BACKUP].click()
    assert dialog.answer is Answer.BACKUP
    dialog.reject()
    assert dialog.answer is Answer.LEAVE
    running = DamageDialog(theme, Question("坏了", "", [*answers, (Answer.LATER, "先不处理")]))
    qtbot.addWidget(running)
    running.reject()
    assert running.answer is Answer.LATER
