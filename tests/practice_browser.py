"""Plays the operator's browser on the practice Weibo's page: opens it, presses a button, goes where it is sent."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.practice_weibo_server.visitor import Got, Visitor


def pressed(address: str, uid: str, decision: str = "agree") -> str:
    """Where the page sends the browser after the button was pressed."""
    parts = urlsplit(address)
    site = Visitor(f"{parts.scheme}://{parts.netloc}")
    assert site.ask(f"{parts.path}?{parts.query}").status == 200
    fields = dict(parse_qsl(parts.query)) | {"uid": uid, "decision": decision}
    return site.ask("/oauth2/authorize", urlencode(fields).encode()).headers["Location"]


def visited(location: str) -> Got:
    """Go there."""
    parts = urlsplit(location)
    return Visitor(f"{parts.scheme}://{parts.netloc}").ask(f"{parts.path or '/'}?{parts.query}")
