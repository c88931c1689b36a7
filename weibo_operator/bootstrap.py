"""The only place that wires: opens the file and builds every service on it."""

from dataclasses import dataclass
from pathlib import Path

from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.domain.clock import Clock, SystemClock
from weibo_operator.domain.labels import Source
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.settings import OWN_NICKNAME
from weibo_operator.domain.triage import Triage
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.initials import Initials
from weibo_operator.language.proofread import Proofreader
from weibo_operator.language.triage import TriageRules
from weibo_operator.services.desk import Desk
from weibo_operator.services.followups import FollowUps
from weibo_operator.services.handoffs import Handoffs
from weibo_operator.services.health import Health, OutsideCheck
from weibo_operator.services.history import History
from weibo_operator.services.inbox import Inbox
from weibo_operator.services.intake import Intake
from weibo_operator.services.package import PackageText
from weibo_operator.services.replies import NewId, Replies
from weibo_operator.services.shop import Shop
from weibo_operator.services.templates import Templates
from weibo_operator.services.weekly import Weekly
from weibo_operator.storage.connection import open_database


@dataclass(frozen=True, slots=True)
class Operator:
    """The desk with all its services, built on one open file."""

    desk: Desk
    inbox: Inbox
    intake: Intake
    replies: Replies
    templates: Templates
    handoffs: Handoffs
    follow_ups: FollowUps
    history: History
    shop: Shop
    weekly: Weekly
    health: Health
    initials: Initials
    triage: TriageRules
    check: DeskCheck

    def close(self) -> None:
        """Close the file."""
        self.desk.connection.close()


@dataclass(frozen=True, slots=True)
class Language:
    """The parts that read Chinese; built once and shared, as they load word lists."""

    triage: TriageRules
    check: DeskCheck
    initials: Initials


def resources_dir() -> Path:
    """The folder of data files, beside the packages in a checkout, a wheel and an installed program alike."""
    return Path(__file__).resolve().parent.parent / "resources"


def load_language(resources: Path) -> Language:
    """Read the word lists (the segmenter itself loads at its first use)."""
    return Language(
        triage=TriageRules(resources),
        check=DeskCheck(resources, Proofreader(resources)),
        initials=Initials(resources),
    )


def build(
    path: Path,
    *,
    clock: Clock | None = None,
    resources: Path | None = None,
    language: Language | None = None,
    new_id: NewId | None = None,
    outside_checks: tuple[OutsideCheck, ...] = (),
) -> Operator:
    """Open (or make) the file at ``path`` and build the desk on it; raises what ``open_database`` raises."""
    clock = clock or SystemClock()
    resources = resources or resources_dir()
    language = language or load_language(resources)
    connection = open_database(path, now=clock.now())
    desk = Desk(connection, clock, path)

    def suggest(text: str, source: Source, followers: int | None) -> Triage:
        return language.triage.triage(text, source=source, followers=followers)

    own_name = desk.setting(OWN_NICKNAME)
    intake = Intake(desk, FileReader((own_name,) if own_name else ()), suggest)
    replies = Replies(desk, language.check, new_id)
    shop = Shop(desk)
    templates = Templates(desk, language.initials, resources)
    shop.add_default_departments()
    templates.add_starter_set()
    reply_kinds = (OperationKind.REPLY, OperationKind.ACKNOWLEDGE)
    return Operator(
        desk=desk,
        inbox=Inbox(desk),
        intake=intake,
        replies=replies,
        templates=templates,
        handoffs=Handoffs(desk, PackageText(resources)),
        follow_ups=FollowUps(desk),
        history=History(
            desk,
            undone={OperationKind.IMPORT: intake.undone} | dict.fromkeys(reply_kinds, replies.undone),
            redone=dict.fromkeys(reply_kinds, replies.redone),
        ),
        shop=shop,
        weekly=Weekly(connection, clock, resources),
        health=Health(desk, outside_checks),
        initials=language.initials,
        triage=language.triage,
        check=language.check,
    )
