"""The command-line face: the core without a window, for scripts and support."""
