"""Reading a list of the platform without gap or double, page by page, whenever it is broken off (weibo.md 3.3)."""

from collections.abc import Sequence

from msgspec import Struct


class FeedPlace(Struct, frozen=True):
    """How far a list has been read: everything up to ``since_id``, and everything above ``resume_id`` to ``top_id``.

    ``since_id`` is 0 until the list has been read for the first time, and at least 1 from then on.
    ``resume_id`` is 0 when there is no gap between the two; ``top_id`` is then 0 as well.
    """

    since_id: int = 0
    top_id: int = 0
    resume_id: int = 0

    @property
    def has_gap(self) -> bool:
        """True when the reading was broken off and goes on downwards from ``resume_id``."""
        return self.resume_id > 0

    @property
    def ask_since(self) -> int:
        """What to ask for as since_id: the last known row once more, which shows that nothing lies in between.

        A page may hold fewer rows than asked for without being the last, so that only a known row or an empty page
        ends the reading.
        """
        return max(0, self.since_id - 1)

    @property
    def ask_max(self) -> int:
        """What to ask for as max_id; 0 asks for the newest."""
        return self.resume_id

    def is_new(self, number: int) -> bool:
        """True for a row that this place doesn't cover yet."""
        return number > self.since_id and not (self.has_gap and self.resume_id < number <= self.top_id)


def after_page(place: FeedPlace, ids: Sequence[int], *, is_old_enough: bool = False) -> FeedPlace:
    """The place after a page with these row ids; its gap is closed when the page reached what was known.

    ``is_old_enough`` ends the reading by age, where a list is read for the first time. Raises ``ValueError`` when the
    page lies above what was asked for, which would never end.
    """
    if place.has_gap:
        ids = _below(place, ids)
    top = place.top_id if place.has_gap else max(ids, default=place.since_id)
    lowest = min(ids, default=0)
    if is_old_enough or lowest - 1 <= place.since_id:
        return FeedPlace(max(place.since_id, top, 1))
    return FeedPlace(place.since_id, top, lowest - 1)


def _below(place: FeedPlace, ids: Sequence[int]) -> Sequence[int]:
    """The ids that were asked for; the last row read so far may come back with them, or alone at the end."""
    wanted = [number for number in ids if number <= place.resume_id]
    if ids and not wanted and min(ids) > place.resume_id + 1:
        raise ValueError("a page above max_id")
    return wanted
