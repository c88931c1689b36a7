"""A process of its own on a real Secret Service: keeps, reads or forgets what it is told, and says what it found."""

import json
import sys

from weibo_operator.channels.keyring_store import KeyringSecrets


def main(steps: list[list[str]]) -> None:
    secrets = KeyringSecrets()
    said: list[object] = []
    for step in steps:
        match step:
            case ["keep", name, value]:
                secrets.keep(name, value)
            case ["forget", name]:
                secrets.forget(name)
            case ["read", name]:
                said.append(secrets.read(name))
            case _:
                said.append(secrets.lasts)
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
