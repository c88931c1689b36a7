"""The frozen history of the schema: each step is applied once, in order, and never edited after a release."""

from weibo_operator.storage.migrations import (
    m0001_desk,
    m0002_rotation,
    m0003_ticket_events,
    m0004_levels,
    m0005_clusters,
    m0006_crises,
    m0007_important,
    m0008_rotation,
    m0009_always,
    m0010_people,
    m0011_bulk,
    m0012_imports,
    m0013_lessons,
    m0014_references,
    m0015_sending,
    m0016_knowledge,
    m0017_promises,
    m0018_week,
    m0019_handoffs,
    m0020_desk_work,
    m0021_plain_words,
    m0022_community,
)

HISTORY: tuple[tuple[str, str], ...] = (
    ("m0001_desk", m0001_desk.SQL),
    ("m0002_rotation", m0002_rotation.SQL),
    ("m0003_ticket_events", m0003_ticket_events.SQL),
    ("m0004_levels", m0004_levels.SQL),
    ("m0005_clusters", m0005_clusters.SQL),
    ("m0006_crises", m0006_crises.SQL),
    ("m0007_important", m0007_important.SQL),
    ("m0008_rotation", m0008_rotation.SQL),
    ("m0009_always", m0009_always.SQL),
    ("m0010_people", m0010_people.SQL),
    ("m0011_bulk", m0011_bulk.SQL),
    ("m0012_imports", m0012_imports.SQL),
    ("m0013_lessons", m0013_lessons.SQL),
    ("m0014_references", m0014_references.SQL),
    ("m0015_sending", m0015_sending.SQL),
    ("m0016_knowledge", m0016_knowledge.SQL),
    ("m0017_promises", m0017_promises.SQL),
    ("m0018_week", m0018_week.SQL),
    ("m0019_handoffs", m0019_handoffs.SQL),
    ("m0020_desk_work", m0020_desk_work.SQL),
    ("m0021_plain_words", m0021_plain_words.SQL),
    ("m0022_community", m0022_community.SQL),
)
"""(name, script) in order; names are what the file's own list of applied steps holds."""

SET_NAME = "weibo_operator"
