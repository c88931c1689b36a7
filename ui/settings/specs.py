"""What the fields of the settings page are called, explained and measured in."""

from msgspec import Struct

from ui.support.actions import anywhere
from weibo_operator.domain import settings
from weibo_operator.domain.settings import Setting
from weibo_operator.translation import label, tr


class TextSpec(Struct, frozen=True):
    """A setting that is words."""

    setting: Setting[str]
    title: str
    hint: str


class NumberSpec(Struct, frozen=True):
    """A setting that is a whole number; presets are (label, value), ``{0}`` of the hint says ``keys``."""

    setting: Setting[int]
    title: str
    hint: str
    unit: str
    presets: tuple[tuple[str, int], ...] = ()
    keys: str = ""


class SwitchSpec(Struct, frozen=True):
    """A setting that is 1 or 0: on or off."""

    setting: Setting[int]
    title: str
    hint: str


FieldSpec = TextSpec | NumberSpec | SwitchSpec


class FieldGroup(Struct, frozen=True):
    """Fields in one card, under a heading where there is one."""

    title: str
    fields: tuple[FieldSpec, ...]


class SectionSpec(Struct, frozen=True):
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
    tr("回复时限"),
    (
        NumberSpec(
            settings.TARGET_MINUTES,
            tr("普通客户"),
            tr("客户等得比这久就显示“超时”，级别也会提高一点"),
            tr("分钟"),
            ((tr("20 分钟"), 20), (tr("81 分钟"), 81), (tr("2 小时"), 120), (tr("4 小时"), 240), (tr("24 小时"), 1440)),
        ),
        NumberSpec(
            settings.IMPORTANT_TARGET_MINUTES,
            tr("重要客户和 VIP"),
            tr("重要客户等得比这久就显示“超时”"),
            tr("分钟"),
            ((tr("10 分钟"), 10), (tr("20 分钟"), 20), (tr("1 小时"), 60)),
        ),
    ),
)
_INFLUENCE = FieldGroup(
    tr("影响力与重要客户"),
    (
        NumberSpec(
            settings.VIP_FOLLOWERS, tr("重要客户"), tr("粉丝达到这么多就算重要客户；0 表示不按粉丝数算"), tr("粉丝")
        ),
        NumberSpec(
            settings.INFLUENCE_FROM, tr("影响力起点"), tr("粉丝达到这么多加 1 分，以后每多一位数再加 1 分"), tr("粉丝")
        ),
        NumberSpec(
            settings.INFLUENCE_CAP,
            tr("影响力上限"),
            tr("粉丝和名气最多加这么多分，免得普通客户一直排不上；0 表示不加"),
            tr("分"),
        ),
    ),
)
_ROTATION = FieldGroup(
    tr("轮流"),
    (
        NumberSpec(
            settings.ROTATION_THRESHOLD,
            tr("开启门槛"),
            tr("在等的客户少于这么多位时不轮流，按紧急程度依次回"),
            tr("位"),
        ),
        NumberSpec(settings.FAIR_PERIOD, tr("公平轮次"), tr("每回这么多位，就有一位是等得最久的，不看级别"), tr("位")),
        NumberSpec(
            settings.MINIMUM_GAP,
            tr("最小间隔"),
            tr("公开回复过的客户，这么久之内先让给别人；只剩 TA 在等时照样轮到；0 表示不用"),
            tr("分钟"),
        ),
    ),
)
_BROADCASTS = FieldGroup(
    tr("公开提醒的群发"),
    (
        NumberSpec(
            settings.BROADCASTS_A_DAY,
            tr("每天最多"),
            tr("账号一天能群发几条，写提醒时会说还剩几条；0 表示不限"),
            tr("条"),
        ),
        NumberSpec(
            settings.BROADCASTS_A_MONTH, tr("每月最多"), tr("按月计算的账号一个月能群发几条；0 表示不限"), tr("条")
        ),
    ),
)
_CROWDS = FieldGroup(
    tr("同类问题"),
    (
        NumberSpec(
            settings.CLUSTER_SHOWN_FROM,
            tr("开始提示"),
            tr("说同一件事的客户达到这么多位，卡片上写“同类 n 人”"),
            tr("位"),
        ),
        NumberSpec(settings.CLUSTER_HOURS, tr("间隔"), tr("隔了这么久又有人说，就算另一批"), tr("小时")),
        NumberSpec(
            settings.CLUSTER_ALERT_PEOPLE, tr("提醒人数"), tr("说同一件事的客户达到这么多位就在上方提醒"), tr("位")
        ),
        NumberSpec(settings.CLUSTER_ALERT_HOURS, tr("提醒时段"), tr("上面的人数只算这么久之内的"), tr("小时")),
    ),
)
_CRISES = FieldGroup(
    tr("危机信号"),
    (
        NumberSpec(
            settings.CRISIS_FOLLOWERS, tr("大号不满"), tr("粉丝达到这么多的客户来投诉就算信号；0 表示不算"), tr("粉丝")
        ),
        NumberSpec(
            settings.CRISIS_GROWTH_PER_HOUR,
            tr("扩散速度"),
            tr("一小时里转、评、赞多出这么多就算信号；0 表示不算"),
            tr("次"),
        ),
        NumberSpec(
            settings.CRISIS_REPEAT_DAYS,
            tr("再次投诉"),
            tr("同一位客户在这么多天内又来投诉就算信号；0 表示不算"),
            tr("天"),
        ),
        NumberSpec(
            settings.CRISIS_ASKED_AGAIN,
            tr("反复追问"),
            tr("不满的客户没等到回复，追问到这么多次就算信号；0 表示不算"),
            tr("次"),
        ),
    ),
)

_VISITS = FieldGroup(
    tr("完成前先回访"),
    tuple(
        NumberSpec(
            setting,
            label(kind.value),
            tr("{0}处理完，先隔这么多天回访再完成；0 表示直接完成", label(kind.value)),
            tr("天"),
        )
        for kind, setting in settings.VISIT_DAYS.items()
    ),
)
_REMEDIES = FieldGroup(
    tr("补救额度"),
    tuple(
        NumberSpec(setting, label(kind.value), tr("超过这么多要写上谁同意的，或请负责人确认；0 表示每次都要"), tr("元"))
        for kind, setting in settings.REMEDY_LIMITS.items()
    ),
)

_PLATFORM = (
    NumberSpec(
        settings.RECALL_SECONDS, tr("发送后可撤回"), tr("这么久之内还没有发到微博，可以撤回；0 表示马上发"), tr("秒")
    ),
    NumberSpec(
        settings.API_POLL_MINUTES,
        tr("自动同步"),
        tr("隔这么久看有没有新消息，最少 3 分钟；0 表示只按 {0} 看"),
        tr("分钟"),
        keys=anywhere("sync_now"),
    ),
    NumberSpec(
        settings.API_DAILY_CALLS, tr("每天的请求"), tr("一个账号一天最多请求微博这么多次；微博举的例子是 100"), tr("次")
    ),
    NumberSpec(
        settings.API_WRITES_PER_HOUR, tr("每小时的回复"), tr("一个账号一小时最多发这么多条；普通应用是 60 条"), tr("条")
    ),
)

_ALERTS = FieldGroup(
    tr("窗口在后台时提醒"),
    (
        SwitchSpec(settings.NOTIFY, tr("系统通知"), tr("有紧急的、部门答复了、承诺或回访到点时，合成一条提醒")),
        NumberSpec(settings.QUIET_FROM_HOUR, tr("免打扰开始"), tr("从几点起不打扰，北京时间"), tr("点")),
        NumberSpec(
            settings.QUIET_TO_HOUR, tr("免打扰结束"), tr("到几点，之后合成一条补上；和上面一样就是不设免打扰"), tr("点")
        ),
    ),
)

_TRAINING = FieldGroup(
    tr("练习"),
    (
        SwitchSpec(
            settings.REPLY_TRAINING,
            tr("回复五点"),
            tr("写回复时在下面勾出分享、信任、可选、回应、融入说到了哪几点，从不拦发送"),
        ),
    ),
)
_VERSIONS = (
    SwitchSpec(
        settings.VERSION_CHECK, tr("检查新版本"), tr("每天向下面的地址问一次有没有新版本，不附带任何信息，也不自动下载")
    ),
    TextSpec(
        settings.VERSION_ADDRESS, tr("更新地址"), tr("发布程序的人给的地址，以 https:// 开头；没有就空着，程序不会去问")
    ),
)

SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec(
        "shop",
        tr("店铺"),
        "shopping-cart",
        _plain(
            TextSpec(settings.SHOP_NAME, tr("店铺名"), tr("模板里的 {店铺} 填它")),
            TextSpec(settings.OWN_NICKNAME, tr("微博昵称"), tr("导入时用它认出你自己发的话")),
            TextSpec(settings.HOTLINE, tr("热线"), tr("模板里的 {热线}，例如 400-000-0000")),
            TextSpec(settings.SIGNATURE, tr("署名"), tr("模板里的 {署名}，例如 ——小橙")),
            TextSpec(settings.ADDRESS, tr("地址"), tr("模板里的 {地址}，多用于退换货")),
            NumberSpec(
                settings.CARD_STALE_DAYS, tr("知识卡多久核对"), tr("这么多天没核对过的知识卡会标出来"), tr("天")
            ),
        ),
    ),
    SectionSpec("accounts", tr("账号"), "plug", _plain(*_PLATFORM)),
    SectionSpec(
        "rotation",
        tr("轮流与优先级"),
        "arrow-up-down",
        (_TARGETS, _INFLUENCE, _ROTATION, _CROWDS, _BROADCASTS, _CRISES),
    ),
    SectionSpec(
        "intake",
        tr("收消息"),
        "inbox",
        (
            *_plain(
                NumberSpec(
                    settings.REOPEN_DAYS, tr("重新打开"), tr("完成之后这么多天内客户又来，接着用原来的工单"), tr("天")
                ),
                NumberSpec(
                    settings.SAME_MATTER_HOURS,
                    tr("同一件事"),
                    tr("同一位客户在这么久之内的话并进同一张工单"),
                    tr("小时"),
                ),
            ),
            _ALERTS,
        ),
    ),
    SectionSpec(
        "followup",
        tr("转交与回访"),
        "calendar-clock",
        (
            FieldGroup(
                tr("营业时间和用时（写进周报）"),
                (
                    NumberSpec(settings.OPEN_FROM_HOUR, tr("开门"), tr("每天从几点起有人答复，北京时间"), tr("点")),
                    NumberSpec(settings.OPEN_TO_HOUR, tr("关门"), tr("到几点；不晚于开门就是全天"), tr("点")),
                    SwitchSpec(
                        settings.OPEN_ON_REST_DAYS,
                        tr("周末和节假日照常"),
                        tr("关掉就是休息；调休上班的周末总算上班，节假日按国务院的安排"),
                    ),
                    SwitchSpec(
                        settings.HANDLING_TIME,
                        tr("记处理用时"),
                        tr("每张工单打字、点按的时间（停顿超过 3 分钟不算），写进周报"),
                    ),
                ),
            ),
            *_plain(
                NumberSpec(
                    settings.HANDOFF_HOURS, tr("转交期限"), tr("没有单独定期限的部门，按它的工作时间算"), tr("工作小时")
                ),
                NumberSpec(
                    settings.SILENCE_DAYS,
                    tr("几天没回音就回访"),
                    tr("答复后客户没再说话，就自动安排回访；0 表示不用"),
                    tr("天"),
                ),
                NumberSpec(
                    settings.RECURRENCE_DAYS,
                    tr("复发"),
                    tr("完成以后这么多天内同一位客户又来同样的问题，就标“复发”；0 表示不标"),
                    tr("天"),
                ),
                NumberSpec(
                    settings.LEAD_GAP_DAYS, tr("线索间隔"), tr("联系过线索、还没有回音，这么多天内不再打扰"), tr("天")
                ),
                NumberSpec(
                    settings.LEAD_FIRST_TOUCHES,
                    tr("每天新联系"),
                    tr("一天里最多第一次联系这么多位线索；0 表示不限"),
                    tr("位"),
                ),
            ),
            _VISITS,
            _REMEDIES,
        ),
    ),
    SectionSpec("departments", tr("部门与联系人"), "users"),
    SectionSpec("people", tr("内部人员"), "user"),
    SectionSpec("appearance", tr("外观"), "monitor"),
    SectionSpec("keys", tr("快捷键"), "keyboard"),
    SectionSpec("checks", tr("发送前检查"), "spell-check", (_TRAINING,)),
    SectionSpec("dictionary", tr("词典"), "book-open"),
    SectionSpec("data", tr("数据"), "database-backup"),
    SectionSpec("about", tr("关于"), "info", _plain(*_VERSIONS)),
)


def refusal(spec: NumberSpec) -> str:
    """What is said of a number that can't be."""
    return tr("要填 {0} 到 {1} 之间的整数，没有改动", spec.setting.low, spec.setting.high)
