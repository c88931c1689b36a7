"""The command line's sub-commands by name; imports nothing, so that the language is settled before any sentence."""

COMMANDS = (
    "import",
    "paste",
    "queue",
    "next",
    "triage",
    "check",
    "length",
    "week",
    "backup",
    "backups",
    "restore",
    "export",
    "doctor",
    "self-test",
    "demo",
    "simulate",
)
"""The sub-commands' names, for the face that must know whether one was given."""
