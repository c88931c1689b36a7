"""How close a customer is by the operator's word (F7), and what cards say of quality, price, service, value (D12)."""

SQL = """
-- Empty: the program judges by what the customer did.
ALTER TABLE customer ADD COLUMN relation_level TEXT NOT NULL DEFAULT ''
    CHECK (relation_level IN ('', '新客户', '老客户', '忠实客户', '拥护者'));
-- A list of [facet, ours, theirs, source].
ALTER TABLE knowledge_card ADD COLUMN facets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(facets));
"""
