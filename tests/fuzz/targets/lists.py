"""Lists kept in a spreadsheet: templates, orders, knowledge cards; and the list of our own people."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from tests.fuzz import samples
from tests.fuzz.invariants import demand, expected
from tests.fuzz.mutator import damaged_bytes, damaged_text
from tests.fuzz.targets.base import Desk, Input, Place, file_bytes, typed
from tests.fuzz.words import cell, phrase
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.people import InsiderRole
from weibo_operator.services.list_columns import ListColumns

Take = Callable[[Operator, Path], object]
_CELLS = (
    "正式",
    "亲切",
    "公开",
    "私信",
    "都可以",
    "1",
    "9",
    "Alt 3",
    "常见问题",
    "对比",
    "2026-11-18",
    "是",
    "{客户|您}，{光标}好",
    "13800001111",
)


class ListTarget:
    """A list read from a file into a desk."""

    def __init__(self, place: Place, table: str, take: Take) -> None:
        columns = ListColumns(place.resources)
        self._headers = columns.headers(table)
        self._folder = place.folder / "files"
        self._folder.mkdir(parents=True)
        self._take = take
        self._path = self._folder / "list.csv"
        self._desk = Desk(place, renewed_after=40)
        self._good = [self._table(Random(number), 1.0) for number in range(6)]
        self._encoded = [text.encode(codec) for text in self._good for codec in samples.CODECS]

    def make(self, random: Random) -> Input:
        """A list damaged, or one of any cells."""
        chosen = random.random()
        if chosen < 0.4:
            return damaged_bytes(random, random.choice(self._encoded), self._encoded)
        if chosen < 0.7:
            text = damaged_text(random, random.choice(self._good), self._good)
            return text.encode(random.choice(samples.CODECS), "replace")
        return self._table(random, 0.4).encode(random.choice(samples.CODECS), "replace")

    def check(self, data: Input) -> None:
        """Take it in: whole, or refused and nothing changed."""
        self._path.write_bytes(file_bytes(data))
        operator = self._desk.operator()
        before = self._desk.rows()
        with expected() as caught:
            self._take(operator, self._path)
        after = self._desk.rows()
        demand(caught.passed or after == before, f"half of a list stayed: {caught.error!r}")

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()

    def _table(self, random: Random, good: float) -> str:
        def value() -> str:
            return random.choice((random.choice(_CELLS), phrase(random))) if random.random() < good else cell(random)

        headers = list(self._headers) if random.random() < max(good, 0.8) else [cell(random) for _ in self._headers]
        rows = [[value() for _ in headers] for _ in range(random.randint(1, 4))]
        return samples.as_csv(headers, rows, random.choice(",,;\t"))


def templates(place: Place) -> ListTarget:
    """Templates: planned, taken in, written out and read in again without a change."""

    def take(operator: Operator, path: Path) -> None:
        operator.templates.import_plan(operator.templates.plan_import(path), update=True)
        again = place.folder / "again.csv"
        operator.templates.export_file(again)
        plan = operator.templates.plan_import(again)
        several = {each.title for each in operator.templates.all() if len(each.wordings) > 3}
        changed = [template.title for template, _ in plan.changed if template.title not in several]
        demand(not plan.new and not changed, f"what was written out reads otherwise: {plan}")

    return ListTarget(place, "template", take)


def orders(place: Place) -> ListTarget:
    """The shop's orders, looked up afterwards."""

    def take(operator: Operator, path: Path) -> None:
        operator.orders.import_file(path)
        operator.orders.find("3307")

    return ListTarget(place, "order", take)


def cards(place: Place) -> ListTarget:
    """Knowledge cards, found afterwards."""

    def take(operator: Operator, path: Path) -> None:
        operator.knowledge.import_file(path)
        operator.knowledge.find("fh")

    return ListTarget(place, "card", take)


class InsiderTarget:
    """Lines with our own people, pasted."""

    def __init__(self, place: Place) -> None:
        self._desk = Desk(place, renewed_after=100)
        self._good = (
            "张三 负责人\nhttps://weibo.com/u/1700000001 专家\n1700000002",
            "老李，领导\n@小王 同事",
            "uid:1700000003\t客服",
        )

    def make(self, random: Random) -> Input:
        """Lines damaged or made of anything."""
        text = "\n".join((random.choice(self._good), *(cell(random) for _ in range(random.randint(0, 4)))))
        return damaged_text(random, text, self._good)

    def check(self, data: Input) -> None:
        """Taken in and listed, or refused and nothing changed."""
        operator = self._desk.operator()
        before = self._desk.rows()
        with expected() as caught:
            operator.insiders.add(typed(data), next(iter(InsiderRole)))
        demand(caught.passed or self._desk.rows() == before, "half of a list stayed")
        operator.insiders.listed()

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()


MAKERS: Mapping[str, Callable[[Place], ListTarget]] = {"templates": templates, "orders": orders, "cards": cards}
