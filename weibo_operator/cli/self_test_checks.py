"""What the self-test looks at on this machine that needs no window: language, file, network, keyring, folder."""

import os
import platform
import ssl
import sys
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from weibo_operator.bootstrap import Language, build, load_language
from weibo_operator.channels.keyring_store import KeyringSecrets
from weibo_operator.cli.checks import credential_store
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.open_platform import SecretStore
from weibo_operator.language.segment import Segmenter
from weibo_operator.services.health import Check

_COMPLAINT = "衣服破了一个洞，我要退款！"
_CUT = "退款"
_WITH_A_SLIP = "您好，包裹已经发出，请奈心等待"
_SLIP = "奈心"
_WORD = "self-test 自检"
"""Under this name and of this content, in the keyring."""


def machine_checks(resources: Path, folder: Path) -> tuple[Check, ...]:
    """Every check, in the order in which they are told; the desk's own file is never opened."""
    language = cache(partial(load_language, resources))
    return (
        _tried("language", lambda: _language(language())),
        _tried("segmenter", _segmenter),
        _tried("database", lambda: _database(resources, language())),
        _tried("tls", _certificates),
        keyring_check(credential_store(), KeyringSecrets()),
        _tried("data_folder", lambda: _data_folder(folder)),
        _tried("licences", lambda: _licences(resources)),
    )


def keyring_check(found: Check, secrets: SecretStore) -> Check:
    """What was found, put to the test: a word is kept, read and removed again. The system may ask for its password."""
    if not found.ok:
        return found
    secrets.keep(_WORD, _WORD)
    kept = secrets.read(_WORD) == _WORD and secrets.lasts
    secrets.forget(_WORD)
    return Check(found.name, kept, found.detail, vital=False)


def where_it_runs() -> str:
    """Python's version and the system, and whether this is an installed program or a checkout."""
    kind = "bundle" if getattr(sys, "frozen", False) else "source"
    return f"{kind}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def _tried(name: str, action: Callable[[], str]) -> Check:
    try:
        return Check(name, True, action())
    except (OperatorError, OSError, ImportError, ValueError, KeyError) as error:
        return Check(name, False, f"{type(error).__name__}: {error}")


def _language(language: Language) -> str:
    """Read a complaint and a slip with the shipped models, as the window does."""
    kind = language.triage.triage(_COMPLAINT).kind
    found = [finding.text for finding in language.check.check(_WITH_A_SLIP, audience=Audience.PUBLIC)]
    if _SLIP not in found:
        raise ValueError(f"{_SLIP} {found}")
    return f"{kind}, {_SLIP}"


def _segmenter() -> str:
    words = Segmenter().words(_COMPLAINT)
    if _CUT not in [word.text for word in words]:
        raise ValueError(_COMPLAINT)
    return " ".join(word.text for word in words)


def _database(resources: Path, language: Language) -> str:
    """Make a file with every migration and examine it, the full-text index included."""
    with tempfile.TemporaryDirectory(prefix="weibo-operator-") as folder:
        operator = build(Path(folder) / "self-test.db", resources=resources, language=language)
        try:
            broken = [check.name for check in operator.health.examine() if check.vital and not check.ok]
            (version,) = operator.desk.connection.execute("SELECT sqlite_version()").fetchone()
        finally:
            operator.close()
    if broken:
        raise ValueError(", ".join(broken))
    return f"SQLite {version}, FTS5"


def _certificates() -> str:
    """The roots that the open platform's client trusts, by the call that it makes itself."""
    import httpx

    roots = len(httpx.create_ssl_context().get_ca_certs())
    if not roots:
        raise ValueError("no root certificates")
    return f"{ssl.OPENSSL_VERSION}, {roots}"


def _data_folder(folder: Path) -> str:
    """Write a file where the desk's lies; the folder is the operator's alone, as the desk makes it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix="self-test-", dir=folder)
    os.close(handle)
    Path(name).unlink()
    return str(folder)


def _licences(resources: Path) -> str:
    texts = list((resources / "licences" / "texts").glob("*.txt"))
    if not texts:
        raise FileNotFoundError("licences/texts")
    return str(len(texts))
