"""The only place that wires: opens the file and builds every service on it."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct

from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.channels.keyring_store import KeyringSecrets, MemorySecrets
from weibo_operator.channels.list_file import read_list
from weibo_operator.channels.paste import PageReader
from weibo_operator.domain.clock import Clock, SystemClock
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.ids import IntentId
from weibo_operator.domain.labels import Source
from weibo_operator.domain.open_platform import OpenPlatform, SecretStore
from weibo_operator.domain.operations import Operation, OperationKind
from weibo_operator.domain.release import Release
from weibo_operator.domain.settings import OWN_NICKNAME, PRACTICE
from weibo_operator.domain.triage import Triage
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.initials import Initials
from weibo_operator.language.proofread import Proofreader
from weibo_operator.language.topic_words import TopicWords
from weibo_operator.language.triage import TriageRules
from weibo_operator.language.verdicts import Verdicts
from weibo_operator.language.work_days import read_work_days
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.aftercare import Aftercare
from weibo_operator.services.alerts import Alerts
from weibo_operator.services.backups import Backups
from weibo_operator.services.community import Community
from weibo_operator.services.crises import Crises
from weibo_operator.services.crowds import Crowds
from weibo_operator.services.departments import Departments
from weibo_operator.services.desk import Desk
from weibo_operator.services.followups import FollowUps
from weibo_operator.services.full_export import FullExport
from weibo_operator.services.gathered import Gathered
from weibo_operator.services.handoffs import Handoffs
from weibo_operator.services.health import Health, OutsideCheck
from weibo_operator.services.history import Also, History
from weibo_operator.services.important import ImportantCustomers
from weibo_operator.services.inbox import Inbox
from weibo_operator.services.insiders import InsiderList
from weibo_operator.services.intake import Intake
from weibo_operator.services.intake_rows import TriageText
from weibo_operator.services.interviews import Interviews
from weibo_operator.services.knowledge import Knowledge
from weibo_operator.services.leads import Leads
from weibo_operator.services.lesson_book import LessonBook
from weibo_operator.services.notices import Notices
from weibo_operator.services.offline import OfflineSolutions
from weibo_operator.services.orders import Orders
from weibo_operator.services.outbox import Outbox
from weibo_operator.services.own_tables import OwnTables
from weibo_operator.services.package import PackageText
from weibo_operator.services.paste import Paste
from weibo_operator.services.people import People
from weibo_operator.services.practice import PracticeClock, PracticeServices, PracticeStory, set_up_shop
from weibo_operator.services.promises import Promises
from weibo_operator.services.replies import NewId, Replies
from weibo_operator.services.routes import Routes
from weibo_operator.services.searches import Searches
from weibo_operator.services.sending import Sender
from weibo_operator.services.shop import Shop
from weibo_operator.services.shop_triage import ShopTriage
from weibo_operator.services.signing_in import Redirect, SigningIn
from weibo_operator.services.suggestions import Suggestions
from weibo_operator.services.sync import Sync
from weibo_operator.services.templates import Templates
from weibo_operator.services.versions import Versions
from weibo_operator.services.watched_folder import WatchedFolder
from weibo_operator.services.week_plan import WeekPlan
from weibo_operator.services.week_work import WeekWork
from weibo_operator.services.weekly import Weekly
from weibo_operator.services.word_book import WordBook
from weibo_operator.storage import accounts as stored_accounts
from weibo_operator.storage.connection import close_untouched, open_database, stored_setting, turns_of
from weibo_operator.storage.journal import Recorder


class Operator(Struct, frozen=True):
    """The desk with all its services, built on one open file."""

    desk: Desk
    inbox: Inbox
    intake: Intake
    tables: OwnTables
    watched: WatchedFolder
    paste: Paste
    replies: Replies
    outbox: Outbox
    routes: Routes
    sender: Sender
    accounts: Accounts
    signing_in: SigningIn
    sync: Sync
    templates: Templates
    knowledge: Knowledge
    suggestions: Suggestions
    orders: Orders
    handoffs: Handoffs
    follow_ups: FollowUps
    promises: Promises
    aftercare: Aftercare
    community: Community
    offline: OfflineSolutions
    crises: Crises
    crowds: Crowds
    interviews: Interviews
    notices: Notices
    gathered: Gathered
    alerts: Alerts
    searches: Searches
    leads: Leads
    history: History
    important: ImportantCustomers
    insiders: InsiderList
    people: People
    shop: Shop
    departments: Departments
    weekly: Weekly
    week_plan: WeekPlan
    week_work: WeekWork
    backups: Backups
    health: Health
    full_export: FullExport
    initials: Initials
    triage: ShopTriage
    check: DeskCheck
    words: WordBook
    lessons: LessonBook
    versions: Versions

    def close(self) -> None:
        """Close the file."""
        self.desk.connection.close()

    def close_untouched(self) -> None:
        """Close a file that may be damaged, without another byte being written into it."""
        close_untouched(self.desk.connection, self.desk.path)


class Language(Struct, frozen=True):
    """The parts that read Chinese; built once and shared, as they load word lists."""

    triage: TriageRules
    check: DeskCheck
    initials: Initials
    topics: TopicWords


def resources_dir() -> Path:
    """The folder of data files, beside the packages in a checkout, a wheel and an installed program alike."""
    return Path(__file__).resolve().parent.parent / "resources"


def program_version() -> str:
    """The installed program's version; empty in a checkout that was never installed."""
    from importlib import metadata  # brings the standard library's mail and archives: not before the first picture

    try:
        return metadata.version("weibo-operator")
    except metadata.PackageNotFoundError:
        return ""


def load_language(resources: Path) -> Language:
    """Read the word lists (the segmenter itself loads at its first use)."""
    return Language(
        triage=TriageRules(resources),
        check=DeskCheck(resources, Proofreader(resources)),
        initials=Initials(resources),
        topics=TopicWords(resources),
    )


def data_dir() -> Path:
    """The platform's folder for the desk's file (XDG_DATA_HOME, LOCALAPPDATA or Application Support)."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "WeiboOperator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "WeiboOperator"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "weibo-operator"


def default_database() -> Path:
    """Where the desk's own file lies."""
    return data_dir() / "desk.db"


def practice_database() -> Path:
    """Where the practice file lies: never the desk's own."""
    return data_dir() / "practice.db"


def make_practice(path: Path, *, now: datetime | None = None, language: Language | None = None) -> int:
    """Write a practice file (an older practice file is replaced); returns how many steps were played.

    Raises ``InvalidInputError`` when ``path`` holds anything but a practice file: real data is never written over.
    """
    now = now or SystemClock().now()
    if path.exists():
        _refuse_unless_practice(path)
    unfinished = path.with_name(path.name + ".new")
    _remove(unfinished)
    clock = PracticeClock(now)
    operator = build(unfinished, clock=clock, language=language, secrets=MemorySecrets())
    try:
        services = PracticeServices(
            desk=operator.desk,
            clock=clock,
            inbox=operator.inbox,
            intake=operator.intake,
            replies=operator.replies,
            handoffs=operator.handoffs,
            follow_ups=operator.follow_ups,
            important=operator.important,
            shop=operator.shop,
            departments=operator.departments,
        )
        played = PracticeStory(services, resources_dir()).play(now)
    finally:
        operator.close()
    _remove(path)
    unfinished.replace(path)
    return played


def make_rush(path: Path, *, clock: Clock | None = None, language: Language | None = None) -> None:
    """Write an empty practice file with the invented shop, for a rush whose customers are yet to come."""
    operator = build(path, clock=clock, language=language, secrets=MemorySecrets())
    try:
        set_up_shop(operator.shop, operator.departments, resources_dir() / "demo")
        operator.shop.change(PRACTICE, True)
        operator.desk.journal.seal()
    finally:
        operator.close()


def is_practice(path: Path) -> bool:
    """True when the file is a practice file; asking changes nothing. Raises ``DatabaseUnavailableError``."""
    return stored_setting(path, PRACTICE.key) == "true"


def _refuse_unless_practice(path: Path) -> None:
    try:
        practice = is_practice(path)
    except OperatorError as error:
        raise InvalidInputError(field="path", reason="practice_target", path=str(path)) from error
    if not practice:
        raise InvalidInputError(field="path", reason="practice_target", path=str(path))


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def build(
    path: Path,
    *,
    clock: Clock | None = None,
    resources: Path | None = None,
    language: Language | None = None,
    new_id: NewId | None = None,
    outside_checks: tuple[OutsideCheck, ...] = (),
    beside: Operator | None = None,
    platform: OpenPlatform | None = None,
    secrets: SecretStore | None = None,
) -> Operator:
    """Open (or make) the file at ``path`` and build the desk on it; raises what ``open_database`` raises.

    ``beside`` is this program's other desk on the same file: the two take turns when they write, and share the
    platform's client and the keyring. ``platform`` and ``secrets`` are given by tests and by practice; otherwise they
    are the real ones, and a practice file keeps its permissions in memory.
    """
    clock = clock or SystemClock()
    resources = resources or resources_dir()
    language = language or load_language(resources)
    turns = None if beside is None else turns_of(beside.desk.connection)
    connection = open_database(path, now=clock.now(), turns=turns)
    try:
        desk = Desk(connection, clock, path)
        accounts = _accounts(desk, beside, platform, secrets)
        return _operator(desk, resources, language, new_id, outside_checks, accounts)
    except BaseException:  # a page that is damaged: nobody else could close the file
        close_untouched(connection, path)
        raise


def _operator(
    desk: Desk,
    resources: Path,
    language: Language,
    new_id: NewId | None,
    outside_checks: tuple[OutsideCheck, ...],
    accounts: Accounts,
) -> Operator:
    """Every service on an open desk."""
    book, lessons, inbox, people = WordBook(desk), LessonBook(desk, language.triage), Inbox(desk), People(desk)
    triage = ShopTriage(book, language.triage, lessons)
    suggest, reader = _suggestions(triage), _file_reader(desk, resources)
    intake, replies = Intake(desk, reader, suggest), Replies(desk, language.check, book, new_id)
    outbox, departments = Outbox(desk, new_id, language.check.promises), _departments(desk, resources)
    return _with_aftercare(desk, resources, inbox, people)(
        desk=desk,
        inbox=inbox,
        intake=intake,
        tables=OwnTables(desk, reader),
        watched=WatchedFolder(desk),
        paste=Paste(desk, _page_reader(desk), suggest),
        replies=replies,
        outbox=outbox,
        routes=Routes(desk, accounts),
        sender=Sender(desk, outbox, accounts),
        accounts=accounts,
        signing_in=SigningIn(desk, accounts, _listener),
        sync=Sync(desk, suggest, accounts),
        templates=_templates(desk, language, resources),
        knowledge=_knowledge(desk, language, resources),
        suggestions=Suggestions(desk, resources),
        orders=Orders(desk, resources, read_list),
        handoffs=Handoffs(desk, PackageText(resources), departments),
        crises=Crises(desk, resources),
        crowds=Crowds(desk, inbox),
        interviews=Interviews(desk, inbox),
        notices=Notices(desk, resources),
        gathered=Gathered(desk, inbox),
        alerts=Alerts(desk),
        searches=Searches(desk),
        leads=Leads(desk),
        history=_history(desk, intake, inbox, replies, outbox),
        important=ImportantCustomers(desk),
        insiders=InsiderList(desk, inbox),
        people=people,
        shop=Shop(desk),
        departments=departments,
        weekly=_weekly(desk, language, resources),
        week_plan=WeekPlan(desk),
        week_work=WeekWork(desk),
        backups=Backups(desk),
        health=Health(desk, outside_checks),
        full_export=FullExport(desk, program_version),
        initials=language.initials,
        triage=triage,
        check=language.check,
        words=book,
        lessons=lessons,
        versions=Versions(desk, _ask_release, program_version),
    )


def _departments(desk: Desk, resources: Path) -> Departments:
    """The departments; a new file begins with the slide's and ours."""
    departments = Departments(desk, read_work_days(resources / "dictionaries" / "holidays.tsv"))
    departments.add_defaults()
    return departments


def _templates(desk: Desk, language: Language, resources: Path) -> Templates:
    """The templates; a new file begins with the starter set."""
    templates = Templates(desk, language.initials, resources, read_list)
    templates.add_starter_set()
    return templates


def _with_aftercare(desk: Desk, resources: Path, inbox: Inbox, people: People) -> partial[Operator]:
    """The desk with what comes after an answer; the rest is still to be given."""
    return partial(
        Operator,
        follow_ups=FollowUps(desk, read_work_days(resources / "dictionaries" / "holidays.tsv")),
        promises=Promises(desk),
        aftercare=Aftercare(desk, Verdicts(resources / "dictionaries")),
        community=Community(desk, inbox, people),
        offline=OfflineSolutions(desk),
    )


def _weekly(desk: Desk, language: Language, resources: Path) -> Weekly:
    """The week's figures; several desks on one file share what was cut of its words."""
    connection, clock = desk.connection, desk.clock
    return Weekly(connection, clock, resources, version=program_version, topic_words=language.topics)


def _knowledge(desk: Desk, language: Language, resources: Path) -> Knowledge:
    """The cards; a new file begins with the starter set."""
    knowledge = Knowledge(desk, language.initials, resources, read_list)
    knowledge.add_starter_set()
    return knowledge


def _accounts(
    desk: Desk, beside: Operator | None, platform: OpenPlatform | None, secrets: SecretStore | None
) -> Accounts:
    """Our own accounts, with the client and the keyring that fit the file."""
    if secrets is None:
        if beside is not None:
            secrets = beside.accounts.secrets
        else:
            secrets = MemorySecrets() if desk.setting(PRACTICE) else KeyringSecrets()
    if platform is not None:
        given = platform
        return Accounts(desk, lambda: given, secrets)
    return Accounts(desk, _weibo(desk.clock) if beside is None else beside.accounts.platform, secrets)


def _weibo(clock: Clock) -> Callable[[], OpenPlatform]:
    """The client, made with its first use: the desk opens without it."""
    made: list[OpenPlatform] = []

    def weibo() -> OpenPlatform:
        if not made:
            from weibo_operator.channels.weibo_api.platform import WeiboPlatform

            made.append(WeiboPlatform(clock))
        return made[0]

    return weibo


def _ask_release(address: str) -> Release:
    """The client is loaded with the first question: who never asks pays nothing."""
    from weibo_operator.channels.release_page import ask_release

    return ask_release(address)


def _listener(address: str) -> Redirect:
    from weibo_operator.channels.weibo_api.loopback import RedirectListener

    return RedirectListener(address)


def _history(desk: Desk, intake: Intake, inbox: Inbox, replies: Replies, outbox: Outbox) -> History:
    kinds = (OperationKind.REPLY, OperationKind.ACKNOWLEDGE)
    return History(
        desk,
        undone={OperationKind.IMPORT: intake.undone, OperationKind.SKIP: inbox.skip_undone}
        | dict.fromkeys(kinds, _reply_undone(replies, outbox)),
        redone={OperationKind.SKIP: inbox.skip_redone} | dict.fromkeys(kinds, replies.redone),
    )


def _reply_undone(replies: Replies, outbox: Outbox) -> Also:
    def undone(recorder: Recorder, operation: Operation) -> None:
        by_program = outbox.get(IntentId(operation.data["intent"])).sending is not None
        (outbox if by_program else replies).undone(recorder, operation)

    return undone


def _suggestions(triage: ShopTriage) -> TriageText:
    def suggest(text: str, source: Source, followers: int | None, parent_text: str) -> Triage:
        return triage.triage(text, source=source, followers=followers, parent_text=parent_text)

    return suggest


def _file_reader(desk: Desk, resources: Path) -> Callable[[str], FileReader]:
    def reader(account: str) -> FileReader:
        return FileReader(_own_names(desk, account), resources / "dictionaries" / "column_names.tsv")

    return reader


def _page_reader(desk: Desk) -> Callable[[], PageReader]:
    def reader() -> PageReader:
        return PageReader(_own_names(desk))

    return reader


def _own_names(desk: Desk, account: str = "") -> tuple[str, ...]:
    """Our nicknames: the one given, else the one that is set, and those of our accounts."""
    names = (
        account or desk.setting(OWN_NICKNAME),
        *(each.nickname for each in stored_accounts.everyone(desk.connection)),
    )
    return tuple(dict.fromkeys(name for name in names if name))
