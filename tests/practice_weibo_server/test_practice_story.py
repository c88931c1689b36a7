"""The practice shop's story: enough people, lists that move, and it runs by hand."""

import subprocess
import sys
import threading
from datetime import UTC, datetime

from tests.conftest import PROJECT
from tests.practice_weibo import PracticeWeibo
from tests.practice_weibo.by_hand import running, told
from tests.practice_weibo.story import APP_KEY, APP_WORD, SHOP_UID, SUPPORT_UID, one_more, shop_world, trickle
from tests.practice_weibo.texts import LIMIT, length
from tests.practice_weibo_server.visitor import Visitor

NOON = datetime(2026, 11, 19, 4, 0, tzinfo=UTC)


def test_some_forty_customers_write_to_both_accounts():
    world = shop_world(NOON)
    assert len([user for user in world.users.values() if not user.is_ours]) >= 40
    assert len(world.comments_to(SHOP_UID)) >= 20
    assert len(world.mentions(SHOP_UID)) >= 8
    assert len(world.comment_mentions(SHOP_UID)) == 2
    assert len(world.mentions(SUPPORT_UID)) == 2
    assert len(world.comments_to(SUPPORT_UID)) >= 4
    assert all(length(one.text) <= LIMIT for one in world.comments.values())
    assert all(one.at <= NOON for one in (*world.comments.values(), *world.posts.values()))


def test_more_customers_come_and_never_run_dry():
    world = shop_world(NOON)
    before = len(world.comments) + len(world.posts)
    for number in range(20):
        world.advance(minutes=1)
        one_more(world, number)
    assert len(world.comments) + len(world.posts) == before + 20


def test_trickle_ends_when_told():
    world, stop = shop_world(), threading.Event()
    stop.set()
    before = len(world.comments)
    trickle(world, stop, every=3600)
    assert len(world.comments) == before


def test_the_overview_shows_posts_comments_and_the_key():
    with PracticeWeibo(shop_world(NOON)) as server:
        shown = Visitor(server.address).ask("/").body.decode()
    assert APP_KEY in shown
    assert APP_WORD in shown
    assert "看报用中间那档" in shown
    assert "发错了发错了" not in shown


def test_by_hand_it_says_where_it_is_and_stops():
    with running() as server:
        assert server.address in told(server)
        assert Visitor(server.address, server.world.token(server.world.users[SHOP_UID])).get("emotions").status == 200
    assert [thread for thread in threading.enumerate() if thread.name in ("customers", "practice Weibo")] == []


def test_it_runs_as_a_module_of_its_own():
    command = [sys.executable, "-m", "tests.practice_weibo", "--port", "0"]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        address = line.split()[2]
        assert Visitor(address).ask("/practice/world").json["apps"][0]["key"] == APP_KEY
        child.kill()


def test_the_server_needs_neither_the_program_nor_other_libraries():
    script = "import sys, tests.practice_weibo.__main__\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-S", "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True)
    tops = {name.partition(".")[0] for name in done.stdout.split()}
    assert "weibo_operator" not in tops
    assert tops - {"tests", "__main__", "__mp_main__"} <= set(sys.stdlib_module_names)
