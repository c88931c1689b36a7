"""What is pasted from pages, and departments' answers that come back through messengers."""

from random import Random

from tests.channels.paste_pages import OWN, PAGES
from tests.fuzz import samples
from tests.fuzz.invariants import check_message, demand, expected, facts
from tests.fuzz.mutator import damaged_text
from tests.fuzz.targets.base import NOW, Desk, Input, Place, typed
from tests.fuzz.words import cell, document, nasty, phrase, tree
from weibo_operator.bootstrap import Operator
from weibo_operator.channels.paste import PageReader
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Platform, Source
from weibo_operator.services.forms import HandoffForm

_HTML = "\x00html\x00"
"""Parts the text from its HTML spelling in an input."""
_CODE = (("F", "f", "Ｆ"), ("-", "－", "—", "_", " "), ("1", "2", "３", "12", "9" * 9, "1\n2"))
_STORED_EVERY = 40
_MOST_STORED = 12


class PasteTarget:
    """Text copied from pages, with and without its HTML."""

    def __init__(self, place: Place) -> None:
        self._reader = PageReader((OWN,))
        self._pages = [page.text for page in PAGES.values()]
        self._lines = [line for page in self._pages for line in page.splitlines()]
        self._desk = Desk(place, renewed_after=60)
        self._count = 0

    def make(self, random: Random) -> Input:
        """A page damaged, lines of pages in any order, or JSON."""
        chosen = random.random()
        if chosen < 0.5:
            text = damaged_text(random, random.choice(self._pages), self._pages)
        elif chosen < 0.85:
            makers = (
                lambda: random.choice(self._lines),
                lambda: cell(random),
                lambda: phrase(random),
                lambda: nasty(random),
            )
            text = "\n".join(random.choice(makers)() for _ in range(random.randint(0, 25)))
        else:
            text = document(random.choice((*samples.DOCUMENTS, tree(random, samples.JSON_KEYS))), random)
        return text + (_HTML + self._html(random, text) if random.random() < 0.3 else "")

    def check(self, data: Input) -> None:
        """Every line ends up in exactly one place; some messages are taken in."""
        text, _, html = typed(data).partition(_HTML)
        found = self._reader.read(text, NOW, html=html)
        places = [number for message in found.messages for number in message.lines] + [
            line.number for line in found.rest
        ]
        demand(len(places) == len(set(places)), "a line stands in two places")
        for each in found.messages:
            check_message(each.message)
        self._count += 1
        if self._count % _STORED_EVERY == 0:
            self._add(text, html)

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()

    def _add(self, text: str, html: str) -> None:
        operator = self._desk.operator()
        before = self._desk.rows()
        with expected() as caught:
            rows = operator.paste.rows(operator.paste.read(text, html=html).messages[:_MOST_STORED])
            report = operator.paste.add([row.found for row in rows]).value
        after = self._desk.rows()
        if not caught.passed:
            demand(after == before, "half of a paste stayed")
            return
        demand(after["message"] - before["message"] == report.new, "another number was stored than said")
        if report.new:
            operator.history.undo()
            demand(facts(self._desk.rows()) == facts(before), "a paste was not undone whole")

    def _html(self, random: Random, text: str) -> str:
        tags = (
            "div",
            "a href='https://weibo.com/1700000001/QaBcDeFgH'",
            "span",
            "br/",
            "p",
            "img alt='[心]'",
            "a href='//",
            "li",
        )
        parts = [f"<{random.choice(tags)}>{line}</{random.choice(tags)}>" for line in text.splitlines()[:30]]
        return damaged_text(random, "".join(parts), self._pages)


class AnswerTarget:
    """A department's answer with its code, quoted and forwarded in any way."""

    def __init__(self, place: Place) -> None:
        self._desk = Desk(place, _with_handoffs, renewed_after=150)
        handoffs = self._desk.operator().handoffs
        self._packages = [handoff.package for handoff in handoffs.open_ones()]
        self._heads = (
            "「",
            "」",
            "> ",
            "——————\n",
            "发件人：仓库\n",
            "张三 14:05\n",
            "[引用] ",
            "回复 @客服：",
            "转发：",
            "#",
            "编号 ",
        )

    def make(self, random: Random) -> Input:
        """Packages, codes, heads and words in any order."""
        parts: list[str] = []
        for _ in range(random.randint(1, 9)):
            code = "".join(map(random.choice, _CODE))
            parts.append(
                random.choice(
                    (code, random.choice(self._heads), phrase(random), random.choice(self._packages), "\n", "、")
                )
            )
        text = "".join(parts)
        return damaged_text(random, text, self._packages) if random.random() < 0.6 else text

    def check(self, data: Input) -> None:
        """Reading changes nothing; an answer that was found can be stored, or is refused with a sentence."""
        operator = self._desk.operator()
        before = self._desk.rows()
        with expected():
            reading = operator.handoffs.read(typed(data))
            demand(self._desk.rows() == before, "reading wrote something")
            for handoff, answer in reading.answers[:1]:
                demand("\x00" not in answer.text, "a mark of ours stayed in the answer")
                operator.handoffs.answer(handoff.id, answer.text, expert=answer.speaker)
        demand(self._desk.rows()["handoff"] == before["handoff"], "a handoff came or went")
        if self._desk.rows() != before:
            operator.history.undo()

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()


def _with_handoffs(operator: Operator) -> None:
    """Three customers whose matters lie with departments."""
    for number, words in enumerate(("收到的水杯漏水，怎么办", "订单尾号3307还没发货", "想问保修多久"), start=1):
        message = IncomingMessage(
            Platform.WEIBO, f"m{number}", f"100{number}", f"客户{number}", words, NOW, Source.COMMENT
        )
        ticket = operator.intake.capture(message).value
        demand(ticket is not None, "no ticket")
        form: HandoffForm = operator.handoffs.defaults(ticket).form  # pyright: ignore[reportArgumentType] - just asked
        operator.handoffs.forward(form)
