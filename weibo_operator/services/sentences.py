"""One sentence for each expected failure: what happened, where, what to do next (both faces say the same)."""

from collections.abc import Mapping
from pathlib import Path

from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.open_platform import PlatformError
from weibo_operator.services.platform_sentences import platform_error_sentence
from weibo_operator.translation import label, tr

_OWN_TABLE = tr("{name} 第 {line} 行不是认得的表头。请指明哪一列是内容、哪一列是作者，再导入。")

_SENTENCES: Mapping[tuple[str, str], str] = {
    (
        "file_unreadable",
        "encoding",
    ): tr("{name} 第 {line} 行的文字编码认不出来。请用记事本或 Excel 另存为 UTF-8 编码的 CSV 再导入。"),
    (
        "file_unreadable",
        "missing_column",
    ): tr("{name} 缺少“{detail}”这一列，认不出是哪种导出。请检查表头那一行，补上这一列再导入。"),
    (
        "file_unreadable",
        "missing_author",
    ): tr("{name} 里没有写是谁发的。请打开“对应关系”，填上作者的昵称再导入。"),
    ("file_unreadable", "no_table"): tr("{name} 里没有表格（看起来是 {detail}）。请换成 Excel、CSV 或 JSON 再导入。"),
    ("file_unreadable", "damaged"): tr("{name} 打不开，可能没有下载完整，或已经损坏（{detail}）。请重新导出一次。"),
    ("file_unreadable", "password"): tr("{name} 加了密码。请在 Excel 里去掉密码，另存一份再导入。"),
    ("file_unreadable", "too_large"): tr("{name} 展开后太大，没有打开。请拆成几个文件再导入。"),
    ("file_unreadable", "large_file"): tr("{name} 太大了（{detail}），没有打开。请拆成几个小一点的文件再导入。"),
    (
        "file_unreadable",
        "too_many_columns",
    ): tr("{name} 第 {line} 行有 {detail} 列，不像一张表，没有打开。请确认表头那一行，再导入。"),
    (
        "file_unreadable",
        "json_RecursionError",
    ): tr("{name} 里的 JSON 一层套一层，太深了，没有打开。请重新导出一次。"),
    (
        "file_unreadable",
        "json_ValueError",
    ): tr("{name} 里的 JSON 有一个长得读不了的数字，没有打开。请重新导出一次。"),
    ("file_unreadable", "own_desk"): tr("{name} 是客服台自己的数据文件，不是导出的留言，不能导入。"),
    (
        "file_unreadable",
        "database_busy",
    ): tr("{name} 还有内容没写完，采集程序可能正开着。请先把它关掉，再导入。"),
    ("file_unreadable", "empty"): tr("{name} 是空的，没有可以导入的内容。请确认导出是否完成。"),
    (
        "file_unreadable",
        "unknown_format",
    ): tr("{name} 不是能识别的导出文件（看起来是 {detail}）。请导出成 CSV 或 JSON 再导入。"),
    (
        "file_unreadable",
        "unknown_format_text",
    ): tr("{name} 第 {line} 行不是认得的表头。请让表头里有昵称、内容、时间这几列，再导入。"),
    ("file_unreadable", "unknown_format_xlsx"): _OWN_TABLE,
    ("file_unreadable", "unknown_format_xls"): _OWN_TABLE,
    ("file_unreadable", "unknown_format_sqlite"): tr("{name} 是数据库，但里面没有认得的微博或评论。请换一种导出方式。"),
    (
        "file_unreadable",
        "unknown_format_json",
    ): tr("{name} 是 JSON，但里面没有认得的微博或评论。请换一种导出方式再导入。"),
    ("file_unreadable", "not_found"): tr("找不到 {name}。请确认文件还在原来的位置。"),
    ("file_unreadable", "not_readable"): tr("读不了 {name}。请检查权限，或它是否正被别的程序占用。"),
    ("file_unreadable", "own_file"): tr("{name} 就是正在使用的数据文件，里面的内容都已经在这里了，不用导入。"),
    ("file_unreadable", "json"): tr("{name} 第 {line} 行不是完整的 JSON。请重新导出一次。"),
    (
        "file_unreadable",
        "",
    ): tr("{name} 第 {line} 行读不下去（{reason} {detail}）。请重新导出，或另存为 UTF-8 编码的 CSV。"),
    (
        "database_too_new",
        "",
    ): tr("数据文件 {path} 是更新版本的程序写的。为了不弄坏它，这一版不打开。请安装新版程序。"),
    ("database_unavailable", "busy"): tr("数据文件 {path} 正被另一个程序占用。请关掉另一个窗口再试。"),
    ("database_unavailable", "open_elsewhere"): tr("{path} 已经在另一个窗口里打开了，请在那个窗口里接着处理。"),
    ("database_unavailable", "disk_full"): tr("磁盘满了，{path} 写不进去。请腾出一些空间再试，之前的内容都在。"),
    ("database_unavailable", "read_only"): tr("数据文件 {path} 是只读的。请检查文件夹的权限。"),
    ("database_unavailable", "no_permission"): tr("{path} 没有读写的权限。请检查文件夹的权限，或换一个用户登录。"),
    ("database_unavailable", "network_drive"): (
        tr(
            "{path} 在网络盘上，网络一断数据就可能损坏，所以没有打开。"
            "请复制到这台电脑的硬盘上再打开，备份可以放网络盘。"
        )
    ),
    ("database_unavailable", "input_output"): tr("读写 {path} 时磁盘出错了。请检查磁盘和网络盘的连接再试。"),
    ("database_unavailable", "cannot_open"): tr("{path} 打不开。请检查这个文件夹在不在、能不能读写。"),
    ("database_unavailable", "missing"): tr(
        "没有找到数据文件 {path}，但有它的备份。请把它放回原处，或用最近的备份打开。"
    ),
    ("database_unavailable", "nothing_there"): tr(
        "没有数据文件 {path}，没有东西可以备份或导出。请检查 --db 写的位置。"
    ),
    ("database_unavailable", "no_copy"): tr("没有 {path} 这个文件。请核对文件名，或换一个备份。"),
    ("database_unavailable", "folder"): tr("{path} 是文件夹，不是备份。请选里面的一个备份文件。"),
    ("database_unavailable", "emptied"): tr("数据文件 {path} 是空的，里面的内容没有了。请用最近的备份打开。"),
    ("database_unavailable", "damaged"): tr("数据文件 {path} 损坏了。请用最近的备份打开。"),
    ("database_unavailable", "damaged_copy"): tr("备份 {path} 损坏了，没有用它，现在的数据没有动。请换一个备份。"),
    ("database_unavailable", "not_a_database"): tr("{path} 不是本程序的数据文件。请换一个文件。"),
    ("database_unavailable", ""): tr("数据文件打不开：{path}（{reason}）。请检查这个位置能不能读写。"),
    ("version_check", "no_address"): tr("还没有填检查新版本的地址，所以没有去看。请在“设置 > 关于”里填上。"),
    ("version_check", "practice"): tr("练习数据不联网，没有去看。请回到正式数据再检查新版本。"),
    ("version_check", "address"): tr("检查新版本的地址要以 https:// 开头，所以没有去看。请在“设置 > 关于”里改好。"),
    ("version_check", "offline"): tr("没有问到新版本，可能没有网络，或对方太慢。其他照常，请联网后再试。"),
    (
        "version_check",
        "untrusted",
    ): tr("检查新版本的网站证明不了自己的身份（证书不对），没有读它的内容。请核对“设置 > 关于”里的地址。"),
    ("version_check", "redirected"): tr("检查新版本的地址转到了别的网站，没有跟过去。请在“设置 > 关于”里填新的地址。"),
    ("version_check", "refused"): tr("检查新版本的网站没有给出结果（HTTP {status}）。请核对“设置 > 关于”里的地址。"),
    ("version_check", "too_large"): tr("检查新版本的网站给的内容太大，没有读。请核对“设置 > 关于”里的地址。"),
    ("version_check", ""): tr("检查新版本的网站给的内容读不懂。请核对“设置 > 关于”里的地址。"),
    ("invalid_input", "not_https"): tr("地址要以 https:// 开头，不能有空格、用户名和密码，没有改动。"),
    ("not_found", ""): tr("找不到要处理的内容（{what} {id}）。可能已经被撤销，请刷新后再试。"),
    ("move_not_allowed", ""): tr("这张工单现在不能这样改状态（{from_state} → {to_state}）。"),
    ("undo_barrier", "left_the_machine"): tr("这一步已经发到外面，撤销不了。"),
    ("undo_barrier", "changed_since"): tr("这一步之后内容又改过，撤销会盖掉新的内容，所以没有撤销。"),
    (
        "undo_barrier",
        "import_worked_on",
    ): tr("这次导入里有 {tickets} 张工单已经处理过，不能整批撤销。请先撤销那些处理。"),
    ("undo_barrier", ""): tr("这一步撤销不了（{reason}）。"),
    ("nothing_to_undo", ""): tr("没有可以撤销的操作。"),
    ("reply_blocked", "empty"): tr("还没有写内容。"),
    ("reply_blocked", "undecided"): tr("上一条已经复制、还没确认是否发出。请先按 1（已发出）或 2（没发）。"),
    ("reply_blocked", "decided"): tr("这条回复刚才已经在另一个窗口里确认过了。"),
    ("reply_blocked", "no_turn"): tr("这位客户没有在等回复，不用回“信息已收到”。"),
    ("reply_blocked", "already_acknowledged"): tr("这一轮已经回过“信息已收到”，不再重复。"),
    ("reply_blocked", "wrote_again"): tr("这张工单刚刚有了新的内容，看过再发。"),
    ("reply_blocked", "on_its_way"): tr("这张工单有一条回复还在路上。等它发出，或者先撤回它，再发这一条。"),
    ("reply_blocked", "already_leaving"): tr("这条回复已经在发了，撤不回来。"),
    ("reply_blocked", ""): tr("这条回复现在不能发（{reason}）。"),
    ("invalid_input", "empty"): tr("“{field}”还没有填。"),
    ("invalid_input", "not_on_screen"): tr("{kind} 文件不能写在屏幕上。请在 --out 后面写上保存位置。"),
    ("invalid_input", "too_long"): tr("“{field}”太长了，最多 {high} 个字。"),
    ("invalid_input", "past"): tr("这个时间已经过去了，请选一个以后的时间。"),
    ("invalid_input", "over_limit"): tr("{kind}超过 {limit} 元，需负责人确认。请写上谁同意的，或请负责人确认。"),
    ("invalid_input", "amount"): tr("“{field}”没有填对：退款这类要写多少元，道歉不用写。"),
    ("invalid_input", "future"): tr("这个时间还没有到，请写已经发生的时间。"),
    (
        "invalid_input",
        "half_character",
    ): tr("“{field}”里有半个字符，多半是复制时断开的表情，存不下。请删掉它再试。"),
    ("invalid_input", "too_large"): tr("“{field}”太大了，存不下。请改小再试。"),
    ("invalid_input", "negative"): tr("“{field}”不能是负数。"),
    ("invalid_input", "unknown"): tr("“{field}”里没有这一项。请从列出的里面选一个。"),
    ("invalid_input", "format"): tr("没有这种文件格式：{value}。请写 auto，让程序自己认。"),
    ("invalid_input", "same_week"): tr("这一周不能和自己对比，请另选一周。"),
    ("invalid_input", "not_a_week"): tr("“{value}”不是周的写法。请写成 2026-W47 这样。"),
    ("invalid_input", "no_such_week"): tr("没有 {value} 这一周。请写成 2026-W47 这样，一年最多 53 周。"),
    ("invalid_input", "wrote_again"): tr("客户刚刚又说了话，看一眼；还要这样做就再按一次。"),
    ("invalid_input", "turn_open"): tr("客户还在等回复。请先回复，或者用“无需回复”并写明原因。"),
    ("invalid_input", "not_a_link"): tr("“{value}”不是网页地址。请从微博复制这条提醒的链接，以 http 开头。"),
    ("invalid_input", "not_a_post"): tr("“{value}”不是微博的链接。请从浏览器的地址栏或“分享”里复制那一条微博的链接。"),
    ("invalid_input", "interview_running"): tr("已经有一场问答在进行。请先结束那一场，再开新的。"),
    ("invalid_input", "menu_levels"): tr("菜单最多两级，写成“售后服务/退换货”这样。"),
    ("invalid_input", "facet_half"): tr("对比的每一项要写我们和别家两边，再写来源；不比的那一项整行空着。"),
    ("invalid_input", "own_answer"): tr("@{name} 就是提问的客户。请写是哪位博友替 TA 解答的。"),
    ("invalid_input", "too_many_words"): tr("“{field}”太多或太长了：一共最多 {most} 个词，一个词最多 50 个字。"),
    ("invalid_input", "closed"): tr("这张工单已经完成，不用再稍后处理。"),
    (
        "invalid_input",
        "no_source",
    ): tr("和别家对比要写明来源（链接、检测报告或说明书），否则不保存。填上“来源”就会存好。"),
    (
        "invalid_input",
        "card_headers",
    ): tr("{name} 第 {line} 行没有“标题”和“内容”两列，没有导入。请照导出的文件写表头，再导入一次。"),
    (
        "invalid_input",
        "template_headers",
    ): tr("{name} 第 {line} 行没有“标题”和“说法1”两列，没有导入。请照导出的文件写表头，再导入一次。"),
    (
        "invalid_input",
        "order_headers",
    ): tr("{name} 第 {line} 行没有“订单号”一列，没有导入。请把订单号那一列的表头写成“订单号”，再导入一次。"),
    ("invalid_input", "same_file"): tr("{path} 就是正在用的数据文件。请换一个文件名来备份。"),
    ("invalid_input", "same_file_restore"): tr("{path} 就是正在用的数据文件，不用恢复。请选一个备份。"),
    ("invalid_input", "not_a_copy"): tr(
        "{path} 里已经有别的内容，不是这份数据以前的备份，没有备份，它也没有动。请换一个文件名再备份。"
    ),
    ("invalid_input", "not_empty"): tr(
        "{path} 里已经有东西，没有导出，里面的也没有动。请换一个空文件夹，或一个还没有的名字。"
    ),
    ("invalid_input", "not_our_week"): tr(
        "{path} 里的内容不是本程序上次写的周报，没有写，它也没有动。请换一个文件名，或者先把它移到别处。"
    ),
    ("invalid_input", "practice_database"): tr("现在打开的是练习数据，真实的文件不能导进来。请先回到正式数据。"),
    ("invalid_input", "practice_backup"): tr("{path} 是练习数据，不能换掉正式数据。请换一个备份。"),
    ("invalid_input", "practice_target"): tr("{path} 里已经有别的内容，练习数据不会写进去。请换一个新的文件名。"),
    ("invalid_input", "not_confirmed"): tr("还没有确认为危机，不用结束。"),
    ("invalid_input", "no_correction"): tr("写错的词和改成的词都要填，并且不能一样。"),
    ("invalid_input", "unread"): tr("没有一行读得懂。每行写一个人：昵称、uid 或主页地址，后面可以写角色。"),
    ("invalid_input", "name"): tr("名字要在 1 到 30 个字之间。"),
    ("invalid_input", "own_name"): tr("这就是 TA 自己的昵称。要改回替自己问，请清空再保存。"),
    (
        "invalid_input",
        "open_handoffs",
    ): tr("{department}还有 {count} 张没有结束的转交。请选好把它们移到哪个部门，再去掉或改名。"),
    ("invalid_input", "office_hours"): tr("{department}的工作时间不对。请写成 09:00 到 18:00 这样，下班要晚于上班。"),
    ("invalid_input", "no_reason"): tr("不同意要写明原因，这样回复客户时才说得清。"),
    ("invalid_input", "nobody_in_charge"): tr("还没有选好请谁确认。请在设置的“部门”里把一位联系人设为负责人。"),
    ("invalid_input", "names"): tr("部门名称不能为空，也不能重复。"),
    ("invalid_input", "out_of_bounds"): tr("“{field}”要在 {low} 到 {high} 之间。"),
    ("invalid_input", "time"): tr("“{value}”不是时间的写法。请写成 2026-11-22T09:30 这样。"),
    ("invalid_input", "needs_window"): tr("这条命令不能导出 PDF。请用 weibo-operator 命令，或者在周报页导出。"),
    ("invalid_input", "cannot_write"): tr("写不进 {value}。请检查文件夹是否存在，文件是否正在 Excel 里打开。"),
    (
        "invalid_input",
        "speeds",
    ): tr("“{value}”不是回复的快慢。请写一小时回几条（1 到 1000），几个就用逗号隔开，如 20,30,45。"),
    ("invalid_input", "profile_unreadable"): tr("读不了 {path}。请确认它在那里，并且存成了 UTF-8 编码。"),
    ("invalid_input", "profile_line"): tr("{path} 第 {line} 行读不懂。请照自带的 day.tsv 的写法改。"),
    ("invalid_input", "profile_lacks"): tr("{path} 里没有“{entry}”。请照自带的 day.tsv 补上。"),
    ("invalid_input", "mapping_incomplete"): tr(
        "还认不出这张表。请指明哪一列是内容，哪一列是作者（或填上作者的昵称）。"
    ),
    ("invalid_input", "mapping_repeated"): tr("同一个意思选了两列。请只留一列。"),
    ("invalid_input", "mapping_width"): tr("这张表的列数和记下的对应关系不一样。请重新选一次。"),
    ("invalid_input", "state"): tr("这是另一次授权留下的地址。请重新打开授权页，用新的地址。"),
    ("invalid_input", "refused"): tr("刚才在微博页面上没有同意授权，什么都没有改变。想连接时再授权一次就好。"),
    (
        "invalid_input",
        "not_a_code",
    ): tr("没有找到授权码。请把授权后那一页的地址整个复制过来，或者只复制 code= 后面的那一串。"),
    ("invalid_input", "practice_server"): tr("现在打开的是练习数据，不会连接真实的微博。请先回到正式数据。"),
    ("invalid_input", "not_an_address"): tr("这不是 IP 地址。请写成 203.0.113.7 这样，或者清空。"),
    ("invalid_input", ""): tr("“{field}”不能这样填（{reason}）。"),
    ("error", ""): tr("没有做成（{reason}）。"),
}

_FIELDS: Mapping[str, str] = {
    "nickname": tr("客户昵称"),
    "text": tr("内容"),
    "number": tr("数字"),
    "reason": tr("原因"),
    "description": tr("问题描述"),
    "department": tr("部门"),
    "answer": tr("反馈内容"),
    "title": tr("标题"),
    "category": tr("分类"),
    "source": tr("来源"),
    "knowledge.stale_days": tr("几天没核对算过期"),
    "wordings": tr("说法"),
    "due_at": tr("时间"),
    "plan_action": tr("要做的事"),
    "conclusions": tr("结论"),
    "answer_hours": tr("答复期限（工作小时）"),
    "contact_days": tr("联系周期"),
    "until": tr("时间"),
    "promise": tr("答应了什么"),
    "amount": tr("金额"),
    "praise": tr("客户的原话"),
    "helper": tr("哪位博友"),
    "how": tr("怎么解决的"),
    "who": tr("谁来回答"),
    "link": tr("链接"),
    "path": tr("保存位置"),
    "cause": tr("原因"),
    "days": tr("天数"),
    "all_of": tr("要找的词"),
    "app_key": "App Key",
    "app_secret": "App Secret",
    "redirect_uri": tr("授权回调页"),
    "code": tr("授权码"),
    "rotation.fair_period": tr("公平轮次"),
    "rotation.minimum_gap_minutes": tr("同一位客户的间隔"),
    "rotation.threshold": tr("开始轮流的人数"),
    "account_nickname": tr("账号的昵称"),
    "uid": tr("微博 uid"),
    "role": tr("角色"),
    "followers": tr("粉丝数"),
    "step": tr("步骤"),
    "insiders": tr("内部人员"),
    "kind": tr("类型"),
    "issue": tr("问题"),
    "nature": tr("情绪"),
    "audience": tr("公开还是私信"),
    "topic": tr("话题"),
}

PROBLEMS: Mapping[str, str] = {
    "repeated_header": tr("表头又出现了一次，跳过"),
    "truncated": tr("这一行不完整，可能导出时中断了，跳过"),
    "cell_count": tr("这一行的列数和表头对不上，跳过"),
    "unclosed_quote": tr("引号没有配对，认不出这一行到哪里结束，跳过"),
    "damaged_id": tr("编号被 Excel 改坏，认不出原帖，跳过"),
    "bad_date": tr("时间认不出来，跳过"),
    "no_author": tr("没有作者，跳过"),
    "not_an_object": tr("这一项不是一条消息，跳过"),
    "encoding": tr("这一行的文字编码坏了，跳过"),
    "garbled": tr("这一行是乱码，原来的字已经找不回来，跳过"),
}
"""What is said of a row that could not be read."""


_STORED_LABELS = frozenset(["kind", "department"])

_NOTES: Mapping[str, str] = {
    "hashed_authors": tr("这份导出隐去了作者，只能看内容，和已有的客户对不上，也打不开他们的主页。"),
    "other_sheets": tr(
        "只读了一张工作表，表头一样的还有 {detail}，没有读；请在“对应关系”里选它，或另存成一个文件，再导入一次。"
    ),
}


def format_note(code: str) -> str:
    """What the operator should know of a recognised file before importing it (``FileFormat.notes``)."""
    name, _, detail = code.partition(":")
    return _NOTES.get(name, "").replace("{detail}", detail)


def error_sentence(error: OperatorError) -> str:
    """The sentence for an expected failure; every code has one (a test goes through them all)."""
    if isinstance(error, PlatformError):
        return platform_error_sentence(error)
    reason = str(error.data.get("reason", ""))
    closer = f"{reason}_{error.data.get('detail', '')}"
    template = (
        _SENTENCES.get((error.code, closer)) or _SENTENCES.get((error.code, reason)) or _SENTENCES[error.code, ""]
    )
    values = _Blank({key: str(value) for key, value in error.data.items()})
    if "file" in values:
        values["name"] = Path(values["file"]).name
    if "field" in values:
        values["field"] = _FIELDS.get(values["field"], values["field"])
    for stored in _STORED_LABELS & values.keys():
        values[stored] = label(values[stored])
    return template.format_map(values)


def problem_sentence(code: str, detail: str) -> str:
    """What is said of an unreadable row."""
    said = PROBLEMS.get(code, tr("读不懂，跳过"))
    return tr("{0}（{1}）", said, detail) if detail else said


def known_codes() -> frozenset[str]:
    """The error codes that have a sentence."""
    return frozenset(code for code, _ in _SENTENCES) | {PlatformError.code}


class _Blank(dict[str, str]):
    """Missing data leaves a blank instead of an exception."""

    def __missing__(self, key: str) -> str:
        return ""
