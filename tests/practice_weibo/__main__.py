"""Runs the practice Weibo by hand: ``python -m tests.practice_weibo --port 0``; Ctrl+C ends it."""

import argparse
import sys
import threading

from tests.practice_weibo.by_hand import running, told


def main() -> int:
    """Serve the practice shop until interrupted."""
    parser = argparse.ArgumentParser(prog="practice_weibo", description="A practice Weibo on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--every", type=float, default=150, help="seconds between further customers; 0: none")
    options = parser.parse_args()
    with running(port=options.port, every=options.every) as server:
        sys.stdout.write(f"{told(server)}\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
