"""Every figure and its goal, in the order of the table: what it is compared to, and which benchmark takes it."""

from dataclasses import dataclass

STORE, START, WINDOW = "test_store_figures.py", "test_start_figures.py", "test_window_figures.py"
INBOX, ROTATION, IMPORT, WEEK = (
    "test_inbox_speed.py",
    "test_rotation_speed.py",
    "test_import_speed.py",
    "test_weekly_speed.py",
)
CROWD, CHECK, TYPOS = "test_crowd_speed.py", "test_deskcheck_speed.py", "test_typo_speed.py"
KEYS, FETCHING = "test_keys_while_importing.py", "test_keys_while_syncing.py"


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure by its key: at most ``target``, or at least where ``at_least``; ``unit`` is × for a ratio.

    ``gate``: to miss it is a mistake in the program, not a slow machine; the ordinary tests hold it as well.
    """

    key: str
    words: str
    target: float
    against: str
    file: str
    unit: str = "×"
    at_least: bool = False
    gate: bool = False

    def is_met(self, value: float) -> bool:
        """Whether a figure reaches the goal."""
        return value >= self.target if self.at_least else value <= self.target


_KEY = "p95 from the key to the picture, whole window"

GOALS = (
    Goal("start", "start to first picture", 2.0, "a bare QWidget painted", START),
    Goal("start-growth", "start on the big desk", 1.2, "start on an empty desk", START),
    Goal("modules", "heavy modules before the first picture", 0, "sys.modules", START, unit="", gate=True),
    Goal("memory-at-start", "memory at the first picture", 1.6, "a bare QWidget's", START),
    Goal("memory-warm", "memory with the word lists read", 3.2, "a bare QWidget's", START),
    Goal("warm-up-pause", "longest pause while word lists are read", 60, "ticker of 5 ms", START, unit="ms"),
    Goal("memory-hour", "memory after a simulated hour", 1.1, "after its first six customers", WINDOW),
    Goal("pane", "a pane's first 50 cards, names and crowds", 6, "50 ids by primary key", STORE),
    Goal("pane-growth", "the same on the big desk", 1.5, "on 1,000 open tickets", STORE),
    Goal("counts", "counts of the panes", 5, "one row by primary key", STORE),
    Goal("conversation", "newest 50 of the longest conversation", 4, "the same rows by primary key", STORE),
    Goal("next", "下一位 of 100,000", 100, "one seek of the same file", ROTATION),
    Goal("next-gap", "下一位 of 100,000, 60 within the gap", 100, "one seek of the same file", ROTATION),
    Goal("reply-stored", "one reply stored for good", 2, "20 KiB written and fdatasync", STORE),
    Goal("search", "newest 50 for 2 to 8 characters, middle of all", 0.02, "instr over all texts", STORE),
    Goal("search-slow", "the slowest of these", 0.1, "instr over all texts", STORE),
    Goal("recall", "search: recall", 1, "instr over all texts", STORE, unit="", at_least=True, gate=True),
    Goal("precision", "search: precision", 1, "instr over all texts", STORE, unit="", at_least=True, gate=True),
    Goal("index-build", "search index built", 0.25, "executemany of its rows", STORE, at_least=True),
    Goal("index-size", "size of the search index", 1.3, "bytes of the texts", STORE),
    Goal("import-store", "storing stage of an import", 0.8, "csv.reader + executemany", IMPORT, at_least=True),
    Goal("import", "whole import of a CSV file", 6, "csv.reader + executemany", IMPORT),
    Goal("import-again", "the same file once more", 0.5, "the first time", IMPORT),
    Goal("backup", "checked backup while somebody writes", 3, "file copied and fsync", STORE),
    Goal("backup-stall", "longest write meanwhile", 50, "somebody who writes every 5 ms", STORE, unit="ms"),
    Goal("backup-ends", "the backup ends", 1, "the same", STORE, unit="", at_least=True, gate=True),
    Goal("repaint", "repaint of the list of cards", 0.5, "QStyledItemDelegate, same rows", INBOX),
    Goal("down", "Down to picture, 100,000 in the list", 5, "one repaint of the list", INBOX),
    Goal("down-p95", "the same", 16, "p95", INBOX, unit="ms"),
    Goal("down-growth", "the same", 1.3, "200 in the list", INBOX),
    Goal("jump", "scroll bar to picture, 100,000", 3, "200 in the list", INBOX),
    Goal("reset", "order exchanged to picture, 100,000", 3, "200 in the list", INBOX),
    Goal("news", "an operation's news to picture, 100,000", 4, "200 in the list", INBOX),
    Goal("tick", "the half minute's tick, 100,000", 1.3, "200 in the list", INBOX),
    Goal("open-growth", "a ticket opened, 100,000", 1.5, "200 in the list", INBOX),
    Goal("next-growth", "下一位 in the window, 100,000", 1.5, "200 in the list", INBOX),
    Goal("typed-search", "a character searched for, to the rows", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-down", "Down in the list", 16, _KEY, WINDOW, unit="ms"),
    Goal("window-type", "a letter in the reply", 16, _KEY, WINDOW, unit="ms"),
    Goal("window-open", "a ticket opened", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-next", "下一位", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-send", "Ctrl+Enter to the question", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-sent", "1 已发出 to the next customer", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-level", "a level given and stored", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-undo", "undo", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-tick", "the half minute's tick", 100, _KEY, WINDOW, unit="ms"),
    Goal("window-fold", "board to a ticket and back, two pictures", 200, _KEY, WINDOW, unit="ms"),
    Goal("window-theme", "light to dark, every page made", 500, _KEY, WINDOW, unit="ms"),
    Goal("import-down", "Down while 100,000 rows come in", 16, "p95", KEYS, unit="ms"),
    Goal("import-letter", "a letter meanwhile", 16, "p95", KEYS, unit="ms"),
    Goal("import-level", "a level stored meanwhile", 50, "p95", KEYS, unit="ms"),
    Goal("fetching-down", "Down while 500 comments are fetched", 16, "p95", FETCHING, unit="ms"),
    Goal("desk-check", "desk check of 140 characters, slowest", 50, "six texts, 20 times", CHECK, unit="ms"),
    Goal("typos-cold", "typos of 140 characters, nothing remembered", 3, "200,000 multiplications", TYPOS),
    Goal("typos-key", "a key in the reply, p99", 16, "30 replies letter by letter", TYPOS, unit="ms"),
    Goal("typos-memory", "memory of the word model", 110, "resident after loading", TYPOS, unit="MB"),
    Goal("crowd-ticket", "a ticket of a crowd of 50,000", 1.5, "one of its first 10,000", CROWD),
    Goal("crowd-open", "a crowd of 1,000 opened", 5, "least of 30", CROWD, unit="ms"),
    Goal("week-counts", "the week's figures of counting and answering", 5, "one fetch of the week's rows", WEEK),
    Goal("week-all", "all figures of a week", 15, "one fetch of the week's rows", WEEK),
    Goal("week-words", "words of 5,000 texts cut", 1.3, "the bare segmenter", WEEK),
    Goal("week-xlsx", "the week's workbook", 1.5, "the same cells by XlsxWriter", WEEK),
    Goal("week-pdf-pause", "longest pause while a PDF is drawn", 60, "ticker of 5 ms", WEEK, unit="ms"),
    *(
        Goal(f"week-export-{kind}", f"a week as {kind}, a million messages", 2, "median of 5", WEEK, unit="s")
        for kind in ("xlsx", "pdf", "html", "csv", "txt", "json")
    ),
)
