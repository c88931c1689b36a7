"""Reading a list page by page: nothing missing, nothing twice, whenever it is broken off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.feed_reading import FeedPlace, after_page

NUMBERS = st.sets(st.integers(2, 500), max_size=60)


def page_of(numbers: set[int], hidden: set[int], place: FeedPlace, count: int) -> list[int]:
    """What the platform answers: newest first, cut, and only then without the rows that are hidden."""
    found = sorted(
        (n for n in numbers if n > place.ask_since and (not place.ask_max or n <= place.ask_max)), reverse=True
    )
    return [n for n in found[:count] if n not in hidden]


@given(st.data())
def test_every_row_is_read_exactly_once_however_pages_are_cut_and_broken_off(data: st.DataObject):
    numbers = data.draw(NUMBERS, label="rows")
    count = data.draw(st.integers(1, 7), label="page size")
    place, read = FeedPlace(), list[int]()
    for _ in range(data.draw(st.integers(1, 5), label="fetches")):
        for _ in range(data.draw(st.integers(0, 12), label="pages")):
            page = page_of(numbers, set(), place, count)
            read += [n for n in page if place.is_new(n)]
            had_gap, place = place.has_gap, after_page(place, page)
            if not place.has_gap and not had_gap:
                break
        newest = max(numbers, default=2)
        numbers = numbers | data.draw(st.sets(st.integers(newest + 1, newest + 40), max_size=20), label="new rows")
    for _ in range(500):
        page = page_of(numbers, set(), place, count)
        read += [n for n in page if place.is_new(n)]
        had_gap, place = place.has_gap, after_page(place, page)
        if not place.has_gap and not had_gap:
            break
    assert sorted(read) == sorted(numbers)


@given(NUMBERS, st.integers(2, 8), st.data())
def test_a_short_page_is_not_the_end(numbers: set[int], count: int, data: st.DataObject):
    # At most one hidden row on each page: a page of nothing but hidden rows can't be told from the end.
    ordered = sorted(numbers, reverse=True)
    hidden = {n for position, n in enumerate(ordered) if position % count == 0 and data.draw(st.booleans())}
    place, read = FeedPlace(1), list[int]()
    for _ in range(200):
        page = page_of(numbers, hidden, place, count)
        read += [n for n in page if place.is_new(n)]
        place = after_page(place, page)
        if not place.has_gap:
            break
    assert sorted(read) == sorted(numbers - hidden)


def test_a_known_row_ends_the_reading_without_a_further_call():
    place = after_page(FeedPlace(100), [130, 120, 100])
    assert place == FeedPlace(130)


def test_reading_that_was_broken_off_goes_on_below_and_then_looks_above():
    place = after_page(FeedPlace(100), [130, 120])
    assert (place.ask_since, place.ask_max) == (99, 119)
    assert [place.is_new(n) for n in (131, 130, 120, 119, 100)] == [True, False, False, True, False]
    place = after_page(place, [110, 100])
    assert place == FeedPlace(130)
    assert (place.ask_since, place.ask_max) == (129, 0)


def test_an_empty_list_has_been_read_all_the_same():
    assert after_page(FeedPlace(), []) == FeedPlace(1)


def test_old_enough_ends_the_first_reading():
    assert after_page(FeedPlace(), [50, 40], is_old_enough=True) == FeedPlace(50)


def test_a_page_above_what_was_asked_for_is_refused():
    with pytest.raises(ValueError, match="above"):
        after_page(FeedPlace(10, 90, 50), [60, 55])


def test_the_last_row_read_may_come_back_at_the_end():
    assert after_page(FeedPlace(10, 90, 50), [51]) == FeedPlace(90)
    assert after_page(FeedPlace(10, 90, 50), [51, 48, 40]) == FeedPlace(10, 90, 39)
