"""The practice Weibo's endpoints over real sockets: shapes, paging, what it refuses, and its books."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from tests.practice_weibo import NO_LIMITS, Limits, Post, PracticeWeibo, World
from tests.practice_weibo.texts import length
from tests.practice_weibo_server.conftest import Shop
from tests.practice_weibo_server.visitor import Visitor

LISTS = ("statuses/mentions", "comments/to_me", "comments/mentions", "comments/by_me")


def numbered(shop: Shop, count: int) -> list[int]:
    """Ids of so many further comments, oldest first, a minute apart."""
    made: list[int] = []
    for number in range(count):
        shop.world.advance(minutes=1)
        made.append(shop.world.comment(shop.customer(f"客{number}"), shop.post, f"第 {number} 条").id)
    return made


def test_a_comment_has_its_post_its_author_and_its_time(shop: Shop):
    row = shop.visitor.get("comments/to_me").json["comments"][0]
    assert row["id"] == shop.asked.id
    assert row["idstr"] == row["mid"] == str(shop.asked.id)
    assert row["created_at"] == "Thu Nov 19 12:00:00 +0800 2026"
    assert row["user"]["screen_name"] == "番茄不炒蛋"
    assert row["status"]["user"]["id"] == int(shop.me.uid)
    assert "reply_comment" not in row


def test_a_post_id_carries_its_time(shop: Shop):
    assert (shop.post.id >> 22) + 515_483_463 == int(shop.post.at.timestamp())


def test_each_list_has_its_own_rows(shop: Shop):
    stranger = shop.customer("路人")
    elsewhere = shop.world.post(stranger, "求推荐音箱")
    mention = shop.world.mention(stranger, shop.me, "在吗")
    named = shop.world.comment(stranger, elsewhere, f"@{shop.me.name} 家的不错")
    mine = shop.reply("明天到")
    back = shop.world.comment(stranger, shop.post, f"回复@{shop.me.name}:好", reply_to=shop.world.comments[mine["id"]])
    assert shop.ids("statuses/mentions") == [mention.id]
    assert shop.ids("comments/to_me") == [back.id, shop.asked.id]
    assert shop.ids("comments/mentions") == [named.id]
    assert shop.ids("comments/by_me") == [mine["id"]]
    assert shop.visitor.get("comments/to_me").json["comments"][0]["reply_comment"]["id"] == mine["id"]


def test_since_is_strict_and_max_is_inclusive(shop: Shop):
    made = numbered(shop, 5)
    assert shop.ids("comments/to_me", since_id=made[1]) == [made[4], made[3], made[2]]
    assert shop.ids("comments/to_me", max_id=made[1]) == [made[1], made[0], shop.asked.id]
    assert shop.ids("comments/to_me", since_id=made[0], max_id=made[2], count=1) == [made[2]]


def test_pages_count_from_one_and_the_cursor_ends_at_zero(shop: Shop):
    made = [shop.asked.id, *numbered(shop, 4)]
    first = shop.visitor.get("comments/to_me", count=2).json
    assert [row["id"] for row in first["comments"]] == [made[4], made[3]]
    assert first["next_cursor"] == made[2]
    assert first["total_number"] == 5
    last = shop.visitor.get("comments/to_me", count=2, page=3).json
    assert [row["id"] for row in last["comments"]] == [made[0]]
    assert last["next_cursor"] == 0


def test_hidden_and_deleted_rows_make_a_page_shorter_not_the_list(shop: Shop):
    made = numbered(shop, 4)
    shop.world.hide(shop.world.comments[made[3]])
    shop.world.delete(shop.world.comments[made[2]])
    page = shop.visitor.get("comments/to_me", count=3).json
    assert [row["id"] for row in page["comments"]] == [made[1]]
    assert page["next_cursor"] == made[0]


def test_a_deleted_post_leaves_a_shell(shop: Shop):
    retweet = shop.world.post(shop.customer(), f"转发@{shop.me.name} 的", retweet_of=shop.post)
    shop.world.delete(shop.post)
    row = shop.visitor.get("statuses/mentions").json["statuses"][0]
    assert row["id"] == retweet.id
    assert row["retweeted_status"]["deleted"] == "1"
    assert "user" not in row["retweeted_status"]
    assert shop.visitor.get("statuses/show", id=shop.post.id).code == "20101"


def test_an_empty_list_has_the_same_keys(shop: Shop):
    answer = shop.visitor.get("statuses/mentions").json
    assert answer["statuses"] == []
    assert answer["total_number"] == answer["next_cursor"] == 0


def test_reading_a_list_empties_its_counter_only(shop: Shop):
    shop.world.mention(shop.customer(), shop.me, "在吗")
    before = shop.visitor.get("remind/unread_count", uid=shop.me.uid).json
    assert (before["mention_status"], before["cmt"], before["mention_cmt"]) == (1, 1, "0")
    shop.visitor.get("comments/to_me")
    after = shop.visitor.get("remind/unread_count").json
    assert (after["mention_status"], after["cmt"]) == (1, 0)


def test_counters_stay_where_reading_resets_nothing():
    world = World(unread_resets=False)
    me = world.account("店")
    world.mention(world.user("客"), me, "在吗")
    with PracticeWeibo(world) as server:
        visitor = Visitor(server.address, world.token(me))
        visitor.get("statuses/mentions")
        assert visitor.get("remind/unread_count").json["mention_status"] == 1


def test_a_reply_gets_its_prefix_unless_told(shop: Shop):
    assert shop.reply("明天到", rip="1.1.1.1")["text"] == "回复@番茄不炒蛋:明天到"
    assert shop.reply("后天到", without_mention=1)["text"] == "后天到"
    under = shop.visitor.post("comments/create", id=shop.post.id, comment="大家好 & 50%").json
    assert under["text"] == "大家好 & 50%"
    assert [(one.path, one.given) for one in shop.world.replies()] == [
        ("comments/reply", "明天到"),
        ("comments/reply", "后天到"),
        ("comments/create", "大家好 & 50%"),
    ]


def test_the_prefix_counts_for_the_length(shop: Shop):
    prefix = length("回复@番茄不炒蛋:")
    fitting = "好" * (140 - prefix)
    assert shop.reply(fitting + "好")["error_code"] == 20012
    assert "id" in shop.reply(fitting)
    assert "id" in shop.reply(fitting + "好", without_mention=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ab", 1), ("好a", 2), ("😀", 2), ("看 http://example.com/x", 12), ("http://t.cn/A123456", 10), ("a\r\nb", 2)],
)
def test_length(text: str, expected: int):
    assert length(text) == expected


def test_what_is_refused_is_in_the_books_too(shop: Shop):
    shop.reply("好")
    assert shop.visitor.post("comments/create", id=shop.post.id, comment="好").code == "20019"
    assert shop.visitor.post("comments/create", id=shop.post.id, comment=" ").code == "20008"
    shop.world.delete(shop.asked)
    assert shop.reply("在吗")["error_code"] == 20201
    shop.world.delete(shop.post)
    assert shop.visitor.post("comments/create", id=shop.post.id, comment="在").code == "20101"
    assert [one.outcome for one in shop.world.writes()] == ["stored", "20019", "20008", "20201", "20101"]
    assert len(shop.world.replies()) == 1


def test_without_the_rule_a_text_sent_twice_is_there_twice(shop: Shop):
    shop.world.refuses_repeats = False
    shop.reply("好")
    shop.reply("好")
    assert [one.given for one in shop.world.replies()] == ["好", "好"]


def test_a_post_or_a_person_may_be_closed(shop: Shop):
    shop.world.refuse(shop.post, "20206")
    assert shop.reply("好")["error_code"] == 20206
    other = shop.world.mention(shop.customer("老板"), shop.me, "在吗")
    shop.world.refuse(shop.customer("老板"), "20205")
    assert shop.visitor.post("comments/create", id=other.id, comment="在").code == "20205"


def test_a_comment_under_another_post_is_not_found(shop: Shop):
    other = shop.world.post(shop.me, "另一条")
    assert shop.visitor.post("comments/reply", cid=shop.asked.id, id=other.id, comment="好").code == "20201"


def test_missing_and_wrong_fields(shop: Shop):
    assert shop.visitor.post("comments/reply", id=shop.post.id, comment="好").code == "20204"
    assert shop.visitor.post("comments/create", comment="好").code == "20109"
    assert shop.visitor.get("comments/to_me", since_id="abc").code == "10008"
    shop.world.wants_rip = True
    assert shop.visitor.post("comments/create", id=shop.post.id, comment="好").code == "10016"


def test_own_comments_only_are_taken_back(shop: Shop):
    mine = shop.reply("发错了")
    assert shop.visitor.post("comments/destroy", cid=shop.asked.id).code == "20203"
    assert shop.visitor.post("comments/destroy", cid=mine["id"]).json["id"] == mine["id"]
    assert shop.visitor.post("comments/destroy", cid=mine["id"]).code == "20201"
    assert shop.ids("comments/by_me") == []
    assert len(shop.world.replies()) == 1


def test_users_ids_and_emotions(shop: Shop):
    assert shop.visitor.get("account/get_uid").json == {"uid": shop.me.uid}
    assert shop.visitor.get("users/show", uid=shop.me.uid).json["name"] == shop.me.name
    assert shop.visitor.get("users/show", screen_name="番茄不炒蛋").json["verified"] is False
    assert shop.visitor.get("users/show", uid=1).code == "20003"
    assert shop.visitor.get("emotions").json[0]["phrase"] == "[微笑]"
    assert shop.visitor.get("comments/show", id=shop.post.id).json["total_number"] == 1


def test_large_counts_come_as_words(shop: Shop):
    shop.world.user("大号", followers=362_000)
    shown = shop.visitor.get("users/show", screen_name="大号").json
    assert (shown["followers_count"], shown["followers_count_str"]) == ("36.2万", "362000")


def test_what_apps_may_not_do_and_what_is_not_there(shop: Shop):
    assert shop.visitor.post("statuses/update", status="好").code == "10014"
    assert shop.visitor.get("nothing/here").code == "10020"
    assert shop.visitor.get("comments/create").code == "10021"
    assert shop.visitor.ask("/elsewhere").status == 404


def test_sixty_comments_an_hour(shop: Shop):
    shop.world.limits = Limits(comments_hour=2)
    assert "id" in shop.reply("一")
    assert "id" in shop.reply("二")
    assert shop.reply("三")["error_code"] == 10024
    shop.world.advance(hours=1)
    assert "id" in shop.reply("三")


def test_calls_of_the_hour_and_of_the_day(shop: Shop):
    shop.world.limits = Limits(user_hour=2, user_day=3)
    shop.visitor.get("comments/to_me")
    shop.visitor.get("comments/to_me")
    assert shop.visitor.get("comments/to_me").code == "10023"
    left = shop.visitor.get("account/rate_limit_status").json
    assert (left["user_limit"], left["remaining_user_hits"]) == (2, 0)
    assert left["reset_time"] == "2026-11-19 13:00:00"
    assert left["reset_time_in_seconds"] == 3600
    shop.world.advance(hours=1)
    assert shop.visitor.get("comments/to_me").status == 200
    assert shop.visitor.get("comments/to_me").code == "10023"
    shop.world.limits = NO_LIMITS
    assert shop.visitor.get("comments/to_me").status == 200


def test_calls_are_remembered_without_tokens(shop: Shop):
    Visitor(shop.server.address).get("comments/to_me", access_token=shop.visitor.token, since_id=7)
    (call,) = shop.server.calls()
    assert (call.path, call.uid, call.fields) == ("comments/to_me", shop.me.uid, {"since_id": "7"})
    assert shop.server.paths() == ["comments/to_me"]


def test_the_date_header_is_the_worlds(shop: Shop):
    later = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
    shop.world.set_clock(later)
    assert parsedate_to_datetime(shop.visitor.get("emotions").headers["Date"]) == later


def test_many_at_once_lose_nothing(shop: Shop):
    from concurrent.futures import ThreadPoolExecutor

    shop.world.limits = NO_LIMITS
    texts = [f"第 {number} 句" for number in range(60)]
    with ThreadPoolExecutor(8) as pool:
        ids = [answer["id"] for answer in pool.map(shop.reply, texts)]
    assert len(set(ids)) == 60
    assert sorted(one.given for one in shop.world.replies()) == sorted(texts)


def test_an_older_time_gives_a_smaller_id(shop: Shop):
    earlier: Post = shop.world.post(shop.me, "昨天的", at=shop.world.now() - timedelta(days=1))
    assert earlier.id < shop.post.id
