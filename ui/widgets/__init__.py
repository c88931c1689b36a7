"""Reusable widgets and paint functions; they know the theme and no service."""
