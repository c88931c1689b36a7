"""A certificate for 127.0.0.1 that nobody in the world vouches for."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest


def own_certificate(folder: Path) -> Path:
    """Key and certificate in one file; skips the test where openssl is missing."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate for a server of one's own")
    made = folder / "own.pem"
    command = (
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=127.0.0.1 "
        f"-addext subjectAltName=IP:127.0.0.1 -keyout {made} -out {made}.crt"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    made.write_text(made.read_text() + Path(f"{made}.crt").read_text())
    return made


def proved_by(certificate: Path) -> ssl.SSLContext:
    """What a server speaks with that shows this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
