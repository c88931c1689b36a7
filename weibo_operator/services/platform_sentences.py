"""One sentence for each thing Weibo's platform may say: what happened, what is safe, what to do next."""

from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.clock import china
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

_REFUSED = tr("微博没有接受这条内容：{why}。内容还在，") + "{next}"

_BY_REACTION: Mapping[Reaction, str] = {
    Reaction.RETRY: tr("微博暂时没有处理，什么都没有发出去。内容还在，请过一会儿再试。"),
    Reaction.UNKNOWN: (
        tr("不确定这条回复发出去没有，微博没有返回结果。为了不发两遍，没有自动重发。请去微博看看，再告诉客服台。")
    ),
    Reaction.SENT: tr("微博已经收下，可能要一两分钟才显示出来。不用重发。"),
    Reaction.MAYBE_SENT: tr("微博说同样的内容已经有了，这条很可能已经发出。没有自动重发，请去微博看看，再告诉客服台。"),
    Reaction.OFFLINE: tr("连不上微博，什么都没有发出去。可以继续看、继续写，请检查网络，联网后再试。"),
    Reaction.UNTRUSTED: tr(
        "连接不安全，已经断开：对面不能证明自己是微博。请检查电脑的日期和时间，关掉代理或 VPN 再试。"
    ),
    Reaction.UNREADABLE: tr(
        "微博返回的内容读不懂，没有采用，工单和草稿都在。请过一会儿再试；一直这样，请先用导入或粘贴。"
    ),
    Reaction.NO_PERMISSION: tr(
        "微博没有给这个应用这项权限，已经停用它，不再反复请求。可以导入文件，或者打开微博网页。"
    ),
    Reaction.RELOGIN: tr("微博授权已失效，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。"),
    Reaction.SETUP: tr("应用的设置或请求不对，微博没有处理，也不会自动重试。请按开放平台控制台的内容核对设置。"),
    Reaction.RATE_LIMIT: tr("微博限制了访问频率，{when}可以继续。要发的回复都在待发箱里。"),
    Reaction.PAUSE_WRITES: tr("发得太快，微博限制了频率，{when}再发。要发的回复都在待发箱里。"),
    Reaction.STOP: tr(
        "微博不接受从现在这个网络来的访问，已经停止同步。请关掉代理或 VPN，或换一个网络，再点“立即同步”。"
    ),
    Reaction.VARY_TEXT: tr("刚刚发过相似的内容，微博没有接受。内容还在，请换一种说法再发。"),
    Reaction.EDIT_TEXT: tr("微博没有接受这条内容。内容还在，请改一改再发。"),
    Reaction.TOO_LONG: tr("这条内容超过了微博的字数限制，没有发出去。内容还在，请删短一些再发。"),
    Reaction.OPEN_PAGE: tr("微博要求在网页上操作一次（验证码或提示），这条没有发出去。内容还在，请打开微博网页来发。"),
    Reaction.TARGET_GONE: tr("原文已经删除或看不到了，回复发不出去。本机留有原文，内容也还在，可以改发私信。"),
    Reaction.COMMENT_GONE: tr("客户已删除这条评论，回复发不出去。内容还在，可以改为评论原博，或者改发私信。"),
    Reaction.NOT_ALLOWED: tr("对方的设置不允许我们评论，没有发出去。内容还在，请改发私信，或者换别的方式联系。"),
    Reaction.BLOCKED: tr("对方已把我们拉黑，没有发出去。请不要再联系对方，可以结束这张工单。"),
    Reaction.CUSTOMER_GONE: tr("找不到这位客户，账号可能已经注销。已有的记录都在，可以结束这张工单。"),
}

_RELATION = tr("对方没有关注我们，私信发不出去。内容还在，请改为公开回复。")
_CONSOLE = tr("请在开放平台的“我的应用”里核对后再授权。")
_FAULT = tr("微博说请求的写法不对，没有处理，也不会自动重试。请检查更新，或者先用复制的办法回复。")

_BY_CODE: Mapping[str, str] = {
    "10002": tr("微博的服务暂停了，什么都没有发出去。内容还在，请过一会儿再试。"),
    "10004": tr("微博限制了现在这个网络地址，已经停止同步。请关掉代理或 VPN，或换一个网络，再点“立即同步”。"),
    "10006": tr("请求里没有授权，微博没有处理。已有的工单和草稿都在，请重新授权。"),
    "10009": tr("微博现在太忙，什么都没有发出去。内容还在，请过一会儿再试。"),
    "10005": tr("微博说应用的级别不够，这项功能已经停用，不再反复请求。可以导入文件，或者打开微博网页来做。"),
    "10017": _FAULT,
    "10022": tr("这个网络地址的访问次数用完了，{when}可以继续。要发的回复都在待发箱里。"),
    "10023": tr("这个账号的访问次数用完了，{when}可以继续。要发的回复都在待发箱里。"),
    "10024": tr("这项功能的访问次数用完了，{when}可以继续。要发的回复都在待发箱里。"),
    "20003": tr("找不到这位客户，账号可能已经注销。已有的记录都在，可以结束这张工单。"),
    "20008": tr("内容是空的，没有发出去。请写好再发。"),
    "20012": tr("这条内容超过 140 字，没有发出去。内容还在，请删短一些再发。"),
    "20013": tr("这条内容超过 300 字，没有发出去。内容还在，请删短一些再发。"),
    "20016": tr("发得太多太快，微博限制了频率，{when}再发。要发的回复都在待发箱里。"),
    "20017": tr("刚刚已经发过相似的内容，微博没有接受。内容还在，请换一种说法再发。"),
    "20018": _REFUSED.format(why=tr("里面有它不接受的网址"), next=tr("请去掉网址再发。")),
    "20020": _REFUSED.format(why=tr("像是广告"), next=tr("请去掉推销的话再发。")),
    "20021": _REFUSED.format(why=tr("里面有违规的内容"), next=tr("请改一改再发。")),
    "20022": tr("微博认为现在这个网络异常，已经停止同步。请关掉代理或 VPN，或换一个网络，再点“立即同步”。"),
    "20023": tr("微博暂停了这个账号的这项功能，已经停用它。内容还在，请联系微博客服，或者打开微博网页来做。"),
    "20031": tr("微博要求填验证码，这条没有发出去。内容还在，请打开微博网页来发。"),
    "20033": tr("微博说这个账号的登录状态异常。请先在微博网页上登录一次，再重新授权。工单和草稿都在。"),
    "20038": tr("今天发过相似的内容，微博没有接受。内容还在，请换一种说法，或者明天再发。"),
    "20101": tr("原博已经删除，回复发不出去。本机留有原文，内容也还在，可以改发私信，或者结束这张工单。"),
    "20112": tr("对方设置了可见范围，我们看不到原博，回复发不出去。本机留有原文，内容也还在，可以改发私信。"),
    "20120": tr("对方设置了可见范围，不能转发。内容还在，请改为评论。"),
    "20130": tr("对方的隐私设置不允许我们评论，没有发出去。内容还在，请改发私信，或者发一条微博 @ 对方。"),
    "20132": tr("原博现在不能看，回复发不出去。本机留有原文，内容也还在，请过一会儿再试，或者改发私信。"),
    "20135": tr("被转发的原博已经删除，回复发不出去。本机留有原文，内容也还在，可以改发私信。"),
    "20202": _REFUSED.format(why=tr("评论不合规"), next=tr("请改一改再发。")),
    "20206": tr("对方只让自己关注的人评论，没有发出去。内容还在，请改发私信，或者换别的方式联系。"),
    "20207": tr("对方只让信任的用户评论，没有发出去。内容还在，请改发私信，或者换别的方式联系。"),
    "20210": tr("对方只让粉丝评论，没有发出去。内容还在，可以先关注对方再试，或者改发私信。"),
    "20301": _RELATION,
    "20302": tr("微博没有接受这条私信。内容还在，请改为公开回复。"),
    "20306": tr("微博说这条私信重复了，没有再发。请去微博看看，或者改为公开回复。"),
    "20507": tr("微博要求填验证码，这条没有发出去。内容还在，请打开微博网页来发。"),
    "20508": tr("对方的设置不允许这样做，没有发出去。内容还在，请换别的方式联系。"),
    "21321": (
        tr(
            "应用还没有通过审核，能授权的账号有限。请在“我的应用”的测试信息里加上这个账号再授权；"
            "如果刚在微博里取消过授权，重新授权就好。"
        )
    ),
    "21322": tr(
        "回调地址和应用里填的不一样，微博没有给授权。请把“高级信息”里的授权回调页改成和这里一字不差，再授权一次。"
    ),
    "21323": tr("授权的请求缺了内容，微博没有处理。") + _CONSOLE,
    "21324": tr("App Key 或 App Secret 不对，微博没有给授权。") + _CONSOLE,
    "21325": tr("授权码用过了或者过期了，它只能用一次。请重新打开授权页，取一个新的。"),
    "21327": tr("微博授权已过期，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。"),
    "21330": tr("刚才在微博页面上没有同意授权，什么都没有改变。想连接时再授权一次就好。"),
    "21331": tr("微博的授权服务暂时不可用，什么都没有改变。请过几分钟再授权一次。"),
    "21332": tr("微博授权已失效，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。"),
    "21602": _REFUSED.format(why=tr("里面有它禁止的词"), next=tr("请改一改再发。")),
    "26406": tr("账号没有打开粉丝服务平台的开发者模式，这项功能已经停用。私信请在微博网页上回复。"),
    "100005": tr("访问得太频繁，微博要求停一停，{when}可以继续。要发的回复都在待发箱里。"),
    "budget": tr("今天可以请求微博的次数用完了，{when}可以继续。要发的回复都在待发箱里，也可以用复制的办法回复。"),
    "writes_per_hour": tr("这一小时能发的条数用完了，{when}可以继续。要发的回复都在待发箱里，可以先发紧急的。"),
    "no_token": tr("这个账号的授权没有保存下来，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。"),
    "out_of_date": tr("微博授权已到期，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。"),
    "signed_out": tr("这个账号已经退出，收不到新消息，也不能发送。已有的工单和草稿都在，想用时请重新授权。"),
    "server": tr("服务器地址不能用：只能是 https 开头、不带路径的地址。请改好再连接，授权信息没有发出去。"),
    "proxy": tr("系统里设置的代理这里用不了，什么都没有发出去。请改用 HTTP 代理，或关掉代理再试。"),
    "port": tr("等待授权的端口被别的程序占用了。请关掉那个程序，或者改用“粘贴授权码”的办法。"),
    "no_code": tr("浏览器带回来的内容里没有授权码，什么都没有改变。请重新打开授权页，再试一次。"),
    "timed_out": tr("等了很久没有等到授权，什么都没有改变。请重新打开授权页，或者改用“粘贴授权码”的办法。"),
    "no_target": tr("不知道要回复到哪条微博下面，没有发出去。内容还在，请用复制的办法回复。"),
}
"""What deserves words of its own. Codes in letters are the program's, where the platform said nothing."""

_PERMISSION = "oauth2/"
_NO_PERMISSION_YET = tr("没有拿到授权，什么都没有改变。请过一会儿重新打开授权页，再试一次。")
"""A code works once: only a new one can be tried."""

_WITH_CODE = frozenset({Reaction.SETUP, Reaction.NO_PERMISSION, Reaction.UNREADABLE, Reaction.RETRY})
"""Here the code is shown: somebody may have to look it up."""


def platform_sentence(
    reaction: Reaction,
    platform_code: str = "",
    retry_at: datetime | None = None,
    *,
    path: str = "",
    now: datetime | None = None,
) -> str:
    """What is said of an answer of the platform, also of one that was stored (times aware UTC).

    With ``now`` the moment of ``retry_at`` is told with its day.
    """
    when = _when(retry_at, now)
    said = _BY_CODE.get(platform_code) if _fits(reaction, platform_code) else None
    if said is None and reaction is Reaction.RETRY and path.startswith(_PERMISSION):
        said = _NO_PERMISSION_YET
    sentence = (said or _BY_REACTION[reaction]).format(when=when)
    return sentence.removesuffix(tr("。")) + _origin(reaction, platform_code, path) + tr("。")


def platform_error_sentence(error: PlatformError) -> str:
    """What is said of a ``PlatformError``."""
    return platform_sentence(error.reaction, error.platform_code, error.retry_at, path=error.path)


def _when(retry_at: datetime | None, now: datetime | None) -> str:
    if retry_at is None:
        return tr("过一会儿")
    return tr("{0:%H:%M} 后", china(retry_at)) if now is None else tr("{0} 后", clock_words(retry_at, now))


def _fits(reaction: Reaction, platform_code: str) -> bool:
    """A failure inside the platform has the same code for a list, which is retried, and a reply, which is not."""
    return reaction is not Reaction.UNKNOWN and bool(platform_code)


def _origin(reaction: Reaction, platform_code: str, path: str) -> str:
    if reaction not in _WITH_CODE or not platform_code[-1:].isdecimal():
        return ""
    code = platform_code if platform_code.startswith("HTTP") else tr("微博代码 {0}", platform_code)
    return tr("（{0}，{1}）", path, code) if path else tr("（{0}）", code)
