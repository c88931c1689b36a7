"""Shows one page of the help: Markdown in the theme's fonts and colours, nothing ever fetched from elsewhere."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.support.help_keys import SCHEME
from ui.support.theme import Theme
from ui.support.tokens import TypeStyle

MARGIN = 8
HEADINGS: dict[int, TypeStyle] = {1: "wizard_title", 2: "person"}


class HelpText(QTextBrowser):
    """``page_wanted`` and ``action_wanted`` carry what a link leads to."""

    page_wanted = Signal(str)
    action_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markdown = ""
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._dress)

    def show_text(self, title: str, markdown: str) -> None:
        """Show a page from its beginning."""
        self._markdown = markdown
        self.setAccessibleName(title)
        self._dress()
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _dress(self) -> None:
        """Read the Markdown anew: its links take their colour from the palette as it is then."""
        document = self.document()
        document.setDefaultFont(self._theme.font("conversation"))
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        document.setMarkdown(self._markdown, features)
        block = document.begin()
        while block.isValid():
            self._set_block(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(SCHEME):
            self.action_wanted.emit(target.removeprefix(SCHEME))
        else:
            self.page_wanted.emit(target.removesuffix(".md"))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is loaded: the pages are words only."""
        return None

    def _set_block(self, block: QTextBlock) -> None:
        """Fixed lines, as fonts differ in their natural height; headings in their own size."""
        theme, level = self._theme, block.blockFormat().headingLevel()
        style = HEADINGS.get(level, "conversation")
        shape = QTextBlockFormat()
        height = theme.line_height(style) + theme.px(2)
        shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setTopMargin(theme.px(4))
        shape.setBottomMargin(theme.px(10 if level else 6))
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(shape)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            font: QFont = theme.font(style)
            letters.setFont(font)
            cursor.mergeCharFormat(letters)
