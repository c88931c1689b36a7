"""Which rules of the check before sending speak: one switch each."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.settings.fields import Field, field_for
from ui.settings.row import Section, SettingRow
from ui.settings.specs import SectionSpec
from ui.settings.storing import stored
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.key_map import KeyMap
from ui.widgets.label import TextLabel
from ui.widgets.toggle import Toggle
from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.settings import CHECKS
from weibo_operator.translation import tr

GROUPS: tuple[tuple[str, tuple[tuple[FindingKind, str, str], ...]], ...] = (
    (
        tr("文字"),
        (
            (FindingKind.TYPO, tr("错别字"), tr("有把握的画红线，其余按 {0} 才看")),
            (FindingKind.PUNCTUATION, tr("标点"), tr("半角、重复和不成对的标点")),
        ),
    ),
    (
        tr("说法"),
        (
            (FindingKind.TONE, tr("语气"), tr("反问、推责、不耐烦、嘲讽、命令、威胁、卑微、感叹号连用")),
            (FindingKind.SUPERLATIVE, tr("广告法极限词"), tr("最、第一、国家级、全网最低")),
            (FindingKind.SELF_PRAISE, tr("自夸"), tr("自己夸自己，看的人不信")),
            (FindingKind.JARGON, tr("行话"), tr("换成客户听得懂的说法，按 {0} 才看；词在“词典”里改")),
            (FindingKind.FIRST_TOUCH, tr("第一次和线索说话"), tr("不发链接、不报价、不提“买”；不连着打扰")),
            (FindingKind.PROMISE, tr("承诺"), tr("说了时间就要做到，提醒记下来")),
        ),
    ),
    (
        tr("会出错的地方"),
        (
            (FindingKind.PRIVACY, tr("公开回复里的隐私"), tr("手机号、证件号、银行卡、地址、订单号、邮箱")),
            (FindingKind.VARIABLE, tr("没填的变量"), tr("模板里留下的 {…}")),
            (FindingKind.REPEAT, tr("和上一条一模一样"), tr("微博会拒收")),
            (FindingKind.UNANSWERED, tr("漏答"), tr("客户问了几件事，有一件没说到")),
            (FindingKind.NAME, tr("叫错名字"), tr("写了别的客户的昵称")),
        ),
    ),
)
"""The rules by heading: kind, name, what it looks for, with ``{0}`` for the key to the next finding.

What is too long can't be switched off: Weibo takes no more.
"""


def hint_words(hint: str, keys: KeyMap) -> str:
    """What a rule looks for, with the key that holds now."""
    return hint.format(keys.said(anywhere("next_finding"))) if "{0}" in hint else hint


class ChecksSection(Section):
    """``switches`` holds the toggle of each rule, ``fields`` what else is set here."""

    def __init__(self, context: Context, spec: SectionSpec, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self.switches: dict[FindingKind, Toggle] = {}
        self._hinted: list[tuple[SettingRow, str]] = []
        for heading, rules in GROUPS:
            self.heading(heading)
            card = self.card()
            for kind, name, hint in rules:
                switch = Toggle(context.theme, "", name)
                switch.toggled.connect(partial(self._store, kind))
                self.switches[kind] = switch
                row = SettingRow(context.theme, name, hint_words(hint, context.theme.keys), switch)
                self._hinted.append((row, hint))
                card.add(row)
        self.column.addWidget(TextLabel(context.theme, tr("超过字数不能关：微博不收。"), "meta", "text2"))
        self.fields: list[Field] = []
        for group in spec.groups:
            self.heading(group.title)
            card = self.card()
            for each in group.fields:
                field = field_for(context, each)
                self.fields.append(field)
                card.add(field)
        self.column.addStretch()

    @Slot()
    def refresh(self) -> None:
        """Show what is stored."""
        shop = self._context.operator.shop
        for row, hint in self._hinted:
            row.set_hint(hint_words(hint, self._context.theme.keys))
        for kind, switch in self.switches.items():
            switch.blockSignals(True)  # showing is not choosing
            switch.setChecked(shop.value(CHECKS[kind]))
            switch.blockSignals(False)
            switch.update()
        for field in self.fields:
            field.refresh()

    def _store(self, kind: FindingKind, on: bool) -> None:
        if not stored(self._context, CHECKS[kind], on):
            self.refresh()
