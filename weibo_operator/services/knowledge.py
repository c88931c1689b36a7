"""The knowledge cards 知识卡: finding, editing, checking them again, the starter set, a file of them and back."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.facets import Facet, FacetLine
from weibo_operator.domain.ids import CardId
from weibo_operator.domain.knowledge import CardEdit, CardKind, KnowledgeCard
from weibo_operator.domain.list_file import LineProblem, ListReport, ReadLines
from weibo_operator.domain.menu import SEPARATOR, menu_path
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.settings import ADDRESS, CARD_STALE_DAYS, HOTLINE, SHOP_NAME
from weibo_operator.language.initials import Initials
from weibo_operator.services.desk import Desk
from weibo_operator.services.knowledge_file import cards_in, csv_of
from weibo_operator.services.knowledge_texts import html_of, keywords_of, markdown_of
from weibo_operator.services.library_search import TITLED, bare, rank_of_title, readings
from weibo_operator.services.list_cells import printable
from weibo_operator.services.list_columns import ListColumns
from weibo_operator.services.whole_file import replace_file
from weibo_operator.storage import knowledge
from weibo_operator.storage.journal import Recorder, changes_of
from weibo_operator.storage.times import optional_ms

MENU_LEVELS = 2


class Knowledge:
    """The library of cards."""

    def __init__(self, desk: Desk, initials: Initials, resources: Path, read: ReadLines) -> None:
        self._desk = desk
        self._initials = initials
        self._starter = resources / "templates" / "knowledge.toml"
        self._columns = ListColumns(resources)
        self._read = read

    def all(self) -> tuple[KnowledgeCard, ...]:
        """Every card: favourites first, then the most used, then as they were made."""
        cards = knowledge.all_cards(self._desk.connection)
        return tuple(sorted(cards, key=lambda card: (not card.favourite, -card.uses)))

    def get(self, card: CardId) -> KnowledgeCard:
        """One card; raises ``NotFoundError``."""
        return knowledge.get(self._desk.connection, card)

    def find(self, query: str, *, limit: int = 50, guessed: bool = False) -> tuple[KnowledgeCard, ...]:
        """Cards by code, pinyin initials or characters of the title, then by their words, then by text and source.

        Input-method separators in ``query`` (t'h'g'z) and case are ignored; ``guessed`` as in ``Templates.find``.
        """
        wanted = readings(self._initials, query, guessed=guessed)
        if not any(wanted):
            return self.all()[:limit]
        hits = [(rank, card) for card in self.all() for each in wanted if (rank := self._rank(card, each)) is not None]
        return tuple(dict.fromkeys(card for _, card in sorted(hits, key=lambda hit: hit[0])))[:limit]

    def is_stale(self, card: KnowledgeCard) -> bool:
        """True when the card has not been checked for longer than the setting allows."""
        return card.is_stale(self._desk.now(), self._desk.setting(CARD_STALE_DAYS))

    def stale(self) -> tuple[KnowledgeCard, ...]:
        """The cards that want checking, those never checked first, then the longest ago."""
        cards = [card for card in self.all() if self.is_stale(card)]
        return tuple(sorted(cards, key=lambda card: optional_ms(card.checked_at) or 0))

    def save(self, edit: CardEdit, card: CardId | None = None) -> Outcome[CardId]:
        """Add a card, or change one.

        Raises ``InvalidInputError`` for an empty title or text, a comparison without a source or with one side only, a
        third menu level.
        """
        tidy = self._tidy(edit)
        refused = why_refused(tidy)
        if refused is not None:
            raise refused
        with self._desk.operation(OperationKind.EDIT_CARD, data={"title": tidy.title}) as recorder:
            card = self._write(recorder, tidy, card)
        return Outcome(card, changes_of(recorder), recorder.operation)

    def mark_checked(self, card: CardId) -> Outcome[None]:
        """核对过: the card's text is right as of now."""
        found = self.get(card)
        with self._desk.operation(OperationKind.CHECK_CARD, data={"title": found.title}) as recorder:
            recorder.update("knowledge_card", card, {"checked_at": optional_ms(self._desk.now())})
        return Outcome(None, changes_of(recorder), recorder.operation)

    def delete(self, card: CardId) -> Outcome[None]:
        """Remove a card; 撤销 brings it back."""
        found = self.get(card)
        with self._desk.operation(OperationKind.DELETE_CARD, data={"title": found.title}) as recorder:
            recorder.delete("knowledge_card", card)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def import_file(self, path: Path) -> Outcome[ListReport]:
        """Take cards from a file: of the same kind and title it changes the card here, others are new, none goes.

        Broken lines are left out and named. Raises ``FileUnreadableError``, and ``InvalidInputError`` when the
        headers name no title or no text.
        """
        read, problems = cards_in(self._read(path), self._columns, path)
        edits: list[CardEdit] = []
        for line, given in read:
            edit = self._tidy(given)
            refused = why_refused(edit)
            if refused is None:
                edits.append(edit)
            else:
                problems.append(LineProblem(line, edit.title or edit.text[:20], str(refused.data["field"])))
        wanted = [(edit, card) for edit, card in self._matched(edits) if card is None or card.edit != edit]
        new = sum(card is None for _, card in wanted)
        ordered = tuple(sorted(problems, key=lambda problem: problem.line))
        report = ListReport(new, len(wanted) - new, len(edits) - len(wanted), ordered)
        if not wanted:
            return Outcome(report, Changes())
        data = {"file": path.name, "count": str(len(wanted))}
        with self._desk.operation(OperationKind.IMPORT_CARDS, data=data) as recorder:
            for edit, card in wanted:
                self._write(recorder, edit, None if card is None else card.id)
        return Outcome(report, changes_of(recorder), recorder.operation)

    def export_file(self, path: Path) -> int:
        """Write every card; returns how many. Raises ``InvalidInputError``.

        As the name ends: .html or .md to be read, .txt for automatic answers by keyword, else a CSV to come back.
        """
        cards = knowledge.all_cards(self._desk.connection)
        shop = {"店铺": self._desk.setting(SHOP_NAME), "热线": self._desk.setting(HOTLINE)}
        shop["地址"] = self._desk.setting(ADDRESS)
        written = {".html": html_of, ".md": markdown_of, ".txt": keywords_of}.get(path.suffix.lower())
        replace_file(path, csv_of(cards, self._columns) if written is None else written(cards, shop))
        return len(cards)

    def add_starter_set(self) -> int:
        """Put the starter cards into a file that has none; returns how many were added."""
        if self.all():
            return 0
        with self._starter.open("rb") as file:
            entries = tomllib.load(file)["cards"]
        with self._desk.bookkeeping() as recorder:
            for entry in entries:
                edit = CardEdit(CardKind(entry["kind"]), entry["title"], entry["text"], words=tuple(entry["words"]))
                recorder.bulk_insert("knowledge_card", knowledge.row_of(self._tidy(edit)))
        return len(entries)

    def _matched(self, edits: Sequence[CardEdit]) -> Iterator[tuple[CardEdit, KnowledgeCard | None]]:
        """Each edit with the card it changes: the first of its kind and title that no earlier one took."""
        here: dict[tuple[CardKind, str], list[KnowledgeCard]] = {}
        for card in knowledge.all_cards(self._desk.connection):
            here.setdefault((card.kind, card.title), []).append(card)
        for edit in edits:
            known = here.get((edit.kind, edit.title))
            yield edit, known.pop(0) if known else None

    def _write(self, recorder: Recorder, edit: CardEdit, card: CardId | None) -> CardId:
        values = knowledge.row_of(edit)
        if card is None:
            return CardId(recorder.insert("knowledge_card", values))
        recorder.update("knowledge_card", card, values)
        return card

    def _tidy(self, edit: CardEdit) -> CardEdit:
        title = " ".join(printable(edit.title).split())
        words = (word.strip() for given in edit.words for word in printable(given).replace("，", "、").split("、"))
        facets = _tidy_facets(edit.facets)
        lines = replace(edit, facets=facets).lines
        sources = tuple(dict.fromkeys(line.source for line in lines)) if all(line.source for line in lines) else ()
        return replace(
            edit,
            title=title,
            text=printable(edit.text).strip(),
            code=bare(edit.code) or self._initials.of(title),
            words=tuple(dict.fromkeys(word for word in words if word)),
            # A comparison whose lines name their sources has these for its own.
            source=" ".join(printable(edit.source).split())
            or ("；".join(sources) if edit.kind is CardKind.COMPARISON else ""),
            menu=SEPARATOR.join(menu_path(printable(edit.menu))),
            facets=facets,
        )

    def _rank(self, card: KnowledgeCard, wanted: str) -> int | None:
        titled = rank_of_title(self._initials, card.title, card.code, wanted)
        if titled is not None:
            return titled
        if any(wanted in bare(word) or self._initials.of(word).startswith(wanted) for word in card.words):
            return TITLED
        return TITLED + 1 if wanted in bare(card.words_for()) or wanted in bare(card.source) else None


def why_refused(edit: CardEdit) -> InvalidInputError | None:
    """Why a card can't be kept as it is."""
    if not edit.title:
        return InvalidInputError(field="title", reason="empty")
    if not edit.text:
        return InvalidInputError(field="text", reason="empty")
    if edit.kind is CardKind.COMPARISON:
        if not all(line.is_whole for line in edit.lines):
            return InvalidInputError(field="facets", reason="facet_half")
        if not edit.source and not (edit.lines and all(line.source for line in edit.lines)):
            return InvalidInputError(field="source", reason="no_source")
    if len(menu_path(edit.menu)) > MENU_LEVELS:
        return InvalidInputError(field="menu", reason="menu_levels")
    return None


def _tidy_facets(lines: Sequence[FacetLine]) -> tuple[FacetLine, ...]:
    """One line for each facet that says something, in the facets' own order; the last given for a facet holds."""
    said = {
        line.facet: FacetLine(
            line.facet, *(" ".join(printable(words).split()) for words in (line.ours, line.theirs, line.source))
        )
        for line in lines
    }
    return tuple(said[facet] for facet in Facet if facet in said and not said[facet].is_empty)
