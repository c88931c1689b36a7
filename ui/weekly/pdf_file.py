"""Makes a PDF written by Qt depend on nothing but what was drawn, so that the same report gives the same bytes.

Qt numbers and writes the fonts in the order of a hash that differs with every start of the program, and writes the
time of writing. Here the objects are numbered anew in the order in which the document names them.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import pairwise

from ui.weekly.pdf_text import with_meanings

_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_START = re.compile(rb"startxref\n(\d+)")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_INFO = re.compile(rb"/Info (\d+) 0 R")
_REFERENCE = re.compile(rb"(?<!\d)(\d+) 0 R\b")
_PDF_DATE = re.compile(rb"\(D:\d{14}Z\)")
_XML_DATE = re.compile(rb'(?<=Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00(?=")')
_FONT_NAME = re.compile(rb"/FontName /[A-Z]{6}\+(\S+)")
_BASE_FONT = re.compile(rb"/BaseFont /(\S+)")
_DESCENDANT = re.compile(rb"/DescendantFonts \[\s*(\d+) 0 R")
_DESCRIPTOR = re.compile(rb"/FontDescriptor (\d+) 0 R")
_STREAM = b"stream\n"
_ENTRY = 20
"""Bytes of one line of the table of objects."""


def steady(pdf: bytes, printed_at: datetime, meant: Mapping[int, int]) -> bytes:
    """The same document with its objects in a fixed order and the report's own date; the fonts say they are subsets.

    ``meant`` gives the right code for characters that Qt took for others (``pdf_text``).
    """
    where = int(_number(_START, pdf))
    objects = with_meanings(_objects(pdf, where), meant)
    trailer = pdf[where:]
    roots = [int(_number(_ROOT, trailer)), int(_number(_INFO, trailer))]
    order = _in_order(objects, roots)
    numbers = {old: new for new, old in enumerate(order, 1)}
    bodies = [_rewritten(objects, old, numbers, printed_at) for old in order]
    return _document(pdf[: pdf.index(b"\n1 0 obj") + 1], bodies)


def _objects(pdf: bytes, where: int) -> Mapping[int, bytes]:
    """Every object in use, from after its number to its end."""
    head = _TABLE.match(pdf, where)
    if head is None:
        raise ValueError("the PDF has no table of objects where it says")
    lines = [pdf[head.end() + number * _ENTRY :][:_ENTRY] for number in range(int(head[1]))]
    places = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}
    ordered = sorted({*places.values(), where})
    ends = dict(pairwise(ordered))
    return {number: pdf[begin : ends[begin]].split(b"obj\n", 1)[1] for number, begin in places.items()}


def _in_order(objects: Mapping[int, bytes], roots: list[int]) -> list[int]:
    """The objects as they are first named, beginning with the roots."""
    found = dict.fromkeys(roots)
    waiting = list(roots)
    while waiting:
        named = [int(number) for number in _REFERENCE.findall(_head(objects[waiting.pop(0)]))]
        new = [number for number in dict.fromkeys(named) if number in objects and number not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return list(found)


def _head(body: bytes) -> bytes:
    """An object without its stream, whose bytes are nobody's references."""
    return body.split(_STREAM, 1)[0]


def _rewritten(objects: Mapping[int, bytes], old: int, numbers: Mapping[int, int], printed_at: datetime) -> bytes:
    body = objects[old]
    head = _head(body)
    stream = body[len(head) :]
    moment = printed_at.astimezone(UTC)
    descriptor = old if _FONT_NAME.search(head) else _descriptor_of(objects, head)
    if descriptor in numbers:
        name = b"/" + _tag(numbers[descriptor]) + b"+"
        head = _FONT_NAME.sub(_put(b"/FontName " + name), head)
        head = _BASE_FONT.sub(_put(b"/BaseFont " + name), head)
    head = _PDF_DATE.sub(f"(D:{moment:%Y%m%d%H%M%S}Z)".encode(), head)
    if b"/Type /Metadata" in head:
        stream = _XML_DATE.sub(f"{moment:%Y-%m-%dT%H:%M:%S}+00:00".encode(), stream)
    return _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], head) + stream


def _descriptor_of(objects: Mapping[int, bytes], head: bytes) -> int:
    """The description of a font object, also by way of its descendant; 0 for none."""
    descendant = _DESCENDANT.search(head)
    if descendant is not None:
        head = _head(objects[int(descendant[1])])
    described = _DESCRIPTOR.search(head)
    return 0 if described is None else int(described[1])


def _put(before: bytes) -> Callable[[re.Match[bytes]], bytes]:
    return lambda found: before + found[1]


def _tag(number: int) -> bytes:
    """Six letters of a subset's name."""
    return bytes(ord("A") + number // 26**place % 26 for place in range(6))


def _document(head: bytes, bodies: list[bytes]) -> bytes:
    out = bytearray(head)
    places: list[int] = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body
    start = len(out)
    digest = hashlib.sha256(out).hexdigest()[:32].encode()
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + lines
    out += b"trailer\n<<\n/Size %d\n/Root 1 0 R\n/Info 2 0 R\n/ID [<%s> <%s>]\n>>\n" % (len(bodies) + 1, digest, digest)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _number(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    found = pattern.findall(text)
    if not found:
        raise ValueError(f"the PDF lacks {pattern.pattern.decode()}")
    return found[-1]
