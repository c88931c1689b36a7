"""转交: the form that gives a problem to a department, and the page that tracks the answers."""
