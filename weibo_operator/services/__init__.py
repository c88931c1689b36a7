"""Use cases: one named function per operation of the operator."""
