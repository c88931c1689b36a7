"""A small Weibo on 127.0.0.1 for tests and for practice: the documented endpoints, and faults on demand."""

from tests.practice_weibo.faults import Faults, Kind, Rule
from tests.practice_weibo.records import DEFAULT_PAGE, NO_LIMITS, App, Comment, Limits, Post, User, Write
from tests.practice_weibo.server import PracticeWeibo
from tests.practice_weibo.world import World

__all__ = [
    "DEFAULT_PAGE",
    "NO_LIMITS",
    "App",
    "Comment",
    "Faults",
    "Kind",
    "Limits",
    "Post",
    "PracticeWeibo",
    "Rule",
    "User",
    "World",
    "Write",
]
