"""Values of a parsed JSON document, as the rest of the import wants them."""

import re
from collections.abc import Mapping
from typing import cast

JsonObject = Mapping[str, object]
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def as_object(value: object) -> JsonObject | None:
    """``value`` as a JSON object, or None when it is something else."""
    return cast("JsonObject", value) if isinstance(value, dict) else None


def text_of(value: object) -> str:
    """A JSON scalar as the text a table cell would hold: null is "", a list of words is comma-joined."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        parts = cast("list[object]", value)
        return ",".join(text_of(part) for part in parts if not isinstance(part, list))
    # JSON can spell half a character and a zero, which neither UTF-8 nor the database take.
    return _UNSTORABLE.sub("", value if isinstance(value, str) else str(value))
