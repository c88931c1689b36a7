"""What customers can do for themselves (G11), the menu (G9), and how a customer likes to be met (G16)."""

SQL = """
ALTER TABLE knowledge_card ADD COLUMN self_service INTEGER NOT NULL DEFAULT 0 CHECK (self_service IN (0, 1));
ALTER TABLE knowledge_card ADD COLUMN menu TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN preferred_way TEXT NOT NULL DEFAULT '';
"""
