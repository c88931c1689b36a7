"""Rising words of the week: counted by hand, opened, compared, the same in every order, never of what nobody said."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.weekly_desk import RESOURCES, WeeklyDesk, beijing
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly_topics import LEAST, around, holds, rising_words
from weibo_operator.language.topic_words import TopicWords, readable

WEEK = Week(2026, 47)


@pytest.fixture(scope="module")
def words():
    return TopicWords(RESOURCES)


@pytest.fixture
def desk(words):
    desk = WeeklyDesk(beijing(24, "10:00:00"), topic_words=words)
    yield desk
    desk.close()


def told(desk, customer, at, *texts, **labels):
    ticket = desk.ticket(customer, at, snippet=texts[0], **labels)
    for text in texts:
        message = desk.message(ticket, at, "in")
        desk.connection.execute("UPDATE message SET text = ? WHERE id = ?", (text, message))
    return ticket


def weeks_told(desk):
    """漏电 in 6 of 10 tickets against 1 of 20 before; 发票 in 5 of 10, as before; 划痕 in 4 only."""
    someone = desk.customer("客户", "1")
    for number in range(20):
        at = beijing(2 + number % 14)
        told(desk, someone, at, "电饭锅漏电" if number == 0 else f"发票{number}没开" if number % 2 else "谢谢你们")
    found = [told(desk, someone, beijing(16 + number % 7), "电饭锅漏电了！", "还是漏电") for number in range(6)]
    for _ in range(4):
        told(desk, someone, beijing(18), "屏幕有划痕，发票呢")
    desk.connection.execute("UPDATE message SET text = text || '，发票' WHERE ticket_id = ?", (found[0],))
    told(desk, someone, beijing(19), *["漏电贴膜包邮"] * 9, kind="垃圾广告")
    return found


def test_what_rose_by_hand(desk):
    found = weeks_told(desk)
    topics = desk.weekly.summary(WEEK).more.topics
    assert [(topic.word, topic.count) for topic in topics] == [("漏电", 6), ("电饭锅", 6)]
    topic = topics[0]
    assert (topic.share, topic.base_share, topic.previous, topic.is_new) == (0.6, 0.05, 0, True)
    assert len(topic.examples) == 2
    assert {row.id for row in desk.weekly.rows(WEEK, "topic_tickets")} == set(found)
    assert {detail.id for detail in desk.weekly.tickets_of(WEEK, f"topic:{topic.word}")} == set(found)


def test_examples_show_the_word_where_it_stands(desk):
    someone = desk.customer("客户", "1")
    before, after = (
        "我是上个月在你们店里买的，用了没几天就出问题，",
        "，客服电话也打不通，到底还管不管，我要一个说法，今天之内",
    )
    for number in range(6):
        told(desk, someone, beijing(16 + number), "先问一句", f"{before}Wifi老掉线{after}", "算了")
    topics = {topic.word: topic for topic in desk.weekly.summary(WEEK).more.topics}
    assert (
        topics["掉线"].examples
        == ("…用了没几天就出问题，Wifi老掉线，客服电话也打不通，到底还管不管，我要一个说法…",) * 2
    )


@given(text=st.text("漏电 aA\n，。😀", max_size=120), word=st.sampled_from(("漏电", "a", "😀")))
def test_a_piece_of_a_text_holds_what_the_text_holds(text, word):
    piece = around(text, word)
    assert (word in piece.lower()) is (word in text.lower().replace("\n", " "))
    assert len(piece.strip("…")) <= 16 + len(word) + 24


def test_the_figure_compares_this_weeks_words_with_the_weeks_before(desk):
    weeks_told(desk)
    figure = desk.weekly.summary(WEEK).figure("topic_tickets")
    assert (figure.number, figure.value, figure.n, figure.previous, figure.four_week_mean) == (25, 6, 6, 0, 0.5)


def test_the_shops_own_words_stay_whole(desk):
    someone = desk.customer("客户", "1")
    desk._insert("user_word", word="小橙N9", purpose="term", replacement="", added_at=0)
    for number in range(5):
        told(desk, someone, beijing(16 + number), f"小橙N9第{number}次死机")
    assert "小橙n9" in [topic.word for topic in desk.weekly.summary(WEEK).more.topics]


def test_a_first_week_without_a_base_lists_what_was_said_most(desk):
    someone = desk.customer("客户", "1")
    for number in range(5):
        told(desk, someone, beijing(16 + number), "快递丢了")
    topics = desk.weekly.summary(WEEK).more.topics
    assert topics
    assert all(topic.base_share is None for topic in topics)


def test_names_links_and_everyday_words_are_no_topic(words):
    found = words.of(readable("请问你们客服在吗 @电饭锅官方 http://t.cn/abc 我的 N9 到底什么时候发货"))
    assert "n9" in found
    assert not found & {"请问", "你们", "客服", "到底", "什么", "时候", "电饭锅", "官方", "abc"}


def test_nothing_is_read_before_a_week_is_looked_at():
    program = (
        "import sys; from weibo_operator.bootstrap import load_language, resources_dir; import ui.weekly.controller;"
    )
    program += "load_language(resources_dir()); sys.exit('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=RESOURCES.parent, check=False).returncode == 0


def test_a_latin_word_stands_by_itself():
    assert holds("我的n9坏了", "n9")
    assert not holds("n95口罩", "n9")


texts = st.dictionaries(st.integers(1, 40), st.sampled_from(["漏电", "漏电冒烟", "冒烟", "发票", "好"]), max_size=30)


@settings(deadline=None)
@given(texts, st.lists(texts, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_changes_nothing_and_every_word_stands_in_its_tickets(now, base, chance: random.Random):
    words = ["漏电", "冒烟", "漏电冒烟", "发票"]
    found = rising_words(now, base, words, before=base[0])
    shuffled = list(now.items())
    chance.shuffle(shuffled)
    chance.shuffle(words)
    assert rising_words(dict(shuffled), base, words, before=base[0]) == found
    for rising in found:
        assert len(rising.tickets) >= LEAST
        assert all(rising.word in now[ticket] for ticket in rising.tickets)
        assert rising.base_share is None or rising.share >= 1.5 * rising.base_share
