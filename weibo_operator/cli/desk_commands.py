"""Commands on the data file: import, paste, queue, next, week, backup, export, doctor."""

from collections.abc import Callable, Mapping

from weibo_operator.bootstrap import Operator
from weibo_operator.cli.options import Options
from weibo_operator.cli.output import iso, print_error, print_json, print_line
from weibo_operator.cli.paste_command import paste
from weibo_operator.cli.times import moment_of
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import OWN_NICKNAME
from weibo_operator.domain.ticket import Card
from weibo_operator.domain.week import Week
from weibo_operator.services import weekly_written
from weibo_operator.services.intake import ImportReport
from weibo_operator.services.sentences import format_note, problem_sentence
from weibo_operator.services.weekly_export import WeekFormat, week_content, write_week
from weibo_operator.services.why_words import level_reason, why_line
from weibo_operator.translation import tr

COMMAND_LINE_CHUNK = 2000
"""Nobody else waits for the file here: larger transactions than in the window."""
READ_AT_ONCE = 500
"""Tickets of a pane whose levels are read in one question."""


def import_files(operator: Operator, options: Options) -> int:
    """Import each file; the report adds them up."""
    total = _import_all(operator, options)
    if options.json:
        problems = [
            {"file": found.file, "line": found.line, "reason": problem_sentence(found.code, found.detail)}
            for found in total.problems
        ]
        counts = {"rows": total.rows, "new": total.new, "duplicates": total.duplicates}
        print_json({**counts, "skipped": total.skipped, "tickets": total.tickets, "problems": problems})
        return 0
    verb = tr("试读") if options.dry_run else tr("读到")
    print_line(
        tr(
            "{0} {1} 行，新消息 {2}，已经有了 {3}，跳过 {4}，新工单 {5}{6}",
            verb,
            total.rows,
            total.new,
            total.duplicates,
            total.skipped,
            total.tickets,
            tr("，内部人员 {0}", total.inside) if total.inside else "",
        )
    )
    for found in total.problems:
        print_error(tr("{0} 第 {1} 行：{2}", found.file, found.line, problem_sentence(found.code, found.detail)))
    return 0


def _import_all(operator: Operator, options: Options) -> ImportReport:
    captured_at = moment_of(options.captured_at) if options.captured_at else None
    for path in options.files if options.file_format == "auto" else ():
        # One bad file among several changes nothing.
        notes = operator.intake.recognise(path).notes
        for note in () if options.json else notes:
            print_error(tr("{0}：{1}", path.name, format_note(note)))
    total = ImportReport()
    for path in options.files:
        if options.dry_run:
            report = operator.intake.rehearse(
                path, file_format=options.file_format, captured_at=captured_at, account=options.account
            )
        else:
            report = operator.intake.import_file(
                path,
                file_format=options.file_format,
                captured_at=captured_at,
                account=options.account,
                chunk=COMMAND_LINE_CHUNK,
            ).value
        total = total.plus(report)
    if options.account and not options.dry_run:
        operator.shop.change(OWN_NICKNAME, options.account)
    return total


def queue(operator: Operator, options: Options) -> int:
    """A pane in its order, one object per line, each with why its level is what it is."""
    ids = operator.inbox.pane(State(options.pane), limit=options.limit)
    for at in range(0, len(ids), READ_AT_ONCE):
        chunk = ids[at : at + READ_AT_ONCE]
        judgements = operator.inbox.judgements(chunk)
        for card in operator.inbox.cards(chunk):
            why = level_reason(judgements[card.id])
            if options.json:
                print_json(_card(operator, card, why))
            else:
                text = " ".join(card.snippet.split())[:40]
                print_line(tr("#{0} P{1} @{2}（{3}）{4}", card.id, int(card.level), card.nickname, why, text))
    return 0


def next_customer(operator: Operator, options: Options) -> int:
    """Who would be served now; nulls when nobody waits. Changes nothing."""
    found = operator.inbox.next_up()
    if found is None:
        if options.json:
            print_json(dict.fromkeys(("ticket", "customer", "uid", "level", "why")))
        else:
            print_line(tr("没有客户在等。"))
        return 0
    why = why_line(found.facts, found.judgement)
    if options.json:
        who = {"ticket": found.card.id, "customer": found.facts.nickname, "uid": found.facts.uid}
        print_json({**who, "level": f"P{int(found.facts.level)}", "why": why})
    else:
        print_line(f"#{found.card.id} @{found.facts.nickname}")
        if options.why:
            print_line(why)
    return 0


def week(operator: Operator, options: Options) -> int:
    """The weekly summary to a file or the screen."""
    wanted = Week.parse(options.week) if options.week else operator.weekly.current()
    kind = WeekFormat.JSON if options.json and options.out is None else WeekFormat(options.week_format)
    if options.out is None:
        if kind in (WeekFormat.XLSX, WeekFormat.PDF):
            raise InvalidInputError(field="path", reason="not_on_screen", kind=kind.value)
        content = week_content(operator.weekly, wanted, kind, unmasked=options.unmasked)
        print_line(content.decode().rstrip("\n"))
        return 0
    weekly_written.check_place(operator.desk, options.out)
    write_week(operator.weekly, wanted, options.out, kind, unmasked=options.unmasked, draw_pdf=options.draw_pdf)
    weekly_written.note_written(operator.desk, options.out)
    if options.json:
        print_json({"week": str(wanted), "path": str(options.out)})
    else:
        print_line(tr("周报写好了：{0}", options.out))
    return 0


def backup(operator: Operator, options: Options) -> int:
    """A verified copy of the whole file."""
    target = operator.health.backup(options.path)
    if options.json:
        print_json({"path": str(target), "bytes": target.stat().st_size})
    else:
        print_line(tr("备份好了，已校验：{0}", target))
    return 0


def export(operator: Operator, options: Options) -> int:
    """Everything as CSV and JSON, in a folder of its own."""
    exported = operator.full_export.write(options.path)
    if options.json:
        print_json({"path": str(exported.folder), "tables": exported.tables, "rows": exported.rows})
    else:
        print_line(tr("全部数据写好了：{0}（{1} 张表，{2} 行）", exported.folder, exported.tables, exported.rows))
    return 0


def doctor(operator: Operator, options: Options) -> int:
    """Every check with its verdict; exit code 1 when something the desk can't work without is not well."""
    checks = operator.health.examine()
    well = all(check.ok for check in checks if check.vital)
    if options.json:
        listed = [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks]
        print_json({"ok": well, "checks": listed})
    else:
        for check in checks:
            verdict = tr("正常") if check.ok else tr("有问题") if check.vital else tr("注意")
            print_line(f"{verdict}  {check.name}  {check.detail}")
    return 0 if well else 1


COMMANDS: Mapping[str, Callable[[Operator, Options], int]] = {
    "import": import_files,
    "paste": paste,
    "queue": queue,
    "next": next_customer,
    "week": week,
    "backup": backup,
    "export": export,
    "doctor": doctor,
}


def _card(operator: Operator, card: Card, why: str) -> dict[str, object]:
    view = operator.inbox.view(card.id)
    return {
        "ticket": card.id,
        "state": card.state.value,
        "level": f"P{int(card.level)}",
        "customer": card.nickname,
        "uid": view.customer.uid,
        "kind": card.kind.value,
        "topic": view.ticket.topic,
        "waiting_since": iso(card.waiting_since),
        "text": card.snippet,
        "why": why,
    }
