"""What the operator can do, each named once, and what an operation changed."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct, field

from weibo_operator.domain.ids import OperationId, TicketId

T = TypeVar("T")


class OperationKind(StrEnum):
    """One name per operation; its Chinese label lives with the faces."""

    IMPORT = "import"
    CAPTURE = "capture"
    PASTE = "paste"
    SYNC = "sync"
    REPLY = "reply"
    ACKNOWLEDGE = "acknowledge"
    NO_REPLY = "no_reply"
    FINISH = "finish"
    REOPEN = "reopen"
    SNOOZE = "snooze"
    SKIP = "skip"
    WAKE = "wake"
    SET_LEVEL = "set_level"
    SET_LABELS = "set_labels"
    FORGET_LESSONS = "forget_lessons"
    FORWARD = "forward"
    HANDOFF_ANSWER = "handoff_answer"
    HANDOFF_PART = "handoff_part"
    HANDOFF_NUDGE = "handoff_nudge"
    ASK_CONSENT = "ask_consent"
    EDIT_DEPARTMENTS = "edit_departments"
    FOLLOW_UP_PLAN = "follow_up_plan"
    FOLLOW_UP_DONE = "follow_up_done"
    SILENCE_FOLLOW_UP = "silence_follow_up"
    PROMISE_NOTE = "promise_note"
    PROMISE_KEPT = "promise_kept"
    PROMISE_CANCEL = "promise_cancel"
    PROMISE_MOVE = "promise_move"
    REMEDY = "remedy"
    PRAISE_KEPT = "praise_kept"
    PRAISE_DROPPED = "praise_dropped"
    PEER_ANSWER = "peer_answer"
    PEER_ANSWER_DROPPED = "peer_answer_dropped"
    PEER_THANKED = "peer_thanked"
    OFFLINE_SOLVED = "offline_solved"
    OFFLINE_FED_BACK = "offline_fed_back"
    OFFLINE_DROPPED = "offline_dropped"
    EDIT_CUSTOMER = "edit_customer"
    CONTACT = "contact"
    CRISIS_CONFIRM = "crisis_confirm"
    CRISIS_DISMISS = "crisis_dismiss"
    CRISIS_CLOSE = "crisis_close"
    CRISIS_STEP = "crisis_step"
    CRISIS_STEP_BACK = "crisis_step_back"
    CRISIS_REVIEW = "crisis_review"
    NOTICE_DRAFT = "notice_draft"
    NOTICE_POSTED = "notice_posted"
    NOTICE_ENDED = "notice_ended"
    INTERVIEW_BEGIN = "interview_begin"
    INTERVIEW_END = "interview_end"
    SEARCH_EDIT = "search_edit"
    SEARCH_DELETE = "search_delete"
    SEARCH_SEEN = "search_seen"
    LEAD_ADD = "lead_add"
    LEAD_EDIT = "lead_edit"
    ON_BEHALF = "on_behalf"
    EDIT_INSIDERS = "edit_insiders"
    APPLY_INSIDERS = "apply_insiders"
    EDIT_TEMPLATE = "edit_template"
    DELETE_TEMPLATE = "delete_template"
    RENAME_CATEGORY = "rename_category"
    IMPORT_TEMPLATES = "import_templates"
    EDIT_CARD = "edit_card"
    CHECK_CARD = "check_card"
    DELETE_CARD = "delete_card"
    IMPORT_CARDS = "import_cards"
    EDIT_SETTINGS = "edit_settings"
    WEEK_NOTE = "week_note"
    PLAN_EDIT = "plan_edit"
    PLAN_DONE = "plan_done"
    PLAN_DELETE = "plan_delete"


class Changes(Struct, frozen=True):
    """What a commit touched; views re-read what they show of it."""

    tickets: frozenset[TicketId] = frozenset()
    tables: frozenset[str] = frozenset()

    def joined(self, *others: "Changes") -> "Changes":
        """What several commits touched together."""
        return Changes(
            self.tickets.union(*(other.tickets for other in others)),
            self.tables.union(*(other.tables for other in others)),
        )


class Outcome(Struct, Generic[T], frozen=True):
    """The result of an operation: its value, what it changed, and its place in the journal."""

    value: T
    changes: Changes
    operation: OperationId | None = None


class Operation(Struct, frozen=True):
    """One entry of the journal, for the history of a ticket and for undo."""

    id: OperationId
    kind: OperationKind
    at: datetime
    ticket_id: TicketId | None
    data: Mapping[str, str] = field(default_factory=dict[str, str])
    undone: bool = False
    barrier: bool = False
