"""Chinese in the code that nobody looks up in another language: each literal by its file, with the reason."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

READERS = frozenset(
    (
        "ui/intake/capture_words.py",
        "ui/settings/department_row.py",
        "ui/support/when.py",
        "ui/support/when_english.py",
    )
)
"""Files that hold how Chinese times and numbers are typed, nothing that is shown."""
BARE: Mapping[str, tuple[str, AbstractSet[str]]] = MappingProxyType(
    {
        "ui/crisis/commands.py": ("a file for others", {"_工单", "证据包_"}),
        "ui/crowd/interview_words.py": ("a file for others", {"嘉宾", "问答纪要_"}),
        "ui/followup/offline_dialog.py": (
            "words for the customer",
            {"很高兴问题已经解决。方便的话，想请您在这条微博下说一句处理的结果，让有同样问题的朋友也放心，谢谢您。"},
        ),
        "ui/followup/peer_dialog.py": ("signs of a typed nickname", {"@＠"}),
        "ui/followup/peer_words.py": (
            "words for the customer",
            {"谢谢 @{name} 的热心解答！TA 说得对，还有不清楚的随时找我们。"},
        ),
        "ui/followup/plan_dialog.py": ("the beginning of a stored question", {"回访："}),
        "ui/followup/praise_words.py": (
            "words for the customer",
            {
                "方便的话，能允许我们引用您说的这段话吗？",
                "谢谢您的认可，看到您用得满意我们也很高兴。方便的话，能允许我们引用您这段话吗？",
                "谢谢您的认可，看到您用得满意我们也很高兴，有需要随时找我们。",
            },
        ),
        "ui/followup/remedy_dialog.py": ("words for the person in charge", {" 元"}),
        "ui/followup/rows.py": ("the beginning of a stored question", {"回访："}),
        "ui/handoff/export_dialog.py": ("a file for others", {"转交单_"}),
        "ui/intake/import_dialog.py": ("a file's name", {"没有导入的行_"}),
        "ui/leads/search_dialog.py": (
            "words customers write",
            {"好用 喜欢 推荐 回购", "投诉 退款 骗 维权 假货 坑 客服不理", "求推荐 值得买吗 怎么样 哪个好 还是"},
        ),
        "ui/reply/apology.py": ("stored titles of templates", {"公开致歉", "私信说明"}),
        "ui/reply/notice_offer.py": ("words for the customer", {"此前已公开答复：{link}"}),
        "ui/reply/picker_preview.py": ("signs after which a line may break", {"，。！？；：、”）》】"}),
        "ui/settings/appearance.py": ("the language's own name", {"中文"}),
        "ui/settings/data.py": ("a file's name", {"微博客服台备份_"}),
        "ui/shell/after_desk.py": ("words for the person in charge", {"请示："}),
        "ui/shell/alert_desk.py": ("signs that stand for markup", {"＆", "＜"}),
        "ui/shell/coach.py": (
            "a reply with a typo to practise on",
            {"因该", "已经处理好了，请您再看一下。", "应该", "您好，让您久等了，这个问题我们"},
        ),
        "ui/support/texts.py": ("where a Chinese sentence ends", {"。|\\.(?: |$)"}),
        "ui/templates/knowledge_page.py": ("the unit Chinese counts with", {"张"}),
        "ui/templates/orders_sheet.py": ("the unit Chinese counts with", {"笔"}),
        "ui/weekly/notes.py": ("words for the customer", {"您好，关于"}),
        "ui/weekly/paper.py": ("the printed summary, for the boss", {"同上，九成", "同上，算术平均。"}),
        "ui/weekly/paper_tables.py": ("the printed summary, for the boss", {"（", "）"}),
        "ui/weekly/sheet_paper.py": ("signs that never begin a line", {"，。；：、！？）》”’%…—"}),
        "ui/weekly/words.py": ("a file for others", {"微博客服周报_"}),
        "ui/widgets/empty_state.py": ("signs where a line was broken", {"[，,]?\\n"}),
        "ui/widgets/spin.py": ("digits as an input method types them", {"０１２３４５６７８９："}),
        "ui/widgets/verified.py": ("words of a Weibo account's badge", {"企业", "政府", "机构", "蓝V"}),
        "weibo_operator/cli/self_test_checks.py": (
            "texts the self-test reads",
            {"self-test 自检", "奈心", "您好，包裹已经发出，请奈心等待", "衣服破了一个洞，我要退款！"},
        ),
        "weibo_operator/services/promise_words.py": (
            "words for the customer",
            {
                "。我们会在",
                "发出",
                "处理好",
                "师傅还没能安排好",
                "您好，原定",
                "补偿还在办理",
                "还在处理",
                "还在核实",
                "还在路上",
                "还没能发出",
                "退款还在办理",
                "没能按时",
                "送到",
                "，抱歉让您久等了",
                "，非常抱歉",
            },
        ),
        "weibo_operator/services/reason_words.py": (
            "reasons as they are stored, and what takes them apart",
            {
                "(.+)涉及订单、个人信息或报价",
                "(.+)（本店危机词）",
                "(.+)（本店紧急词）",
                "”、“",
                "与示例相近：(.+)",
                "按你改过的(.+)",
                "粉丝 (\\d+(?:\\.\\d+)?) 万",
            },
        ),
    }
)
"""File → why, and the literals."""
