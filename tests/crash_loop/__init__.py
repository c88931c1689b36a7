"""A loop that kills the program in the middle of everything it writes, and looks at what the next start finds."""
