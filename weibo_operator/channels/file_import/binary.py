"""Names the files that are no text export, so that the operator is told what was chosen by mistake."""

_MAGIC = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "xls"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
)
_ZIP = b"PK\x03\x04"
_ZIP_KINDS = (
    (b"opendocument.spreadsheet", "ods"),
    (b"xl/", "xlsx"),
    (b"word/", "docx"),
    (b"ppt/", "pptx"),
    (b"[Content_Types].xml", "xlsx"),
)
_HTML = (b"<!doctype", b"<html", b"<?xml")
_FIRST_PRINTABLE = 0x20
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x00\x1a\x1b")
_HEAD = 4096
_SHORTEST_HEADERS = 30
_CONTROL_SHARE = 20
"""One control byte in this many is no text."""


def binary_kind(head: bytes) -> str:
    """What a file that begins with ``head`` (some kilobytes) looks like, or "" when it may be text."""
    if head.startswith(_ZIP):
        return next((kind for mark, kind in _ZIP_KINDS if mark in head), "zip")
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        return "html"
    return "binary" if _mostly_controls(head[:_HEAD]) else ""


def _mostly_controls(head: bytes) -> bool:
    headers = head.partition(b"\n")[0]
    if len(headers) > _SHORTEST_HEADERS and not _odd(headers):
        return False  # A whole line of text first: a table's headers, whatever was typed into its cells.
    odd = _odd(head)
    # UTF-16 text is full of low bytes; its marks and zeros are judged elsewhere.
    return odd * _CONTROL_SHARE > len(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _odd(data: bytes) -> int:
    return sum(1 for byte in data if byte < _FIRST_PRINTABLE and byte not in _TEXT_CONTROLS)
