"""Where messages come from and replies go to; they bring messages and store nothing."""
