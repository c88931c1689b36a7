"""The practice shop's Weibo for people: it serves, customers go on writing, and it says where it is."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.practice_weibo.server import PracticeWeibo
from tests.practice_weibo.story import APP_KEY, APP_WORD, shop_world, trickle


@contextmanager
def running(*, port: int = 0, every: float = 150) -> Iterator[PracticeWeibo]:
    """The shop's world on a port (0: any free one); a further customer every so many seconds (0: none)."""
    world, stop = shop_world(), threading.Event()
    writer = threading.Thread(target=trickle, args=(world, stop), kwargs={"every": every}, name="customers")
    with PracticeWeibo(world, port=port) as server:
        if every:
            writer.start()
        try:
            yield server
        finally:
            stop.set()
            if every:
                writer.join()


def told(server: PracticeWeibo) -> str:
    """Address, key and secret, for the terminal."""
    return f"Practice Weibo: {server.address}  App Key {APP_KEY}  App Secret {APP_WORD}"
