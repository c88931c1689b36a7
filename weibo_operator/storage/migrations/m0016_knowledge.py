"""Knowledge cards, what templates and cards were used for, and orders from the shop's own list."""

SQL = """
CREATE TABLE knowledge_card (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('常见问题', '产品', '门店', '对比')),
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    code TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '' CHECK (kind <> '对比' OR source <> ''),
    checked_at INTEGER,
    favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
    uses INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0)
) STRICT;

-- What went out in which case. A row goes with its template or card; bringing that back does not bring it back.
CREATE TABLE knowledge_use (
    id INTEGER PRIMARY KEY,
    template_id INTEGER REFERENCES template(id) ON DELETE CASCADE,
    card_id INTEGER REFERENCES knowledge_card(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    nature TEXT NOT NULL,
    issue TEXT NOT NULL,
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    CHECK ((template_id IS NULL) <> (card_id IS NULL))
) STRICT;
CREATE INDEX knowledge_use_template ON knowledge_use (template_id) WHERE template_id IS NOT NULL;
CREATE INDEX knowledge_use_card ON knowledge_use (card_id) WHERE card_id IS NOT NULL;

-- A copy of the shop's own list, found by number, end of number, waybill, end of phone or nickname.
CREATE TABLE shop_order (
    id INTEGER PRIMARY KEY,
    number_key TEXT NOT NULL UNIQUE CHECK (number_key <> ''),
    tail TEXT NOT NULL,
    number TEXT NOT NULL,
    nickname TEXT NOT NULL DEFAULT '',
    phone_tail TEXT NOT NULL DEFAULT '' CHECK (length(phone_tail) <= 4),
    product TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    waybill TEXT NOT NULL DEFAULT '',
    waybill_key TEXT NOT NULL DEFAULT '',
    ordered_at TEXT NOT NULL DEFAULT '',
    imported_at INTEGER NOT NULL
) STRICT;
CREATE INDEX shop_order_tail ON shop_order (tail);
CREATE INDEX shop_order_phone ON shop_order (phone_tail) WHERE phone_tail <> '';
CREATE INDEX shop_order_waybill ON shop_order (waybill_key) WHERE waybill_key <> '';
CREATE INDEX shop_order_nickname ON shop_order (nickname) WHERE nickname <> '';
"""
