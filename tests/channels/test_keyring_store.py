"""Tokens in the system's keyring, and in memory where there is none."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.errors import KeyringError, KeyringLocked, NoKeyringError

from tests.channels.keyring_ring import Ring
from tests.conftest import PROJECT
from weibo_operator.channels.keyring_store import KeyringSecrets, MemorySecrets, first_safe
from weibo_operator.domain.open_platform import SecretStore


@pytest.fixture
def ring() -> Ring:
    return Ring()


def opened(ring: Ring) -> KeyringSecrets:
    """The store as a new run of the program sees it."""
    return KeyringSecrets(lambda: ring)


def test_what_is_kept_is_there_after_a_restart(ring: Ring):
    store: SecretStore = opened(ring)
    store.keep("token/900", "甲")
    store.keep("token/900", "乙")
    assert store.lasts
    assert opened(ring).read("token/900") == "乙"
    assert set(ring.kept) == {("weibo-operator", "token/900")}
    store.forget("token/900")
    store.forget("token/900")
    assert opened(ring).read("token/900") is None
    assert ring.kept == {}


@given(values=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=1, max_size=3))
def test_any_value_of_any_length_comes_back_whole_and_leaves_nothing(values: list[str]):
    ring = Ring()
    for value in values:
        long = value * 90
        opened(ring).keep("token/1", long)
        assert opened(ring).read("token/1") == long
    opened(ring).forget("token/1")
    assert ring.kept == {}


def test_a_value_with_a_missing_piece_is_none(ring: Ring):
    opened(ring).keep("token/1", "x" * 5000)
    del ring.kept["weibo-operator", "token/1#2"]
    assert opened(ring).read("token/1") is None


@pytest.mark.parametrize(
    "error", [KeyringError("x"), KeyringLocked("x"), NoKeyringError("x"), OSError("no bus"), RuntimeError("x")]
)
def test_a_keyring_that_fails_is_replaced_by_memory_for_this_run(ring: Ring, error: Exception):
    store = opened(ring)
    store.keep("token/1", "old")
    ring.error = error
    assert store.read("token/1") is None
    store.keep("token/1", "new")
    assert store.read("token/1") == "new"
    assert not store.lasts
    store.forget("token/1")
    assert store.read("token/1") is None
    ring.error = None
    assert store.read("token/1") == "old"
    store.keep("token/1", "newer")
    assert store.lasts
    assert opened(ring).read("token/1") == "newer"


def test_a_keyring_that_forgets_is_noticed(ring: Ring):
    ring.forgets = True
    store = opened(ring)
    store.keep("token/1", "value")
    assert not store.lasts
    assert store.read("token/1") == "value"


def test_a_keyring_that_cannot_even_be_looked_for():
    def find() -> Ring:
        raise NoKeyringError("x")

    store = KeyringSecrets(find)
    store.keep("token/1", "value")
    assert (store.read("token/1"), store.lasts) == ("value", False)


def test_memory_is_gone_with_the_program():
    store: SecretStore = MemorySecrets()
    store.keep("token/1", "value")
    assert (store.read("token/1"), store.lasts) == ("value", False)
    store.forget("token/1")
    store.forget("token/1")
    assert store.read("token/1") is None


class PlainFile(Ring):
    """Stands in for a keyring that writes plain text."""


PlainFile.__module__ = "keyrings.alt.file"


def test_keyrings_that_keep_nothing_or_keep_it_open_to_all_are_refused(ring: Ring):
    refused = [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), PlainFile()]
    assert first_safe(refused) is None
    assert first_safe([*refused, ring]) is ring


needs_secret_service = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="needs dbus-run-session and gnome-keyring-daemon, which this machine does not have",
)
UNLOCK = 'gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && exec "$@"'


def visit(home: Path, *steps: list[str]) -> list[object]:
    """One run of the program in a session of its own, with the keyring in ``home`` unlocked by its password."""
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    kept_out = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "PYTHON_KEYRING_BACKEND", "XDG_CONFIG_HOME")
    environment = {name: value for name, value in os.environ.items() if name not in kept_out}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "XDG_DATA_HOME": str(home / "data")}
    command = ["dbus-run-session", "--", "sh", "-c", UNLOCK, "sh", sys.executable, "-m"]
    done = subprocess.run(
        [*command, "tests.channels.secret_service_visit", json.dumps(steps)],
        cwd=PROJECT,
        env=environment,
        input="the keyring's password",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@needs_secret_service
def test_a_real_secret_service_keeps_tokens_encrypted_across_runs(tmp_path: Path):
    token, long = "2.00AbCdEfGhIjKlMnOp", "字母" * 2_000
    assert visit(tmp_path, ["keep", "token/900", token], ["keep", "app/2005", long], ["lasts"]) == [True]
    said = visit(tmp_path, ["read", "token/900"], ["read", "app/2005"], ["forget", "token/900"], ["read", "nothing"])
    assert said == [token, long, None]
    assert visit(tmp_path, ["read", "token/900"], ["lasts"]) == [None, True]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(token.encode() in path.read_bytes() or "字母".encode() in path.read_bytes() for path in files)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a keyring, which is the developer's own")
def test_without_a_secret_service_the_program_goes_on(tmp_path: Path):
    environment = {"HOME": str(tmp_path), "PATH": os.defpath}
    steps = json.dumps([["keep", "token/900", "value"], ["read", "token/900"], ["lasts"]])
    command = [sys.executable, "-m", "tests.channels.secret_service_visit", steps]
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (json.loads(done.stdout), done.stderr) == (["value", False], "")
