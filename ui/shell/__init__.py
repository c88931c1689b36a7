"""The window: rail, top bar, pages, and what brings them together."""
