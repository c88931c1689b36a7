"""Every fault of the practice Weibo over real sockets, and what of the request was done all the same."""

import http.client
import json
import subprocess
import sys
import threading
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest

from tests.conftest import PROJECT
from tests.practice_weibo import Kind, PracticeWeibo, World
from tests.practice_weibo_server.conftest import Shop
from tests.practice_weibo_server.visitor import Got

CUT = (http.client.RemoteDisconnected, ConnectionError, OSError)


def given(shop: Shop) -> list[str]:
    return [one.given for one in shop.world.replies()]


def create(shop: Shop, text: str) -> Got:
    return shop.visitor.post("comments/create", id=shop.post.id, comment=text)


@pytest.mark.parametrize("taken", [False, True])
def test_a_slow_answer_waits_for_the_test(shop: Shop, taken: bool):
    rule = shop.server.faults.add(Kind.SLOW, "comments/*", taken=taken)
    got: list[Got] = []
    thread = threading.Thread(target=lambda: got.append(create(shop, "好")))
    thread.start()
    assert rule.reached.wait(10)
    assert given(shop) == (["好"] if taken else [])
    assert got == []
    rule.release.set()
    thread.join(10)
    assert got[0].status == 200
    assert given(shop) == ["好"]


def test_cut_before_the_request_is_read(shop: Shop):
    rule = shop.server.faults.add(Kind.CUT_BEFORE, "comments/create")
    with pytest.raises(CUT):
        create(shop, "好")
    assert rule.reached.is_set()
    assert shop.world.writes() == []
    assert create(shop, "好").status == 200


@pytest.mark.parametrize("reset", [False, True])
def test_cut_after_the_request_was_taken(shop: Shop, reset: bool):
    shop.server.faults.add(Kind.CUT_AFTER, "comments/*", reset=reset)
    with pytest.raises(CUT):
        create(shop, "好")
    assert given(shop) == ["好"]
    assert shop.visitor.get("comments/by_me").json["comments"][0]["text"] == "好"


def test_half_an_answer(shop: Shop):
    shop.server.faults.add(Kind.HALF, "comments/create")
    with pytest.raises(http.client.IncompleteRead):
        create(shop, "好")
    assert given(shop) == ["好"]


@pytest.mark.parametrize("taken", [False, True])
def test_a_proxys_error_before_and_after(shop: Shop, taken: bool):
    shop.server.faults.add(Kind.STATUS, "comments/create", status=503, taken=taken)
    got = create(shop, "好")
    assert (got.status, got.headers.get_content_type()) == (503, "text/html")
    assert given(shop) == (["好"] if taken else [])


@pytest.mark.parametrize("code", ["10014", "10005", "21327", "21332", "20031", "20016", "20017", "20111", "10001"])
def test_an_error_of_the_platform_for_one_path(shop: Shop, code: str):
    shop.server.faults.add(Kind.ERROR, "comments/create", code=code)
    got = create(shop, "好")
    assert (got.status in (400, 403), got.code, got.json["request"]) == (True, code, "/2/comments/create.json")
    assert given(shop) == []
    assert create(shop, "好").status == 200


def test_the_status_of_an_error_may_be_anything(shop: Shop):
    shop.server.faults.add(Kind.ERROR, "comments/create", code="20019", status=200)
    got = create(shop, "好")
    assert (got.status, got.code) == (200, "20019")


def test_done_but_late_is_stored(shop: Shop):
    shop.server.faults.add(Kind.ERROR, "comments/*", code="20032")
    assert create(shop, "好").code == "20032"
    assert given(shop) == ["好"]


def test_a_plain_403(shop: Shop):
    shop.server.faults.add(Kind.STATUS, "statuses/mentions", status=403, times=None)
    assert shop.visitor.get("statuses/mentions").status == 403
    assert shop.visitor.get("statuses/mentions").status == 403
    assert shop.visitor.get("comments/to_me").status == 200


def test_a_rate_limit_lasts_until_its_reset(shop: Shop):
    shop.server.faults.add(Kind.RATE_LIMIT, "comments/to_me", seconds=600)
    assert shop.visitor.get("comments/to_me").code == "10023"
    assert shop.visitor.get("statuses/mentions").code == "10023"
    left = shop.visitor.get("account/rate_limit_status").json
    assert (left["remaining_user_hits"], left["reset_time_in_seconds"]) == (0, 600)
    shop.world.advance(seconds=600)
    assert shop.visitor.get("comments/to_me").status == 200


def test_a_rate_limit_of_one_path(shop: Shop):
    shop.server.faults.add(Kind.RATE_LIMIT, "comments/create", code="10024")
    assert create(shop, "好").code == "10024"
    assert create(shop, "好").code == "10024"
    assert shop.visitor.get("comments/to_me").status == 200


@pytest.mark.parametrize("taken", [False, True])
def test_a_page_instead_of_json(shop: Shop, taken: bool):
    shop.server.faults.add(Kind.HTML, "comments/create", taken=taken)
    got = create(shop, "好")
    assert got.status == 200
    assert got.body.startswith(b"<html>")
    assert given(shop) == (["好"] if taken else [])


def test_json_that_ends_in_the_middle(shop: Shop):
    shop.server.faults.add(Kind.MALFORMED, "comments/to_me")
    got = shop.visitor.get("comments/to_me")
    assert int(got.headers["Content-Length"]) == len(got.body)
    with pytest.raises(ValueError, match="Expecting"):
        json.loads(got.body)


def test_a_huge_body(shop: Shop):
    shop.server.faults.add(Kind.HUGE, "comments/to_me", size=3_000_000)
    got = shop.visitor.get("comments/to_me")
    assert len(got.body) == 3_000_000
    assert got.json["comments"] == []


def test_a_redirect_to_another_host(shop: Shop):
    shop.server.faults.add(Kind.REDIRECT, "comments/create", location="http://elsewhere.invalid/x", status=307)
    got = create(shop, "好")
    assert (got.status, got.headers["Location"]) == (307, "http://elsewhere.invalid/x")
    assert given(shop) == []


def test_rows_missing_twice_and_out_of_order(shop: Shop):
    further = [shop.world.comment(shop.customer(f"客{number}"), shop.post, f"{number}").id for number in range(5)]
    made = [shop.asked.id, *further]
    newest = made[::-1]
    shop.server.faults.add(Kind.SHORT, "comments/to_me")
    assert shop.ids("comments/to_me") == newest[::2]
    shop.server.faults.add(Kind.REORDERED, "comments/to_me")
    mixed = shop.ids("comments/to_me")
    assert mixed != newest
    assert sorted(mixed, reverse=True) == newest
    shop.server.faults.add(Kind.DUPLICATES, "comments/to_me")
    assert shop.ids("comments/to_me", max_id=made[1]) == [made[2], made[1], made[1], made[0], made[0]]
    assert shop.ids("comments/to_me") == newest


def test_a_wrong_clock(shop: Shop):
    shop.server.faults.add(Kind.WRONG_CLOCK, "comments/to_me", seconds=-7200)
    got = shop.visitor.get("comments/to_me")
    assert parsedate_to_datetime(got.headers["Date"]) == shop.world.now() - timedelta(hours=2)
    assert got.json["comments"][0]["created_at"] == "Thu Nov 19 10:00:00 +0800 2026"
    assert shop.visitor.get("comments/to_me").json["comments"][0]["created_at"] == "Thu Nov 19 12:00:00 +0800 2026"


def test_only_the_nth_calls(shop: Shop):
    rule = shop.server.faults.add(Kind.STATUS, "comments/*", first=2, times=2)
    statuses = [shop.visitor.get("comments/to_me").status for _ in range(5)]
    assert statuses == [200, 502, 502, 200, 200]
    assert rule.hits == 2


def test_a_permission_may_fail_too(shop: Shop):
    shop.server.faults.add(Kind.ERROR, "oauth2/access_token", code="21331")
    assert shop.visitor.ask("/oauth2/access_token", b"code=1").code == "21331"


def test_a_delay_ends_with_the_server(shop: Shop):
    rule = shop.server.faults.add(Kind.DELAY, "comments/*", seconds=3600)
    thread = threading.Thread(target=_ignore_cut, args=(shop,))
    thread.start()
    assert rule.reached.wait(10)
    shop.server.close()
    thread.join(10)
    assert not thread.is_alive()


def _ignore_cut(shop: Shop) -> None:
    try:
        create(shop, "好")
    except (*CUT, http.client.IncompleteRead):  # where the server ends in the middle of its answer
        return


def control(shop: Shop, **rule: object) -> Got:
    return shop.visitor.ask("/practice/faults", json.dumps(rule).encode(), "application/json")


def test_faults_and_world_over_http(shop: Shop):
    made = control(shop, kind="error", path="comments/create", code="20016", times=2)
    assert made.status == 200
    assert create(shop, "好").code == "20016"
    listed = json.loads(shop.visitor.ask("/practice/faults").body)
    assert [(rule["kind"], rule["hits"], rule["times"]) for rule in listed] == [("error", 1, 2)]
    assert control(shop, clear=True).json == {"cleared": True}
    assert create(shop, "好").status == 200
    world = shop.visitor.ask("/practice/world").json
    assert [one["given"] for one in world["replies"]] == ["好"]
    assert world["apps"][0]["key"] == shop.app.key
    assert control(shop, kind="nonsense").status == 400


def test_a_slow_answer_is_released_over_http(shop: Shop):
    number = control(shop, kind="slow", path="comments/create").json["number"]
    thread = threading.Thread(target=create, args=(shop, "好"))
    thread.start()
    assert control(shop, release=number).json == {"released": True}
    thread.join(10)
    assert given(shop) == ["好"]


def test_another_process_is_served_and_killed(shop: Shop):
    rule = shop.server.faults.add(Kind.SLOW, "comments/create")
    script = (
        "import sys\nfrom tests.practice_weibo_server.visitor import Visitor\n"
        "Visitor(sys.argv[1], sys.argv[2]).post('comments/create', id=sys.argv[3], comment='好')"
    )
    command = [sys.executable, "-c", script, shop.server.address, shop.visitor.token, str(shop.post.id)]
    with subprocess.Popen(command, cwd=PROJECT) as child:
        assert rule.reached.wait(30)
        child.kill()
    rule.release.set()
    assert given(shop) == ["好"]


def test_closing_cuts_connections_that_are_kept_open():
    world = World()
    token = world.token(world.account("店"))
    with PracticeWeibo(world) as server:
        port = int(server.address.rpartition(":")[2])
        kept = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        for _ in range(2):
            kept.request("GET", "/2/account/get_uid.json", headers={"Authorization": f"OAuth2 {token}"})
            with kept.getresponse() as answer:
                answer.read()
                assert answer.status == 200
    kept.close()
    assert [thread for thread in threading.enumerate() if "practice Weibo" in thread.name] == []
    server.close()
