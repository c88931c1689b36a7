"""``backups`` and ``restore``: the copies there are; one of them in the data file's place while no window is open."""

from pathlib import Path

from weibo_operator.bootstrap import build, default_database
from weibo_operator.cli.options import Options
from weibo_operator.cli.output import iso, print_json, print_line
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.clock import SystemClock, china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.services import restoring
from weibo_operator.services.backup_words import ORIGINS, size_words
from weibo_operator.services.backups import BackupFile, look_into, restorable
from weibo_operator.services.sentences import error_sentence
from weibo_operator.translation import tr


def backups(options: Options) -> int:
    """Every copy of the data file that the program knows of, the newest first; the data file itself stays closed."""
    path = options.db or default_database()
    found = restorable(path)
    for each in found:
        tickets, refusal = _inside(each)
        if options.json:
            facts = {"path": str(each.path), "made_at": iso(each.made_at), "bytes": each.size}
            print_json({**facts, "why": each.origin.value, "tickets": tickets, "problem": refusal})
        else:
            inside = refusal if tickets is None else tr("{0} 张工单", tickets)
            when = f"{china(each.made_at):%Y-%m-%d %H:%M:%S}"
            print_line(f"{when}  {ORIGINS[each.origin]}  {size_words(each.size)}  {inside}  {each.path}")
    if not found and not options.json:
        print_line(tr("{0} 还没有备份。", path))
    return 0


def restore(options: Options) -> int:
    """Put a copy in the data file's place; what was there is kept beside it, as in the window.

    Raises ``OperatorError``; then the data file is as it was.
    """
    path, now = options.db or default_database(), SystemClock().now()
    restoring.check_free(path)
    aside = restoring.restore(path, options.path, now)
    try:
        with restoring.file_errors(path):
            operator = build(path)
            signed_in = any(each.state is not AccountState.SIGNED_OUT for each in operator.accounts.all())
            operator.close()
            tickets = look_into(path).tickets
    except OperatorError:
        restoring.put_back(path, aside, now)
        raise
    kept = aside if aside.exists() else None
    if options.json:
        print_json({"path": str(path), "tickets": tickets, "kept": None if kept is None else str(kept)})
        return 0
    print_line(tr("已恢复：{0}（{1} 张工单）", path, tickets))
    if kept is not None:
        print_line(tr("原来的数据留在 {0}，要换回去：weibo-operator restore {1}", kept, _quoted(kept)))
    if signed_in:
        print_line(tr("账号的授权不在备份里；换了电脑的话，打开窗口后在“设置，账号”里重新授权。"))
    return 0


def _inside(found: BackupFile) -> tuple[int | None, str]:
    """How many tickets a copy holds, or None and why it can't be used."""
    try:
        return look_into(found.path).tickets, ""
    except OperatorError as error:
        return None, error_sentence(error)


def _quoted(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text


COMMANDS = {"backups": backups, "restore": restore}
"""Neither opens the data file before it has looked who else does."""
