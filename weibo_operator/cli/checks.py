"""What ``doctor`` looks at outside the file: the credential store and a Chinese font."""

import shutil
import subprocess
import sys

from weibo_operator.channels.keyring_store import system_keyring
from weibo_operator.services.health import Check, OutsideCheck


def outside_checks() -> tuple[OutsideCheck, ...]:
    """The checks of this machine."""
    return (credential_store, chinese_font)


def credential_store() -> Check:
    """Whether permissions would last: without a keyring that is safe they live for this run only."""
    found = system_keyring()
    name = "memory" if found is None else type(found).__module__ + "." + type(found).__name__
    return Check("keyring", found is not None, name, vital=False)


def chinese_font() -> Check:
    """Whether the machine can show Chinese; only Linux may come without such a font."""
    if not sys.platform.startswith("linux"):
        return Check("fonts", True, sys.platform, vital=False)
    lister = shutil.which("fc-list")
    if lister is None:
        return Check("fonts", False, "fc-list", vital=False)
    command = [lister, ":lang=zh-cn", "family"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)  # noqa: S603  fixed words
    families = sorted({line.split(",")[0] for line in listed.stdout.splitlines() if line.strip()})
    return Check("fonts", bool(families), ", ".join(families[:3]), vital=False)
