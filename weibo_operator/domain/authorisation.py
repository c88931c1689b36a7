"""The code that the platform gives after the account's owner agreed, as the operator or the browser hands it over."""

import re
from urllib.parse import parse_qs, urlsplit

from weibo_operator.domain.errors import InvalidInputError

_CODE = re.compile(r"[0-9A-Za-z_\-]{8,200}", re.ASCII)


def code_in(given: str, state: str) -> str:
    """The code in what was pasted: the code itself, or the whole address of the page it stands on.

    Raises ``InvalidInputError``: ``empty``; ``state`` when the address belongs to another attempt (or was slipped in);
    ``refused`` when the owner did not agree; ``not_a_code``.
    """
    text = given.strip()
    if not text:
        raise InvalidInputError(field="code", reason="empty")
    if "=" in text or "/" in text:
        text = _code_of_address(text, state)
    if _CODE.fullmatch(text) is None:
        raise InvalidInputError(field="code", reason="not_a_code")
    return text


def _code_of_address(address: str, state: str) -> str:
    try:
        query = urlsplit(address).query or address.partition("?")[2] or address
    except ValueError:
        raise InvalidInputError(field="code", reason="not_a_code") from None
    values = {name: found[0] for name, found in parse_qs(query).items()}
    if "error" in values or "error_code" in values:
        raise InvalidInputError(field="code", reason="refused")
    if values.get("state", state) != state:
        raise InvalidInputError(field="code", reason="state")
    return values.get("code", "")
