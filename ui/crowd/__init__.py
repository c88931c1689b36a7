"""Crowds: those who say the same, listed and answered together, and the public notice about it."""
