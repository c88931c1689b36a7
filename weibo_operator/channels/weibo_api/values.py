"""Single values of the platform's JSON, whose types vary: numbers come as strings, counts as "2683.1万"."""

from weibo_operator.channels.file_import.counts import parse_count
from weibo_operator.channels.file_import.json_values import JsonObject, as_object, text_of

_LARGEST = 2**63 - 1
"""What the database can hold."""
_LONGEST_NUMBER = 19
_LONGEST_COUNT = 24
_NO_OBJECT: JsonObject = {}


def object_at(holder: JsonObject, key: str) -> JsonObject:
    """The object under ``key``, empty where there is none."""
    return as_object(holder.get(key)) or _NO_OBJECT


def text_at(holder: JsonObject, key: str) -> str:
    """The text under ``key``, "" where there is none."""
    return text_of(holder.get(key))


def whole_number(value: object) -> int | None:
    """A number that is not negative, from a number, its digits, or a float without a fraction."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        value = int(value) if value.is_integer() else None
    if isinstance(value, int):
        return value if 0 <= value <= _LARGEST else None
    text = value.strip() if isinstance(value, str) else ""
    if not text or len(text) > _LONGEST_NUMBER or not (text.isascii() and text.isdecimal()):
        return None
    number = int(text)
    return number if number <= _LARGEST else None


def id_of(holder: JsonObject) -> str:
    """An object's own id as digits, or "" (``mid`` differs from it on the posts of 2011, so it comes last)."""
    for key in ("idstr", "id", "mid"):
        number = whole_number(holder.get(key))
        if number:
            return str(number)
    return ""


def count_at(holder: JsonObject, *keys: str) -> int | None:
    """The count under the first of ``keys`` that holds one, also as "2683.1万" and "10万+"."""
    for key in keys:
        written = holder.get(key)
        number = whole_number(written)
        if number is None and isinstance(written, str) and len(written) <= _LONGEST_COUNT:
            number = parse_count(written)
        if number is not None and number <= _LARGEST:
            return number
    return None
