"""What both faces say of a backup: when, how large, why it was made."""

from collections.abc import Mapping

from weibo_operator.domain.clock import china
from weibo_operator.services.backups import BackupFile, Origin
from weibo_operator.translation import tr

_KIB = 1024

ORIGINS: Mapping[Origin, str] = {
    Origin.AUTOMATIC: tr("自动备份"),
    Origin.BEFORE_RESTORE: tr("恢复之前留下的"),
    Origin.BEFORE_UPGRADE: tr("程序升级之前留下的"),
}


def size_words(size: int) -> str:
    """A file's size in KB, MB or GB."""
    if size < _KIB * _KIB:
        return f"{max(1, round(size / _KIB))} KB"
    if size < _KIB**3:
        return f"{size / _KIB**2:.1f} MB"
    return f"{size / _KIB**3:.1f} GB"


def when_words(backup: BackupFile, *, year: int) -> str:
    """11月21日 22:10, with its year where that is not ``year``."""
    at = china(backup.made_at)
    day = tr("{0}月{1}日 {2:%H:%M}", at.month, at.day, at)
    return day if at.year == year else tr("{0}年{1}", at.year, day)


def backup_words(backup: BackupFile, *, year: int) -> str:
    """11月21日 22:10，3.2 MB."""
    return tr("{0}，{1}", when_words(backup, year=year), size_words(backup.size))
