"""``python -m weibo_operator``: the command-line face, which needs no Qt."""

import sys

from weibo_operator.translation import settle_for_command_line

if __name__ == "__main__":
    settle_for_command_line(sys.argv[1:])  # before any module that holds sentences is imported
    from weibo_operator.cli.main import main

    sys.exit(main(sys.argv[1:]))
