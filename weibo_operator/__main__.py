"""``python -m weibo_operator``: the command-line face, which needs no Qt."""

import sys

from weibo_operator.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
