"""The code that the platform gives after the account's owner agreed, as the operator or the browser hands it over."""

import hmac
import re
from urllib.parse import parse_qs

from weibo_operator.domain.errors import InvalidInputError

_BLANKS = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
_LABEL = re.compile(r"^(?:授权码|code)[:：=]", re.IGNORECASE)
_CODE = re.compile(r"[0-9A-Za-z._~\-]{6,256}", re.ASCII)


def code_in(given: str, state: str) -> str:
    """The code in what was pasted: the code itself, or the whole address of the page it stands on.

    Raises ``InvalidInputError``: ``empty``; ``state`` when the address belongs to another attempt (or was slipped in);
    ``refused`` when the owner did not agree; ``not_a_code``.
    """
    text = _BLANKS.sub("", given)
    if not text:
        raise InvalidInputError(field="code", reason="empty")
    query = _query_of(text)
    if "error" in query or "error_code" in query:
        raise InvalidInputError(field="code", reason="refused")
    told = query.get("state", state)
    if not hmac.compare_digest(told.encode(errors="replace"), state.encode()):
        raise InvalidInputError(field="code", reason="state")
    code = query.get("code", _LABEL.sub("", text))
    if _CODE.fullmatch(code) is None:
        raise InvalidInputError(field="code", reason="not_a_code")
    return code


def _query_of(text: str) -> dict[str, str]:
    """The parameters of an address, or of the part of one that was copied."""
    written = text.partition("#")[0].rpartition("?")[2]
    return {name: found[0] for name, found in parse_qs(written, errors="replace").items()}
