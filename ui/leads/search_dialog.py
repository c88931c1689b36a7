"""保存的搜索: its words and its name; Ctrl+Enter stores it, deleting can be undone."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.leads.words import words_line
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.storing import store
from weibo_operator.domain.ids import SearchId
from weibo_operator.domain.saved_search import SavedSearch, SearchWords, words_of
from weibo_operator.domain.settings import SHOP_NAME
from weibo_operator.translation import tr

USUAL = (
    (tr("投诉类"), "投诉 退款 骗 维权 假货 坑 客服不理"),
    (tr("求推荐类"), "求推荐 值得买吗 怎么样 哪个好 还是"),
    (tr("夸奖类"), "好用 喜欢 推荐 回购"),
)
"""What customers say when they complain, and when they ask friends what to buy (mission A10, F2)."""


class SearchDialog(FormDialog):
    """``saved`` carries the search that was stored."""

    saved = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("新建搜索"), tr("保存"), width=620)
        self._context = context
        self._search: SearchId | None = None
        self.all_of = _line(tr("这些词都要有"), tr("品牌或产品，例如：橙果家居"))
        self.any_of = _line(tr("这些词有一个就行"), tr("用空格隔开，例如：投诉 退款 骗"))
        self.none_of = _line(tr("有这些词的不要"), tr("例如：抽奖 转发（可以不填）"))
        self.name = _line(tr("名字"), tr("不填就用上面的词"))
        self.choices = tuple(
            KeyButton(context.theme, words, keys=f"Alt {number}", height="control_32")
            for number, (words, _) in enumerate(USUAL, start=1)
        )
        self._meant = TextLabel(context.theme, "", "secondary", "text2", wrap=True, max_lines=2)
        self._lay_out()
        self._connect()

    def open_new(self) -> None:
        """Begin a new search; the shop's name is the word one looks for first."""
        shop = self._context.operator.shop.value(SHOP_NAME)
        self._open(None, tr("新建搜索"), SearchWords((shop,) if shop else ()), "")
        (self.any_of if shop else self.all_of).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_for(self, search: SavedSearch) -> None:
        """Change a search."""
        self._open(search.id, tr("改这个搜索"), search.words, search.name)
        self.any_of.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+digit: words that belong together, added to those that are there."""
        if 0 < number <= len(USUAL):
            held = words_of(self.any_of.text())
            self.any_of.setText(" ".join(dict.fromkeys((*held, *words_of(USUAL[number - 1][1])))))

    @Slot()
    def save(self) -> None:
        """Store the search; what can't be is said in the foot."""
        work = partial(self._context.operator.searches.save, self.name.text(), self._words(), self._search)
        told = tr("搜索已保存，以后每次导入都会自动找")
        outcome = store(self, self._context, work, told, refused=lambda _: self.all_of.setFocus())
        if outcome is not None:
            self.saved.emit(outcome.value)

    def _open(self, search: SearchId | None, title: str, words: SearchWords, name: str) -> None:
        self._search = search
        self.frame.set_title(title, (tr("在已经收到的和以后导入的消息里找"),))
        self.all_of.setText(" ".join(words.all_of))
        self.any_of.setText(" ".join(words.any_of))
        self.none_of.setText(" ".join(words.none_of))
        self.name.setText(name)
        self.say("")
        self._say_meaning()
        self.open_over()

    def _words(self) -> SearchWords:
        lines = (self.all_of, self.any_of, self.none_of)
        return SearchWords(*(words_of(line.text()) for line in lines))

    @Slot()
    def _say_meaning(self) -> None:
        self._meant.setText(words_line(self._words()) or tr("还没有要找的词"))

    @Slot()
    def _choose_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in self.choices:
            self.choose(self.choices.index(sender) + 1)

    def _connect(self) -> None:
        self.numbered.connect(self.choose)
        self.submitted.connect(self.save)
        for line in (self.all_of, self.any_of, self.none_of, self.name):
            line.returnPressed.connect(self.save)
            line.textChanged.connect(self._say_meaning)
        for button in self.choices:
            button.clicked.connect(self._choose_clicked)

    def _lay_out(self) -> None:
        body = self.frame.body
        body.setSpacing(6)
        for line in (self.all_of, self.any_of, self.none_of, self.name):
            body.addWidget(TextLabel(self._theme, line.accessibleName(), "body", weight=600))
            body.addWidget(line)
            if line is self.any_of:
                usual = QWidget()
                flow = FlowLayout(usual)
                for button in self.choices:
                    flow.addWidget(button)
                body.addWidget(usual)
            body.addSpacing(4)
        body.addWidget(self._meant)


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    line.setMaxLength(500)
    return line
