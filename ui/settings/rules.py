"""轮流与优先级: targets, bands and thresholds by group, own urgent and crisis words, what corrections taught."""

from PySide6.QtWidgets import QWidget

from ui.settings.dictionary import WordList
from ui.settings.fields import FieldsSection
from ui.settings.lessons import LessonsRow
from ui.settings.specs import SectionSpec
from ui.support.context import Context
from weibo_operator.translation import tr

URGENT_EMPTY = tr(
    "还没有自己的紧急词。加上“婚礼”“开业”这样的词，以后收到的消息里有它，就按紧急处理，理由里会写明是哪个词。"
)
CRISIS_EMPTY = tr(
    "还没有自己的危机词。加上“过敏”“鼓包”这样的词，以后收到的消息里有它，就当作危机信号，理由里会写明是哪个词。"
)


class RulesSection(FieldsSection):
    """The groups of fields, then both word lists, then what triage has learned here."""

    def __init__(self, context: Context, spec: SectionSpec, parent: QWidget | None = None) -> None:
        self.urgent = WordList(context, "urgent", tr("紧急词"), URGENT_EMPTY)
        self.crisis = WordList(context, "crisis", tr("危机词"), CRISIS_EMPTY)
        self.lessons = LessonsRow(context)
        more = (
            (tr("本店的紧急词（从下一条消息起算）"), self.urgent),
            (tr("本店的危机词（从下一条消息起算）"), self.crisis),
            (tr("分类"), self.lessons),
        )
        super().__init__(context, spec, more, parent)
