"""One HTTP answer of the practice Weibo."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, body and further headers."""

    status: int
    body: bytes
    content_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def json_answer(content: object, status: int = 200) -> Answer:
    """JSON as the platform sends it."""
    return Answer(status, json.dumps(content, ensure_ascii=False).encode(), "application/json;charset=UTF-8")


def page_answer(page: bytes, status: int = 200) -> Answer:
    """A page for people; it loads nothing from anywhere."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return Answer(status, page, headers=(("Content-Security-Policy", policy), ("Referrer-Policy", "no-referrer")))
