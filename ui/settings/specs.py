"""What the fields of the settings page are called, explained and measured in."""

from dataclasses import dataclass

from weibo_operator.domain import settings
from weibo_operator.domain.settings import Setting


@dataclass(frozen=True, slots=True)
class TextSpec:
    """A setting that is words."""

    setting: Setting[str]
    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class NumberSpec:
    """A setting that is a whole number; presets are (label, value)."""

    setting: Setting[int]
    title: str
    hint: str
    unit: str
    presets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SwitchSpec:
    """A setting that is 1 or 0: on or off."""

    setting: Setting[int]
    title: str
    hint: str


FieldSpec = TextSpec | NumberSpec | SwitchSpec


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields in one card, under a heading where there is one."""

    title: str
    fields: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """One category of the page: key, name, icon, and its groups of fields (none where it has a face of its own)."""

    key: str
    name: str
    icon: str
    groups: tuple[FieldGroup, ...] = ()

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """All its fields in order."""
        return tuple(field for group in self.groups for field in group.fields)


def _plain(*fields: FieldSpec) -> tuple[FieldGroup, ...]:
    return (FieldGroup("", fields),)


_TARGETS = FieldGroup(
    "回复时限",
    (
        NumberSpec(
            settings.TARGET_MINUTES,
            "普通客户",
            "客户等得比这久就显示“超时”，级别也会提高一点",
            "分钟",
            (("20 分钟", 20), ("81 分钟", 81), ("2 小时", 120), ("4 小时", 240), ("24 小时", 1440)),
        ),
        NumberSpec(
            settings.IMPORTANT_TARGET_MINUTES,
            "重要客户和 VIP",
            "重要客户等得比这久就显示“超时”",
            "分钟",
            (("10 分钟", 10), ("20 分钟", 20), ("1 小时", 60)),
        ),
    ),
)
_INFLUENCE = FieldGroup(
    "影响力与重要客户",
    (
        NumberSpec(settings.VIP_FOLLOWERS, "重要客户", "粉丝达到这么多就算重要客户；0 表示不按粉丝数算", "粉丝"),
        NumberSpec(settings.INFLUENCE_FROM, "影响力起点", "粉丝达到这么多加 1 分，以后每多一位数再加 1 分", "粉丝"),
        NumberSpec(
            settings.INFLUENCE_CAP, "影响力上限", "粉丝和名气最多加这么多分，免得普通客户一直排不上；0 表示不加", "分"
        ),
    ),
)
_ROTATION = FieldGroup(
    "轮流",
    (
        NumberSpec(settings.ROTATION_THRESHOLD, "开启门槛", "在等的客户少于这么多位时不轮流，按紧急程度依次回", "位"),
        NumberSpec(settings.FAIR_PERIOD, "公平轮次", "每回这么多位，就有一位是等得最久的，不看级别", "位"),
        NumberSpec(
            settings.MINIMUM_GAP,
            "最小间隔",
            "公开回复过的客户，这么久之内先让给别人；只剩 TA 在等时照样轮到；0 表示不用",
            "分钟",
        ),
    ),
)
_BROADCASTS = FieldGroup(
    "公开提醒的群发",
    (
        NumberSpec(settings.BROADCASTS_A_DAY, "每天最多", "账号一天能群发几条，写提醒时会说还剩几条；0 表示不限", "条"),
        NumberSpec(settings.BROADCASTS_A_MONTH, "每月最多", "按月计算的账号一个月能群发几条；0 表示不限", "条"),
    ),
)
_CROWDS = FieldGroup(
    "同类问题",
    (
        NumberSpec(settings.CLUSTER_SHOWN_FROM, "开始提示", "说同一件事的客户达到这么多位，卡片上写“同类 n 人”", "位"),
        NumberSpec(settings.CLUSTER_HOURS, "间隔", "隔了这么久又有人说，就算另一批", "小时"),
        NumberSpec(settings.CLUSTER_ALERT_PEOPLE, "提醒人数", "说同一件事的客户达到这么多位就在上方提醒", "位"),
        NumberSpec(settings.CLUSTER_ALERT_HOURS, "提醒时段", "上面的人数只算这么久之内的", "小时"),
    ),
)
_CRISES = FieldGroup(
    "危机信号",
    (
        NumberSpec(settings.CRISIS_FOLLOWERS, "大号不满", "粉丝达到这么多的客户来投诉就算信号；0 表示不算", "粉丝"),
        NumberSpec(
            settings.CRISIS_GROWTH_PER_HOUR, "扩散速度", "一小时里转、评、赞多出这么多就算信号；0 表示不算", "次"
        ),
        NumberSpec(settings.CRISIS_REPEAT_DAYS, "再次投诉", "同一位客户在这么多天内又来投诉就算信号；0 表示不算", "天"),
        NumberSpec(
            settings.CRISIS_ASKED_AGAIN, "反复追问", "不满的客户没等到回复，追问到这么多次就算信号；0 表示不算", "次"
        ),
    ),
)

_VISITS = FieldGroup(
    "完成前先回访",
    tuple(
        NumberSpec(setting, kind.value, f"{kind.value}处理完，先隔这么多天回访再完成；0 表示直接完成", "天")
        for kind, setting in settings.VISIT_DAYS.items()
    ),
)
_REMEDIES = FieldGroup(
    "补救额度",
    tuple(
        NumberSpec(setting, kind.value, "超过这么多要写上谁同意的，或请负责人确认；0 表示每次都要", "元")
        for kind, setting in settings.REMEDY_LIMITS.items()
    ),
)

_PLATFORM = (
    NumberSpec(settings.RECALL_SECONDS, "发送后可撤回", "这么久之内还没有发到微博，可以撤回；0 表示马上发", "秒"),
    NumberSpec(settings.API_POLL_MINUTES, "自动同步", "隔这么久看有没有新消息，最少 3 分钟；0 表示只按 F5 看", "分钟"),
    NumberSpec(settings.API_DAILY_CALLS, "每天的请求", "一个账号一天最多请求微博这么多次；微博举的例子是 100", "次"),
    NumberSpec(settings.API_WRITES_PER_HOUR, "每小时的回复", "一个账号一小时最多发这么多条；普通应用是 60 条", "条"),
)

_ALERTS = FieldGroup(
    "不在前面时提醒",
    (
        SwitchSpec(settings.NOTIFY, "系统通知", "有紧急的、部门答复了、承诺或回访到点时，合成一条提醒"),
        NumberSpec(settings.QUIET_FROM_HOUR, "安静时段从", "从几点起不打扰，北京时间", "点"),
        NumberSpec(settings.QUIET_TO_HOUR, "安静时段到", "到几点，之后合成一条补上；和上面一样就是不设", "点"),
    ),
)

_TRAINING = FieldGroup(
    "练习",
    (
        SwitchSpec(
            settings.REPLY_TRAINING,
            "回复五点",
            "写回复时在下面勾出分享、信任、可选、回应、融入说到了哪几点，从不拦发送",
        ),
    ),
)
_VERSIONS = (
    SwitchSpec(settings.VERSION_CHECK, "检查新版本", "每天问一次下面的地址有没有新版本，不带任何资料，也不自己下载"),
    TextSpec(settings.VERSION_ADDRESS, "问哪里", "发布程序的人给的地址，以 https:// 开头；没有就空着，程序不会去问"),
)

SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec(
        "shop",
        "店铺",
        "shopping-cart",
        _plain(
            TextSpec(settings.SHOP_NAME, "店铺名", "模板里的 {店铺} 填它"),
            TextSpec(settings.OWN_NICKNAME, "微博昵称", "导入时用它认出你自己发的话"),
            TextSpec(settings.HOTLINE, "热线", "模板里的 {热线}，例如 400-000-0000"),
            TextSpec(settings.SIGNATURE, "署名", "模板里的 {署名}，例如 ——小橙"),
            TextSpec(settings.ADDRESS, "地址", "模板里的 {地址}，多用于退换货"),
            NumberSpec(settings.CARD_STALE_DAYS, "知识卡多久核对", "这么多天没核对过的知识卡会标出来", "天"),
        ),
    ),
    SectionSpec("accounts", "账号", "plug", _plain(*_PLATFORM)),
    SectionSpec(
        "rotation", "轮流与优先级", "arrow-up-down", (_TARGETS, _INFLUENCE, _ROTATION, _CROWDS, _BROADCASTS, _CRISES)
    ),
    SectionSpec(
        "intake",
        "收消息",
        "inbox",
        (
            *_plain(
                NumberSpec(settings.REOPEN_DAYS, "重新打开", "完成之后这么多天内客户又来，接着用原来的工单", "天"),
                NumberSpec(settings.SAME_MATTER_HOURS, "同一件事", "同一位客户在这么久之内的话并进同一张工单", "小时"),
            ),
            _ALERTS,
        ),
    ),
    SectionSpec(
        "followup",
        "转交与回访",
        "calendar-clock",
        (
            FieldGroup(
                "营业时间和用时（写进周报）",
                (
                    NumberSpec(settings.OPEN_FROM_HOUR, "开门", "每天从几点起有人答复，北京时间", "点"),
                    NumberSpec(settings.OPEN_TO_HOUR, "关门", "到几点；不晚于开门就是全天", "点"),
                    SwitchSpec(
                        settings.OPEN_ON_REST_DAYS,
                        "周末和节假日照常",
                        "关掉就是休息；调休上班的周末总算上班，节假日按国务院的安排",
                    ),
                    SwitchSpec(
                        settings.HANDLING_TIME,
                        "记处理用时",
                        "每张工单打字、点按的时间（停顿超过 3 分钟不算），写进周报",
                    ),
                ),
            ),
            *_plain(
                NumberSpec(settings.HANDOFF_HOURS, "转交期限", "没有单独定期限的部门，按它的工作时间算", "工作小时"),
                NumberSpec(
                    settings.SILENCE_DAYS, "安静几天后回访", "答复后客户没再说话，就自动安排回访；0 表示不用", "天"
                ),
                NumberSpec(
                    settings.RECURRENCE_DAYS,
                    "复发",
                    "完成以后这么多天内同一位客户又来同样的问题，就标“复发”；0 表示不标",
                    "天",
                ),
                NumberSpec(settings.LEAD_GAP_DAYS, "线索间隔", "联系过线索、还没有回音，这么多天内不再打扰", "天"),
                NumberSpec(
                    settings.LEAD_FIRST_TOUCHES, "每天新联系", "一天里最多第一次联系这么多位线索；0 表示不限", "位"
                ),
            ),
            _VISITS,
            _REMEDIES,
        ),
    ),
    SectionSpec("departments", "部门与联系人", "users"),
    SectionSpec("people", "内部人员", "user"),
    SectionSpec("appearance", "外观", "monitor"),
    SectionSpec("checks", "发送前检查", "spell-check", (_TRAINING,)),
    SectionSpec("dictionary", "词典", "book-open"),
    SectionSpec("data", "数据", "database-backup"),
    SectionSpec("about", "关于", "info", _plain(*_VERSIONS)),
)


def refusal(spec: NumberSpec) -> str:
    """What is said of a number that can't be."""
    return f"要填 {spec.setting.low} 到 {spec.setting.high} 之间的整数，没有改动"
