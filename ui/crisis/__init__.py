"""危机: signals, cases with their checklist, evidence and post-mortem."""
