"""Every sentence for an error or an operation, by its code; the core carries codes, never prose."""

import re
from collections.abc import Mapping

from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Operation, OperationKind
from weibo_operator.services.sentences import error_sentence
from weibo_operator.translation import Text, label, tr

OPERATIONS: Mapping[OperationKind, str] = {
    OperationKind.IMPORT: tr("导入 {file}"),
    OperationKind.CAPTURE: tr("手工录入 {customer}"),
    OperationKind.PASTE: tr("粘贴进来的 {count} 条消息"),
    OperationKind.SYNC: tr("从 @{account} 同步进来"),
    OperationKind.REPLY: tr("给 @{customer} 的回复"),
    OperationKind.ACKNOWLEDGE: tr("给 @{customer} 的“信息已收到”"),
    OperationKind.NO_REPLY: tr("无需回复（{reason}）"),
    OperationKind.FINISH: tr("完成"),
    OperationKind.REOPEN: tr("重新打开"),
    OperationKind.SNOOZE: tr("稍后处理"),
    OperationKind.SKIP: tr("跳过"),
    OperationKind.WAKE: tr("到时间了，自动放回来"),
    OperationKind.SET_LEVEL: tr("级别改为 {level}"),
    OperationKind.SET_LABELS: tr("修改标签"),
    OperationKind.FORGET_LESSONS: tr("清除已学的改法（{count} 处）"),
    OperationKind.FORWARD: tr("转交{department}"),
    OperationKind.HANDOFF_ANSWER: tr("录入{department}的反馈"),
    OperationKind.HANDOFF_PART: tr("录入{department}的部分答复"),
    OperationKind.HANDOFF_NUDGE: tr("催{department}"),
    OperationKind.ASK_CONSENT: tr("请{department}确认"),
    OperationKind.EDIT_DEPARTMENTS: tr("修改部门列表"),
    OperationKind.FOLLOW_UP_PLAN: tr("安排回访"),
    OperationKind.FOLLOW_UP_DONE: tr("回访：{outcome}"),
    OperationKind.SILENCE_FOLLOW_UP: tr("客户没有再说话，自动安排回访"),
    OperationKind.PROMISE_NOTE: tr("记下承诺：{what}"),
    OperationKind.PROMISE_KEPT: tr("承诺已兑现：{what}"),
    OperationKind.PROMISE_CANCEL: tr("不算承诺：{what}"),
    OperationKind.PROMISE_MOVE: tr("承诺改时间：{what}"),
    OperationKind.REMEDY: tr("补救：{what}"),
    OperationKind.PRAISE_KEPT: tr("收下 @{customer} 的好评"),
    OperationKind.PRAISE_DROPPED: tr("不再收着 @{customer} 的好评"),
    OperationKind.PEER_ANSWER: tr("由博友 @{name} 解答"),
    OperationKind.PEER_ANSWER_DROPPED: tr("不算博友 @{name} 解答"),
    OperationKind.PEER_THANKED: tr("记下向 @{name} 道过谢"),
    OperationKind.OFFLINE_SOLVED: tr("线下已解决：{how}"),
    OperationKind.OFFLINE_FED_BACK: tr("记下线上反馈的链接"),
    OperationKind.OFFLINE_DROPPED: tr("不算线下解决"),
    OperationKind.EDIT_CUSTOMER: tr("修改客户资料"),
    OperationKind.CONTACT: tr("记下和 @{customer} 的联系"),
    OperationKind.CRISIS_CONFIRM: tr("确认为危机"),
    OperationKind.CRISIS_DISMISS: tr("不是危机（{reason}）"),
    OperationKind.CRISIS_CLOSE: tr("危机结束"),
    OperationKind.CRISIS_STEP: tr("危机清单做完：{step}"),
    OperationKind.CRISIS_STEP_BACK: tr("危机清单改回没做：{step}"),
    OperationKind.CRISIS_REVIEW: tr("写危机复盘"),
    OperationKind.NOTICE_DRAFT: tr("写提醒：{matter}"),
    OperationKind.NOTICE_POSTED: tr("提醒已发布：{matter}"),
    OperationKind.NOTICE_ENDED: tr("不再提供提醒：{matter}"),
    OperationKind.INTERVIEW_BEGIN: tr("开始问答场：{who}"),
    OperationKind.INTERVIEW_END: tr("结束问答场：{who}"),
    OperationKind.SEARCH_EDIT: tr("保存搜索“{name}”"),
    OperationKind.SEARCH_DELETE: tr("删除搜索“{name}”"),
    OperationKind.SEARCH_SEEN: tr("标记看过 {count} 条"),
    OperationKind.LEAD_ADD: tr("把 @{customer} 记为线索"),
    OperationKind.LEAD_EDIT: tr("修改线索 @{customer}"),
    OperationKind.ON_BEHALF: tr("替谁问的：{name}"),
    OperationKind.EDIT_INSIDERS: tr("修改内部人员名单"),
    OperationKind.APPLY_INSIDERS: tr("内部人员名单用到未完成的工单"),
    OperationKind.EDIT_TEMPLATE: tr("修改模板“{title}”"),
    OperationKind.DELETE_TEMPLATE: tr("删除模板“{title}”"),
    OperationKind.RENAME_CATEGORY: tr("模板分类“{title}”改成“{name}”"),
    OperationKind.IMPORT_TEMPLATES: tr("从 {file} 导入 {count} 条模板"),
    OperationKind.EDIT_CARD: tr("修改知识卡“{title}”"),
    OperationKind.CHECK_CARD: tr("核对过“{title}”"),
    OperationKind.DELETE_CARD: tr("删除知识卡“{title}”"),
    OperationKind.IMPORT_CARDS: tr("从 {file} 导入 {count} 张知识卡"),
    OperationKind.EDIT_SETTINGS: tr("修改设置"),
    OperationKind.WEEK_NOTE: tr("修改 {week} 的结论"),
    OperationKind.PLAN_EDIT: tr("改进计划：{action}"),
    OperationKind.PLAN_DONE: tr("改进计划打勾：{action}"),
    OperationKind.PLAN_DELETE: tr("删除改进计划：{action}"),
}
"""The label of each operation; 撤销 shows 撤销“转交物流部”."""
_LABELLED = frozenset({"department", "level", "outcome", "reason", "step"})
"""Data that are labels of the program's own, where the operator gave no other."""


def operation_label(operation: Operation) -> str:
    """The operation in words, with its own data filled in; a skip has a reason only where one was given."""
    words = OPERATIONS[operation.kind].format_map(_Blank(operation.data))
    reason = label(operation.data.get("reason", "")) if operation.kind is OperationKind.SKIP else ""
    return tr("{0}（{1}）", words, reason) if reason else words


def sentence(error: OperatorError) -> str:
    """What happened, where, and what to do next."""
    return error_sentence(error)


def first_sentence(words: str) -> tuple[str, str]:
    """The first sentence without its full stop, and what follows it."""
    first, *rest = re.split(r"。|\.(?: |$)", words, maxsplit=1)
    return first, "".join(rest)


class _Blank(dict[str, str]):
    """Stored labels in the operator's language; missing data leaves a blank instead of an exception."""

    def __getitem__(self, key: str) -> Text:
        said = self.get(key, "")
        return Text(label(said) if key in _LABELLED else said)
