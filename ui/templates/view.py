"""The templates page: its own parts beside those of every library."""

from collections.abc import Callable, Sequence
from datetime import datetime

from ui.support.theme import Theme
from ui.templates.form import TemplateForm
from ui.templates.library_view import LibraryView
from ui.templates.lists import TEMPLATES
from ui.templates.template_rows import TemplateDelegate, TemplateModel
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.seg import Seg, SegItem
from ui.widgets.text_check import Checking
from weibo_operator.domain.template import FORMAL, FRIENDLY, Template
from weibo_operator.translation import tr

ANY_TONE = "any"
TONES = (SegItem(ANY_TONE, tr("全部语气")), SegItem(FORMAL, tr("正式")), SegItem(FRIENDLY, tr("亲切")))


class TemplatesView(LibraryView[Template]):
    """Tones and the order of favourites over the list, what is done with a category under the categories."""

    def __init__(
        self,
        theme: Theme,
        checking: Checking,
        now: Callable[[], datetime],
        categories: Callable[[], Sequence[str]],
    ) -> None:
        rows = TemplateModel(now)
        super().__init__(theme, TEMPLATES, rows)
        self.tone = Seg(theme, TONES, tr("语气"))
        self.earlier = IconButton(theme, "arrow-up", tr("换到前一个常用键（Alt+↑）"), height="control_28")
        self.later = IconButton(theme, "arrow-down", tr("换到后一个常用键（Alt+↓）"), height="control_28")
        self.rename = KeyButton(theme, tr("改名、合并"), icon="pencil", variant="ghost", height="control_30")
        self.starters = KeyButton(theme, "", icon="sparkles", variant="ghost", height="control_30")
        self.form = TemplateForm(theme, checking, categories)
        self.copy = KeyButton(theme, tr("复制一份"), icon="copy", height="control_34")
        self.rename.setToolTip(tr("给打开的分类改名；写成已有的名字就并进去（在分类里按 Enter）"))
        self.starters.setToolTip(tr("程序自带、这里还没有的模板"))
        self.list.setItemDelegate(TemplateDelegate(theme, self.list, rows))
        self.lay_out(
            self.form,
            left=(self.starters, self.rename),
            tools=(self.tone, self.earlier, self.later),
            foot=(self.copy,),
        )

    def show_category_tools(self, *, renamable: bool, ordered: bool, starters: int) -> None:
        """What can be done with the open category; ``starters`` new starter templates are offered."""
        self.rename.setEnabled(renamable)
        self.earlier.setVisible(ordered)
        self.later.setVisible(ordered)
        self.starters.setText(tr("新模板 {0} 条", starters))
        self.starters.setVisible(starters > 0)
