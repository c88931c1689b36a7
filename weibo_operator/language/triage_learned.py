"""Decides by the learner, with the word lists where a definition is sharp and the operator's own corrections."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from weibo_operator.domain.labels import (
    DEFAULT_DEPARTMENTS,
    NO_DEPARTMENT,
    Aspect,
    Audience,
    Kind,
    Nature,
    Sentiment,
    Source,
    Urgency,
)
from weibo_operator.domain.levels import SILENT_KINDS
from weibo_operator.language.triage_advice import DISCONTENTED, Finding, audience, crisis, urgency
from weibo_operator.language.triage_labels import Placement, has_facts
from weibo_operator.language.triage_lessons import Lessons, Taught
from weibo_operator.language.triage_listed import ListedTriage
from weibo_operator.language.triage_model import Leanings, Pulls, TriageModel
from weibo_operator.language.triage_reading import Reading
from weibo_operator.language.triage_rules import Hits, Topic
from weibo_operator.language.triage_verdict import Verdict, quoted

_SPOKEN_TO_US = (Source.MENTION, Source.PRIVATE)
_HEARD = ("act.addressed", "act.ask", "act.wish", "act.damage", "act.mismatch")
_OFF_TOPIC = ("act.drama", "act.news", "act.debate")
_UNHEARD_CHATTER, _OFF_TOPIC_CHATTER, _PRIVATE_CHATTER = 0.5, 1.0, -1.5
"""Lessons are nearly all addressed to a shop, real comments mostly are not; who writes in private wants something."""
_MORE_SPAM, _FEWER_COMPLAINTS = 1.2, -0.3
"""Spam comes in more disguises than any lesson holds; a third of the lessons are complaints."""
_PARENT = 6.0
_LISTED_KIND, _LISTED_PLACE, _LISTED_URGENCY, _LISTED_IRONY = 1.3, 2.0, 4.0, 2.0
_LISTED_GRIEVANCE = 1.5
_IRONY, _GRIEVANCE, _HYPOTHETICAL = "act.irony", "act.grievance", "act.hypothetical"
_TOLD = ("fault.", "crisis.")
_CRISIS_MARK, _CRISIS_MARK_OF_OTHERS = 0.12, 0.5
"""From which chance on a complaint to a shop, and any other text, are a crisis."""
_TOPICS = ("fault.", "about.", "crisis.")
_SHARP = ("act.personal",)
"""Signals that demand a private answer, whatever the learner says."""
_SHORTEST_WORD, _WEIGHTIEST, _WORDS_NAMED = 2, 8, 2
_NOTHING_FOUND, _LIKE_LESSONS = "没有找到要处理的内容", "与示例相近"
_SURE_CHATTER = 0.8
_SURE, _LONGEST_QUOTE = 2.0, 12
_SILENCE = tuple(("kind", kind.value) for kind in SILENT_KINDS)
_SHOWN_LABELS = {audience.value: audience.label for audience in Audience}

Pull = tuple[tuple[str, str], float]


class LearnedTriage:
    """The learner with the topic table; asking has no state and never raises."""

    def __init__(self, file: Path, topics: tuple[Topic, ...], listed: ListedTriage) -> None:
        """Read the learner; raises ``OSError`` when the file is missing."""
        self._model = TriageModel(file)
        self._topics = topics
        self._listed = listed

    def verdict(
        self, reading: Reading, parent_hits: Hits, source: Source, followers: int | None, lessons: Lessons
    ) -> Verdict:
        """The labels of one text and why."""
        hits = reading.hits
        leanings = self._model.leanings(reading.pieces, reading.signals)
        taught = lessons.about(reading.pieces)
        listed = self._listed.verdict(reading, parent_hits, source, followers)
        endangers = listed.alarm.holds or leanings.of("crisis", "yes") >= _CRISIS_MARK
        pulls: dict[tuple[str, str], float] = dict(_without_silence(taught.pulls) if endangers else taught.pulls)
        for label, pull in (*_by_source(hits, source), *self._by_parent(hits, parent_hits), *_by_lists(listed, hits)):
            pulls[label] = pulls.get(label, 0.0) + pull
        answers = self._model.answers(leanings, pulls)
        kind, nature, department = Kind(answers["kind"]), Nature(answers["nature"]), answers["department"]
        department = _own_department(taught) or department
        placed = Placement(nature, self._aspect(nature, department), department, self._heard(department, hits))
        alarm = self._alarm(kind, reading, leanings, followers)
        how_soon, soon_reason = self._urgency(kind, reading, alarm, Urgency(answers["urgency"]))
        who, who_reason = self._audience(kind, reading, nature, source, Audience(answers["audience"]))
        return Verdict(
            kind=kind,
            placed=placed,
            alarm=alarm,
            urgency=how_soon,
            urgent_reason=soon_reason,
            audience=who,
            audience_reason=who_reason,
            sentiment=Sentiment(int(answers["sentiment"])),
            reasons=(
                *_taught_reasons(taught, {**answers, "department": department}),
                *self._reasons(kind, placed, reading, leanings.of("kind", kind.value)),
            ),
        )

    def _alarm(self, kind: Kind, reading: Reading, leanings: Leanings, followers: int | None) -> Finding:
        """A crisis by the word lists, by reach or by the learner."""
        if kind in SILENT_KINDS or (kind not in DISCONTENTED and _HYPOTHETICAL in reading.hits):
            return Finding(holds=False)
        chance = leanings.of("crisis", "yes")
        listed = crisis(kind, reading.hits, followers, addressed=True)
        if listed.holds:
            return listed
        likely = kind in DISCONTENTED and _is_ours(reading.hits)
        if chance < (_CRISIS_MARK if likely else _CRISIS_MARK_OF_OTHERS):
            return Finding(holds=False)
        words = "、".join(f"“{word}”" for word in self._telling(reading, "crisis", "yes"))
        return Finding(holds=True, reason=f"{words}→危机信号" if words else "与危机的说法相近→危机信号")

    def _urgency(self, kind: Kind, reading: Reading, alarm: Finding, found: Urgency) -> tuple[Urgency, str]:
        if alarm.holds:
            return Urgency.HIGH, ""
        listed, reason = urgency(kind, reading.hits, in_crisis=False)
        if listed is found:
            return listed, reason
        if found is Urgency.LOW:
            return found, ""
        words = "".join(f"“{word}”" for word in self._telling(reading, "urgency", found.value))
        meaning = "急" if found is Urgency.HIGH else "要尽快答"
        return found, f"{words}→{meaning}" if words else ""

    def _audience(
        self, kind: Kind, reading: Reading, nature: Nature, source: Source, found: Audience
    ) -> tuple[Audience, str]:
        listed, reason = audience(kind, reading.hits, nature is Nature.ADVERTISING, source)
        sharp = source is Source.PRIVATE or any(name in reading.hits for name in _SHARP)
        if listed is found or (sharp and listed is Audience.PRIVATE):
            return listed, reason
        words = "".join(f"“{word}”" for word in self._telling(reading, "audience", found.value))
        return found, f"{words}→{found.label}" if words else ""

    def _reasons(self, kind: Kind, placed: Placement, reading: Reading, chance: float) -> tuple[str, ...]:
        """The words of the lists that speak for what was decided, else those that weighed most with the learner."""
        signals = self._listed.spoke_for(kind, reading.hits)[:_WORDS_NAMED]
        reasons = [f"{quoted(name, reading)}→{kind}" for name in signals]
        if not reasons and kind is Kind.CHATTER:
            reasons = [f"{_LIKE_LESSONS if chance >= _SURE_CHATTER else _NOTHING_FOUND}→{kind}"]
        elif not reasons:
            words = "".join(f"“{word}”" for word in self._telling(reading, "kind", kind.value))
            reasons = [f"{_LIKE_LESSONS}{words and '：'}{words}→{kind}"]
        if placed.department == NO_DEPARTMENT:
            return tuple(dict.fromkeys(reasons))
        if signals and placed.signal == signals[0]:
            reasons[0] += f"，{placed.department}"
        elif placed.signal:
            reasons.append(f"{quoted(placed.signal, reading)}→{placed.department}")
        elif words := "".join(f"“{word}”" for word in self._telling(reading, "department", placed.department)):
            reasons.append(f"{words}→{placed.department}")
        return tuple(dict.fromkeys(reasons))

    def _telling(self, reading: Reading, head: str, label: str) -> tuple[str, ...]:
        """The words of the text that weighed most for a label, at most two, as the customer wrote them."""
        weights = self._model.telling(reading.pieces, head, label)
        words = {piece: weight for piece, weight in weights.items() if len(piece) >= _SHORTEST_WORD and piece.isalpha()}
        heaviest = sorted(words, key=lambda piece: -words[piece])[:_WEIGHTIEST]
        spans = _joined(reading.alike, heaviest)
        spans.sort(key=lambda span: -sum(words[piece] for piece in heaviest if piece in reading.alike[slice(*span)]))
        return tuple(dict.fromkeys(reading.words[start:end] for start, end in spans[:_WORDS_NAMED]))

    def _heard(self, department: str, hits: Hits) -> str:
        """The signal that told where the form goes, if the lists heard one."""
        for prefix in ("crisis.", "fault.", "about."):
            for topic in self._topics:
                if topic.department == department and prefix + topic.key in hits:
                    return prefix + topic.key
        return ""

    def _by_parent(self, hits: Hits, parent_hits: Hits) -> Iterable[Pull]:
        """Where a text names no topic itself, the post it stands under does."""
        if any(prefix + topic.key in hits for topic in self._topics for prefix in _TOPICS):
            return
        for topic in self._topics:
            if any(prefix + topic.key in parent_hits for prefix in _TOPICS):
                yield ("nature", topic.nature.value), _PARENT
                yield ("department", topic.department), _PARENT
                return

    def _aspect(self, nature: Nature, department: str) -> Aspect:
        """属性 follows from what it is about and where it goes."""
        of_nature = [topic for topic in self._topics if topic.nature is nature]
        both = [topic for topic in of_nature if topic.department == department]
        return next((topic.aspect for topic in (*both, *of_nature)), _OTHERWISE.get(nature, Aspect.SERVICE))


_OTHERWISE: Mapping[Nature, Aspect] = {Nature.FEATURE: Aspect.WEBSITE}


def _by_source(hits: Hits, source: Source) -> Iterable[Pull]:
    yield ("kind", Kind.SPAM.value), _MORE_SPAM
    yield ("kind", Kind.COMPLAINT.value), _FEWER_COMPLAINTS
    chatter = ("kind", Kind.CHATTER.value)
    if source is Source.PRIVATE:
        yield chatter, _PRIVATE_CHATTER
        return
    if any(name in hits for name in _OFF_TOPIC):
        yield chatter, _OFF_TOPIC_CHATTER
    elif source not in _SPOKEN_TO_US and not _is_ours(hits):
        yield chatter, _UNHEARD_CHATTER


def _is_ours(hits: Hits) -> bool:
    """Whether the lists heard anything that people say of a purchase or to a shop, and nothing of dramas and news."""
    heard = has_facts(hits) or any(name in hits for name in _HEARD)
    return heard and not any(name in hits for name in _OFF_TOPIC)


def _by_lists(listed: Verdict, hits: Hits) -> Iterable[Pull]:
    """What the word lists alone would say, where they heard words for it."""
    if listed.is_heard:
        yield ("kind", listed.kind.value), _LISTED_KIND
    if listed.kind is Kind.COMPLAINT and _IRONY in hits:
        yield ("kind", listed.kind.value), _LISTED_IRONY
    if _GRIEVANCE in hits and not has_facts(hits):
        yield ("kind", Kind.CHATTER.value), -_LISTED_GRIEVANCE
    if listed.kind is Kind.COMPLAINT and listed.urgency is Urgency.HIGH:
        yield ("urgency", listed.urgency.value), _LISTED_URGENCY
    if listed.placed.signal.startswith(_TOLD):
        yield ("nature", listed.placed.nature.value), _LISTED_PLACE
        yield ("department", listed.placed.department), _LISTED_PLACE


def _without_silence(pulls: Pulls) -> Pulls:
    """No correction makes chatter or advertising of later words that tell of a danger."""
    return {label: pull for label, pull in pulls.items() if label not in _SILENCE}


def _own_department(taught: Taught) -> str:
    """A department the shop added itself, which the learner cannot know, where corrections of like texts name it."""
    pulls = {label: pull for (head, label), pull in taught.pulls.items() if head == "department" and pull >= _SURE}
    best = max(pulls, key=lambda label: pulls[label], default="")
    return "" if best in (*DEFAULT_DEPARTMENTS, NO_DEPARTMENT) else best


def _taught_reasons(taught: Taught, answers: Mapping[str, str]) -> tuple[str, ...]:
    """按你改过的“…”→咨询，服务部: the corrected text that is most alike, for the labels that came out as taught."""
    told: dict[str, list[str]] = {}
    for (head, label), text in taught.texts.items():
        if answers[head] == label:
            told.setdefault(text, []).append(_SHOWN_LABELS.get(label, label))
    return tuple(f"按你改过的“{_short(text)}”→{'，'.join(labels)}" for text, labels in told.items())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _joined(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text, those that overlap made one."""
    places = sorted((start, start + len(word)) for word in words if (start := text.find(word)) >= 0)
    spans: list[tuple[int, int]] = []
    for start, end in places:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans
