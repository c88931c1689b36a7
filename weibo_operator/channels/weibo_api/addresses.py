"""Where a server of the platform may lie, and the addresses of what it is asked."""

from urllib.parse import SplitResult, urlsplit

from weibo_operator.domain.open_platform import WEIBO_SERVER, PlatformError, Reaction, is_on_this_machine

_UNREAD_HOST = "https://rm.api.weibo.com"


def safe_server(server: str) -> str:
    """``server`` without a closing slash; raises ``PlatformError`` (SETUP) for what a token must not be sent to.

    Plain HTTP is for this machine only; no name and password, no path, nothing but scheme, host and port.
    """
    parts = _split(server.strip())
    if parts is None or not parts.hostname or not parts.hostname.isascii():
        raise _refused()
    plain = parts.scheme == "http" and is_on_this_machine(server.strip())
    extra = parts.username or parts.password or parts.query or parts.fragment or parts.path.strip("/")
    if extra or not (plain or parts.scheme == "https") or any(sign.isspace() for sign in parts.netloc):
        raise _refused()
    return f"{parts.scheme}://{parts.netloc}"


def same_host(address: str, other: str) -> bool:
    """Both addresses name the same scheme, host and port; a bare path belongs to ``other``'s."""
    parts, base = _split(address), _split(other)
    if parts is None or base is None:
        return False
    if not parts.netloc:
        return not parts.scheme
    return (parts.scheme or base.scheme, parts.netloc.lower()) == (base.scheme, base.netloc.lower())


def resource(server: str, path: str) -> str:
    """The address of a resource of the API, such as ``comments/reply``."""
    return f"{server}/2/{path}.json"


def unread_resource(server: str, path: str) -> str:
    """The address of the unread counter, which has a host of its own on the real platform."""
    return resource(_UNREAD_HOST if server == WEIBO_SERVER else server, path)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _refused() -> PlatformError:
    return PlatformError(Reaction.SETUP, path="", platform_code="server")
