"""Posts, comments and users as the open platform writes them: unknown keys, and numbers that are sometimes strings."""

from collections import Counter
from datetime import timedelta

from tests.practice_weibo import texts
from tests.practice_weibo.records import Comment, Post, User
from tests.practice_weibo.world import World

Json = dict[str, object]
_SOURCE = '<a href="http://app.weibo.com/t/feed/6vtZb0" rel="nofollow">微博 weibo.com</a>'


class Shapes:
    """Writes the objects of one answer; ``skew`` is a wrong clock's error."""

    def __init__(self, world: World, skew: timedelta = timedelta()) -> None:
        self._world = world
        self._skew = skew
        self._counts: Counter[int] | None = None

    def user(self, one: User) -> Json:
        """A User object."""
        return {
            "id": int(one.uid),
            "idstr": one.uid,
            "class": 1,
            "screen_name": one.name,
            "name": one.name,
            "province": "33",
            "city": "1",
            "location": one.location,
            "description": "",
            "url": "",
            "profile_image_url": "https://tvax1.sinaimg.cn/crop.0.0.50.50/default.jpg",
            "profile_url": f"u/{one.uid}",
            "domain": "",
            "weihao": "",
            "gender": "n",
            # The site began to write large counts as words; small ones stay numbers.
            "followers_count": one.followers if one.followers < 100_000 else f"{one.followers / 10_000:.1f}万",
            "followers_count_str": str(one.followers),
            "friends_count": 88,
            "statuses_count": 31,
            "created_at": "Sat Mar 12 09:30:11 +0800 2016",
            "following": False,
            "follow_me": False,
            "allow_all_act_msg": False,
            "allow_all_comment": True,
            "verified": one.verified_type >= 0,
            "verified_type": one.verified_type,
            "verified_reason": one.verified_reason,
            "urank": 9,
            "mbrank": 0,
            "credit_score": 80,
            "insecurity": {"sexual_content": False},
        }

    def post(self, one: Post) -> Json:
        """A Status object; a deleted one is the shell that the platform leaves of it."""
        if one.id in self._world.gone:
            return {"id": one.id, "idstr": str(one.id), "text": "抱歉，此微博已被作者删除", "deleted": "1"}
        made: Json = {
            "created_at": texts.stamp(one.at + self._skew),
            "id": one.id,
            "idstr": str(one.id),
            "mid": str(one.id),
            "visible": {"type": 0, "list_id": 0},
            "can_edit": False,
            "text": one.text,
            "textLength": 2 * texts.length(one.text),
            "source_type": 1,
            "source": _SOURCE,
            "favorited": False,
            "truncated": False,
            "isLongText": False,
            "pic_urls": [],
            "geo": None,
            "user": self.user(self._world.users[one.uid]),
            "reposts_count": one.reposts,
            "comments_count": str(one.comments + self._comments_under(one)),
            "attitudes_count": one.likes,
            "mlevel": 0,
            "region_name": "发布于 浙江",
            "hot_weibo_tags": [],
        }
        if one.retweet_of is not None:
            made["retweeted_status"] = self.post(self._world.posts[one.retweet_of])
        return made

    def comment(self, one: Comment, *, nested: bool = False) -> Json:
        """A Comment object, with the post it stands under and, unless ``nested``, the comment it answers."""
        made: Json = {
            "created_at": texts.stamp(one.at + self._skew),
            "id": one.id,
            "idstr": str(one.id),
            "rootid": one.reply_to or one.id,
            "floor_number": 0,
            "mid": str(one.id),
            "text": one.text,
            "source": "来自浙江",
            "user": self.user(self._world.users[one.uid]),
            "like_count": str(one.likes),
            "disable_reply": 0,
            "comment_badge": None,
            "readtimetype": "comment",
        }
        if not nested:
            made["status"] = self.post(self._world.posts[one.post_id])
            if one.reply_to is not None:
                made["reply_comment"] = self.comment(self._world.comments[one.reply_to], nested=True)
        return made

    def _comments_under(self, post: Post) -> int:
        if self._counts is None:
            kept = (one.post_id for one in self._world.comments.values() if one.id not in self._world.gone)
            self._counts = Counter(kept)
        return self._counts[post.id]
