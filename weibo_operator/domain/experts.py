"""Which of the departments' people know a matter, by the topics and products noted with them (mission E6)."""

from collections.abc import Iterable

from msgspec import Struct

from weibo_operator.domain.department import Department, DepartmentContact

LEAST_LETTERS = 2
"""A topic of a single character stands in too many words to decide anything."""


class Expert(Struct, frozen=True):
    """A person with the department, and the topics of theirs that the matter is about."""

    department: str
    contact: DepartmentContact
    topics: tuple[str, ...]


def experts_for(departments: Iterable[Department], matter: str, first: str = "") -> tuple[Expert, ...]:
    """Everybody one of whose topics stands in ``matter``, the best first.

    More topics are better, then longer ones; among equals those of the department ``first``, then the operator's order.
    """
    said = matter.lower()
    found = [
        Expert(department.name, contact, topics)
        for department in departments
        for contact in department.contacts
        if (topics := tuple(topic for topic in contact.known if _is_about(said, topic)))
    ]
    return tuple(sorted(found, key=lambda expert: _rank(expert, first)))


def _is_about(said: str, topic: str) -> bool:
    return len(topic) >= LEAST_LETTERS and topic.lower() in said


def _rank(expert: Expert, first: str) -> tuple[int, int, bool]:
    return -len(expert.topics), -max(map(len, expert.topics)), expert.department != first
