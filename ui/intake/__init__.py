"""Bringing messages in by hand: importing exported files, taking down what a customer said elsewhere."""
