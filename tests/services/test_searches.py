"""Saved searches: what they find, what is new, undo, and that an import is searched as it comes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Customers
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import SearchId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.saved_search import SearchWords
from weibo_operator.services.searches import web_addresses
from weibo_operator.storage.connection import MEMORY

COMPLAINTS = SearchWords(("橙果",), ("投诉", "退款", "骗"), ("抽奖",))


def capture(operator: Operator, customers: Customers, *texts: str) -> None:
    for number, text in enumerate(texts):
        operator.intake.capture(customers.message(text, uid=f"7{number}"))


def found(operator: Operator, search: SearchId, *, seen_too: bool = True) -> list[str]:
    return [hit.text for hit in operator.searches.hits(search, seen_too=seen_too)]


def test_all_of_one_of_and_none_of(operator: Operator, customers: Customers) -> None:
    capture(operator, customers, "橙果的锅要退款", "橙果骗人", "橙果真好", "别家要退款", "橙果抽奖，退款也行")
    search = operator.searches.save("", COMPLAINTS).value
    assert found(operator, search) == ["橙果骗人", "橙果的锅要退款"]
    (listed,) = operator.searches.listed()
    assert (listed.name, listed.found, listed.unseen) == ("橙果 投诉 退款", 2, 2)
    assert operator.searches.unseen() == 2


def test_what_comes_in_later_is_found_at_once(operator: Operator, customers: Customers) -> None:
    search = operator.searches.save("", COMPLAINTS).value
    assert found(operator, search) == []
    capture(operator, customers, "橙果骗人")
    assert operator.searches.unseen() == 1
    operator.history.undo()
    assert operator.searches.unseen() == 0
    operator.history.redo()
    assert found(operator, search) == ["橙果骗人"]


def test_an_import_is_searched_and_taking_it_back_leaves_no_ghost(operator: Operator, tmp_path: Path) -> None:
    search = operator.searches.save("", COMPLAINTS).value
    path = tmp_path / "来信.csv"
    path.write_text("昵称,内容,时间\n小满,橙果不给退款,2026-11-19 10:00\n阿树,天气真好,2026-11-19 10:01\n", "utf-8")
    operator.intake.import_file(path)
    assert found(operator, search) == ["橙果不给退款"]
    operator.searches.mark_all_seen(search)
    assert operator.searches.unseen() == 0
    operator.history.undo()
    operator.history.undo()
    assert found(operator, search) == []


def test_our_own_words_are_no_hits(operator: Operator, customers: Customers) -> None:
    capture(operator, customers, "橙果骗人")
    (ticket,) = operator.inbox.pane(State.NEW)
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="橙果给您退款", after=after)
    operator.replies.confirm(intent.id)
    search = operator.searches.save("", COMPLAINTS).value
    assert found(operator, search) == ["橙果骗人"]


def test_seen_one_by_one_and_all_at_once(operator: Operator, customers: Customers) -> None:
    capture(operator, customers, "橙果骗人", "橙果不退款", "橙果，投诉你们")
    search = operator.searches.save("", COMPLAINTS).value
    other = operator.searches.save("", SearchWords(("橙果",))).value
    newest, *_ = operator.searches.hits(search)
    assert operator.searches.mark_seen([newest.message, newest.message][:1]).operation is not None
    assert operator.searches.mark_seen([newest.message]).operation is None
    assert found(operator, search, seen_too=False) == ["橙果不退款", "橙果骗人"]
    assert found(operator, other, seen_too=False) == ["橙果不退款", "橙果骗人"]
    operator.searches.mark_all_seen(search)
    assert found(operator, search, seen_too=False) == []
    assert operator.searches.mark_all_seen(search).operation is None
    assert len(found(operator, other, seen_too=False)) == 2
    capture(operator, customers, "橙果又骗人")
    assert found(operator, search, seen_too=False) == ["橙果又骗人"]
    for _ in range(3):
        operator.history.undo()
    assert len(found(operator, search, seen_too=False)) == 3


def test_rename_and_delete_can_be_undone(operator: Operator, customers: Customers) -> None:
    capture(operator, customers, "橙果骗人")
    search = operator.searches.save("抱怨", COMPLAINTS).value
    operator.searches.save("投诉我们的", COMPLAINTS, search)
    assert [one.name for one in operator.searches.listed()] == ["投诉我们的"]
    operator.searches.delete(search)
    assert operator.searches.listed() == ()
    with pytest.raises(NotFoundError):
        operator.searches.hits(search)
    operator.history.undo()
    operator.history.undo()
    (listed,) = operator.searches.listed()
    assert (listed.id, listed.name, listed.unseen) == (search, "抱怨", 1)


def test_nothing_to_look_for_is_refused_and_nothing_kept(operator: Operator) -> None:
    with pytest.raises(InvalidInputError):
        operator.searches.save("x", SearchWords((), (), ("抽奖",)))
    with pytest.raises(NotFoundError):
        operator.searches.save("x", COMPLAINTS, SearchId(9))
    assert operator.searches.listed() == ()


def test_the_sites_own_search_gets_the_words(operator: Operator) -> None:
    first, second, third = web_addresses(COMPLAINTS)
    assert first == "https://s.weibo.com/weibo?q=%E6%A9%99%E6%9E%9C%20%E6%8A%95%E8%AF%89"
    assert len({first, second, third}) == 3


WORD = st.text("橙果退款投诉骗好aB \"'*()^:-", min_size=1, max_size=4)
WORDS = st.lists(WORD, max_size=3).map(lambda words: tuple("".join(word.split()) for word in words if word.strip()))


@settings(max_examples=60, deadline=None)
@given(
    all_of=WORDS, any_of=WORDS, none_of=WORDS, texts=st.lists(st.text("橙果退款投诉骗好abAB", min_size=1), max_size=6)
)
def test_a_search_finds_what_reading_each_text_finds(
    language: Language, all_of: tuple[str, ...], any_of: tuple[str, ...], none_of: tuple[str, ...], texts: list[str]
) -> None:
    operator = build(MEMORY, language=language)
    try:
        customers = Customers(operator.desk.clock)  # pyright: ignore[reportArgumentType] - any clock does
        capture(operator, customers, *texts)
        try:
            search = operator.searches.save("x", SearchWords(all_of, any_of, none_of)).value
        except InvalidInputError:
            return
        assert sorted(found(operator, search)) == sorted(t for t in texts if reads(t, all_of, any_of, none_of))
    finally:
        operator.close()


def reads(text: str, all_of: tuple[str, ...], any_of: tuple[str, ...], none_of: tuple[str, ...]) -> bool:
    """The same question by reading; a word's own punctuation does not count."""
    every, either, none = ([plain(word) for word in words if plain(word)] for words in (all_of, any_of, none_of))
    held = text.lower()
    return (
        all(word in held for word in every)
        and (not either or any(word in held for word in either))
        and not any(word in held for word in none)
    )


def plain(word: str) -> str:
    return "".join(sign for sign in word.lower() if sign.isalnum())
