"""``weibo-operator``: the window when given no sub-command, else the command line, which needs no Qt."""

import sys

from weibo_operator.cli.arguments import COMMANDS
from weibo_operator.cli.main import main as command_line


def main() -> int:
    """Choose the face."""
    arguments = sys.argv[1:]
    if any(argument in COMMANDS or argument in ("-h", "--help") for argument in arguments):
        return command_line(arguments)
    from ui.main import main as window

    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())
