"""The words of connecting: who keeps the permission, how long it lasts, how long is left to give it."""

import sys
from datetime import datetime, timedelta

from ui.support.account_words import left_words, until_words
from weibo_operator.domain.account import Account
from weibo_operator.translation import tr

CONSOLE = "https://open.weibo.com/apps"
KEYRINGS = {"win32": tr("Windows 凭据管理器"), "darwin": tr("macOS 钥匙串")}
OTHER_KEYRING = tr("系统密钥环")
FORGETFUL = tr("系统凭据管理器不可用，关掉程序后需要重新授权。")
READS = tr("评论、@ 我们的微博和评论。只在本机保存，私信和搜索不在里面。")
SENDS = tr("只有你按下“发送”的那一条。绝不自动回复、自动关注或点赞。")
WHY_OWN = tr(
    "用自己的微博账号在开放平台建一个应用，再把它的两串字填在这里。自己的账号申请的应用，授权有效 5 年；"
    "别人的应用只有几天。"
)
LONG = timedelta(days=365)


def keyring_name(system: str = sys.platform) -> str:
    """What the system calls the place where secrets lie."""
    return KEYRINGS.get(system, OTHER_KEYRING)


def kept_words(*, lasts: bool | None, practice: bool, system: str = sys.platform) -> str:
    """Where the permission will lie; ``lasts`` is None before anybody asked the keyring."""
    if practice:
        return tr("只放在内存里，关掉程序就没有了：这是练习。")
    if lasts is False:
        return FORGETFUL
    name = keyring_name(system)
    if name[0].isascii():
        return tr("存进 {0}，不写进文件，也不随备份导出。", name)
    return tr("存进{0}，不写进文件，也不随备份导出。", name)


def countdown_words(ends_at: datetime, now: datetime) -> str:
    """10 分钟内有效，剩 9:42."""
    left = max(0, round((ends_at - now).total_seconds()))
    return tr("10 分钟内有效，剩 {0}:{1:02}", left // 60, left % 60)


def validity_words(account: Account, now: datetime) -> str:
    """Until when the permission lasts, and in years where it is long."""
    if account.expires_at is None:
        return tr("微博没有说授权到什么时候")
    left = account.expires_at - now
    if left >= LONG:
        return tr("授权有效到 {0}，约 {1} 年", until_words(account.expires_at), round(left / LONG))
    return tr("授权有效到 {0}，{1}", until_words(account.expires_at), left_words(account.expires_at, now))
