"""The table of formats, each group tried in order: to add one, write its module and name it here."""

from weibo_operator.channels.file_import.formats import mediacrawler, plain, weibo_crawler, weibo_spider
from weibo_operator.channels.file_import.formats.ajax_json import AJAX_JSON
from weibo_operator.channels.file_import.formats.crawl4weibo import CRAWL4WEIBO
from weibo_operator.channels.file_import.formats.one_user_json import WEIBO_CRAWLER_JSON, WEIBO_SPIDER_JSON
from weibo_operator.channels.file_import.formats.spec import DocumentFormat, TableFormat
from weibo_operator.channels.file_import.formats.weibo_search import WEIBO_SEARCH

KNOWN_TABLES: tuple[TableFormat, ...] = (
    WEIBO_SEARCH,
    mediacrawler.COMMENTS,
    mediacrawler.CONTENTS,
    weibo_crawler.COMMENTS,
    weibo_crawler.POSTS,
    weibo_spider.POSTS,
)
HOME_MADE_TABLES: tuple[TableFormat, ...] = (plain.POSTS, plain.COMMENTS)
"""Asked only about files that no known exporter made."""
STORED_TABLES: tuple[TableFormat, ...] = (
    weibo_crawler.STORED_POSTS,
    weibo_crawler.STORED_COMMENTS,
    weibo_crawler.STORED_REPOSTS,
    weibo_spider.STORED_POSTS,
    mediacrawler.COMMENTS,
    mediacrawler.CONTENTS,
)
"""Tables inside a crawler's database."""
DOCUMENT_FORMATS: tuple[DocumentFormat, ...] = (WEIBO_CRAWLER_JSON, WEIBO_SPIDER_JSON, CRAWL4WEIBO, AJAX_JSON)
MAPPED = "own_table"
"""The key of a table read as the operator said."""
FORMAT_KEYS: tuple[str, ...] = tuple(
    dict.fromkeys(each.key for each in (*KNOWN_TABLES, *HOME_MADE_TABLES, *STORED_TABLES, *DOCUMENT_FORMATS))
)


def choose_table(headers: tuple[str, ...], wanted: str) -> TableFormat | None:
    """The wanted format; for ``auto`` a recognised one, if possible with all its needed columns, or None."""
    if wanted != "auto":
        return next((each for each in (*KNOWN_TABLES, *HOME_MADE_TABLES) if each.key == wanted), None)
    for group in (KNOWN_TABLES, HOME_MADE_TABLES):
        recognised = [each for each in group if each.recognises(headers)]
        if recognised:
            return next((each for each in recognised if not each.missing(headers)), recognised[0])
    return None


def choose_stored(columns: tuple[str, ...], wanted: str) -> TableFormat | None:
    """The layout of a database's table, among the wanted ones, or None when it holds no messages."""
    for each in STORED_TABLES:
        if wanted in {"auto", each.key} and each.recognises(columns):
            return each
    return None


def choose_document(document: object, wanted: str) -> DocumentFormat | None:
    """The document format that recognises a parsed JSON file, among the wanted ones."""
    for each in DOCUMENT_FORMATS:
        if wanted in {"auto", each.key} and each.recognises(document):
            return each
    return None
