"""The reasons of the desk check's findings in the operator's language; the rules say them in Chinese."""

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from weibo_operator.domain.findings import Finding
from weibo_operator.translation import SOURCE, label, spoken, tr

_FIXED = (
    "多打了一个字",
    "多打了字",
    "漏了字",
    "字序颠倒",
    "重复了",
    "用词",
    "形近错字",
    "同音错字",
    "你定的改法",
    "句末语气词用“吧”",
    "问句末尾用“吗”",
    "说明程度一般用“得”",
    "动作前面一般用“地”",
    "中文里用全角标点",
    "标点重复",
    "两个标点连用",
    "标点前多了空格",
    "这一句很长，没有标点",
    "行业里的说法，换成大白话",
    "和刚发过的一条一模一样，微博会拒收",
    "变量没填",
    "像是没填的空",
    "昵称后面要空一格",
    "称呼的不是这位客户",
    "这是另一位客户的昵称",
    "说了时限",
    "答应了去做",
    "身份证号",
    "手机号",
    "固定电话",
    "银行卡号",
    "单号或账号",
    "快递单号",
    "订单号或单号",
    "证件号",
    "车牌号",
    "邮箱",
    "微信或 QQ 号",
    "详细地址",
    "门牌号",
    "您登记的地址",
)
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile("漏了“(.*)”"), lambda it: tr("漏了“{0}”", it[1])),
    (re.compile("用词：这里一般写“(.*)”"), lambda it: tr("用词：这里一般写“{0}”", it[1])),
    (re.compile("同音错字（(.*)）"), lambda it: tr("同音错字（{0}）", it[1])),
    (re.compile("音近错字（(.*)）"), lambda it: tr("音近错字（{0}）", it[1])),
    (re.compile("缺少后半个“(.*)”"), lambda it: tr("缺少后半个“{0}”", it[1])),
    (re.compile("缺少前半个“(.*)”"), lambda it: tr("缺少前半个“{0}”", it[1])),
    (re.compile(r"超出 (\d+) 字"), lambda it: tr("超出 {0} 字", int(it[1]))),
    (re.compile(r"一条里叫了 (\d+) 次“亲”，像机器人"), lambda it: tr("一条里叫了 {0} 次“亲”，像机器人", int(it[1]))),
    (
        re.compile("像是(.*)，别人也看得到，可遮住或改用私信"),
        lambda it: tr("像是{0}，别人也看得到，可遮住或改用私信", label(it[1])),
    ),
    (
        re.compile("客户还问了(.*)，回复里没看到"),
        lambda it: tr("客户还问了{0}，回复里没看到", it[1].replace("”、“", "”, “")),
    ),
)
_PROMISED = re.compile(
    r"(?P<what>[^，：]+)(?:：(?P<kind>[^，]+))?(?:，(?P<month>\d+)月(?P<day>\d+)日（周(?P<name>.)）"
    r"(?:(?P<time>\d\d:\d\d) )?(?P<how>[前内]))?"
)


def spoken_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their reasons as the operator reads them."""
    if spoken() == SOURCE:
        return tuple(findings)
    return tuple(replace(finding, reason=spoken_reason(finding.reason)) for finding in findings)


def spoken_reason(reason: str) -> str:
    """One reason in the operator's language; the customer's and the operator's own words in it stay as they are."""
    known = label(reason)
    if known != reason:
        return known
    for shape, said in _SHAPES:
        if found := shape.fullmatch(reason):
            return said(found)
    found = _PROMISED.fullmatch(reason)
    return _promised(found) if found else reason


def _promised(found: re.Match[str]) -> str:
    """说了时限：退款，11月19日（周四）18:00 前."""
    what = label(found["what"])
    said = tr("{0}：{1}", what, label(found["kind"])) if found["kind"] else what
    if not found["day"]:
        return said
    day = tr("{0}月{1}日（周{2}）", found["month"], found["day"], label(found["name"]))
    if found["time"]:
        return tr("{0}，{1} {2} 前", said, day, found["time"])
    return tr("{0}，{1}前", said, day) if found["how"] == "前" else tr("{0}，{1}内", said, day)
