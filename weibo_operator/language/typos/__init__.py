"""Typo checking by a word model: what was typed against what sounds or looks like it, weighed by context."""
