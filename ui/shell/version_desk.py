"""A later version in the window: a quiet line, the question once a day in the background, and the commands for it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.controller import SettingsPage
from ui.shell.pages import Pages
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.now_and_then import NowAndThen
from ui.support.tasks import Handlers, Lane, Task
from ui.support.texts import sentence
from ui.widgets.banner import Banner
from ui.widgets.button import KeyButton
from weibo_operator.bootstrap import program_version
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.release import Release
from weibo_operator.translation import tr

START_MSEC = 60_000
"""The first look waits until the operator has begun."""
LOOK_MSEC = 1_800_000
"""The clock is asked, not a timer of a day: the machine may sleep, or its clock be set."""


class VersionBanner(Banner):
    """看看有什么变化 (``acted``), 跳过这个版本 (``second_acted``), 不再检查 (``stop_asked``)."""

    stop_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self.stop = KeyButton(context.theme, tr("不再检查"), variant="ghost", height="control_32")
        row = self.layout()
        if row is not None:
            row.addWidget(self.stop)
        self.stop.clicked.connect(self.stop_asked)

    def show_release(self, release: Release | None) -> None:
        """Name a later version, or be gone."""
        if release is None:
            self.hide()
            return
        self.show_message(
            tr("有新版本 {0}", release.version),
            release.notes,
            tone="neutral",
            icon="sparkles",
            action=tr("看看有什么变化"),
            second=tr("跳过这个版本"),
        )


class VersionDesk(QObject):
    """Nothing is asked before ``begin``, and nothing by itself unless the settings say so."""

    def __init__(self, context: Context, window: QWidget, pages: Pages) -> None:
        super().__init__(window)
        self._context = context
        self._asking = False
        self._by_hand = False
        self.banner = VersionBanner(context)
        self._looks = NowAndThen(self.look, self, soon=START_MSEC, each=LOOK_MSEC)
        self.banner.acted.connect(self.open_page)
        self.banner.second_acted.connect(self.skip)
        self.banner.stop_asked.connect(self.stop_checking)
        context.news.changed.connect(self._on_changed)
        pages.when_made(SettingsPage, self._wire_settings)
        self.refresh()

    @property
    def is_asking(self) -> bool:
        """True until an answer came or none will."""
        return self._asking

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its actions do on every page."""
        return {
            "version_check": self.check,
            "version_page": self.open_page,
            "version_skip": self.skip,
            "version_stop": self.stop_checking,
        }

    def begin(self) -> None:
        """Look soon, and now and then whether a day has passed."""
        self._looks.begin()

    def end(self) -> None:
        """Begin nothing more."""
        self._looks.stop()

    @Slot()
    def refresh(self) -> None:
        """Show the line where there is something to tell."""
        self.banner.show_release(self._told())

    @Slot()
    def look(self) -> None:
        """By itself: at most once a day, and in silence when nothing comes of it."""
        if not self._asking and self._context.operator.versions.is_due():
            self._ask(by_hand=False)

    @Slot()
    def check(self) -> None:
        """检查新版本: now, and say what came of it."""
        if self._asking:
            self._context.news.notice.emit(tr("正在检查新版本。"))
        else:
            self._ask(by_hand=True)

    @Slot()
    def open_page(self) -> None:
        """看看有什么变化: the page of the version that was found."""
        release = self._context.operator.versions.newer()
        if release is None:
            keys = self._context.theme.keys.said(anywhere("palette"))
            self._context.news.notice.emit(tr("没有新版本可看。按 {0} 找“检查新版本”可以现在问一次。", keys))
        elif not self._context.desktop.open_page(release.page):
            self._context.news.notice.emit(tr("新版本的网页打不开，请稍后再试"))

    @Slot()
    def skip(self) -> None:
        """跳过这个版本: say nothing more of it."""
        versions, self._by_hand = self._context.operator.versions, False
        release = versions.newer()
        if release is None:
            self._context.news.notice.emit(tr("没有新版本要跳过。"))
            return
        self._context.news.tell(versions.skip(release))
        self._context.news.notice.emit(tr("跳过了 {0}，有更新的再告诉你。", release.version))

    @Slot()
    def stop_checking(self) -> None:
        """不再检查: ask no more by itself."""
        self._by_hand = False
        self._context.news.tell(self._context.operator.versions.stop())
        self.refresh()
        self._context.news.notice.emit(tr("不再检查新版本。要再打开：设置，关于。"))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if "setting" in changes.tables:
            self.refresh()

    def _told(self) -> Release | None:
        """What was asked for by hand is told even where it was passed over, or asking is switched off."""
        versions = self._context.operator.versions
        return versions.newer() if self._by_hand else versions.to_tell()

    def _ask(self, *, by_hand: bool) -> None:
        self._asking = True

        def work(_task: Task) -> Changes:
            with self._context.second_desk() as operator:
                return operator.versions.look()

        def done(changes: Changes) -> None:
            self._asking, self._by_hand = False, by_hand
            self._context.news.tell(changes)
            if by_hand and self._told() is None:
                self._context.news.notice.emit(tr("现在用的 {0} 就是最新的。", program_version()))

        def failed(error: Exception) -> None:
            self._asking = False
            if not isinstance(error, OperatorError):
                raise error
            if by_hand:
                self._context.news.notice.emit(sentence(error))

        self._context.runner.run(work, Handlers(done, failed), Lane.FETCHING)

    def _wire_settings(self, page: SettingsPage) -> None:
        page.check_wanted.connect(self.check)
