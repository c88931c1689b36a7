"""What the page beside the exported tables says: which table holds what."""

from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.clock import china
from weibo_operator.translation import tr

_ROTATION, _CROWDS, _ACCOUNTS = tr("轮流顺序"), tr("同一件事"), tr("账号")
_CRISES, _LEADS, _FILES = tr("危机"), tr("线索"), tr("读过的文件")
_ORDERLY = tr("程序自己的记录")
MEANINGS: Mapping[str, str] = {
    "ticket": tr("工单"),
    "message": tr("客户说的话和我们的回复"),
    "customer": tr("客户"),
    "turn": tr("客户的每一轮提问"),
    "intent": tr("写过的每一条回复：发了没有、什么时候"),
    "draft": tr("没写完的回复"),
    "handoff": tr("转交"),
    "follow_up": tr("回访"),
    "promise": tr("答应过客户的事"),
    "remedy": tr("补救：退款、补发、优惠券"),
    "testimonial": tr("收下的好评"),
    "template": tr("模板"),
    "wording": tr("模板的各种说法"),
    "template_file": tr("模板的附件"),
    "knowledge_card": tr("知识卡"),
    "knowledge_use": tr("知识卡用在哪里"),
    "department": tr("部门"),
    "department_contact": tr("部门的联系人"),
    "shop_order": tr("导入的订单"),
    "contact": tr("记下的联系"),
    "insider": tr("内部人员"),
    "on_behalf": tr("替别人问的"),
    "peer_answer": tr("博友解答"),
    "offline_solution": tr("线下已解决的"),
    "interview": tr("问答场"),
    "notice": tr("公开提醒"),
    "crisis": _CRISES,
    "crisis_step": _CRISES,
    "crisis_review": _CRISES,
    "lead": _LEADS,
    "lead_entry": _LEADS,
    "saved_search": tr("保存的搜索"),
    "search_seen": tr("保存的搜索"),
    "cluster": _CROWDS,
    "cluster_member": _CROWDS,
    "cluster_seen": _CROWDS,
    "cluster_rules": _CROWDS,
    "week_note": tr("周报里写的话"),
    "plan_item": tr("下周的安排"),
    "handling": tr("用在每张工单上的时间"),
    "ticket_event": tr("工单什么时候开、解决、重开"),
    "count_sample": tr("微博的转发、评论、赞"),
    "caught": tr("发送前拦下的错"),
    "triage_lesson": tr("改过的分类，程序照着学"),
    "user_word": tr("词典"),
    "ignored_pair": tr("词典"),
    "setting": tr("设置"),
    "account": _ACCOUNTS,
    "account_feature": _ACCOUNTS,
    "account_pause": _ACCOUNTS,
    "call_day": _ACCOUNTS,
    "feed_cursor": _ACCOUNTS,
    "import_batch": _FILES,
    "seen_file": _FILES,
    "table_mapping": _FILES,
    "operation": tr("做过的每一步，撤销用"),
    "change": tr("每一步改了什么，撤销用"),
    "rotation_row": _ROTATION,
    "rotation_state": _ROTATION,
    "rotation_count": _ROTATION,
    "rotation_customer": _ROTATION,
    "rotation_level": _ROTATION,
    "rotation_served": _ROTATION,
    "rotation_skipped": _ROTATION,
    "rotation_given_back": _ROTATION,
    "pane_count": _ORDERLY,
    "stale_ticket": _ORDERLY,
    "name_place": _ORDERLY,
}
"""Each table that is written out, in words; what the operator looks for first."""


def conversation_headers() -> tuple[str, ...]:
    """The headings of the list of all conversations."""
    said = (tr("时间"), tr("客户"), tr("微博 UID"), tr("谁说的"), tr("谁能看到"), tr("来源"), tr("内容"), tr("链接"))
    return (*said, tr("工单"), tr("状态"), tr("级别"), tr("类型"), tr("部门"))


def explanation(rows: Mapping[str, int], file_name: str, now: datetime, version: str) -> str:
    """The page as text: where it is from, what the folders are, and one line for each table with its ``rows``."""
    head = (
        tr("微博客服台的全部数据"),
        "",
        tr("从 {0} 导出，{1:%Y-%m-%d %H:%M}。", file_name, china(now)),
        tr("程序版本：{0}", version) if version else "",
        tr("里面有客户的昵称、电话、私信，都没有打码，请只放在自己信得过的地方。账号的授权不在里面。"),
        "",
        tr("“全部对话”一行是一句话，按来的先后，直接用表格软件打开。"),
        tr("csv 文件夹：每张表一个文件，表格软件能打开；开头像公式的格子前面多一个 '，不会被当成公式。"),
        tr("json 文件夹：同样的表，一字不改，给别的程序读。时间都是北京时间。"),
        tr("想换一台电脑接着用，请用“备份”和“从备份恢复”；这里的文件读不回来。"),
        "",
        tr("各张表："),
    )
    lines = [tr("{0}：{1}，{2:,} 行", name, meaning, rows[name]) for name, meaning in MEANINGS.items()]
    return "\n".join((*head, *lines)) + "\n"
