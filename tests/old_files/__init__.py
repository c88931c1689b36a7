"""Data files as earlier versions left them, and how they were made."""
