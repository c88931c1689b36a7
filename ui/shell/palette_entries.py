"""What the palette can offer: one record per row, and the words around a hit."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from ui.support.actions import ActionSpec, key_words
from weibo_operator.translation import tr

ICONS: Mapping[str, str] = {
    "import_banner": "upload",
    "sync_now": "refresh-cw",
    "net_line": "globe",
    "net_line_second": "globe",
    "page_outbox": "send",
    "on_behalf": "users",
    "insert_earlier": "history",
    "open_earlier": "history",
    "next": "arrow-right",
    "crowd": "users",
    "interview": "message-circle",
    "interview_begin": "plus",
    "interview_serve": "users",
    "interview_end": "check",
    "notices": "megaphone",
    "insert_notice": "link",
    "next_topic": "arrow-right",
    "next_important": "star",
    "skip": "arrow-right",
    "explain_skip": "pencil",
    "previous": "arrow-left",
    "write": "reply",
    "send": "send",
    "send_finish": "check-check",
    "send_stay": "send",
    "recall": "undo-2",
    "see_told": "circle-alert",
    "account": "users",
    "acknowledge": "message-circle",
    "templates": "message-square-quote",
    "other_wording": "refresh-cw",
    "other_tone": "arrow-up-down",
    "template_files": "file-text",
    "answer_part": "circle-check",
    "apologise": "message-circle",
    "audience": "lock",
    "next_finding": "spell-check",
    "previous_finding": "spell-check",
    "fix_typos": "spell-check",
    "forward": "corner-up-right",
    "consent": "user",
    "snooze": "calendar-clock",
    "finish": "check",
    "no_reply": "ban",
    "labels": "tag",
    "open_page": "external-link",
    "customer": "user",
    "card": "star",
    "contact": "phone",
    "promise": "calendar-clock",
    "remedy": "shopping-cart",
    "praise": "smile",
    "peer_answer": "users",
    "offline": "phone",
    "crisis": "triangle-alert",
    "crisis_confirm": "triangle-alert",
    "crisis_dismiss": "ban",
    "crisis_evidence": "archive",
    "crisis_review": "file-text",
    "capture": "pencil",
    "paste": "clipboard-paste",
    "import": "upload",
    "sources": "inbox",
    "connect": "plug",
    "accounts": "user",
    "undo": "undo-2",
    "redo": "redo-2",
    "help": "keyboard",
    "help_page": "circle-help",
    "page_inbox": "inbox",
    "page_followup": "calendar-clock",
    "page_important": "star",
    "page_promises": "calendar-clock",
    "page_praise": "smile",
    "page_helpful": "users",
    "page_handoff": "forward",
    "page_templates": "message-square-quote",
    "page_knowledge": "book-open",
    "template_new": "plus",
    "templates_import": "upload",
    "templates_export": "download",
    "templates_starter": "sparkles",
    "knowledge_new": "book-open",
    "knowledge_import": "upload",
    "knowledge_export": "download",
    "orders": "shopping-cart",
    "orders_import": "upload",
    "page_weekly": "chart-column",
    "page_crisis": "triangle-alert",
    "page_leads": "eye",
    "page_searches": "search",
    "page_gathered": "check-check",
    "lead": "eye",
    "search_new": "search",
    "search_edit": "pencil",
    "search_delete": "trash-2",
    "page_settings": "settings",
    "pane_in_progress": "loader",
    "export": "download",
    "export_as": "download",
    "backup": "database-backup",
    "restore": "history",
    "export_all": "download",
    "practice": "book-open",
    "practice_round": "keyboard",
    "real_data": "inbox",
    "rush": "alarm-clock",
    "setup": "sparkles",
    "licences": "file-text",
    "version_check": "refresh-cw",
    "version_page": "external-link",
    "version_skip": "ban",
    "version_stop": "x",
    "theme": "moon",
    "keys": "keyboard",
}
OTHER_ICON = "chevron-right"
CAPS = 2
LEAD = 10
"""Characters left before a hit, so that it stays in sight on a short line."""


class Group(StrEnum):
    """The palette's headings."""

    RECENT = "最近用过"
    USEFUL = "常用命令"
    COMMANDS = "命令"
    TICKETS = "客户和工单"
    TEMPLATES = "模板"


class Marked(Struct, frozen=True):
    """A text with one stretch of it marked; ``hit`` and ``after`` are empty where nothing was found."""

    before: str = ""
    hit: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.before + self.hit + self.after


class Entry(Struct, frozen=True):
    """One row: ``target`` is an action's id, a ticket's id or a template, as the group says."""

    group: Group
    target: object
    icon: str
    title: Marked
    detail: Marked = Marked()
    remark: tuple[str, ...] = ()
    caps: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        parts = (self.title.text, self.detail.text, *self.remark, *self.caps)
        return tr("，").join(part for part in parts if part)


def action_entry(row: ActionSpec, group: Group, wanted: str = "") -> Entry:
    """A command with its keys."""
    caps = tuple(dict.fromkeys(key_words(keys) for keys in row.shown_keys))[:CAPS]
    return Entry(group, row.id, ICONS.get(row.id, OTHER_ICON), mark(row.title, wanted), caps=caps)


def mark(text: str, wanted: str) -> Marked:
    """Mark the first ``wanted`` in one line of ``text``, upper and lower case alike."""
    line = " ".join(text.split())
    place = line.lower().find(wanted.lower()) if wanted else -1
    if place < 0 or len(line.lower()) != len(line):
        return Marked(line)
    end = place + len(wanted)
    return Marked(line[:place], line[place:end], line[end:])


def shortened(marked: Marked) -> Marked:
    """The same with a long beginning cut off, so that the hit can be seen."""
    if not marked.hit or len(marked.before) <= LEAD:
        return marked
    return Marked("…" + marked.before[-LEAD:], marked.hit, marked.after)
