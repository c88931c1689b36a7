"""What each error code and HTTP status of the platform calls for (weibo.md 4.2, as data)."""

from collections.abc import Mapping

from msgspec import Struct

from weibo_operator.channels.file_import.json_values import as_object, text_of
from weibo_operator.domain.open_platform import Reaction

REACTIONS: Mapping[Reaction, tuple[int, ...]] = {
    Reaction.RETRY: (10001, 10002, 10003, 10009, 10010, 10011),
    Reaction.STOP: (10004, 20022),
    Reaction.NO_PERMISSION: (10005, 10014, 20023, 21326, 26406),
    Reaction.RELOGIN: (
        *(10006, 20033, 21301, 21314, 21315, 21316, 21317, 21319, 21327, 21332, 21334),
        -100,
    ),
    Reaction.SETUP: (
        *(10007, 10008, 10012, 10016, 10017, 10018, 10020, 10021, 10025, 10026),
        *(20001, 20002, 20009, 20102, 20103, 20109, 20203, 20204),
        *(21321, 21322, 21323, 21324, 21325, 21328, 21329, 21330, 21331, 21333),
    ),
    Reaction.CUSTOMER_GONE: (10013, 20003),
    Reaction.RATE_LIMIT: (10022, 10023, 10024, 100005),
    Reaction.TOO_LONG: (20012, 20013, 20049),
    Reaction.PAUSE_WRITES: (20016,),
    Reaction.VARY_TEXT: (20017, 20038),
    Reaction.MAYBE_SENT: (20019, 20111),
    Reaction.EDIT_TEXT: (20008, 20018, 20020, 20021, 20202, 21602),
    Reaction.OPEN_PAGE: (20031, 20044, 20045, 20507),
    Reaction.SENT: (20032,),
    Reaction.TARGET_GONE: (20101, 20112, 20132, 20135),
    Reaction.COMMENT_GONE: (20201,),
    Reaction.NOT_ALLOWED: (20120, 20130, 20206, 20207, 20210, 20301, 20302, 20306, 20508),
    Reaction.BLOCKED: (20205,),
}
"""Every code of weibo.md 4.2 by what it calls for; -100 is the mobile site's "sign in first"."""

_REACTION_TO: Mapping[str, Reaction] = {str(code): reaction for reaction, codes in REACTIONS.items() for code in codes}

OAUTH_NAMES: Mapping[str, str] = {
    "redirect_uri_mismatch": "21322",
    "invalid_request": "21323",
    "invalid_client": "21324",
    "invalid_grant": "21325",
    "unauthorized_client": "21326",
    "expired_token": "21327",
    "unsupported_grant_type": "21328",
    "unsupported_response_type": "21329",
    "access_denied": "21330",
    "temporarily_unavailable": "21331",
}
"""OAuth's own error names, where an answer holds no number."""

_UNDECIDED = frozenset({"10001", "10003", "10010", "10011"})
"""The platform failed somewhere inside: a write may have been done before it did."""

_STATUSES: Mapping[int, Reaction] = {
    401: Reaction.RELOGIN,
    403: Reaction.NO_PERMISSION,
    404: Reaction.SETUP,
    405: Reaction.SETUP,
    418: Reaction.RATE_LIMIT,
    429: Reaction.RATE_LIMIT,
}
"""Refusals that are certain without a code, for reads and writes."""

_READ_STATUSES: Mapping[int, Reaction] = {400: Reaction.SETUP, 408: Reaction.RETRY, 410: Reaction.SETUP}
_FIRST_SERVER_ERROR = 500
_LONGEST_DETAIL = 120
_LONGEST_CODE = 9
_CODE_KEYS = ("error_code", "errno")


class Refusal(Struct, frozen=True):
    """An error as the platform words it; ``code`` may be empty."""

    code: str
    detail: str


def refusal_in(document: object) -> Refusal | None:
    """The error an answer tells of, in the API's form or the mobile site's; None where it tells of none."""
    answer = as_object(document)
    if answer is None:
        return None
    detail = (text_of(answer.get("error")) or text_of(answer.get("msg")))[:_LONGEST_DETAIL]
    for key in _CODE_KEYS:
        code = _code(answer.get(key))
        if code:
            return Refusal(code, detail)
    if text_of(answer.get("ok")) in {"0", "-100", "False"}:
        return Refusal("-100" if text_of(answer["ok"]) == "-100" else "", detail)
    if isinstance(answer.get("error"), str):
        return Refusal(OAUTH_NAMES.get(detail, ""), detail)
    return None


def reaction_to(code: str, status: int, *, is_write: bool) -> Reaction:
    """What an answer with this code (empty where it has none) and HTTP status calls for.

    A write that was not certainly refused is UNKNOWN: neither an unlisted code nor a server's failure says that
    nothing was done.
    """
    known = _REACTION_TO.get(code)
    if is_write:
        if code in _UNDECIDED:
            return Reaction.UNKNOWN
        return known or (_STATUSES.get(status, Reaction.UNKNOWN) if not code else Reaction.UNKNOWN)
    if known is Reaction.SENT:
        return Reaction.RETRY
    if known is not None:
        return known
    return _read_status(status, has_code=bool(code))


def reaction_to_code(code: str) -> Reaction | None:
    """What a code alone calls for, or None where it is not of the table."""
    return _REACTION_TO.get(code)


def is_certain(status: int) -> bool:
    """A status that says by itself, without any body, that the request was refused."""
    return status in _STATUSES


def _read_status(status: int, *, has_code: bool) -> Reaction:
    if status >= _FIRST_SERVER_ERROR:
        return Reaction.RETRY
    if has_code:
        return Reaction.SETUP
    return _STATUSES.get(status) or _READ_STATUSES.get(status, Reaction.UNREADABLE)


def _code(value: object) -> str:
    """A code as its digits: numbers come as strings too; 0 means no error."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool):
        return ""
    text = text_of(value).strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > _LONGEST_CODE or int(digits) == 0:
        return ""
    return f"{'-' if text.startswith('-') else ''}{int(digits)}"
