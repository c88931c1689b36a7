"""The pictures and videos of the templates in the reply: one line above the composer, copied as files (mission D10)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from ui.reply.by_program import ByProgram
from ui.reply.editor import ReplyEditor
from ui.reply.stop_line import Line, Place, StopLine, Way
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.template_words import files_words
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.template import TemplateFile
from weibo_operator.translation import tr

NONE = tr("这条回复没有带着图片、视频的模板")


class TemplateFiles(QObject):
    """Nothing is sent with a reply by itself: Weibo's interface takes words only, a browser takes a pasted file."""

    def __init__(self, context: Context, editor: ReplyEditor, line: StopLine, program: ByProgram) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._line = line
        self._program = program
        self._ticket: TicketId | None = None
        self._files: tuple[TemplateFile, ...] = ()
        program.road_changed.connect(self.show_line)

    @property
    def files(self) -> tuple[TemplateFile, ...]:
        """What goes with the text as it was at the last look."""
        return self._files

    def watch(self, ticket: TicketId | None) -> None:
        """Another ticket is answered."""
        self._ticket = ticket
        self.look()

    @Slot()
    def look(self) -> None:
        """Find out again what goes with the text."""
        found: tuple[TemplateFile, ...] = ()
        if self._ticket is not None and self._editor.text.strip():
            values = self._context.operator.replies.variables(self._ticket)
            found = self._context.operator.templates.files_in(self._editor.text, values)
        self._files = found
        self.show_line()

    @Slot()
    def show_line(self) -> None:
        """Say what goes with the reply, and plainly that the program can't send it."""
        if not self._files:
            self._line.drop(Place.FILES)
            return
        by_hand = self._program.route.is_copy
        keys = self._context.theme.keys.said(anywhere("template_files"))
        by_paste = tr("发出文字后按 {0}，再到网页上粘贴", keys)
        how = by_paste if by_hand else tr("接口只收文字，发出后自己到网页上补")
        line = Line(
            tr("模板带着{0}", files_words(self._files)),
            how,
            "info",
            "file-text",
            Way.FILES,
            tr("复制文件"),
            anywhere("template_files"),
        )
        self._line.put(Place.FILES, line)

    def copy(self) -> None:
        """Put the files into the clipboard; where one is gone, its folder is shown instead."""
        notice = self._context.news.notice
        if not self._files:
            notice.emit(NONE)
            return
        there, gone = _parted(self._files)
        if there:
            self._context.desktop.copy_files(there)
            notice.emit(tr("已复制 {0} 个文件，到微博的回复框里粘贴", len(there)))
        if gone:
            shown = self._context.desktop.open_folder(gone[0].parent) if gone[0].parent.is_dir() else False
            where = tr("已打开它原来的文件夹") if shown else tr("它原来的文件夹也不在")
            notice.emit(tr("找不到 {0}，{1}；可以在模板里重新选", gone[0].name, where))


def _parted(files: Sequence[TemplateFile]) -> tuple[list[Path], list[Path]]:
    """Those that are there, and those that are not."""
    paths = [Path(file.path) for file in files]
    return [path for path in paths if path.is_file()], [path for path in paths if not path.is_file()]
