"""Which of the customer's questions a reply leaves open (product.md, Reply 3): rather silent than wrong."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.asked import AskedPart
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.language.clean import plain, split_chain
from weibo_operator.language.tables import read_rows

_PIECE = LatePattern(r"[^，。！；,!;\n？?]+[？?]*")
_NUMBERED = LatePattern(r"(?:^|(?<=[\s，。；？?]))(?:[1-9][.、)）](?!\d)|[①-⑨]|[一二三四五六][、])")
_ASKS = LatePattern(
    r"[吗么][呀啊哈呢]?$|呢$|多少|多久|多大|多长|怎么|怎样|咋|如何|什么时候|啥时候|几[点天号年个次折块]|哪[里儿个家天些款种]|在哪|谁|"
    r"为什么|为啥|有没有|能不能|可不可以|是不是|会不会|要不要|行不行|好不好|([一-鿿])不\1|还是.{1,6}$"
)
_RHETORICAL = LatePattern(
    r"难道|凭什么|什么态度|怎么(?:搞|这么|这样|回事|还不|还没|能|可以|又|会这)|就这|也能|也配|想不想|有没有人|有人(?:吗|在|管)|在吗|在不在|"
    r"是不是(?:人|骗|想|有病|故意|觉得)|什么(?:玩意|东西|意思|垃圾|鬼|服务|破)|不知道|不管|谁知道|有病|良心|怎么.{1,4}都|什么.{0,4}都|"
    r"哪里都|谁都|好意思|多少(?:次|遍|人)|还要不要|对得起|不是(?:说|应该)|能不能(?:快|早|尽快|赶紧)|为什么(?:要|总|老|每)"
)
_DEFERS = LatePattern(
    r"私信|私聊|电话(?:联系|沟通)|打电话|致电|核实|核查|查一下|帮您查|稍后|稍等|尽快|转(?:给|交|达)|反馈给|专人|问一下|确认一下|看置顶|"
    r"详[情见]|链接|都(?:可以|有|行|能|没问题|支持|是的)"
)
_BARE_ANSWER = LatePattern(
    r"^(?:是|对|有|没有|没|可以|不可以|能|不能|会|不会|支持|不支持|行|不行|不|暂时没有|都是|需要|不需要|不用|要|不要|当然|肯定|没问题)"
    r"(?:的|呢|哦|哈|呀|啊|了|可以|有|能|亲)*$"
)
_YES_OR_NO = LatePattern(r"[吗么][呀啊哈呢]?$|有没有|能不能|可不可以|是不是|会不会|要不要|行不行|([一-鿿])不\1")
_EMPTY = frozenset(
    "的了吗呢啊呀吧哦么我你您他她它们这那个是有没能可以会要不还在请问想下一些就也都和与跟到给把被对为什怎样如何多少几哪谁时候里儿"
    "很太好行得着过再又已经现在看知道麻烦老板客服亲店家件只条款之后前上用做去来说"
)
_SHOWN = 3
_LONGEST = 16


class _Topic(Struct, frozen=True):
    asked: LatePattern
    answered: LatePattern


class QuestionRules:
    """The topics of questions, read once; asking keeps no state."""

    def __init__(self, folder: Path) -> None:
        """Read ``question_topics.tsv`` in the folder of dictionaries."""
        rows = read_rows(folder / "question_topics.tsv", 2)
        self._topics = tuple(_Topic(LatePattern(asked), LatePattern(answered)) for asked, answered in rows)

    def unanswered(self, reply: str, customer_texts: Sequence[str], sent: Collection[str] = ()) -> tuple[str, ...]:
        """The questions in ``customer_texts`` that ``reply`` probably does not touch, in their order.

        Speaks only of two questions or more of which at least one is touched; a reply that puts the customer off to a
        private message or a check answers all of them for now. ``sent`` are those that had a reply of their own.
        """
        questions = [question for question in sub_questions(customer_texts) if question not in sent]
        if len(questions) < 2 or _DEFERS.search(reply):
            return ()
        open_ones = [question for question in questions if not self._touches(reply, question)]
        if len(open_ones) == len(questions):
            return ()
        answers = sum(_BARE_ANSWER.match(piece.strip("。 ~～")) is not None for piece in _PIECE.findall(reply))
        kept: list[str] = []
        for question in open_ones:
            if answers and _YES_OR_NO.search(question):
                answers -= 1
            else:
                kept.append(question)
        return tuple(kept)

    def asked(self, reply: str, customer_texts: Sequence[str], sent: Collection[str] = ()) -> tuple[AskedPart, ...]:
        """The checklist of a message with two questions or more (mission C9); empty for fewer.

        ``sent`` are the questions that had a reply of their own already.
        """
        questions = sub_questions(customer_texts)
        if len(questions) < 2:
            return ()
        if not reply.strip():
            return tuple(AskedPart(each, is_answered=each in sent, is_sent=each in sent) for each in questions)
        rest = [question for question in questions if question not in sent]
        open_ones = self.unanswered(reply, customer_texts, sent)
        untouched = not _DEFERS.search(reply) and not any(self._touches(reply, question) for question in rest)
        return tuple(
            AskedPart(each, each in sent or (not untouched and each not in open_ones), is_sent=each in sent)
            for each in questions
        )

    def find(self, reply: str, customer_texts: Sequence[str], sent: Collection[str] = ()) -> Iterator[Finding]:
        """One quiet finding at the end of the reply that names the open questions."""
        questions = self.unanswered(reply, customer_texts, sent) if reply.strip() else ()
        if questions:
            start, end = _last_clause(reply)
            named = "".join(f"“{question[:_LONGEST]}”" for question in questions[:_SHOWN])
            yield Finding(
                start=start,
                end=end,
                kind=FindingKind.UNANSWERED,
                grade=Grade.POSSIBLE,
                text=reply[start:end],
                suggestions=(),
                probability=0.6,
                reason=f"客户还问了{named}，回复里没看到",
            )

    def _touches(self, reply: str, question: str) -> bool:
        for topic in self._topics:
            if topic.asked.search(question):
                return topic.answered.search(reply) is not None
        content = [char for char in question if char.isalnum() and char not in _EMPTY]
        shared = sum(char in reply for char in content)
        pairs = (question[at : at + 2] for at in range(len(question) - 1))
        together = any(pair in reply for pair in pairs if not _EMPTY.intersection(pair))
        asked_for = _YES_OR_NO.search(question) is not None and content[-1:] != [] and content[-1] in reply
        return not content or together or asked_for or shared * 2 >= len(content)


def sub_questions(texts: Sequence[str]) -> tuple[str, ...]:
    """The single questions in what a customer wrote, without rhetorical ones, greetings and repetitions."""
    found: list[str] = []
    for text in texts:
        own, _ = split_chain(text)
        for part in _NUMBERED.split(plain(own)):
            for match in _PIECE.finditer(part or ""):
                asked = match.group().rstrip("？?").strip(" ~～")
                marked = match.group().endswith(("？", "?"))
                if (marked or _ASKS.search(asked)) and len(asked) > 1 and not _RHETORICAL.search(asked):
                    found.append(asked)
    return tuple(dict.fromkeys(found))


def _last_clause(reply: str) -> tuple[int, int]:
    """Where the last words of a reply stand that is not blank: there the missing answer would go."""
    end = len(reply.rstrip())
    pieces = [match.span() for match in _PIECE.finditer(reply[:end])]
    return (pieces[-1][0], end) if pieces else (0, end)
