"""The whole window on the big desk: what each key takes to its picture, and what an hour's work leaves in memory."""

import gc
from collections.abc import Callable, Iterator
from time import perf_counter_ns

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.big_file import BigFile
from tests.benchmarks.big_window import BigWindow
from tests.benchmarks.first_paint import resident_mb
from tests.benchmarks.measuring import note, note_spans
from ui.support.theme import Theme
from weibo_operator.bootstrap import Language, resources_dir

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]

TIMES = 30
HOUR = 60
"""Customers answered in a busy hour: one a minute."""
TICKS_A_CUSTOMER = 2
WARMED_UP_AFTER = 6
"""Customers after whom every cache has been filled once."""


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    made = Theme(resources_dir(), qapp)
    made.set_mode("light")
    made.set_reduced_motion(on=True)
    made.apply(qapp)
    return made


@pytest.fixture(scope="module")
def desk(
    tmp_path_factory: pytest.TempPathFactory, big: BigFile, theme: Theme, language: Language
) -> Iterator[BigWindow]:
    made = BigWindow(tmp_path_factory.mktemp("window"), big, theme, language)
    yield made
    made.close()


def spans(action: Callable[[], object], times: int = TIMES) -> list[float]:
    """Milliseconds of each call; the first only warms up."""
    found: list[float] = []
    for _ in range(times + 1):
        began = perf_counter_ns()
        action()
        found.append((perf_counter_ns() - began) / 1e6)
    return found[1:]


def test_on_the_board(desk: BigWindow) -> None:
    desk.to_board()
    note_spans("window-down", spans(desk.down, 100))
    note_spans("window-level", spans(desk.level))
    note_spans("window-undo", spans(desk.undo, 20))
    note_spans("window-tick", spans(desk.tick))
    note_spans("window-fold", spans(desk.fold))


def test_with_a_ticket_open(desk: BigWindow) -> None:
    desk.to_session()
    note_spans("window-open", spans(desk.open_one))
    note_spans("window-next", spans(desk.next_one))
    desk.to_session()
    note_spans("window-type", spans(desk.type_one, 100))
    sent = [desk.send() for _ in range(TIMES + 1)][1:]
    note_spans("window-send", [asked for asked, _ in sent])
    note_spans("window-sent", [answered for _, answered in sent])


def test_searching_as_one_types(desk: BigWindow) -> None:
    desk.to_board()
    desk.open_palette()
    desk.filter()
    found = [span for _ in range(8) for span in desk.filter()]
    desk.close_palette()
    note_spans("typed-search", found)


def test_an_hour_leaves_no_more_in_memory(desk: BigWindow) -> None:
    """The work of an hour, the clock moved on with it; what is held after the first minutes is held at its end."""
    desk.to_session()
    held: list[float] = []
    for _ in range(HOUR):
        desk.send()
        for _ in range(TICKS_A_CUSTOMER):
            desk.tick()
        desk.open_palette()
        desk.filter()
        desk.close_palette()
        gc.collect()
        held.append(resident_mb())
    note("memory-hour", held[-1] / held[WARMED_UP_AFTER], n=HOUR, first_mb=held[WARMED_UP_AFTER], last_mb=held[-1])


def test_the_theme_is_switched(desk: BigWindow) -> None:
    """With every page made: as many widgets as there ever are."""
    desk.make_all_pages()
    note_spans("window-theme", spans(desk.switch_theme, 10))
    while desk.theme.is_dark:
        desk.switch_theme()
