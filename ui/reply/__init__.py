"""The reply session: conversation, composer, desk check, copy mode, customer panel."""
