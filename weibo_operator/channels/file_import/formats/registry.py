"""The table of formats, tried in this order: to add one, write its module and name it here."""

from weibo_operator.channels.file_import.formats import mediacrawler, plain, weibo_crawler
from weibo_operator.channels.file_import.formats.ajax_json import AJAX_JSON
from weibo_operator.channels.file_import.formats.spec import DocumentFormat, TableFormat
from weibo_operator.channels.file_import.formats.weibo_search import WEIBO_SEARCH

TABLE_FORMATS: tuple[TableFormat, ...] = (
    WEIBO_SEARCH,
    mediacrawler.COMMENTS,
    mediacrawler.CONTENTS,
    weibo_crawler.COMMENTS,
    plain.POSTS,
    plain.COMMENTS,
)
DOCUMENT_FORMATS: tuple[DocumentFormat, ...] = (AJAX_JSON,)
FORMAT_KEYS: tuple[str, ...] = tuple(each.key for each in (*TABLE_FORMATS, *DOCUMENT_FORMATS))


def choose_table(headers: tuple[str, ...], wanted: str) -> TableFormat | None:
    """The wanted format; for ``auto`` the first that is whole, else the first recognised, else None."""
    if wanted != "auto":
        return next((each for each in TABLE_FORMATS if each.key == wanted), None)
    known = [each for each in TABLE_FORMATS if each.recognises(headers)]
    return next((each for each in known if not each.missing(headers)), known[0] if known else None)


def choose_document(document: object, wanted: str) -> DocumentFormat | None:
    """The document format that recognises a parsed JSON file, among the wanted ones."""
    for each in DOCUMENT_FORMATS:
        if wanted in {"auto", each.key} and each.recognises(document):
            return each
    return None
