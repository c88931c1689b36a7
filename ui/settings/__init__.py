"""The settings page: every change takes effect at once; what cannot be is said at the field."""
