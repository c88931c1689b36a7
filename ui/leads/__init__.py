"""Saved searches and leads: what was found, who may become a customer."""
