"""Draws every screen, light and dark, into a folder: ``python -m ui.shell.screenshots FOLDER``."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.settings.specs import SECTIONS
from ui.shell import (
    screenshots_aftercare,
    screenshots_bare,
    screenshots_community,
    screenshots_contrast,
    screenshots_handoff,
    screenshots_intake,
    screenshots_interview,
    screenshots_library,
    screenshots_net,
    screenshots_sending,
    screenshots_setup,
    screenshots_templates,
    screenshots_week_files,
)
from ui.shell.screenshots_waiting import wait_until
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from ui.widgets.overlay import Overlay
from weibo_operator.bootstrap import Language, Operator, build, load_language, make_practice, resources_dir
from weibo_operator.domain.clock import CHINA, china_day
from weibo_operator.domain.labels import State
from weibo_operator.domain.lead import LeadEdit, LeadState
from weibo_operator.domain.people import InsiderRole
from weibo_operator.domain.saved_search import SearchWords
from weibo_operator.domain.settings import CLUSTER_ALERT_PEOPLE, ROTATION_THRESHOLD

MOMENT = datetime(2026, 11, 19, 9, 40, tzinfo=CHINA)
"""Thursday morning in Beijing: the same pictures whenever they are drawn."""
SIZES = {"": (1366, 689), "-small": (1280, 641)}
SETTLE_MSEC = 400
COPIED = """收到的评论
云边小卖部
今天 09:12 来自浙江
回复@橙果数码旗舰店:催了三遍了，到底什么时候发货
评论我的微博：新品充电宝今天开卖
回复
3
阿澄同学 微博会员
11-18 23:02 来自 微博网页版
屏幕左上角有一条亮线，怎么换？
回复
老街修表
2小时前 来自北京
谢谢，已经收到了
回复

截图里还有一位说充电宝发烫，名字看不清
"""
"""What somebody copied from the page of comments received."""


class StillClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """The pictures' moment."""
        return MOMENT


class Studio:
    """One window on fresh practice data, or on an empty desk, taken through its scenes one after the other."""

    def __init__(
        self, theme: Theme, language: Language, scratch: Path, picture: Callable[[QWidget, str], Path], *, bare: bool
    ) -> None:
        """``picture`` is called in each scene with the window and the scene's name; files go to ``scratch``."""
        self._scratch = scratch
        self._bare = bare
        path = scratch / ("bare.db" if bare else "practice.db")
        if not bare:
            make_practice(path, now=MOMENT, language=language)
        self._open = partial(build, path, clock=StillClock(), language=language)
        self._operator: Operator = self._open()
        self._runner = TaskRunner()
        self._context = context = Context(
            operator=self._operator,
            theme=theme,
            runner=self._runner,
            desktop=PracticeDesktop(),
            news=News(),
            open_operator=self._open,
            resources=resources_dir(),
        )
        settings = QSettings(str(scratch / f"{path.stem}.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(context, WindowState(settings), path.stem)
        self._picture = partial(picture, self.window)
        self.window.show()
        self.window.activateWindow()

    def take(self, *, waiting: bool = True) -> Iterator[Path]:
        """Picture every scene; yields each file. Without ``waiting`` those are left out that take seconds."""
        if self._bare:
            yield from screenshots_bare.take(self.window, self._picture)
            return
        yield self._picture("01-board")
        yield from self._session()
        yield from self._turns()
        yield from self._dialogs()
        for number, page in enumerate(("followup", "handoff", "templates", "weekly", "settings"), 20):
            self.window.show_page(page)
            yield self._picture(f"{number}-{page}")
        yield from self._rules()
        yield from self._important()
        yield from self._crises()
        yield from self._crowds()
        yield from self._people()
        yield from self._chatter_and_leads()
        if waiting:
            yield from screenshots_sending.take(self.window, self._context, self._picture)
            yield from screenshots_net.take(self.window, self._context, self._picture)
        yield from screenshots_aftercare.take(self.window, self._operator, self._picture)
        yield from screenshots_community.take(self.window, self._operator, self._picture)
        yield from screenshots_interview.take(self.window, self._operator, self._picture)
        yield from screenshots_library.take(self.window, self._operator, self._scratch, self._picture)
        yield from screenshots_templates.take(self.window, self._context, self._scratch, self._picture)
        yield from screenshots_handoff.take(self.window, self._operator, self._picture)
        if waiting:
            yield from screenshots_week_files.take(self.window, self._scratch, self._picture)
            yield from screenshots_intake.take(self.window, self._operator, self._scratch, self._picture)
        yield from screenshots_setup.take(self.window, self._picture)
        yield from screenshots_contrast.take(self.window, self._context.theme, self._picture)

    def close(self) -> None:
        """Put the window and its file away."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._runner.stop()
        self._operator.close()

    def _session(self) -> Iterator[Path]:
        self.window.run("next")
        yield self._picture("02-session")
        session = self.window.pages.inbox.session
        nothing = session.composer.foot.found_words
        self._type("您好，非常抱谦让您久等了。我们已联系物流部核实您的包裹，因该是中转站积压造成的。")
        wait_until(lambda: session.composer.foot.found_words != nothing)  # the check reads its words first
        yield self._picture("03-session-typos")
        self.window.run("next_finding")
        yield self._picture("04-typo-popup")
        session.close_popup()
        self.window.run("templates")
        yield self._picture("05-template-picker")
        session.close_popup()
        session.composer.editor.selectAll()
        self._type("您好，非常抱歉让您久等了，我们正在核实。")
        self.window.run("send")
        yield self._picture("06-confirm")
        self._press(Qt.Key.Key_1)
        yield self._picture("07-next-customer")

    def _turns(self) -> Iterator[Path]:
        """A skip and its reason, a level of the operator's own, a suggestion to say nothing, a rotation that rests."""
        self.window.run("next")
        yield self._picture("08-skipped")
        self.window.run("explain_skip")
        yield self._picture("08-skip-reason")
        self._press(Qt.Key.Key_1)
        self.window.run("level_1")
        yield self._picture("08-level")
        self.window.commands.undo()
        new = self._operator.inbox.pane(State.NEW)
        silent = (ticket for ticket in new if self._operator.inbox.view(ticket).ticket.no_reply_advised)
        self.window.show_ticket(next(silent))
        yield self._picture("09-no-reply-advised")
        self._operator.shop.change(ROTATION_THRESHOLD, ROTATION_THRESHOLD.high or 0)
        self.window.commands.to_board()
        yield self._picture("09-rotation-rests")
        self._operator.shop.change(ROTATION_THRESHOLD, ROTATION_THRESHOLD.default)
        self.window.run("next")

    def _dialogs(self) -> Iterator[Path]:
        for name, action in (
            ("10-forward", "forward"),
            ("11-plan", "snooze"),
            ("12-labels", "labels"),
            ("13-reason", "no_reply"),
            ("14-palette", "palette"),
            ("15-shortcuts", "help"),
            ("16-capture", "capture"),
            ("18-sources", "sources"),
            ("19-connect", "connect"),
        ):
            self.window.run(action)
            yield self._picture(name)
            self._dismiss_dialogs()

        self.window.dialogs.pasting.open_with(COPIED)
        yield self._picture("17-paste")
        self._dismiss_dialogs()

    def _rules(self) -> Iterator[Path]:
        """Each section; the dictionary; the settings of rotation and priority, from the top to the word lists."""
        page, words = self.window.pages.settings, self._operator.words
        words.remember("橙瓣", "term")
        words.put_right_always("橘果", "橙果")
        words.remember("亲亲", "ignore")
        for number, section in enumerate(SECTIONS, 1):
            page.open_section(section.key)
            yield self._picture(f"25-settings-{number:02}-{section.key}")
        page.open_section("dictionary")
        yield self._picture("29-dictionary")
        page.open_section("rotation")
        yield self._picture("30-rules")
        for area in page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        yield self._picture("31-rules-words")

    def _crises(self) -> Iterator[Path]:
        """The alarm over the session, the page, the checklist, the question and the post-mortem."""
        page, crises = self.window.pages.crisis, self.window.crises
        self.window.show_page("crisis")
        yield self._picture("40-crises")
        page.down()
        page.confirm()
        crises.show_checklist()
        self._press(Qt.Key.Key_Space)
        self._press(Qt.Key.Key_Down)
        yield self._picture("41-crisis-checklist")
        self._dismiss_dialogs()
        crises.review()
        yield self._picture("42-crisis-review")
        self._dismiss_dialogs()
        undecided, *_ = self._operator.crises.undecided()
        self.window.show_ticket(undecided.ticket)
        yield self._picture("43-crisis-session")
        self.window.run("crisis_dismiss")
        yield self._picture("44-crisis-dismiss")
        self._dismiss_dialogs()

    def _important(self) -> Iterator[Path]:
        """The list of important customers, a card, a contact, and the card beside the conversation."""
        self.window.run("page_important")
        yield self._picture("32-important")
        self.window.run("card")
        yield self._picture("33-card")
        self._dismiss_dialogs()
        self.window.run("contact")
        yield self._picture("34-contact")
        self._dismiss_dialogs()
        self.window.run("open")
        yield self._picture("35-important-session")

    def _crowds(self) -> Iterator[Path]:
        """Those who say the same, the notice about it, its offer beside a reply, the list of notices, the alarm."""
        self.window.show_page("inbox")
        self.window.commands.to_board()
        crowd = self._operator.crowds.lively()[0]
        self._operator.shop.change(CLUSTER_ALERT_PEOPLE, crowd.recent)
        self.window.crowds.refresh()
        yield self._picture("45-crowd-alarm")
        self.window.crowds.sheet.open_for(crowd)
        yield self._picture("46-crowd")
        self._dismiss_dialogs()
        self.window.crowds.notice.open_for(crowd)
        yield self._picture("47-notice")
        self.window.crowds.notice.link.setText("https://weibo.com/9900100001/Nq1w2e3r4")
        self.window.crowds.notice.submitted.emit()
        self.window.commands.serve(crowd)
        yield self._picture("48-crowd-served")
        self.window.run("notices")
        yield self._picture("49-notices")
        self._dismiss_dialogs()
        self.window.commands.stop_serving()

    def _people(self) -> Iterator[Path]:
        """Somebody who asks for another, what was asked before, the list of our own people."""
        inbox = self._operator.inbox
        asked = next(ticket for ticket in inbox.pane(State.NEW) if inbox.view(ticket).earlier)
        self._operator.insiders.add("@小橙店长 负责人\n1234567890 @小橙客服 员工\n橙子代理 合作方", InsiderRole.STAFF)
        self._operator.people.set_on_behalf(asked, "妈妈")
        self.window.show_ticket(asked)
        yield self._picture("50-people")
        self.window.run("on_behalf")
        yield self._picture("51-on-behalf")
        self._dismiss_dialogs()
        self.window.show_page("settings")
        self.window.pages.settings.open_section("people")
        yield self._picture("52-insiders")

    def _chatter_and_leads(self) -> Iterator[Path]:
        """Chatter for one look, a saved search with its hits, the leads, the check of the first words to one."""
        searches, leads = self._operator.searches, self._operator.leads
        self.window.run("page_gathered")
        self._press(Qt.Key.Key_Space)
        yield self._picture("60-gathered")
        self.window.run("search_new")
        yield self._picture("61-search")
        self._dismiss_dialogs()
        name = "要不要买"
        search = searches.save(name, SearchWords((), ("怎么样", "哪个", "推荐", "值得买", "还是"))).value
        self.window.run("page_searches")
        self._press(Qt.Key.Key_Right)
        yield self._picture("62-hits")
        for hit in searches.hits(search)[:4]:
            leads.add(hit.customer, message=hit.message, found_by=name)
        newest, *_ = leads.listed()
        leads.edit(newest.id, LeadEdit(LeadState.INTERESTED, "在比较我们和别家", china_day(MOMENT)))
        self.window.run("page_leads")
        yield self._picture("63-leads")
        self.window.run("contact")
        yield self._picture("64-lead-note")
        self._dismiss_dialogs()

    def _dismiss_dialogs(self) -> None:
        for overlay in self.window.findChildren(Overlay):
            if overlay.isVisible():
                overlay.dismiss()

    def _type(self, text: str) -> None:
        """Chinese reaches the editor as an input method hands it over."""
        self.window.pages.inbox.session.composer.editor.insertPlainText(text)

    def _press(self, key: Qt.Key) -> None:
        focused: QWidget | None = QApplication.focusWidget()
        QTest.keyClick(focused if focused is not None else self.window, key)


def photograph(folder: Path, suffix: str, window: QWidget, name: str) -> Path:
    """Draw ``window`` into a file of ``folder``."""
    QTest.qWait(SETTLE_MSEC)
    path = folder / f"{name}{suffix}.png"
    window.grab().save(str(path))
    return path


def main() -> int:
    """Draw everything into the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme, language = Theme(resources_dir()), load_language(resources_dir())
    theme.set_reduced_motion(on=True)
    theme.apply(app)
    for suffix, size in SIZES.items():
        for mode in ("light", "dark"):
            theme.set_mode(mode)
            for bare in (False, True):
                with tempfile.TemporaryDirectory() as scratch:
                    picture = partial(photograph, folder, f"-{mode}{suffix}")
                    studio = Studio(theme, language, Path(scratch), picture, bare=bare)
                    studio.window.resize(*size)
                    for path in studio.take():
                        sys.stdout.write(f"{path}\n")
                    studio.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
