"""Every sentence for an error or an operation, by its code; the core carries codes, never prose."""

from collections.abc import Mapping

from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Operation, OperationKind
from weibo_operator.services.sentences import error_sentence

OPERATIONS: Mapping[OperationKind, str] = {
    OperationKind.IMPORT: "导入 {file}",
    OperationKind.CAPTURE: "手工录入 {customer}",
    OperationKind.PASTE: "粘贴进来的 {count} 条消息",
    OperationKind.SYNC: "从 @{account} 同步进来",
    OperationKind.REPLY: "给 @{customer} 的回复",
    OperationKind.ACKNOWLEDGE: "给 @{customer} 的“信息已收到”",
    OperationKind.NO_REPLY: "无需回复（{reason}）",
    OperationKind.FINISH: "完成",
    OperationKind.REOPEN: "重新打开",
    OperationKind.SNOOZE: "稍后处理",
    OperationKind.SKIP: "跳过",
    OperationKind.WAKE: "到时间了，自动放回来",
    OperationKind.SET_LEVEL: "级别改为 {level}",
    OperationKind.SET_LABELS: "修改标签",
    OperationKind.FORGET_LESSONS: "清除已学的改法（{count} 处）",
    OperationKind.FORWARD: "转交{department}",
    OperationKind.HANDOFF_ANSWER: "录入{department}的反馈",
    OperationKind.HANDOFF_PART: "录入{department}的部分答复",
    OperationKind.HANDOFF_NUDGE: "催{department}",
    OperationKind.ASK_CONSENT: "请{department}确认",
    OperationKind.EDIT_DEPARTMENTS: "修改部门列表",
    OperationKind.FOLLOW_UP_PLAN: "安排回访",
    OperationKind.FOLLOW_UP_DONE: "回访：{outcome}",
    OperationKind.SILENCE_FOLLOW_UP: "客户没有再说话，自动安排回访",
    OperationKind.PROMISE_NOTE: "记下承诺：{what}",
    OperationKind.PROMISE_KEPT: "承诺已兑现：{what}",
    OperationKind.PROMISE_CANCEL: "不算承诺：{what}",
    OperationKind.PROMISE_MOVE: "承诺改时间：{what}",
    OperationKind.REMEDY: "补救：{what}",
    OperationKind.PRAISE_KEPT: "收下 @{customer} 的好评",
    OperationKind.PRAISE_DROPPED: "不再收着 @{customer} 的好评",
    OperationKind.PEER_ANSWER: "由博友 @{name} 解答",
    OperationKind.PEER_ANSWER_DROPPED: "不算博友 @{name} 解答",
    OperationKind.PEER_THANKED: "记下向 @{name} 道过谢",
    OperationKind.OFFLINE_SOLVED: "线下已解决：{how}",
    OperationKind.OFFLINE_FED_BACK: "记下线上反馈的链接",
    OperationKind.OFFLINE_DROPPED: "不算线下解决",
    OperationKind.EDIT_CUSTOMER: "修改客户资料",
    OperationKind.CONTACT: "记下和 @{customer} 的联系",
    OperationKind.CRISIS_CONFIRM: "确认为危机",
    OperationKind.CRISIS_DISMISS: "不是危机（{reason}）",
    OperationKind.CRISIS_CLOSE: "危机结束",
    OperationKind.CRISIS_STEP: "危机清单做完：{step}",
    OperationKind.CRISIS_STEP_BACK: "危机清单改回没做：{step}",
    OperationKind.CRISIS_REVIEW: "写危机复盘",
    OperationKind.NOTICE_DRAFT: "写提醒：{matter}",
    OperationKind.NOTICE_POSTED: "提醒已发布：{matter}",
    OperationKind.NOTICE_ENDED: "不再提供提醒：{matter}",
    OperationKind.INTERVIEW_BEGIN: "开始问答场：{who}",
    OperationKind.INTERVIEW_END: "结束问答场：{who}",
    OperationKind.SEARCH_EDIT: "保存搜索“{name}”",
    OperationKind.SEARCH_DELETE: "删除搜索“{name}”",
    OperationKind.SEARCH_SEEN: "标记看过 {count} 条",
    OperationKind.LEAD_ADD: "把 @{customer} 记为线索",
    OperationKind.LEAD_EDIT: "修改线索 @{customer}",
    OperationKind.ON_BEHALF: "替谁问的：{name}",
    OperationKind.EDIT_INSIDERS: "修改内部人员名单",
    OperationKind.APPLY_INSIDERS: "内部人员名单用到未完成的工单",
    OperationKind.EDIT_TEMPLATE: "修改模板“{title}”",
    OperationKind.DELETE_TEMPLATE: "删除模板“{title}”",
    OperationKind.RENAME_CATEGORY: "模板分类“{title}”改成“{name}”",
    OperationKind.IMPORT_TEMPLATES: "从 {file} 导入 {count} 条模板",
    OperationKind.EDIT_CARD: "修改知识卡“{title}”",
    OperationKind.CHECK_CARD: "核对过“{title}”",
    OperationKind.DELETE_CARD: "删除知识卡“{title}”",
    OperationKind.IMPORT_CARDS: "从 {file} 导入 {count} 张知识卡",
    OperationKind.EDIT_SETTINGS: "修改设置",
    OperationKind.WEEK_NOTE: "修改 {week} 的结论",
    OperationKind.PLAN_EDIT: "改进计划：{action}",
    OperationKind.PLAN_DONE: "改进计划打勾：{action}",
    OperationKind.PLAN_DELETE: "删除改进计划：{action}",
}
"""The label of each operation; 撤销 shows 撤销“转交物流部”."""


def operation_label(operation: Operation) -> str:
    """The operation in words, with its own data filled in; a skip has a reason only where one was given."""
    words = OPERATIONS[operation.kind].format_map(_Blank(operation.data))
    reason = operation.data.get("reason", "") if operation.kind is OperationKind.SKIP else ""
    return f"{words}（{reason}）" if reason else words


def sentence(error: OperatorError) -> str:
    """What happened, where, and what to do next."""
    return error_sentence(error)


class _Blank(dict[str, str]):
    """Missing data leaves a blank instead of an exception."""

    def __missing__(self, key: str) -> str:
        return ""
