"""A known message that comes in again with other counts: a sample for the spread watch (mission B11)."""

from datetime import datetime

from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.ids import BatchId
from weibo_operator.storage import crises
from weibo_operator.storage.connection import Connection
from weibo_operator.storage.journal import Recorder, Value
from weibo_operator.storage.messages import KnownMessage
from weibo_operator.storage.times import to_ms


def brings_counts(known: KnownMessage, message: IncomingMessage) -> bool:
    """True when the message says counts that differ from those last seen; a count it doesn't tell stays as it is."""
    return _newest(known, message) != known.counts


def take_counts(
    connection: Connection,
    recorder: Recorder,
    known: KnownMessage,
    message: IncomingMessage,
    *,
    at: datetime,
    batch: BatchId | None,
) -> None:
    """Show the newest counts from now on and keep a sample of them, the first with one of the counts before.

    Within one file, which was taken at one moment, only the last counts are kept. Older counts than those known (an
    older file imported later) are kept as a sample, and not shown.
    """
    counts = _newest(known, message)
    values: dict[str, Value] = dict(zip(("reposts", "comments", "likes"), counts, strict=True))
    if batch is not None and known.import_id == batch:
        recorder.update("message", known.id, values)  # with an image: in an older ticket the message has one as well
        return
    newest = crises.newest_sampled_at(connection, known.id)
    if newest is None and any(count is not None for count in known.counts) and known.first_seen < at:
        _keep(recorder, known, known.counts, known.first_seen)
    _keep(recorder, known, counts, at, into=crises.sample_at(connection, known.id, at))
    if at >= (newest or known.first_seen):
        recorder.update("message", known.id, values, ticket=known.ticket)


def _newest(known: KnownMessage, message: IncomingMessage) -> tuple[int | None, int | None, int | None]:
    before = known.counts
    told = (message.reposts, message.comments, message.likes)
    reposts, comments, likes = (old if new is None or new < 0 else new for old, new in zip(before, told, strict=True))
    return reposts, comments, likes


def _keep(
    recorder: Recorder,
    known: KnownMessage,
    counts: tuple[int | None, int | None, int | None],
    at: datetime,
    *,
    into: int | None = None,
) -> None:
    reposts, comments, likes = (count or 0 for count in counts)
    values: dict[str, Value] = {"reposts": reposts, "comments": comments, "likes": likes}
    if into is not None:
        recorder.update("count_sample", into, values, ticket=known.ticket)
        return
    place: dict[str, Value] = {"message_id": known.id, "ticket_id": known.ticket, "at": to_ms(at)}
    recorder.insert("count_sample", {**place, **values}, ticket=known.ticket)
