"""Which page of the help belongs to where one is: by the widget that has the focus, else by the window's page."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

START = "start"
PAGES: Mapping[str, str] = {
    "inbox": "inbox",
    "followup": "followup",
    "handoff": "forward",
    "templates": "templates",
    "knowledge": "knowledge",
    "weekly": "weekly",
    "crisis": "crisis",
    "leads": "leads",
    "gathered": "gathered",
    "outbox": "accounts",
    "settings": "settings",
}
"""By the window's page."""
WIDGETS: Mapping[str, str] = {
    "ReplySession": "reply",
    "TypoPopup": "checks",
    "TemplatePicker": "templates",
    "FirstStart": START,
    "ImportantPage": "care",
    "PraisePage": "care",
    "AccountsSection": "accounts",
    "ChecksSection": "checks",
    "DictionarySection": "checks",
    "DataSection": "backup",
    "ConnectDialog": "accounts",
    "SetupDialog": START,
    "ReviewDialog": "crisis",
    "CrisisSheet": "crisis",
    "NoticeDialog": "crowd",
    "NoticesSheet": "crowd",
    "CrowdSheet": "crowd",
    "InterviewDialog": "crowd",
    "InterviewSheet": "crowd",
    "CardDialog": "care",
    "ContactDialog": "care",
    "PlanDialog": "followup",
    "PraiseDialog": "care",
    "PromiseDialog": "followup",
    "RemedyDialog": "care",
    "AnswerDialog": "forward",
    "ExportDialog": "forward",
    "HandoffForm": "forward",
    "CaptureDialog": "intake",
    "ImportDialog": "intake",
    "PasteDialog": "intake",
    "LeadDialog": "leads",
    "SearchDialog": "leads",
    "BehalfDialog": "inbox",
    "LicencesDialog": "privacy",
    "MoveDialog": "settings",
    "LinkQuestion": "privacy",
    "RestoreDialog": "backup",
    "CheatSheet": "keys",
    "LabelsDialog": "inbox",
    "OfflineDialog": "care",
    "PeerDialog": "care",
    "LeavingDialog": "send",
    "Palette": "search",
    "ReasonDialog": "inbox",
    "CategoryDialog": "templates",
    "LeftOutDialog": "templates",
    "OrdersSheet": "knowledge",
    "StarterDialog": "templates",
    "CompareSheet": "weekly",
    "NamesDialog": "weekly",
    "TicketsSheet": "weekly",
    "ConclusionsDialog": "weekly",
    "RushDialog": "practice",
    "RushSheet": "practice",
}
"""By the name of a widget's class, the innermost first."""
MODULES: Mapping[str, str] = {"ui.templates": "templates", "ui.weekly": "weekly"}
"""Two classes of one name: the package decides."""


def help_page_of(focus: QWidget | None, window_page: str) -> str:
    """The key of the help's page."""
    for widget in _upwards(focus):
        found = page_of_widget(type(widget))
        if found is not None:
            return found
    return PAGES.get(window_page, START)


def page_of_widget(kind: type[QWidget]) -> str | None:
    """The help's page of a class or of what it is made from, None for one that has none of its own."""
    for each in kind.__mro__:
        if each.__name__ in WIDGETS:
            package = each.__module__.rpartition(".")[0]
            return MODULES.get(package, WIDGETS[each.__name__])
    return None


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
