"""Search finds exactly what a reading of all texts finds, for every substring of one character or more."""

import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from weibo_operator.bootstrap import build
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Platform, Source
from weibo_operator.storage.connection import MEMORY
from weibo_operator.storage.search import NEWEST_READ, characters, find_tickets, fold

SHOP = "物流退货发快递坏了吗管我，。？！～ ｆＡａＢb12１２é①②[馋嘴]😀👨‍👩‍👧ςΣİß\"'*():-_%\\\n@#"
TEXTS = st.lists(st.text(st.one_of(st.sampled_from(SHOP), st.characters(codec="utf-8")), max_size=30), max_size=8)


def capture(operator, number: int, text: str, nickname: str = "某人") -> int | None:
    message = IncomingMessage(
        platform=Platform.WEIBO,
        platform_id=f"m{number}",
        uid=f"u{number}",
        nickname=nickname,
        text=text,
        posted_at=operator.desk.now(),
        source=Source.OTHER,
    )
    return operator.intake.capture(message).value


@settings(deadline=None, max_examples=120)
@given(TEXTS, st.data())
@example(["管，我"], None)
def test_it_agrees_with_reading_every_text(language, texts: list[str], data):
    operator = build(MEMORY, language=language)
    connection = operator.desk.connection
    try:
        for number, text in enumerate(texts):
            if text.strip():
                capture(operator, number, text)
        stored = {row["ticket_id"]: row["text"] for row in connection.execute("SELECT ticket_id, text FROM message")}
        queries = ["管我", "管，我"]
        if data is not None and stored:
            source = data.draw(st.sampled_from(sorted(stored.values())))
            start = data.draw(st.integers(0, max(0, len(source) - 1)))
            queries.append(source[start : start + data.draw(st.integers(1, 6))])
        for query in queries:
            wanted = fold(query).strip()
            # Numbers are looked up as ticket numbers, "某人" as a name: both are other tests' business.
            expected = {ticket for ticket, text in stored.items() if wanted and wanted in fold(text)}
            if wanted.removeprefix("#").isdecimal() or wanted.removeprefix("@") in ("某", "人", "某人", ""):
                assert expected <= set(find_tickets(connection, query))
            else:
                assert set(find_tickets(connection, query)) == expected, query
    finally:
        operator.close()


def letter_by_letter(text: str) -> str:
    """The tokens by their definition: folded, then each character by its category."""
    return " ".join(
        each
        for each in unicodedata.normalize("NFKC", text).lower()
        if unicodedata.category(each)[0] in "LNSM" and (each.isalnum() or not each.isascii())
    )


def test_every_chinese_character_and_mark_is_indexed_by_its_category():
    singles = [*map(chr, range(0x3100)), *map(chr, range(0x4E00, 0xA000)), *map(chr, range(0xFE00, 0x10000))]
    assert [characters(f"退{each}A") for each in singles] == [letter_by_letter(f"退{each}A") for each in singles]


@given(st.text(st.one_of(st.sampled_from("退款。，！…“”《》aB9 \n~^Σİſ\u212aｶﾞ㎏👍❤️"), st.characters(codec="utf-8"))))
def test_texts_are_indexed_letter_by_letter(text: str):
    assert characters(text) == letter_by_letter(text)


def test_a_null_character_finds_no_name(operator):
    capture(operator, 1, "你好")
    held = capture(operator, 2, "坏了\0吗")
    assert find_tickets(operator.desk.connection, "\0") == (held,)


def test_by_nickname_uid_and_number(operator):
    first = capture(operator, 1, "你好", "爱吃橙子的Lily")
    second = capture(operator, 2, "在吗", "阿明")
    find = operator.inbox.search
    assert find("橙子") == (first,)
    assert find("@LILY") == (first,)
    assert find("u2") == (second,)
    assert find(f"#{second}") == (second,)
    assert find("#999") == ()
    assert find("9" * 40) == ()
    assert find("  ") == ()
    assert find("催" * 60_000) == ()


@pytest.mark.parametrize("sign", list("%_!*?[]\\"))
def test_a_nickname_is_looked_for_as_it_stands(operator, sign: str):
    """No sign of a nickname stands for others."""
    named = capture(operator, 1, "你好", f"满意1{sign}Lu")
    capture(operator, 2, "在吗", "满意1xLu")
    assert operator.inbox.search(f"@1{sign}l") == (named,)


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.one_of(st.sampled_from(SHOP), st.characters(codec="utf-8", exclude_characters="\0")), max_size=20),
    st.data(),
)
@example("小明（北京）～Ａ-b_C", None)
def test_every_piece_of_a_name_finds_it(language, nickname: str, data):
    operator = build(MEMORY, language=language)
    try:
        capture(operator, 1, "在吗", "别人")
        assume(nickname.strip())
        named = capture(operator, 2, "你好", nickname)
        (stored,) = operator.desk.connection.execute("SELECT nickname FROM customer WHERE uid = 'u2'").fetchone()
        pieces = [stored, fold(stored), "@" + stored]
        if data is not None and stored:
            start = data.draw(st.integers(0, len(stored) - 1))
            pieces.append(stored[start : start + data.draw(st.integers(1, 4))])
        for piece in pieces:
            if piece.strip() and fold(piece).strip() in fold(stored) and piece.strip() in stored:
                assert named in operator.inbox.search(piece), piece
    finally:
        operator.close()


def test_a_name_with_marks_of_full_width_is_found_as_it_was_copied(operator):
    named = capture(operator, 1, "你好", "小明（北京）")
    assert operator.inbox.search("小明（北京）") == operator.inbox.search("＠明（北") == (named,)


def test_a_new_name_is_found_and_the_old_one_no_more(operator):
    held = capture(operator, 1, "你好", "小明")
    again = IncomingMessage(
        platform=Platform.WEIBO,
        platform_id="m2",
        uid="u1",
        nickname="大明",
        text="还在吗",
        posted_at=operator.desk.now(),
        source=Source.OTHER,
    )
    operator.intake.capture(again)
    assert operator.inbox.search("@小明") == ()
    assert held in operator.inbox.search("@大明")
    operator.history.undo()
    assert operator.inbox.search("@小明") == (held,)
    assert operator.inbox.search("@大明") == ()
    operator.history.undo()
    assert operator.inbox.search("@小明") == ()


def test_of_a_name_that_thousands_bear_those_who_came_last(operator):
    connection = operator.desk.connection
    first, last = capture(operator, 1, "你好", "用户1"), capture(operator, 2, "在吗", "用户2")
    numbers = [(number, f"多{number}", f"用户{number}") for number in range(10, 1100)]
    sql = "INSERT INTO customer (id, platform, uid, nickname, first_seen_at) VALUES (?, 'weibo', ?, ?, 0)"
    connection.executemany(sql, numbers)
    assert operator.inbox.search("@用户") == ()  # a thousand newer ones, who wrote nothing
    assert operator.inbox.search("@用户2") == (last,)
    assert operator.inbox.search("u1") == (first,)


def test_newest_message_first_and_no_more_than_asked(operator):
    found = [capture(operator, number, f"第{number}次催快递") for number in range(5)]
    assert operator.inbox.search("催快递") == tuple(reversed(found))
    assert operator.inbox.search("催快递", limit=2) == tuple(reversed(found[-2:]))
    assert operator.inbox.search("，") == ()


def test_punctuation_alone_is_found(operator):
    ticket = capture(operator, 1, "人呢？？")
    capture(operator, 2, "人呢")
    assert operator.inbox.search("？？") == (ticket,)


def test_punctuation_alone_is_looked_for_in_the_newest_messages(operator):
    old = capture(operator, 1, "人呢？？")
    held = capture(operator, 2, "在的，亲")
    connection = operator.desk.connection
    (copied,) = connection.execute("SELECT id FROM message WHERE ticket_id = ?", (held,)).fetchone()
    again = """
    INSERT INTO message (platform_id, ticket_id, customer_id, direction, platform, source, audience, text, posted_at)
    SELECT ?, ticket_id, customer_id, direction, platform, source, audience, text, posted_at FROM message WHERE id = ?
    """
    connection.executemany(again, [(f"later{number}", copied) for number in range(NEWEST_READ - 2)])
    assert operator.inbox.search("？？") == (old,)
    new = capture(operator, 3, "到底发不发？？")
    assert operator.inbox.search("？？") == (new,)
    assert operator.inbox.search("人呢？？") == (old,)


def test_what_is_taken_back_is_found_no_more(operator):
    ticket = capture(operator, 1, "茉莉花茶")
    assert operator.inbox.search("花茶") == (ticket,)
    operator.history.undo()
    assert operator.inbox.search("花茶") == ()
    operator.history.redo()
    assert operator.inbox.search("花茶") == (ticket,)


def test_our_own_replies_are_found(operator):
    from weibo_operator.domain.labels import Audience, State
    from weibo_operator.domain.reply import AfterSend

    ticket = capture(operator, 1, "坏了")
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="马上补寄", after=AfterSend(State.CLOSED))
    assert operator.inbox.search("补寄") == ()
    operator.replies.confirm(intent.id)
    assert operator.inbox.search("补寄") == (ticket,)
