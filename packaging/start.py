"""The installed program's first file: the same face as the command `weibo-operator`."""

import sys

from ui.__main__ import main

sys.exit(main())
