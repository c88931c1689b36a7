"""Starts the window: arguments, the application, the look, the file, and switching to practice and back."""

import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.shell.damage import Asking, Rescue, Ways
from ui.shell.window import MainWindow
from ui.support import crash
from ui.support.actions import in_lists
from ui.support.chinese import choose_input_method, speak_chinese
from ui.support.context import Context, News
from ui.support.desktop import Desktop, PracticeDesktop
from ui.support.file_claim import FileClaim
from ui.support.language_choice import PROGRAM
from ui.support.tasks import TaskRunner
from ui.support.texts import sentence
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from weibo_operator.bootstrap import (
    Language,
    Operator,
    build,
    default_database,
    load_language,
    make_practice,
    make_rush,
    practice_database,
    resources_dir,
)
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.clock import Clock, SystemClock, china
from weibo_operator.domain.errors import DatabaseUnavailableError, OperatorError
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services import restoring
from weibo_operator.services.rush import Rush, RushClock, plan_arrivals
from weibo_operator.translation import tr


class Program(QObject):
    """One running desk: the window on one file, which may be exchanged for the practice file and back."""

    def __init__(
        self,
        app: QApplication,
        settings: QSettings,
        *,
        database: Path,
        practice: Path,
        practice_weibo: str = "",
        asking: Asking | None = None,
        language: Language | None = None,
    ) -> None:
        """``asking`` is how the operator is asked about a damaged file, ``language`` what was read already."""
        super().__init__(app)
        self._asking = asking or Asking()
        self._app = app
        self._database = database
        self._practice = practice
        self._practice_weibo = practice_weibo
        self._state = WindowState(settings)
        self._theme = Theme(resources_dir(), self)
        self._state.dress(self._theme)
        self._theme.apply(app)
        self._language = language or load_language(resources_dir())
        self._window: MainWindow | None = None
        self._runner: TaskRunner | None = None
        self._operator: Operator | None = None
        self._claim: FileClaim | None = None
        self._in_trouble = False
        self._news = News(self)
        self._clock: Clock | None = None
        self._scratch: TemporaryDirectory[str] | None = None

    @property
    def window(self) -> MainWindow | None:
        """The window that is shown."""
        return self._window

    def open(self, path: Path) -> None:
        """Show the desk on a file; raises ``OperatorError`` when it can't be opened, or is open in another window."""
        try:
            with restoring.file_errors(path):  # what is damaged may be read only by the window
                self._open(path, prepare=partial(restoring.check_there, path))
        except OperatorError:
            if self._window is None and self._operator is not None:  # the window was half made
                self._in_trouble = True
                self._leave()
            raise

    def practise(self) -> None:
        """Show the desk on practice data made anew; raises like ``open``."""
        self._open(self._practice, prepare=partial(make_practice, self._practice, language=self._language))

    @Slot()
    def open_practice(self) -> None:
        """Practice data, made anew each time it is asked for while the real file is open."""
        try:
            self.practise()
        except OperatorError as error:
            QMessageBox.warning(self._window, tr("微博客服台"), sentence(error))

    @Slot()
    def open_round(self) -> None:
        """练一练: practice data made anew, with the line that says which key to press."""
        self.open_practice()
        opened = self._operator is not None and self._operator.shop.value(PRACTICE)
        if self._window is not None and opened:  # a refusal has been said, and left the file that was open
            self._window.setup.practise()

    @Slot(int)
    def open_rush(self, speed: int) -> None:
        """练一场高峰: a file of its own that is gone afterwards, its clock ``speed`` times as fast."""
        scratch = TemporaryDirectory(prefix="weibo-operator-rush-", ignore_cleanup_errors=True)
        path, clock = Path(scratch.name) / "rush.db", RushClock(SystemClock(), speed)
        try:
            self._open(path, partial(make_rush, path, clock=clock, language=self._language), clock=clock)
        except OperatorError as error:
            scratch.cleanup()
            QMessageBox.warning(self._window, tr("微博客服台"), sentence(error))
            return
        self._scratch = scratch
        if self._window is not None and self._operator is not None:
            arrivals = plan_arrivals(resources_dir(), Random())
            self._window.rush.begin(Rush(self._operator.desk, self._operator.intake, arrivals), speed)

    @Slot()
    def open_real(self) -> None:
        """Back to the desk's own file."""
        try:
            self.open(self._database)
        except OperatorError as error:
            QMessageBox.warning(self._window, tr("微博客服台"), sentence(error))

    def restore(self, source: Path) -> None:
        """Put a copy of ``source`` in the place of the real file, which is kept, and open it.

        Raises ``OperatorError``; then the real file is as it was, and open again if it was and can be.
        """
        path, now = self._database, SystemClock().now()
        was_open, in_trouble = self._window is not None, self._in_trouble
        claim = self._claimed(path)
        self._leave()
        self._hold(claim)
        try:
            aside = restoring.restore(path, source, now)
            try:
                self.open(path)
            except OperatorError:
                restoring.put_back(path, aside, now)
                raise
        except OperatorError:
            if was_open:
                with suppress(OperatorError):
                    self.open(path)
                    self._in_trouble = in_trouble
            raise

    @Slot(object)
    def restore_chosen(self, source: Path) -> None:
        """从备份恢复 in the window: say what came of it."""
        try:
            self.restore(source)
        except OperatorError as error:
            QMessageBox.warning(self._window, tr("微博客服台"), tr("没有恢复，数据和刚才一样。{0}", sentence(error)))
            return
        if self._window is not None:
            self._news.notice.emit(self._restored_words())

    def _restored_words(self) -> str:
        """Permissions lie in the keyring of the machine that made the backup, and not in the file."""
        accounts = () if self._operator is None else self._operator.accounts.all()
        if any(each.state is not AccountState.SIGNED_OUT for each in accounts):
            keys = self._theme.keys.said(in_lists("accounts"))
            return tr("已恢复，原来的数据留着。授权不在备份里：换了电脑，按 {0} 重新授权。", keys)
        return tr("已恢复。原来的数据留着，要换回去：设置，数据，从备份恢复。")

    def rescue(self, error: OperatorError) -> bool:
        """Ask what to do about the real file until a desk is open; False when the operator leaves."""
        ways = Ways(
            open=partial(self.open, self._database),
            restore=self.restore,
            start_anew=self._start_anew,
        )
        own = self._database == default_database()
        rescue = Rescue(self._theme, self._database, ways, own=own, asking=self._asking)
        self._app.setQuitOnLastWindowClosed(False)  # the question may be the last window for a moment
        try:
            return rescue.solve(error, year=china(SystemClock().now()).year, parent=self._window)
        finally:
            self._app.setQuitOnLastWindowClosed(True)

    def take_failure(self, error: BaseException) -> bool:
        """See to a failure of the file that surfaced anywhere in the window; False for what is a bug."""
        reason = restoring.reason_of(error)
        if reason is None or self._window is None:
            return False
        if reason in restoring.RESCUED:
            QTimer.singleShot(0, self.on_damaged)  # what failed must have returned before its window goes
        else:
            told = DatabaseUnavailableError(path=str(self._open_path()), reason=reason)
            self._news.notice.emit(sentence(told))
        return True

    @Slot()
    def on_damaged(self) -> None:
        """The open file is not sound: ask, once at a time; practice data is simply made anew when asked for again."""
        if self._in_trouble or self._open_path() != self._database:
            return
        self._in_trouble = True  # until another file is open: who answers 先不处理 is not asked again
        if not self.rescue(DatabaseUnavailableError(path=str(self._database), reason="damaged")):
            self._leave()
            self._app.quit()

    def close(self) -> None:
        """Put everything away, with a backup where it takes but a moment."""
        self._leave(backup=True)
        if self._claim is not None:
            self._claim.release()
            self._claim = None
        self._drop_scratch()

    def _open(self, path: Path, prepare: Callable[[], object], clock: Clock | None = None) -> None:
        """``clock`` for a rush, which runs faster than the machine's."""
        claim = self._claimed(path)
        try:
            with restoring.file_errors(path):
                prepare()
                operator = build(path, clock=clock, language=self._language)
        except OperatorError:
            if claim is not self._claim:
                claim.release()
            raise
        is_first = self._operator is None
        self._leave()
        self._hold(claim)
        self._drop_scratch()
        self._in_trouble = False
        self._clock = clock
        practice = operator.shop.value(PRACTICE)
        weibo = self._practice_weibo if practice else ""
        self._operator = operator
        self._runner = TaskRunner(self)
        self._news = News(self)
        context = Context(
            operator=operator,
            theme=self._theme,
            runner=self._runner,
            desktop=PracticeDesktop(weibo) if practice else Desktop(),
            news=self._news,
            open_operator=self._open_again,
            resources=resources_dir(),
            practice_weibo=weibo,
        )
        # A rush has another file each time: what is remembered of files must not grow with it.
        named = path.resolve().as_posix().replace("/", "|") if clock is None else "rush"
        self._window = MainWindow(context, self._state, named)
        self._window.setWindowIcon(QIcon(self._theme.pixmap("app", "accent", 64)))
        # Queued: the window is taken away by what it asks for, and must not be in the middle of asking then.
        self._window.practice_wanted.connect(self.open_practice, Qt.ConnectionType.QueuedConnection)
        self._window.round_wanted.connect(self.open_round, Qt.ConnectionType.QueuedConnection)
        self._window.rush_wanted.connect(self.open_rush, Qt.ConnectionType.QueuedConnection)
        self._window.real_wanted.connect(self.open_real, Qt.ConnectionType.QueuedConnection)
        self._window.backups.restore_chosen.connect(self.restore_chosen, Qt.ConnectionType.QueuedConnection)
        self._window.backups.damaged.connect(self.on_damaged, Qt.ConnectionType.QueuedConnection)
        self._window.show()
        self._window.background.begin()
        self._window.setup.offer()
        if is_first:
            self._runner.garbage.spare_what_is()

    def _claimed(self, path: Path) -> FileClaim:
        """The hold on a file, which may be the one that is open now."""
        if self._claim is not None and self._claim.path == path:
            return self._claim
        claim = FileClaim(path, self)
        claim.wanted.connect(self._come_forward)
        return claim

    def _hold(self, claim: FileClaim) -> None:
        """Keep this hold, and let go of the other file's."""
        if self._claim is not None and self._claim is not claim:
            self._claim.release()
        self._claim = claim

    def _start_anew(self) -> None:
        restoring.start_anew(self._database, SystemClock().now())
        self._open(self._database, prepare=lambda: None)

    def _open_path(self) -> Path | None:
        return None if self._operator is None else self._operator.desk.path

    @Slot()
    def _come_forward(self) -> None:
        if self._window is not None:
            self._window.alerts.come_forward()

    def _open_again(self) -> Operator:
        if self._operator is None:
            raise RuntimeError("no file is open")
        return build(self._operator.desk.path, clock=self._clock, language=self._language, beside=self._operator)

    def _drop_scratch(self) -> None:
        """Forget a rush: its file goes with its folder."""
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _leave(self, *, backup: bool = False) -> None:
        """Close window and file; one known to be damaged stays as it is, to the last byte."""
        if self._window is not None:
            self._window.background.stop()
            self._window.close()
            self._window.deleteLater()
            # Now, not at the next turn of the event loop: its timers must not find a closed file.
            QCoreApplication.sendPostedEvents(self._window, QEvent.Type.DeferredDelete)
            self._window = None
        if self._runner is not None:
            self._runner.stop()
            self._runner = None
        if self._operator is not None:
            if backup:
                with suppress(OperatorError):  # no window is left to say it; the next day's backup does
                    self._operator.backups.make_on_closing()
            if self._in_trouble:
                self._operator.close_untouched()
            self._operator.close()
            self._operator = None


def run(*, database: Path | None, demo: bool, practice_weibo: str = "") -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    choose_input_method()
    app = QApplication(sys.argv[:1])
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName(tr("微博客服台"))
    app.setOrganizationName(PROGRAM)
    app.setDesktopFileName("weibo-operator")
    speak_chinese(app)
    program = Program(
        app,
        QSettings(),
        database=database or default_database(),
        practice=practice_database(),
        practice_weibo=practice_weibo,
    )
    crash.install(program.take_failure)
    try:
        if demo:
            program.practise()
        else:
            program.open(database or default_database())
    except OperatorError as error:
        if error.data.get("reason") == "open_elsewhere":
            return 0  # The window that is there has come forward.
        if demo:
            QMessageBox.critical(None, tr("微博客服台"), sentence(error))
            return 1
        if not program.rescue(error):
            program.close()
            return 1
    code = app.exec()
    program.close()
    return code


def main(arguments: Sequence[str]) -> int:
    """``--db PATH`` opens another file, ``--demo`` the practice data, ``--practice-weibo`` names a Weibo for it."""
    from weibo_operator.cli.parser import CommandParser

    parser = CommandParser(prog="weibo-operator", description=tr("微博客服台"))
    parser.add_argument("--db", type=Path, default=None, help=tr("数据文件"))
    parser.add_argument("--demo", action="store_true", help=tr("打开练习数据"))
    parser.add_argument(
        "--practice-weibo", default="", metavar="http://127.0.0.1:PORT", help=tr("练习用的微博，只在本机")
    )
    options = parser.parse_args(arguments)
    if options.practice_weibo and not options.demo:
        parser.error(tr("--practice-weibo 只能和 --demo 一起用：练习用的微博只给练习数据。"))
    if options.practice_weibo and not is_on_this_machine(options.practice_weibo):
        parser.error(tr("--practice-weibo 只接受本机地址，例如 http://127.0.0.1:8765。"))
    return run(database=options.db, demo=options.demo, practice_weibo=options.practice_weibo.rstrip("/"))


def is_on_this_machine(address: str) -> bool:
    """Whether an address is http://, a loopback host and a port, and nothing more."""
    found = re.fullmatch(r"http://(?:127\.0\.0\.1|localhost|\[::1\]):([0-9]{1,5})/?", address)
    return found is not None and 0 < int(found[1]) < 65_536
