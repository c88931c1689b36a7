"""The one table of actions: menus, shortcuts, palette, tooltips and the help sheet are all made from it.

Its keys are those the program comes with; those that hold now are in ``KeyMap``.
"""

from msgspec import Struct
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from weibo_operator.translation import tr


class ActionSpec(Struct, frozen=True):
    """One thing the operator can do. ``list_keys`` are bare letters, ``keys`` work in every mode."""

    id: str
    title: str
    group: str
    list_keys: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    in_palette: bool = True

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as the help sheet prints them."""
        return self.list_keys + self.keys


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("next", tr("下一位客户"), tr("轮流回复"), ("N",), ("Alt+N",)),
    ActionSpec("crowd", tr("同类客户：看全部、轮流回答"), tr("轮流回复"), ("Q",), ("Alt+Q",)),
    ActionSpec("notices", tr("公开提醒"), tr("轮流回复")),
    ActionSpec("interview", tr("问答场：看提问、导出纪要"), tr("轮流回复")),
    ActionSpec("interview_begin", tr("开一场问答"), tr("轮流回复")),
    ActionSpec("interview_serve", tr("轮流回答这一场问答"), tr("轮流回复")),
    ActionSpec("interview_end", tr("结束问答场"), tr("轮流回复")),
    ActionSpec("next_topic", tr("下一位：同一话题"), tr("轮流回复"), ("Shift+T",)),
    ActionSpec("next_important", tr("下一位：重要客户"), tr("轮流回复"), ("Shift+V",)),
    ActionSpec("skip", tr("跳过并写原因"), tr("轮流回复"), ("Shift+P",)),
    ActionSpec("explain_skip", tr("给刚才的跳过写原因"), tr("轮流回复"), ("P",), ("Alt+P",)),
    ActionSpec("previous", tr("回到上一位（草稿保留）"), tr("轮流回复"), ("Shift+N",)),
    ActionSpec("open", tr("打开工单"), tr("列表"), ("Return", "Enter"), in_palette=False),
    ActionSpec("write", tr("开始写回复"), tr("轮流回复"), ("R",)),
    ActionSpec("send", tr("发送，然后下一位"), tr("写回复"), (), ("Ctrl+Return", "Ctrl+Enter")),
    ActionSpec("send_finish", tr("发送并完成，然后下一位"), tr("写回复"), (), ("Alt+Return", "Alt+Enter")),
    ActionSpec("send_stay", tr("只发送，留在这张工单"), tr("写回复"), (), ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
    ActionSpec("answer_part", tr("只答客户问的这一件，其余的继续等"), tr("写回复"), (), ("Ctrl+J",)),
    ActionSpec("apologise", tr("公开致歉 + 私信说明，一次备好"), tr("写回复"), ("Shift+I",)),
    ActionSpec("recall", tr("撤回刚发的回复"), tr("写回复"), (), ("Alt+Z",)),
    ActionSpec("see_told", tr("去看没发成、撤回来的回复"), tr("写回复"), (), ("Alt+J",)),
    ActionSpec("account", tr("换一个账号回复"), tr("写回复"), (), ("Alt+K",)),
    ActionSpec("acknowledge", tr("回一句“信息已收到”"), tr("轮流回复"), ("A",)),
    ActionSpec("templates", tr("插入模板"), tr("写回复"), ("T",), ("Ctrl+T",)),
    ActionSpec("insert_notice", tr("插入提醒或已有答复的链接"), tr("写回复"), ("U",), ("Alt+U",)),
    ActionSpec("insert_earlier", tr("插入上次给此人的答复"), tr("写回复"), ("Shift+X",), ("Alt+X",)),
    ActionSpec("other_wording", tr("换一种说法"), tr("写回复"), (), ("Alt+T",)),
    ActionSpec("other_tone", tr("换另一种语气：正式、亲切"), tr("写回复"), (), ("F6",)),
    ActionSpec("template_files", tr("复制模板带着的图片、视频"), tr("写回复"), (), ("F12",)),
    ActionSpec("audience", tr("公开回复和私信互换"), tr("写回复"), ("I",), ("Alt+I",)),
    ActionSpec("next_finding", tr("下一处错字或提醒"), tr("写回复"), (), ("F7",)),
    ActionSpec("previous_finding", tr("上一处错字或提醒"), tr("写回复"), (), ("Shift+F7",)),
    ActionSpec("fix_typos", tr("一定的错字全部改好"), tr("写回复"), (), ("Alt+G",)),
    ActionSpec("forward", tr("转交部门"), tr("处理工单"), ("F",), ("Alt+F",)),
    ActionSpec("consent", tr("请负责人确认"), tr("处理工单"), ("Shift+F",), ("F4",)),
    ActionSpec("snooze", tr("稍后、安排回访"), tr("处理工单"), ("S",), ("Alt+S",)),
    ActionSpec("finish", tr("完成"), tr("处理工单"), ("E",), ("Alt+E",)),
    ActionSpec("no_reply", tr("无需回复"), tr("处理工单"), ("M",), ("Alt+M",)),
    ActionSpec("level_1", tr("级别 P1 紧急"), tr("处理工单"), ("1",)),
    ActionSpec("level_2", tr("级别 P2 较急"), tr("处理工单"), ("2",)),
    ActionSpec("level_3", tr("级别 P3 普通"), tr("处理工单"), ("3",)),
    ActionSpec("level_4", tr("级别 P4 不急"), tr("处理工单"), ("4",)),
    ActionSpec("level_auto", tr("级别交还程序自动判断"), tr("处理工单"), ("0",)),
    ActionSpec("labels", tr("改类型、性质、部门"), tr("处理工单"), ("L",), ("Alt+L",)),
    ActionSpec("open_page", tr("在微博打开原帖"), tr("处理工单"), ("O",), ("Alt+O",)),
    ActionSpec("customer", tr("客户资料"), tr("处理工单"), ("D",), ("Alt+D",)),
    ActionSpec("open_earlier", tr("打开此人上一张工单"), tr("处理工单"), ("Shift+C",), ("Alt+C",)),
    ActionSpec("on_behalf", tr("这是替谁问的"), tr("处理工单"), ("Shift+R",), ("Alt+R",)),
    ActionSpec("card", tr("客户卡、VIP 名单"), tr("处理工单"), ("V",), ("Alt+V",)),
    ActionSpec("contact", tr("记一次联系"), tr("处理工单"), ("H",), ("Alt+H",)),
    ActionSpec("promise", tr("承诺：已兑现、改时间、去掉"), tr("处理工单"), ("Shift+D",), ("F2",)),
    ActionSpec("remedy", tr("记补救：退款、补发、优惠券"), tr("处理工单"), ("Shift+B",), ("F3",)),
    ActionSpec("praise", tr("收下好评、道谢"), tr("处理工单"), ("Shift+H",)),
    ActionSpec("peer_answer", tr("博友解答：记下是谁、道谢"), tr("处理工单"), ("Shift+A",)),
    ActionSpec("offline", tr("线下已解决、线上反馈的链接"), tr("处理工单"), ("Shift+O",)),
    ActionSpec("crisis", tr("危机清单"), tr("处理工单"), ("W",), ("Alt+W",)),
    ActionSpec("crisis_confirm", tr("确认为危机"), tr("处理工单"), ("Y",), ("Alt+Y",)),
    ActionSpec("crisis_dismiss", tr("不是危机"), tr("处理工单"), ("B",), ("Alt+B",)),
    ActionSpec("crisis_evidence", tr("导出这张工单的证据包"), tr("处理工单"), ("Shift+W",)),
    ActionSpec("crisis_review", tr("写危机复盘"), tr("处理工单")),
    ActionSpec("lead", tr("把这位客户记为线索"), tr("搜索与线索"), ("Shift+L",)),
    ActionSpec("search_new", tr("新建保存的搜索"), tr("搜索与线索"), ("Shift+S",)),
    ActionSpec("search_edit", tr("改保存的搜索"), tr("搜索与线索"), ("Shift+E",)),
    ActionSpec("search_delete", tr("删除保存的搜索"), tr("搜索与线索")),
    ActionSpec("select_all", tr("全选"), tr("列表"), ("Ctrl+A",), in_palette=False),
    ActionSpec("select", tr("多选这一张"), tr("列表"), ("X",)),
    ActionSpec("select_down", tr("多选到下一张"), tr("列表"), ("Shift+J",)),
    ActionSpec("select_up", tr("多选到上一张"), tr("列表"), ("Shift+K",)),
    ActionSpec("down", tr("下一张"), tr("列表"), ("J",), in_palette=False),
    ActionSpec("up", tr("上一张"), tr("列表"), ("K",), in_palette=False),
    ActionSpec("capture", tr("手工录入一位客户"), tr("收消息"), ("C",)),
    ActionSpec("paste", tr("粘贴微博上复制的消息"), tr("收消息"), ("Ctrl+V",)),
    ActionSpec("import", tr("导入文件"), tr("收消息"), (), ("Ctrl+I",)),
    ActionSpec("sources", tr("消息从哪里来"), tr("收消息")),
    ActionSpec("connect", tr("连接微博开放平台"), tr("收消息")),
    ActionSpec("sync_now", tr("立即同步，收新消息"), tr("收消息"), (), ("F5",)),
    ActionSpec("net_line", tr("微博连接提示的按钮"), tr("收消息"), (), ("F9",)),
    ActionSpec("net_line_second", tr("微博连接提示的第二个按钮"), tr("收消息"), (), ("Shift+F9",)),
    ActionSpec("import_banner", tr("看导入进度、文件夹里的新文件"), tr("收消息"), (), ("F8",)),
    ActionSpec("undo", tr("撤销"), tr("随时可用"), ("Z",), ("Ctrl+Z",)),
    ActionSpec("redo", tr("重做"), tr("随时可用"), (), ("Ctrl+Y",)),
    ActionSpec("palette", tr("搜索命令、客户和内容"), tr("随时可用"), ("/",), ("Ctrl+K", "Ctrl+F")),
    ActionSpec("help_page", tr("帮助：这里怎么用"), tr("随时可用"), (), ("F1",)),
    ActionSpec("help", tr("全部快捷键"), tr("随时可用"), ("?",)),
    ActionSpec("back", tr("返回上一层"), tr("随时可用"), (), ("Esc",), in_palette=False),
    ActionSpec("page_inbox", tr("收件箱"), tr("页面"), ("G, I",), ("Ctrl+1",)),
    ActionSpec("page_followup", tr("回访"), tr("页面"), ("G, F",), ("Ctrl+2",)),
    ActionSpec("page_promises", tr("承诺"), tr("页面"), ("G, K",)),
    ActionSpec("page_important", tr("重要客户"), tr("页面"), ("G, V",)),
    ActionSpec("page_praise", tr("收下的好评"), tr("页面"), ("G, H",)),
    ActionSpec("page_helpful", tr("热心博友"), tr("页面"), ("G, B",)),
    ActionSpec("page_handoff", tr("转交"), tr("页面"), ("G, T",), ("Ctrl+3",)),
    ActionSpec("page_templates", tr("模板"), tr("页面"), (), ("Ctrl+4",)),
    ActionSpec("page_knowledge", tr("知识卡"), tr("页面"), ("G, Z",)),
    ActionSpec("orders", tr("查订单"), tr("页面"), ("G, D",)),
    ActionSpec("page_weekly", tr("周报"), tr("页面"), ("G, R",), ("Ctrl+5",)),
    ActionSpec("page_crisis", tr("危机"), tr("页面"), ("G, W",), ("Ctrl+6",)),
    ActionSpec("page_leads", tr("线索"), tr("页面"), ("G, L",), ("Ctrl+7",)),
    ActionSpec("page_searches", tr("保存的搜索"), tr("页面"), ("G, S",)),
    ActionSpec("page_gathered", tr("闲聊与广告，一起看"), tr("页面"), ("G, X",)),
    ActionSpec("page_outbox", tr("待发箱"), tr("页面"), ("G, O",)),
    ActionSpec("page_settings", tr("设置"), tr("页面"), (), ("Ctrl+,",)),
    ActionSpec("accounts", tr("账号"), tr("页面"), ("G, A",)),
    ActionSpec("pane_in_progress", tr("处理中"), tr("页面"), ("G, P",)),
    ActionSpec("export", tr("导出周报到上次的地方"), tr("周报"), (), ("Ctrl+S",)),
    ActionSpec("export_as", tr("导出周报为……（选格式）"), tr("周报"), (), ("Ctrl+E",)),
    ActionSpec("template_new", tr("新建模板"), tr("数据")),
    ActionSpec("templates_import", tr("导入模板"), tr("数据")),
    ActionSpec("templates_export", tr("导出模板"), tr("数据")),
    ActionSpec("templates_starter", tr("起始模板里没有的"), tr("数据")),
    ActionSpec("knowledge_new", tr("新建知识卡"), tr("数据")),
    ActionSpec("knowledge_import", tr("从表格导入知识卡"), tr("数据")),
    ActionSpec("knowledge_export", tr("导出知识卡：表格、网页、自动回复的关键词"), tr("数据")),
    ActionSpec("orders_import", tr("导入订单表"), tr("数据")),
    ActionSpec("backup", tr("备份数据文件"), tr("数据")),
    ActionSpec("restore", tr("从备份恢复"), tr("数据")),
    ActionSpec("export_all", tr("导出全部数据"), tr("数据")),
    ActionSpec("practice", tr("打开练习数据"), tr("数据")),
    ActionSpec("practice_round", tr("练一练：三位示例客户"), tr("数据")),
    ActionSpec("rush", tr("练一场高峰；进行中就结束，看成绩"), tr("数据")),
    ActionSpec("real_data", tr("打开正式数据（离开练习）"), tr("数据"), (), ("Ctrl+0",)),
    ActionSpec("setup", tr("第一次使用的向导"), tr("数据")),
    ActionSpec("licences", tr("开源许可"), tr("数据")),
    ActionSpec("version_check", tr("检查新版本"), tr("数据")),
    ActionSpec("version_page", tr("看看新版本有什么变化"), tr("数据")),
    ActionSpec("version_skip", tr("跳过这个新版本"), tr("数据")),
    ActionSpec("version_stop", tr("不再检查新版本"), tr("数据")),
    ActionSpec("theme", tr("深色和浅色互换"), tr("外观")),
    ActionSpec("keys", tr("改快捷键"), tr("外观")),
)

NEVER_BOUND = ("Ctrl+Space", "Shift+Space", "Ctrl+.", "Alt+A", "Alt+F4", "F10", "F11")
"""Keys of the input methods and the desktop (keyboard.md, Never bind)."""

NAMED, ANYWHERE = "\0", "\0"
"""Before and behind an action's id where it stands for the action's key."""

FAVOURITE_KEYS = tuple((number, f"Alt+{number}") for number in range(1, 10))
"""Alt+1…9 insert a favourite template while writing."""


def spec(action: str) -> ActionSpec:
    """The table's row for an id; raises ``StopIteration`` for one that does not exist."""
    return next(row for row in ACTIONS if row.id == action)


def in_lists(action: str) -> str:
    """The key of an action pressed in lists, as a name to be shown: a keycap says the key that holds at the moment."""
    return f"{NAMED}{spec(action).id}"


def anywhere(action: str) -> str:
    """The key of an action that works while typing too, as a name to be shown."""
    return f"{NAMED}{spec(action).id}{ANYWHERE}"


def pressed_keys(event: QKeyEvent) -> QKeySequence:
    """A press as a sequence of one stroke; the number pad's keys are those of the others."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))


def key_words(keys: str) -> str:
    """A key sequence as the screen shows it: Ctrl ↵ for Ctrl+Return."""
    words = {"Return": "↵", "Enter": "↵", "Shift": "⇧", "Space": tr("空格"), "Delete": "Del"}
    words |= {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
    parts = [part for stroke in keys.split(", ") for part in stroke_parts(stroke)]
    return " ".join(words.get(part, part) for part in parts)


def plain_keys(keys: str) -> str:
    """A key sequence as a sentence says it: Ctrl+Enter for Ctrl+Return, G I for the strokes G, I."""
    words = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Space": tr("空格")}
    strokes = map(stroke_parts, keys.split(", "))
    return " ".join("+".join(words.get(part, part) for part in parts) for parts in strokes)


def stroke_parts(stroke: str) -> list[str]:
    """Ctrl and K of Ctrl+K; the plus sign is a key too (Ctrl++)."""
    held, plus, key = stroke.rpartition("+")
    if not key:  # the stroke ends with its key: the sign itself
        held, key = held.removesuffix("+"), plus
    return [*(part for part in held.split("+") if part), *([key] if key else [])]
